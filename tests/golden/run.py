#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the command and compares what it writes with what is kept here.

usage: run.py COURTESY [--update] [CASE...]

A case is cases/NAME.args: settings, a line with ---, then one argument a
line. cases/NAME.out and NAME.err hold what it must write; no NAME.err means
nothing on standard error. Settings:

    # why this case is there
    exit: 1              the exit status; 0 if not given
    stdin: inputs/a.txt  a file; standard input is empty if not given
    folder: inputs       where the command runs; here if not given
    stdout: /dev/full    a device, or `closed`; then there is no NAME.out
    env: NO_COLOR=1      a variable more

With --update the files are written instead; the exit status stays as it is
written in the case and must still hold.
"""
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
CASES = os.path.join(HERE, "cases")
# Nothing of the caller's terminal or language may show.
ENVIRONMENT = {"PATH": os.environ.get("PATH", ""), "TERM": "xterm"}
ENVIRONMENT.update(
    (name, os.environ[name])
    for name in ("ASAN_OPTIONS", "LSAN_OPTIONS", "LD_LIBRARY_PATH")
    if name in os.environ
)


class Case:
    def __init__(self, name):
        self.name = name
        self.exit = 0
        self.stdin = self.stdout = None
        self.folder = ""
        self.environment = dict(ENVIRONMENT)
        with open(self.path("args"), encoding="utf-8") as file:
            settings, _, arguments = file.read().partition("---\n")
        self.arguments = arguments.splitlines()
        for line in settings.splitlines():
            if line and not line.startswith("#"):
                self.set(*line.split(": ", 1))

    def set(self, key, value):
        if key == "exit":
            self.exit = int(value)
        elif key in ("stdin", "stdout", "folder"):
            setattr(self, key, value)
        elif key == "env":
            name, _, value = value.partition("=")
            self.environment[name] = value
        else:
            sys.exit("%s: unknown setting %s" % (self.name, key))

    def path(self, ending):
        return os.path.join(CASES, "%s.%s" % (self.name, ending))

    def run(self, command):
        """The exit status, standard output and standard error."""
        stdin = open(os.path.join(HERE, self.stdin or os.devnull), "rb")
        stdout, before = subprocess.PIPE, None
        if self.stdout == "closed":
            stdout, before = None, lambda: os.close(1)
        elif self.stdout:
            stdout = open(self.stdout, "wb")
        ended = subprocess.run(
            [command] + self.arguments,
            cwd=os.path.join(HERE, self.folder),
            env=self.environment,
            stdin=stdin,
            stdout=stdout,
            stderr=subprocess.PIPE,
            preexec_fn=before,
            timeout=60,
        )
        return ended.returncode, ended.stdout or b"", ended.stderr

    def kept(self, ending):
        try:
            with open(self.path(ending), "rb") as file:
                return file.read()
        except FileNotFoundError:
            return b""

    def keep(self, ending, data):
        if data:
            with open(self.path(ending), "wb") as file:
                file.write(data)
        elif os.path.exists(self.path(ending)):
            os.remove(self.path(ending))


def differences(case, status, out, err):
    if status != case.exit:
        yield "exit status %d, not %d" % (status, case.exit)
    for ending, got in (("out", out), ("err", err)):
        if got != case.kept(ending):
            yield "%s.%s differs:" % (case.name, ending)
            diff = subprocess.run(
                ["diff", "-u", "-N", case.path(ending), "-"],
                input=got,
                stdout=subprocess.PIPE,
            ).stdout
            yield from diff.decode("utf-8", "replace").splitlines()


def main(command, *words):
    update = "--update" in words
    names = [word for word in words if word != "--update"] or sorted(
        name[:-5] for name in os.listdir(CASES) if name.endswith(".args")
    )
    print("1..%d" % len(names))
    failed = 0
    for number, name in enumerate(names, 1):
        case = Case(name)
        status, out, err = case.run(command)
        if update:
            case.keep("out", out)
            case.keep("err", err)
        problems = list(differences(case, status, out, err))
        failed += bool(problems)
        print("%sok %d - %s" % ("not " if problems else "", number, name))
        for line in problems:
            print("# " + line)
    return 1 if failed else 0


sys.exit(main(os.path.abspath(sys.argv[1]), *sys.argv[2:]))
