#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs a program and compares what it prints with a file.

usage: compare.py FILE PROGRAM [ARGUMENT...]
"""
import subprocess
import sys

wanted = open(sys.argv[1], encoding="utf-8").read()
printed = subprocess.run(sys.argv[2:], stdout=subprocess.PIPE, text=True, check=True).stdout
if printed != wanted:
    print("wanted:", wanted, "printed:", printed, sep="\n")
sys.exit(printed != wanted)
