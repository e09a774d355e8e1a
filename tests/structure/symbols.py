#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The shared library exports courtesy_* and nothing else, and all of what the
public headers declare.

usage: symbols.py NM LIBRARY HEADER...
"""
import re
import subprocess
import sys

nm, library, *headers = sys.argv[1:]
listing = subprocess.run(
    [nm, "-D", "--defined-only", library], capture_output=True, text=True, check=True
).stdout
exported = {line.split()[-1].split("@")[0] for line in listing.splitlines()}

declared = set()
for header in headers:
    with open(header, encoding="utf-8") as file:
        declared |= set(
            re.findall(r"COURTESY_API[^;{]*?\b(courtesy_\w+)\s*\(", file.read())
        )

problems = [f"exported but not declared: {name}" for name in sorted(exported - declared)]
problems += [f"declared but not exported: {name}" for name in sorted(declared - exported)]
print("\n".join(problems) or f"{len(exported)} symbols, all declared")
sys.exit(1 if problems or not exported else 0)
