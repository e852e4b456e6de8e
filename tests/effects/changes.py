# SPDX-License-Identifier: Apache-2.0
"""Every change of one place of a rule file: a term or an entry is left out,
two options of a facet change names, a number moves by one, a key is gone.

A change has a name that other edits of the file leave as it is, such as
"measure: 份额" or "facets.scope: band <-> whole".
"""
import collections
import re

import yaml

Change = collections.namedtuple("Change", "name key term line text")

# What the keys say to people, or what a rule cannot be without.
SILENT = {"id", "title", "why", "ask", "examples", "type", "check", "list"}
NUMBERS = {"gap": (1, 200), "carry": (0, 5)}


def one_line(text):
    return re.sub(r"\s+", " ", text)


def drop(text, start, end):
    """TEXT without an item of a list or an entry, and without its comma."""
    after = re.compile(r"\s*,\s*").match(text, end)
    if after:
        return text[:start] + text[after.end():]
    before = re.search(r",\s*$", text[:start])
    return text[:before.start() if before else start] + text[end:]


class Lister:
    """Walks the nodes of a rule, which know where in the text they stand."""

    def __init__(self, text):
        self.text = text
        self.changes = []

    def add(self, name, node, changed, key, term=None):
        self.changes.append(Change(one_line(name), key, term,
                                   node.start_mark.line + 1, changed))

    def span(self, node):
        return node.start_mark.index, node.end_mark.index

    def without(self, path, node, item, term=None):
        start, end = self.span(item)
        self.add("%s: %s" % (path, item.value), item,
                 drop(self.text, start, end), path, term)

    def entry_gone(self, path, key, value):
        """Without KEY: VALUE of a map written in one line."""
        self.add("%s: without %s" % (path, key.value), key,
                 drop(self.text, key.start_mark.index, value.end_mark.index),
                 path)

    def terms(self, path, node):
        # a list of one would be a list of none, which is refused
        if not isinstance(node, yaml.SequenceNode) or len(node.value) < 2:
            return
        for item in node.value:
            if isinstance(item, yaml.ScalarNode):
                self.without(path, node, item, item.value)

    def swap(self, path, one, two):
        a, b = self.span(one), self.span(two)
        self.add("%s: %s <-> %s" % (path, one.value, two.value), one,
                 self.text[:a[0]] + two.value + self.text[a[1]:b[0]] +
                 one.value + self.text[b[1]:], path)

    def facets(self, node):
        for facet, options in node.value:
            if not isinstance(options, yaml.MappingNode):
                continue
            path = "facets." + facet.value
            for option, terms in options.value:
                self.terms("%s.%s" % (path, option.value), terms)
            names = [option for option, _ in options.value]
            for one, two in zip(names, names[1:]):
                self.swap(path, one, two)

    def number(self, key, node):
        low, high = NUMBERS[key]
        start, end = self.span(node)
        for near in (int(node.value) - 1, int(node.value) + 1):
            if low <= near <= high:
                self.add("%s: %s -> %d" % (key, node.value, near), node,
                         "%s%d%s" % (self.text[:start], near, self.text[end:]),
                         key)

    def gone(self, key, node):
        """Without the whole key; a rule says there what is not the default."""
        begin = self.text.rfind("\n", 0, key.start_mark.index) + 1
        end = self.text.find("\n", node.end_mark.index - 1) + 1
        self.add("without %s" % key.value, key,
                 self.text[:begin] + self.text[end:], key.value)

    def entries(self, path, node):
        if node.flow_style and len(node.value) > 1:
            for key, value in node.value:
                self.entry_gone(path, key, value)

    def rule(self, root):
        for key, node in root.value:
            name = key.value
            if name in SILENT:
                continue
            if name == "facets":
                self.facets(node)
            elif name in NUMBERS:
                self.number(name, node)
            elif isinstance(node, yaml.SequenceNode):
                self.terms(name, node)
            elif isinstance(node, yaml.MappingNode):
                self.entries(name, node)
            if name not in ("subject", "unit", "measure", "facets"):
                self.gone(key, node)
        return self.changes


def without_examples(text):
    """The same places in a text that is quicker to read."""
    block = re.search(r"^examples:\n((?:[ #\n].*\n?|\n)*)", text, re.MULTILINE)
    return (text[:block.start(1)] + re.sub(r"[^\n]", " ", block.group(1)) +
            text[block.end(1):])


def list_changes(text):
    """Every change of a rule file that holds one rule."""
    return Lister(text).rule(yaml.compose(without_examples(text)))
