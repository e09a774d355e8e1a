#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What lints plain drafts lies together in the program, all else apart from it.

usage: rare.py COURTESY USUAL... -- RARE...

Lints two drafts under valgrind, which tells the functions that run: none of
them may be of a file of `rare_sources`, and of each other file one must be.
"""
import collections
import pathlib
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
# Tables alone, without a function.
TABLES = {"mail/phrases.c", "mail/stop_words.c", "text/byte_class.c",
          "text/plain_mark.c", "text/unicode_table.c"}
# With what people write in drafts, but no HTML, MIME or templates.
DRAFTS = ["""\
To: Kim Roth <kim.roth@acme.example>
Subject: Lift

Hi Kim,

like I told you before, the “lift” is *not* my problem (see page 3).
WE NEED THE LIST AND ALL OF THE NUMBERS NOW. Don't ask me why...
Send me 20% of the 1,250 pages. Žofie's café – it's at https://acme.example/lift – opens at 5:30am :-)

1. Send me the list by Thursday.
2. Добрый день, Ελλάδα, naïve re-use, 漢字.

- Please find attached the table.

On Mon, May 3, 2027 at 9:16 AM Kim <kim.roth@acme.example> wrote:
> As I said, this is a joke!!! Shame on you, are you blind?

Kind regards
Ana Lima
-- 
Acme, Room 5, +1 555 010 0100
""", """\
Hello all,

the room is free on Thursday from ten to noon and the projector works again \
and so does the lamp above the door that was out of order since the winter so \
that we can meet there and go through the open points of the list before the \
auditors come on Friday and want to see the numbers of both quarters.

-----Original Message-----
From: Kim Roth
Sent: Monday, May 3, 2027 9:05 AM
To: Ana Lima
Subject: The room

Is it free?
"""]


def place(path):
    """A file by its folder and name, wherever it was built."""
    return "/".join(pathlib.Path(path).parts[-2:])


def functions_that_run(courtesy, folder):
    """Those of each file."""
    drafts = []
    for number, text in enumerate(DRAFTS):
        drafts.append(folder / f"{number}.txt")
        drafts[-1].write_text(text, encoding="utf-8")
    calls = folder / "calls"
    subprocess.run(
        ["valgrind", "--tool=callgrind", "--compress-strings=no",
         f"--callgrind-out-file={calls}", courtesy, *drafts],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    run = collections.defaultdict(set)
    file = ""
    for line in calls.read_text(encoding="utf-8").splitlines():
        key, _, name = line.partition("=")
        if key == "fl":
            file = place(name)
        elif key == "fn":
            run[file].add(name)
        elif key == "fi":  # of another file, inlined
            run[place(name)].add("what is inlined")
    return run


def main():
    if shutil.which("valgrind") is None:
        print("valgrind is not installed")
        return SKIPPED
    parting = sys.argv.index("--")
    usual = [place(path) for path in sys.argv[2:parting]]
    rare = [place(path) for path in sys.argv[parting + 1:]]
    with tempfile.TemporaryDirectory() as folder:
        run = functions_that_run(sys.argv[1], pathlib.Path(folder))
    if usual[0] not in run:
        print("the program has no names of files")
        return SKIPPED
    wrong = [f"{path} is rare, but {', '.join(sorted(run[path]))} ran"
             for path in rare if path in run]
    wrong += [f"{path} is not rare, but nothing of it ran"
              for path in usual if path not in run and path not in TABLES]
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
