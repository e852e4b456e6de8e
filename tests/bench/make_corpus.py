#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a large corpus and rule sets for measuring, the same bytes each time.

    make_corpus.py FOLDER [MEGABYTES]

The text is this project's own: sentences of corpus/ and tests/articles/ in
random order, half of their digits changed, 3 % of their Han characters
replaced, and 7 in 10 names of companies and products replaced by one of
30,000 invented ones, frequent and rare as names are (Zipf).  FOLDER gets

    files/NNN/NNNNN.txt   about 13.5 KB each
    big/N.txt             the same text in four files
    rules/COUNT/, subjects.COUNT, patterns.COUNT
                          30, 300, 3,000 and 30,000 rules of one name each; the
                          names alone and as regular expressions, for ripgrep
    hostile/NAME.N, .2N   texts made to be slow, and twice as long
"""
import bisect
import itertools
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
NAMES = 30000
COUNTS = (30, 300, 3000, 30000)
FILE_BYTES = 13500
FILES_IN_FOLDER = 100
RULES_IN_FILE = 1000
# Our articles are denser in figures than others' are: so many of a hundred
# sentences are drawn from those without a digit, which brings figures with a
# unit to about 1.7 per KB, as in long news articles.
PLAIN_PERCENT = 80

# What one rule in so many measures: words, unit, how a regex writes the unit.
MEASURES = [
    ("订单, 锁单, 大定, orders", "辆", "(辆|台|orders)"),
    ("销量, 交付, 交付量, deliveries", "辆", "(辆|台|units|cars)"),
    ("门店, 门店数, 店, stores", "家", "(家|stores|shops)"),
    ("营收, 收入, 营业收入, revenue", "元", "(亿元|万元|元|yuan)"),
    ("净利润, 利润, net profit", "元", "(亿元|万元|元|yuan)"),
    ("研发投入, 研发, R&D", "元", "(亿元|万元|元|yuan)"),
    ("员工, 团队, employees, staff", "人", "(人|名|people)"),
    ("用户, 月活, users", "人", "(人|户|users)"),
    ("份额, 市占率, 占比, share", "%", "(%|％|percent|个百分点)"),
    ("增长, 同比增长, growth, rose", "%", "(%|％|percent)"),
    ("电池, 电池容量, battery", "mAh", "(mAh|毫安时)"),
    ("售价, 起售价, 定价, price", "元", "(元|万元|yuan)"),
]


class Chance:
    """xorshift64*: the same draws with any Python."""

    def __init__(self, seed):
        self.state = seed

    def draw(self):
        x = self.state
        x ^= x >> 12
        x = (x ^ x << 25) & 0xFFFFFFFFFFFFFFFF
        x ^= x >> 27
        self.state = x
        return (x * 0x2545F4914F6CDD1D & 0xFFFFFFFFFFFFFFFF) >> 32

    def below(self, count):
        return self.draw() * count >> 32

    def of(self, items):
        return items[self.below(len(items))]


def read_texts():
    for folder in ("corpus", "tests/articles/before", "tests/articles/after"):
        path = os.path.join(TOP, folder)
        for name in sorted(os.listdir(path)):
            if name == "README.md":
                continue
            with open(os.path.join(path, name), encoding="utf-8") as file:
                text = file.read()
            yield re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)


def split_sentences(texts):
    out = []
    for text in texts:
        out += [part for part in re.findall(
            r"[^。！？!?\n]*(?:[。！？\n]|[!?] |\. )", text) if part.strip()]
    return out


def known_names():
    """Aliases of the shipped entity lists, longest first."""
    names = set()
    folder = os.path.join(TOP, "rules", "entities")
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            for aliases in re.findall(r"^  [\w-]+: \[(.*)\]", file.read(),
                                      flags=re.M):
                names |= {alias.strip(" \"'") for alias in aliases.split(",")}
    return sorted(names, key=lambda name: (-len(name), name))


def invent_names(chance):
    han = "岚星远海云山极晨光辰宇合瑞启明安盛泰恒新博雅川江河湖原野松柏竹梅凌翔飞驰跃腾旭曜澜汐"
    latin = "Zor Vel Kar Lum Nex Tri Qua Sol Mer Pax Dor Fen Gal Hyx Ibo Jun".split()
    names = []
    seen = set()
    while len(names) < NAMES:
        kind = chance.below(3)
        name = "".join(chance.of(han) for _ in range(2 + chance.below(2)))
        if kind == 1:
            name = (chance.of(latin) + chance.of(latin).lower() + " " +
                    "ABCDEFGHKLMNPRSTVWXY"[chance.below(20)] +
                    str(1 + chance.below(99)))
        elif kind == 2:
            name = name[:2] + "ABCDEFGHKLMNPRSTVWXY"[chance.below(20)] + str(
                1 + chance.below(99))
        if name not in seen:
            seen.add(name)
            names.append(name)
    return names


class Text:
    def __init__(self, chance):
        self.chance = chance
        self.names = invent_names(chance)
        weights = itertools.accumulate(
            1.0 / (rank + 1) for rank in range(NAMES))
        self.weights = list(weights)
        self.known = re.compile("|".join(map(re.escape, known_names())))
        self.sentences = split_sentences(read_texts())
        self.plain = [s for s in self.sentences if not re.search(r"\d", s)]
        self.han = sorted({c for s in self.sentences for c in s
                           if "\u4e00" <= c <= "\u9fff"})
        self.change = re.compile(r"[0-9]|[\u4e00-\u9fff]")

    def name(self):
        at = self.chance.draw() / 2**32 * self.weights[-1]
        return self.names[bisect.bisect_left(self.weights, at)]

    def rename(self, match):
        return self.name() if self.chance.below(10) < 7 else match.group()

    def vary(self, match):
        c = match.group()
        if c.isascii():
            return "0123456789"[self.chance.below(10)] if self.chance.below(
                2) else c
        return self.chance.of(self.han) if self.chance.below(100) < 3 else c

    def sentence(self):
        plain = self.chance.below(100) < PLAIN_PERCENT
        drawn = self.chance.of(self.plain if plain else self.sentences)
        text = self.change.sub(self.vary, drawn)
        return self.known.sub(self.rename, text)

    def article(self, size):
        parts = []
        length = 0
        while length < size:
            part = self.sentence()
            if self.chance.below(6) == 0:
                part = part.rstrip("\n") + "\n\n"
            parts.append(part)
            length += len(part.encode())
        return "".join(parts).encode()


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def write_articles(folder, text, total):
    done = count = 0
    big = [open_big(folder, number) for number in range(4)]
    while done < total:
        data = text.article(FILE_BYTES // 2 + text.chance.below(FILE_BYTES))
        write(os.path.join(folder, "files", "%03d" % (count // FILES_IN_FOLDER),
                           "%05d.txt" % count), data)
        big[min(3, done * 4 // total)].write(data)
        done += len(data)
        count += 1
    for file in big:
        file.close()
    return count, done


def open_big(folder, number):
    path = os.path.join(folder, "big", "%d.txt" % number)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    return open(path, "wb")


def write_rules(folder, names, counts=COUNTS):
    for count in counts:
        rules = []
        patterns = []
        for index, name in enumerate(names[:count]):
            words, unit, regex = MEASURES[index % len(MEASURES)]
            rules.append(f"- id: r{index:05}\n  title: {name}\n"
                         f"  subject: ['{name}']\n  measure: [{words}]\n"
                         f"  unit: '{unit}'\n  examples:\n"
                         f"  - {{text: {name}{words.split(',')[0]}28{unit}, "
                         f"claim: {{value: 28{unit}}}}}\n"
                         f"  - {{silent: {name}28}}\n")
            patterns.append(re.escape(name) + r".{0,30}\d[\d,.]*[万亿]?" +
                            regex)
        for first in range(0, count, RULES_IN_FILE):
            write(os.path.join(folder, "rules", str(count),
                               f"{first:05}.yaml"),
                  "".join(rules[first:first + RULES_IN_FILE]).encode())
        for kind, lines in (("subjects", names[:count]), ("patterns", patterns)):
            write(os.path.join(folder, f"{kind}.{count}"),
                  "".join(line + "\n" for line in lines).encode())


def write_hostile(folder, name, least=1 << 20):
    runs = {
        "digits": "1234567890", "percent": "百分之", "myriad": "万亿",
        "numeral": "三", "csv": "17,143,2025,41.5,\n",
        "one-line": f"{name}的订单是289,000辆，",
    }
    for size, ending in ((least, "N"), (2 * least, "2N")):
        texts = {kind: run * (size // len(run.encode()) + 1)
                 for kind, run in runs.items()}
        texts["claims"] = "".join(f"{name}订单{10000 + i}辆。\n"
                                  for i in range(size // 27))
        for kind, text in texts.items():
            data = text.encode()[:size].decode(errors="ignore").encode()
            write(os.path.join(folder, "hostile", f"{kind}.{ending}.txt"), data)


def main():
    folder = sys.argv[1]
    total = int(sys.argv[2] if len(sys.argv) > 2 else 256) * 1000 * 1000
    text = Text(Chance(20251122))
    write_rules(folder, text.names)
    write_hostile(folder, text.names[0])
    count, done = write_articles(folder, text, total)
    print(f"{done} bytes in {count} files", file=sys.stderr)


if __name__ == "__main__":
    main()
