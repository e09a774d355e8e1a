# SPDX-License-Identifier: MIT
"""Runs programs in turn and keeps what was measured as rows of a table."""
import shutil
import statistics
import subprocess
import threading


def words(command):
    return [str(word) for word in command]


class Runs:
    """Measures, prints each row at once, and keeps it for others to read."""

    def __init__(self, build, rounds, only):
        self.programs = build / "tests/bench"
        self.rounds = rounds
        self.only = only
        self.rows = []

    def wanted(self, key):
        return self.only is None or key.startswith(self.only)

    def is_missing(self, key, name, program):
        """Says that a row is skipped when its program is not there."""
        if shutil.which(str(program)) is not None:
            return False
        self.skip(key, name, f"{getattr(program, 'name', program)} is not installed")
        return True

    def skip(self, key, name, why):
        self.rows.append({"key": key, "name": name, "skipped": why})
        print(f"{'skipped':>8}  {name}: {why}", flush=True)

    def add(self, key, name, values, unit, must=None, goal=None):
        """A row; `must` and `goal` are pairs such as ("<", 1.6). The spread
        leaves a tenth of many values out at either side."""
        values = sorted(values)
        outliers = len(values) // 10
        row = {"key": key, "name": name, "unit": unit,
               "median": statistics.median(values), "low": values[outliers],
               "high": values[-1 - outliers], "must": must, "goal": goal}
        self.rows.append(row)
        print(f"{verdict(row):>8}  {number(row['median']):>9} {unit:<5} "
              f"({number(row['low'])} – {number(row['high'])})  {name}"
              f"{wish(' must', must)}{wish(', goal', goal)}", flush=True)

    def turns(self, commands, rounds=None):
        """For each command its seconds and its kilobytes, round by round."""
        line = [self.programs / "turns", rounds or self.rounds]
        for number_of, command in enumerate(commands):
            line += (["--"] if number_of > 0 else []) + list(command)
        output = subprocess.run(words(line), stdin=subprocess.DEVNULL, check=True,
                                stdout=subprocess.PIPE, text=True).stdout
        fields = [list(map(float, row.split())) for row in output.splitlines()]
        return [([row[2 * i] for row in fields], [row[2 * i + 1] for row in fields])
                for i in range(len(commands))]

    def ratio(self, key, name, upper, lower, rounds=None, **wishes):
        """Time of one command ÷ time of another."""
        if self.wanted(key):
            (a, _), (b, _) = self.turns([upper, lower], rounds)
            self.add(key, name, [x / y for x, y in zip(a, b)], "×", **wishes)

    def speeds(self, commands):
        """Megabytes a second of programs that print their bytes and seconds,
        run in turn."""
        speeds = [[] for _ in commands]
        for _ in range(self.rounds):
            for speed, command in zip(speeds, commands):
                output = subprocess.run(words(command), check=True, text=True,
                                        stdout=subprocess.PIPE).stdout
                size, seconds = output.split()[:2]
                speed.append(int(size) / 1e6 / float(seconds))
        return speeds

    def peak_of_stream(self, command, chunk, times):
        """Kilobytes of a command that reads the chunk so many times."""
        line = words([self.programs / "turns", 1, *command])
        with subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              text=False) as run:
            def feed():
                with run.stdin:
                    for _ in range(times):
                        run.stdin.write(chunk)
            writer = threading.Thread(target=feed)
            writer.start()
            output = run.stdout.read()
            writer.join()
        return float(output.split()[1])


def number(value):
    """Three digits, and thousands with a comma."""
    return (f"{value:,.0f}" if abs(value) >= 100 else
            f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}")


def wish(word, wanted):
    if wanted is None:
        return ""
    return f"{word} {'≤' if wanted[0] == '<' else '≥'} {number(wanted[1])}"


def holds(row, wanted):
    return (row["median"] <= wanted[1] if wanted[0] == "<"
            else row["median"] >= wanted[1])


def verdict(row):
    """Whether a row reaches what was set: the goal, the least, or neither."""
    if row["must"] is None:
        return ""
    if row["goal"] is not None and holds(row, row["goal"]):
        return "goal"
    return "must" if holds(row, row["must"]) else "MISSED"
