#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Of when a build of claimlint takes the figures of times.txt to be.

    python3 tests/articles/times.py build/release/claimlint [-v] [FILE]

A passage begins with "== id day" and may have a title behind "# "; a figure
stands in it as {FIGURE|PERIOD}, with - for a time that nobody knows; a,b allows
both.  Figures without a claim are not counted.  Exits 1 where more figures of
times.txt are told of a wrong time, or of none, than MOST says: lower it with
each gain.
"""
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

import facets

HERE = os.path.dirname(os.path.abspath(__file__))
MOST = {"wrong": 16, "unsaid": 12}
RULES = os.path.join(os.path.dirname(os.path.dirname(HERE)), "rules")
STATES = ("company-stores", "company-headcount", "company-users",
          "company-rnd-staff")


def passages(path):
    """Yields (id, text, [(start, end, periods)]), in bytes of the text."""
    with open(path, encoding="utf-8") as file:
        blocks = re.split(r"^== (\S+) (\S+)\n", file.read(), flags=re.M)[1:]
    for name, day, block in zip(blocks[::3], blocks[1::3], blocks[2::3]):
        title = re.match(r"# (.*)\n", block)
        text = (f"---\ntitle: {title[1] if title else ''}\ndate: {day}\n---\n\n"
                .encode())
        figures = []
        for part in re.split(r"(\{[^{}]*\})",
                             block[title.end() if title else 0:]):
            if part.startswith("{"):
                quote, periods = part[1:-1].rsplit("|", 1)
                start = len(text)
                text += quote.encode()
                figures.append((start, len(text), periods.split(",")))
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
        if not claim["rule"].endswith("slip"):
            claims[os.path.basename(claim["file"])].append(claim)
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


def told_of(claim):
    when = claim["facets"].get("when", "?")
    return "?" if "when" in claim.get("assumed", []) else when


def is_right(claim, period, year_ends):
    told = told_of(claim)
    if period == "-" or "?" in told:
        return period == "-" and "?" in told
    end = year_ends.get(claim["facets"].get("entity"), 12)
    wanted, days = facets.days_of(period, end), facets.days_of(told, end)
    return told == period or bool(
        wanted and days and
        (wanted[1] == days[1] if claim["rule"] in STATES else wanted == days))


def judge(claims, periods, year_ends):
    if any(is_right(claim, period, year_ends)
           for claim in claims for period in periods):
        return "right"
    return "unsaid" if all("?" in told_of(c) for c in claims) else "wrong"


def main(arguments):
    verbose = "-v" in arguments
    arguments = [a for a in arguments if a != "-v"]
    program = os.path.abspath(arguments[0])
    path = arguments[1] if len(arguments) > 1 else os.path.join(
        HERE, "times.txt")
    rows = list(passages(path))
    year_ends = facets.read_year_ends(RULES)
    count = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        for name, text, _ in rows:
            with open(os.path.join(folder, name + ".md"), "wb") as file:
                file.write(text)
        claims = claims_by_file(program, folder)
    for name, text, figures in rows:
        for start, end, periods in figures:
            own = list(claims_of(text, claims[name + ".md"], start, end))
            kind = judge(own, periods, year_ends) if own else "unclaimed"
            count[kind] += 1
            if verbose and kind in ("wrong", "unsaid"):
                print(kind, name, text[start:end].decode(), periods,
                      sorted({told_of(claim) for claim in own}))
    print("time of a figure: " + ", ".join(
        f"{count[kind]} {kind}" for kind in
        ("right", "wrong", "unsaid", "unclaimed")))
    if len(arguments) > 1:
        return 0
    return int(any(count[kind] > most for kind, most in MOST.items()))


sys.exit(main(sys.argv[1:]))
