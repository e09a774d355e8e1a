#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes rules/reference/: a page of each rule and marker, and their index,
all of them printed by the command.

usage: reference.py COURTESY [--check]

--check writes nothing and exits 1 if a page is not what the command prints.
"""
import pathlib
import re
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent / "reference"
LINK = re.compile(r"^\| \[[^]]*\]\((.*)\.md\)", re.MULTILINE)
TITLE = re.compile(r"^# ", re.MULTILINE)


def run(courtesy, *arguments):
    ended = subprocess.run(
        [courtesy, "rules", *arguments, "--format", "markdown"],
        stdout=subprocess.PIPE,
    )
    if ended.returncode != 0:
        sys.exit("reference.py: the command ended with %d" % ended.returncode)
    return ended.stdout.decode("utf-8")


def pages(courtesy):
    """The texts by the names of their files. The index says what there is."""
    index = run(courtesy, "list")
    made = {"README.md": index}
    printed = run(courtesy, "explain", *LINK.findall(index))
    for text in TITLE.split(printed)[1:]:
        name, _, _ = text.partition("\n")
        made[name + ".md"] = "# " + text.rstrip() + "\n"
    return made


def main(courtesy, *words):
    made = pages(courtesy)
    kept = {path.name: path.read_text(encoding="utf-8")
            for path in FOLDER.glob("*.md")}
    stale = sorted(name for name in made.keys() | kept.keys()
                   if made.get(name) != kept.get(name))
    if "--check" in words:
        for name in stale:
            print("rules/reference/%s is not what the rules say" % name)
        if stale:
            print("`ninja -C build-tests reference` writes the pages anew")
        return 1 if stale else 0
    FOLDER.mkdir(exist_ok=True)
    for name in stale:
        if name in made:
            (FOLDER / name).write_text(made[name], encoding="utf-8")
        else:
            (FOLDER / name).unlink()
    print("%d pages, %d of them changed" % (len(made), len(stale)))
    return 0


sys.exit(main(*sys.argv[1:]))
