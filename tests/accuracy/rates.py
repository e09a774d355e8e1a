#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts how often each rule and marker speaks in real mail, and writes the
counts into rules/measured.txt, where `courtesy rules explain` has them from.

usage: rates.py COURTESY FOLDER [--dry]

FOLDER holds mails, a file each, of ordinary English mail from any collection.
Nothing but counts is kept. Rules that are off in the default profile are
counted too. The columns `read` and `right`, which people fill in, stay as
they are, and so does a line without counts; --dry prints and writes nothing.
"""
import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

TABLE = pathlib.Path(__file__).resolve().parents[2] / "rules" / "measured.txt"
AT_ONCE = 500  # files a run of the command
UNREAD = ("-", "-")
ALL_ON = "profiles: {counted: {off: suggestion}}\n"


def run(courtesy, *arguments):
    """What the command prints; findings are no trouble."""
    ended = subprocess.run([courtesy, *arguments], stdout=subprocess.PIPE)
    if ended.returncode not in (0, 1):
        sys.exit("rates.py: the command ended with %d" % ended.returncode)
    return ended.stdout.decode("utf-8")


def named_in(courtesy, heading):
    """The ids below a heading of `rules list`, in its order."""
    ids, under = [], None
    for line in run(courtesy, "rules", "list", "--format", "markdown").splitlines():
        if line.startswith("## "):
            under = line[3:].lower()
        elif under == heading and line.startswith("| ["):
            ids.append(line[3 : line.index("]")])
    return ids


def results(courtesy, rules, folder):
    """What the command says of each file."""
    paths = sorted(str(path) for path in folder.iterdir() if path.is_file())
    options = ["check", "--no-config", "--rules", rules, "--profile", "counted",
               "--format", "ndjson", "--show", "findings,markers", "--"]
    for first in range(0, len(paths), AT_ONCE):
        said = run(courtesy, *options, *paths[first : first + AT_ONCE])
        yield from map(json.loads, said.splitlines())


def count(courtesy, folder):
    """Mails in all, and by id: how many found, and in how many mails."""
    found, mails, total = collections.Counter(), collections.Counter(), 0
    with tempfile.TemporaryDirectory() as scratch:
        rules = os.path.join(scratch, "counted.yaml")
        pathlib.Path(rules).write_text(ALL_ON, encoding="utf-8")
        for result in results(courtesy, rules, folder):
            ids = [finding["rule"] for finding in result["findings"]]
            ids += [marker["id"] for marker in result["markers"]]
            found.update(ids)
            mails.update(set(ids))
            total += 1
    return total, found, mails


def old_lines():
    """The head, and by id the fields and the note, as they are now."""
    text = TABLE.read_text(encoding="utf-8")
    head, _, body = text.partition("\nmails ")
    lines = {}
    for line in body.splitlines()[1:]:
        figures, _, note = line.partition("#")
        fields = figures.split()
        if fields:
            lines[fields[0]] = fields[1:], note.strip()
    return head.rstrip(), lines


def line_of(name, counts, old):
    """A line: counts anew, reading as it was."""
    fields, note = old.get(name, (["0", "0", *UNREAD], ""))
    if fields[0] == "-":
        counts = "-", "-"
    line = "%-24s %6s %6s %6s %6s" % (name, *counts, *fields[2:])
    return line + ("  # " + note if note else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("courtesy", metavar="COURTESY")
    parser.add_argument("folder", metavar="FOLDER", type=pathlib.Path)
    parser.add_argument("--dry", action="store_true")
    arguments = parser.parse_args()
    total, found, mails = count(arguments.courtesy, arguments.folder)
    head, old = old_lines()
    lines = [head, "", "mails %d" % total]
    for heading in ("rules", "markers"):
        lines += ["", "# %-22s %6s %6s %6s %6s"
                  % (heading, "found", "mails", "read", "right")]
        lines += [line_of(name, (found[name], mails[name]), old)
                  for name in named_in(arguments.courtesy, heading)]
    text = "\n".join(lines) + "\n"
    if arguments.dry:
        print(text, end="")
    else:
        TABLE.write_text(text, encoding="utf-8")


main()
