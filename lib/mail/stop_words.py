#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the words that tell a language as a hash table in C.

usage: stop_words.py WORDS.txt OUTPUT.c

A line of WORDS.txt is a word and the languages it votes for; `#` begins a
comment. A word has eight bytes at most, with blanks before it, so that it is one
number: its first byte is the lowest. stop_words.h tells how a word is found again: its hash names
a group and a place, and the words of a group are moved on together, so far that
all of them stand where no others do.
"""
import sys

LATIN = ("en de fr es it nl pt sv da no fi pl cs ro ca et hr hu lt lv sk sl "
         "tr").split()
LANGUAGES = LATIN + "sr ru uk bg".split()
WORD_BYTES = 8
BITS = 10  # of groups and of places
FACTOR = 0x9E3779B97F4A7C15  # of the hash: 2 ** 64 / the golden ratio


def read_words(path):
    words = {}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            fields = line.split("#")[0].split()
            if not fields:
                continue
            key = fields[0].encode()
            word = int.from_bytes(key.rjust(WORD_BYTES), "little")
            if len(key) > WORD_BYTES or word in words or len(fields) < 2:
                sys.exit(f"{path}:{number}: too long, twice or mute: {line}")
            words[word] = tuple(name in fields[1:] for name in LANGUAGES)
            if sum(words[word]) != len(fields) - 1:
                sys.exit(f"{path}:{number}: no language, or twice: {line}")
    return words


def hash_of(word):
    """The group of a word, and the place it would have by itself."""
    bits = word * FACTOR % 2**64
    return bits >> (64 - BITS), bits >> (64 - 2 * BITS) & (1 << BITS) - 1


def place_words(words):
    """{place: word}, and how far the words of each group are moved on."""
    groups = [[] for _ in range(1 << BITS)]
    for word in words:
        group, place = hash_of(word)
        groups[group].append((place, word))
    places, moves = {}, [0] * len(groups)
    # The largest first, while there is room.
    for group in sorted(range(len(groups)), key=lambda i: -len(groups[i])):
        for moves[group] in range(1 << BITS):
            moved = {(place + moves[group]) % (1 << BITS): word
                     for place, word in groups[group]}
            if len(moved) == len(groups[group]) and not moved.keys() & places.keys():
                break
        else:
            sys.exit("the table is too full, give it more BITS")
        places.update(moved)
    return places, moves


def write_words(out, words, places):
    out.write("const uint64_t mail_stop_words[MAIL_STOP_WORDS] = {\n")
    out.writelines(f"  [{place}] = {word}u,\n"
                   for place, word in sorted(places.items()))
    out.write("};\n\n")
    out.write("const struct mail_votes "
              "mail_stop_word_votes[MAIL_STOP_WORDS + 1] = {\n")
    for place, word in sorted(places.items()):
        flags = ", ".join(str(int(flag)) for flag in words[word])
        out.write(f"  [{place + 1}] = {{{{{flags}}}}},\n")
    out.write("};\n\n")


def write_moves(out, moves):
    out.write("const uint16_t mail_stop_word_moves[MAIL_STOP_WORDS] = {\n")
    out.writelines(f"  {move},\n" for move in moves)
    out.write("};\n")


def main(source, output):
    words = read_words(source)
    places, moves = place_words(words)
    with open(output, "w", encoding="utf-8") as out:
        out.write("/* Made by lib/mail/stop_words.py; do not edit. */\n")
        out.write('#include "mail/stop_words.h"\n\n')
        out.write("const char *const mail_languages[] = {\n")
        out.writelines(f'  "{name}",\n' for name in LANGUAGES)
        out.write("};\n\n")
        out.write(f"_Static_assert(MAIL_LANGUAGES == {len(LANGUAGES)} &&\n")
        out.write(f"               MAIL_LATIN_LANGUAGES == {len(LATIN)} &&\n")
        out.write(f"               MAIL_STOP_WORD_BITS == {BITS} &&\n")
        out.write(f"               MAIL_STOP_WORD_FACTOR == {FACTOR:#x},\n")
        out.write('               "as in stop_words.h");\n\n')
        write_words(out, words, places)
        write_moves(out, moves)


main(*sys.argv[1:])
