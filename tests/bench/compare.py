#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures the command beside other programs on the same text, in turn.

usage: compare.py BUILD [--text FOLDER] [--mails MBOX] [--rounds N]
                  [--megabytes N] [--stream N] [--static COURTESY]
                  [--only KEY] [--json FILE]

BUILD is a Meson build folder. The text is made by texts.py, or taken from the
files of a folder and from a mailbox. What is compared runs A B A B …; what
counts is the median of the ratios, which hardly depends on the machine. What is
not installed is skipped, and said so. No figure here is a test.
"""
import argparse
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile

import inputs
import instructions
import runs

PHRASES = 3000
RARE = 3  # rounds of what takes seconds


def installed(program, path):
    """The program as an installation copies it. A file that a linker wrote here
    and there is kept in small pieces by the kernel, which map one by one."""
    return pathlib.Path(shutil.copy(program, path))


class Bench:
    def __init__(self, arguments, folder):
        self.build = arguments.build.resolve()
        self.courtesy = installed(self.build / "cli/courtesy", folder / "courtesy")
        self.static = arguments.static and installed(arguments.static,
                                                     folder / "courtesy-static")
        self.programs = self.build / "tests/bench"
        self.bytes = arguments.megabytes * 1_000_000
        self.stream = arguments.stream * 1_000_000
        self.runs = runs.Runs(self.build, arguments.rounds, arguments.only)
        self.inputs = inputs.Inputs(folder, arguments.text, arguments.mails)
        self.phrases = folder / "phrases"
        with open(self.phrases, "wb") as out:
            subprocess.run([self.programs / "phrases"], stdout=out, check=True)

    def lint_many(self):
        return [self.courtesy, "check", "--format", "line", *self.inputs.many]

    def pipeline(self, messages, *rules, read=False):
        passes = max(1, self.bytes // messages.stat().st_size)
        options = ["--read"] if read else []
        return [self.programs / "pipeline", *options, messages, passes, *rules]


def measure_start(bench):
    rounds = 40 * bench.runs.rounds
    bench.runs.ratio("start", "a draft of 2 KB ÷ /bin/true",
                     [bench.courtesy, bench.inputs.draft], ["/bin/true"], rounds,
                     must=("<", 1.6), goal=("<", 1.3))
    bench.runs.ratio("start-mail", "a MIME mail of 2 KB ÷ /bin/true",
                     [bench.courtesy, bench.inputs.mail], ["/bin/true"], rounds,
                     must=("<", 1.7), goal=("<", 1.4))
    key, name = "start-static", "the draft, without any shared library ÷ /bin/true"
    if bench.runs.wanted(key):
        if bench.static is None:
            bench.runs.skip(key, name, "no such command is given")
        else:
            bench.runs.ratio(key, name, [bench.static, bench.inputs.draft],
                             ["/bin/true"], rounds, must=("<", 1.0), goal=("<", 0.9))


def measure_files(bench):
    bench.runs.ratio("files", "1,000 files ÷ opening, reading, closing them",
                     bench.lint_many(),
                     [bench.programs / "floor", *bench.inputs.many],
                     4 * bench.runs.rounds, must=("<", 4), goal=("<", 2))


def measure_peers(bench):
    """Other programs on the same files ÷ the command."""
    many = bench.inputs.many
    grep = ["env", "LC_ALL=C", "grep", "-F", "-i", "-w", "-f", bench.phrases]
    ripgrep = ["rg", "-j1", "-F", "-i", "-w", "-f", bench.phrases]
    for key, name, command, rounds, must, goal in (
        ("cat", "cat", ["cat"], None, None, None),
        ("wc", "wc -w", ["wc", "-w"], None, None, None),
        ("grep", "grep -F -i -w with our phrases", grep, None, 3, 5),
        ("rg", "ripgrep -F -i -w with our phrases", ripgrep, None, 12, 22),
        ("write-good", "write-good", ["write-good"], RARE, 150, 330),
        ("diction", "GNU diction", ["diction"], RARE, 200, 390),
        ("alex", "alex", ["alex"], RARE, 800, 1500),
    ):
        key, name = f"peer-{key}", f"{name} ÷ ours, on 1,000 files"
        program = command[2] if command[0] == "env" else command[0]
        if bench.runs.wanted(key) and not bench.runs.is_missing(key, name, program):
            bench.runs.ratio(key, name, [*command, *many], bench.lint_many(), rounds,
                             must=must and (">", must), goal=goal and (">", goal))


def measure_text(bench):
    """The library alone, out of memory, in megabytes a second."""
    def speed(key, name, messages, must, goal):
        if bench.runs.wanted(key):
            bench.runs.add(key, name, bench.runs.speeds([bench.pipeline(messages)])[0],
                           "MB/s", must=(">", must), goal=(">", goal))

    text = bench.inputs
    cyrillic = text.cyrillic()
    phrases = inputs.lines_of(bench.phrases)
    speed("text", "mail text in ASCII", text.plain(), 300, 600)
    speed("text-cyrillic", "85 % other than ASCII", cyrillic, 200, 400)
    if bench.runs.wanted("text-cyrillic-read"):
        bench.runs.add("text-cyrillic-read", "the same, with each sentence asked for",
                       bench.runs.speeds([bench.pipeline(cyrillic, read=True)])[0], "MB/s")
    for key, name, messages in (
        ("near", "phrases that nearly fit", text.near_misses(phrases)),
        ("letters", "words of one letter", text.letters()),
        ("hits", "nothing but phrases", text.hits(phrases)),
    ):
        speed(f"text-{key}", f"adversarial: {name}", messages, 50, 150)


def measure_shares(bench):
    """Speeds of the library ÷ each other, and ÷ that of Hyperscan."""
    plain = bench.inputs.plain()
    usual = bench.pipeline(plain)

    def share(key, name, other, base, must, goal):
        if bench.runs.wanted(key):
            a, b = bench.runs.speeds([other, base])
            bench.runs.add(key, name, [x / y for x, y in zip(a, b)], "×",
                           must=(">", must), goal=(">", goal))

    share("typographic", "1.7 % typographic characters ÷ ASCII, speeds",
          bench.pipeline(bench.inputs.typographic()), usual, 0.85, 0.95)
    share("phrases", f"{PHRASES:,} phrases more ÷ the pack alone, speeds",
          bench.pipeline(plain, bench.inputs.house_rules(PHRASES)), usual, 0.6, 0.8)
    key, name = "hyperscan", "ours ÷ a scan by Hyperscan for our phrases, speeds"
    scan = bench.programs / "hyperscan"
    if bench.runs.wanted(key) and not bench.runs.is_missing(key, name, scan):
        share(key, name, usual, [scan, *usual[1:], bench.phrases], 2, 5)


def measure_mail(bench):
    key, name = "gmime", "GMime, parsing and decoding ÷ ours, on a mailbox"
    decode = bench.programs / "decode"
    if bench.runs.wanted(key) and not bench.runs.is_missing(key, name, decode):
        bench.runs.ratio(key, name, [decode, bench.inputs.mailbox],
                         [bench.courtesy, "check", "--format", "line",
                          bench.inputs.mailbox], must=(">", 8), goal=(">", 15))


def measure_threads(bench):
    key, name = "threads", "one thread ÷ four, -j4"
    if not bench.runs.wanted(key):
        return
    if os.cpu_count() < 4:
        bench.runs.skip(key, name, "there are not four processors")
        return
    lint = [bench.courtesy, "check", "--format", "line",
            bench.inputs.large_mailbox(bench.bytes)]
    bench.runs.ratio(key, name, lint, [*lint, "-j4"], must=(">", 3.2),
                     goal=(">", 3.8))


def measure_memory(bench):
    if bench.runs.wanted("memory"):
        ((_, kilobytes),) = bench.runs.turns([bench.lint_many()])
        bench.runs.add("memory", "most memory on 1,000 files",
                       [k / 1000 for k in kilobytes], "MB", must=("<", 6),
                       goal=("<", 3))
    if bench.runs.wanted("memory-stream"):
        chunk = bench.inputs.mailbox.read_bytes()
        kilobytes = bench.runs.peak_of_stream(
            [bench.courtesy, "check", "--input", "mbox", "--format", "line"], chunk,
            max(1, bench.stream // len(chunk)))
        bench.runs.add("memory-stream",
                       f"most memory on a mailbox of {bench.stream / 1e9:g} GB "
                       "in a pipe", [kilobytes / 1000], "MB", must=("<", 64),
                       goal=("<", 16))


def measure_instructions(bench):
    names = {"count": "instructions a byte of 1,000 files",
             "count-draft": "instructions of a draft of 2 KB, above --version",
             "count-mail": "instructions of a MIME mail of 2 KB, above --version"}
    wanted = [key for key in names if bench.runs.wanted(key)]
    if not wanted or any(bench.runs.is_missing(key, names[key], "valgrind")
                         for key in wanted):
        return
    empty = instructions.count([bench.courtesy, "--version"])
    def count(key, value, unit, must, goal):
        if key in wanted:
            bench.runs.add(key, names[key], [value()], unit, must=must and ("<", must),
                           goal=goal and ("<", goal))
    count("count", lambda: instructions.count(bench.lint_many())
          / bench.inputs.many_size, "", 40, 18)
    count("count-draft", lambda: (instructions.count(
        [bench.courtesy, bench.inputs.draft]) - empty) / 1000, "k", 150, 60)
    count("count-mail", lambda: (instructions.count(
        [bench.courtesy, bench.inputs.mail]) - empty) / 1000, "k", None, None)


MEASUREMENTS = (measure_start, measure_files, measure_peers, measure_mail,
                measure_text, measure_shares, measure_threads, measure_memory,
                measure_instructions)


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--text", type=pathlib.Path, metavar="FOLDER",
                        help="drafts, a file each")
    parser.add_argument("--mails", type=pathlib.Path, metavar="MBOX",
                        help="raw mails")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--megabytes", type=int, default=50,
                        help="of text for speeds")
    parser.add_argument("--stream", type=int, default=1000,
                        help="megabytes of the mailbox in a pipe")
    parser.add_argument("--static", type=pathlib.Path, metavar="COURTESY",
                        help="the command built without shared libraries")
    parser.add_argument("--only", metavar="KEY", help="rows whose key begins so")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE",
                        help="keeps the rows; plot.py draws them")
    arguments = parser.parse_args()
    os.environ["NO_COLOR"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(arguments, pathlib.Path(folder))
        for measure in MEASUREMENTS:
            measure(bench)
    if arguments.json is not None:
        given = arguments.text is not None or arguments.mails is not None
        arguments.json.write_text(json.dumps({
            "processor": processor(),
            "rounds": arguments.rounds,
            "text": "given" if given else "made by texts.py",
            "rows": bench.runs.rows,
        }, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
