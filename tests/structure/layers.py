#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds the shape of the tree: who may include whom, and how long things are.

usage: layers.py ROOT
"""
import pathlib
import re
import sys

# A layer may include itself and what stands behind it.
LAYERS = {
    "base": [],
    "text": ["base"],
    "data": ["text", "base"],
    "mail": ["data", "text", "base"],
    "rules": ["data", "text", "base"],
    "match": ["rules", "mail", "data", "text", "base"],
    "lint": ["match", "rules", "mail", "data", "text", "base"],
}

# The only files that may include a library's header.
ONLY = {
    "utf8proc.h": "lib/text/unicode.c, lib/text/unicode_derive.c",
    "pcre2.h": "lib/text/regex.c",
    "yaml.h": "lib/data/yaml.c",
    "iconv.h": "lib/mail/charset.c",
    "jansson.h": "cli/json_in.c",
}

# What public headers may include beside each other.
PUBLIC = {"stdbool.h", "stddef.h", "stdint.h"}

FILE_LINES = 500
FUNCTION_LINES = 60
# Code has 80, by clang-format; which leaves comments alone: drawings in
# these may need a little more.
COLUMNS = 82

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)


def includes(path):
    return INCLUDE.findall(path.read_text(encoding="utf-8"))


def check_library(root, problems):
    graph = {}
    for path in sorted((root / "lib").rglob("*.[ch]")):
        name = path.relative_to(root).as_posix()
        layer = path.relative_to(root / "lib").parts[0]
        graph[name] = []
        for mark, target in includes(path):
            if mark == '"':
                other = target.split("/")[0]
                graph[name].append("lib/" + target)
                if not (root / "lib" / target).exists():
                    problems.append(f"{name}: includes {target}, which is not there")
                elif other != layer and other not in LAYERS[layer]:
                    problems.append(f"{name}: layer {layer} may not include {target}")
            elif target in ONLY and name not in ONLY[target].split(", "):
                problems.append(f"{name}: only {ONLY[target]} may include <{target}>")
    check_cycles(graph, problems)


def check_cycles(graph, problems):
    """Reports each header that can reach itself."""
    for start in graph:
        seen, todo = set(), list(graph[start])
        while todo:
            at = todo.pop()
            if at == start:
                problems.append(f"{start}: includes itself in a circle")
                break
            if at not in seen:
                seen.add(at)
                todo += graph.get(at, [])


def check_names(root, problems):
    """A struct or enum that two headers define is two things under one name."""
    for folder in ("lib", "cli"):
        defined = {}
        for path in sorted((root / folder).rglob("*.h")):
            name = path.relative_to(root).as_posix()
            text = path.read_text(encoding="utf-8")
            for kind in re.findall(r"^(?:struct|enum) \w+(?= \{)", text, re.M):
                if kind in defined:
                    problems.append(f"{name}: {kind} is also in {defined[kind]}")
                defined[kind] = name


def check_command(root, problems):
    for path in sorted((root / "cli").rglob("*.[ch]")):
        name = path.relative_to(root).as_posix()
        for mark, target in includes(path):
            if target in ONLY and name not in ONLY[target].split(", "):
                problems.append(f"{name}: only {ONLY[target]} may include <{target}>")
            if mark == '"' and not (root / "cli" / target).exists():
                problems.append(f"{name}: includes {target} from outside cli/")


def check_public(root, problems):
    for path in sorted((root / "include").rglob("*.h")):
        name = path.relative_to(root).as_posix()
        for _, target in includes(path):
            if target not in PUBLIC and not target.startswith("courtesy/"):
                problems.append(f"{name}: may not include {target}")


def function_lengths(text):
    """(first line, lines) of each function: from the line at column 0 that
    opens its parameters to the brace at column 0 that closes its body."""
    start = None
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(r"[A-Za-z_].*\(", line):
            start = number
        elif line == "}" and start is not None:
            yield start, number - start + 1
            start = None


def check_budgets(root, problems):
    for folder in ("lib", "cli"):
        for path in sorted((root / folder).rglob("*.c")):
            name = path.relative_to(root).as_posix()
            text = path.read_text(encoding="utf-8")
            lines = text.count("\n")
            if lines > FILE_LINES:
                problems.append(f"{name}: {lines} lines, at most {FILE_LINES}")
            for start, length in function_lengths(text):
                if length > FUNCTION_LINES:
                    problems.append(
                        f"{name}:{start}: a function of {length} lines, at most {FUNCTION_LINES}"
                    )


def check_columns(root, problems):
    for folder in ("lib", "cli", "include", "tests", "examples"):
        for path in sorted((root / folder).rglob("*.[ch]")):
            text = path.read_text(encoding="utf-8")
            for number, line in enumerate(text.splitlines(), 1):
                if len(line) > COLUMNS:
                    problems.append(
                        f"{path.relative_to(root)}:{number}: {len(line)} columns, "
                        f"at most {COLUMNS}"
                    )


def check_headers_of_files(root, problems):
    """Every source says its licence first."""
    for folder in ("lib", "cli", "include", "tests", "examples"):
        for path in sorted((root / folder).rglob("*.[ch]")):
            if "SPDX-License-Identifier: MIT" not in path.read_text(encoding="utf-8")[:80]:
                problems.append(f"{path.relative_to(root)}: no SPDX line")


def check_pack(root, problems):
    """A rule file that the build does not list would be left out in silence."""
    listed = set(re.findall(r"'((?:\w+/)+[\w-]+\.yaml)'",
                            (root / "rules/meson.build").read_text(encoding="utf-8")))
    for path in sorted((root / "rules").rglob("*.yaml")):
        name = path.relative_to(root / "rules").as_posix()
        if name not in listed:
            problems.append(f"rules/{name}: not in rules/meson.build")


def main(root):
    problems = []
    for check in (
        check_library,
        check_names,
        check_command,
        check_public,
        check_budgets,
        check_columns,
        check_headers_of_files,
        check_pack,
    ):
        check(root, problems)
    print("\n".join(problems) or "the layers hold")
    return 1 if problems else 0


sys.exit(main(pathlib.Path(sys.argv[1])))
