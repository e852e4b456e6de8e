# SPDX-License-Identifier: Apache-2.0
"""Looks for the shortest text that tells a changed rule from the rule."""
import glob
import itertools
import json
import os
import re

import yaml

from program import Broken
from texts import (Base, is_chinese, joined, other_figure, swapped_digits,
                   words_of)

MOST = 400  # texts tried at once
FEW = 120  # at first
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def as_text(given):
    if isinstance(given, dict):
        return (str(given["date"]) if "date" in given else None,
                given.get("title"), given["text"])
    return given


def groups_of(examples):
    """The texts of each example, as articles held against each other."""
    for example in examples:
        for key, value in example.items():
            if isinstance(value, list):
                yield [as_text(text) for text in value]
            elif key in ("text", "silent"):
                yield [as_text(value)]


def plain(text):
    return text if isinstance(text, str) else text[2]


class Rule:
    """A rule file: its lists of terms, its examples and where they claim."""

    def __init__(self, program, path, text):
        self.program, self.path, self.text = program, path, text
        self.data = yaml.load(text, Loader)
        self.known, self.cache = {}, {}
        self.groups = list(groups_of(self.data["examples"]))
        self.articles = [a for g in self.groups for a in g]
        said = program.claims(path, text, self.articles)
        self.bases = []
        for article, claims in zip(self.articles, said):
            for claim in claims[:2]:
                base = Base(article, claim.split(" = ")[0])
                if base.start >= 0:
                    self.bases.append(base)
        self.bases.sort(key=lambda base: len(base.text))

    def terms(self, key):
        """The words of the list at a path such as "facets.scope.whole"."""
        if key not in self.known:
            self.known[key] = self.words_at(key)
        return self.known[key]

    def words_at(self, key):
        value = self.data
        for part in key.split("."):
            value = value.get(part, []) if isinstance(value, dict) else []
        return [w for term in value if isinstance(term, str)
                for w in words_of(term)[:3]] if isinstance(value, list) else []

    def measures(self):
        return self.terms("measure") + self.terms("negative")

    def subjects(self):
        return self.terms("subject") or [
            name for base in self.bases[:8]
            for name in re.findall(r"^[\u4e00-\u9fff]{2,4}|[A-Z][a-z]+",
                                   base.text)][:6]

    def facet_words(self, facet):
        options = (self.data.get("facets") or {}).get(facet)
        if not isinstance(options, dict):
            return []
        return [w for option in options
                for w in self.terms("facets.%s.%s" % (facet, option))]

    # ---- Texts in which a change could matter ------------------------------

    def near_bases(self, word, most):
        chinese = is_chinese(word)
        return sorted(self.bases, key=lambda base: is_chinese(base.text) !=
                      chinese)[:most]

    def frames(self, word):
        """The plainest sentences of a subject, a measure and a figure."""
        for base in self.near_bases(word, 6):
            for subject in self.subjects()[:4]:
                if is_chinese(word):
                    yield base.article(subject + word + base.quantity)
                else:
                    for frame in ("%s %s %s", "%s %s of %s", "%s %s was %s"):
                        yield base.article(frame % (subject, word,
                                                    base.quantity))
                    yield base.article("%s had %s %s" % (
                        subject, base.quantity, word))

    def with_word(self, key, word, most):
        head, *rest = key.split(".")
        for base in self.near_bases(word, most):
            made = []
            if head in ("measure", "negative", "unsaid", "exclude"):
                made += base.replaced(self.measures(), word)
            if head == "facets":
                made += base.replaced(self.facet_words(rest[0]), word)
            if head in ("subject", "exclude", "facets"):
                made += base.replaced(self.subjects(), word)
            if head == "unit":
                made += base.with_unit(word)
            else:
                made += base.beside(word)
            yield from map(base.article, made)

    def with_number(self, key):
        value = int(self.data[key])
        if key == "gap":
            for base in self.bases[:10]:
                for length in range(value - 6, value + 3):
                    yield from map(base.article, base.far(
                        self.measures(), max(length, 1)))
        else:
            for base in self.bases[:10]:
                for count in range(0, 16):
                    yield from map(base.article, base.later(
                        self.subjects(), count))

    def far(self, word):
        """As far from the figure as the rule lets a measure be: there a
        longer term matters, though a shorter one stands in it."""
        gap = int(self.data.get("gap", 20))
        for base in self.near_bases(word, 4):
            for text in base.replaced(self.measures(), word):
                moved = Base(text, base.quantity)
                for length in range(max(gap - len(word) - 1, 1), gap + 2):
                    if moved.start >= 0:
                        yield from map(base.article, moved.far([word], length))

    def options(self):
        """Each base with a word of each option of each facet."""
        for facet in self.data.get("facets") or {}:
            for word in self.facet_words(facet):
                for base in self.near_bases(word, 2):
                    yield from map(base.article, base.beside(word))

    def single(self, change, most):
        if change.term:
            for word in words_of(change.term):
                if change.key.split(".")[0] in ("measure", "negative"):
                    yield from self.frames(word)
                yield from self.with_word(change.key, word, most)
                if change.key.split(".")[0] in ("measure", "negative"):
                    yield from self.far(word)
            return
        key = change.key.split(".")[0]
        if key in ("gap", "carry"):
            yield from self.with_number(key)
        for other in ("exclude", "unsaid", "negative"):
            if key == other:
                for word in self.terms(key)[:8]:
                    yield from self.with_word(key, word, 4)
        yield from self.articles
        yield from self.options()

    def pairs(self, change):
        """Two articles that agree but for the figure, the day or a word."""
        yield from (g for g in self.groups if len(g) > 1)
        if self.data.get("type") == "slip":
            yield from self.slips(change)
        for base in self.bases[:6]:
            changed = itertools.chain(
                other_figure(base.text, base.quantity),
                swapped_digits(base.text, base.quantity))
            for text in changed:
                yield [base.article(base.text), base.article(text)]
                for one, two in (("2024年，", "2025年，"),
                                 ("2025年3月，", "2025年4月，"),
                                 ("2025年3月，", "2025年9月，"),
                                 ("2024年，", "2024年，"),
                                 ("", "2025年3月，")):
                    yield [base.article(one + base.text),
                           base.article(two + text)]
                    yield [base.article(two + base.text),
                           base.article(one + text)]
        yield from self.option_pairs()

    def slips(self, change):
        """Two figures of which two digits changed places."""
        for text in [plain(a) for g in self.groups if len(g) > 1 for a in g]:
            head = re.sub(r"[^0-9a-z ]*[0-9][0-9.,]*[^0-9]*$", "", text) + "值"
            if change.key == "unit" and change.term:
                for one, two in (("427.55", "472.55"), ("42755", "47255"),
                                 ("42.75", "47.25"), ("4275", "4725")):
                    for blank in ("", " ", "万"):
                        yield [head + one + blank + change.term,
                               head + two + blank + change.term]
            elif "carry" in (change.key, change.name[8:]):
                for count in range(1, 16):
                    later = "会开得很久。" * count
                    yield [head + "没说。" + later + "值5987元",
                           head + "值5897元"]

    def option_pairs(self):
        for facet, options in (self.data.get("facets") or {}).items():
            if not isinstance(options, dict):
                continue
            words = [self.terms("facets.%s.%s" % (facet, o))[:1]
                     for o in options] + [[""]]
            for one, two in itertools.permutations(words, 2):
                for base in self.bases[:3]:
                    for text in other_figure(base.text, base.quantity):
                        for a, b in zip(("".join(one) + base.text,),
                                        ("".join(two) + text,)):
                            yield [base.article(a), base.article(b)]

    def of_pool(self, change, pool):
        """What is written elsewhere with the term in it."""
        if not change.term:
            return []
        finds = finder(change.term)
        return [article for article in pool if finds(plain(article))]

    def learn(self, rows):
        """Texts found for other terms are examples as well."""
        known = {base.text for base in self.bases}
        self.bases = self.bases[:6]
        for articles, lines in rows:
            if len(articles) == 1 and lines and " = " in lines[0] and \
                    plain(articles[0]) not in known:
                base = Base(articles[0], lines[0].split(" = ")[0])
                if base.start >= 0:
                    self.bases.append(base)

    # ---- The search --------------------------------------------------------

    def best(self, change, articles):
        """The shortest of the texts whose claims the change alters."""
        articles = list(dict.fromkeys(articles))
        found = None
        for start in range(0, len(articles), MOST):
            batch = articles[start:start + MOST]
            now = self.said(batch)
            then = self.program.claims(self.path, change.text, batch)
            differ = [([a], said) for a, said, other in zip(batch, now, then)
                      if said != other]
            if differ:
                found = min(differ, key=lambda row: (
                    not row[1], len(plain(row[0][0]))))
                break
        return found

    def said(self, articles):
        """What the rule as it is says; each text is tried once."""
        new = [a for a in articles if a not in self.cache]
        self.cache.update(zip(new, self.program.claims(self.path, self.text,
                                                       new)))
        return [self.cache[a] for a in articles]

    def best_pair(self, change, groups, most=60):
        for group in itertools.islice(groups, most):
            key = tuple(group)
            if key not in self.cache:
                self.cache[key] = self.program.findings(self.path, self.text,
                                                        group)
            now = self.cache[key]
            if now != self.program.findings(self.path, change.text, group):
                return group, now
        return None

    def witness(self, change, pool):
        """([text...], [line...]) or None; without a pool a first look."""
        try:
            if self.data.get("type") == "slip":
                return self.best_pair(change, self.pairs(change), 400)
            if pool is None:
                return self.best(change, itertools.islice(
                    self.single(change, 6), FEW))
            found = self.best(change, itertools.chain(
                self.of_pool(change, pool), self.articles,
                self.single(change, 24)))
            if not found and not change.term:
                found = self.best_pair(change, self.pairs(change), 30)
            return found
        except Broken:  # refused as it is changed: nothing is to be shown
            return self.bases and ([self.bases[0].article(
                self.bases[0].text)], self.program.claims(
                    self.path, self.text, [self.bases[0].article(
                        self.bases[0].text)])[0])


def finder(term):
    """Tells whether a text may hold the term; all texts may, if in doubt."""
    if len(term) > 2 and term[0] == "/" and term[-1] == "/":
        try:
            return re.compile(term[1:-1], re.IGNORECASE).search
        except re.error:
            return lambda text: True
    low = term.lower()
    return lambda text: low in text.lower()


def paragraphs(top):
    for name in sorted(glob.glob(os.path.join(top, "tests/articles/*/*"))):
        with open(name, encoding="utf-8") as file:
            for paragraph in re.split(r"\n\s*\n", file.read()):
                if 10 < len(paragraph) < 700:
                    yield paragraph


def read_pool(top):
    """Sentences of all rules' examples and of the articles with gold data."""
    pool = []
    for folder, _, names in sorted(os.walk(os.path.join(top, "rules"))):
        for name in sorted(names):
            if name.endswith(".yaml") and not folder.endswith("entities"):
                with open(os.path.join(folder, name), encoding="utf-8") as f:
                    text = f.read()
                block = text[text.index("\nexamples:"):]
                pool += [a for g in groups_of(yaml.load(block, Loader)
                                              ["examples"]) for a in g]
    with open(os.path.join(top, "tests/articles/wordings.jsonl"),
              encoding="utf-8") as file:
        for line in file:
            pool.append(json.loads(line).get("text", ""))
    pool += paragraphs(top)
    return [text for text in dict.fromkeys(pool) if text]
