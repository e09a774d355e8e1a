#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How much of rude.txt is found, and how much of ordinary.txt is flagged.

usage: own.py COURTESY [--list]

Every line is checked as a text of its own, all in one run of the command.
Exits 1 if fewer than half of the rude lines have a finding or more than one
in a hundred ordinary lines has a warning or an error; 2 if the command fails.
"""
import argparse
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
RUDE_FOUND_AT_LEAST = 50  # percent, any finding
ORDINARY_WARNED_AT_MOST = 1  # percent, warning or error
LOUD = {"warning", "error"}


class Trouble(Exception):
    """The command did not answer as it should."""


def read_cases(name):
    """The cases of a file as (group, text); "# group: ..." opens a group."""
    group, cases = "", []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            group = line[1:].partition(":")[0].strip()
        elif line.strip():
            cases.append((group, line))
    return cases


def check(courtesy, texts):
    """The findings of each text, in order."""
    lines = "".join(
        json.dumps({"id": number, "text": text, "kind": "text"}) + "\n"
        for number, text in enumerate(texts)
    )
    command = [courtesy, "check", "--no-config", "--input", "ndjson",
               "--format", "ndjson", "--show", "findings"]
    try:
        run = subprocess.run(command, input=lines.encode(), timeout=120,
                             stdout=subprocess.PIPE, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Trouble(str(error)) from error
    if run.returncode not in (0, 1):  # 1: something was found
        raise Trouble("exit status %d" % run.returncode)
    answers = {}
    try:
        for line in run.stdout.decode().splitlines():
            answer = json.loads(line)
            answers[answer["id"]] = [
                (finding["severity"], finding["rule"])
                for finding in answer["findings"]
            ]
        return [answers[number] for number in range(len(texts))]
    except (ValueError, KeyError, TypeError) as error:
        raise Trouble("unexpected output: %r" % error) from error


def is_loud(findings):
    return any(severity in LOUD for severity, _ in findings)


def print_shares(title, answers):
    """Prints one row."""
    loud = sum(map(is_loud, answers))
    found = sum(map(bool, answers))
    total = len(answers)
    print("%-14s %4d lines   warning or error %3d (%5.1f %%)"
          "   any finding %3d (%5.1f %%)"
          % (title, total, loud, 100 * loud / total,
             found, 100 * found / total))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("courtesy", metavar="COURTESY")
    parser.add_argument("--list", action="store_true",
                        help="show missed rude and flagged ordinary lines")
    arguments = parser.parse_args()

    rude, ordinary = read_cases("rude.txt"), read_cases("ordinary.txt")
    try:
        answers = check(arguments.courtesy,
                        [text for _, text in rude + ordinary])
    except Trouble as trouble:
        print("own.py: %s" % trouble, file=sys.stderr)
        return 2
    of_rude, of_ordinary = answers[:len(rude)], answers[len(rude):]

    print_shares("rude", of_rude)
    for group in dict.fromkeys(group for group, _ in rude):
        print_shares("  " + group, [
            findings for (own, _), findings in zip(rude, of_rude)
            if own == group
        ])
    print_shares("ordinary", of_ordinary)

    if arguments.list:
        print("\nmissed rude lines")
        for (group, text), findings in zip(rude, of_rude):
            if not findings:
                print("  %-6s %s" % (group, text))
        print("\nflagged ordinary lines")
        for (_, text), findings in zip(ordinary, of_ordinary):
            if findings:
                print("  " + text)
                for severity, rule in findings:
                    print("    %s: %s" % (severity, rule))

    found = sum(map(bool, of_rude))
    warned = sum(map(is_loud, of_ordinary))
    failed = False
    if 100 * found < RUDE_FOUND_AT_LEAST * len(rude):
        print("FAIL: fewer than %d %% of the rude lines have a finding"
              % RUDE_FOUND_AT_LEAST)
        failed = True
    if 100 * warned > ORDINARY_WARNED_AT_MOST * len(ordinary):
        print("FAIL: more than %d %% of the ordinary lines have a warning"
              " or error" % ORDINARY_WARNED_AT_MOST)
        failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
