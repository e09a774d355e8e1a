/* SPDX-License-Identifier: MIT */
/* Every allocation of a message, a session and a lint fails once; each time the
 * answer is COURTESY_NO_MEMORY, nothing is lost, and the session lints whatever
 * comes next as if nothing had been. Breaks for what a session or its engine
 * keeps of a lint that failed. */
#include "lab.h"
#include "refusal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define PROSE "    message: \"“{text}”\"\n    why: w\n    instead: i\n"

/* One of each form, and of each way to find something. */
static const char rules[] =
    "language: en\n"
    "group: test\n"
    "lists: {order-verbs: [send], capital-words: [Monday]}\n"
    "markers:\n"
    "  greeting:\n    find: |\n      ^^ (hi|hello) <Name>\n"
    "  farewell:\n    find: |\n      kind regards\n"
    "  thanks:\n    find: |\n      thank you\n"
    "  order:\n    in: [subject, body, quote]\n    find: |\n      send me\n"
    "  soft:\n    shown: no\n    find: |\n      please\n"
    "  name:\n    find: |\n      <Name>\n"
    "  first:\n    find: |\n      ^ *\n"
    "signals:\n"
    "  we:\n    weight: 0.2\n    find: |\n      ^ we\n"
    "rules:\n"
    "  told:\n    severity: warning\n" PROSE
    "    find: |\n      told you\n      like I told you before\n"
    "    except: |\n      told you the news\n"
    "    except-here: |\n      never told you\n"
    "  told-again:\n    severity: error\n" PROSE
    "    find: |\n      I told you\n"
    "  two:\n    severity: suggestion\n" PROSE
    "    find: |\n      late . the list\n"
    "  marks:\n    severity: warning\n    weight: 0.5\n" PROSE
    "    regex: |\n      [!?]{3,}\n"
    "  very:\n    severity: suggestion\n    at-least: 2\n" PROSE
    "    find: |\n      very\n"
    "  bare:\n    severity: suggestion\n" PROSE
    "    each: order\n    without: [soft, thanks]\n    within: paragraph\n"
    "    replace: please {text}\n    replace-at: order-verbs\n"
    "  loud:\n    severity: suggestion\n" PROSE
    "    find: |\n      we need it ** **\n    replace: '{lower}'\n"
    "  no-greeting:\n    severity: suggestion\n"
    "    message: m\n    why: w\n    instead: i\n"
    "    missing: greeting\n    at: opening\n"
    "    replace: \"Hi {recipient},\\n\\n\"\n"
    "  no-thanks:\n    severity: suggestion\n"
    "    message: m\n    why: w\n    instead: i\n"
    "    missing: thanks\n    at: message\n";

#define TEXT                                                                   \
  "Hello Ana,\n\n"                                                             \
  "we are very, very late. The list, like I told you before, is not\n"         \
  "here!!! I never told you “so”. Send me the draft???\n\n"                \
  "- the table\n- the well-known list of J. Park\n\n"                          \
  "Kind regards\nTom\n\n"                                                      \
  "On Monday, 2 March 2026 at 10:00, Ana Park wrote:\n"                        \
  "> I told you: send me the list. It is late.\n"

/* More blocks, and more bytes in a line, than there is room for at first. */
#define FIVE(words) words words words words words
#define ITEMS FIVE(FIVE("- the table is late\n"))
#define LINE "We " FIVE(FIVE(FIVE("are very, very late "))) ".\n"
#define LONG                                                                   \
  "Hello Ana,\n\n" ITEMS "\n" LINE "(Like I told you before.)\n\nKind "        \
  "regards\n"

/* What edits put in, with the line ends of the text. */
#define EDITED                                                                 \
  "Send me the table.\r\n\r\nWE NEED IT ON MONDAY, Ana. Ana, send me "         \
  "the list.\r\n\r\nThe soup is hot.\r\n"

/* Who writes on below the own name, and says farewell again. */
#define SIGNED_TWICE                                                           \
  "Hello Ana,\n\nthe list is late.\n\nKind regards\n\nTom Lund\n\n"            \
  "The soup is hot.\n\nTom\n\nKind regards,\nTom\n\nWe eat at noon.\n"

static const struct sample {
  enum courtesy_kind kind;
  enum courtesy_markup markup;
  const char *text;
} samples[] = {
    {COURTESY_TEXT, COURTESY_MARKUP_NONE, "Thank you. " TEXT},
    {COURTESY_DRAFT, COURTESY_MARKUP_NONE, TEXT},
    {COURTESY_DRAFT, COURTESY_MARKUP_NONE, "Nothing is the matter here."},
    {COURTESY_DRAFT, COURTESY_MARKUP_NONE, LONG},
    {COURTESY_DRAFT, COURTESY_MARKUP_NONE, EDITED},
    {COURTESY_DRAFT, COURTESY_MARKUP_NONE, SIGNED_TWICE},
    {COURTESY_DRAFT, COURTESY_MARKUP_HTML,
     "<p>Hello Ana,<p>send me the <b>list</b> like I <i>told you before</i>!!!"
     "<ul><li>one<li>two</ul><blockquote>I told you.</blockquote>"
     "<p>Kind regards<br>Tom"},
    {COURTESY_TEMPLATE, COURTESY_MARKUP_NONE,
     "Subject: {{ topic }}\n\nHello {{ name }},\n\n"
     "{% if late %}I told you before{% endif %}, {{ name }}: send me the\n"
     "list!!!\n\nKind regards\n{{ sender }}\n"},
    {COURTESY_MAIL, COURTESY_MARKUP_NONE,
     "From: Tom Lund <tom@acme.example>\r\n"
     "To: =?utf-8?Q?Ana?= Park <ana@acme.example>, sam@acme.example\r\n"
     "Subject: Re: =?utf-8?B?bGlzdA==?= send me the list\r\n"
     "MIME-Version: 1.0\r\n"
     "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
     "--b\r\nContent-Type: text/plain; charset=utf-8\r\n"
     "Content-Transfer-Encoding: quoted-printable\r\n\r\n" TEXT
     "\r\n--b\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n"
     "<p>I told you</p>\r\n"
     "--b\r\nContent-Disposition: attachment; filename*0=\"li\";\r\n"
     " filename*1=\"st.txt\"\r\n\r\nx\r\n--b--\r\n"},
    {COURTESY_MAIL, COURTESY_MARKUP_NONE,
     "From: Tom Lund <tom@acme.example>\n"
     "Subject: =?gb18030?Q?=C4=E3=BA=C3?=, send me the list\n"
     "Content-Type: text/plain; charset=iso-2022-jp; format=flowed;\n"
     " name*=euc-jp''%C6%FC%CB%DC\n"
     "Content-Transfer-Encoding: base64\n\n"
     "SGkgQW5hLAoKbGlrZSBJIHRvbGQgeW91IGJlZm9yZSwgGyRCRnxLXBsoQi4K\n"},
    {COURTESY_MAIL, COURTESY_MARKUP_NONE,
     "Subject: list\nContent-Type: multipart/alternative; boundary=b\n\n"
     "--b\n\nHello Ana,\nwe are late, and nobody is here.\n"
     "--b\nContent-Type: text/html\n\n"
     "<p>Hello Ana,<br>we are late.<p>begin 644 list.txt<br>#0V%T<br>end"
     "<p>Like I told you before, the list is not here.\n--b--\n"},
};

enum { SAMPLES = sizeof samples / sizeof samples[0] };

static enum courtesy_status make(const struct sample *sample,
                                 struct courtesy_message **message) {
  const struct courtesy_facts facts = {
      .markup = sample->markup,
      .from = "Tom Lund <tom@acme.example>",
      .to = "Ana Park <ana@acme.example>",
      .language = "en",
  };
  return courtesy_message_create(sample->kind, sample->text,
                                 strlen(sample->text), &facts, message);
}

struct picture {
  char edits[512];
  char findings[2048];
  char marks[2048];
  char zones[1024];
  int score;
  size_t problems;
};

static void draw_edits(const struct lab *lab, char *edits, size_t room) {
  for (size_t i = 0; i < courtesy_session_finding_count(lab->session); i++) {
    const struct courtesy_finding *finding =
        courtesy_session_finding(lab->session, i);
    for (size_t k = 0; k < finding->edit_count; k++) {
      int size = snprintf(edits, room, "%s|", finding->edits[k].insert);
      assert_true(size > 0 && (size_t)size < room);
      edits += size;
      room -= (size_t)size;
    }
  }
}

static void draw(const struct lab *lab, struct picture *picture) {
  *picture = (struct picture){
      .score = -1,
      .problems = courtesy_session_problem_count(lab->session),
  };
  draw_edits(lab, picture->edits, sizeof picture->edits);
  courtesy_session_score(lab->session, &picture->score);
  snprintf(picture->findings, sizeof picture->findings, "%s",
           lab_findings(lab));
  snprintf(picture->marks, sizeof picture->marks, "%s", lab_marks(lab));
  snprintf(picture->zones, sizeof picture->zones, "%s", lab_zones(lab));
}

/* The messages, and what a session says that never ran out of memory. */
struct expected {
  enum courtesy_marks marks; /* that are wanted */
  struct courtesy_message *messages[SAMPLES];
  struct picture pictures[SAMPLES];
};

static void expect(struct expected *expected, struct lab *lab) {
  courtesy_session_want_marks(lab->session, expected->marks);
  for (size_t i = 0; i < SAMPLES; i++) {
    assert_int_equal(make(&samples[i], &expected->messages[i]), COURTESY_OK);
    assert_int_equal(courtesy_session_lint(lab->session, expected->messages[i]),
                     COURTESY_OK);
    draw(lab, &expected->pictures[i]);
  }
}

static void assert_as_expected(const struct expected *expected,
                               const struct lab *lab, size_t number) {
  const struct picture *wanted = &expected->pictures[number];
  struct picture picture;
  assert_int_equal(
      courtesy_session_lint(lab->session, expected->messages[number]),
      COURTESY_OK);
  draw(lab, &picture);
  assert_string_equal(picture.findings, wanted->findings);
  assert_string_equal(picture.edits, wanted->edits);
  assert_string_equal(picture.marks, wanted->marks);
  assert_string_equal(picture.zones, wanted->zones);
  assert_int_equal(picture.score, wanted->score);
  assert_int_equal(picture.problems, wanted->problems);
}

/* Refuses the allocation after `count` to a new session that lints one message,
 * and lints another and the same again; false when there were fewer. */
static bool lint_fails_at(const struct expected *expected,
                          const struct courtesy_ruleset *ruleset, size_t number,
                          size_t count) {
  struct lab lab = {0};
  assert_int_equal(courtesy_session_create(ruleset, &lab.session), COURTESY_OK);
  courtesy_session_want_marks(lab.session, expected->marks);
  refusal_after(count);
  enum courtesy_status status =
      courtesy_session_lint(lab.session, expected->messages[number]);
  bool refused = refusal_end();
  assert_int_equal(status, refused ? COURTESY_NO_MEMORY : COURTESY_OK);
  if (refused) {
    assert_int_equal(courtesy_session_zone_count(lab.session), 0);
  }
  assert_as_expected(expected, &lab, (number + count) % SAMPLES);
  assert_as_expected(expected, &lab, number);
  courtesy_session_destroy(lab.session);
  return refused;
}

static void assert_each_lint(struct lab *lab, enum courtesy_marks marks) {
  static struct expected expected;
  expected.marks = marks;
  expect(&expected, lab);
  for (size_t i = 0; i < SAMPLES; i++) {
    size_t count = 0;
    while (lint_fails_at(&expected, lab->ruleset, i, count)) {
      count++;
    }
    assert_true(count > 5);
  }
  for (size_t i = 0; i < SAMPLES; i++) {
    courtesy_message_destroy(expected.messages[i]);
  }
}

static void test_each_allocation_of_a_lint(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, rules);
  assert_each_lint(&lab, COURTESY_MARKS_ALL);
  assert_each_lint(&lab, COURTESY_MARKS_NONE);
  lab_close(&lab);
}

static void test_each_allocation_of_a_lint_by_the_pack(void **state) {
  (void)state;
  struct lab lab = {0};
  assert_int_equal(courtesy_ruleset_create_pack("en", "", &lab.ruleset),
                   COURTESY_OK);
  assert_int_equal(courtesy_session_create(lab.ruleset, &lab.session),
                   COURTESY_OK);
  assert_each_lint(&lab, COURTESY_MARKS_ALL);
  assert_each_lint(&lab, COURTESY_MARKS_NONE);
  lab_close(&lab);
}

/* What is huge is given back when it is emptied, what was not made so large
 * yet is kept. */
static void test_each_allocation_of_a_huge_lint(void **state) {
  (void)state;
  enum { SIZE = 600000 };
  static char text[SIZE];
  static struct expected expected = {.marks = COURTESY_MARKS_ALL};
  struct courtesy_message *huge;
  struct lab lab;
  for (size_t i = 0; i < SIZE; i++) {
    text[i] = "I! "[i % 3];
  }
  assert_int_equal(
      courtesy_message_create(COURTESY_DRAFT, text, SIZE, NULL, &huge),
      COURTESY_OK);
  lab_rules(&lab, rules);
  expect(&expected, &lab);
  bool refused = true;
  for (size_t count = 0; refused; count++) {
    struct lab later = {0};
    assert_int_equal(courtesy_session_create(lab.ruleset, &later.session),
                     COURTESY_OK);
    assert_as_expected(&expected, &later, 0); /* some room is made */
    refusal_after(count);
    courtesy_session_lint(later.session, huge);
    refused = refusal_end();
    assert_as_expected(&expected, &later, count % SAMPLES);
    courtesy_session_destroy(later.session);
  }
  for (size_t i = 0; i < SAMPLES; i++) {
    courtesy_message_destroy(expected.messages[i]);
  }
  courtesy_message_destroy(huge);
  lab_close(&lab);
}

static void test_each_allocation_of_a_session(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, rules);
  enum courtesy_status status = COURTESY_NO_MEMORY;
  size_t count = 0;
  while (status != COURTESY_OK) {
    struct courtesy_session *session = NULL;
    refusal_after(count++);
    status = courtesy_session_create(lab.ruleset, &session);
    bool refused = refusal_end();
    assert_int_equal(status, refused ? COURTESY_NO_MEMORY : COURTESY_OK);
    courtesy_session_destroy(session);
  }
  assert_true(count > 5);
  lab_close(&lab);
}

static void test_each_allocation_of_a_message(void **state) {
  (void)state;
  for (size_t i = 0; i < SAMPLES; i++) {
    enum courtesy_status status = COURTESY_NO_MEMORY;
    for (size_t count = 0; status != COURTESY_OK; count++) {
      struct courtesy_message *message = NULL;
      refusal_after(count);
      status = make(&samples[i], &message);
      bool refused = refusal_end();
      assert_int_equal(status, refused ? COURTESY_NO_MEMORY : COURTESY_OK);
      courtesy_message_destroy(message);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_each_allocation_of_a_message),
      cmocka_unit_test(test_each_allocation_of_a_session),
      cmocka_unit_test(test_each_allocation_of_a_lint),
      cmocka_unit_test(test_each_allocation_of_a_lint_by_the_pack),
      cmocka_unit_test(test_each_allocation_of_a_huge_lint),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
