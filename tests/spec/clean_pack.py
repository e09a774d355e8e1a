#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`rules check` has nothing to say about the pack: no warning, and no message
or suggestion that breaks a rule itself; of a rule that does, it says so.

usage: clean_pack.py COURTESY
"""
import pathlib
import subprocess
import sys
import tempfile

# Its message, its advice and the words that it proposes break rules.
RUDE = """\
rules:
  rude-itself:
    severity: suggestion
    message: "This is your fault, and you did not listen."
    why: "Shows what must be seen."
    instead: "Like I told you before, use the form: “This is garbage.”"
    find: |
      green tea
    bad: ["We have [[green tea]].", "The [[green tea]] is cold."]
    good: ["We have tea.", "The tea is green.", "Green, as ever."]
"""
EXPECTED = ["“message” of", "“instead” of", "“instead” of"]


def check(courtesy, *arguments):
    said = subprocess.run(
        [courtesy, "rules", "check", *arguments],
        capture_output=True, text=True,
    )
    print(said.stdout + said.stderr, end="")
    return said


def sees_rude_words(courtesy):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "rude.yaml"
        path.write_text(RUDE, encoding="utf-8")
        said = check(courtesy, str(path)).stdout
    seen = [word for line in said.splitlines() for word in EXPECTED[:2]
            if "warning: " + word in line]
    return seen == EXPECTED


def main(courtesy):
    said = check(courtesy)
    clean = said.returncode == 0 and said.stdout == "0 errors, 0 warnings\n"
    return 0 if sees_rude_words(courtesy) and clean else 1


sys.exit(main(sys.argv[1]))
