#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes the manual page of what the command says of itself, so that both come
from the one table of options.

usage: man.py COURTESY OUTPUT
"""
import re
import subprocess
import sys

COMMANDS = ("check", "inspect", "rules")

ENVIRONMENT = {
    "NO_COLOR": "if not empty, --color auto means never",
    "CLICOLOR_FORCE": "if neither empty nor 0, --color auto means always",
    "COLUMNS": "how wide a terminal is that does not say so itself",
    "XDG_CACHE_HOME": "in its folder courtesy compiled rules are kept; "
                      "else in ~/.cache/courtesy",
}


def say(*arguments):
    return subprocess.run([sys.argv[1], *arguments], check=True,
                          capture_output=True, encoding="utf-8").stdout


def escape(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", text)


def paragraph(lines):
    """A table or commands keep their lines, sentences need not."""
    if all(line.startswith(" ") for line in lines):
        return [".PP", ".nf", *map(escape, lines), ".fi"]
    return [".PP", *map(escape, lines)]


def options(lines):
    """"  -f, --format FORMAT   text, …", and lines that go on with the help."""
    for line in lines:
        name, _, text = re.fullmatch(r" +(-.*?|)(  +(.*))?", line).groups()
        if name:
            yield ".TP"
            yield ".B " + escape(name)
        yield escape((text or "").strip())


EXIT_STATUS = "Exit status: "


def blocks(text):
    for block in text.strip("\n").split("\n\n"):
        lines = block.splitlines()
        if block.startswith(EXIT_STATUS):
            continue  # a section of its own
        if re.match(r" +-", lines[0]):
            yield from options(lines)
        elif lines[0].endswith("examples:"):
            yield from [".SS Examples", *paragraph(lines[1:])]
        elif not lines[0].startswith("usage: "):
            yield from paragraph(lines)


def exit_status(text):
    told = re.search(EXIT_STATUS + r"(.+?)\.\n\n", text, re.S).group(1)
    for status in re.split(r",\s+(?=\d )", told):
        number, means = status.split(" ", 1)
        yield from (".TP", ".B " + number, *map(escape, means.splitlines()))


def usage(text):
    """Each way to call it on a line of its own."""
    lines = text.split("\n\n")[0].replace("usage: ", "       ").splitlines()
    for line in lines:
        yield from (escape(line.strip()), ".br")


def page():
    version = say("--version").split()[1]
    overview = say("--help")
    yield f'.TH COURTESY 1 "" "courtesy {version}" "User Commands"'
    yield ".nh"
    yield ".SH NAME"
    yield r"courtesy \- check the courtesy of internal mail"
    yield ".SH SYNOPSIS"
    yield from usage(overview)
    yield ".SH DESCRIPTION"
    yield from blocks(overview)
    for command in COMMANDS:
        text = say(command, "--help")
        yield f".SH COURTESY {command.upper()}"
        yield from usage(text)
        yield from blocks(text)
    yield ".SH EXIT STATUS"
    yield from exit_status(overview)
    yield ".SH ENVIRONMENT"
    for name, text in ENVIRONMENT.items():
        yield from (".TP", ".B " + name, escape(text))


with open(sys.argv[2], "w", encoding="utf-8") as file:
    file.write("\n".join(page()) + "\n")
