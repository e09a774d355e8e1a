#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Rules of one's own are compiled once; whatever lies in the cache, the report
is the same.

usage: cache.py COURTESY
"""
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

import checks
from checks import tell

HERE = pathlib.Path(__file__).resolve().parent
RULES = (HERE / "inputs/rules.yaml").read_text(encoding="utf-8")


class Home:
    """A cache folder, a rule file and a draft."""

    def __init__(self, courtesy, folder):
        self.courtesy = courtesy
        self.folder = folder
        self.cache = folder / "cache"
        self.rules = folder / "rules.yaml"
        self.rules.write_text(RULES, encoding="utf-8")

    def check(self, rules=None, folder=None, options=(), prepare=None,
              **environment):
        settings = {"PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(self.cache)}
        settings.update((name, os.environ[name])
                        for name in ("ASAN_OPTIONS", "LSAN_OPTIONS")
                        if name in os.environ)
        settings.update(environment)
        run = subprocess.run(
            [self.courtesy, "--no-default-rules", "--rules", rules or str(self.rules),
             *options, str(HERE / "inputs/rude.txt")],
            cwd=folder, capture_output=True, text=True, env=settings, check=False,
            preexec_fn=prepare, timeout=60)
        return run.returncode, run.stdout, run.stderr

    def kept(self):
        return sorted((self.cache / "courtesy").iterdir())


def test_damage(home, usual):
    """Bits changed here and there, and every kind of wrong length."""
    (kept,) = home.kept()
    good = kept.read_bytes()
    step = max(1, len(good) // 200)
    for place in range(0, len(good), step):
        damaged = bytearray(good)
        damaged[place] ^= 1 << place // step % 8
        kept.write_bytes(damaged)
        if home.check() != usual or kept.read_bytes() != good:
            tell(False, f"byte {place} damaged")
            return
    for size in (0, 5, 8, 100, len(good) // 2, len(good) - 1):
        kept.write_bytes(good[:size])
        if home.check() != usual or kept.read_bytes() != good:
            tell(False, f"cut to {size} bytes")
            return
    tell(True, "what is damaged is made anew")
    kept.unlink()
    os.mkfifo(kept, 0o600)
    tell(home.check() == usual and kept.is_file(), "a pipe is not waited for")


def test_limit(home, usual):
    """Where a file may not be as large as that, nothing is kept."""
    shutil.rmtree(home.cache / "courtesy")
    limited = home.check(
        prepare=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)))
    tell(limited == usual, "a limit on files does not end it")
    tell(home.kept() == [], "and leaves no part of one")


def test_names(home):
    """A file is known by where it lies, not by how its path is written."""
    shutil.rmtree(home.cache / "courtesy")
    for name in ("rules.yaml", "./rules.yaml", str(home.rules)):
        home.check(rules=name, folder=home.folder)
    tell(len(home.kept()) == 1, "one file has one place, however it is named")
    for name in ("one", "two"):
        (home.folder / name).mkdir()
        shutil.copy(home.rules, home.folder / name)
        home.check(rules="rules.yaml", folder=home.folder / name)
    tell(len(home.kept()) == 3, "files of one name in several folders do not")
    home.check(rules="rules.yaml", folder=home.folder / "one", options=["--no-cache"],
               XDG_CACHE_HOME=str(home.folder / "unused"))
    tell(not (home.folder / "unused").exists(), "--no-cache keeps nothing")


def test_bound(home):
    """Old files go when a new one is written; others' files stay."""
    (home.cache / "courtesy/README").touch()
    for number in range(20):
        rules = home.folder / f"rules{number}.yaml"
        shutil.copy(home.rules, rules)
        home.check(rules=str(rules))
    names = [kept.name for kept in home.kept()]
    tell(len(names) == 17 and "README" in names, "sixteen files are kept")
    newest = home.kept()
    home.check(rules=str(rules))
    tell(home.kept() == newest, "the newest among them")


def main():
    courtesy = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        home = Home(courtesy, pathlib.Path(folder))
        home.cache.mkdir()
        without = home.check(XDG_CACHE_HOME="/dev/null")
        tell(without[0] == 1 and without[2] == "", "no cache, no complaint")
        first = home.check()
        (kept,) = home.kept()
        tell(first == without, "the first run is the same")
        tell(kept.stat().st_mode & 0o777 == 0o600, "for its owner alone")
        stamp = kept.stat().st_mtime_ns
        tell(home.check() == without and kept.stat().st_mtime_ns == stamp,
             "the second run uses what was kept")

        home.rules.write_text(RULES.replace("severity: warning", "severity: error"),
                              encoding="utf-8")
        changed = home.check()
        tell(changed[1] != without[1] and "error:" in changed[1],
             "an edited rule file counts at once")
        tell(len(home.kept()) == 1, "and takes the place of what it was")
        home.rules.write_text(RULES, encoding="utf-8")
        home.check()

        kept.chmod(0o644)
        stamp = kept.stat().st_mtime_ns
        tell(home.check() == without and kept.stat().st_mtime_ns != stamp,
             "what others may read is made anew")
        other = home.folder / "other"
        shutil.move(kept, other)
        kept.symlink_to(other)
        tell(home.check() == without and not kept.is_symlink(),
             "a link is not followed")
        test_damage(home, without)
        test_limit(home, without)
        test_names(home)
        test_bound(home)
    return checks.status()


if __name__ == "__main__":
    sys.exit(main())
