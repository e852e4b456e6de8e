#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""
Changes the program one place at a time and sees whether a test notices.

usage: mutate.py CHECKOUT [MODULE] [MINUTES]

A change that no test notices survives: there a test is missing, or the change
is none (mutate.md says of which survivors we know why).  Every run takes the
changes in one and the same mixed order, so that a run that ends early is a
fair sample, and two runs compare.  The checkout is only read: a changed file
is compiled on its own and linked before the library that holds the original.
"""
import concurrent.futures
import glob
import os
import random
import re
import resource
import shlex
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                "effects"))
import changes  # noqa: E402
import effects  # noqa: E402
import program  # noqa: E402

SEED = 20240229
WORKERS = 2

# What is changed, and the tests that concern it, quickest first.
MODULES = {
    "numbers": (
        ["src/base/number.c", "src/quantity/interval.c"],
        ["quantity/interval", "base/number"],
    ),
    "numerals": (
        ["src/quantity/numeral.c", "src/quantity/numeral_arabic.c",
         "src/quantity/numeral_chinese.c", "src/quantity/numeral_english.c"],
        ["quantity/quantities"],
    ),
    "verdicts": (
        ["src/check/agree.c", "src/check/compare.c", "src/check/judge.c"],
        ["check/agree", "check/compare", "check/check", "check/fact"],
    ),
    "escaping": (
        ["src/report/escape.c", "src/base/json.c"],
        ["report/escape", "base/json"],
    ),
    "rules": ([], []),  # what changes.py lists; texts of effects/, examples
}

LIBRARIES = ["glib-2.0", "libpcre2-8", "yaml-0.1", "libutf8proc", "gumbo",
             "uchardet", "opencc", "check"]

# ---- Changes of C ----------------------------------------------------------

OTHER = {"==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">",
         "&&": "||", "||": "&&", "+": "-", "-": "+", "+=": "-=", "-=": "+="}

TOKEN = re.compile(
    r'/\*.*?\*/|"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|//[^\n]*'
    r"|0[xX][0-9a-fA-F]+\w*|\d[\w.]*|[A-Za-z_]\w*|\s+"
    r"|<<=|>>=|->|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||\+=|-=|.",
    re.DOTALL)

KEYWORDS = {"return", "case", "sizeof", "if", "while", "for"}


def is_operand(token):
    return bool(re.match(r"[\w)\]\"']", token)) and token not in KEYWORDS


def change_token(token, before):
    """What stands there instead; None if this is no place for a change."""
    if token in "+-" and not is_operand(before):
        return None
    if re.fullmatch(r"\d{1,3}", token):
        return str(int(token) + 1)
    return OTHER.get(token)


def list_code_changes(path, text):
    """(path, line, account, changed text) for every place of a file."""
    before, line, start = "", 1, 0
    lines = text.split("\n")
    for match in TOKEN.finditer(text):
        token = match.group()
        at_line = line
        line += token.count("\n")
        if token.isspace() or token.startswith("/*"):
            continue
        source = lines[at_line - 1]
        new = change_token(token, before)
        before = token
        if new is None or source.startswith("#") or "g_assert" in source:
            continue
        start = match.start()
        column = start - text.rfind("\n", 0, start)
        yield (path, at_line, "%d: %s -> %s" % (column, token, new),
               text[:start] + new + text[match.end():])


# ---- Changes of rules ------------------------------------------------------

def list_rule_changes(path, text):
    """A term, an entry or a key left out, options swapped, numbers moved."""
    for change in changes.list_changes(text):
        yield (path, change.line, change.name, change.text)


# ---- Trying a change -------------------------------------------------------

def limit():
    """A changed program may ask for all memory there is."""
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(command, seconds, **more):
    """True: it did well; False: it failed or did not end in time."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL, preexec_fn=limit, **more)
    try:
        return process.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return False


def pkg_config(what):
    return shlex.split(subprocess.check_output(
        ["pkg-config", what] + LIBRARIES, text=True))


class Code:
    """Compiles a changed file, links the tests of its module and runs them."""

    def __init__(self, top, tests):
        self.top, self.build = top, os.path.join(top, "build/release")
        self.tests = tests
        self.flags = (["-std=c11", "-O1", "-w", "-D_XOPEN_SOURCE=700",
                       "-I" + os.path.join(top, "src")] +
                      pkg_config("--cflags"))
        self.libraries = pkg_config("--libs")
        self.archives = glob.glob(self.build + "/src/*/libcl_*.a")
        self.generated = ["-I" + d for d in glob.glob(self.build + "/src/*/")]
        self.original = {}
        self.seconds = {}

    def compile(self, path, text, folder):
        source = os.path.join(folder, "changed.c")
        with open(source, "w", encoding="utf-8") as file:
            file.write(text)
        command = (["cc"] + self.flags + self.generated +
                   ["-c", "changed.c", "-o", "changed.o"])
        if not run(command, 60, cwd=folder):
            return None
        with open(os.path.join(folder, "changed.o"), "rb") as file:
            return file.read()

    def link_and_run(self, name, folder, seconds):
        stage, test = name.split("/")
        made = glob.glob("%s/src/%s/CMakeFiles/test_%s_%s.dir/**/*.o" %
                         (self.build, stage, stage, test), recursive=True)
        program = os.path.join(folder, "test")
        if not run(["cc", "-o", program, "changed.o"] + made +
                   ["-Wl,--start-group"] + self.archives +
                   ["-Wl,--end-group"] + self.libraries, 60, cwd=folder):
            raise SystemExit("mutate: cannot link " + name)
        return run([program], seconds, cwd=folder,
                   env=dict(os.environ, CK_FORK="no"))

    def prepare(self, path, text):
        """The original must pass; how long it takes bounds the changed."""
        with tempfile.TemporaryDirectory() as folder:
            self.original[path] = self.compile(path, text, folder)
            for name in self.tests:
                begin = time.monotonic()
                if not self.link_and_run(name, folder, 300):
                    raise SystemExit("mutate: %s fails as it is" % name)
                self.seconds[name] = 4 * (time.monotonic() - begin) + 5

    def try_change(self, change):
        path, _, _, text = change
        with tempfile.TemporaryDirectory() as folder:
            made = self.compile(path, text, folder)
            if made is None or made == self.original[path]:
                return "same"
            for name in self.tests:
                if not self.link_and_run(name, folder, self.seconds[name]):
                    return "killed"
        return "survived"


class Rules:
    """Holds a changed rule against the texts of tests/effects and against
    its own examples, as two of the tests do."""

    def __init__(self, top):
        self.program = program.Program(
            os.path.join(top, "build/release/claimlint"),
            os.path.join(top, "rules"))

    def prepare(self, path, text):
        if self.try_change((path, 0, "", text)) != "survived":
            raise SystemExit("mutate: %s fails as it is" % path)

    def try_change(self, change):
        path, _, _, text = change
        try:
            rows = effects.read_rows(path)
            if effects.differing(self.program, path, text, rows):
                return "killed"
        except (program.Broken, subprocess.TimeoutExpired):
            return "killed"
        with tempfile.TemporaryDirectory() as folder:
            file = self.program.files(folder, path, text)[0]
            passed = run([self.program.claimlint, "rules", "test", file], 30)
        return "survived" if passed else "killed"


# ---- The run ---------------------------------------------------------------

def read(top, path):
    with open(os.path.join(top, path), encoding="utf-8") as file:
        return file.read()


def list_changes(top, module):
    if module == "rules":
        paths = sorted(os.path.relpath(p, top) for p in
                       glob.glob(top + "/rules/*/*.yaml")
                       if "/entities/" not in p)
        lister = list_rule_changes
    else:
        paths, lister = MODULES[module][0], list_code_changes
    listed = [c for p in paths for c in lister(p, read(top, p))]
    random.Random(SEED).shuffle(listed)
    return paths, listed


def try_module(top, module, end):
    paths, listed = list_changes(top, module)
    judge = Rules(top) if module == "rules" else Code(top, MODULES[module][1])
    for path in paths:
        judge.prepare(path, read(top, path))
    results = {"killed": 0, "survived": [], "same": 0}

    def attempt(change):
        return None if time.monotonic() > end else judge.try_change(change)

    with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
        for change, result in zip(listed, pool.map(attempt, listed)):
            if result == "survived":
                results["survived"].append(change[:3])
            elif result:
                results[result] += 1
    tried = results["killed"] + len(results["survived"])
    for path, line, account in sorted(results["survived"]):
        print("%s:%d:%s survived" % (path, line, account))
    print("%s: %d of %d changes tried, %d killed, %d survived (%.1f%% killed);"
          " %d more compile to the same or not at all" %
          (module, tried, len(listed) - results["same"], results["killed"],
           len(results["survived"]),
           100 * results["killed"] / tried if tried else 100,
           results["same"]), flush=True)
    return tried > 0


def main(arguments):
    top = os.path.abspath(arguments[0])
    module = arguments[1] if len(arguments) > 1 else "all"
    minutes = arguments[2] if len(arguments) > 2 else "10"
    if module != "all" and module not in MODULES:
        sys.exit("mutate: no module '%s'; there are: all %s" %
                 (module, " ".join(MODULES)))
    if not re.fullmatch("[1-9][0-9]*", minutes):
        sys.exit("mutate: minutes are a whole number: '%s'" % minutes)
    names = list(MODULES) if module == "all" else [module]
    share = 60 * int(minutes) / len(names)
    well = [try_module(top, name, time.monotonic() + share) for name in names]
    return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
