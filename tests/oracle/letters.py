# SPDX-License-Identifier: MIT
"""One letter in every charset, transfer encoding and form, as mails."""
import base64
import html
import quopri
import re
from email.header import Header

WORDS = {
    "utf-8": "naïve café – “soup” für Zoë, 日本, \U0001f600 привет",
    "iso-8859-1": "naïve café für Zoë",
    "windows-1252": "naïve café – “soup” für Zoë",
    "iso-8859-15": "die Suppe für 3 €",
    "iso-8859-2": "Zażółć gęślą jaźń",
    "koi8-r": "привет из столовой",
    "windows-1251": "привет из столовой",
    "windows-1255": "שלום",
    "utf-16": "naïve café – 日本, \U0001f600",
    "utf-16be": "naïve café – 日本, \U0001f600",
    "iso-2022-jp": "昼食は日本語の庭で",
    "shift_jis": "昼食は日本語の庭で",
    "euc-jp": "昼食は日本語の庭で",
    "gb18030": "花园里的午饭",
    "big5": "花園裡的午飯",
    "euc-kr": "정원에서 점심",
}

LETTER = (
    "Hi Sam,\n\nlike I told you before, {0} is late. I cannot wait any longer:\n"
    "could you please send the list by Thursday noon? Thank you for {0};\n"
    "why would you even cook soup on a day like this?\n\n"
    "Kind regards,\nAna\n-- \nAna Lima, third floor, {0}\n\n"
    "On Monday, Sam wrote:\n> {0}\n> Shall we eat outside?\n"
)

HEAD = (
    b"From: Ana <ana@example.com>\r\nTo: Sam <sam@example.com>\r\n"
    b"Subject: %s\r\nMIME-Version: 1.0\r\n"
)
NEST = (
    b"Content-Type: multipart/mixed; boundary=outer\r\n\r\n--outer\r\n"
    b"Content-Type: multipart/related; boundary=inner\r\n\r\n--inner\r\n%s"
    b"\r\n--inner--\r\n--outer\r\n\r\nOf course we wait.\r\n--outer--\r\n"
)


def as_html(text):
    """With a reference for a letter, for a blank, and a tag inside a line."""
    text = html.escape(text).replace("ü", "&uuml;")
    text = text.replace(" is late", "&nbsp;is <b>late</b>")
    lines = re.split(r"\r\n|\n", text)
    return "<html><body><p>" + "<br>\r\n".join(lines) + "</p></body></html>"


def as_flowed(text):
    return text.replace("longer:", "longer: ").replace(" you for ", " you for  ")


def quoted_printable(data, is_wide):
    """Line ends stay, but in UTF-16, where they are not what they seem."""
    if is_wide:
        escapes = ["=%02X" % byte for byte in data]
        lines = ["".join(escapes[i : i + 20]) for i in range(0, len(escapes), 20)]
        return "=\r\n".join(lines).encode()
    lines = re.split(rb"(\r\n|\n)", data)
    return b"".join(
        quopri.encodestring(line) if i % 2 == 0 else line
        for i, line in enumerate(lines)
    )


def parts():
    """A subject, and a part of a mail, for each way to write the letter."""
    for charset, words in WORDS.items():
        is_wide = charset.startswith("utf-16")
        # (Python would call the charset big5_tw.)
        in_utf8 = is_wide or charset == "big5"
        name = Header(words + ", and soup", "utf-8" if in_utf8 else charset)
        subject = name.encode(linesep="\r\n").encode()
        for ends in ("\r\n", "\n"):
            text = LETTER.format(words).replace("\n", ends)
            for form, written in (
                ("text/plain", text),
                ("text/plain; format=flowed", as_flowed(text)),
                ("text/html", as_html(text)),
            ):
                data = written.encode(charset)
                bodies = {
                    "8bit": data,
                    "quoted-printable": quoted_printable(data, is_wide),
                    "base64": base64.encodebytes(data),
                }
                for transfer, body in bodies.items():
                    if transfer != "8bit" or not is_wide:
                        header = (
                            "Content-Type: %s; charset=%s\r\n"
                            "Content-Transfer-Encoding: %s\r\n\r\n"
                        ) % (form, charset, transfer)
                        yield subject, header.encode() + body


def mails():
    for subject, part in parts():
        yield HEAD % subject + part
        yield HEAD % subject + NEST % part
