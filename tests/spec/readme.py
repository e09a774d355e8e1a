#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the commands of README.md and compares the output where it is shown.

usage: readme.py COURTESY README

An indented block that begins with `$ courtesy …` shows that command and all
it prints; a blank line ends the block. An indented line that begins with
`courtesy …` shows a command alone, which must run: no exit status but 0 and 1.
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


def runs(command, courtesy, root):
    path = os.path.dirname(courtesy) + os.pathsep + os.environ["PATH"]
    ended = subprocess.run(
        command, shell=True, cwd=root, env={**os.environ, "PATH": path},
        stdin=subprocess.DEVNULL, capture_output=True, text=True,
    )
    if ended.returncode not in (0, 1):
        print(f"{command}\ndoes not run:", ended.stderr, sep="\n  ")
    return ended.returncode in (0, 1)


def main(courtesy, readme):
    courtesy = os.path.abspath(courtesy)
    root = pathlib.Path(readme).resolve().parent
    text = pathlib.Path(readme).read_text(encoding="utf-8")
    failed = ran = 0
    for line in text.splitlines():
        if line.startswith("    courtesy "):
            ran += 1
            failed += not runs(line.strip(), courtesy, root)
    for command, shown in blocks(text):
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
