#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every public function has a comment of its own.

usage: comments.py HEADER…
"""
import re
import sys

FUNCTION = re.compile(r"^COURTESY_API[^;(]*?\b(courtesy_\w+)\(", re.MULTILINE)


def bare_functions(text):
    """Those that do not stand right below the end of a comment."""
    return [
        match[1]
        for match in FUNCTION.finditer(text)
        if not text[: match.start()].endswith("*/\n")
    ]


def main(paths):
    seen = 0
    bare = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        seen += len(FUNCTION.findall(text))
        bare += [f"{path}: {name} has no comment" for name in bare_functions(text)]
    print("\n".join(bare) or f"{seen} functions")
    sys.exit(1 if bare or seen < 50 else 0)


main(sys.argv[1:])
