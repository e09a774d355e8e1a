#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The schema of ndjson input names the members that the command reads, and
allows what it takes.

usage: input_schema.py COURTESY
"""
import json
import pathlib
import re
import subprocess
import sys

import checks
from checks import tell
from schema import mistakes

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LINES = (ROOT / "examples/messages.ndjson", HERE / "inputs/lines.ndjson",
         HERE / "inputs/html.ndjson", HERE / "inputs/bad.ndjson")


def read_json(line):
    """None when it is none; a name that is there twice makes it none."""
    def members(pairs):
        if len(dict(pairs)) < len(pairs):
            raise ValueError
        return dict(pairs)
    try:
        return json.loads(line, object_pairs_hook=members)
    except ValueError:
        return None


def takes(courtesy, lines):
    """Whether the command answers each line with more than a complaint."""
    run = subprocess.run([courtesy, "--input", "ndjson", "--format", "ndjson", "-"],
                         input="\n".join(lines), capture_output=True, text=True,
                         check=False)
    return ["kind" in json.loads(line) for line in run.stdout.splitlines()]


def main():
    courtesy = sys.argv[1]
    schema = json.loads((ROOT / "cli/input.schema.json").read_text("utf-8"))
    source = (ROOT / "cli/json_in.c").read_text("utf-8")
    table = re.search(r"member_names\[\] = \{(.*?)\};", source, re.S).group(1)
    tell(set(schema["properties"]) == set(re.findall(r'"(\w+)"', table)),
         "the schema has the members that the command knows")

    lines = [line for path in LINES
             for line in path.read_text("utf-8", "replace").splitlines()
             if line.strip()]
    mistyped = [json.dumps({"text": "Thanks.", name: wrong})
                for name, rule in schema["properties"].items()
                if "type" in rule or "enum" in rule
                for wrong in ({"deep": {}}, [5])]
    lines += mistyped
    taken = takes(courtesy, lines)
    tell(len(taken) == len(lines) and True in taken and False in taken,
         "each line has its answer")
    for line, is_taken in zip(lines, taken):
        value = read_json(line)
        fits = value is not None and not list(mistakes(schema, schema, value, "$"))
        if is_taken and not fits:
            tell(False, f"the schema refuses what is taken: {line}")
        if line in mistyped and (fits or is_taken):
            tell(False, f"a member of the wrong type is allowed: {line}")
    return checks.status()


if __name__ == "__main__":
    sys.exit(main())
