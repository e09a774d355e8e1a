#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Several threads report what one does, in the same order.

usage: jobs.py COURTESY

Small files, unreadable ones among them, are shared among the threads, and so
are the messages of a large mailbox and the lines of ndjson; there are enough
of each that batches wait for each other. Formats, standard error and exit
status must be the same, though fewer files may be open than there are. A host
that sends a line and waits for its answer gets it. The statistics, which no
golden output can hold, are looked at as well.
"""
import pathlib
import re
import resource
import select
import subprocess
import sys
import tempfile

import checks
from checks import tell

HERE = pathlib.Path(__file__).resolve().parent
INPUTS = HERE / "inputs"
FORMATS = "text", "line", "json", "ndjson"
JOBS = 2, 5
OPEN_FILES = 64  # at a time; each is to be closed again


def check(courtesy, jobs, arguments, stdin=b""):
    run = subprocess.run([courtesy, "check", "-j", str(jobs), *arguments],
                         input=stdin, capture_output=True, cwd=HERE,
                         check=False)
    return run.returncode, run.stdout, sorted(run.stderr.splitlines())


def compare(courtesy, what, arguments, stdin=b"", status=1):
    """Whatever the number of threads, the report is the same."""
    for form in FORMATS:
        arguments_here = ["--format", form, *arguments]
        alone = check(courtesy, 1, arguments_here, stdin)
        if alone[0] != status or len(alone[1]) < 10_000:
            sys.exit(f"{what}, {form}: the inputs were not checked")
        for jobs in JOBS:
            tell(check(courtesy, jobs, arguments_here, stdin) == alone,
                 f"{what}, {form}, {jobs} threads")


def large_mailbox():
    """Two messages many times, and a large one: none of them fits a batch of
    its own, and the large one no batch."""
    two = (INPUTS / "two.mbox").read_bytes()
    start = b"From ana@example.com Mon May  4 16:30:00 2026\nSubject: soup\n\n"
    return two * 500 + start + b"The soup is hot.\n" * 20_000 + b"\n" + two * 500


def lines():
    """Good lines, blank ones, and some that are no JSON or break off."""
    some = b"".join((INPUTS / name).read_bytes() + b"\n\n"
                    for name in ("lines.ndjson", "bad.ndjson"))
    return some * 200 + b'{"id": "last", "text": "Like I told you before'


def answers_at_once(courtesy, jobs):
    """Whether lines are answered before more are sent: one, two, three, …"""
    line = b'{"id": 7, "text": "The soup is hot."}\n\n'
    with subprocess.Popen(
            [courtesy, "check", "--input", "ndjson", "--format", "ndjson",
             "-j", str(jobs)], bufsize=0, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE) as host:
        for count in range(1, 20):
            host.stdin.write(line * count)
            for _ in range(count):
                if not select.select([host.stdout], [], [], 20)[0]:
                    host.kill()
                    return False
                if b'"id":7,' not in host.stdout.readline():
                    return False
        host.stdin.close()
        return host.stdout.read() == b"" and host.wait() == 0


def main():
    courtesy = str(pathlib.Path(sys.argv[1]).resolve())
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    compare(courtesy, "files", [
        "inputs/rude.txt", "inputs/missing.txt", "inputs/two.mbox",
        "inputs/folder", "inputs/kind.txt", "inputs/post",
        "inputs/mail-encoded.eml"] * 25, status=2)
    with tempfile.TemporaryDirectory() as folder:
        box = pathlib.Path(folder, "large.mbox")
        box.write_bytes(large_mailbox())
        compare(courtesy, "a mailbox between files",
                ["inputs/rude.txt", str(box), "inputs/kind.txt"])
    compare(courtesy, "a mailbox in a pipe", ["-"], large_mailbox())
    compare(courtesy, "lines", ["--input", "ndjson"], lines())
    hidden = ["--severity", "error", *["inputs/curt.txt"] * 50]
    for jobs in JOBS:
        tell(check(courtesy, jobs, hidden) == check(courtesy, 1, hidden),
             f"what --severity hides is counted, {jobs} threads")
    for jobs in (1, *JOBS):
        tell(answers_at_once(courtesy, jobs),
             f"lines are answered at once, {jobs} threads")
    run = subprocess.run([courtesy, "check", "--stats", "inputs/rude.txt"],
                         capture_output=True, text=True, cwd=HERE, check=False)
    tell(re.fullmatch(r"courtesy: 1 message, 0\.\d kB in \d+\.\d m?s(: [\d.]+ [kM]B/s)?\n"
                      r"courtesy: 2 warnings\n", run.stderr),
         "statistics")
    run = subprocess.run([courtesy, "check", "--stats", "inputs/rude.txt"], text=True,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=HERE,
                         check=False)
    tell(run.stdout.splitlines()[-1] == "courtesy: 2 warnings",
         "statistics stand below what was found")
    return checks.status()


if __name__ == "__main__":
    sys.exit(main())
