#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Gates speed by what a busy machine does not move; prints Markdown.

    quick.py CLAIMLINT [--record]

Instructions are counted by callgrind and held against quick.json beside this
file: more than a quarter above what is written there fails.  Also: the same
report from any number of threads, twice the text at no more than 2.2 times
the work, and memory that does not grow with the text.  --record writes what
was counted into quick.json, to be committed with what moved it.

Counts are those of a release build by gcc on x86-64; compilers and libraries
move them by a tenth or so.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import make_corpus

RECORDED = os.path.join(make_corpus.HERE, "quick.json")
SHIPPED = os.path.join(make_corpus.TOP, "rules")
ARTICLES_BYTES = 300_000
HOSTILE_BYTES = 1 << 15
SLACK = 1.25
MOST_GROWTH = 2.2
MOST_MEMORY = 32  # MiB
MEMORY_NOISE = 2
FINISHED = (0, 1, 2)  # 2: a hostile text that was not judged to its end
# A process counts the memory of the one it was forked from: a small one runs
# the command, and says what it took.
MEASURE = (sys.executable, "-S", "-E", "-c", """
import os, sys
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[
    (os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)])
print(os.wait4(child, 0)[2].ru_maxrss)
""")
ALL_CLAIMS = ("--max-claims", "1000000")


class Quick:
    def __init__(self, claimlint, folder):
        self.claimlint = os.path.abspath(claimlint)
        self.folder = folder
        self.failed = False
        self.recorded = {}
        if os.path.exists(RECORDED):
            with open(RECORDED, encoding="utf-8") as file:
                self.recorded = json.load(file)
        self.counted = {}

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def check(self, rules, *paths, jobs=1):
        return [self.claimlint, "check", "--rules", rules, "--format", "json",
                "--cache", "off", "--jobs", str(jobs), *ALL_CLAIMS, *paths]

    def output(self, command):
        done = subprocess.run(command, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=False)
        if done.returncode not in FINISHED:
            sys.exit("failed: " + " ".join(command))
        return done.stdout

    def instructions(self, command):
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
             *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            text=True, errors="replace", check=False)
        found = re.search(r"Collected : (\d+)", done.stderr)
        if done.returncode not in FINISHED or not found:
            sys.exit("failed: " + " ".join(command) + "\n" + done.stderr)
        return int(found.group(1))

    def memory(self, command):
        """Peak MiB of one run."""
        return int(self.output([*MEASURE, *command])) / 1024

    def row(self, what, measured, bar, met):
        self.failed |= not met
        print(f"| {what} | {measured} | {bar} | {'yes' if met else '**no**'} |",
              flush=True)

    def gate(self, name, what, value):
        self.counted[name] = round(value, 1)
        recorded = self.recorded.get(name)
        bar = recorded and recorded * SLACK
        self.row(what, f"{value:.1f}", f"≤ {bar:.1f}" if bar else "none",
                 not bar or value <= bar)


def size_of(*paths):
    return sum(os.path.getsize(os.path.join(path, name))
               for top in paths for path, _, names in os.walk(top)
               for name in names)


def write_texts(quick):
    text = make_corpus.Text(make_corpus.Chance(20251122))
    make_corpus.write_rules(quick.folder, text.names, (30, 300))
    make_corpus.write_hostile(quick.folder, text.names[0], HOSTILE_BYTES)
    done = number = 0
    while done < ARTICLES_BYTES:
        data = text.article(make_corpus.FILE_BYTES)
        for copy in ("once", "twice/a", "twice/b"):
            make_corpus.write(quick.path(copy, f"{number:03}.txt"), data)
        done += len(data)
        number += 1


def starts(quick, rules):
    empty = quick.path("empty.txt")
    make_corpus.write(empty, b"\n")
    start = quick.instructions(quick.check(rules, empty))
    quick.gate("start-300", "start with 300 rules, M instructions",
               start / 1e6)
    shipped = quick.instructions(quick.check(SHIPPED, empty))
    quick.gate("start-shipped",
               "start with the shipped rules, instructions a byte of them",
               shipped / size_of(SHIPPED))
    return start


def texts(quick, rules, start):
    once = quick.path("once")
    work = quick.instructions(quick.check(rules, once)) - start
    quick.gate("articles", "articles, 300 rules, instructions a byte",
               work / size_of(once))
    quick.memory(quick.check(rules, once))
    one = quick.memory(quick.check(rules, once))
    two = quick.memory(quick.check(rules, quick.path("twice")))
    quick.row("peak memory, MiB", f"{one:.1f}", f"≤ {MOST_MEMORY}",
              one <= MOST_MEMORY)
    quick.row("more of it for twice the articles, MiB", f"{two - one:.1f}",
              f"≤ {MEMORY_NOISE}", two - one <= MEMORY_NOISE)


def hostile(quick, rules, start):
    folder = quick.path("hostile")
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".N.txt"):
            continue
        path = os.path.join(folder, name)
        half, whole = (
            quick.instructions(quick.check(rules, each)) - start
            for each in (path, path.replace(".N.txt", ".2N.txt")))
        quick.row(f"hostile text `{name[:-6]}`, twice as long",
                  f"{whole / half:.2f}", f"≤ {MOST_GROWTH}",
                  whole <= half * MOST_GROWTH)


def same_bytes(quick, rules):
    reports = {quick.output(quick.check(rules, quick.path("twice"), jobs=jobs))
               for jobs in (1, 2, 8)}
    quick.row("different reports of 1, 2 and 8 threads, beyond one",
              len(reports) - 1, 0, len(reports) == 1)


def main(arguments):
    if not arguments or arguments[1:] not in ([], ["--record"]):
        sys.exit(__doc__)
    if not shutil.which("valgrind"):
        sys.exit("missing: valgrind")
    with tempfile.TemporaryDirectory(prefix="claimlint-quick-") as folder:
        quick = Quick(arguments[0], folder)
        write_texts(quick)
        rules = quick.path("rules", "300")
        print("| what | measured | bar | met |\n|---|---:|---:|---|")
        start = starts(quick, rules)
        texts(quick, rules, start)
        hostile(quick, quick.path("rules", "30"), quick.instructions(
            quick.check(quick.path("rules", "30"), quick.path("empty.txt"))))
        same_bytes(quick, rules)
    if arguments[1:]:
        with open(RECORDED, "w", encoding="utf-8") as file:
            json.dump(quick.counted, file, indent=2)
            file.write("\n")
        return 0
    return quick.failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
