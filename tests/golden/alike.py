#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What does not matter: the same words in another form bring the same
findings, markers and zones.

usage: alike.py COURTESY

Texts of our own in every form, encoding and container below, which are the
list of what must not matter. What is found is compared by its words, without
what a form may write in another way, such as blanks (plain).
"""
import base64
import html
import json
import pathlib
import quopri
import re
import subprocess
import sys
import tempfile
import textwrap
import unicodedata

import checks
from checks import tell

SHOW = "--format", "ndjson", "--show", "findings,markers,zones", "--no-cache"

TEXTS = {
    "a curt draft": """\
Hi Zoë,

Like I told you before, the form goes to Purchasing. You're the one who didn't
read it, and now we can't pay the bill - well done... I don't know how often I
have to repeat "the green form" until it arrives. It's your fault that nobody
got their money.

Send me the list by noon. Could you also ask Jürgen for the keys?

- The red folder is empty. Why haven't you filled it?
- The blue folder is here, and that's the third time I've had to look for it.

Please let me know if you have any questions.

Best wishes,
René
""",
    "a kind draft": """\
Dear all,

thank you so much for the soup - it was wonderful. I've put the recipe into the
shared folder, and I'd love to hear what you think of "hot lemons"... Don't
worry about the dishes: they're clean, and we won't need them until Monday.

- Would you bring the bread on Friday?
- Could somebody please water the plants while Amélie is away?

I'm looking forward to the party, and thank you for the help with the tables and
chairs.

Kind regards,
Tom
""",
    "a note without forms": """\
The projector in the large room does not work again. You people never listen,
and I am sick and tired of asking for the cable. It is the third cable that was
taken from the room since May; nobody told us where it went. Whoever took it
should be ashamed of themselves.
""",
}


def plain(words):
    """Words without what no form may change: blanks and the like."""
    words = unicodedata.normalize("NFC", words)
    words = re.sub("[\u00ad\u200b\ufeff]", "", words)
    words = words.translate(str.maketrans("‘’“”", "''\"\""))
    words = re.sub(" (–|—|--) ", " - ", words.replace("…", "..."))
    words = re.sub(r"(?m)^[*•] ", "- ", words)
    return " ".join(words.split())


# ---- Forms of a text

def replaced(*pairs):
    def change(text):
        for old, new in pairs:
            text = re.sub(old, new, text, flags=re.MULTILINE)
        return text
    return change


def inserted(mark):
    return replaced(("([a-z]{4})(?=[a-z]{4})", r"\1" + mark))


def wrapped(width):
    def fill(paragraph):
        prose = len(paragraph) > 60 and not paragraph.startswith("- ")
        return textwrap.fill(paragraph, width, break_on_hyphens=False) \
            if prose else paragraph
    return lambda text: "\n\n".join(
        map(fill, text.rstrip().split("\n\n"))) + "\n"


def added(below):
    return lambda text: text + "\n" + below


FORMS = {
    "line ends of Windows": replaced(("\n", "\r\n")),
    "line ends of old Macs": replaced(("\n", "\r")),
    "no line end at the end": replaced((r"\n\Z", "")),
    "three line ends at the end": replaced((r"\Z", "\n\n")),
    "lines of blanks": replaced(("\n\n", "\n \t\n\n")),
    "blanks at the ends of lines": replaced(("$", "  ")),
    "a byte order mark": replaced((r"\A", "\ufeff")),
    "two blanks behind sentences": replaced((r"([.?!]) ", r"\1  ")),
    "no-break spaces": replaced(("(?<=[^ -]) (?=[^ -])", "\u00a0")),
    "tabs between words": replaced(("(?<=[a-z,]) (?=[a-z])", "\t")),
    "soft hyphens": inserted("\u00ad"),
    "zero-width spaces": inserted("\u200b"),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "curly apostrophes": replaced(("'", "’")),
    "curly quotation marks": replaced((r'"(\w)', r"“\1"), (r'"', "”")),
    "dots that are one character": replaced((r"\.\.\.", "…")),
    "dashes": replaced((" - ", " – ")),
    "long dashes": replaced((" - ", " — ")),
    "two hyphens for a dash": replaced((" - ", " -- ")),
    "stars for bullets": replaced(("^- ", "* ")),
    "round bullets": replaced(("^- ", "• ")),
    "wrapped at 60 columns": wrapped(60),
    "wrapped at 100 columns": wrapped(100),
    "not wrapped": wrapped(10_000),
}

# These write words in another way, so that only what is found is compared.
OTHER_WORDS = {
    "contractions written out": replaced(
        ("can't", "cannot"), ("won't", "will not"), ("n't", " not"),
        ("'re", " are"), ("'ve", " have"), ("I'm", "I am"),
        ("I'd", "I would"), ("(t)'s", r"\1 is")),
    "contractions without their apostrophe": replaced(("n't", "nt")),
    "other names": replaced(("Zoë", "Anaïs"), ("Jürgen", "Paweł"),
                            ("Amélie", "Bo"), ("René", "Siân"), ("Tom", "Kim")),
    "a friendly paragraph more": replaced(
        (r"\A([^\n]+\n\n|)", r"\1The garden is green.\n\n")),
}

# What is added is not the author's: the findings stay, but for the forms, which
# an answer does not need.
BELOW = {
    "a signature": added("-- \nTom Winter\nThird floor\n+49 30 1234567\n"),
    "a disclaimer": added(
        "This e-mail and any attachments are confidential and intended solely "
        "for the addressee. If you are not the intended recipient, please "
        "notify the sender and delete this message.\n"),
    "a quote": added(
        "On Mon, May 3, 2021 at 6:16 PM Ana <ana@acme.example> wrote:\n"
        "> Like I told you before, the soup is cold.\n"),
}


# ---- Envelopes of a text

HEAD = ("From: Ana Lima <ana@acme.example>\r\nTo: team@acme.example\r\n"
        "Subject: The folders\r\nDate: Mon, 3 May 2021 10:00:00 +0200\r\n"
        "MIME-Version: 1.0\r\n")


def part(subtype, parameters, encoding, data):
    """One part, with the header fields that belong to it."""
    return (f"Content-Type: text/{subtype}; {parameters}\r\n"
            f"Content-Transfer-Encoding: {encoding}\r\n\r\n").encode() + data


def several(subtype, boundary, *parts):
    head = f'Content-Type: multipart/{subtype}; boundary="{boundary}"\r\n\r\n'
    lines = b"".join(b"--%b\r\n%b\r\n" % (boundary.encode(), each)
                     for each in parts)
    return head.encode() + lines + f"--{boundary}--\r\n".encode()


def as_html(text):
    return "".join("<p>" + html.escape(each.strip(), False).replace(
        "\n", "<br>\n") + "</p>\n" for each in text.split("\n\n"))


def as_flowed(text):
    """Long lines broken behind a blank, RFC 3676."""
    def flow(line):
        return " \n".join(textwrap.wrap(line, 50, break_on_hyphens=False))
    return "\n".join(flow(line) if len(line) > 50 else line
                     for line in text.split("\n"))


def base64_of(data):
    return base64.encodebytes(data).replace(b"\n", b"\r\n")


def quoted(data):
    return quopri.encodestring(data.replace(b"\r\n", b"\n")).replace(
        b"\n", b"\r\n")


def envelopes(text):
    """The text as a mail in every encoding; the first is the plainest."""
    data = text.replace("\n", "\r\n").encode()
    page = as_html(text).replace("\n", "\r\n").encode()
    wide = text.replace("\n", "\r\n").encode("utf-16")
    flowed = as_flowed(text).replace("\n", "\r\n").encode()
    utf8 = "charset=utf-8"
    words = part("plain", utf8, "quoted-printable", quoted(data))
    both = several("alternative", "in", words, part("html", utf8, "8bit", page))
    bodies = {
        "8bit": part("plain", utf8, "8bit", data),
        "quoted-printable": words,
        "base64": part("plain", utf8, "base64", base64_of(data)),
        "UTF-16": part("plain", "charset=utf-16", "base64", base64_of(wide)),
        "ISO 8859-1": part("plain", "charset=iso-8859-1", "8bit",
                           text.replace("\n", "\r\n").encode("latin-1")),
        "format=flowed": part("plain", utf8 + "; format=flowed", "8bit", flowed),
        "HTML": part("html", utf8, "8bit", page),
        "HTML in base64": part("html", utf8, "base64", base64_of(page)),
        "a plain and an HTML form": both,
        "a part of a part of a part": several(
            "mixed", "out", several("related", "between", both)),
    }
    return {name: HEAD.encode() + body for name, body in bodies.items()}


# ---- What is found

def run(courtesy, *arguments, stdin=b""):
    said = subprocess.run([courtesy, "check", *SHOW, *arguments], input=stdin,
                          capture_output=True, check=False)
    if said.stderr:
        sys.exit(said.stderr.decode())
    return [json.loads(line) for line in said.stdout.splitlines()]


def found(result, text):
    """The rules, markers and zones, each with its words."""
    data = text.encode()

    def words(what):
        start = what["offset"]
        return plain(data[start:start + what["length"]].decode())
    rules = [(each["rule"], words(each)) for each in result["findings"]]
    markers = [(each["id"], words(each)) for each in result["markers"]]
    zones = {}
    for each in result["zones"]:
        zones[each["zone"]] = plain(
            zones.get(each["zone"], "") + " " + words(each))
    return rules, markers, zones


def names(result, _):
    """The rules and markers alone: a longer word may begin one earlier."""
    return sorted([each["rule"] for each in result["findings"]] +
                  [each["id"] for each in result["markers"]])


def own_words(result, _):
    """The rules but for the forms that only a first message needs."""
    return [each["rule"] for each in result["findings"]
            if each["group"] != "forms"]


def lint(courtesy, text):
    result, = run(courtesy, "--input", "draft", stdin=text.encode())
    return result


def compare(courtesy, name, forms, see):
    text = TEXTS[name]
    expected = see(lint(courtesy, text), text)
    for form, change in forms.items():
        changed = change(text)
        tell(see(lint(courtesy, changed), changed) == expected,
             f"{name}: {form}")


def told(result):
    """What a mail is told, wherever its bytes stand."""
    return ([(each["rule"], plain(each["text"])) for each in result["findings"]],
            [each["id"] for each in result["markers"]],
            [each["zone"] for each in result["zones"]])


def check_mails(courtesy, name, folder):
    """Each encoding, and each way that leads to the command."""
    mails = envelopes(TEXTS[name])
    results = {encoding: run(courtesy, "--input", "mail", stdin=mail)
               for encoding, mail in mails.items()}
    expected = told(results["8bit"][0])
    box = folder / "all.mbox"
    box.write_bytes(b"".join(
        b"From ana@acme.example Mon May  3 10:00:00 2021\n" +
        mail.replace(b"\r\n", b"\n") + b"\n" for mail in mails.values()))
    for each in "cur", "new", "tmp":
        (folder / "post" / each).mkdir(parents=True)
    lines = []
    for number, mail in enumerate(mails.values()):
        (folder / "post" / "cur" / f"{number}:2,S").write_bytes(mail)
        lines.append(json.dumps({
            "id": number, "kind": "mail",
            "base64": base64.b64encode(mail).decode()}))
    lines = "\n".join(lines).encode()
    results["a mailbox"] = run(courtesy, box)
    results["a mailbox, by three threads"] = run(courtesy, "-j", "3", box)
    results["a Maildir"] = run(courtesy, folder / "post")
    results["a Maildir, twice"] = run(courtesy, *[folder / "post"] * 2)
    results["lines of ndjson"] = run(courtesy, "--input", "ndjson", stdin=lines)
    counts = dict.fromkeys(mails, 1) | {"a Maildir, twice": 2 * len(mails)}
    for way, found_there in results.items():
        tell(len(found_there) == counts.get(way, len(mails)) and
             all(told(each) == expected for each in found_there),
             f"{name}: {way}")


def main():
    courtesy = str(pathlib.Path(sys.argv[1]).resolve())
    for name in TEXTS:
        compare(courtesy, name, FORMS, found)
        compare(courtesy, name, OTHER_WORDS, names)
        compare(courtesy, name, BELOW, own_words)
        with tempfile.TemporaryDirectory() as folder:
            check_mails(courtesy, name, pathlib.Path(folder))
    return checks.status()


if __name__ == "__main__":
    sys.exit(main())
