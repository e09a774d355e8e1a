#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the table behind measured.h.

usage: measured.py rules/measured.txt OUTPUT.c

The head of measured.txt says what its columns are.
"""
import json
import sys

COLUMNS = 5  # id, found, mails, read, right
ID_SIZE = 40  # in measured.h


def number(path, place, text):
    """-1 for a figure that is not known."""
    if text != "-" and not text.isdigit():
        sys.exit("%s:%d: “%s” is neither a number nor -" % (path, place, text))
    return -1 if text == "-" else int(text)


def read_line(path, place, line):
    """The figures and the note of a line."""
    figures, _, note = line.partition("#")
    fields = figures.split()
    if len(fields) != COLUMNS:
        sys.exit("%s:%d: %d columns, not %d" % (path, place, len(fields), COLUMNS))
    found, mails, seen, right = (number(path, place, f) for f in fields[1:])
    if (seen < 0) != (right < 0) or right > seen:
        sys.exit("%s:%d: %s right of %s read" % (path, place, *fields[4:2:-1]))
    return fields[0], found, mails, seen, right, note.strip()


def read_table(path):
    """How many mails were counted in, and the lines."""
    total, rows = 0, []
    with open(path, encoding="utf-8") as file:
        for place, line in enumerate(file, 1):
            if line.startswith("mails "):
                total = number(path, place, line.split()[1])
            elif line.strip() and not line.startswith("#"):
                rows.append(read_line(path, place, line))
    ids = [row[0] for row in rows]
    if max(map(len, ids), default=0) >= ID_SIZE:
        sys.exit("%s: an id does not fit measured.h" % path)
    for name in set(ids):
        if ids.count(name) > 1:
            sys.exit("%s: %s stands there twice" % (path, name))
    if total == 0:
        sys.exit("%s: a line “mails NUMBER” is missing" % path)
    return total, rows


def main(table, output):
    total, rows = read_table(table)
    with open(output, "w", encoding="utf-8") as out:
        out.write("/* Made by cli/measured.py; do not edit. */\n")
        out.write('#include "measured.h"\n\n')
        out.write("const unsigned cli_measured_mails = %d;\n\n" % total)
        out.write("const struct cli_measured cli_measured_table[] = {\n")
        notes = [""]
        for name, *figures, note in rows:
            notes += [note] if note else []
            numbers = ", ".join(map(str, figures))
            out.write('  {"%s", %s, %d},\n'
                      % (name, numbers, len(notes) - 1 if note else 0))
        out.write('  {"", 0, 0, 0, 0, 0},\n};\n\n')
        out.write("const char *const cli_measured_notes[] = {\n")
        for note in notes:
            out.write("  %s,\n" % json.dumps(note, ensure_ascii=False))
        out.write("};\n")


main(*sys.argv[1:])
