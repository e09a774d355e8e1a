#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Fits the weights of the phrase score to texts that people have judged.

usage: fit.py COURTESY RULES TEXTS... [--test TEXTS]... [--write]

RULES is a folder of rule files, such as rules/en. TEXTS are files of JSON
lines. A line has a "text" and either a "label" (polite or impolite; lines of
other labels are passed over) or fractions that rate its politeness: their
mean ranks the file, of which the top quarter counts as polite and the bottom
quarter as impolite. A text that opens with "Subject:" is read as a draft.

Prints how well the score tells the two kinds apart in ten-fold
cross-validation, and on the texts of --test, from which no weight is learnt;
how many of the texts of each score were polite; and the weights that the
rule files should hold. --write puts these there and leaves every other byte
as it is. What a person chose by looking at the same texts, such as the words
of a signal, is not cross-validated.

An entry keeps the sign that its file gives it: a person says what a cue
means, the texts only how much. One that weighs 0 stays out of the score, and
one that too few texts hold keeps the weight it has.
"""
import argparse
import collections
import json
import math
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile

BY_SEVERITY = {"error": -1.5, "warning": -0.8, "suggestion": -0.3}
SHOWN_MARKER = 0.3
LARGEST_COUNT = 2  # as in the score

FEWEST = 8  # texts that hold an entry, below which its weight is not fitted
STRENGTH = 32.0  # of the pull towards the default
LEAST, MOST = 0.05, 0.8  # of a marker or signal; no word outdoes a warning
STEP = 0.05  # between weights in a rule file
# The log odds of being polite are so many sums of weights. More than one,
# since a whole mail holds more cues than the texts that people judge one by
# one, and would be driven to an end of the scale.
SHARPNESS = 2.0
SWEEPS = 500
STILL = 1e-4  # a sweep that moves no weight further is the last one

FOLDS = 10
BANDS = (0, 20, 35, 50, 65, 80, 101)


class Trouble(Exception):
    """The command or a file is not as it should be."""


class Entry:
    """What a rule file says of a rule, marker or signal and its weight."""

    def __init__(self, section, name="", path=None, line=0):
        self.section, self.name = section, name
        self.path, self.line = path, line  # of its id, from 0
        self.severity, self.shown, self.weight = None, True, None
        self.weight_line = None
        self.insert_after = line

    def default(self):
        if self.section == "rules":
            return BY_SEVERITY.get(self.severity, 0.0)
        return SHOWN_MARKER if self.section == "markers" and self.shown else 0.0

    def present(self):
        return self.default() if self.weight is None else self.weight

    def bounds(self):
        if self.section == "rules":
            return 2 * self.default(), self.default() / 2
        return (LEAST, MOST) if self.present() > 0 else (-MOST, -LEAST)


def read_file(path):
    """The entries of one rule file, from the lay-out of its lines."""
    section = entry = None
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if match := re.match(r"([a-z]+):", line):
            section, entry = match[1], None
        elif section not in ("rules", "markers", "signals"):
            continue
        elif match := re.match(r"  ([a-z0-9-]+):\s*$", line):
            entry = Entry(section, match[1], path, number)
            yield entry
        elif entry and (match := re.match(
                r"    (severity|shown|weight): *([^ #]+)", line)):
            if match[1] == "severity":
                entry.severity, entry.insert_after = match[2], number
            elif match[1] == "shown":
                entry.shown = match[2] not in ("no", "false")
            else:
                entry.weight, entry.weight_line = float(match[2]), number


def read_entries(folder):
    """By id, what is part of the score."""
    entries = {entry.name: entry
               for path in sorted(pathlib.Path(folder).glob("*.yaml"))
               for entry in read_file(path)}
    if not entries:
        raise Trouble("there are no rules in %s" % folder)
    return {name: entry for name, entry in entries.items() if entry.present()}


def as_item(text):
    first, _, rest = text.partition("\n")
    if first.startswith("Subject:"):
        return {"text": rest, "subject": first[8:].strip(), "kind": "draft"}
    return {"text": text, "kind": "text"}


def read_texts(path):
    """The judged texts of a file, as pairs of (item, polite)."""
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    if "label" in rows[0]:
        return [(as_item(row["text"]), row["label"] == "polite")
                for row in rows if row["label"] in ("polite", "impolite")]
    rows.sort(key=lambda row: statistics.mean(
        value for value in row.values() if isinstance(value, float)))
    quarter = len(rows) // 4
    return ([(as_item(row["text"]), False) for row in rows[:quarter]]
            + [(as_item(row["text"]), True) for row in rows[-quarter:]])


def count(courtesy, entries, items):
    """How often each text holds each entry, as the score counts."""
    even = []  # all weights 1, so that score_parts leaves nothing out
    for section in ("rules", "markers", "signals"):
        names = [name for name in entries if entries[name].section == section]
        even += [section + ":"] if names else []
        even += ["  %s: {weight: 1}" % name for name in names]
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as overlay:
        overlay.write("\n".join(even) + "\n")
        overlay.flush()
        run = subprocess.run(
            [courtesy, "check", "--no-config", "--rules", overlay.name,
             "--input", "ndjson", "--format", "ndjson", "--show", "score"],
            input="".join(json.dumps(dict(item, id=str(number))) + "\n"
                          for number, item in enumerate(items)).encode(),
            stdout=subprocess.PIPE, check=False)
    if run.returncode not in (0, 1):  # 1: something was found
        raise Trouble("%s ended with %d" % (courtesy, run.returncode))
    answers = {int(answer["id"]): answer for answer in
               map(json.loads, run.stdout.decode().splitlines())}
    return [{part["id"]: min(part["count"], LARGEST_COUNT)
             for part in answers[number]["score_parts"]
             if part["id"] in entries} for number in range(len(items))]


def logistic(total):
    return 1 / (1 + math.exp(-total))


def evidence(counts, weights):
    """The sum in the score."""
    return sum(weights[name] * times for name, times in counts.items())


class Fit:
    """Logistic regression on rows of (counts, polite).

    A quadratic penalty pulls each weight to its default. One weight after
    the other steps to the lowest point of a parabola that lies above the
    loss, whose curvature is 1/4 at most: so the loss never rises, and bounds
    hold at each step. The constant is fitted along and then left out, since
    a text in which nothing was recognised scores 50 whatever it is worth.
    """

    def __init__(self, rows, entries):
        self.weights = {name: entry.present()
                        for name, entry in entries.items()}
        self.constant = 0.0
        holding = collections.defaultdict(list)
        for number, (counts, _) in enumerate(rows):
            for name, times in counts.items():
                holding[name].append((number, SHARPNESS * times))
        self.fitted = sorted(name for name in holding
                             if len(holding[name]) >= FEWEST)
        for name in self.fitted:
            self.weights[name] = entries[name].default()
        self.wanted = [polite for _, polite in rows]
        self.sums = [SHARPNESS * evidence(counts, self.weights)
                     for counts, _ in rows]
        everywhere = [(number, 1) for number in range(len(rows))]
        for _ in range(SWEEPS):
            before = dict(self.weights)
            self.constant = self.step(everywhere, self.constant, 0.0, 0.0)
            for name in self.fitted:
                self.weights[name] = self.step(
                    holding[name], self.weights[name],
                    entries[name].default(), STRENGTH, entries[name].bounds())
            if all(abs(self.weights[name] - before[name]) < STILL
                   for name in self.fitted):
                break
        for name in self.fitted:
            self.weights[name] = round(
                STEP * round(self.weights[name] / STEP), 2)

    def step(self, held, weight, default, strength,
             bounds=(-math.inf, math.inf)):
        slope = strength * (weight - default)
        curvature = strength
        for number, times in held:
            slope -= times * (self.wanted[number]
                              - logistic(self.sums[number]))
            curvature += times * times / 4
        new = min(max(weight - slope / curvature, bounds[0]), bounds[1])
        for number, times in held:
            self.sums[number] += (new - weight) * times
        return new

    def even(self):
        """The score at which both kinds are as likely."""
        return 100 * logistic(-self.constant / SHARPNESS)

    def score(self, counts):
        return 100 * logistic(evidence(counts, self.weights))


def auc(scored):
    """How often a polite text scores above an impolite one."""
    above = 0.0
    polite = [score for score, is_polite in scored if is_polite]
    impolite = [score for score, is_polite in scored if not is_polite]
    for high in polite:
        above += sum(1.0 if high > low else 0.5 if high == low else 0.0
                     for low in impolite)
    return above / (len(polite) * len(impolite))


def accuracy(scored, even):
    return statistics.mean((score >= even) == polite
                           for score, polite in scored)


def cross_validate(sets, entries):
    """For each set a list of folds, each (scored, even), of rows not learnt."""
    shuffled = []
    for rows in sets:
        rows = list(rows)
        random.Random(1).shuffle(rows)
        shuffled.append(rows)
    folds = [[] for _ in sets]
    for fold in range(FOLDS):
        learnt = Fit([row for rows in shuffled
                      for number, row in enumerate(rows)
                      if number % FOLDS != fold], entries)
        for rows, of_set in zip(shuffled, folds):
            of_set.append(([(learnt.score(counts), polite)
                            for counts, polite in rows[fold::FOLDS]],
                           learnt.even()))
    return folds


def print_quality(title, folds):
    for figure, values in (
            ("AUC", [auc(scored) for scored, _ in folds]),
            ("accuracy", [accuracy(scored, even) for scored, even in folds])):
        spread = (" +- %.3f" % statistics.stdev(values)
                  if len(values) > 1 else "")
        print("%-9s %.3f%s  %s"
              % (figure, statistics.mean(values), spread, title))


def print_bands(title, scored):
    print("\n%s\nscore     texts  polite" % title)
    for low, high in zip(BANDS, BANDS[1:]):
        held = [polite for score, polite in scored
                if low <= round(score) < high]
        if held:
            print("%3d-%-3d   %5d   %3.0f %%"
                  % (low, high - 1, len(held), 100 * statistics.mean(held)))


def print_weights(entries, fit, holders):
    print("\nweight    now  texts  entry")
    for name in fit.fitted:
        weight, entry = fit.weights[name], entries[name]
        note = "  (at its bound)" if weight in entry.bounds() else ""
        print("%6g %6g  %5d  %s%s"
              % (weight, entry.present(), holders[name], name, note))
    print("%d of %d entries stay as they are: fewer than %d texts hold them"
          % (len(entries) - len(fit.fitted), len(entries), FEWEST))


def write(entries, weights):
    """Puts weights by id into the rule files."""
    by_path = collections.defaultdict(list)
    for name, weight in weights.items():
        if weight != entries[name].present():
            by_path[entries[name].path].append((entries[name], weight))
    for path, changes in by_path.items():
        lines = path.read_bytes().split(b"\n")
        # from below, so that no line above has moved
        for entry, weight in sorted(changes, key=lambda change:
                                    -change[0].line):
            if entry.weight_line is not None:
                line = lines[entry.weight_line]
                lines[entry.weight_line] = re.sub(
                    rb"(weight: *)[^ #\r]+", rb"\g<1>%g" % weight,
                    line, count=1)
            else:
                end = b"\r" if lines[entry.line].endswith(b"\r") else b""
                lines.insert(entry.insert_after + 1,
                             b"    weight: %g%s" % (weight, end))
        path.write_bytes(b"\n".join(lines))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("courtesy", metavar="COURTESY")
    parser.add_argument("rules", metavar="RULES")
    parser.add_argument("texts", metavar="TEXTS", nargs="+")
    parser.add_argument("--test", metavar="TEXTS", action="append",
                        default=[], help="judged texts, not to learn from")
    parser.add_argument("--write", action="store_true",
                        help="put the weights into the rule files")
    arguments = parser.parse_args()
    entries = read_entries(arguments.rules)

    def read(path):
        texts = read_texts(path)
        counts = count(arguments.courtesy, entries,
                       [item for item, _ in texts])
        return [(held, polite) for held, (_, polite) in zip(counts, texts)]

    sets = [read(path) for path in arguments.texts]
    folds = cross_validate(sets, entries)
    rows = [row for rows in sets for row in rows]
    fit = Fit(rows, entries)
    for path, of_set in zip(arguments.texts, folds):
        print_quality("%s, %d-fold" % (path, FOLDS), of_set)
    print("a text of score %.0f is as likely to be polite as not" % fit.even())
    print_bands("the texts above, none by weights learnt from it", [
        pair for of_set in folds for scored, _ in of_set for pair in scored])
    for path in arguments.test:
        scored = [(fit.score(counts), polite) for counts, polite in read(path)]
        print_bands("%s, not learnt from" % path, scored)
        print_quality(path, [(scored, fit.even())])
    print_weights(entries, fit, collections.Counter(
        name for counts, _ in rows for name in counts))
    if arguments.write:
        write(entries, {name: fit.weights[name] for name in fit.fitted})
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Trouble, OSError, ValueError, KeyError) as trouble:
        sys.exit("fit.py: %s" % trouble)
