#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the table of HTML's named character references as a C file.

usage: entities.py OUTPUT.c

The names are those of Python's own copy of the standard's table.
"""
import bisect
import sys
from html.entities import html5

NAMES_A_LINE = 6


def c_string(data):
    return '"' + "".join("\\%03o" % byte for byte in data) + '"'


def write_names(out, names):
    """One array of characters: a literal of this length is not portable."""
    out.write("const char mail_html_entity_names[] = {\n")
    for i in range(0, len(names), NAMES_A_LINE):
        row = "".join(names[i : i + NAMES_A_LINE])
        out.write("  " + "".join("'%s'," % letter for letter in row) + "\n")
    out.write("};\n\n")


def write_entities(out, names):
    start = 0
    out.write("const struct mail_html_entity mail_html_entities[] = {\n")
    for name in names:
        text = html5[name].encode()
        row = (start, len(name), len(text), c_string(text), name)
        out.write("  {%d, %d, %d, %s}, /* &%s */\n" % row)
        start += len(name)
    out.write("};\n\n")


def write_starts(out, names):
    starts = [bisect.bisect_left(names, chr(c)) for c in range(ord("A"), ord("z") + 2)]
    out.write("const uint16_t mail_html_entity_starts[] = {\n  ")
    out.write(", ".join(map(str, starts)) + ",\n};\n")


def main(output):
    names = sorted(html5)
    with open(output, "w", encoding="utf-8") as out:
        out.write("/* Made by lib/mail/entities.py; do not edit. */\n")
        out.write('#include "mail/html_entity.h"\n\n')
        write_names(out, names)
        write_entities(out, names)
        write_starts(out, names)


main(*sys.argv[1:])
