#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Several threads report what one does, in the same order.

usage: jobs.py COURTESY

The inputs are named often enough that batches wait for each other, unreadable
ones among them; formats, standard error and exit status must be the same. The
statistics, which no golden output can hold, are looked at as well.
"""
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TIMES = 25


def check(courtesy, form, jobs, paths):
    run = subprocess.run(
        [courtesy, "check", "--format", form, "-j", str(jobs), *paths],
        stdin=subprocess.DEVNULL, capture_output=True, cwd=HERE, check=False)
    return run.returncode, run.stdout, sorted(run.stderr.splitlines())


def main():
    courtesy = str(pathlib.Path(sys.argv[1]).resolve())
    paths = ["inputs/rude.txt", "inputs/missing.txt", "inputs/two.mbox",
             "inputs/folder", "inputs/kind.txt", "inputs/post",
             "inputs/mail-encoded.eml"] * TIMES
    failed = 0
    for form in ("text", "line", "json", "ndjson"):
        alone = check(courtesy, form, 1, paths)
        if alone[0] != 2 or len(alone[1]) < 10_000:
            sys.exit(f"{form}: the inputs were not checked")
        for jobs in (2, 5):
            same = check(courtesy, form, jobs, paths) == alone
            failed += not same
            print(f"{'ok' if same else 'not ok'} - {form}, {jobs} threads")
    run = subprocess.run([courtesy, "check", "--stats", "inputs/kind.txt"],
                         capture_output=True, text=True, cwd=HERE, check=False)
    stats = re.search(r"^courtesy: 1 message, 0.0 MB in \d+\.\d\d s: \d+ MB/s$",
                      run.stderr, re.MULTILINE)
    print(f"{'ok' if stats else 'not ok'} - statistics")
    return 1 if failed or not stats else 0


if __name__ == "__main__":
    sys.exit(main())
