#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tells how many instructions a byte each step of a lint takes.

usage: profile.py BUILD [--text FOLDER]

BUILD is a Meson build folder. A few hundred drafts are linted out of memory,
with all marks and the score. The steps are those of lib/README.md, each with
all that it calls but for the steps inside of it. Needs valgrind.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import inputs

DRAFTS = 400
SKIPPED = 77

# What a function does, and the functions inside of it that are steps, too.
STEPS = {
    "courtesy_message_create": ("message: lines, zones, language", ()),
    "read_zones": ("tokens", ()),
    "lint_view_mark_forms": ("greeting and closing", ("read_zones",)),
    "lint_view_read": ("sentences", ()),
    "match_try_text": ("candidates, and the programs that they name", ()),
    "match_settle": ("hits: the longest matches without a veto", ()),
    "lint_render": ("findings: texts, places, edits", ()),
    "lint_mark_hits": ("marks", ()),
    "lint_score": ("score", ()),
    "main": ("everything", ()),
}


def count(build, messages):
    """Instructions by function, those of what it calls included."""
    with tempfile.NamedTemporaryFile() as out:
        subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out.name}",
             build / "tests/bench/pipeline", messages, "1"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        table = subprocess.run(
            ["callgrind_annotate", "--inclusive=yes", "--threshold=100", out.name],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            check=True).stdout
    counts = {}
    for number, name in re.findall(r"^ *([\d,]+) \([^)]*\)  \S+:(\w+) ", table, re.M):
        counts.setdefault(name, int(number.replace(",", "")))
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--text", type=pathlib.Path, metavar="FOLDER",
                        help="drafts, a file each")
    arguments = parser.parse_args()
    if shutil.which("valgrind") is None:
        print("valgrind is not installed")
        return SKIPPED
    with tempfile.TemporaryDirectory() as name:
        text = inputs.Inputs(pathlib.Path(name), arguments.text)
        text.drafts = text.drafts[:DRAFTS]
        messages = text.plain()
        size = messages.stat().st_size
        counts = count(arguments.build.resolve(), messages)
    rest = counts["main"]
    for function, (does, inside) in STEPS.items():
        own = counts[function] - sum(counts[step] for step in inside)
        if function == "main":
            print(f"{rest / size:8.1f}  the rest")
        rest -= own
        print(f"{own / size:8.1f}  {does}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
