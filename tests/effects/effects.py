#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds each term and setting of each shipped rule to what it does.

    effects.py check|accept CLAIMLINT CHECKOUT [RULE-FILE...]

tests/effects/PACK/ID.txt has a row for each change that changes.py knows of a
rule: a text in which it matters, and what the rule says of it.  check runs
the rules over these texts and compares.  accept writes anew what the rules
say now, drops the rows of what is gone, and looks for a text for each term
that has none yet; a row with "?" is one for which it found none.
"""
import concurrent.futures
import glob
import os
import sys

try:
    import yaml  # noqa: F401
except ImportError:
    print("skipped: no module yaml for Python")
    sys.exit(77 if "check" in sys.argv[1:2] else 0)

from changes import list_changes
from program import Broken, Program
from witness import Rule, read_pool

WORKERS = 2
HERE = os.path.dirname(os.path.abspath(__file__))
HEAD = """# What each term of the rule does: a text (>) and what is said of it (=).
# Written by `cmake --build --preset dev --target accept`; read its diff.
"""


# ---- Rows, as they stand in a file -----------------------------------------

def escape(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def unescape(text):
    return text.replace("\\\\", "\0").replace("\\n", "\n").replace("\0", "\\")


def write_article(article):
    if isinstance(article, str):
        return escape(article)
    date, title, text = article
    return "<%s|%s> %s" % (date or "", escape(title or ""), escape(text))


def read_article(line):
    if line.startswith("<") and "> " in line and "|" in line.split("> ")[0]:
        head, text = line[1:].split("> ", 1)
        date, title = head.split("|", 1)
        return (date or None, unescape(title) or None, unescape(text))
    return unescape(line)


def data_file(path):
    return os.path.join(HERE, *path.split("/")[-2:])[:-len("yaml")] + "txt"


def read_rows(path):
    """{name of the change: None or (articles, lines)}"""
    rows, name = {}, None
    try:
        with open(data_file(path), encoding="utf-8") as file:
            lines = file.read().split("\n")
    except FileNotFoundError:
        return rows
    for line in lines:
        if line.startswith("  > "):
            rows[name][0].append(read_article(line[4:]))
        elif line.startswith("  = "):
            rows[name][1].append(line[4:])
        elif line and line[0] not in "# ":
            name = line
            rows[name] = ([], [])
    return {name: row if row[0] else None for name, row in rows.items()}


def write_rows(path, rows):
    os.makedirs(os.path.dirname(data_file(path)), exist_ok=True)
    with open(data_file(path), "w", encoding="utf-8") as file:
        file.write(HEAD)
        for name, row in rows.items():
            file.write(name + "\n")
            for article in row[0] if row else []:
                file.write("  > %s\n" % write_article(article))
            for line in row[1] if row else []:
                file.write("  = %s\n" % line)
            if not row:
                file.write("  ?\n")


# ---- What the rule says now ------------------------------------------------

def say_rows(program, path, text, rows):
    """The rows with what is said now; those of one text go in one run."""
    single = [name for name, row in rows.items() if row and len(row[0]) == 1]
    said = dict(zip(single, program.claims(
        path, text, [rows[name][0][0] for name in single])))
    now = {}
    for name, row in rows.items():
        if row:
            now[name] = (row[0], said[name] if name in said else
                         program.findings(path, text, row[0]))
        else:
            now[name] = None
    return now


def differing(program, path, text, rows):
    """Names of the rows of which something else is said."""
    now = say_rows(program, path, text, rows)
    return [name for name in rows if now[name] != rows[name]]


def read(top, path):
    with open(os.path.join(top, path), encoding="utf-8") as file:
        return file.read()


def rule_files(top):
    return sorted(os.path.relpath(p, top)
                  for p in glob.glob(top + "/rules/*/*.yaml")
                  if "/entities/" not in p)


# ---- check -----------------------------------------------------------------

def check(program, top, path):
    """Tells what is not as recorded; returns how many things."""
    text, rows = read(top, path), read_rows(path)
    names = {change.name for change in list_changes(text)}
    troubles = ["%s: '%s' has no row" % (path, name)
                for name in sorted(names - set(rows))]
    troubles += ["%s: '%s' is no term of the rule any more" % (path, name)
                 for name in sorted(set(rows) - names)]
    now = say_rows(program, path, text, rows)
    for name, row in rows.items():
        if now[name] != row:
            troubles.append("%s: '%s'\n  texts: %s\n  was: %s\n  now: %s" % (
                path, name, row[0], row[1], now[name][1]))
    return troubles, len(rows), sum(row is None for row in rows.values())


def check_all(program, top, paths):
    rows = unknown = 0
    troubles = []
    with concurrent.futures.ThreadPoolExecutor(WORKERS) as workers:
        for told, count, without in workers.map(
                lambda path: check(program, top, path), paths):
            troubles += told
            rows += count
            unknown += without
    print("\n".join(troubles[:50]))
    print("%d rows, %d of them without a text; %d not as recorded" % (
        rows, unknown, len(troubles)))
    if troubles:
        print("if the rules are right: "
              "cmake --build --preset dev --target accept")
    return not troubles and rows > 0


# ---- accept ----------------------------------------------------------------

def still_tells(program, path, change, row):
    """Whether the row still tells the changed rule from the rule."""
    try:
        return program.effect(path, change.text, row[0]) != row[1]
    except Broken:
        return True


def accept(program, top, path, pool):
    text, old = read(top, path), read_rows(path)
    changes = {change.name: change for change in list_changes(text)}
    kept = {name: old[name] for name in changes if old.get(name)}
    now = say_rows(program, path, text, kept)
    wanted = [name for name in changes if name not in old or (
        old[name] and now[name] != old[name] and
        not still_tells(program, path, changes[name], now[name]))]
    rule = Rule(program, path, text) if wanted else None
    for name in wanted:
        now[name] = rule.witness(changes[name], None)
    missing = [name for name in wanted if not now[name]]
    if missing:
        rule.learn([now[name] for name in changes if now.get(name)])
    for name in missing:
        now[name] = rule.witness(changes[name], pool)
    rows = {name: now.get(name) for name in changes}
    if rows or os.path.exists(data_file(path)):
        write_rows(path, rows)
    found = sum(bool(rows[name]) for name in wanted)
    print("%s: %d rows, %d sought, %d found" % (path, len(rows), len(wanted),
                                               found), flush=True)


def accept_all(program, top, paths):
    pool = read_pool(top)
    for gone in set(glob.glob(HERE + "/*/*.txt")) - {
            data_file(path) for path in rule_files(top)}:
        os.remove(gone)
    with concurrent.futures.ThreadPoolExecutor(WORKERS) as workers:
        list(workers.map(lambda path: accept(program, top, path, pool), paths))
    return True


def main(arguments):
    if len(arguments) < 3 or arguments[0] not in ("check", "accept"):
        sys.exit(__doc__)
    what, claimlint, top = arguments[:3]
    program = Program(os.path.abspath(claimlint), os.path.join(top, "rules"))
    paths = arguments[3:] or rule_files(top)
    run = check_all if what == "check" else accept_all
    return 0 if run(program, os.path.abspath(top), paths) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
