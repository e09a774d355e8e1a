# SPDX-License-Identifier: MIT
"""Inputs that make a careless program slow, each of any size.

An input is made of pieces that come one by one, so that the largest is never
in this program's own memory: what it held would be counted as its child's.
"""
from itertools import chain, islice, repeat

# One of each kind of token, and of what opens, closes or changes a reading.
TOKENS = """
    ( ) [ < > {{ " “ ” ' * _ ` - … . ! ? : ; , / @ = | # \\
    a Ana I you 1 not n't please 漢 <b> http:// www. ```
""".split() + [
    " ", "\n", "\n\n", "\r", "\0", "\u2028",
    "\u0301", "\u200b", "\u200d", b"\xff",
    " told ", " why? ", "> ", "- ", "-- \n", "On ", "wrote:\n", "From: ",
]


def as_bytes(text):
    return text if isinstance(text, bytes) else text.encode()


def of(unit, before="", after=""):
    """So much of `unit` that the whole has about `size` bytes."""
    unit = as_bytes(unit)
    return lambda size: chain(
        [as_bytes(before)], repeat(unit, size // len(unit)), [as_bytes(after)])


def numbered(form, before="", after=""):
    """The same for a unit that counts: "{}" in `form` is its number."""
    width = len(as_bytes(form.format(10_000)))
    return lambda size: chain(
        [as_bytes(before)],
        (as_bytes(form.format(i)) for i in range(size // width)),
        [as_bytes(after)])


def growing(unit, after, most):
    """Lines with 1, 2, 3, … `most` units, then again."""
    def lines(size):
        count = 0
        while size > 0:
            count = count % most + 1
            line = as_bytes(unit * count + after)
            size -= len(line)
            yield line
    return lines


def halves(first, second, between=""):
    """Much of the one, then much of the other."""
    return lambda size: chain(of(first, after=between)(size // 2), of(second)(size // 2))


HEAD = "From: Ana <ana@example.com>\n"
BODY = "\n\nHello Sam,\n\nthe table is in the folder.\n"
HTML = HEAD + "MIME-Version: 1.0\nContent-Type: text/html\n\n"


def header(unit, before, after=""):
    return of(unit, HEAD + before, after + BODY)


def html(unit, before="", after=""):
    return of(unit, HTML + before, after + "\n")


def nested_parts(size):
    """A multipart in a multipart in a multipart …"""
    form = ("Content-Type: multipart/mixed; boundary=b{0:05}\n\n--b{0:05}\n")
    depth = size // len(form.format(0))
    yield as_bytes(HEAD + "MIME-Version: 1.0\n")
    for level in range(depth):
        yield as_bytes(form.format(level))
    yield b"Content-Type: text/plain\n\nHello Sam.\n"


def nested_parts_closed(size):
    """The same, and each ends properly."""
    form = ("Content-Type: multipart/mixed; boundary=b{0:05}\n\n--b{0:05}\n")
    end = "\n--b{:05}--\n"
    depth = size // (len(form.format(0)) + len(end.format(0)))
    yield from nested_parts(depth * len(form.format(0)))
    for level in reversed(range(depth)):
        yield as_bytes(end.format(level))


def unlike_parts(size):
    """Open multiparts, then lines that nearly are a boundary of theirs."""
    form = ("Content-Type: multipart/mixed; boundary=b{0:05}\n\n--b{0:05}\n")
    yield from nested_parts(min(size // 4, 40 * len(form.format(0))))
    yield from islice(repeat(b"--b0000\n"), size // 16 * 3 // 2)


def unclosed_tags(size):
    """Elements of changing name, none of which is closed."""
    names = ("b", "i", "p", "div", "table", "td", "ul", "li", "span", "font")
    pieces = [as_bytes("<%s>x" % name) for name in names]
    mean = sum(map(len, pieces)) / len(pieces)
    yield as_bytes(HTML)
    for i in range(int(size / mean)):
        yield pieces[i % len(pieces)]


KILO = 1000
MEGA = 1000 * KILO

# name: (kind of file, bytes of the full size, what makes them)
CASES = {
    # One line: nothing that looks for a line's or a sentence's end from each
    # word may start anew.
    "words without a stop":
        ("txt", 4 * MEGA, of("this line of words goes on ")),
    "one word": ("txt", 4 * MEGA, of("a")),
    "one capital word": ("txt", 2 * MEGA, of("A")),
    "one stretched word": ("txt", 2 * MEGA, of("a", "soo", "rry")),
    "compound": ("txt", 2 * MEGA, of("a-")),
    "apostrophes": ("txt", 2 * MEGA, of("a'")),
    "contractions": ("txt", 2 * MEGA, of("shouldn't've")),
    "numbers": ("txt", 2 * MEGA, of("1.")),
    "addresses": ("txt", 2 * MEGA, of("a.b@")),
    "links": ("txt", 2 * MEGA, of("http://")),
    "domains": ("txt", 2 * MEGA, of("www.a.")),
    "blanks": ("txt", 2 * MEGA, of(" ", "Hello", "Sam")),
    # Lines: what looks back or ahead for the lines around.
    "empty lines": ("txt", 2 * MEGA, of("\n", "Hello", "Sam")),
    "lines of blanks": ("txt", 2 * MEGA, of(" \n", "Hello", "Sam")),
    "names on lines": ("txt", 2 * MEGA, of("Ana\n")),
    "words with colons": ("txt", 2 * MEGA, of("a: b\n")),
    "bullets": ("txt", 2 * MEGA, of("- a\n")),
    "list numbers": ("txt", 2 * MEGA, numbered("{}. a\n")),
    # Zones: each begins, none goes on.
    "quote marks on a line": ("txt", 200 * KILO, of("> ")),
    "quote marks growing": ("txt", 4 * MEGA, growing("> ", "x\n", 3000)),
    "quoted lines": ("txt", 2 * MEGA, of("> \n")),
    "attributions": ("txt", 2 * MEGA, of("On Monday Ana wrote:\n")),
    "half attributions": ("txt", 2 * MEGA, of("On Monday Ana\n")),
    "attribution on a line": ("txt", 2 * MEGA, of("On Monday ")),
    "attributions that nearly run on": ("txt", 2 * MEGA, of(
        "On 5 Feb 2024 at 4:40, Ana <ana@acme.example> said it: x\n\n")),
    "forwards": ("txt", 2 * MEGA, of("-----Original Message-----\n")),
    "rules around who wrote": ("txt", 2 * MEGA, of("---- ana@acme.example ----\n")),
    "rules above meetings": ("txt", 2 * MEGA, of("------\nx\nx\nMeeting IDs\n")),
    "banners": ("txt", 2 * MEGA, of("[External]\n\n")),
    "bars in a mail": ("eml", 1 * MEGA, of("----\n\n", HEAD + "\n")),
    "a sender's name on lines": ("eml", 1 * MEGA, of("Ana\n\na\n\n", HEAD + "\n")),
    "forwarded fields": ("txt", 2 * MEGA, of("From: a\n", "\n")),
    "signatures": ("txt", 2 * MEGA, of("-- \n")),
    "underlines": ("txt", 2 * MEGA, of("___\n")),
    "fences": ("txt", 2 * MEGA, of("```\n")),
    "braces": ("txt", 2 * MEGA, of("{\n")),
    "braces closed": ("txt", 2 * MEGA, of("{\n}\n")),
    "one fence": ("txt", 2 * MEGA, of("`")),
    "armour": ("txt", 2 * MEGA, of("-----BEGIN X-----\n")),
    "files in the text": ("txt", 2 * MEGA, of("=ybegin name=a\nbegin 644 a\n")),
    "a file in the text": ("txt", 2 * MEGA, of("#0V%T\n", "begin 644 a\n")),
    "disclaimers":
        ("txt", 2 * MEGA, of("This e-mail is confidential. ")),
    "greetings": ("txt", 2 * MEGA, of("Hi ")),
    "greeting lines": ("txt", 2 * MEGA, of("Hello Ana,\n")),
    "farewells": ("txt", 2 * MEGA, of("Kind regards\n")),
    "subject": ("txt", 2 * MEGA, of("x ", "Subject: ")),
    "folded subject": ("txt", 2 * MEGA, of(" x\n", "Subject: a\n")),
    "answers to answers": ("txt", 2 * MEGA, of("Re: ", "Subject: ", BODY)),
    # Marks: opened and never closed, closed and never opened, or one run.
    "full stops": ("txt", 2 * MEGA, of(".")),
    "question marks": ("txt", 2 * MEGA, of("!? ")),
    "brackets": ("txt", 2 * MEGA, of("(")),
    "brackets in brackets": ("txt", 2 * MEGA, of("[(")),
    "closing brackets": ("txt", 2 * MEGA, of(")]")),
    "quotation marks": ("txt", 2 * MEGA, of('"')),
    "opening quotations": ("txt", 2 * MEGA, of('"a ')),
    "opening quotations of three kinds":
        ("txt", 2 * MEGA, of("“a «b „c ")),
    "emphasis": ("txt", 2 * MEGA, of("*a ")),
    "emphasis inside": ("txt", 2 * MEGA, of("_a*")),
    "smileys": ("txt", 2 * MEGA, of(":) ")),
    "placeholders": ("txt", 2 * MEGA, of("{{a}} ")),
    "opening placeholders": ("txt", 2 * MEGA, of("{{ ")),
    "angles": ("txt", 2 * MEGA, of("<")),
    "dashes": ("txt", 2 * MEGA, of("- - ")),
    # Bytes and code points.
    "zero bytes": ("txt", 2 * MEGA, of(b"\0")),
    "invalid bytes": ("txt", 2 * MEGA, of(b"\xff")),
    "cut sequences": ("txt", 2 * MEGA, of(b"\xe2\x80")),
    "returns": ("txt", 2 * MEGA, of("a\r")),
    "combining marks": ("txt", 2 * MEGA, of("\u0301", "a")),
    "combining marks out of order":
        ("txt", 2 * MEGA, of("\u0301\u0323", "a")),
    "words decomposed": ("txt", 2 * MEGA, of("e\u0301\u0323")),
    "soft hyphens": ("txt", 2 * MEGA, of("a\u00ad")),
    "joiners": ("txt", 2 * MEGA, of("\u200d")),
    "emoji": ("txt", 2 * MEGA, of("👩\u200d")),
    "flags": ("txt", 2 * MEGA, of("🇩🇪")),
    "ideographs": ("txt", 2 * MEGA, of("漢")),
    "jamo": ("txt", 2 * MEGA, of("\u1100\u1161")),
    # Phrases: each place begins one, and none or all are completed.
    "told": ("txt", 2 * MEGA, of("told you ")),
    "nearly told": ("txt", 2 * MEGA, of("as I already told ")),
    "nearly told, with commas": ("txt", 2 * MEGA, of("like, I, already, ")),
    "nearly told, in one written word": ("txt", MEGA // 2, of("please-")),
    "nearly asked": ("txt", 2 * MEGA, of("could you please why ")),
    "names": ("txt", 2 * MEGA, of("Ana ")),
    "capital names": ("txt", 2 * MEGA, of("ANA ")),
    "I": ("txt", 2 * MEGA, of("I ")),
    "you": ("txt", 2 * MEGA, of("you ")),
    "told again":
        ("txt", 1 * MEGA, of("Like I told you before, Sam. ")),
    "told again in one sentence":
        ("txt", 1 * MEGA, of("like I told you before, ")),
    "demands": ("txt", 1 * MEGA, of("Send me the table. ")),
    "vetoes far away":
        ("txt", 1 * MEGA, of("you are wrong ", after="right?\n")),
    # Header fields.
    "groups": ("eml", 400 * KILO, header("g:", "To: ")),
    "comments": ("eml", 2 * MEGA, header("(", "To: ")),
    "closed comments": ("eml", 2 * MEGA, header("()", "To: ")),
    "escapes": ("eml", 2 * MEGA, header('\\"', 'To: "')),
    "recipients": ("eml", 2 * MEGA, numbered(
        "Ana <a{}@example.com>, ", HEAD + "To: ", BODY)),
    "angle addresses": ("eml", 2 * MEGA, header("<", "To: ")),
    "routes": ("eml", 2 * MEGA, header("@a,", "To: <")),
    "fields": ("eml", 1200 * KILO, numbered("X-{}: b\n", HEAD, BODY)),
    "fields To": ("eml", 1200 * KILO, header("To: a@b\n", "")),
    "fields Subject": ("eml", 1200 * KILO, header("Subject: a\n", "")),
    "fields Content-Type": ("eml", 1200 * KILO, header(
        "Content-Type: text/plain\n", "")),
    "header line": ("eml", 10 * MEGA, header("b", "X-Long: ")),
    "folded header": ("eml", 2 * MEGA, header("\n b", "Subject: a")),
    "encoded words": ("eml", 200 * KILO * 13, header(
        "=?utf-8?q?a?=", "Subject: ")),
    "encoded words apart": ("eml", 100 * KILO * 14, header(
        "=?utf-8?q?a?= ", "Subject: ")),
    "half encoded words": ("eml", 2 * MEGA, header(
        "=?utf-8?q?", "Subject: ")),
    "parameter pieces": ("eml", 900 * KILO, numbered(
        "\n name*{}=a;", HEAD + "Content-Type: text/plain;", BODY)),
    "parameter pieces backwards": ("eml", 900 * KILO, lambda size: chain(
        [as_bytes(HEAD + "Content-Disposition: attachment;")],
        (as_bytes("\n filename*%d*=a;" % i)
         for i in reversed(range(size // 18))),
        [as_bytes(BODY)])),
    "parameters": ("eml", 900 * KILO, numbered(
        "\n a{}=a;", HEAD + "Content-Type: text/plain;", BODY)),
    # Parts.
    "parts": ("eml", 10 * KILO * 36, of(
        "--b\nContent-Type: text/plain\n\nHi Ana\n",
        HEAD + "MIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=b\n\n", "--b--\n")),
    "parts that are named": ("eml", 10 * KILO * 76, numbered(
        "--b\nContent-Type: image/png; name=a{0}.png\n"
        "Content-ID: <c@{0}>\n\nx\n",
        HEAD + "MIME-Version: 1.0\n"
        "Content-Type: multipart/related; boundary=b\n\n", "--b--\n")),
    "empty parts": ("eml", 200 * KILO, of(
        "--b\n", HEAD + "MIME-Version: 1.0\n"
        "Content-Type: multipart/alternative; boundary=b\n\n")),
    "parts in parts": ("eml", 640 * KILO, nested_parts),
    "parts in parts, closed": ("eml", 800 * KILO, nested_parts_closed),
    "nearly boundaries": ("eml", 2 * MEGA, unlike_parts),
    "long boundary": ("eml", 2 * MEGA, of(
        "--" + "b" * 60 + "c\n", HEAD + "MIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=" + "b" * 61 + "\n\n")),
    "mails in mails": ("eml", 600 * KILO, of(
        "Content-Type: message/rfc822\n\n", HEAD + "MIME-Version: 1.0\n",
        "Content-Type: text/plain\n\nHi\n")),
    "quoted-printable": ("eml", 2 * MEGA, of("=\n", HEAD +
        "MIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n\n",
        "Hi\n")),
    "quoted-printable bytes": ("eml", 2 * MEGA, of("=C3=A4 ", HEAD +
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
        "Content-Transfer-Encoding: quoted-printable\n\n", "Hi\n")),
    "base64": ("eml", 2 * MEGA, of("SGVs\n\n", HEAD +
        "MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n")),
    "flowed": ("eml", 2 * MEGA, of("a \n", HEAD +
        "MIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\n")),
    "flowed quotes": ("eml", 2 * MEGA, of(">> a \n> b \n", HEAD +
        "MIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\n")),
    # Mailboxes.
    "messages": ("mbox", 1 * MEGA, of(
        "From ana@example.com Mon Jun  1 09:00:00 2026\n"
        "Subject: a\n\nHi Sam\n\n")),
    "lines that nearly begin a message": ("mbox", 2 * MEGA, of(
        "From ana\n", "From ana@example.com Mon Jun  1 09:00:00 2026\n"
        "Subject: a\n\n")),
    "blank lines that nearly part messages": ("mbox", 2 * MEGA, of(
        "\nFrom ana\n", "From ana@example.com Mon Jun  1 09:00:00 2026\n"
        "Subject: a\n\n")),
    "a mailbox of carriage returns": ("mbox", 2 * MEGA, of(
        "Hi\r", "From ana@example.com Mon Jun  1 09:00:00 2026\r\r")),
    # HTML.
    "divisions": ("eml", 500 * KILO, html("<div>")),
    "divisions, closed": ("eml", 600 * KILO, html("</div>")),
    "divisions of text": ("eml", 2 * MEGA, html("<div>Hi Ana</div>")),
    "answers in colour": ("eml", 2 * MEGA, html(
        "<font color=red>Yes<br></font>Why?<br>", "My answers are in red.<br>"
        "-----Original Message-----<br>")),
    "unclosed": ("eml", 1 * MEGA, unclosed_tags),
    "misnested": ("eml", 1 * MEGA, html("<b><p></b>")),
    "tables": ("eml", 1 * MEGA, html("<table><tr><td>")),
    "quotes in HTML": ("eml", 1 * MEGA, html("<blockquote>a")),
    "lists": ("eml", 1 * MEGA, html("<ul><li>a")),
    "attributes": ("eml", 500 * KILO, numbered(
        " a{}=b", HTML + "<p", ">Hi</p>\n")),
    "one attribute": ("eml", 2 * MEGA, html("a", '<p title="', '">Hi')),
    "styles": ("eml", 2 * MEGA, html("color:red;", '<p style="', '">Hi')),
    "styled": ("eml", 2 * MEGA, html('<b style="display:none">a')),
    "classes": ("eml", 2 * MEGA, html("a ", '<p class="', '">Hi')),
    "style sheet": ("eml", 2 * MEGA, html(
        ".a{display:none}", "<style>", "</style>Hi")),
    "ampersands": ("eml", 2 * MEGA, html("&")),
    "half entities": ("eml", 2 * MEGA, html("&am")),
    "entities": ("eml", 2 * MEGA, html("&nbsp;")),
    "number entities": ("eml", 2 * MEGA, html("1", "&#")),
    "less-than signs": ("eml", 2 * MEGA, html("<")),
    "half tags": ("eml", 2 * MEGA, html("<a ")),
    "closing half tags": ("eml", 2 * MEGA, html("</")),
    "comments in HTML": ("eml", 2 * MEGA, html("<!--")),
    "comments half closed": ("eml", 2 * MEGA, html("--!", "<!--")),
    "conditional comments": ("eml", 2 * MEGA, html("<![if a]>")),
    "declarations": ("eml", 2 * MEGA, html("<!")),
    "scripts": ("eml", 2 * MEGA, html("<script>")),
    "nearly closed script": ("eml", 2 * MEGA, html("</scrip", "<script>")),
    "title": ("eml", 2 * MEGA, html("</titl", "<title>")),
    "plain text": ("eml", 2 * MEGA, html("<plaintext>")),
    "preformatted": ("eml", 2 * MEGA, html("a \n", "<pre>")),

    # Templates: placeholders that never end, blocks that never close.
    "braces": ("j2", 1 * MEGA, of("{")),
    "open placeholders": ("j2", 1 * MEGA, of("{{ a ")),
    "signs of all templates": ("j2", 1 * MEGA, of("{{{{%{#{*<%[%[[${*|%%[%%=%%<<<.<:a")),
    "open names": ("j2", 1 * MEGA, of("%abc")),
    "open directives": ("j2", 1 * MEGA, of("#if($a @if(b <x-c <.d @{e $f.g(")),
    "open components": ("j2", 1 * MEGA, of("<.a{<.b}")),
    "code on one line": ("j2", 1 * MEGA, of("$a {b} ", "#set($a) ")),
    "comments of code": ("j2", 1 * MEGA, of("##a\n% b\n", "#set($a)")),
    "placeholders": ("j2", 2 * MEGA, of("{{ a }} ")),
    "open conditions": ("j2", 2 * MEGA, of("{% if a %}x{% else %}")),
    "conditions": ("j2", 2 * MEGA, of("x {% if a %}y{% else %}z{% endif %} ")),
    "inverted sections": ("j2", 2 * MEGA, of("{{#a}}x{{/a}}{{^a}}")),
    "many alternatives": ("j2", 2 * MEGA, of("{% else %}Yes, it is. ", "x {% if a %}", "{% endif %} y")),
    "tags of conditions": ("j2", 2 * MEGA, of("<p {% if a %}b{% endif %}")),
    "lines of conditions": ("j2", 2 * MEGA, of("  {% if a %}\n")),
    "open comments": ("j2", 2 * MEGA, of("{% comment %}x")),
    "placeholders in HTML": ("j2", 2 * MEGA, of("<p {{ a }}>{{ a }}</p>")),
}

# Rules that look at a whole paragraph or message, each with something that
# is often met and something that is rarely or never met.
RULES = """\
language: en
group: pathological
rules:
  near-in-sentence:
    severity: suggestion
    message: "m"
    why: "w"
    instead: "i"
    each: often-met
    without: [never-met, often-vetoed, rarely-met]
    within: sentence
  near-in-paragraph:
    severity: suggestion
    message: "m"
    why: "w"
    instead: "i"
    each: often-met
    without: [never-met, rarely-met]
    within: paragraph
  near-in-message:
    severity: suggestion
    message: "m"
    why: "w"
    instead: "i"
    each: often-met
    without: [never-met, rarely-met]
    within: message
  veto-in-sentence:
    severity: suggestion
    message: "m"
    why: "w"
    instead: "i"
    find: |
      orange [*] ** [*] pear
      ^ orange ** $
      orange (orange|pear) [orange] [pear] plum
    except: |
      plum ** plum
    except-here: |
      orange orange
  veto-of-commas:
    severity: suggestion
    message: "m"
    why: "w"
    instead: "i"
    find: |
      ,
    except-here: |
      , grape
      kiwi grape
  share-of-sentences:
    severity: suggestion
    message: "m"
    why: "w"
    instead: "i"
    find: |
      apple
    share: 90%
    at-least: 3
  costly-regex:
    severity: suggestion
    message: "m"
    why: "w"
    instead: "i"
    regex: '(?:q*+[xy]|q)+[xz]'
markers:
  often-met:
    find: |
      apple
    shown: no
  often-vetoed:
    find: |
      fig
    except: |
      raisin
    shown: no
  never-met:
    find: |
      quince
    shown: no
  rarely-met:
    find: |
      plum
    shown: no
"""

# Texts for these rules.
RULE_CASES = {
    "one sentence": of("apple pear ", after="plum\n"),
    "vetoed in one sentence": of("apple fig ", after="raisin\n"),
    "one paragraph": of("An apple. A pear. ", after="A plum.\n"),
    "paragraphs": of("An apple.\n\nA pear.\n\n"),
    "words of a half": halves("apple ", "plum "),
    "sentences of a half": halves("An apple. ", "A plum. "),
    "paragraphs of a half": halves("An apple.\n\n", "A plum.\n\n"),
    "items that a long sentence leads to": halves(
        '"plum" ', "- An apple, orange pear\n", ":\n\n"),
    "gaps": of("orange "),
    "gaps and ends": of("orange a b c pear ", after="plum\n"),
    "vetoes": of("plum orange pear ", after="plum\n"),
    "commas that a veto may begin with": of(", ", before="Grape kiwi "),
    "regex in short sentences": of("Q" + 98 * "q" + ". "),
    "regex in sentences": of("Q" + 998 * "q" + ". "),
    "regex in long sentences": of("Q" + 3998 * "q" + ". "),
}

RULE_HEAD = """\
language: en
group: pathological
rules:
  a:
    severity: suggestion
    message: "m"
    why: "w"
    instead: "i"
"""

# Signals that one draft brings all of; each is a part of its score.
SIGNALS = numbered("  s{}: {{find: [soup], weight: 0.1}}\n", "signals:\n")
SIGNALLED = "The soup is hot."

# Rule files; the size counts where a rule file comes from somewhere else.
RULE_FILES = {
    "brackets": of("[", RULE_HEAD + "    find: |\n      ", "\n"),
    "round brackets": of("(a|", RULE_HEAD + "    find: |\n      ", "\n"),
    "words of a phrase": of("a ", RULE_HEAD + "    find: |\n      ", "\n"),
    "optional words": of("[a] ", RULE_HEAD + "    find: |\n      ", "\n"),
    "gaps": of("** ", RULE_HEAD + "    find: |\n      ", "\n"),
    "phrases": numbered("      word{} again\n", RULE_HEAD + "    find: |\n"),
    "one pattern": of("(", RULE_HEAD + "    regex: |\n      ", "\n"),
    "flow sequences": of("[", "rules: "),
    "flow mappings": of("{a: ", "rules: "),
    "deep mappings": growing(" ", "a:\n", 700),
    "rules": numbered("  r{}: {{severity: off}}\n", "rules:\n"),
    "one key again": of("  a: 1\n", "rules:\n"),
    "quoted text": of("\\n", 'language: "', '"\n'),
    "comments": of("#\n", after=RULE_HEAD),
}

# Words of which each begins with the same sixteen bytes.
LONG_WORDS = {
    "long words": numbered("      counterclockwise{}\n",
                           RULE_HEAD + "    find: |\n"),
    "long Cyrillic words": numbered("      столовая{}\n",
                                    RULE_HEAD + "    find: |\n"),
}
