#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the shipped rules on the shipped articles; prints Markdown.

    own.py CLAIMLINT TOP FOLDER [MEGABYTES]

The articles of TOP/corpus are copied into FOLDER until they are so many
(256), each copy a file of its own, and checked whole by one thread.  Nearly
every sentence of them holds a figure that a rule asks for, so this is the
dearest text there is; what `compare.py` measures is the cheapest.  The last
column is each stage's part of the time.  FOLDER is left empty.
"""
import os
import re
import shutil
import sys
import tempfile

MILLION = 1_000_000
IN_FOLDER = 1000


def texts(top):
    folder = os.path.join(top, "corpus")
    for name in sorted(os.listdir(folder)):
        if name != "README.md":
            with open(os.path.join(folder, name), "rb") as file:
                yield name, file.read()


def fill(folder, shipped, wanted):
    """Copies in order, so that each comes as often; how many bytes."""
    done = count = 0
    while done < wanted:
        name, data = shipped[count % len(shipped)]
        below = os.path.join(folder, f"{count // IN_FOLDER:04d}")
        os.makedirs(below, exist_ok=True)
        with open(os.path.join(below, f"{count:07d}-{name}"), "wb") as file:
            file.write(data)
        done += len(data)
        count += 1
    return done


def run(command, told):
    """CPU seconds and peak MiB of a run whose asides go to a file."""
    child = os.posix_spawn(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, told, os.O_WRONLY | os.O_CREAT | os.O_TRUNC,
         0o644)])
    _, status, used = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit("failed: " + " ".join(command))
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def measure(claimlint, top, folder, told):
    seconds, memory = run(
        [claimlint, "check", "--rules", os.path.join(top, "rules"), "--jobs",
         "1", "--cache", "off", "--format", "json", "--statistics", folder],
        told)
    with open(told, encoding="utf-8") as file:
        text = file.read()
    took = re.search(r"  took +(.*)\n", text).group(1)
    stages = re.findall(r"(\w+) ([\d.]+) s", took)
    found = re.search(r"  found +(.*)\n", text).group(1)
    return seconds, memory, [(name, float(s)) for name, s in stages], found


def main(arguments):
    if len(arguments) not in (3, 4):
        sys.exit(__doc__)
    claimlint, top, folder = map(os.path.abspath, arguments[:3])
    megabytes = int(arguments[3]) if arguments[3:] else 256
    shipped = list(texts(top))
    print("| text | found | CPU, s | MB/s of a core | peak, MiB "
          "| where the time goes |\n|---|---|---:|---:|---:|---|")
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="own-", dir=folder) as made:
        for name, wanted in (("once", 1), ("half", megabytes * MILLION // 2),
                             ("all", megabytes * MILLION)):
            below = os.path.join(made, name)
            size = fill(below, shipped, wanted if wanted > 1 else
                        sum(len(data) for _, data in shipped))
            seconds, memory, stages, found = measure(
                claimlint, top, below, os.path.join(made, "told"))
            whole = sum(s for _, s in stages) or 1
            print(f"| {size / MILLION:.3g} MB | {found} | {seconds:.2f} "
                  f"| {size / MILLION / seconds:.3g} | {memory:.1f} | " +
                  ", ".join(f"{stage} {100 * s / whole:.0f} %"
                            for stage, s in stages) + " |", flush=True)
            shutil.rmtree(below)


main(sys.argv[1:])
