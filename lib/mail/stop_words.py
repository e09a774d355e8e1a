#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the words that tell a language as hash tables in C.

usage: stop_words.py WORDS.txt OUTPUT.c

A line of WORDS.txt is a word and the languages it votes for; `#` begins a
comment. A word has eight bytes at most, so that it is one number: its first
byte is the lowest. It lies in the pair that its hash names (stop_words.h tells
how it is found again).
"""
import sys

LANGUAGES = "en de fr es it nl pt sv da no fi pl cs ru".split()
WORD_BYTES = 8
PAIR_BITS = 11


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
    """Pairs of words by hash; None when three have the same one."""
    pairs = [[] for _ in range(1 << PAIR_BITS)]
    for word in words:
        pair = pairs[(word * factor % 2**64) >> (64 - PAIR_BITS)]
        if len(pair) == 2:
            return None
        pair.append(word)
    return pairs


def find_factor(words):
    """An odd number without a pattern that makes a hash without threes."""
    factor = 0x9E3779B97F4A7C15  # 2 ** 64 / the golden ratio
    for _ in range(10000):
        pairs = place_words(words, factor)
        if pairs:
            return factor, pairs
        factor = factor * 0x5851F42D4C957F2D % 2**64
    sys.exit("the table is too full, give it more PAIR_BITS")


def number_of(flags):
    """Flags as the bytes of a number, the first the lowest."""
    return int.from_bytes(bytes(flags), "little")


def write_table(out, declaration, rows):
    out.write(f"const {declaration} = {{\n")
    for row in rows:
        out.write("  {" + ", ".join(map(str, row)) + "},\n")
    out.write("};\n\n")


def main(source, output):
    words = read_words(source)
    kinds = [(False,) * len(LANGUAGES)]  # of votes; first, of no word
    kinds += dict.fromkeys(words.values())
    factor, pairs = find_factor(words)
    pairs = [(pair + [0, 0])[:2] for pair in pairs]
    with open(output, "w", encoding="utf-8") as out:
        out.write("/* Made by lib/mail/stop_words.py; do not edit. */\n")
        out.write('#include "mail/stop_words.h"\n\n')
        out.write("const char *const mail_languages[] = {\n")
        out.writelines(f'  "{name}",\n' for name in LANGUAGES)
        out.write("};\n\n")
        out.write(f"_Static_assert(MAIL_LANGUAGES == {len(LANGUAGES)} &&\n")
        out.write(f"               MAIL_STOP_WORD_BITS == {PAIR_BITS},\n")
        out.write('               "as in stop_words.h");\n\n')
        out.write(f"const uint64_t mail_stop_word_factor = {factor:#x};\n\n")
        write_table(out, "struct mail_votes mail_stop_word_votes[]",
                    ([f"{{{number_of(kind[:8])}u, {number_of(kind[8:])}u}}"]
                     for kind in kinds))
        write_table(out, "uint64_t mail_stop_words[][2]",
                    ([f"{word}u" for word in pair] for pair in pairs))
        write_table(out, "uint8_t mail_stop_word_kinds[][2]",
                    ([kinds.index(words.get(word, kinds[0])) for word in pair]
                     for pair in pairs))


main(*sys.argv[1:])
