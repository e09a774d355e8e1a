#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tells what each step of a lint costs for a byte of text.

usage: profile.py BUILD [--text FOLDER]

BUILD is a Meson build folder. A few hundred drafts are linted out of memory,
with all marks and the score, and what a second pass over them costs is told:
instructions, branches that callgrind's plain predictor guesses wrong, and
misses of the first caches of code and of data. The steps are those of
lib/README.md, each with all that it calls but for the steps inside of it.
Needs valgrind.
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
    "lint_mark_hits": ("marks, noted", ()),
    "courtesy_session_mark": ("marks, listed", ()),
    "lint_score": ("score", ()),
    "main": ("everything", ()),
}


# What is told, and callgrind's events that it is the sum of.
COSTS = {
    "instructions": ("Ir",),
    "wrong guesses": ("Bcm", "Bim"),
    "code misses": ("I1mr",),
    "data misses": ("D1mr", "D1mw"),
}
EVENTS = [event for events in COSTS.values() for event in events]


def count(build, messages, passes):
    """The costs of each function, those of what it calls included."""
    with tempfile.NamedTemporaryFile() as out:
        subprocess.run(
            ["valgrind", "--tool=callgrind", "--branch-sim=yes",
             "--cache-sim=yes", f"--callgrind-out-file={out.name}",
             build / "tests/bench/pipeline", messages, str(passes)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        table = subprocess.run(
            ["callgrind_annotate", "--inclusive=yes", "--threshold=100",
             f"--show={','.join(EVENTS)}", out.name],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            check=True).stdout
    counts = {}
    line = r"^ *" + r"([\d,.]+) (?:\([^)]*\))? +" * len(EVENTS) + r"\S+:(\w+) "
    for *numbers, name in re.findall(line, table, re.M):
        events = dict(zip(EVENTS, (int(re.sub(r"\D", "", number) or 0)
                                   for number in numbers)))
        counts.setdefault(name, [sum(events[event] for event in added)
                                 for added in COSTS.values()])
    return counts


def minus(costs, others):
    return [cost - other for cost, other in zip(costs, others)]


def count_second_pass(build, messages):
    first = count(build, messages, 1)
    both = count(build, messages, 2)
    return {name: minus(both[name], first[name]) for name in STEPS}


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
        counts = count_second_pass(arguments.build.resolve(), messages)

    def tell(costs, does):
        print(*(f"{cost / size:{len(title)}.2f}" for title, cost in zip(COSTS, costs)),
              does, sep="  ")

    print(*COSTS, "a byte of text", sep="  ")
    rest = counts["main"]
    for function, (does, inside) in STEPS.items():
        own = counts[function]
        for step in inside:
            own = minus(own, counts[step])
        if function == "main":
            tell(rest, "the rest")
        rest = minus(rest, own)
        tell(own, does)
    return 0


if __name__ == "__main__":
    sys.exit(main())
