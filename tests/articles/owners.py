#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Whose a build of claimlint takes the figures of owners.txt to be.

    python3 tests/articles/owners.py build/release/claimlint [-v] [FILE]

A figure stands there as {FIGURE|ENTITY}, with - for an owner that no list
knows; a/b allows both.  Exits 1 where more figures of owners.txt, or of the
file of passages named, are told of the wrong entity, or of none, than MOST
says: lower it with each gain.
"""
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
MOST = {
    "owners.txt": {(True, "wrong"): 0, (True, "none"): 25,
                   (False, "wrong"): 10},
    "owners-news.txt": {(True, "wrong"): 0, (True, "none"): 32,
                        (False, "wrong"): 5},
}
RULES = os.path.join(os.path.dirname(os.path.dirname(HERE)), "rules")


def passages(path):
    """Yields (id, text, [(start, end, owners)]), in bytes of the text."""
    with open(path, encoding="utf-8") as file:
        blocks = re.split(r"^== (\S+)\n", file.read(), flags=re.M)[1:]
    for name, block in zip(blocks[::2], blocks[1::2]):
        text, figures = b"", []
        for part in re.split(r"(\{[^{}]*\})", block.strip() + "\n"):
            if part.startswith("{"):
                quote, owners = part[1:-1].rsplit("|", 1)
                start = len(text)
                text += quote.encode()
                figures.append((start, len(text), owners.split("/")))
            else:
                text += part.encode()
        yield name, text, figures


def claims_by_file(program, folder):
    packs = sum((["--rules", os.path.join(RULES, pack)]
                 for pack in ("company", "ev", "phone")), [])
    run = subprocess.run([program, "extract"] + packs + [folder],
                         stdout=subprocess.PIPE)
    claims = collections.defaultdict(list)
    for line in run.stdout.splitlines():
        claim = json.loads(line)
        # a part's figure stands under its group there, and says so
        if ("entity" in claim["facets"]
                and claim["rule"] not in ("company-part-revenue",
                                          "company-part-growth")):
            claims[os.path.basename(claim["file"])].append(claim)
    return claims


def told_owners(text, claims, start, end):
    """Entities of the claims whose own figure lies in that place."""
    owners = set()
    for claim in claims:
        quote = claim["quantity_text"].encode()
        last = claim["offset"] + claim["length"]
        at = text.find(quote, claim["offset"])
        while 0 <= at < last:
            if at < end and start < at + len(quote):
                owners.add(claim["facets"]["entity"])
            at = text.find(quote, at + 1)
    return owners


def main(arguments):
    verbose = "-v" in arguments
    arguments = [a for a in arguments if a != "-v"]
    program = os.path.abspath(arguments[0])
    path = arguments[1] if len(arguments) > 1 else os.path.join(
        HERE, "owners.txt")
    rows = list(passages(path))
    count = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        for name, text, _ in rows:
            with open(os.path.join(folder, name + ".md"), "wb") as file:
                file.write(text)
        claims = claims_by_file(program, folder)
    for name, text, figures in rows:
        for start, end, owners in figures:
            told = told_owners(text, claims[name + ".md"], start, end)
            known = any(o != "-" for o in owners)
            kind = ("wrong" if told - set(owners) else
                    "right" if told or not known or "-" in owners else "none")
            count[known, kind] += 1
            if verbose and kind != "right":
                print(kind, name, text[start:end].decode(), owners, told)
    for known, what in ((True, "listed"), (False, "unlisted")):
        print(f"owner {what}: " + ", ".join(
            f"{count[known, kind]} {kind}" for kind in
            ("right", "wrong", "none")))
    limits = MOST.get(os.path.basename(path), {})
    return int(any(count[key] > most for key, most in limits.items()))


sys.exit(main(sys.argv[1:]))
