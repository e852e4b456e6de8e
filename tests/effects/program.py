# SPDX-License-Identifier: Apache-2.0
"""What claimlint says of texts by one rule file, in one line a claim."""
import json
import os
import shutil
import subprocess
import tempfile

import yaml


class Broken(Exception):
    """The changed rule is no rule, or the program did not end well."""


def as_article(text):
    """A text is a string, or (date, title, text) as in a rule's examples."""
    if isinstance(text, str):
        return {"text": text}
    date, title, body = text
    article = {"text": body}
    if date:
        article["date"] = date
    if title:
        article["title"] = title
    return article


def say_end(value, end, infinite):
    number = value.get(end)
    return infinite if number is None else str(number)


def say_value(value):
    low, high = say_end(value, "lo", "-"), say_end(value, "hi", "-")
    if low == high:
        return "%s %s" % (low, value["unit"])
    return "%s%s, %s%s %s" % (
        "(" if value["lo_open"] else "[", low,
        high, ")" if value["hi_open"] else "]", value["unit"])


def say_claim(claim):
    """"接近17个点 = [15.3, 17) percentage_point near; brand xiaomi"."""
    assumed = set(claim["assumed"])
    facets = ["%s %s%s" % (name, option, "?" if name in assumed else "")
              for name, option in claim["facets"].items()]
    hedge = claim["value"]["hedge"]
    return "%s = %s%s; %s" % (
        " ".join(claim["quantity_text"].split()), say_value(claim["value"]),
        "" if hedge == "exact" else " " + hedge, ", ".join(facets))


def say_finding(finding):
    camps = " / ".join(say_value(camp["value"]) for camp in finding["camps"])
    told = "%s: %s" % (finding["verdict"], camps)
    if finding["differs_in"]:
        told += "; differs in " + ", ".join(map(str, finding["differs_in"]))
    if finding["unknown_in"]:
        told += "; unknown " + ", ".join(map(str, finding["unknown_in"]))
    return told


class Program:
    """Runs a rule, as it is or changed, without the rules beside it; only
    those that it names by their id come with it."""

    def __init__(self, claimlint, rules):
        self.claimlint = claimlint
        self.rules = rules

    def files(self, folder, path, text):
        """The rule with its lists where it looks for them."""
        pack, name = path.split("/")[-2:]
        # a link would not be followed to a list
        shutil.copytree(os.path.join(self.rules, "entities"),
                        os.path.join(folder, "entities"))
        os.mkdir(os.path.join(folder, pack))
        file = os.path.join(folder, pack, name)
        with open(file, "w", encoding="utf-8") as out:
            out.write(text)
        return [file] + self.companions(folder, pack, text)

    def companions(self, folder, pack, text):
        """Copies of the rules it names: all must find one set of lists."""
        named, files = [], []
        for line in text.split("\n"):
            if line.startswith(("confused_with:", "growth_of:")):
                value = yaml.safe_load(line.split(":", 1)[1])
                named += value if isinstance(value, list) else [value]
        for other in named:
            file = os.path.join(self.rules, pack, other + ".yaml")
            if os.path.exists(file):
                files.append(shutil.copy(file, os.path.join(folder, pack)))
        return files

    def run(self, arguments):
        process = subprocess.run(
            [self.claimlint] + arguments + ["--quiet", "--jobs", "1"], capture_output=True,
            timeout=120, check=False,
            env=dict(os.environ, LC_ALL="C.UTF-8"))
        if process.returncode not in (0, 1):
            raise Broken(process.stderr.decode(errors="replace"))
        return process.stdout.decode()

    def say(self, command, path, text, articles):
        with tempfile.TemporaryDirectory() as folder:
            files = self.files(folder, path, text)
            input_file = os.path.join(folder, "texts.jsonl")
            with open(input_file, "w", encoding="utf-8") as out:
                for article in articles:
                    out.write(json.dumps(as_article(article)) + "\n")
            return self.run(command + [w for f in files
                                       for w in ("--rules", f)] + [input_file])

    def claims(self, path, text, articles):
        """For each article the claims of the rule, a line each."""
        rule = path.split("/")[-1][:-len(".yaml")]
        said = [[] for _ in articles]
        if not articles:
            return said
        for line in self.say(["extract"], path, text, articles).splitlines():
            claim = json.loads(line)
            if claim["rule"] == rule:
                said[claim["line"] - 1].append(say_claim(claim))
        return said

    def findings(self, path, text, articles):
        """What is told of articles that are held against each other."""
        report = json.loads(self.say(["check", "--format", "json"], path, text,
                                     articles))
        return sorted(map(say_finding, report["findings"]))

    def effect(self, path, text, articles):
        """What a row says: claims of one text, findings of several."""
        if len(articles) > 1:
            return self.findings(path, text, articles)
        return self.claims(path, text, articles)[0]
