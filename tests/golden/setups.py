#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What examples/README.md has people copy does what it says.

usage: setups.py COURTESY SETUPS

Each block is tried with the program it is for, where that is installed; the
patterns are tried by Python.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import checks
from checks import tell

RUDE = "Café, naïve: as I told you before.\n\nSend me the list.\n"
TOLD = "could read as: you did not listen. [told-you-before]"
MAIL = "From: Ana Li <ana@acme.example>\nSubject: The list\n\nHi Sam,\n\n%s\n\nAna\n"


def blocks(page):
    """The blocks of each section, by its title and their language."""
    found = {}
    for section in re.split("^## ", page, flags=re.M)[1:]:
        title = section.split("\n", 1)[0]
        for language, text in re.findall(r"^```(\w+)\n(.*?)^```", section, re.S | re.M):
            found[title, language] = text
    return found


class Desk:
    """A folder in which somebody works, with courtesy on the path."""

    def __init__(self, courtesy, folder):
        self.folder = pathlib.Path(folder)
        bin_folder = self.folder / "bin"
        bin_folder.mkdir()
        (bin_folder / "courtesy").symlink_to(courtesy)
        self.write("bin/sendmail", '#!/bin/sh\ncat > sent\necho "$@" > sent-to\n')
        path = f"{bin_folder}{os.pathsep}{os.environ['PATH']}"
        # What a hook that runs the tests is told of its own repository is
        # none of this desk's business.
        kept = {name: value for name, value in os.environ.items()
                if not name.startswith("GIT_")}
        self.environment = {**kept, "PATH": path, "HOME": folder,
                            "GIT_CONFIG_GLOBAL": os.devnull}

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    def run(self, *words, stdin=""):
        return subprocess.run(words, cwd=self.folder, env=self.environment,
                              input=stdin, capture_output=True, text=True,
                              encoding="utf-8")


def try_vim(desk, block):
    for vim in "vim", "nvim":
        if shutil.which(vim):
            desk.write("rc.vim", "set encoding=utf-8\nfiletype on\n" + block)
            desk.write("try.vim", "edit draft.txt\nset ft=mail\nsilent make\n"
                       "call writefile([strpart(getline('.'), col('.') - 1), "
                       "getqflist()[0].type, getqflist()[0].text], 'list')\nqall!\n")
            desk.run(vim, "-N", "-es", "-u", "rc.vim", "-S", "try.vim")
            listed = (desk.folder / "list").read_text(encoding="utf-8")
            tell(listed.startswith("as I told you before.\nw\n") and TOLD in listed,
                 f"{vim} goes to the words")


def try_emacs(desk, block):
    if not shutil.which("emacs"):
        return
    desk.write("try.el", block + """
(require 'compile)
(let ((buffer (compile "courtesy --format line draft.txt")))
  (while (get-buffer-process buffer) (accept-process-output nil 0.1))
  (with-current-buffer buffer
    (princ (list compilation-num-errors-found compilation-num-warnings-found
                 compilation-num-infos-found))))
""")
    said = desk.run("emacs", "--batch", "-Q", "-l", "try.el").stdout
    tell(said.endswith("(0 1 1)"), "Emacs tells warnings and suggestions")


def try_pattern(desk, pattern, severities, who):
    lines = desk.run("courtesy", "--format", "line", "draft.txt").stdout.splitlines()
    members = "file", "line", "column", "severity", "message", "code"
    read = [re.search(pattern["regexp"], line) for line in lines]
    told = [[match[pattern[name]] for name in members] for match in read if match]
    tell([entry[3] for entry in told] == severities, f"{who} reads {severities}")
    tell(told[0][:3] == ["draft.txt", "1", "14"] and told[0][5] == "told-you-before",
         f"{who} finds the place")


def try_mutt(desk, script):
    desk.write("kindly", script)
    rude = desk.run("./kindly", "sam@acme.example", stdin=MAIL % "As I told you before.")
    tell(rude.returncode == 65 and TOLD in rude.stderr, "a rude mail stays")
    tell(not (desk.folder / "sent").exists(), "and is not sent")
    kind = MAIL % "Thank you for the list."
    sent = desk.run("./kindly", "sam@acme.example", stdin=kind)
    tell(sent.returncode == 0, "a kind one goes")
    tell((desk.folder / "sent").read_text() == kind, "byte by byte")
    tell((desk.folder / "sent-to").read_text() == "sam@acme.example\n", "to whom it should")


def try_git(desk, hook):
    if not shutil.which("git"):
        return
    desk.run("git", "init", "-q")
    desk.write(".git/hooks/pre-commit", hook)
    commit = ("git", "-c", "user.name=Ana", "-c", "user.email=ana@acme.example",
              "commit", "-q", "-m", "Add a template")
    desk.write("templates/late.txt", "As I told you before.\n")
    desk.run("git", "add", "templates")
    desk.write("templates/late.txt", "Thank you, {{ name }}.\n")
    stopped = desk.run(*commit)
    tell(stopped.returncode == 1 and "late.txt:1:1" in stopped.stdout + stopped.stderr,
         "git commits no rude template, whatever lies in the folder")
    desk.run("git", "add", "templates")
    tell(desk.run(*commit).returncode == 0, "git commits a kind one")


def try_gitlab(desk, program):
    if not shutil.which("jq"):
        return
    desk.write("twice.txt", 2 * RUDE)
    found = desk.run("courtesy", "--format", "json", "draft.txt", "./twice.txt").stdout
    report = json.loads(desk.run("jq", program, stdin=found).stdout)
    places = sorted((entry["location"]["path"], entry["location"]["lines"]["begin"])
                    for entry in report)
    tell(places == [("draft.txt", 1), ("draft.txt", 3),
                    ("twice.txt", 1), ("twice.txt", 3), ("twice.txt", 4), ("twice.txt", 6)],
         "GitLab gets a report")
    tell({entry["severity"] for entry in report} == {"minor"}, "with severities")
    tell(len({entry["fingerprint"] for entry in report}) == len(report),
         "that tells each finding from the others, words that stand twice as well")


def main(courtesy, setups):
    found = blocks(pathlib.Path(setups).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(pathlib.Path(courtesy).resolve(), folder)
        desk.write("draft.txt", RUDE)
        try_vim(desk, found["Vim and Neovim", "vim"])
        try_emacs(desk, found["Emacs", "elisp"])
        task = json.loads(found["VS Code", "json"])["tasks"][0]
        try_pattern(desk, task["problemMatcher"]["pattern"],
                    ["warning", "suggestion"], "VS Code")
        matcher = json.loads(found["GitHub Actions", "json"])["problemMatcher"][0]
        try_pattern(desk, matcher["pattern"][0], ["warning"], "GitHub")
        try_mutt(desk, found["mutt and NeoMutt", "sh"])
        try_git(desk, found["A git hook", "sh"])
        try_gitlab(desk, found["GitLab", "jq"])
    return checks.status()


sys.exit(main(*sys.argv[1:]))
