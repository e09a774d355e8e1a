#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the table behind letters.h: Latin-1 and Latin Extended-A.

usage: letters.py OUTPUT.c
"""
import sys
import unicodedata

FIRST, LAST = 0x00C0, 0x017F


def row(code_point):
    letter = chr(code_point)
    apart = unicodedata.normalize("NFD", letter)
    upper = letter.upper()
    text = '"%s"' % "".join("\\%03o" % byte for byte in apart.encode())
    return "  {%s, 0x%04X}," % (
        text if apart != letter else '""',
        ord(upper) if len(upper) == 1 else code_point,
    )


with open(sys.argv[1], "w", encoding="utf-8") as out:
    out.write("/* Made by cli/letters.py; do not edit. */\n")
    out.write('#include "letters.h"\n\n#include <stddef.h>\n\n')
    # No pointers, which the dynamic linker would have to set at each start.
    out.write("static const struct { char apart[8]; uint32_t upper; }\n")
    out.write("letters[] = {\n")
    out.write("\n".join(row(c) for c in range(FIRST, LAST + 1)))
    out.write("\n};\n\n")
    out.write(
        "const char *cli_letter_apart(uint32_t c) {\n"
        "  const char *apart = c >= %#x && c <= %#x ? letters[c - %#x].apart : \"\";\n"
        "  return apart[0] != '\\0' ? apart : NULL;\n}\n\n" % (FIRST, LAST, FIRST)
    )
    out.write(
        "uint32_t cli_letter_upper(uint32_t c) {\n"
        "  if (c >= 'a' && c <= 'z') {\n    return c - 'a' + 'A';\n  }\n"
        "  return c >= %#x && c <= %#x ? letters[c - %#x].upper : c;\n}\n"
        % (FIRST, LAST, FIRST)
    )
