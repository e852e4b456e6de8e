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
import os
import sys

import passages

MOST = {
    "owners.txt": {(True, "wrong"): 0, (True, "none"): 25,
                   (False, "wrong"): 10},
    "owners-news.txt": {(True, "wrong"): 0, (True, "none"): 32,
                        (False, "wrong"): 5},
}
# a part's figure stands under its group there, and says so
PARTS = ("company-part-revenue", "company-part-growth")


def read_passages(path):
    """Yields (id, text, [(start, end, owners)]), in bytes of the text."""
    for name, _, block in passages.blocks(path):
        yield (name, *passages.take_figures(block.strip() + "\n", "/"))


def counts(claim):
    return "entity" in claim["facets"] and claim["rule"] not in PARTS


def main(arguments):
    program, path, verbose = passages.read_arguments(arguments, "owners.txt")
    rows = list(read_passages(path))
    count = collections.Counter()
    claims = passages.extract(program, rows, counts)
    for name, text, figures in rows:
        for start, end, owners in figures:
            told = {claim["facets"]["entity"] for claim in
                    passages.claims_of(text, claims[name], start, end)}
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
