#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The JSON Schema for editors knows the same keys as the rule reader.

usage: test_schema.py rule.schema.json lib/rules

Breaks for rules/rule.schema.json and the tables in lib/rules.
"""
import json
import re
import sys

ALL = {"rule", "marker", "signal"}
CLASSES = {"ALL": ALL, "RULE": {"rule"}, "MARKER": {"marker"}, "NAMED": ALL - {"rule"}}


def text(folder, name):
    with open("%s/%s" % (folder, name), encoding="utf-8") as file:
        return file.read()


def names(source, array):
    """The strings of an array of names."""
    start = source.index(array + "[")
    return set(re.findall(r'"([a-z-]+)"', source[start:source.index("};", start)]))


def keys_of(schema, name):
    return set(schema["definitions"][name]["properties"])


def choices(node):
    """The alternatives of each choice in the schema."""
    if isinstance(node, dict):
        yield from [node["oneOf"]] if "oneOf" in node else []
        node = list(node.values())
    if isinstance(node, list):
        for member in node:
            yield from choices(member)


def main(schema_path, folder):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    rows = re.findall(
        r'\{"([a-z-]+)",\s*([A-Z]+),\s*(RULES_[A-Z]+),', text(folder, "keys.c"))
    assert len(rows) > 25, "the table in keys.c was not found"
    expected = {
        name: {key for key, who, _ in rows if name in CLASSES[who]} for name in ALL
    }
    expected["change"] = {key for key, _, how in rows if how == "RULES_REPLACED"}
    found = {name: keys_of(schema, name) for name in expected}
    expected["file"] = names(text(folder, "read_file.c"), "section_names")
    found["file"] = set(schema["properties"])
    expected["conditions"] = names(
        text(folder, "read_conditions.c"), "subject_names")
    found["conditions"] = keys_of(schema, "conditions")
    expected["sentence"] = names(
        text(folder, "read_samples.c"), "fact_names")
    found["sentence"] = set(
        schema["definitions"]["sentence"]["oneOf"][1]["properties"])
    for choice in choices(schema):
        constants = [one["const"] for one in choice if "const" in one]
        assert not constants or {"type": "string"} not in choice, (
            "%s fit twice, and so not at all" % constants)
    for name in expected:
        assert expected[name] == found[name], "%s: %s" % (
            name, sorted(expected[name] ^ found[name]))


main(*sys.argv[1:])
