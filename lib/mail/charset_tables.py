#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes charsets of one byte a character as tables in C.

usage: charset_tables.py OUTPUT.c
"""
import sys

# The codec, and names under which mail comes, in small letters and without
# "-", "_", ":" or the "x-" of a private name.
#
# Latin-1 is read as Windows-1252, as mail programs do: the bytes in which they
# differ are control characters in one and typed quotation marks in the other.
CHARSETS = {
    "cp1252": "iso88591 latin1 l1 windows1252 cp1252",
    "iso8859_2": "iso88592 latin2 l2",
    "iso8859_3": "iso88593 latin3 l3",
    "iso8859_4": "iso88594 latin4 l4",
    "iso8859_5": "iso88595 cyrillic",
    "iso8859_7": "iso88597 greek",
    "iso8859_8": "iso88598 iso88598i hebrew",
    "iso8859_9": "iso88599 latin5 l5",
    "iso8859_10": "iso885910 latin6 l6",
    "iso8859_13": "iso885913 latin7 l7",
    "iso8859_14": "iso885914 latin8 l8",
    "iso8859_15": "iso885915 latin9 l9",
    "iso8859_16": "iso885916 latin10 l10",
    "cp1250": "windows1250 cp1250",
    "cp1251": "windows1251 cp1251",
    "cp1253": "windows1253 cp1253",
    "cp1254": "windows1254 cp1254",
    "cp1257": "windows1257 cp1257",
    "koi8_r": "koi8r koi8 koi",
    "koi8_u": "koi8u",
    "cp850": "ibm850 cp850",
    "cp852": "ibm852 cp852",
    "cp866": "ibm866 cp866",
    "mac_roman": "macintosh macroman mac",
}
REPLACEMENT = 0xFFFD
CONTROLS = range(0x80, 0xA0)


def code_of(byte, codec):
    """A code point; a control that a Windows charset leaves free is itself."""
    try:
        return ord(bytes([byte]).decode(codec))
    except UnicodeDecodeError:
        is_control = codec in ("cp1250", "cp1252") and byte in CONTROLS
        return byte if is_control else REPLACEMENT


def main():
    lines = ["/* Made by charset_tables.py. */",
             '#include "mail/charset_table.h"', "",
             "const uint16_t mail_charset_codes[][MAIL_CHARSET_CODES] = {"]
    names = []
    for number, (codec, known) in enumerate(CHARSETS.items()):
        codes = (f"0x{code_of(byte, codec):04x}" for byte in range(0x80, 0x100))
        lines.append(f"    {{{','.join(codes)}}},")
        names += [f'    {{"{name}", {number}}},' for name in known.split()]
    lines += ["};", "",
              "const struct mail_charset_entry mail_charset_entries[] = {",
              *names, '    {"", 0},', "};", ""]
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        out.write("\n".join(lines))


if __name__ == "__main__":
    main()
