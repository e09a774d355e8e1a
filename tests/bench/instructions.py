#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts the instructions that the command takes, and holds them to budgets.

usage: instructions.py COURTESY [--write]

Counts repeat from run to run, times do not. budgets.json holds a number for
each case; one that is passed by more than 3 % fails, and one that is missed by
more than 15 % asks to be lowered, which --write does. Needs valgrind.
"""
import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import texts

HERE = pathlib.Path(__file__).resolve().parent
BUDGETS = HERE / "budgets.json"
OVER, UNDER = 1.03, 0.85
SKIPPED = 77


def count(arguments):
    """Instructions of a run of the command."""
    with tempfile.NamedTemporaryFile() as out:
        run = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out.name}",
             *map(str, arguments)],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            check=False)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if found is None:
        sys.exit(f"valgrind did not count: {run.stderr}")
    return int(found.group(1))


def measure(courtesy, folder):
    """The cases by name."""
    writer = texts.Writer()
    draft = folder / "draft.txt"
    draft.write_text(writer.draft(2048), encoding="utf-8")
    mail = folder / "mail.eml"
    mail.write_bytes(writer.mail(writer.draft(2048), 0))
    forms = folder / "forms.eml"
    forms.write_bytes(writer.mail_of_two_forms(writer.draft(2048)))
    many = []
    for number, text in enumerate(writer.drafts(200)):
        many.append(folder / f"{number}.txt")
        many[-1].write_text(text, encoding="utf-8")
    size = sum(path.stat().st_size for path in many)
    empty = count([courtesy, "--version"])
    return {
        "a draft of 2 KB, above an empty run":
            count([courtesy, draft]) - empty,
        "a mail of 2 KB, above an empty run":
            count([courtesy, mail]) - empty,
        "a mail of two forms, 2 KB each, above an empty run":
            count([courtesy, forms]) - empty,
        "200 drafts, a byte":
            round(count([courtesy, "check", "--format", "line", *many]) / size, 1),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("courtesy", type=pathlib.Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    if shutil.which("valgrind") is None:
        print("valgrind is not installed")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        counts = measure(arguments.courtesy.resolve(), pathlib.Path(folder))
    if arguments.write:
        BUDGETS.write_text(json.dumps(counts, indent=2) + "\n", encoding="utf-8")
    budgets = json.loads(BUDGETS.read_text(encoding="utf-8"))
    over = 0
    for name, counted in counts.items():
        share = counted / budgets[name]
        over += share > OVER
        remark = ("  too many" if share > OVER else
                  "  far fewer: lower it with --write" if share < UNDER else "")
        print(f"{counted:>12,} of {budgets[name]:>12,}  {name}{remark}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
