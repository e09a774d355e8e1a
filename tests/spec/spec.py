#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the manual: every YAML block of rules/README.md.

usage: spec.py COURTESY MANUAL

    ```yaml           a rule file: it must be sound, and its sentences hold
    ```yaml overlay   the same, read after the block above it
    ```yaml errors    a broken file; the ```diagnostics block that follows
                      lists each `LINE:COLUMN: SEVERITY` that must be shown
"""
import pathlib
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```(\w+)( \w+)?\n(.*?)^```$", re.M | re.S)


def run(courtesy, *arguments):
    done = subprocess.run(
        [courtesy, "rules", *arguments], capture_output=True, text=True
    )
    return done.returncode, done.stdout + done.stderr


def check_sound(courtesy, files):
    problems = []
    for command in ("check", "test"):
        status, said = run(courtesy, command, "--no-default-rules", *files)
        if status != 0:
            problems.append(f"rules {command} answers {status}:\n{said}")
    return problems


def check_errors(courtesy, file, expected):
    status, said = run(courtesy, "check", "--no-default-rules", file)
    shown = re.findall(r":(\d+:\d+: (?:error|warning)):", said)
    wanted = expected.split("\n")[:-1]
    problems = [f"no diagnostic at {line}" for line in wanted if line not in shown]
    problems += [f"unexpected {line}" for line in shown if line not in wanted]
    if status != 2:
        problems.append(f"a broken file answers {status}, not 2")
    return [f"{problem}\n{said}" for problem in problems]


def main(courtesy, manual):
    text = pathlib.Path(manual).read_text(encoding="utf-8")
    blocks = list(BLOCK.finditer(text))
    failed = ran = 0
    before = None
    with tempfile.TemporaryDirectory() as folder:
        for number, block in enumerate(blocks):
            language, flavour, body = block.groups()
            if language != "yaml":
                continue
            line = text.count("\n", 0, block.start()) + 1
            file = pathlib.Path(folder) / f"line-{line}.yaml"
            file.write_text(body, encoding="utf-8")
            if flavour == " errors":
                problems = check_errors(courtesy, str(file), blocks[number + 1][3])
            elif flavour == " overlay":
                problems = check_sound(courtesy, [before, str(file)])
            else:
                problems = check_sound(courtesy, [str(file)])
            before = str(file)
            ran += 1
            failed += bool(problems)
            for problem in problems:
                print(f"{manual}:{line}: {problem}")
    print(f"{ran - failed} passed, {failed} failed")
    return 1 if failed or not ran else 0


sys.exit(main(*sys.argv[1:]))
