#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the command says breaks none of its rules: help, errors and notes, the
diagnostics of rule files, the reference pages and the manuals.

usage: own_words.py COURTESY

Texts of the program are the string literals of its sources, so that none is
forgotten. A manual may tell what to do without a please, and words in
quotation marks or in code are talked about.
"""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCES = ("cli", "lib", "examples")
ALLOWED_GROUPS = {"forms"}

COMMENT = r"/\*.*?\*/"
LITERAL = r'"(?:[^"\\\n]|\\.)*"'
TOKEN = re.compile(r"%s|'(?:[^'\\]|\\.)+'|((?:%s\s*)+)" % (COMMENT, LITERAL), re.S)
FORMAT = re.compile(r"%[-+0 .*]*\d*(?:\.[*\d]+)?[hlzjt]*[a-zA-Z]")
CODE = re.compile(r"^```.*?^```|`[^`\n]*`|^ {4}.*?$", re.S | re.M)
# Of the reference: names of rules, and what a message says a reader may hear,
# which `rules check` judges.
NAME = re.compile(r"^# .*?$|\[[^]\n]*\]\([^)\n]*\)|(?<=could read as: )[^|\n]*", re.M)
# Must be found, or this test finds nothing.
CANARY = "You clearly did not listen, and this is your fault."


def spoken(literals):
    """The words of adjacent literals, or nothing when they are no sentence."""
    text = "".join(part[1:-1] for part in re.findall(LITERAL, literals))
    text = re.sub(r"\\(.)", r"\1", text.replace(r"\n", "\n"))
    text = re.sub("`[^`]*`", "it", FORMAT.sub("it", text))
    return text if len(text.split()) > 2 else ""


def of_source(path):
    """(line, text) of each literal that speaks."""
    source = path.read_text(encoding="utf-8")
    for match in TOKEN.finditer(source):
        text = spoken(match.group(1)) if match.group(1) else ""
        if text:
            yield source.count("\n", 0, match.start()) + 1, text


def blanked(match):
    """Blanks in the place of what is left out: lines keep their numbers."""
    return re.sub(r"[^\n]", " ", match.group())


def of_manual(path):
    """(line, text) of a page without code and names."""
    text = path.read_text(encoding="utf-8")
    yield 1, NAME.sub(blanked, CODE.sub(blanked, text))


def texts():
    for folder in SOURCES:
        for path in sorted((ROOT / folder).rglob("*.c")):
            for line, text in of_source(path):
                yield path, line, text
    for path in sorted(ROOT.rglob("*.md")):
        if not path.relative_to(ROOT).parts[0].startswith((".", "build")):
            for line, text in of_manual(path):
                yield path, line, text


def offences(courtesy, items):
    """(path, line, finding) of what breaks a rule."""
    feed = "".join(
        json.dumps({"id": number, "kind": "text", "text": text}) + "\n"
        for number, (_, _, text) in enumerate(items)
    )
    said = subprocess.run(
        [courtesy, "check", "--no-config", "--input", "ndjson",
         "--format", "ndjson", "-"],
        input=feed.encode(), stdout=subprocess.PIPE,
    )
    if said.returncode not in (0, 1):
        sys.exit("own_words.py: the command ended with %d" % said.returncode)
    for line in said.stdout.decode().splitlines():
        answer = json.loads(line)
        path, place, _ = items[answer["id"]]
        for finding in answer["findings"]:
            if finding["group"] not in ALLOWED_GROUPS:
                yield path, place + finding["line"] - 1, finding


def main(courtesy):
    if not list(offences(courtesy, [(ROOT, 1, CANARY)])):
        sys.exit("own_words.py: “%s” was not found" % CANARY)
    items = list(texts())
    found = list(offences(courtesy, items))
    for path, line, finding in found:
        print("%s:%d: “%s” breaks %s" % (path.relative_to(ROOT), line,
                                        finding["text"], finding["rule"]))
    print("%d texts, %d of them break a rule" % (len(items), len(found)))
    return 1 if found or not items else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
