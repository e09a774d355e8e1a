#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Fuzzes each target for a while, starting from tests/corpus.

usage: run.py BUILD [--seconds N] [--jobs N] [--keep FOLDER] [TARGET...]

BUILD is configured with -Dfuzzers=true. Inputs that bring something to light
are forgotten, or stay in FOLDER/TARGET, from where the next run goes on. One
that breaks something is left in BUILD, its name is told, and the exit status
is 1.
"""
import argparse
import concurrent.futures
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
CORPUS = HERE.parent / "corpus"
DICTIONARIES = {"html": "html", "ndjson": "json", "pieces": None,
                "rules": "rules", "image": None}  # all others: mail
LONGEST = 4096  # bytes: what is slow in more, tests/pathological looks for
SLOW = 10  # seconds for one input
MEGABYTES = 2048


def command(build, target, seconds, kept):
    dictionary = DICTIONARIES.get(target, "mail")
    return [
        str(build / "tests" / "fuzz" / f"fuzz-{target}"),
        f"-max_total_time={seconds}", f"-timeout={SLOW}",
        f"-rss_limit_mb={MEGABYTES}", f"-max_len={LONGEST}",
        f"-artifact_prefix={build}/{target}-", "-print_final_stats=1",
        *([f"-dict={HERE}/{dictionary}.dict"] if dictionary else []),
        str(kept), str(CORPUS / target)]


def fuzz(build, target, seconds, kept):
    """What is to be told of a target; None when nothing broke."""
    kept.mkdir(parents=True, exist_ok=True)
    run = subprocess.run(command(build, target, seconds, kept), text=True,
                         errors="replace", capture_output=True, check=False)
    count = re.search(r"number_of_executed_units: *(\d+)", run.stderr)
    tried = f"{int(count[1]):,} inputs" if count else "no input"
    print(f"{'not ok' if run.returncode else 'ok'} {target}: {tried}",
          flush=True)
    return run.stderr[-6000:] if run.returncode else None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("targets", nargs="*")
    options = parser.parse_intermixed_args()
    build = options.build.resolve()
    targets = options.targets or sorted(p.name for p in CORPUS.iterdir())
    with tempfile.TemporaryDirectory() as scratch, \
            concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        kept = options.keep or pathlib.Path(scratch)
        broken = [found for found in pool.map(
            lambda t: fuzz(build, t, options.seconds, kept / t), targets)
            if found]
    print(*broken, sep="\n", end="")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
