#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whether every finding, marker, zone, sentence and token stands where it says.

usage: places.py COURTESY [mails]

Each text part of a mail is decoded once more, by the codecs of Python, with
the raw range of every character kept:

    raw     G r =C3=BC ß&amp;          characters  G r ü ß &
    units   1 1   6    1  5

A span must lie inside the file, begin where the unit of its first character
begins, end where that of its last one ends, and hold its text in between.
Blanks are not compared: they are what wraps, margins and markup change.

Without `mails`, the mails are those of letters.py: one text in every transfer
encoding, in sixteen charsets, as HTML and format=flowed. With it, they are the
files of the folder COURTESY_MAILS. Each may take a second of CPU time.
"""
import codecs
import html
import json
import os
import re
import subprocess
import sys
import tempfile

import letters

SECONDS = 1.0
BLANK = re.compile(r"[ \t\r\n\f\v\u00a0\u200b\u3000\ufeff]")


# --- Decoding ---------------------------------------------------------------
# A unit is (bytes or text, raw start, raw end).


def verbatim(raw, start):
    return [(raw[i : i + 1], start + i, start + i + 1) for i in range(len(raw))]


def from_quoted_printable(raw, start):
    """RFC 2045 §6.7: escapes, soft line breaks, blanks at the ends of lines."""
    pattern = rb"=[0-9A-Fa-f]{2}|=[ \t]*(?:\r\n|\n|\r)|=[ \t]*\Z|[ \t]+(?=[\r\n]|\Z)|."
    for match in re.finditer(pattern, raw, re.S):
        token = match.group()
        at, end = start + match.start(), start + match.end()
        if re.fullmatch(rb"=[0-9A-Fa-f]{2}", token):
            yield bytes([int(token[1:], 16)]), at, end
        elif token[:1] == b"=" and token[1:].strip() == b"" and len(token) > 1:
            continue
        elif len(token) == 1 or token.strip():
            yield token, at, end


def from_base64(raw, start):
    """RFC 2045 §6.8: quads, wherever line ends and what is foreign stand."""
    digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    quad, places = [], []
    for i, byte in enumerate(raw):
        value = digits.find(bytes([byte]))
        if value < 0 and not (byte == 0x3D and len(quad) >= 2):
            if byte == 0x3D:
                quad, places = [], []
            continue
        if value >= 0:
            quad.append(value)
        places.append(start + i)
        if len(places) == 4:
            yield from quad_units(quad, places)
            quad, places = [], []
    if len(quad) >= 2:
        yield from quad_units(quad, places)


def quad_units(quad, places):
    bits = sum(value << 18 - 6 * i for i, value in enumerate(quad))
    for byte in bits.to_bytes(3, "big")[: len(quad) - 1]:
        yield bytes([byte]), places[0], places[-1] + 1


TRANSFER = {"quoted-printable": from_quoted_printable, "base64": from_base64}
ALIASES = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252",
    "gb2312": "gbk", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
    "shift_jis": "cp932", "utf8": "utf-8",
}  # fmt: skip


def charset_of(name, data):
    name = (name or "").lower()
    if name in ("", "us-ascii", "ascii"):
        try:
            data.decode("utf-8")
            return "utf-8"
        except UnicodeDecodeError:
            return "cp1252"
    try:
        charset = codecs.lookup(ALIASES.get(name, name)).name
    except (LookupError, ValueError):  # a NUL in it
        return None
    return None if charset == "utf-7" else charset  # Python gives whole runs


def silent_bytes(data, charset):
    """Those that are part of no character: byte order marks, escapes."""
    pattern = {
        "utf-16": rb"\A(?:\xff\xfe|\xfe\xff)",
        "utf-32": rb"\A(?:\xff\xfe\0\0|\0\0\xfe\xff)",
    }.get(charset)
    if charset.startswith("iso2022"):
        pattern = rb"\x1b[$()]{1,2}[@-Z]|[\x0e\x0f]"
    found = re.finditer(pattern, data) if pattern else []
    return {i for match in found for i in range(*match.span())}


def characters(units, charset):
    """The same in characters; each has the raw range of all its bytes."""
    units = list(units)
    charset = charset_of(charset, b"".join(unit[0] for unit in units))
    if charset is None:
        return None
    decoder = codecs.getincrementaldecoder(charset)("replace")
    found, start = [], None
    silent = silent_bytes(b"".join(unit[0] for unit in units), charset)
    for i, (byte, at, end) in enumerate(units):
        start = at if start is None and i not in silent else start
        text = decoder.decode(byte)
        for character in text:
            found.append((character, start, end))
        if text:
            start = None
    return found


def visible(found):
    """The text of HTML: without tags, with what references stand for."""
    text = "".join(character for character, _, _ in found)
    pattern = (
        r"<!--(?:-?>|.*?--!?>)|<(script|style|title)\b.*?</\1\s*>|<[a-zA-Z/!?][^>]*>"
        r"|&(?:#[xX]?[0-9a-fA-F]+|[a-zA-Z0-9]+);?|."
    )
    for match in re.finditer(pattern, text, re.S | re.I):
        token = match.group()
        if len(token) > 1 and token[0] == "<":
            continue
        start, end = found[match.start()][1], found[match.end() - 1][2]
        if len(token) > 1 and html.unescape(token) == token:
            for i in range(match.start(), match.end()):
                yield found[i]
            continue
        for character in html.unescape(token):
            yield character, start, end


def part_characters(part, mail):
    """Those of a part that is linted; None when its charset is unknown."""
    start, end = part["offset"], part["offset"] + part["length"]
    encoding = (part.get("encoding") or "").lower()
    units = TRANSFER.get(encoding, verbatim)(mail[start:end], start)
    found = characters(units, part.get("charset"))
    return visible(found) if part["type"].lower() == "text/html" and found else found


def from_q(raw, start):
    """RFC 2047 §4.2: an underline is a blank."""
    for byte, at, end in from_quoted_printable(raw, start):
        yield b" " if raw[at - start] == ord("_") else byte, at, end


def subject_characters(raw, start):
    """RFC 2047: encoded words, and what stands around them."""
    runs, at = [], 0
    for word in re.finditer(rb"=\?([^?\s]+)\?([QqBb])\?([^?\r\n]*)\?=", raw):
        between = raw[at : word.start()]
        charset = word.group(1).split(b"*")[0].decode("latin-1").lower()
        decode = from_base64 if word.group(2) in b"Bb" else from_q
        units = list(decode(word.group(3), start + word.start(3)))
        if runs and runs[-1][1] == charset and not between.strip():
            runs[-1][0].extend(units)  # a character may lie in two words
        else:
            runs += [(verbatim(between, start + at), None), (units, charset)]
        at = word.end()
    runs.append((verbatim(raw[at:], start + at), None))
    found = [characters(units, charset) for units, charset in runs]
    return None if None in found else [unit for run in found for unit in run]


def subject_span(mail):
    """Where the first subject's value stands in the header."""
    header = re.split(rb"\r\n\r\n|\n\n|\r\r", mail, maxsplit=1)[0]
    field = re.search(
        rb"(?i)(?:\A|[\r\n])subject[ \t]*:((?:.|(?:\r\n|\r|\n)[ \t])*)", header
    )
    return field.span(1) if field else (0, 0)


class Text:
    """The characters of a text that are no blanks, with their places."""

    def __init__(self, found, is_html=False):
        self.is_html = is_html
        self.known = found is not None
        found = list(found or [])
        self.units = [unit for unit in found if not BLANK.match(unit[0])]
        self.damaged = any(unit[0] == "\ufffd" for unit in self.units)
        self.by_start, self.by_end = {}, {}
        for i, (_, at, stop) in enumerate(self.units):
            self.by_start.setdefault(at, []).append(i)
            self.by_end.setdefault(stop, []).append(i)

    def places(self, text, offset, length):
        """Whether the text stands in units that begin and end so."""
        text = BLANK.sub("", text)
        for first in self.by_start.get(offset, []):
            for last in self.by_end.get(offset + length, []):
                between = "".join(u[0] for u in self.units[first : last + 1])
                if between == text:
                    return True
                # Markup may hide what lies between, or show a bullet.
                if (
                    between[:1] == text[:1]
                    and between[-1:] == text[-1:]
                    and is_subsequence(text, between)
                ):
                    return True
        return False


def is_subsequence(text, within):
    rest = iter(within)
    return all(character in rest for character in text)


# --- Checking ---------------------------------------------------------------


def run(command, path):
    """Standard output as JSON texts, and the seconds it took."""
    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen(
            command + [path], stdout=output, stderr=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        lines = output.read().decode("utf-8").split("\n")[:-1]
    if child.returncode not in (0, 1):
        raise RuntimeError("exit status %d" % child.returncode)
    return [json.loads(line) for line in lines], usage.ru_utime + usage.ru_stime


def items_of(inspection, result):
    for kind in ("zones", "markers", "sentences"):
        for item in inspection[kind]:
            yield kind, item
    for sentence in inspection["sentences"]:
        for token in sentence["tokens"]:
            yield "tokens", token
    for finding in result.get("findings", []):
        yield "findings", finding


class Checker:
    def __init__(self, courtesy):
        self.courtesy = courtesy
        self.checked = self.passed_over = 0
        self.slowest = (0, "")

    def check_file(self, path):
        with open(path, "rb") as file:
            mail = file.read()
        base = [self.courtesy]
        kind = ["--input", "mail"]
        inspections, took = run(
            base + ["inspect", "--format", "json"] + kind, path
        )
        results, _ = run(base + ["check", "--format", "ndjson"] + kind, path)
        self.slowest = max(self.slowest, (took, path))
        if took > SECONDS:
            yield "it took %.2f s" % took
        for inspection, result in zip(inspections, results):
            yield from self.check_message(mail, inspection, result)

    def check_message(self, mail, inspection, result):
        parts = {}
        for part in inspection.get("parts", []):
            if part["offset"] + part["length"] > len(mail):
                yield "a part ends behind the file"
            if part["use"] in ("linted", "forwarded"):
                parts[part["offset"]] = part
        for problem in inspection["errors"]:
            if problem.get("offset", 0) > len(mail):
                yield "a problem lies behind the file"
        value = subject_span(mail)
        subject = Text(subject_characters(mail[slice(*value)], value[0]))
        unknown = [
            error.get("offset")
            for error in inspection["errors"]
            if error["code"] == "unknown-charset"
        ]
        if unknown:
            subject.known = False  # Python may know more
        for offset in parts.keys() & unknown:
            parts[offset]["charset"] = "unknown"
        decoded = {}
        for kind, item in items_of(inspection, result):
            start, end = item["offset"], item["offset"] + item["length"]
            if end > len(mail):
                yield "%s at %d end behind the file" % (kind, start)
                continue
            if "line" in item:
                yield from self.check_position(mail, kind, item)
            part = self.part_at(mail, parts, decoded, start, end)
            if part is None and value[0] <= start and end <= value[1]:
                part = subject
            if part is None or not BLANK.sub("", item["text"]) or not part.known:
                self.passed_over += 1
                continue
            self.checked += 1
            if not self.stands(part, item):
                yield "%s at %d+%d: %r is not what stands there: %r" % (
                    kind, start, item["length"], item["text"][:60],
                    mail[start:end][:80],
                )  # fmt: skip

    def part_at(self, mail, parts, decoded, start, end):
        for offset, part in parts.items():
            if offset <= start and end <= offset + part["length"]:
                if offset not in decoded:
                    is_html = part["type"].lower() == "text/html"
                    decoded[offset] = Text(part_characters(part, mail), is_html)
                return decoded[offset]
        return None

    def stands(self, part, item):
        text = item["text"]
        if part.is_html:
            text = re.sub(r"(?m)^([ \t]*)(?:-|1\.)(?: |$)", r"\1", text)
        if part.places(text, item["offset"], item["length"]):
            return True
        if part.is_html and text != item["text"]:
            self.passed_over += 1  # a bullet, at the tag of its item
            return True
        if part.damaged or "\ufffd" in text:
            self.checked -= 1
            self.passed_over += 1
            return True
        return False

    def check_position(self, mail, kind, item):
        before = mail[: item["offset"]]
        lines = re.split(rb"\r\n|\n|\r(?!\n)", before)
        if item["line"] != len(lines):
            yield "%s at %d: line %d, not %d" % (
                kind, item["offset"], item["line"], len(lines),
            )  # fmt: skip
        codec = "utf-8" if len(lines) > 1 else "utf-8-sig"
        try:
            column = len(lines[-1].decode(codec)) + 1
        except UnicodeDecodeError:
            return
        if item["column"] != column:
            yield "%s at %d: column %d, not %d" % (
                kind, item["offset"], item["column"], column,
            )  # fmt: skip


# --- Mails to check ---------------------------------------------------------


def own_paths(folder):
    for number, mail in enumerate(letters.mails()):
        path = os.path.join(folder, "%03d.eml" % number)
        with open(path, "wb") as file:
            file.write(mail)
        yield path


def folder_paths(folder):
    for name in sorted(os.listdir(folder)):
        yield os.path.join(folder, name)


def check_all(checker, paths):
    failed = 0
    for number, path in enumerate(paths, 1):
        wrong = list(checker.check_file(path))
        failed += bool(wrong)
        print("%sok %d - %s" % ("not " if wrong else "", number, path))
        for line in wrong[:10]:
            print("# " + line)
    print("1..%d" % number)
    print(
        "# %d places checked, %d passed over, the slowest mail took %.2f s: %s"
        % ((checker.checked, checker.passed_over) + checker.slowest)
    )
    return 1 if failed or checker.checked == 0 else 0


def main(courtesy, which="own"):
    checker = Checker(os.path.abspath(courtesy))
    if which == "own":
        with tempfile.TemporaryDirectory() as folder:
            return check_all(checker, own_paths(folder))
    folder = os.environ.get("COURTESY_MAILS")
    if folder is None:
        print("1..0 # SKIP COURTESY_MAILS names no folder of mails")
        return 0
    return check_all(checker, folder_paths(folder))


sys.exit(main(*sys.argv[1:]))
