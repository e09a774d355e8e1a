#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""installed.py BUILD: does pkg-config of a Debian look where `meson install`
puts libcourtesy? Skipped elsewhere, and where another prefix was asked for."""

import json
import os
import pathlib
import subprocess
import sys

SKIPPED = 77


def read(build, name):
    path = pathlib.Path(build) / "meson-info" / f"intro-{name}.json"
    return json.loads(path.read_text(encoding="utf-8"))


def folders_of_pkg_config():
    command = ["pkg-config", "--variable", "pc_path", "pkg-config"]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    return ended.stdout.strip().split(":")


def main(build):
    options = {one["name"]: one["value"] for one in read(build, "buildoptions")}
    debian = os.path.exists("/etc/debian_version")
    if not debian or options["prefix"] != "/usr/local":
        return SKIPPED
    folders = folders_of_pkg_config()
    installed = [path for path in read(build, "installed").values()
                 if path.endswith("/libcourtesy.pc")]
    lost = [path for path in installed if os.path.dirname(path) not in folders]
    for path in lost:
        print(f"pkg-config does not look for {path}, but in", *folders)
    return 0 if installed and not lost else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
