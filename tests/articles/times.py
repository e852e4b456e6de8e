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
import os
import re
import sys

import facets
import passages

MOST = {"wrong": 16, "unsaid": 12}
STATES = ("company-stores", "company-headcount", "company-users",
          "company-rnd-staff")


def read_passages(path):
    """Yields (id, text, [(start, end, periods)]), in bytes of the text."""
    for name, day, block in passages.blocks(path):
        title = re.match(r"# (.*)\n", block)
        head = f"---\ntitle: {title[1] if title else ''}\ndate: {day}\n---\n\n"
        yield (name, *passages.take_figures(block[title.end() if title else 0:],
                                            ",", head.encode()))


def counts(claim):
    return not claim["rule"].endswith("slip")


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
    program, path, verbose = passages.read_arguments(arguments, "times.txt")
    rows = list(read_passages(path))
    year_ends = facets.read_year_ends(passages.RULES)
    count = collections.Counter()
    claims = passages.extract(program, rows, counts)
    for name, text, figures in rows:
        for start, end, periods in figures:
            own = list(passages.claims_of(text, claims[name], start, end))
            kind = judge(own, periods, year_ends) if own else "unclaimed"
            count[kind] += 1
            if verbose and kind in ("wrong", "unsaid"):
                print(kind, name, text[start:end].decode(), periods,
                      sorted({told_of(claim) for claim in own}))
    print("time of a figure: " + ", ".join(
        f"{count[kind]} {kind}" for kind in
        ("right", "wrong", "unsaid", "unclaimed")))
    if os.path.basename(path) != "times.txt":
        return 0
    return int(any(count[kind] > most for kind, most in MOST.items()))


sys.exit(main(sys.argv[1:]))
