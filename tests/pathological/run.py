#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Shows that time grows with the size of an input, whatever it holds.

usage: run.py COURTESY [--long] [--no-memory] [NAME...]

Each input runs in two sizes, one four times the other. A pass that is linear
takes four times as long, a quadratic one sixteen times; more than seven times
fails. Times are CPU time of the command, less what an empty input takes;
nothing is judged by the clock, so a slow or busy machine changes little.

Inputs share a run, because the rules are read anew in each; when a run fails,
each of its inputs runs alone, and those that fail are named.

--long runs every pair of tokens and the full sizes; else a sample in an eighth
of the sizes. --no-memory is for sanitizers, which need memory of their own.
NAME: only inputs whose name contains it, each alone.
"""
import argparse
import concurrent.futures
import itertools
import math
import os
import subprocess
import sys
import tempfile

import inputs

GROWTH = 4  # from the small size to the large one
MOST = 7  # times as long; in proportion about halfway from 4 to 16
# Seconds of CPU below which nothing is judged: here the clock's own steps and
# the caches count more than the input.
FLOOR = 0.2
# Bytes of memory for each byte of the largest file of a run. The dearest text
# known is "I!I!I!" with 160: each byte a token, every other one a sentence that
# two signals fit. Beside it, what an empty input takes and this much for what
# is allotted in blocks.
MEMORY_FACTOR = 200
MEMORY_FREE = 16 << 20
# So many inputs share a run: few enough that one quadratic input in it weighs
# more than all the others.
GROUP = 16
PAIR_SIZE = 200_000
RULE_CASE_SIZE = 1_000_000
RULE_FILE_SIZE = 200_000
LONG_WORDS_SIZE = 1_000_000
SAMPLE_SCALE = 8  # the sizes of the sample are smaller by this
SAMPLE_PAIRS = 16  # so many pairs are in the sample
PATIENCE = 600  # seconds of CPU that no run may take
CHUNK = 1 << 16


class Usage:
    def __init__(self, seconds, memory, problem):
        self.seconds = seconds
        self.memory = memory
        self.problem = problem


class Input:
    def __init__(self, name, ending, size, make):
        self.name = name
        self.ending = ending
        self.size = size
        self.make = make

    def write(self, path, size):
        """Without ever holding more than a chunk."""
        with open(path, "wb", buffering=CHUNK) as file:
            file.writelines(self.make(size))


class Run:
    """Inputs that the command reads together. `option` stands before each
    of their paths, `after` behind them all."""

    def __init__(self, name, members, option=(), after=()):
        self.name = name
        self.members = members
        self.option = list(option)
        self.after = list(after)

    def alone(self):
        return [Run(member.name, [member], self.option, self.after)
                for member in self.members]


def call(command, seconds):
    """Calls it once. It dies when it needs more CPU than that."""
    limit = 'ulimit -t %d; exec "$@"' % (math.ceil(seconds) + 1)
    child = subprocess.Popen(
        ["sh", "-c", limit, "sh"] + command, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    problem = None
    if child.returncode not in (0, 1, 2):
        problem = "ended with status %d" % child.returncode
    return Usage(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024,
                 problem)


class Bench:
    def __init__(self, courtesy, judge_memory):
        self.command = [courtesy, "--no-config", "--format", "line",
                        "--fail-on", "never"]
        self.judge_memory = judge_memory
        self.idle = {}

    def find_idle(self, run):
        """Finds what it takes to do nothing, the least of a few calls."""
        after = run.after or ["-"]
        if str(after) not in self.idle:
            calls = [call(self.command + after, PATIENCE) for _ in range(4)]
            self.idle[str(after)] = Usage(
                min(usage.seconds for usage in calls),
                max(usage.memory for usage in calls), None)
        return self.idle[str(after)]

    def measure(self, run, divisor, seconds):
        idle = self.find_idle(run)
        with tempfile.TemporaryDirectory() as folder:
            arguments, largest = [], 1
            for number, member in enumerate(run.members):
                path = os.path.join(folder, "%d.%s" % (number, member.ending))
                member.write(path, member.size // divisor)
                largest = max(largest, os.path.getsize(path))
                arguments += run.option + [path]
            usage = call(self.command + arguments + run.after,
                         seconds + idle.seconds)
        usage.seconds = max(usage.seconds - idle.seconds, 0.0)
        excess = usage.memory - idle.memory - MEMORY_FREE
        if self.judge_memory and excess > MEMORY_FACTOR * largest:
            usage.problem = usage.problem or (
                "%d bytes of memory for each byte" % (excess // largest))
        return usage

    def judge_once(self, run):
        """What is wrong, or None, and what was measured."""
        small = self.measure(run, GROWTH, PATIENCE)
        allowed = max(MOST * small.seconds, FLOOR)
        large = self.measure(run, 1, allowed)
        measured = "%.3f s, then %.3f s and %d MB" % (
            small.seconds, large.seconds, large.memory >> 20)
        if large.seconds > allowed:
            return "more than %d times as long" % MOST, measured
        return small.problem or large.problem, measured

    def judge(self, run):
        """The same, but what fails gets a second chance: the machine may have
        been busy with something else."""
        problem, measured = self.judge_once(run)
        if problem is not None:
            problem, measured = self.judge_once(run)
        return problem, measured

    def report(self, run):
        """Whether all is well, and the lines that say so."""
        problem, measured = self.judge(run)
        if problem is None:
            return True, ["%s # %s" % (run.name, measured)]
        lines = ["%s # %s: %s" % (run.name, problem, measured)]
        for single in run.alone() if len(run.members) > 1 else []:
            problem, measured = self.judge(single)
            if problem is not None:
                lines.append("# %s: %s: %s" % (single.name, problem, measured))
        return False, lines


def all_pairs():
    tokens = [inputs.as_bytes(token) for token in inputs.TOKENS]
    pairs = tokens + [a + b for a, b in itertools.product(tokens, repeat=2)]
    return [Input(repr(pair)[1:], "txt", PAIR_SIZE, inputs.of(pair))
            for pair in dict.fromkeys(pairs)]


def in_groups(name, members, *arguments):
    """Runs of a few inputs each; neighbours, which are alike, go to different
    runs, so that a fault that they share is in more than one."""
    count = math.ceil(len(members) / GROUP)
    for number in range(count):
        yield Run("%s, %d of %d" % (name, number + 1, count),
                  members[number::count], *arguments)


def all_runs(rules, draft, long):
    scale = 1 if long else SAMPLE_SCALE
    pairs = all_pairs()
    if not long:
        pairs = pairs[::len(pairs) // SAMPLE_PAIRS]
    yield from in_groups("pairs", pairs)
    kinds = (("txt", "drafts"), ("eml", "mails"), ("mbox", "mailboxes"),
             ("j2", "templates"))
    for ending, name in kinds:
        yield from in_groups(name, [
            Input(title, ending, size // scale, make)
            for title, (kind, size, make) in inputs.CASES.items()
            if kind == ending])
    yield from in_groups("drafts for rules of their own", [
        Input(title, "txt", RULE_CASE_SIZE // scale, make)
        for title, make in inputs.RULE_CASES.items()],
        [], ["--no-default-rules", "--rules", rules, "-"])
    yield from in_groups("rule files", [
        Input(title, "yaml", RULE_FILE_SIZE // scale, make)
        for title, make in inputs.RULE_FILES.items()],
        ["--rules"], ["-"])
    yield Run("words that begin alike", [
        Input(title, "yaml", LONG_WORDS_SIZE, make)
        for title, make in inputs.LONG_WORDS.items()],
        ["--rules"], ["-"])
    yield Run("parts of a score",
              [Input("signals", "yaml", RULE_FILE_SIZE, inputs.SIGNALS)],
              ["--rules"], ["--format", "ndjson", "--show", "score", draft])


def chosen(runs, names):
    for run in runs:
        if not names:
            yield run
        else:
            yield from (single for single in run.alone()
                        if any(name in single.name for name in names))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("courtesy")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--no-memory", action="store_true")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    bench = Bench(options.courtesy, not options.no_memory)
    # Half of the cores: two runs that share one would measure each other.
    workers = max(1, (os.cpu_count() or 1) // 2) if options.long else 1
    good = True
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as rules, \
            tempfile.NamedTemporaryFile("w", suffix=".txt") as draft, \
            concurrent.futures.ThreadPoolExecutor(workers) as pool:
        rules.write(inputs.RULES)
        rules.flush()
        draft.write(inputs.SIGNALLED)
        draft.flush()
        runs = list(chosen(all_runs(rules.name, draft.name, options.long),
                           options.names))
        print("1..%d" % len(runs))
        reports = pool.map(bench.report, runs)
        for number, (well, lines) in enumerate(reports, 1):
            good = good and well
            lines[0] = "%sok %d - %s" % ("" if well else "not ", number,
                                         lines[0])
            print("\n".join(lines), flush=True)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
