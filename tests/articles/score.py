#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How much of the gold data a build of claimlint finds, and how much it adds.

    python3 tests/articles/score.py build/release/claimlint [-v]

For reading, not for passing: it always exits 0.  Needs Python 3.8.
"""
import collections
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import facets  # noqa: E402
RULES = os.path.join(os.path.dirname(os.path.dirname(HERE)), "rules")
PACKS = ["company", "ev", "phone", "arithmetic"]
TOPIC_OF = {
    "company-revenue": "revenue",
    "company-part-revenue": "revenue", "company-net-profit": "net-profit",
    "company-part-growth": "revenue-growth",
    "company-revenue-growth": "revenue-growth",
    "company-profit-growth": "profit-growth", "company-rnd-spend": "rnd-spend",
    "company-headcount": "headcount", "company-stores": "stores",
    "company-users": "users", "phone-shipments": "phone-shipments",
    "phone-share": "phone-share", "phone-price": "phone-price",
    "phone-battery": "phone-battery", "ev-deliveries": "ev-deliveries",
    "ev-orders": "ev-orders", "ev-range": "ev-range", "ev-price": "ev-price",
    "ev-lap": "lap-time", "ev-model-deliveries": "ev-deliveries",
    "ev-maker-orders": "ev-orders",
}


def lines(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def same(a, b):
    """One bound of both; gold and tool may differ in what a hedge is worth."""
    a, b = abs(a), abs(b)
    return any(abs(x - y) <= 0.011 * max(x, y, 1e-9)
               for x in (a, 1.05 * a, 1.1 * a) for y in (b, 1.05 * b, 1.1 * b)
               if x == a or y == b)


def bounds(value):
    """Those a value has; 1.4 times as much is 40 % more, as the tool says it."""
    ends = [value[key] for key in ("lo", "hi") if value[key] is not None]
    level = value.get("facets", {}).get("form") == "level"
    if value.get("unit") == "multiple" and level:
        ends += [100 * (end * hedge - 1) for end in ends
                 for hedge in (0.9, 1, 1.1)]
    return ends


def is_claim_of(gold, claim):
    return (TOPIC_OF.get(claim["rule"]) == gold["topic"]
            and claim["file"] == gold["file"]
            and (abs(claim["line"] - gold["line"]) <= 1
                 or claim["line"] <= gold["line"] <= claim["end_line"])
            and any(same(a, b) for a in bounds(gold)
                    for b in bounds(claim["value"])))


def squeeze(text):
    return "".join(text.split()).lower()


def explains(finding, claims, entry):
    """Whether two camps of a finding hold figures the entry quotes."""
    hit = set()
    for number, camp in enumerate(finding["camps"]):
        for index in camp["claims"]:
            claim = claims[index]
            figure = squeeze(claim["quantity_text"])
            for quote in map(squeeze, entry["quotes"]):
                if claim["file"] in entry["files"] and (
                        figure in quote or quote in figure
                        or quote in squeeze(claim["text"])):
                    hit.add(number)
    return len(hit) >= 2


def count_facets(entry, claims, year_ends, count, verbose):
    """Adds the facets of a gold claim and how they were told."""
    for name, verdict, wanted, told in facets.compare(entry, claims,
                                                      year_ends):
        count[name] += 1
        count[name, verdict] += 1
        if verbose and verdict != "right":
            print(f"{verdict} {name} of", entry["file"], entry["line"],
                  entry["quote"], "wanted", wanted, "told", *sorted(set(told)))


def score_half(program, half, verbose):
    command = [program, "check", "--format", "json"]
    for pack in PACKS:
        command += ["--rules", os.path.join(RULES, pack)]
    run = subprocess.run(command + [half], cwd=HERE, stdout=subprocess.PIPE)
    report = json.loads(run.stdout)
    claims = report["claims"]
    gold, planted, allowed = (
        [entry for entry in lines(name) if entry["half"] == half]
        for name in ("gold.jsonl", "discrepancies.jsonl", "allowed.jsonl"))

    met, found = set(), 0
    told_facets = collections.Counter()
    year_ends = facets.read_year_ends(RULES)
    for entry in gold:
        of_it = [i for i, claim in enumerate(claims) if is_claim_of(entry, claim)]
        met.update(of_it)
        found += bool(of_it)
        if of_it:
            count_facets(entry, [claims[i] for i in of_it], year_ends,
                         told_facets, verbose)
        elif verbose:
            print("no claim of", entry["file"], entry["line"], entry["quote"])
    judged = [i for i, claim in enumerate(claims) if claim["rule"] in TOPIC_OF]
    right = sum(i in met for i in judged)
    precision, recall = right / max(1, len(judged)), found / len(gold)
    print(f"{half}: claims recall {recall:.3f} ({found}/{len(gold)}), "
          f"precision {precision:.3f} ({right}/{len(judged)}), "
          f"F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}")

    print(f"{half}: facets right (unsaid) " + ", ".join(
        f"{name} {told_facets[name, 'right']}/{told_facets[name]}"
        f" ({told_facets[name, 'unsaid']})"
        for name in facets.NAMES if told_facets[name]))

    told, kinds = set(), collections.Counter()
    for finding in report["findings"]:
        entries = [e["id"] for e in planted if explains(finding, claims, e)]
        told.update(entries)
        kind = ("right" if entries else "allowed"
                if any(explains(finding, claims, e) for e in allowed)
                else "false")
        kinds[kind] += 1
        if verbose and kind == "false":
            print("false finding", finding["rule"], finding["verdict"])
    print(f"{half}: findings {kinds['right']} right, {kinds['allowed']} "
          f"allowed, {kinds['false']} false; discrepancies told "
          f"{len(told)}/{len(planted)}")
    if verbose:
        for entry in planted:
            if entry["id"] not in told:
                print("not told", entry["id"], entry["verdict"], entry["why"])


def states(value, row):
    """A bound of the text; where it is about a number, an interval on it."""
    if any(abs(a - b) <= 1e-6 * max(1, abs(b)) for a in bounds(value)
           for b in bounds(row)):
        return True
    lo, hi, number = value["lo"], value["hi"], row["lo"]
    return (number is not None and row["hi"] == number and None not in (lo, hi)
            and lo <= number <= hi and hi - lo <= 0.25 * number)


def score_wordings(program, verbose):
    rows = lines("wordings.jsonl")
    claims = collections.defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        for number, row in enumerate(rows):
            with open(os.path.join(folder, f"{number:04}.md"), "w",
                      encoding="utf-8") as file:
                file.write(row["text"] + "\n")
        run = subprocess.run([program, "extract", "--rules", RULES, folder],
                             stdout=subprocess.PIPE)
        for line in run.stdout.splitlines():
            claim = json.loads(line)
            number = int(os.path.basename(claim["file"])[:4])
            if claim["rule"] == rows[number]["rule"]:
                claims[number].append(claim["value"])
    count = collections.Counter()
    for number, row in enumerate(rows):
        kind = "silent" if row["silent"] else "stating"
        wrong = bool(claims[number]) if row["silent"] else not any(
            states(value, row) for value in claims[number])
        count[row["set"], kind] += 1
        count[row["set"], kind, "wrong"] += wrong
        if verbose and wrong:
            print(kind, row["rule"], row["text"])
    for name in ("first", "second", "third", "fourth", "fifth"):
        print(f"wordings, {name} set: claims of "
              f"{count[name, 'stating'] - count[name, 'stating', 'wrong']}"
              f"/{count[name, 'stating']} texts that state one, of "
              f"{count[name, 'silent', 'wrong']}/{count[name, 'silent']} that "
              f"do not")


def main(arguments):
    verbose = "-v" in arguments
    programs = [argument for argument in arguments if argument != "-v"]
    if len(programs) != 1:
        sys.exit(__doc__)
    program = os.path.abspath(programs[0])
    for half in ("before", "after", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
                 "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
                 "fourteenth", "fifteenth", "sixteenth",
                 "seventeenth"):
        score_half(program, half, verbose)
    score_wordings(program, verbose)


main(sys.argv[1:])
