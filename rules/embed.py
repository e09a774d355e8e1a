#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes a C file that holds files as the table NAMEs (lib/rules/pack.h).

usage: embed.py OUTPUT.c NAME ROOT FILE...

The files are embedded in the order given, each under its path below ROOT.
"""
import hashlib
import os
import sys


def c_bytes(data):
    """The bytes as the lines of an initialiser."""
    return "\n".join(
        "  " + "".join("%d," % byte for byte in data[i : i + 20])
        for i in range(0, len(data), 20)
    )


def main(output, name, root, *paths):
    rows = []
    with open(output, "w", encoding="utf-8") as out:
        out.write("/* Made by rules/embed.py; do not edit. */\n")
        out.write('#include "rules/pack.h"\n\n')
        for number, path in enumerate(paths):
            with open(path, "rb") as file:
                data = file.read()
            out.write("static const _Alignas(64) unsigned char file_%d[] = {\n" % number)
            out.write(c_bytes(data) + "\n};\n\n")
            digest = hashlib.sha256(data).hexdigest()[:16]
            rows.append((os.path.relpath(path, root), number, len(data), digest))
        out.write("const struct rules_embedded %ss[] = {\n" % name)
        for row in rows:
            out.write('  {"%s", (const char *)file_%d, %d, 0x%s},\n' % row)
        out.write('  {"", NULL, 0, 0},\n};\n\n')
        out.write("const size_t %s_count = %d;\n" % (name, len(rows)))


main(*sys.argv[1:])
