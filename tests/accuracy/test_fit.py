#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of fit.py on texts that are made up by rolling dice.

usage: test_fit.py COURTESY RULES
"""
import pathlib
import random
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import fit  # noqa: E402

RULES = """\
language: en
markers:
  smile:
    find: |
      smile
  nod:
    weight: 0.3   # as good as a smile?
    find: |
      nod
  hidden:
    shown: no
    find: |
      weight: 9
signals:
  frown:
    weight: -0.1
    find: |
      frown
rules:
  growl:
    severity: warning
    message: "weight: 7"
  bite:
    severity: error
  snub:
    severity: suggestion
    weight: 0
"""
TRUE = {"smile": 0.6, "nod": 0.3, "frown": -0.45, "growl": -0.9}
CONSTANT = -0.4


def made_up_rows(size, harm=0.0):
    """Rows of (counts, polite), by weights that we know."""
    dice = random.Random(5)
    rows = []
    for _ in range(size):
        counts = {name: dice.choice((1, 1, 2)) for name in TRUE
                  if dice.random() < 0.3}
        odds = fit.SHARPNESS * fit.evidence(counts, TRUE) + CONSTANT
        odds -= harm * counts.get("smile", 0)
        rows.append((counts, dice.random() < fit.logistic(odds)))
    rows[0][0]["bite"] = 1  # one text is not enough to learn from
    return rows


class FitTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name, "faces.yaml")
        self.path.write_bytes(RULES.encode())
        self.entries = fit.read_entries(folder.name)

    def test_reads_what_counts(self):
        self.assertEqual({name: entry.present()
                          for name, entry in self.entries.items()},
                         {"smile": 0.3, "nod": 0.3, "frown": -0.1,
                          "growl": -0.8, "bite": -1.5})

    def test_recovers_the_weights(self):
        learnt = fit.Fit(made_up_rows(4000), self.entries)
        for name, weight in TRUE.items():
            self.assertAlmostEqual(learnt.weights[name], weight, delta=0.1)
        self.assertAlmostEqual(learnt.constant, CONSTANT, delta=0.15)
        self.assertGreater(learnt.even(), 50)

    def test_leaves_what_is_rare(self):
        learnt = fit.Fit(made_up_rows(400), self.entries)
        self.assertNotIn("bite", learnt.fitted)
        self.assertEqual(learnt.weights["bite"], -1.5)

    def test_keeps_the_sign(self):
        learnt = fit.Fit(made_up_rows(1000, harm=3), self.entries)
        self.assertEqual(learnt.weights["smile"], fit.LEAST)

    def test_starts_from_the_defaults(self):
        rows = made_up_rows(400)
        first = fit.Fit(rows, self.entries)
        fit.write(self.entries, first.weights)
        again = fit.Fit(rows, fit.read_entries(self.path.parent))
        self.assertEqual(again.weights, first.weights)

    def test_judges_rows_it_has_not_learnt(self):
        folds, = fit.cross_validate([made_up_rows(1000)], self.entries)
        self.assertEqual(len(folds), fit.FOLDS)
        self.assertEqual(sum(len(scored) for scored, _ in folds), 1000)
        found = [fit.auc(scored) for scored, _ in folds]
        self.assertGreater(sum(found) / len(found), 0.7)

    def test_writes_nothing_but_weights(self):
        fit.write(self.entries, {"smile": 0.65, "nod": 0.2, "frown": -0.1,
                                 "growl": -1.1, "bite": -1.5})
        wanted = RULES.replace("  smile:\n", "  smile:\n    weight: 0.65\n")
        wanted = wanted.replace("weight: 0.3   #", "weight: 0.2   #")
        wanted = wanted.replace("severity: warning\n",
                                "severity: warning\n    weight: -1.1\n")
        self.assertEqual(self.path.read_bytes().decode(), wanted)

    def test_auc_counts_pairs(self):
        self.assertEqual(fit.auc([(60, True), (50, True), (50, False),
                                  (40, False)]), 0.875)


class PackTest(unittest.TestCase):
    """The script reads the pack as the command does."""

    def test_counts_what_the_command_counts(self):
        entries = fit.read_entries(RULES_FOLDER)
        held, = fit.count(COURTESY, entries, [
            {"kind": "text", "text": "Thanks, Ana! Thanks, Tom! Thanks!"}])
        self.assertEqual(held["thanks"], fit.LARGEST_COUNT)

    def test_a_word_outdoes_no_warning(self):
        for entry in fit.read_entries(RULES_FOLDER).values():
            limit = -fit.BY_SEVERITY["warning"]
            if entry.section != "rules":
                self.assertLessEqual(abs(entry.present()), limit, entry.name)
            else:
                self.assertLess(entry.present(), 0, entry.name)


if __name__ == "__main__":
    COURTESY, RULES_FOLDER = sys.argv[1:3]
    unittest.main(argv=sys.argv[:1])
