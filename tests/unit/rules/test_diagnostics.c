/* SPDX-License-Identifier: MIT */
/* Every mistake of a rule file, with its place and its cure. Breaks for the
 * readers in lib/rules (read_*.c, keys.c) and its compiler. */
#include "building.h"

static const struct {
  const char *text;
  const char *diagnostics;
} mistakes[] = {
    /* the file */
    {"- one\n", "a.yaml:1:1: error: a rule file begins with keys such as "
                "`language: en` and `rules:`\n"},
    {"", "a.yaml:1:1: warning: no rules in it, nor anything else: is it the "
         "right file?\n"},
    {"# later\nlanguage: en\n",
     "a.yaml:1:1: warning: no rules in it, nor anything else: is it the right "
     "file?\n"},
    {"language: en\ngroup: house\nrules:\n",
     "a.yaml:1:1: warning: no rules in it, nor anything else: is it the right "
     "file?\n"},
    {"rulez:\n  a:\n    severity: off\n" FULL "    find: |\n      as stated\n",
     "a.yaml:1:1: error: a rule file has no key `rulez`: did you mean "
     "`rules`?\n"},
    {"kindness: 1\n", "a.yaml:1:1: error: a rule file has no key `kindness`: "
                      "rules stand below `rules:`, severities below "
                      "`severities:`, indented\n"},
    {"language: English\nlists: {}\n",
     "a.yaml:1:11: error: `English` is no language tag: write `en`\n"},
    {"language: EN_gb\nlists: {}\n",
     "a.yaml:1:11: error: `EN_gb`: write `en-gb`\n"},
    {"language: ger\nlists: {}\n", "a.yaml:1:11: error: `ger`: write `de`\n"},
    {"language: klingon\nlists: {}\n",
     "a.yaml:1:11: error: `klingon` is no language tag: write two or three "
     "letters, such as `en`\n"},
    {"rules:\n  tea: yes\n",
     "a.yaml:2:8: error: `tea` must be followed by lines of the form "
     "`name: …`, indented\n"},
    /* what follows from a mistake is not told */
    {"rules:\n  severity: off\n  message: m\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n",
     "a.yaml:2:3: error: `severity` is a key of a rule, not its name: indent "
     "it "
     "below that\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n  except+: |\n    so\n",
     "a.yaml:11:3: error: `except+` is a key of a rule, not its name: indent "
     "it "
     "below that\n"},
    {"rules:\n  a:\n    severity: off\n" FULL "    find: |\n      as stated\n"
     "    bakery:\n    severity: off\n" FULL "    find: |\n      as told\n",
     "a.yaml:11:5: error: a rule has no key `bakery`: if it is a name, indent "
     "it like the others\n"
     "a.yaml:12:5: error: `severity` and 6 keys more stand here a second time "
     "(first in line 3): is a name missing above it, or indented too far?\n"},
    {"signals:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n",
     "a.yaml:3:5: error: a signal cannot have `severity`: rules stand below "
     "`rules:`\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      so {wo-words} tell~\n"
     "lists\n  wo-words: [one, two]\n"
     "severities:\n  b: off\n",
     "a.yaml:11:1: error: a colon is missing: `lists:`\n"},
    {"list:\n  wo-words: [one, two]\nrules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      so {wo-words}\n",
     "a.yaml:1:1: error: a rule file has no key `list`: did you mean "
     "`lists`?\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      so {wo-words}\n"
     "lists:\n  wo-words: [one, two\n",
     "a.yaml:12:13: error: no `]` closes the `[` here; if it is a text, put it "
     "in quotes: \"[one, two\"\n"},
    {"severities:\n  a: off\na:\n  severity: off\n",
     "a.yaml:3:1: error: a rule file has no key `a`: rules stand below "
     "`rules:`, severities below `severities:`, indented\n"},
    {"rules:\n  a:\n    severity: off\n    find: |\n    as stated\n" FULL,
     "a.yaml:5:5: error: indent this line: what belongs to the block after `|` "
     "stands deeper than its key\n"},
    {"rules:\n  - a\n",
     "a.yaml:2:3: error: `rules` holds lines of the form `name: …`, not items: "
     "take each `- ` away\n"},
    {"rules: none\n", "a.yaml:1:8: error: `rules` must be followed by lines of "
                      "the form `name: …`, indented\n"},

    /* names and keys of rules */
    {"rules:\n  Told_You:\n    severity: warning\n",
     "a.yaml:2:3: error: `Told_You` cannot be the name of a rule: write "
     "lower-case letters, digits and single hyphens\n"},
    {"rules:\n  a:\n    sevrity: warning\n    severity: warning\n" FULL
     "    find: |\n      as stated\n",
     "a.yaml:3:5: error: a rule has no key `sevrity`: did you mean "
     "`severity`?\n"},
    {"rules:\n  a:\n    severity: off\n    picture: soup\n" FULL
     "    find: |\n      as stated\n",
     "a.yaml:4:5: error: a rule has no key `picture`: the keys are listed in "
     "rules/README.md\n"},
    {"rules:\n  a:\n    fnd+: |\n      as told\n    sevrity+: off\n" FULL
     "    find: |\n      as stated\n",
     "a.yaml:3:5: error: a rule has no key `fnd+`: did you mean `find+`?\n"
     "a.yaml:5:5: error: a rule has no key `sevrity+`: did you mean "
     "`severity`?\n"},
    {"rules:\n  a:\n    shown: no\n    severity: warning\n" FULL
     "    find: |\n      as stated\n",
     "a.yaml:3:5: error: a rule cannot have `shown`\n"},
    {"markers:\n  a:\n    message: no\n    find: |\n      as stated\n",
     "a.yaml:3:5: error: a marker cannot have `message`\n"},
    {"markers:\n  a:\n    bad: ['as stated']\n    find: |\n      as stated\n",
     "a.yaml:3:5: error: a marker cannot have `bad`: write `found`\n"},
    {"rules:\n  a:\n    severity: off\n    not-found: ['so']\n" FULL
     "    find: |\n      as stated\n",
     "a.yaml:4:5: error: a rule cannot have `not-found`: write `good`\n"},
    {"forms:\n  tell~: [tell, told]\n",
     "a.yaml:2:3: error: the name of forms is a word, which `~` follows in "
     "phrases only\n"},
    {"lists:\n  warm-word: [warmly]\n",
     "a.yaml:2:3: error: the name of a list is a plural or ends in “-words”, "
     "in lower-case letters: `warm-words`\n"},
    {"lists:\n  ovens: |\n    oven one, oven two\n",
     "a.yaml:3:5: warning: a comma parts no entries: write a line for each\n"},
    {"lists:\n  ovens:\n    - oven one, oven two\n    - 'oven three, left'\n",
     "a.yaml:3:7: warning: a comma parts no entries: write an item for each, "
     "or put it in quotes if it is one\n"},
    {"rules:\n  a:\n    severity: waring\n" FULL
     "    find: |\n      as stated\n",
     "a.yaml:3:15: error: `waring` is not known: did you mean `warning`?\n"},
    {"rules:\n  a:\n    severity: 3\n" FULL "    find: |\n      as stated\n",
     "a.yaml:3:15: error: `3` is not known: write off, suggestion, warning or "
     "error\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n    quoted: maybe\n",
     "a.yaml:11:13: error: `maybe` is not known: write yes, no, true or "
     "false\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n    weight: heavy\n",
     "a.yaml:11:13: error: `heavy` is not a number: write one such as 2 or "
     "-0.5\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n    in: [body, qoute]\n",
     "a.yaml:11:16: error: `qoute` is not known: did you mean `quote`?\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n    share: half\n",
     "a.yaml:11:12: error: `share` is a part of the sentences, such as 50%\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n    at-least: 1.5\n",
     "a.yaml:11:15: error: `at-least` is a whole number from 1 to 1000\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n    at-least: two\n",
     "a.yaml:11:15: error: `two` is not a number: write a whole one from 1 to "
     "1000\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find+: |\n      as stated\n    find: |\n      as told\n",
     "a.yaml:2:3: error: `a` is new here: write `find` without + or -\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n    weight+: 1\n",
     "a.yaml:11:5: error: `weight` has one value: write `weight` without the "
     "sign\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n    weight: [1]\n",
     "a.yaml:11:13: error: a number is expected here\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n    group: The Boss\n",
     "a.yaml:11:12: error: `The Boss` is no name here: write lower-case "
     "letters, digits and single hyphens\n"},
    {"markers:\n  m:\n    find: |\n      hello\n"
     "rules:\n  a:\n    severity: off\n" FULL "    each: [m, n]\n",
     "a.yaml:13:11: error: `each` names one marker, not a list\n"},
    {"markers:\n  m:\n    find: |\n      hello\n"
     "rules:\n  a:\n    severity: off\n" FULL
     "    each: m\n    without: {m: n}\n",
     "a.yaml:14:14: error: write a name, or a list: [one, two]\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n        (as told\n",
     "a.yaml:11:9: error: \"(\" is never closed; \")\" is missing\n"},
    {"rules:\n  a:\n    severity: off\n    message: |\n"
     "      “{text}” is late,\n      as {who} said\n"
     "    why: w\n    instead: i\n    bad: ['a', 'b']\n"
     "    good: ['a', 'b', 'c']\n    find: |\n      as stated\n",
     "a.yaml:6:10: warning: only {text} is filled in; this brace is printed as "
     "it is\n"},
    {"rules:\n  a:\n    severity: off\n" PROSE
     "    bad: ['[[as [[stated]]', 'b']\n    good: ['a', 'b', 'c']\n"
     "    find: |\n      as stated\n",
     "a.yaml:7:11: error: a `[[` lacks its `]]`: write them around what must "
     "be found\n"},
    {"language: en\nlists:\n  common-words: |\n    of\n    the\n"
     "rules:\n  a:\n    severity: off\n" FULL "    find: |\n      of the\n",
     "a.yaml:15:7: warning: this phrase has common words only, so that it is "
     "tried on very many sentences: add a word that is rarer\n"},

    {"rules:\n  a:\n    severity: off\n" PROSE
     "    bad: ['a', {kind: draft}]\n    good: ['a', 'b', 'c']\n"
     "    find: |\n      as stated\n",
     "a.yaml:7:16: error: an example needs `text:`, its sentence\n"},

    {"rules:\n  a:\n    severity: off\n" FULL "    find: |\n      * [*]\n",
     "a.yaml:10:7: warning: this phrase has common words only, so that it is "
     "tried on very many sentences: add a word that is rarer\n"},

    /* what a definition must have */
    {"rules:\n  a:\n    find: |\n      as stated\n",
     "a.yaml:2:3: error: `a` lacks `severity:`, one of error, warning, "
     "suggestion and off\n"
     "a.yaml:2:3: error: `a` lacks `message:`, what the reader could hear\n"
     "a.yaml:2:3: error: `a` lacks `why:`, the reason and its source\n"
     "a.yaml:2:3: error: `a` lacks `instead:`, what to write instead\n"
     "a.yaml:2:3: warning: `a` has 0 `bad` and 0 `good` sentences: write at "
     "least 2 and 3\n"},
    {"rules:\n  a:\n    severity: off\n    group: g\n" FULL,
     "a.yaml:2:3: error: `a` looks for nothing: give it `find:`, `missing:` or "
     "`each:`\n"},
    {"signals:\n  a:\n    find: |\n      as stated\n",
     "a.yaml:2:3: error: `a` lacks `weight:`, its part in the score\n"},
    {"markers:\n  m:\n    find: |\n      hello\n"
     "rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n    each: m\n",
     "a.yaml:6:3: error: `a` has more than one of `find:`, `missing:` and "
     "`each:`: make a rule of each\n"},
    {"markers:\n  m:\n    find: |\n      hello\n"
     "rules:\n  a:\n    severity: off\n" FULL "    missing: m\n",
     "a.yaml:6:3: error: `a` lacks `at:`, opening, closing, message or "
     "subject\n"},
    {"markers:\n  m:\n    find: |\n      hello\n"
     "rules:\n  a:\n    severity: off\n" FULL
     "    missing: m\n    at: opening\n    share: 5%\n",
     "a.yaml:6:3: error: `a`: `share` does not go with `missing`\n"},
    {"markers:\n  m:\n    find: |\n      hello\n"
     "rules:\n  a:\n    severity: off\n    message: 'no {text}'\n"
     "    why: w\n    instead: i\n    bad: ['a', 'b']\n"
     "    good: ['a', 'b', 'c']\n    missing: m\n    at: opening\n",
     "a.yaml:8:14: error: {text} has nothing to stand for in the message of a "
     "`missing:` rule\n"},
    {"rules:\n  a:\n    severity: off\n" PROSE
     "    bad: ['[[one', 'two']\n    good: ['three', 'four', 'five']\n"
     "    find: |\n      as stated\n",
     "a.yaml:7:11: error: a `[[` lacks its `]]`: write them around what must "
     "be found\n"},
    {"rules:\n  a:\n    severity: off\n" FULL "    find: |\n      as stated\n"
     "  a:\n    severity: oof\n    find: as told\n",
     "a.yaml:11:3: error: `a` stands here a second time (first in line 2): "
     "take one away\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n    words: [as]\n",
     "a.yaml:2:3: error: `a`: `words` goes with `regex`, phrases need none\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n    safe: yes\n",
     "a.yaml:2:3: error: `a`: `safe` goes with `replace`\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n    replace: 'so {what}'\n",
     "a.yaml:11:18: warning: only {text}, {lower} and {recipient} are filled "
     "in; this brace is printed as it is\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n    replace: x\n    replace-at: weeks\n",
     "a.yaml:12:17: error: there is no list `weeks`\n"},
    {"lists:\n  asking-words: ['send to']\nrules:\n  a:\n    severity: "
     "off\n" FULL
     "    find: |\n      as stated\n    replace: x\n    replace-at: "
     "asking-words\n",
     "a.yaml:14:17: error: no entry of the list `asking-words` is a single "
     "word\n"},
    {"rules:\n  a:\n    severity: off\n" PROSE
     "    find: |\n      as stated\n    bad: ['a']\n    good: ['a']\n",
     "a.yaml:2:3: warning: `a` has 1 `bad` and 1 `good` sentences: write at "
     "least 2 and 3\n"},
    {"rules:\n  a:\n    severity: off\n    message: 'so {Text}'\n"
     "    why: w\n    instead: i\n    bad: ['a', 'b']\n"
     "    good: ['a', 'b', 'c']\n    find: |\n      as stated\n",
     "a.yaml:4:18: warning: only {text} is filled in; this brace is printed as "
     "it is\n"},

    /* what an unknown key was meant to be is not missed besides */
    {"rules:\n  a:\n    sevrity: off\n    mesage: m\n    whi: w\n"
     "    insted: i\n    fnd: |\n      as stated\n"
     "    bad: ['a', 'b']\n    good: ['a', 'b', 'c']\n",
     "a.yaml:3:5: error: a rule has no key `sevrity`: did you mean "
     "`severity`?\n"
     "a.yaml:4:5: error: a rule has no key `mesage`: did you mean "
     "`message`?\n"
     "a.yaml:5:5: error: a rule has no key `whi`: did you mean `why`?\n"
     "a.yaml:6:5: error: a rule has no key `insted`: did you mean "
     "`instead`?\n"
     "a.yaml:7:5: error: a rule has no key `fnd`: did you mean `find`?\n"},

    /* texts and phrases */
    {"rules:\n  a:\n    severity: off\n" FULL "    find: as stated\n",
     "a.yaml:9:11: error: write `find: |` and below it, indented, one text a "
     "line\n"},
    {"rules:\n  a:\n    severity: off\n" FULL "    find: >\n      as stated\n",
     "a.yaml:9:11: error: write `find: |` and below it, indented, one text a "
     "line\n"},
    {"rules:\n  a:\n    severity: off\n" FULL "    find: |\n      # none\n",
     "a.yaml:9:11: error: `find` holds no phrase\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find:\n      - as # stated\n      - so it is\n",
     "a.yaml:10:9: error: all from ` #` on is lost as a comment: put the text "
     "in quotes: \"as # stated\"\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find:\n      - so it is\n      - well: yes\n",
     "a.yaml:11:9: error: a text is expected here, but a colon and a space, or "
     "`{`, make it a map: put the text in quotes: \"well: yes\"\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find:\n      - so it is\n      - [well]\n",
     "a.yaml:11:9: error: a text is expected here, but `[` or `-` makes it a "
     "list: put the text in quotes: \"[well]\"\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find:\n      - so it is\n      -\n",
     "a.yaml:11:8: error: this item is empty: write a text\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find:\n      - so it is\n      - 'on two\n        lines'\n",
     "a.yaml:11:9: error: an item stands on one line, in quotes; for many, "
     "write a block after `|`, one a line\n"},
    {"rules:\n  a:\n    severity: off\n    message:\n    why: w\n"
     "    instead: i\n    bad: ['a', 'b']\n    good: ['a', 'b', 'c']\n"
     "    find: |\n      as stated\n",
     "a.yaml:4:13: error: `message` says nothing: write a text here\n"},
    {"rules:\n  a:\n    severity: off\n" FULL "    find: |\n      as (stated\n",
     "a.yaml:10:10: error: \"(\" is never closed; \")\" is missing\n"},
    {"rules:\n  a:\n    severity: off\n" FULL "    find: ['it''s (so']\n",
     "a.yaml:9:13: error: write \"it is\" for \"it's\": it is then found in "
     "both spellings\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      über {greetings} x\n",
     "a.yaml:10:12: error: there is no list {greetings}\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      kindly note\n      Kindly  note\n",
     "a.yaml:11:7: warning: this phrase is never reached: it stands in "
     "a.yaml:10 already\n"},

    /* lists: told where the entry stands, and once */
    {"lists:\n  floors: |\n    the attic\n    the ground (floor)\n"
     "rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      up to {floors}\n      {floors} again\n",
     "a.yaml:4:16: error: an entry of a list holds words only; write a line "
     "for each\n"},
    {"lists:\n  floors: ['the attic', 'it''s (so']\n",
     "a.yaml:2:26: error: write \"it is\" for \"it's\": it is then found in "
     "both spellings\n"},
    {"forms:\n  tell: [tells, told~]\n"
     "rules:\n  a:\n    severity: off\n" FULL "    find: |\n      tell~ them\n",
     "a.yaml:2:17: error: an entry of a list holds words only; write a line "
     "for each\n"},

    /* regexes */
    {"rules:\n  a:\n    severity: off\n" FULL "    regex: ['!!+']\n",
     "a.yaml:9:13: warning: a regex without `words:` runs on every sentence: "
     "name words of which one must stand there\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    regex: [\"!!+\"]\n    words: [so]\n",
     "a.yaml:9:13: error: double quotes change the backslashes of a regex: use "
     "single quotes, or a block after `|`\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    regex: ['(*UTF)so']\n    words: [so]\n",
     "a.yaml:9:14: error: a regex may not begin with \"(*\": its settings "
     "are fixed (UTF, any case)\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    regex: ['!!+']\n    words: [so, 'as it is']\n",
     "a.yaml:10:17: error: `as it is` is not one word: `words` holds single "
     "words\n"},

    /* references */
    {"markers:\n  greeting:\n    find: |\n      hello\n"
     "rules:\n  a:\n    severity: off\n" FULL
     "    missing: greting\n    at: opening\n",
     "a.yaml:13:14: error: no marker is called `greting`: did you mean "
     "`greeting`?\n"},
    {"markers:\n  m:\n    find: |\n      hello\n"
     "rules:\n  a:\n    severity: off\n" FULL
     "    each: m\n    without: [tea]\n",
     "a.yaml:14:15: error: no marker or rule is called `tea`\n"},
    {"signals:\n  s:\n    weight: 1\n    find: |\n      hello\n"
     "rules:\n  a:\n    severity: off\n" FULL "    each: s\n",
     "a.yaml:14:11: error: `s` finds no places of its own: name a marker, or a "
     "rule with `find`\n"},
    {"rules:\n  a:\n    severity: off\n" PROSE
     "    find: |\n      as stated\n    bad: ['a', {text: b, fires: [none]}]\n"
     "    good: ['a', 'b', 'c']\n",
     "a.yaml:9:16: error: no rule is called `none`\n"},

    /* examples */
    {"markers:\n  m:\n    find: |\n      hello\n    found: ['[[hello']\n",
     "a.yaml:5:13: error: a `[[` lacks its `]]`: write them around what must "
     "be found\n"},
    {"markers:\n  m:\n    find: |\n      hello\n"
     "    found: [{text: a, sujbect: b}]\n",
     "a.yaml:5:23: error: an example has no key `sujbect`: did you mean "
     "`subject`?\n"},
    {"markers:\n  m:\n    find: |\n      hello\n"
     "    found: [{text: a, kind: letter}]\n",
     "a.yaml:5:29: error: `letter` is not known: write draft, text, mail or "
     "template\n"},

    /* conditions */
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n    when: {wrods: '>= 2'}\n",
     "a.yaml:11:12: error: no condition is called `wrods`: did you mean "
     "`words`?\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n    when: {words: many}\n",
     "a.yaml:11:19: error: `words` needs a comparison, such as \">= 25\", 0 or "
     "2-5\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n    when: {time: '15-24'}\n",
     "a.yaml:11:18: error: `time` needs a range of times, such as "
     "\"15:00-24:00\"\n"},
    {"rules:\n  a:\n    severity: off\n" FULL
     "    find: |\n      as stated\n    unless: {reply: perhaps}\n",
     "a.yaml:11:21: error: `perhaps` is not known: write yes, no, true or "
     "false\n"},

    /* lists and forms */
    {"lists:\n  greeting: |\n    hello\n",
     "a.yaml:2:3: error: the name of a list is a plural or ends in “-words”, "
     "in lower-case letters: `greeting-words`\n"},
    {"lists:\n  thanks: |\n    hello\nmarkers:\n  thanks:\n    find: |\n"
     "      thanks\n",
     "a.yaml:2:3: error: `thanks` is a marker too: call the list "
     "`thanks-words`\n"},
    {"lists:\n  greetings+: |\n    hello\n",
     "a.yaml:2:3: error: there is no `greetings` to change: define it without "
     "+ or -\n"},
    {"lists:\n  greetings: |\n    hello\n  greeting+: |\n    good day\n",
     "a.yaml:4:3: error: there is no `greeting` to change: did you mean "
     "`greetings`?\n"},

    /* severities and profiles */
    {"severities:\n  nobody: off\n",
     "a.yaml:2:3: error: no rule is called `nobody`\n"},
    {"rules:\n  a:\n    severity: off\n    group: calls\n" FULL
     "    find: |\n      as stated\nseverities:\n  calls: off\n",
     "a.yaml:13:3: error: no rule is called `calls`: the group of that name is "
     "`group/calls`\n"},
    {"severities:\n  group/kind: off\n",
     "a.yaml:2:3: error: no group is called `kind`\n"},
    {"markers:\n  m:\n    find: |\n      hello\nseverities:\n  m: off\n",
     "a.yaml:6:3: error: no rule is called `m`\n"},
    {"profiles:\n  calm:\n    suggestion: {severity: off}\n",
     "a.yaml:3:5: error: `suggestion` is not one rule: give it a severity\n"},
    {"profiles:\n  calm:\n    a: {find: ['x']}\n",
     "a.yaml:3:5: error: a profile changes rules: write `find+` and the like, "
     "not what defines a rule\n"},
};

static void test_each_mistake_with_its_cure(void **state) {
  (void)state;
  size_t wrong = 0;
  for (size_t i = 0; i < sizeof mistakes / sizeof mistakes[0]; i++) {
    struct building building;
    building_of(&building, mistakes[i].text);
    if (strcmp(building.diagnostics, mistakes[i].diagnostics) != 0) {
      print_error("%s\nexpected:\n%s\nfound:\n%s\n", mistakes[i].text,
                  mistakes[i].diagnostics, building.diagnostics);
      wrong++;
    }
    building_end(&building);
  }
  assert_int_equal(wrong, 0);
}

static void test_five_mistakes_are_five_diagnostics(void **state) {
  (void)state;
  struct building building;
  building_of(&building, "rules:\n"
                         "  told-you:\n"
                         "    severity: waring\n"
                         "    message: “{text}” could: hurt\n"
                         "    why: w\n"
                         "    instead: @reader, be kind\n"
                         "    find: |\n"
                         "      like I [told you\n"
                         "    bad: ['a', 'b']\n"
                         "    good: ['a', 'b', 'c']\n"
                         "    excpet: |\n"
                         "      told you so\n");
  assert_string_equal(
      building.diagnostics,
      "a.yaml:3:15: error: `waring` is not known: did you mean `warning`?\n"
      "a.yaml:4:14: error: an unquoted text cannot hold a colon and a space: "
      "put it in quotes: \"“{text}” could: hurt\"\n"
      "a.yaml:6:14: error: an unquoted text cannot start with `@`: put it in "
      "quotes: \"@reader, be kind\"\n"
      "a.yaml:8:14: error: \"[\" is never closed; \"]\" is missing\n"
      "a.yaml:11:5: error: a rule has no key `excpet`: did you mean "
      "`except`?\n");
  assert_int_equal(building.status, COURTESY_BAD_RULES);
  building_end(&building);
}

static void test_diagnostics_come_in_the_order_of_the_files(void **state) {
  (void)state;
  struct building building;
  building_of_two(&building,
                  "severities:\n  one: off\nlists:\n  word: |\n    a\n",
                  "severities:\n  two: off\n");
  assert_string_equal(
      building.diagnostics,
      "a.yaml:2:3: error: no rule is called `one`\n"
      "a.yaml:4:3: error: the name of a list is a plural or ends in “-words”, "
      "in lower-case letters: `word-words`\n"
      "b.yaml:2:3: error: no rule is called `two`\n");
  building_end(&building);
}

static void test_too_many_diagnostics_are_cut_off(void **state) {
  (void)state;
  static char text[100000] = "severities:\n";
  size_t used = strlen(text);
  for (unsigned i = 0; i < 2000; i++) {
    used += (size_t)snprintf(text + used, sizeof text - used,
                             "  rule-%u: off\n", i);
  }
  struct building building;
  building_start(&building);
  building_add(&building, "a.yaml", text);
  assert_int_equal(courtesy_builder_finish(building.builder, &building.ruleset),
                   COURTESY_BAD_RULES);
  assert_int_equal(courtesy_builder_diagnostic_count(building.builder), 1000);
  courtesy_builder_destroy(building.builder);
}

static void test_warnings_hide_no_error(void **state) {
  (void)state;
  static char text[200000] = "rules:\n";
  size_t used = strlen(text);
  for (unsigned i = 0; i < 1500; i++) {
    used += (size_t)snprintf(text + used, sizeof text - used,
                             "  r%u:\n    severity: off\n" PROSE
                             "    find: |\n      as stated\n",
                             i);
  }
  snprintf(text + used, sizeof text - used, "severities:\n  none: off\n");
  struct building building;
  building_start(&building);
  building_add(&building, "a.yaml", text);
  assert_int_equal(courtesy_builder_finish(building.builder, &building.ruleset),
                   COURTESY_BAD_RULES);
  size_t count = courtesy_builder_diagnostic_count(building.builder);
  assert_int_equal(count, 1001);
  assert_int_equal(
      courtesy_builder_diagnostic(building.builder, count - 1)->severity,
      COURTESY_ERROR);
  courtesy_builder_destroy(building.builder);
}

/* What the prefilter has room for, and one more. */
static void test_too_many_words_to_be_found_by_are_refused(void **state) {
  (void)state;
  static char text[1 << 20] = "group: tone\nmarkers:\n  much:\n    find: |\n";
  size_t used = strlen(text);
  for (unsigned i = 0; i <= 65535; i++) {
    used += (size_t)snprintf(text + used, sizeof text - used, "      %cx%x\n",
                             'g' + i % 16, i / 16);
  }
  struct building building;
  building_of(&building, text);
  assert_int_equal(building.status, COURTESY_BAD_RULES);
  assert_non_null(strstr(building.diagnostics,
                         "the phrases of all rules together are found by too "
                         "many words, or too many of them by one: 65535 is the "
                         "most"));
  building_end(&building);
}

/* As many instructions as a ruleset has room for, and some more. */
static void test_too_many_phrases_are_refused(void **state) {
  (void)state;
  enum { PHRASES = 260, WORDS = 1010 };
  static char text[2 << 20] = "group: tone\nmarkers:\n  much:\n    find: |\n";
  size_t used = strlen(text);
  for (unsigned i = 0; i < PHRASES; i++) {
    used += (size_t)snprintf(text + used, sizeof text - used, "      so%u", i);
    for (unsigned k = 1; k < WORDS; k++) {
      used += (size_t)snprintf(text + used, sizeof text - used, " so");
    }
    used += (size_t)snprintf(text + used, sizeof text - used, "\n");
  }
  struct building building;
  building_of(&building, text);
  assert_int_equal(building.status, COURTESY_BAD_RULES);
  assert_string_equal(building.diagnostics,
                      "a.yaml:264:7: error: all phrases together are too large "
                      "from here on; the largest part of this one is so259 "
                      "with 1 positions\n");
  building_end(&building);
}

static void test_files_over_four_mebibytes_are_refused(void **state) {
  (void)state;
  static char text[(4 << 20) + 1];
  memset(text, '#', sizeof text);
  struct building building;
  building_start(&building);
  assert_int_equal(
      courtesy_builder_add_file(building.builder, "a.yaml", text, sizeof text),
      COURTESY_TOO_LARGE);
  building_finish(&building);
  assert_string_equal(building.diagnostics,
                      "a.yaml:1:1: error: the file has 4194305 bytes: split "
                      "it, 4194304 is the most\n");
  building_end(&building);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_each_mistake_with_its_cure),
      cmocka_unit_test(test_five_mistakes_are_five_diagnostics),
      cmocka_unit_test(test_diagnostics_come_in_the_order_of_the_files),
      cmocka_unit_test(test_too_many_diagnostics_are_cut_off),
      cmocka_unit_test(test_warnings_hide_no_error),
      cmocka_unit_test(test_too_many_words_to_be_found_by_are_refused),
      cmocka_unit_test(test_too_many_phrases_are_refused),
      cmocka_unit_test(test_files_over_four_mebibytes_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
