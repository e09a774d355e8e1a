#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A mailbox of any size is checked in little memory.

usage: stream.py [--long] [--no-memory] COURTESY

A mailbox of 100 MB, or 6 GB, comes through a pipe; it never lies on a disk.
The peak of memory is measured with one thread and with four, and the last
finding must point at the place where it stands. --no-memory is for
sanitizers, which need memory of their own.
"""
import argparse
import json
import os
import subprocess
import sys

# Bytes of memory. One thread takes 8 MiB, four 15; the system counts what Python
# has when it starts the command.
MOST = 32 << 20
HEADER = b"""\
From ana@example.com Mon May  4 16:30:00 2026
From: ana@example.com
Subject: soup
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

Hi Sam,

"""
RUDE = b"like I told you before, the soup is hot.\n"
ATTACHMENT = b"""
--b
Content-Type: image/png
Content-Transfer-Encoding: base64

""" + (b"SG90IHNvdXAgZm9yIGV2ZXJ5b25lLCBhbmQgYnJlYWQu" + b"\n") * 12_000 + b"--b--\n\n"
MESSAGE = HEADER + RUDE + ATTACHMENT


def check(courtesy, jobs, count):
    """Peak of memory in bytes, and the last object of the report."""
    environment = dict(os.environ)
    environment.pop("MALLOC_PERTURB_", None)  # it would touch all memory
    with subprocess.Popen(
            [courtesy, "check", "-j", str(jobs), "--input", "mbox",
             "--format", "ndjson", "-"], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, env=environment) as command:
        if os.fork() == 0:
            command.stdout.close()
            for _ in range(count):
                command.stdin.write(MESSAGE)
            command.stdin.close()
            os._exit(0)
        command.stdin.close()
        last = b""
        for last in command.stdout:
            pass
        _, status, usage = os.wait4(command.pid, 0)
        command.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss * 1024, json.loads(last)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("courtesy")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--no-memory", action="store_true")
    options = parser.parse_args()
    count = (6 * 10**9 if options.long else 10**8) // len(MESSAGE)
    before = (count - 1) * len(MESSAGE)
    failures = 0
    for jobs in 1, 4:
        memory, last = check(options.courtesy, jobs, count)
        finding = last["findings"][0]
        right = (last["message"] == count and
                 last["message_offset"] == before and
                 finding["rule"] == "told-you-before" and
                 finding["offset"] == before + len(HEADER) and
                 finding["line"] == (count - 1) * MESSAGE.count(b"\n")
                 + HEADER.count(b"\n") + 1)
        small = options.no_memory or memory <= MOST
        failures += not (right and small)
        print(f"{'ok' if right and small else 'not ok'} - {count} messages, "
              f"{jobs} thread(s): {memory >> 10} KiB"
              f"{'' if right else ', the last finding stands elsewhere'}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
