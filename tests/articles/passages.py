# SPDX-License-Identifier: Apache-2.0
"""Short passages whose figures say what is to be told of them.

A passage begins with "== id" and what else its file says on that line; a figure
stands in it as {FIGURE|WANTED}.
"""
import collections
import json
import os
import re
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
RULES = os.path.join(os.path.dirname(os.path.dirname(HERE)), "rules")


def blocks(path):
    """Yields (id, rest of its line, text below it)."""
    with open(path, encoding="utf-8") as file:
        parts = re.split(r"^== (\S+) ?(.*)\n", file.read(), flags=re.M)[1:]
    yield from zip(parts[::3], parts[1::3], parts[2::3])


def take_figures(block, either, head=b""):
    """(text, [(start, end, wanted)]), in bytes of the text behind head; a
    figure's wanted are several where the sign either stands between them."""
    text, figures = head, []
    for part in re.split(r"(\{[^{}]*\})", block):
        if part.startswith("{"):
            quote, wanted = part[1:-1].rsplit("|", 1)
            start = len(text)
            text += quote.encode()
            figures.append((start, len(text), wanted.split(either)))
        else:
            text += part.encode()
    return text, figures


def extract(program, rows, counts):
    """The claims that count, of each passage (id, text, ...) by its id."""
    packs = sum((["--rules", os.path.join(RULES, pack)]
                 for pack in ("company", "ev", "phone")), [])
    claims = collections.defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        for name, text, _ in rows:
            with open(os.path.join(folder, name + ".md"), "wb") as file:
                file.write(text)
        run = subprocess.run([program, "extract"] + packs + [folder],
                             stdout=subprocess.PIPE)
    for line in run.stdout.splitlines():
        claim = json.loads(line)
        if counts(claim):
            name = os.path.basename(claim["file"]).removesuffix(".md")
            claims[name].append(claim)
    return claims


def claims_of(text, claims, start, end):
    """Those whose own figure lies in that place."""
    for claim in claims:
        quote = claim["quantity_text"].encode()
        last = claim["offset"] + claim["length"]
        at = text.find(quote, claim["offset"])
        while 0 <= at < last:
            if at < end and start < at + len(quote):
                yield claim
                break
            at = text.find(quote, at + 1)


def read_arguments(arguments, default):
    """(program, path, verbose) of PROGRAM [-v] [FILE]."""
    named = [argument for argument in arguments if argument != "-v"]
    path = named[1] if len(named) > 1 else os.path.join(HERE, default)
    return os.path.abspath(named[0]), path, "-v" in arguments
