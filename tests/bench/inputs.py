# SPDX-License-Identifier: MIT
"""The files that compare.py measures with: text that the user gives, or what
texts.py makes, and what is derived from either."""
import pathlib

import texts

MANY = 1000  # files


def read_folder(folder):
    paths = sorted(path for path in folder.iterdir() if path.is_file())
    return [path.read_bytes().replace(b"\0", b"") for path in paths]


class Inputs:
    def __init__(self, folder, text=None, mails=None):
        self.folder = folder
        writer = texts.Writer()
        self.drafts = (read_folder(text) if text is not None else
                       [draft.encode() for draft in writer.drafts(MANY)])
        self.many = [self.put(f"{number}.txt", draft)
                     for number, draft in enumerate(self.drafts[:MANY])]
        self.many_size = sum(path.stat().st_size for path in self.many)
        self.empty = self.put("empty.txt", b"")
        single = texts.Writer()  # the two that instructions.py counts
        self.draft = self.put("draft.txt", single.draft(2048).encode())
        self.mail = self.put("mail.eml", single.mail(single.draft(2048), 0))
        self.mailbox = mails or self.put("mails.mbox", self.made_mails(writer))

    def put(self, name, data):
        path = self.folder / name
        path.write_bytes(data)
        return path

    def made_mails(self, writer):
        """The drafts as a mailbox."""
        return b"".join(
            b"From kim@acme.example Mon Jul  9 14:03:00 2001\n"
            + writer.mail(draft.decode("utf-8", "replace"), number) + b"\n\n"
            for number, draft in enumerate(self.drafts))

    def large_mailbox(self, size):
        """The mailbox again and again, up to about so many bytes."""
        data = self.mailbox.read_bytes()
        return self.put("large.mbox", data * max(1, size // len(data)))

    def decoded(self):
        return [draft.decode("utf-8", "replace") for draft in self.drafts]

    def messages(self, name, messages):
        """Texts for programs that read each up to a NUL."""
        return self.put(name, b"\0".join(text.encode() for text in messages))

    def plain(self):
        """ASCII alone, as far as that can be written in it."""
        return self.messages("plain", map(texts.plain, self.decoded()))

    def typographic(self):
        return self.messages("typographic", (
            texts.typographic(texts.plain(text)) for text in self.decoded()))

    def cyrillic(self):
        return self.messages("cyrillic", map(texts.cyrillic, self.decoded()))

    def near_misses(self, phrases):
        return self.messages("near", texts.in_messages(texts.near_misses(phrases)))

    def hits(self, phrases):
        return self.messages("hits", texts.in_messages(texts.shuffled(phrases)))

    def letters(self):
        return self.messages("letters", texts.in_messages(texts.letters()))

    def house_rules(self, count):
        """A rule file with so many phrases."""
        return self.put("house.yaml", texts.rules(count).encode())


def lines_of(path):
    return pathlib.Path(path).read_text(encoding="utf-8").splitlines()
