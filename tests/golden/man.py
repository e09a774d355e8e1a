#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The manual page names every option of every command, and no more, and each
exit status.

usage: man.py COURTESY MAN_PY
"""
import pathlib
import re
import subprocess
import sys
import tempfile


def options(text, before):
    """How often each option is described: on a line that begins with it."""
    found = re.findall(before + r"(?:-\w, )?--([\w-]+)", text, re.M)
    return sorted(found)


def main():
    courtesy, maker = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "courtesy.1"
        subprocess.run([sys.executable, maker, courtesy, out], check=True)
        page = out.read_text("utf-8")
    helps = [subprocess.run([courtesy, *words, "--help"], check=True,
                            capture_output=True, encoding="utf-8").stdout
             for words in ([], ["check"], ["inspect"], ["rules"])]
    described = options("\n".join(helps), "^ +")
    written = options(page.replace("\\-", "-"), r"^\.B ")
    same = described == written and len(written) > 40
    print(f"{'ok' if same else 'not ok'} - {len(written)} options are described")
    section = page.split(".SH EXIT STATUS", 1)[-1].split(".SH", 1)[0]
    statuses = re.findall(r"^\.B (\d)\n\w", section, re.M)
    told = statuses == ["0", "1", "2"]
    print(f"{'ok' if told else 'not ok'} - three exit statuses are described")
    return 0 if same and told else 1


if __name__ == "__main__":
    sys.exit(main())
