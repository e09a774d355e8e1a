#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Who waits at a terminal sees how far the command is; no report is harmed.

usage: progress.py COURTESY

The command reads lines that come slowly, with its outputs on terminals or in
pipes.
"""
import os
import pathlib
import pty
import re
import subprocess
import sys
import time

import checks
import terminals
from checks import tell

LINE = b'{"text": "Like I told you before, the soup is hot."}\n'
CLEAR = b"\r\x1b[K"


def read_all(descriptor):
    """What was written to a terminal or a pipe, until nobody has it open."""
    out = b""
    try:
        while more := os.read(descriptor, 65536):
            out += more
    except OSError:  # a terminal's way to say it
        pass
    os.close(descriptor)
    return out


def run(courtesy, options, errors_to=pty.openpty, together=False):
    """What is written to standard output and standard error, to a terminal
    or a pipe each, or to one terminal."""
    ends = [pty.openpty()] if together else [os.pipe(), errors_to()]
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "1"}
    with subprocess.Popen(
            [courtesy, "check", "--format", "line", "--input", "ndjson", *options],
            bufsize=0,
            stdin=subprocess.PIPE, stdout=ends[0][1], stderr=ends[-1][1],
            env=environment) as command:
        for _, end in ends:
            os.close(end)
        for pause in (0, 0.7, 0.2):
            time.sleep(pause)
            command.stdin.write(LINE)
        command.stdin.close()
        return tuple(read_all(end) for end, _ in ends)


def seen(written):
    """What stands on a terminal in the end, which turns LF to CRLF: each
    CLEAR empties a line."""
    return re.sub(rb"[^\n]*\r\x1b\[K", b"", written).replace(b"\r\n", b"\n")


def main():
    if not terminals.are_there():
        return terminals.SKIPPED
    courtesy = str(pathlib.Path(sys.argv[1]).resolve())
    plain, errors = run(courtesy, [], os.pipe)
    tell(plain.count(b"told-you-before") == 3 and errors == b"",
         "nothing is told in a pipe")
    for jobs in "1", "3":
        out, errors = run(courtesy, ["-j", jobs])
        tell(out == plain and b"1 message, " not in errors and
             b"2 messages, " in errors and seen(errors) == b"" and errors.endswith(CLEAR),
             f"a terminal is told, and cleared, {jobs} threads")
    for option in [], ["--progress"]:
        (both,) = run(courtesy, option, together=True)
        tell(CLEAR in both and seen(both) == plain,
             "a report on the same terminal is whole")
    out, errors = run(courtesy, ["--progress"], os.pipe)
    tell(out == plain and b"1 message, " in errors and seen(errors) == b"",
         "--progress tells a pipe, and at once")
    for option in "--progress=no", "--quiet":
        _, errors = run(courtesy, [option])
        tell(errors == b"", f"{option} does not tell")
    return checks.status()


if __name__ == "__main__":
    sys.exit(main())
