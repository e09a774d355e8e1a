# SPDX-License-Identifier: MIT
"""Text to measure with: drafts and mails put together from the sentences in
tests/accuracy, the same at every run."""
import pathlib
import quopri
import random

SENTENCES = pathlib.Path(__file__).resolve().parent.parent / "accuracy"
GREETINGS = ["Hi Sam,", "Hello everybody,", "Dear Ms Roth,", "Good morning,", ""]
CLOSINGS = ["Best regards\nKim", "Thanks,\nAna", "Cheers\nTom", "K.", ""]
TYPOGRAPHY = str.maketrans({"'": "\u2019", "-": "\u2011"})


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


def typographic(text):
    """With curly apostrophes and dashes: some 1.7 % other than ASCII."""
    return text.translate(TYPOGRAPHY)


def cyrillic(text):
    """Letters shifted into the Cyrillic block: the words mean nothing, and
    85 % of the bytes are other than ASCII."""
    return "".join(
        chr(0x430 + (ord(c) - ord("a"))) if "a" <= c <= "z"
        else chr(0x410 + (ord(c) - ord("A"))) if "A" <= c <= "Z" else c
        for c in text
    )
