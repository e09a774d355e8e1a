#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the commands of README.md that show their output, and compares.

usage: readme.py COURTESY README

An indented block that begins with `$ courtesy …` shows that command and all
it prints; a blank line ends the block.
"""
import os
import pathlib
import shlex
import subprocess
import sys


def blocks(text):
    block = []
    for line in text.splitlines() + [""]:
        if line.startswith("    $ courtesy "):
            block = [line]
        elif block and line.startswith("    "):
            block.append(line)
        elif block:
            yield block[0][len("    $ ") :], [entry[4:] for entry in block[1:]]
            block = []


def main(courtesy, readme):
    courtesy = os.path.abspath(courtesy)
    root = pathlib.Path(readme).resolve().parent
    failed = ran = 0
    for command, shown in blocks(pathlib.Path(readme).read_text(encoding="utf-8")):
        words = [courtesy] + shlex.split(command)[1:]
        printed = subprocess.run(
            words, cwd=root, capture_output=True, text=True
        ).stdout.splitlines()
        ran += 1
        if printed != shown:
            failed += 1
            print(f"{command}\nREADME.md shows:", *shown, sep="\n  ")
            print("the command prints:", *printed, sep="\n  ")
    print(f"{ran - failed} passed, {failed} failed")
    return 1 if failed or not ran else 0


sys.exit(main(*sys.argv[1:]))
