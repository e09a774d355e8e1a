#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the phrases of mail as tables in C, found by their first letter.

usage: phrases.py PHRASES.txt OUTPUT.c

A list becomes `const struct mail_phrases mail_NAME`, as phrase.h declares it.
"""
import os
import sys

LETTERS = "abcdefghijklmnopqrstuvwxyz"


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
            if header is None or not phrase or phrase != phrase.lower():
                sys.exit(f"{path}:{number}: no phrase of a list: {line}")
            lists[header[0]].append((phrase, header[1]))
    return lists


def phrase_class(phrase):
    """As mail_phrase_class does: 0, a letter from 1 on, or the last."""
    if not phrase[0].isascii():
        return len(LETTERS) + 1
    return LETTERS.find(phrase[0]) + 1


def second_bits(phrase):
    """As phrase.h has them; first characters of any size are not told."""
    if phrase_class(phrase) in (0, len(LETTERS) + 1) or len(phrase) == 1:
        return (1 << len(LETTERS) + 1) - 1
    return 1 << (LETTERS.find(phrase[1]) % (len(LETTERS) + 1))


def c_string(phrase):
    return '"' + "".join("\\%03o" % byte for byte in phrase.encode()) + '"'


def shared_size(phrase, before):
    """The bytes of the characters at the start that both have."""
    return len(os.path.commonprefix([phrase, before]).encode())


def write_list(out, name, phrases):
    phrases = sorted(phrases, key=lambda item: (phrase_class(item[0]), item))
    classes = [phrase_class(phrase) for phrase, value in phrases]
    starts = [sum(c < k for c in classes) for k in range(len(LETTERS) + 3)]
    out.write(f"static const struct mail_phrase {name}_items[] = {{\n")
    before = ""
    for phrase, value in phrases:
        loose = "true" if " " in phrase or "'" in phrase else "false"
        numbers = f"{len(phrase.encode())}, {shared_size(phrase, before)}, {loose}"
        out.write(f"  {{{c_string(phrase)}, {numbers}, {value}}},")
        out.write(f" /* {phrase} */\n")
        before = phrase
    out.write("};\n\n")
    out.write(f"const struct mail_phrases mail_{name} = {{\n  {name}_items,\n")
    seconds = [0] * (len(LETTERS) + 2)
    for phrase, value in phrases:
        seconds[phrase_class(phrase)] |= second_bits(phrase)
    out.write("  {" + ", ".join(map(str, starts)) + "},\n")
    out.write("  {" + ", ".join(map(hex, seconds)) + "},\n};\n\n")


def main(source, output):
    with open(output, "w", encoding="utf-8") as out:
        out.write("/* Made by lib/mail/phrases.py; do not edit. */\n")
        out.write('#include "mail/label.h"\n#include "mail/phrase.h"\n\n')
        for name, phrases in read_lists(source).items():
            write_list(out, name, phrases)


main(*sys.argv[1:])
