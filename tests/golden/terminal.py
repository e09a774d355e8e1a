#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The text report fits the terminal it is read on, and ends.

usage: terminal.py COURTESY

Python makes the terminals. In a pipe, where golden outputs are compared,
nothing is wrapped.
"""
import fcntl
import os
import pathlib
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
import unicodedata

import checks
import terminals
from checks import tell

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples"


def report(courtesy, columns, *arguments, folder=EXAMPLES, **environment):
    """The lines that a terminal of so many columns is sent."""
    ours, theirs = pty.openpty()
    size = struct.pack("HHHH", 24, columns, 0, 0)
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, size)
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "1", **environment}
    with subprocess.Popen([courtesy, "check", *arguments], cwd=folder,
                          stdin=subprocess.DEVNULL, stdout=theirs,
                          stderr=subprocess.DEVNULL, env=environment):
        os.close(theirs)
        out = b""
        try:
            while more := os.read(ours, 65536):
                out += more
        except OSError:  # a terminal's way to say that nobody has it open
            pass
    os.close(ours)
    return out.decode().splitlines()


def widest(lines):
    return max(map(len, lines))


def columns_of(line):
    """Wide letters take two columns each."""
    return sum(1 + (unicodedata.east_asian_width(letter) == "W") for letter in line)


def marked(lines):
    """What the carets stand under."""
    for text, marks in zip(lines, lines[1:]):
        mark = re.fullmatch(r" +│ *(\^~*) *", marks)
        if mark:
            yield text[slice(*mark.span(1))]


def main():
    if not terminals.are_there():
        return terminals.SKIPPED
    courtesy = str(pathlib.Path(sys.argv[1]).resolve())
    for columns in 50, 60, 80, 132:
        lines = report(courtesy, columns, "rude.txt", "answer.eml")
        tell(widest(lines) <= columns, f"{columns} columns hold the report")
        tell("Like I told you before" in marked(lines),
             f"at {columns} the carets stand under the words")
        tell(report(courtesy, columns, "-j", "2", "rude.txt", "answer.eml") ==
             lines, f"so they do with two threads, at {columns}")
    told = report(courtesy, 0, "rude.txt", COLUMNS="70")
    tell(60 < widest(told) <= 70, "a terminal that does not tell: COLUMNS")
    usual = report(courtesy, 0, "rude.txt", COLUMNS="")
    tell(70 < widest(usual) <= 80, "and without it 80")
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("The form goes to the mail room, as I told you before, Sam.\n")
        file.flush()
        lines = report(courtesy, 46, "--input", "text", file.name)
        tell("as I told you before" in marked(lines),
             "what stands far right is shown whole where it fits")
    lines = report(courtesy, 80, "--format", "line", "rude.txt", NO_COLOR="")
    tell(not any("\033" in line for line in lines),
         "the format for editors is plain at a terminal, too")
    for terminal, colours in ("xterm", True), ("dumb", False):
        lines = report(courtesy, 80, "rude.txt", NO_COLOR="", TERM=terminal)
        tell(any("\033" in line for line in lines) == colours,
             f"a terminal that is called {terminal}: colours or none")
    with tempfile.TemporaryDirectory() as folder:
        name = "お茶の時間.txt"
        pathlib.Path(folder, name).write_text("Like I told you before, it rains.\n")
        for columns in range(56, 66):
            lines = report(courtesy, columns, "--input", "text", name, folder=folder)
            tell(len(lines) > 4 and max(map(columns_of, lines)) <= columns,
                 f"{columns} columns hold a report with wide letters")
    words = " ".join(report(courtesy, 60, "rude.txt")).split()
    tell("[demand-without-please]" in words, "no word is broken")

    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("Like I told you before, it rains.\n" * 1500)
        file.flush()
        lines = report(courtesy, 80, "--input", "text", file.name)
        tell(sum("[told-you-before]" in line for line in lines) == 1000,
             "a thousand findings of a message are shown")
        tell(any("and 500 more" in line for line in lines),
             "and how many there are besides")
        tell("1500 warnings" in lines[-1], "all are counted")
    return checks.status()


if __name__ == "__main__":
    sys.exit(main())
