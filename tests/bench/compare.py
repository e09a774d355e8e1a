#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures the command beside other programs on the same text, in turn.

usage: compare.py BUILD [--text FOLDER] [--rounds N] [--only WORD] [--json FILE]

BUILD is a Meson build folder. The text is made by texts.py, or taken from the
files of a folder. Each pair runs A B A B …; what counts is the median of the
ratios, which hardly depends on the machine. What is not installed is skipped,
and said so. No figure here is a test.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import texts

MANY = 1000  # files
LARGE = 20_000_000  # bytes of one file


class Bench:
    """The inputs, and the table as it grows."""

    def __init__(self, arguments, folder):
        self.build = arguments.build.resolve()
        self.rounds = arguments.rounds
        self.only = arguments.only
        self.folder = folder
        self.courtesy = self.build / "cli/courtesy"
        self.rows = []
        self.write_inputs(arguments.text)

    def write_inputs(self, folder):
        writer = texts.Writer()
        if folder is None:
            drafts = [text.encode() for text in writer.drafts(MANY)]
        else:
            paths = sorted(path for path in folder.iterdir() if path.is_file())
            drafts = [path.read_bytes() for path in paths[:MANY]]
        self.many = []
        for number, draft in enumerate(drafts):
            path = self.folder / "many" / f"{number}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(draft)
            self.many.append(path)
        self.size = sum(map(len, drafts))
        self.draft = self.put("draft.txt", writer.draft(2048).encode())
        self.mail = self.put("mail.eml", writer.mail(writer.draft(2048), 0))
        self.mailbox = self.put("mails.mbox", b"".join(
            b"From kim@acme.example Mon Jul  9 14:03:00 2001\n"
            + writer.mail(draft.decode("utf-8", "replace"), number) + b"\n\n"
            for number, draft in enumerate(drafts)))
        whole = b"\n\n".join(drafts).decode("utf-8", "replace")
        self.plain = self.put_large("plain", whole)
        self.typographic = self.put_large("typographic", texts.typographic(whole))
        self.cyrillic = self.put_large("cyrillic", texts.cyrillic(whole))

    def put(self, name, data):
        path = self.folder / name
        path.write_bytes(data)
        return path

    def put_large(self, name, text):
        """An ndjson file: many messages, so that none is a giant."""
        lines, size = [], 0
        pieces = [text[i:i + 2000] for i in range(0, len(text), 2000)]
        while size < LARGE:
            for piece in pieces:
                lines.append(json.dumps({"text": piece, "kind": "draft"},
                                        ensure_ascii=False))
                size += len(piece.encode())
        path = self.put(name + ".ndjson", "\n".join(lines).encode())
        return path, size

    def seconds(self, command):
        start = time.perf_counter()
        subprocess.run([str(word) for word in command], check=False,
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        return time.perf_counter() - start

    def wanted(self, name):
        return self.only is None or self.only in name

    def add(self, name, value, low, high, remark=""):
        self.rows.append({"name": name, "median": value, "low": low,
                          "high": high, "remark": remark})
        print(f"{value:10.2f}  {low:8.2f} – {high:<8.2f}  {name}  {remark}",
              flush=True)

    def ratio(self, name, upper, lower, rounds=None, remark=""):
        """Time of `upper` ÷ time of `lower`, run in turn."""
        if not self.wanted(name):
            return
        pairs = [(self.seconds(upper), self.seconds(lower))
                 for _ in range(rounds or self.rounds)]
        ratios = [a / b for a, b in pairs]
        self.add(name, statistics.median(ratios), min(ratios), max(ratios), remark)

    def speed(self, name, command, size):
        """Megabytes a second."""
        if not self.wanted(name):
            return
        speeds = [size / 1e6 / self.seconds(command) for _ in range(self.rounds)]
        self.add(name, statistics.median(speeds), min(speeds), max(speeds), "MB/s")

    def peer(self, name, program, command, rounds=None):
        if shutil.which(str(program)) is None:
            if self.wanted(name):
                print(f"   skipped  {name}: {program} is not installed")
            return
        self.ratio(name, command, self.lint_many(), rounds)

    def lint_many(self):
        return [self.courtesy, "check", "--format", "line", *self.many]


def measure_start(bench):
    rounds = 20 * bench.rounds
    bench.ratio("a draft of 2 KB ÷ /bin/true", [bench.courtesy, bench.draft],
                ["/bin/true"], rounds)
    bench.ratio("a mail of 2 KB ÷ /bin/true", [bench.courtesy, bench.mail],
                ["/bin/true"], rounds)


def measure_files(bench):
    bench.ratio("1,000 files ÷ opening, reading, closing them",
                bench.lint_many(),
                [bench.build / "tests/bench/floor", *bench.many])
    phrases = bench.folder / "phrases"
    with open(phrases, "wb") as out:
        subprocess.run([bench.build / "tests/bench/phrases"], stdout=out, check=True)
    bench.peer("cat ÷ ours", "cat", ["cat", *bench.many])
    bench.peer("wc -w ÷ ours", "wc", ["wc", "-w", *bench.many])
    bench.peer("grep -F -i -w with our phrases ÷ ours", "grep",
               ["env", "LC_ALL=C", "grep", "-F", "-i", "-w", "-f", phrases, *bench.many])
    bench.peer("ripgrep with our phrases ÷ ours", "rg",
               ["rg", "-j1", "-F", "-i", "-w", "-f", phrases, *bench.many])
    bench.peer("GNU diction ÷ ours", "diction", ["diction", *bench.many], 3)
    bench.peer("write-good ÷ ours", "write-good", ["write-good", *bench.many], 3)
    bench.peer("alex ÷ ours", "alex", ["alex", *bench.many], 2)


def measure_text(bench):
    def lint(path):
        return [bench.courtesy, "check", "--input", "ndjson", "--format", "line",
                path]

    plain, size = bench.plain
    bench.speed("text", lint(plain), size)
    path, size = bench.typographic
    bench.speed("text with 1.7 % typographic characters", lint(path), size)
    path, size = bench.cyrillic
    bench.speed("text with 85 % other than ASCII", lint(path), size)


def measure_mail(bench):
    gmime = bench.build / "tests/bench/decode"
    if not gmime.exists():
        print("   skipped  GMime: libgmime-3.0-dev is not installed")
        return
    bench.ratio("GMime, parsing and decoding ÷ ours", [gmime, bench.mailbox],
                [bench.courtesy, "check", "--format", "line", bench.mailbox])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--text", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", metavar="WORD")
    parser.add_argument("--json", type=pathlib.Path)
    arguments = parser.parse_args()
    print(f"{'median':>10}  {'low':>8} – {'high':<8}")
    os.environ["NO_COLOR"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(arguments, pathlib.Path(folder))
        measure_start(bench)
        measure_files(bench)
        measure_text(bench)
        measure_mail(bench)
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(bench.rows, indent=1) + "\n",
                                  encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
