#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures claimlint against ripgrep and against itself; prints Markdown.

    compare.py CLAIMLINT CORPUS [PAIRS]

CORPUS is a folder that make_corpus.py filled.  Two commands are run in turn,
A B A B, after one unmeasured run of both; a row shows the median of the
ratios of neighbours and their range, which a noisy machine moves less than
the times.  Every run must end as a finished check ends, else it counts as
failed and so does the whole.
"""
import os
import platform
import shutil
import statistics
import sys
import tempfile
import time

SAMPLE = 1000  # files: what slow peers are measured on


class Bench:
    def __init__(self, claimlint, corpus, pairs):
        self.claimlint = os.path.abspath(claimlint)
        self.corpus = os.path.abspath(corpus)
        self.pairs = pairs
        self.failed = False
        self.folder = tempfile.mkdtemp(prefix="claimlint-bench-")

    def path(self, *parts):
        return os.path.join(self.corpus, *parts)

    def check(self, rules, paths, *options):
        return self.tell(rules, "-o", os.path.join(self.folder, "out"),
                         *options, *paths)

    def tell(self, rules, *arguments):
        """To standard output, as ripgrep does: a file is synchronised, too."""
        return [self.claimlint, "check", "--rules", self.path("rules", rules),
                "--format", "json", "--quiet", *arguments]

    def run(self, command, ended=(0, 1)):
        """Wall and CPU seconds, and peak memory in MiB, of one run."""
        start = time.perf_counter()
        child = os.fork()
        if child == 0:
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, 1)
            os.dup2(nothing, 2)
            os.execvp(command[0], command)
        _, status, used = os.wait4(child, 0)
        wall = time.perf_counter() - start
        if os.waitstatus_to_exitcode(status) not in ended:
            print("failed:", " ".join(command), file=sys.stderr)
            self.failed = True
        return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024

    def pair(self, number, what, a, b, bar, stretch):
        self.run(a), self.run(b)
        runs = [(self.run(a)[0], self.run(b)[0]) for _ in range(self.pairs)]
        ratios = sorted(x / y for x, y in runs)
        ratio = statistics.median(ratios)
        row(number, what, f"{ratio:.3g} [{ratios[0]:.3g}–{ratios[-1]:.3g}]",
            f"{statistics.median(x for x, _ in runs):.3f} s / "
            f"{statistics.median(y for _, y in runs):.3f} s",
            bar, stretch, ratio <= bar)

    def alone(self, command, ended=(0, 1)):
        self.run(command, ended)
        runs = [self.run(command, ended) for _ in range(self.pairs)]
        return [statistics.median(column) for column in zip(*runs)]

    def output(self, command, ended=(0, 1)):
        self.run(command, ended)
        with open(os.path.join(self.folder, "out"), "rb") as file:
            return file.read()


def row(number, what, measured, times, bar, stretch, met):
    print(f"| {number} | {what} | {measured} | {times} | ≤ {bar:.3g} | "
          f"≤ {stretch:.3g} | {'yes' if met else '**no**'} |", flush=True)


def machine():
    name = platform.processor() or platform.machine()
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        for line in file:
            if line.startswith("model name"):
                name = line.split(":", 1)[1].strip()
                break
    return f"{os.cpu_count()} × {name}, Linux {platform.release()}"


def files_below(folder, limit):
    found = []
    for path, folders, names in os.walk(folder):
        folders.sort()
        found += [os.path.join(path, name) for name in sorted(names)]
        if len(found) >= limit:
            break
    return found[:limit]


def against_ripgrep(bench):
    files, sample = bench.path("files"), files_below(bench.path("files"), SAMPLE)
    subjects, patterns = bench.path("subjects.300"), bench.path("patterns.300")
    rg = ["rg", "-c", "-F", "-f", subjects]
    bench.pair(1, "300 rules, 1 thread / `rg -j1 -c -F -f subjects`",
               bench.check("300", [files], "--jobs", "1"),
               rg + ["-j1", files], 0.90, 0.65)
    bench.pair(2, "the same, 2 threads / `rg -j2`",
               bench.check("300", [files], "--jobs", "2"),
               rg + ["-j2", files], 0.65, 0.45)
    bench.pair(3, f"300 rules / `rg --pcre2 -c -f patterns`, {SAMPLE} files",
               bench.check("300", sample, "--jobs", "1"),
               ["rg", "-j1", "--pcre2", "-c", "-f", patterns, *sample],
               1 / 40, 1 / 80)


def against_itself(bench):
    files, big = [bench.path("files")], [bench.path("big")]
    few = bench.check("30", files, "--jobs", "1")
    bench.pair(5, "3,000 rules / 30 rules",
               bench.check("3000", files, "--jobs", "1"), few, 1.25, 1.10)
    bench.pair(6, "30,000 rules / 30 rules",
               bench.check("30000", files, "--jobs", "1"), few, 1.75, 1.30)
    for what, paths in (("small files", files), ("4 big files", big)):
        bench.pair(7, f"2 threads / 1, {what}",
                   bench.check("300", paths, "--jobs", "2"),
                   bench.check("300", paths, "--jobs", "1"), 0.60, 0.53)


def start_and_memory(bench):
    five = files_below(bench.path("files"), 5)
    wall = bench.alone(bench.tell("300", *five))[0] * 1000
    row(9, "five articles, 300 rules, cold process, ms", f"{wall:.1f}", "",
        8, 4, wall <= 8)
    memory = bench.alone(bench.check("300", [bench.path("files")],
                                     "--jobs", "1"))[2]
    row(11, "peak memory, all files, 300 rules, MiB", f"{memory:.1f}", "",
        32, 14, memory <= 32)


def change_some(folder):
    for number, path in enumerate(files_below(folder, 10**9)):
        if number % 100 == 0:
            with open(path, "ab") as file:
                file.write("又及。\n".encode())


def again(bench):
    cache, copy = (os.path.join(bench.folder, name) for name in ("cache", "copy"))
    shutil.copytree(bench.path("files"), copy)
    full = bench.check("300", [copy], "--jobs", "1")
    cached = full + ["--cache", cache]
    ratios = []
    for _ in range(bench.pairs):
        bench.run(cached)
        change_some(copy)
        ratios.append(bench.run(cached)[0] / bench.run(full)[0])
    ratio = statistics.median(ratios)
    row(13, "1 in 100 files changed / all anew",
        f"{ratio:.3g} [{min(ratios):.3g}–{max(ratios):.3g}]", "", 0.25, 0.18,
        ratio <= 0.25)


ALL_CLAIMS = ("--max-claims", "1000000")  # no article of a desk has so many
TOLD = (0, 1, 2)  # 2: told that such a text was not judged to its end


def hostile(bench):
    for name in sorted(os.listdir(bench.path("hostile"))):
        if name.endswith(".N.txt"):
            path = bench.path("hostile", name)
            twice = path.replace(".N.txt", ".2N.txt")
            longer, shorter = (
                bench.alone(bench.check("300", [each], *ALL_CLAIMS), TOLD)[1]
                for each in (twice, path))
            ratio = longer / shorter
            row(14, f"hostile text `{name[:-6]}`, twice as long",
                f"{ratio:.3g}", "", 2.2, 2.2, ratio <= 2.2)
    command = bench.check("300", [bench.path("hostile", "claims.2N.txt")],
                          "--jobs", "1", *ALL_CLAIMS)
    claims = bench.output(command, TOLD).count(b'"quantity_text"')
    cost = bench.alone(command, TOLD)[1] / claims * 1e6
    row(15, f"{claims} claims in one article, µs of CPU each", f"{cost:.2f}",
        "", 1, 0.4, cost <= 1)


def same_bytes(bench):
    outputs = {bench.output(bench.check("300", [bench.path("files")],
                                        "--jobs", jobs))
               for jobs in ("1", "2", "8")}
    row(16, "different reports of 1, 2 and 8 threads, beyond one",
        str(len(outputs) - 1), "", 0, 0, len(outputs) == 1)


def main(arguments):
    if len(arguments) not in (2, 3):
        sys.exit(__doc__)
    bench = Bench(*arguments[:2], int(arguments[2]) if arguments[2:] else 7)
    total = sum(os.path.getsize(path)
                for path in files_below(bench.path("files"), 10**9))
    print(f"{machine()}; {total / 1e6:.0f} MB, {bench.pairs} pairs a row.\n")
    print("| # | what | measured | medians | bar | stretch | met |\n"
          "|---|---|---:|---:|---:|---:|---|")
    try:
        for part in (against_ripgrep, against_itself, start_and_memory, again,
                     hostile, same_bytes):
            part(bench)
    finally:
        shutil.rmtree(bench.folder)
    sys.exit(bench.failed)


main(sys.argv[1:])
