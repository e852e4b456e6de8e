# SPDX-License-Identifier: Apache-2.0
"""Sentences in which a term of a rule could matter, made of the rule's own
examples: another term's place is the new one's, or it is put in between."""
import random
import re
try:
    import re._parser as parser
except ImportError:  # before Python 3.11
    import sre_parse as parser

SEED = 20240229
SAMPLES = 10
FILLER = "这样那样一来二去说来话长长话短说各方都在看着等着盼着呢"


def is_chinese(text):
    return bool(re.search(r"[\u3400-\u9fff]", text))


# ---- Words that a regular expression finds ---------------------------------

class Sampler:
    """A string for a parsed expression; what only looks around stands beside."""

    def __init__(self, number):
        self.random = random.Random(SEED + number)
        self.plain = number == 0
        self.groups = {}

    def choice(self, options):
        return options[0] if self.plain else self.random.choice(options)

    def pick_set(self, members):
        if members[0][0] is parser.NEGATE:
            return self.choice("的a 大")
        options = []
        for kind, value in members:
            if kind is parser.LITERAL:
                options.append(chr(value))
            elif kind is parser.RANGE:
                options += [chr(value[0]), chr(value[1])]
            elif kind is parser.CATEGORY:
                options.append(self.category(value))
        return self.choice(options)

    def category(self, value):
        return {parser.CATEGORY_DIGIT: "5", parser.CATEGORY_SPACE: " ",
                parser.CATEGORY_WORD: "a"}.get(value, "的")

    def one(self, kind, value):
        if kind is parser.LITERAL:
            return chr(value)
        if kind in (parser.ANY, parser.NOT_LITERAL):
            return "的"
        if kind is parser.IN:
            return self.pick_set(value)
        if kind is parser.BRANCH:
            return self.many(self.choice(value[1]))
        if kind is parser.SUBPATTERN:
            made = self.groups[value[0]] = self.many(value[3])
            return made
        if kind is parser.GROUPREF:
            return self.groups.get(value, "")
        if kind in (parser.MAX_REPEAT, parser.MIN_REPEAT,
                    getattr(parser, "POSSESSIVE_REPEAT", None)):
            low, high, inner = value
            count = low if self.plain else self.random.randint(
                low, max(low, min(high, low + 2)))
            return "".join(self.many(inner) for _ in range(count))
        if kind is getattr(parser, "ATOMIC_GROUP", ""):
            return self.many(value)
        if kind is parser.ASSERT:
            return self.many(value[1])
        return ""  # a border, or what must not be there

    def many(self, items):
        return "".join(self.one(kind, value) for kind, value in items)

    def bare(self, items):
        """Without what is only looked for before and behind."""
        return "".join(self.one(kind, value) for kind, value in items
                       if kind is not parser.ASSERT)


def words_of(term):
    """The spellings of a term, which may be an expression between slashes."""
    if not (len(term) > 2 and term[0] == "/" and term[-1] == "/"):
        return [term]
    try:
        items = parser.parse(term[1:-1])
    except (re.error, OverflowError):
        return []
    words = []
    for number in range(SAMPLES):
        for made in (Sampler(number).bare(items), Sampler(number).many(items)):
            if made and made not in words:
                words.append(made)
    return words


# ---- Places in an example --------------------------------------------------

def joined(left, word, right):
    """Latin letters want a blank between them."""
    def gap(a, b):
        return " " if re.search(r"[A-Za-z0-9)%]$", a) and re.match(
            r"[A-Za-z0-9($€£]", b) else ""
    return left + gap(left, word) + word + gap(word, right) + right


class Base:
    """An example with its claim: where the figure stands in the text."""

    def __init__(self, article, quantity):
        self.date, self.title, self.text = (
            (None, None, article) if isinstance(article, str) else article)
        self.start = self.text.find(quantity)
        self.end = self.start + len(quantity)
        self.quantity = quantity

    def article(self, text):
        if self.date or self.title:
            return (self.date, self.title, text)
        return text

    def find(self, terms):
        """(start, end) of each plain term that stands in the text."""
        low = self.text.lower()
        for term in sorted(terms, key=len, reverse=True):
            at = low.find(term.lower())
            if at >= 0:
                yield at, at + len(term)

    def replaced(self, terms, word):
        for start, end in self.find(terms):
            yield joined(self.text[:start], word, self.text[end:])
            yield joined(self.text[:start], "", self.text[end:]).replace(
                self.quantity, joined(self.quantity, word, ""), 1)

    def beside(self, word):
        """The word before and behind the figure, at the ends, as a clause."""
        text, start, end = self.text, self.start, self.end
        comma = "，" if is_chinese(word) else ", "
        stop = re.search(r"[。.]?\s*$", text).start()
        yield joined(text[:start], word, text[start:])
        yield joined(text[:end], word, text[end:])
        yield joined("", word, text)
        yield word + comma + text
        yield joined(text[:stop], word, text[stop:])
        yield text[:stop] + comma + word + text[stop:]
        yield "%s（%s）%s" % (text[:end], word, text[end:])
        for match in re.finditer(r"[，,、的]| (?=[a-z])", text):
            yield joined(text[:match.end()], word, text[match.end():])

    def with_unit(self, word):
        number = re.search(r"[0-9][0-9.,]*[万亿]*", self.quantity)
        for figure in ([number.group()] if number else []) + ["12", "25万"]:
            for blank in ("", " "):
                yield self.text[:self.start] + figure + blank + word + \
                    self.text[self.end:]
        yield joined(self.text[:self.start], word + "12", self.text[self.end:])

    def far(self, terms, length):
        """The figure so many characters behind its measure or before it."""
        for start, end in self.find(terms):
            filler = (FILLER * 10)[:length]
            thin = ("so as it is now said to be and was then " * 10)[:length]
            for room in (filler, thin[:-1] + " "):
                if end <= self.start:
                    yield self.text[:end] + room + self.text[self.start:]
                elif start >= self.end:
                    yield self.text[:self.end] + room + self.text[start:]

    def later(self, subjects, count):
        """The figure so many sentences behind its subject."""
        for start, end in self.find(subjects):
            rest = self.text[:start] + self.text[end:]
            for name in subjects[:2]:
                yield name + "开了会。" + "会开得很久。" * count + rest
                yield name + " held a meeting. " + \
                    "It was a long one. " * count + rest


def other_figure(text, quantity):
    """The quantity with its first digit and its last one changed."""
    for pattern in (r"[1-9]", r"[0-9](?=[^0-9]*$)", r"(?<=[0-9])(?=[^0-9.,]|$)"):
        match = re.search(pattern, quantity)
        if match:
            digit = match.group() or "0"
            new = "0" if not match.group() else str(int(digit) % 9 + 1)
            changed = quantity[:match.start()] + new + quantity[match.end():]
            yield text.replace(quantity, changed, 1)


def swapped_digits(text, quantity):
    match = re.search(r"([1-9])(\.?)([1-9])", quantity)
    if match and match.group(1) != match.group(3):
        changed = (quantity[:match.start()] + match.group(3) + match.group(2) +
                   match.group(1) + quantity[match.end():])
        yield text.replace(quantity, changed, 1)
