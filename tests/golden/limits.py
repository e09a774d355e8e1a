#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A message made to hold too much is told as such, in every format, and costs
the other inputs nothing. So does a rule file.

usage: limits.py COURTESY

Of both the gravest is told, though it stands last.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import checks
from checks import tell

MOST_FINDINGS = 10_000
MUCH = "Send it to me.\n\n" * (MOST_FINDINGS + 1) + "You idiot.\n"
MANY_WARNINGS = "Like I told you before, no.\n\n" * 1_000 + "You idiot.\n"
MANY_RULES = "rules:\n" + "".join(
    f"""  rule-{number}:
    severity: warning
    message: a
    why: b
    instead: c
    find: |
      soup number{number}
""" for number in range(300)) + "severities:\n  soup: off\n"
LITTLE = "Hi Sam,\n\nYou idiot.\n\nAna\n"


def check(courtesy, form, folder):
    run = subprocess.run(
        [courtesy, "check", "--format", form, "much.txt", "little.txt"],
        capture_output=True, cwd=folder, check=False, encoding="utf-8")
    tell(run.returncode == 1, f"{form}: findings are the exit status")
    return run.stdout, run.stderr


def objects_of(form, report):
    if form == "json":
        return json.loads(report)["files"]
    return [json.loads(line) for line in report.splitlines()]


def test_text(courtesy, form, folder):
    report, errors = check(courtesy, form, folder)
    tell(errors == "courtesy: much.txt: there are more than 10000 findings: "
         "the gravest are told, of those the first\n",
         f"{form}: standard error tells the limit")
    tell("little.txt:3:1: error" in report, f"{form}: the next file is linted")


def test_json(courtesy, form, folder):
    report, _ = check(courtesy, form, folder)
    much, little = objects_of(form, report)
    tell([error["code"] for error in much["errors"]] == ["finding-limit"],
         f"{form}: errors tell the limit")
    tell(len(much["findings"]) == MOST_FINDINGS, f"{form}: as many as allowed")
    tell(much["findings"][-1]["severity"] == "error",
         f"{form}: the gravest is among them")
    tell(little["errors"] == [] and "insult" in
         [finding["rule"] for finding in little["findings"]],
         f"{form}: the next file is linted")


def test_warnings(courtesy, folder):
    run = subprocess.run([courtesy, "--reply", "warnings.txt"],
                         capture_output=True, cwd=folder, check=False,
                         encoding="utf-8")
    tell("warnings.txt:2001:1: error" in run.stdout,
         "text: no warning hides an error")
    tell("… and 1 more" in run.stdout, "text: the others are counted")


def test_path(courtesy, folder):
    """A mail in the place of its path, say."""
    run = subprocess.run([courtesy, "soup " * 2_000], capture_output=True,
                         cwd=folder, check=False, encoding="utf-8")
    tell(run.returncode == 2 and
         "soup : cannot be read: File name too long\n" in run.stderr,
         "a path of any length is told with what is wrong")


def test_rule_file(courtesy, folder):
    run = subprocess.run([courtesy, "rules", "check", "many.yaml"],
                         capture_output=True, cwd=folder, check=False,
                         encoding="utf-8")
    told = [line for line in run.stdout.splitlines()
            if line.startswith("many.yaml:")]
    tell(len(told) == 200, "rules check: as many as anybody reads")
    tell(": error: no rule is called `soup`" in told[-1],
         "rules check: no warning hides an error")
    tell(run.stdout.endswith("… and 101 warnings more\n1 error, 300 warnings\n"),
         "rules check: the others are counted")


def main():
    courtesy = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "much.txt").write_text(MUCH, encoding="utf-8")
        pathlib.Path(folder, "little.txt").write_text(LITTLE, encoding="utf-8")
        pathlib.Path(folder, "many.yaml").write_text(MANY_RULES,
                                                     encoding="utf-8")
        pathlib.Path(folder, "warnings.txt").write_text(MANY_WARNINGS,
                                                        encoding="utf-8")
        test_path(courtesy, folder)
        test_rule_file(courtesy, folder)
        test_warnings(courtesy, folder)
        for form in "text", "line":
            test_text(courtesy, form, folder)
        for form in "json", "ndjson":
            test_json(courtesy, form, folder)
    return checks.status()


if __name__ == "__main__":
    sys.exit(main())
