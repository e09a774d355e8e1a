#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the words that tell a language as a hash table in C.

usage: stop_words.py WORDS.txt OUTPUT.c

A line of WORDS.txt is a word and the languages it votes for; `#` begins a
comment. A word has eight bytes at most, so that it is one number: its first
byte is the lowest. It lies at the slot that its hash names, or in the next
free one behind (stop_words.h tells how it is found again).
"""
import sys

LANGUAGES = "en de fr es it nl pt sv da no fi pl cs ru".split()
WORD_BYTES = 8
SLOT_BITS = 11
# An odd number without a pattern: that of 2 ** 64 / the golden ratio.
FACTOR = 0x9E3779B97F4A7C15


def read_words(path):
    words = {}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            fields = line.split("#")[0].split()
            if not fields:
                continue
            key = fields[0].encode()
            if len(key) > WORD_BYTES or key in words or len(fields) < 2:
                sys.exit(f"{path}:{number}: too long, twice or mute: {line}")
            words[key] = sum(1 << LANGUAGES.index(name) for name in fields[1:])
    return words


def place_words(words):
    slots = [None] * (1 << SLOT_BITS)
    for key in words:
        number = int.from_bytes(key, "little")
        slot = (number * FACTOR % 2**64) >> (64 - SLOT_BITS)
        while slots[slot]:
            slot = (slot + 1) % len(slots)
        slots[slot] = (number, words[key])
    if 4 * len(words) > len(slots):
        sys.exit("the table is too full, give it more SLOT_BITS")
    return slots


def main(source, output):
    slots = place_words(read_words(source))
    with open(output, "w", encoding="utf-8") as out:
        out.write("/* Made by lib/mail/stop_words.py; do not edit. */\n")
        out.write('#include "mail/stop_words.h"\n\n')
        out.write("const char *const mail_languages[] = {\n")
        out.writelines(f'  "{name}",\n' for name in LANGUAGES)
        out.write("};\n\n")
        out.write(f"_Static_assert(MAIL_LANGUAGES == {len(LANGUAGES)} &&\n")
        out.write(f"               MAIL_STOP_WORD_BITS == {SLOT_BITS} &&\n")
        out.write(f"               MAIL_STOP_WORD_FACTOR == {FACTOR}u,\n")
        out.write('               "as in stop_words.h");\n\n')
        out.write("const struct mail_stop_word mail_stop_words[] = {\n")
        for word, languages in (slot or (0, 0) for slot in slots):
            out.write("  {%#x, %#x},\n" % (word, languages))
        out.write("};\n")


main(*sys.argv[1:])
