#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`rules check` has nothing to say about the pack: no warning, and no message
or suggestion that breaks a rule itself.

usage: clean_pack.py COURTESY
"""
import subprocess
import sys

said = subprocess.run(
    [sys.argv[1], "rules", "check"], capture_output=True, text=True
)
print(said.stdout + said.stderr, end="")
clean = said.returncode == 0 and said.stdout == "0 errors, 0 warnings\n"
sys.exit(0 if clean else 1)
