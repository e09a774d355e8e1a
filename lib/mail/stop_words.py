#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the words that tell a language as a hash table in C.

usage: stop_words.py WORDS.txt OUTPUT.c

A line of WORDS.txt is a word and the languages it votes for; `#` begins a
comment. A word has eight bytes at most, so that it is one number: its first
byte is the lowest. Its hash names the place where its number in the list stands;
no two words have the same one (stop_words.h tells how a word is found again).
"""
import sys

LANGUAGES = "en de fr es it nl pt sv da no fi pl cs ru".split()
WORD_BYTES = 8
PLACE_BITS = 14


def read_words(path):
    words = {}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            fields = line.split("#")[0].split()
            if not fields:
                continue
            key = fields[0].encode()
            word = int.from_bytes(key, "little")
            if len(key) > WORD_BYTES or word in words or len(fields) < 2:
                sys.exit(f"{path}:{number}: too long, twice or mute: {line}")
            words[word] = tuple(name in fields[1:] for name in LANGUAGES)
            if sum(words[word]) != len(fields) - 1:
                sys.exit(f"{path}:{number}: no language, or twice: {line}")
    return words


def place_words(words, factor):
    """{place: number of a word}; None when two have the same place."""
    places = {}
    for number, word in enumerate(words, 1):
        place = (word * factor % 2**64) >> (64 - PLACE_BITS)
        if place in places:
            return None
        places[place] = number
    return places


def find_factor(words):
    """An odd number without a pattern that gives each word its own place."""
    factor = 0x9E3779B97F4A7C15  # 2 ** 64 / the golden ratio
    for _ in range(100000):
        places = place_words(words, factor)
        if places:
            return factor, places
        factor = factor * 0x5851F42D4C957F2D % 2**64
    sys.exit("the table is too full, give it more PLACE_BITS")


def number_of(flags):
    """Flags as the bytes of a number, the first the lowest."""
    return int.from_bytes(bytes(flags), "little")


def write_words(out, words):
    """Each with its votes; the first is none."""
    out.write("const struct mail_stop_word mail_stop_words[] = {\n")
    out.write("  {0, {{0, 0}}},\n")
    for word, flags in words.items():
        votes = f"{number_of(flags[:8])}u, {number_of(flags[8:])}u"
        out.write(f"  {{{word}u, {{{{{votes}}}}}}},\n")
    out.write("};\n\n")


def write_places(out, places):
    out.write(f"const uint16_t mail_stop_word_places[{1 << PLACE_BITS}] = {{\n")
    for place, number in sorted(places.items()):
        out.write(f"  [{place}] = {number},\n")
    out.write("};\n")


def main(source, output):
    words = read_words(source)
    factor, places = find_factor(words)
    with open(output, "w", encoding="utf-8") as out:
        out.write("/* Made by lib/mail/stop_words.py; do not edit. */\n")
        out.write('#include "mail/stop_words.h"\n\n')
        out.write("const char *const mail_languages[] = {\n")
        out.writelines(f'  "{name}",\n' for name in LANGUAGES)
        out.write("};\n\n")
        out.write(f"_Static_assert(MAIL_LANGUAGES == {len(LANGUAGES)} &&\n")
        out.write(f"               MAIL_STOP_WORD_BITS == {PLACE_BITS},\n")
        out.write('               "as in stop_words.h");\n\n')
        out.write(f"const uint64_t mail_stop_word_factor = {factor:#x};\n\n")
        write_words(out, words)
        write_places(out, places)


main(*sys.argv[1:])
