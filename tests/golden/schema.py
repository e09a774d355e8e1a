#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds the golden outputs in JSON to the schema of the output.

usage: schema.py SCHEMA.json

The validator knows only the words that the schema uses, and refuses a schema
with others, so that no rule of it is passed over.
"""
import json
import os
import sys

CASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases")
KNOWN = set(
    "$schema title description $defs $ref anyOf type const enum required"
    " properties additionalProperties items minimum maximum".split()
)
TYPES = {
    "object": lambda v: isinstance(v, dict),
    "array": lambda v: isinstance(v, list),
    "string": lambda v: isinstance(v, str),
    "boolean": lambda v: isinstance(v, bool),
    "null": lambda v: v is None,
    "number": lambda v: isinstance(v, (int, float)) and not isinstance(v, bool),
    "integer": lambda v: isinstance(v, int) and not isinstance(v, bool),
}


def mistakes(root, schema, value, where):
    """What is wrong with the value, as lines of text."""
    unknown = set(schema) - KNOWN
    if unknown:
        sys.exit("the schema uses %s" % ", ".join(sorted(unknown)))
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        yield from mistakes(root, root["$defs"][name], value, where)
    if "anyOf" in schema:
        tries = [list(mistakes(root, s, value, where)) for s in schema["anyOf"]]
        if all(tries):
            yield from min(tries, key=len)
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(TYPES[kind](value) for kind in kinds):
        yield "%s: not %s" % (where, " or ".join(kinds))
        return
    if "const" in schema and value != schema["const"]:
        yield "%s: not %r" % (where, schema["const"])
    if "enum" in schema and value not in schema["enum"]:
        yield "%s: %r is not one of %s" % (where, value, schema["enum"])
    if isinstance(value, (int, float)):
        if not schema.get("minimum", value) <= value:
            yield "%s: %s is too small" % (where, value)
        if not schema.get("maximum", value) >= value:
            yield "%s: %s is too large" % (where, value)
    if isinstance(value, dict):
        yield from wrong_members(root, schema, value, where)
    if isinstance(value, list) and "items" in schema:
        for number, item in enumerate(value):
            place = "%s[%d]" % (where, number)
            yield from mistakes(root, schema["items"], item, place)


def wrong_members(root, schema, value, where):
    known = schema.get("properties", {})
    for name in schema.get("required", []):
        if name not in value:
            yield "%s: no %s" % (where, name)
    for name, member in value.items():
        if name in known:
            place = "%s.%s" % (where, name)
            yield from mistakes(root, known[name], member, place)
        elif schema.get("additionalProperties", True) is False:
            yield "%s: unknown member %s" % (where, name)


def texts(name):
    """The JSON texts of a case's output; none when it is not JSON."""
    with open(os.path.join(CASES, name + ".args"), encoding="utf-8") as file:
        arguments = file.read().partition("---\n")[2].splitlines()
    path = os.path.join(CASES, name + ".out")
    if not os.path.exists(path) or "--format" not in arguments:
        return []
    with open(path, encoding="utf-8") as file:
        output = file.read()
    form = arguments[arguments.index("--format") + 1]
    if form == "ndjson":
        return output.splitlines()
    if form == "json" and "inspect" in arguments:
        return output.splitlines()
    return [output] if form == "json" else []


def main(path):
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    names = sorted(n[:-5] for n in os.listdir(CASES) if n.endswith(".args"))
    checked = [(name, text) for name in names for text in texts(name)]
    print("1..%d" % (len(checked) + 1))
    failed = False
    for number, (name, text) in enumerate(checked, 1):
        wrong = list(mistakes(schema, schema, json.loads(text), "$"))
        failed = failed or bool(wrong)
        print("%sok %d - %s" % ("not " if wrong else "", number, name))
        for line in wrong:
            print("# " + line)
    # A validator that lets everything through would hold nothing.
    bad = {"version": 1, "path": "a", "errors": [{"code": 5}]}
    refuses = len(list(mistakes(schema, schema, bad, "$"))) > 0
    print("%sok %d - refuses" % ("" if refuses else "not ", len(checked) + 1))
    return 1 if failed or not refuses or not checked else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
