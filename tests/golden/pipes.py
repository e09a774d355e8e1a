#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What comes through a pipe is read and written whole, however the pipe is.

usage: pipes.py COURTESY

Whoever gives the command a pipe may have made it one that does not wait, may
write slowly, and may read slowly.
"""
import os
import pathlib
import subprocess
import sys
import time

import checks
from checks import tell

PAUSE = 0.1  # seconds
HEAD = b"From: Ana <ana@example.com>\nSubject: soup\n\n"
ORDER = b"You idiot.\n"
MANY = 9000  # their report is larger than a pipe is


def start(courtesy, stdin, stdout):
    return subprocess.Popen(
        [courtesy, "--input", "mail", "--format", "line", "-"],
        stdin=stdin, stdout=stdout, stderr=subprocess.PIPE)


def read_all(descriptor):
    with open(descriptor, "rb") as file:
        return file.read()


def test_input(courtesy):
    ours, theirs = os.pipe()
    os.set_blocking(ours, False)
    child = start(courtesy, ours, subprocess.PIPE)
    os.close(ours)
    for piece in HEAD[:20], HEAD[20:] + ORDER[:5], ORDER[5:]:
        time.sleep(PAUSE)
        os.write(theirs, piece)
    os.close(theirs)
    report, errors = child.communicate()
    tell(child.returncode == 1 and errors == b"", "slow input is read")
    tell(b"-:4:1: error: " in report, "slow input is linted")


def test_output(courtesy, expected):
    ours, theirs = os.pipe()
    os.set_blocking(theirs, False)
    child = start(courtesy, subprocess.PIPE, theirs)
    os.close(theirs)
    child.stdin.write(HEAD + ORDER * MANY)
    child.stdin.close()
    time.sleep(PAUSE)
    report = read_all(ours)
    tell(child.wait() == 1 and child.stderr.read() == b"",
         "output is written to who reads slowly")
    tell(report == expected, "all of it")


def main():
    courtesy = str(pathlib.Path(sys.argv[1]).resolve())
    test_input(courtesy)
    child = start(courtesy, subprocess.PIPE, subprocess.PIPE)
    expected, _ = child.communicate(HEAD + ORDER * MANY)
    test_output(courtesy, expected)
    return checks.status()


if __name__ == "__main__":
    sys.exit(main())
