#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the phrases of mail as tables in C, found by how they begin.

usage: phrases.py PHRASES.txt OUTPUT.c

A list becomes `const struct mail_phrases mail_NAME`, as phrase.h declares it.
"""
import bisect
import sys

LETTERS = "abcdefghijklmnopqrstuvwxyz"
WIDE = 1 + len(LETTERS) * (len(LETTERS) + 1)  # the first group of no ASCII
WIDE_GROUPS = 32
GROUPS = WIDE + WIDE_GROUPS
ROOM = 7  # bytes behind a phrase


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
        first = phrase[0].encode()
        return WIDE + (ord(phrase[0]) if len(first) == 2 else first[0]) % WIDE_GROUPS
    if phrase[0] not in LETTERS:
        return 0
    first, second = (LETTERS.find(letter) for letter in (phrase + ".")[:2])
    return 1 + first * (len(LETTERS) + 1) + second % (len(LETTERS) + 1)


def c_bytes(phrase):
    """With room behind it to read the last bytes eight at a time."""
    return ", ".join(map(str, phrase.encode() + bytes(ROOM)))


def number_of(some):
    """Bytes as a number, the first the lowest."""
    return int.from_bytes(some, "little")


def write_items(out, lists):
    """All phrases, list by list."""
    out.write("const struct mail_phrase mail_phrase_items[] = {\n")
    place = 0
    for phrase, value in (item for phrases in lists.values() for item in phrases):
        size = len(phrase.encode())
        start = phrase.encode()[:8]
        out.write(f"  {{{number_of(start):#x}u, ")
        out.write(f"{number_of(bytes([255] * len(start))):#x}u, {place}, {size}, ")
        out.write(f"{value}}}, /* {phrase} */\n")
        place += size + ROOM
    out.write("};\n\nconst uint8_t mail_phrase_texts[] = {\n")
    for phrases in lists.values():
        out.writelines(f"  {c_bytes(phrase)},\n" for phrase, value in phrases)
    out.write("};\n\n")


def write_lists(out, lists):
    first = 0
    for name, phrases in lists.items():
        groups = [group_of(phrase) for phrase, value in phrases]
        starts = [bisect.bisect_left(groups, g) for g in range(GROUPS + 1)]
        out.write(f"const struct mail_phrases mail_{name} = {{\n  {first},\n")
        out.write("  {" + ", ".join(map(str, starts)) + "},\n};\n\n")
        first += len(phrases)


def main(source, output):
    lists = {
        name: sorted(phrases, key=lambda item: (group_of(item[0]), item))
        for name, phrases in read_lists(source).items()
    }
    with open(output, "w", encoding="utf-8") as out:
        out.write("/* Made by lib/mail/phrases.py; do not edit. */\n")
        out.write('#include "mail/label.h"\n#include "mail/phrase.h"\n\n')
        write_items(out, lists)
        write_lists(out, lists)


main(*sys.argv[1:])
