# SPDX-License-Identifier: MIT
"""Text to measure with: drafts and mails put together from the sentences in
tests/accuracy, the same at every run."""
import email.message
import html
import pathlib
import quopri
import random
import re

SENTENCES = pathlib.Path(__file__).resolve().parent.parent / "accuracy"
GREETINGS = ["Hi Sam,", "Hello everybody,", "Dear Ms Roth,", "Good morning,", ""]
CLOSINGS = ["Best regards\nKim", "Thanks,\nAna", "Cheers\nTom", "K.", ""]
TYPOGRAPHY = str.maketrans({"'": "\u2019", "-": "\u2011"})
STRAIGHT = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"',
                          "\u201d": '"', "\u2013": "-", "\u2014": "-",
                          "\u2011": "-", "\u00a0": " ", "\u2026": "..."})


def sentences(name):
    lines = (SENTENCES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def wrapped(words, width=72):
    """Words as lines of mail."""
    lines, line = [], ""
    for word in words:
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join(lines + [line])


class Writer:
    """Writes drafts: one sentence in fifty is a rude one, about as many as a
    bad week has."""

    def __init__(self, number=1):
        self.random = random.Random(number)
        self.ordinary = sentences("ordinary.txt")
        self.rude = sentences("rude.txt")

    def sentence(self):
        rude = self.random.random() < 0.02
        return self.random.choice(self.rude if rude else self.ordinary)

    def paragraph(self):
        count = self.random.randint(1, 5)
        return wrapped(" ".join(self.sentence() for _ in range(count)).split())

    def draft(self, size):
        """A draft of about so many bytes."""
        parts = [self.random.choice(GREETINGS)]
        while sum(map(len, parts)) < size - 80:
            parts.append(self.paragraph())
        parts.append(self.random.choice(CLOSINGS))
        return "\n\n".join(part for part in parts if part) + "\n"

    def drafts(self, count):
        """Most are short, some are long, as in a mailbox: 1 KB on average."""
        return [self.draft(round(self.random.lognormvariate(6.5, 0.8)))
                for _ in range(count)]

    def mail(self, text, number):
        """The text as a raw mail, a third of them quoted-printable."""
        encoded = number % 3 == 0
        body = text.translate(TYPOGRAPHY) if encoded else text
        coding = "quoted-printable" if encoded else "7bit"
        data = body.encode()
        if encoded:
            data = quopri.encodestring(data)
        head = (
            f"Received: from relay{number % 7}.example by mx.example; "
            "Mon, 9 Jul 2001 14:03:00 +0200\n"
            f"Message-ID: <{number}.{len(text)}@mail.example>\n"
            "Date: Mon, 9 Jul 2001 14:02:57 +0200\n"
            "From: Kim Roth <kim@acme.example>\n"
            "To: Sam Winter <sam@acme.example>, Ana <ana@acme.example>\n"
            f"Subject: Minutes of week {number % 52 + 1}\n"
            "MIME-Version: 1.0\n"
            "Content-Type: text/plain; charset=utf-8\n"
            f"Content-Transfer-Encoding: {coding}\n"
            "X-Mailer: Paper Plane 3.1\n\n"
        )
        return head.encode() + data

    def mail_of_two_forms(self, text):
        """The text as most programs send it: plain, and beside it as HTML."""
        paragraphs = "".join(
            f'<p class="MsoNormal"><span lang="EN" style="font-size:11.0pt">'
            f"{html.escape(line)}</span></p>\n" for line in text.splitlines())
        message = email.message.EmailMessage()
        message["Date"] = "Mon, 9 Jul 2001 14:02:57 +0200"
        message["From"] = "Kim Roth <kim@acme.example>"
        message["To"] = "Sam Winter <sam@acme.example>"
        message["Subject"] = "Minutes"
        message.set_content(text.translate(TYPOGRAPHY), cte="quoted-printable")
        message.add_alternative(f"<html><body>{paragraphs}</body></html>\n",
                                subtype="html", cte="base64")
        message.set_boundary("two-forms")
        return message.as_bytes()


def plain(text):
    """ASCII alone: a question mark for what it has no stand-in for."""
    return text.translate(STRAIGHT).encode("ascii", "replace").decode()


def typographic(text):
    """With curly apostrophes, and so many words in curly quotation marks that
    1.7 % of the characters are other than ASCII."""
    text = text.translate(TYPOGRAPHY)
    wanted = 0.017 * len(text) - sum(ord(c) > 0x7F for c in text)
    parts = text.split(" ")
    quoted = min(len(parts), max(0, round(wanted / 2)))
    for i in range(quoted):
        at = i * len(parts) // quoted
        parts[at] = f"\u201c{parts[at]}\u201d"
    return " ".join(parts)


def cyrillic(text):
    """Letters shifted into the Cyrillic block: the words mean nothing, and
    85 % of the bytes are other than ASCII."""
    return "".join(
        chr(0x430 + (ord(c) - ord("a"))) if "a" <= c <= "z"
        else chr(0x410 + (ord(c) - ord("A"))) if "A" <= c <= "Z" else c
        for c in text
    )


def shuffled(phrases, number=2):
    """Each phrase a sentence: hits everywhere."""
    phrases = [f"{phrase.capitalize()}." for phrase in phrases]
    random.Random(number).shuffle(phrases)
    return phrases


def near_misses(phrases):
    """Phrases whose last word is another one."""
    return [" ".join(phrase.split()[:-1] + ["samovar"])
            for phrase in shuffled(phrases) if " " in phrase]


def letters(count=200_000, number=3):
    """Words of one letter."""
    draw = random.Random(number)
    return [draw.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(count)]


def in_messages(parts, size=2000):
    """Parts joined to messages of about so many bytes."""
    messages, lines, used = [], [], 0
    for part in parts:
        lines.append(part)
        used += len(part) + 1
        if used > size:
            messages.append(wrapped(" ".join(lines).split()))
            lines, used = [], 0
    return messages


def rules(count, number=4):
    """A rule file with so many phrases of three to five words, which begin as
    sentences do and go on in another way."""
    draw = random.Random(number)
    vocabulary = [word for sentence in sentences("ordinary.txt")
                  for word in re.findall("[a-z]+", sentence.lower())
                  # A phrase says "can not" and "going to".
                  if word not in ("cannot", "gonna")]
    lines = ["language: en", "group: house", "rules:"]
    for i in range(count):
        if i % 10 == 0:
            lines += [f"  house-rule-{i // 10}:", "    severity: warning",
                      "    message: \"“{text}”\"", "    why: \"It is measured.\"",
                      "    instead: \"It is left alone.\"", "    find: |"]
        words = draw.choices(vocabulary, k=draw.randint(3, 5))
        lines.append(f"      {' '.join(words)}")
    return "\n".join(lines) + "\n"
