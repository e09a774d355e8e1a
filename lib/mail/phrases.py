#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the phrases of mail as tables in C, found by how they begin.

usage: phrases.py PHRASES.txt OUTPUT.c

A list becomes `const struct mail_phrases mail_NAME`, as phrase.h declares it.
"""
import bisect
import sys

LETTERS = "abcdefghijklmnopqrstuvwxyz"
GROUPS = 1 + len(LETTERS) * (len(LETTERS) + 1) + 1


def read_lists(path):
    """{name: [(phrase, value)]}; the value is what stands beside the name."""
    lists = {}
    header = None
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            if line.startswith("["):
                header = line.strip("[]").split() + ["0"]
                lists.setdefault(header[0], [])
                continue
            phrase = line.strip('"')
            if (header is None or not phrase or phrase != phrase.lower()
                    or phrase[0] == "'"):
                sys.exit(f"{path}:{number}: no phrase of a list: {line}")
            lists[header[0]].append((phrase, header[1]))
    return lists


def group_of(phrase):
    """As mail_phrase_group does."""
    if not phrase[0].isascii():
        return GROUPS - 1
    if phrase[0] not in LETTERS:
        return 0
    first, second = (LETTERS.find(letter) for letter in (phrase + ".")[:2])
    return 1 + first * (len(LETTERS) + 1) + second % (len(LETTERS) + 1)


def c_string(phrase):
    return '"' + "".join("\\%03o" % byte for byte in phrase.encode()) + r'\0\0\0\0\0\0\0"'


def number_of(some):
    """Bytes as a number, the first the lowest."""
    return int.from_bytes(some, "little")


def write_list(out, name, phrases):
    phrases = sorted(phrases, key=lambda item: (group_of(item[0]), item))
    groups = [group_of(phrase) for phrase, value in phrases]
    starts = [bisect.bisect_left(groups, g) for g in range(GROUPS + 1)]
    out.write(f"static const struct mail_phrase {name}_items[] = {{\n")
    for phrase, value in phrases:
        size = len(phrase.encode())
        start = phrase.encode()[:8]
        out.write(f"  {{{c_string(phrase)}, {number_of(start):#x}u, ")
        out.write(f"{number_of(bytes([255] * len(start))):#x}u, {size}, ")
        out.write(f"{value}}}, /* {phrase} */\n")
    out.write("};\n\n")
    out.write(f"const struct mail_phrases mail_{name} = {{\n  {name}_items,\n")
    out.write("  {" + ", ".join(map(str, starts)) + "},\n};\n\n")


def main(source, output):
    with open(output, "w", encoding="utf-8") as out:
        out.write("/* Made by lib/mail/phrases.py; do not edit. */\n")
        out.write('#include "mail/label.h"\n#include "mail/phrase.h"\n\n')
        for name, phrases in read_lists(source).items():
            write_list(out, name, phrases)


main(*sys.argv[1:])
