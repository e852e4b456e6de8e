#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures time and peak memory on very large inputs; prints Markdown.

    large.py CLAIMLINT FOLDER [THOUSANDTHS]

The whole (1000) is 1 GB on one line, a million files of 1 KB, a million
claims of one key and a million keys.  Each input is made in FOLDER with half
its size and then with all of it: the ratio of the times tells whether the
work grows as the input does.  FOLDER is left empty.
"""
import datetime
import json
import os
import shutil
import sys
import time

MILLION = 1_000_000
PLAIN = "兰亭茶铺的掌柜说，今年的春茶比往年香，来的客人也多了起来。"
# Of one rule in one article no more than 10,000 claims are taken.
CLAIMS_IN_ARTICLE = 1000

RULE = """id: tea-shops
title: 茶铺的门店数
unit: 家
subject: {entity: tea-houses}
measure: [门店]
examples:
  - text: 茶号0的门店有5家。
    claim: {value: 5家}
  - silent: 茶号0的客人有5位。
"""


def write_rules(folder, houses):
    os.makedirs(f"{folder}/entities")
    with open(f"{folder}/tea.yaml", "w", encoding="utf-8") as file:
        file.write(RULE)
    with open(f"{folder}/entities/tea-houses.yaml", "w", encoding="utf-8") as file:
        file.write("list: tea-houses\ntitle: 茶号\nentities:\n")
        for number in range(houses):
            file.write(f"  茶号{number}: [茶号{number}]\n")


def one_line(folder, count):
    """COUNT KB without a line break; a figure in every hundredth KB."""
    block = PLAIN * (100_000 // len(PLAIN.encode()))
    with open(f"{folder}/line.txt", "w", encoding="utf-8") as file:
        for number in range(count // 100):
            file.write(f"{block}茶号0的门店有5家。")


def small_files(folder, count):
    body = PLAIN * (1000 // len(PLAIN.encode()))
    for number in range(count):
        if number % 1000 == 0:
            below = f"{folder}/{number // 1000:04d}"
            os.mkdir(below)
        with open(f"{below}/{number:07d}.txt", "w", encoding="utf-8") as file:
            file.write(f"{body}茶号{number % 100}的门店有{number % 7}家。")


def write_articles(folder, texts):
    with open(f"{folder}/articles.jsonl", "w", encoding="utf-8") as file:
        day = datetime.date(2025, 1, 1)
        for number, text in enumerate(texts):
            line = {"id": str(number), "date": str(day), "text": text}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def claims_of_one_key(folder, count):
    text = "".join(f"茶号0的门店有{number % 9 + 1}家。"
                   for number in range(CLAIMS_IN_ARTICLE))
    write_articles(folder, (text for _ in range(count // CLAIMS_IN_ARTICLE)))


def keys(folder, count):
    """One claim of each house on each of 1,000 days."""
    first = datetime.date(2022, 1, 1)
    days = [first + datetime.timedelta(number) for number in range(1000)]
    write_articles(
        folder,
        ("".join(f"{day.year}年{day.month}月{day.day}日，"
                 f"茶号{house}的门店有5家。" for day in days)
         for house in range(count // 1000)))


INPUTS = [("KB on one line", one_line), ("files of 1 KB", small_files),
          ("claims of one key", claims_of_one_key), ("keys", keys)]


def run(command):
    """Wall and CPU seconds, MiB and the exit status of one run."""
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.execvp(command[0], command)
    _, status, used = os.wait4(child, 0)
    return (time.perf_counter() - start, used.ru_utime + used.ru_stime,
            used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))


def measure(claimlint, folder, write, count):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(f"{folder}/articles")
    write_rules(f"{folder}/rules", 1000)
    write(f"{folder}/articles", count)
    result = run([claimlint, "check", "--rules", f"{folder}/rules", "--format",
                  "json", "-o", f"{folder}/report", "--quiet", "--cache",
                  "off", "--max-file-size", "8G", f"{folder}/articles"])
    size = os.path.getsize(f"{folder}/report") / 1e6
    shutil.rmtree(folder)
    return (*result, size)


def main(arguments):
    if len(arguments) not in (2, 3):
        sys.exit(__doc__)
    claimlint, folder = map(os.path.abspath, arguments[:2])
    count = MILLION * int(arguments[2] if arguments[2:] else 1000) // 1000
    print("| input | wall | CPU | twice the half | peak memory | report | "
          "status |\n|---|---:|---:|---:|---:|---:|---:|")
    failed = False
    for what, write in INPUTS:
        half = measure(claimlint, f"{folder}/large", write, count // 2)
        wall, cpu, memory, status, size = measure(
            claimlint, f"{folder}/large", write, count)
        print(f"| {count:,} {what} | {wall:.1f} s | {cpu:.1f} s | "
              f"{cpu / half[1]:.2f} × | {memory:.0f} MiB | {size:.1f} MB | "
              f"{status} |", flush=True)
        failed |= status not in (0, 1)
    sys.exit(failed)


main(sys.argv[1:])
