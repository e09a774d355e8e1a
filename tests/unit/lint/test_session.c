/* SPDX-License-Identifier: MIT */
/* From rules and a message to findings, through the public API. */
#include "lab.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* What every rule must say beside what a test is about. */
#define SAID                                                                   \
  "    message: \"“{text}”\"\n"                                            \
  "    why: \"A test.\"\n"                                                     \
  "    instead: \"Try “{text}” in kinder words.\"\n"

#define HEAD "language: en\ngroup: test\n"

static void finding_has_place_text_and_advice(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n  told:\n    severity: warning\n" SAID
                       "    find: |\n      I told you\n");
  lab_lint(&lab, COURTESY_TEXT, "Well, I told\nyou so.");
  assert_string_equal(lab_findings(&lab), "told@1:7+10");
  const struct courtesy_finding *finding =
      courtesy_session_finding(lab.session, 0);
  assert_string_equal(finding->text, "I told you");
  assert_string_equal(finding->message, "“I told you”");
  assert_string_equal(finding->suggestions[0],
                      "Try “I told you” in kinder words.");
  assert_int_equal(finding->span.end_line, 2);
  assert_int_equal(finding->span.end_column, 4);
  lab_close(&lab);
}

/* The text of the finding stays whole. */
static void a_message_quotes_a_line_at_most(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n  told:\n    severity: warning\n" SAID
                       "    find: |\n      so * ** ** ** ** ** ** ** ** **\n");
  lab_lint(&lab, COURTESY_TEXT,
           "So a tea is served to all of us who have come to the long and very "
           "cold room of the old house.");
  const struct courtesy_finding *finding =
      courtesy_session_finding(lab.session, 0);
  assert_string_equal(finding->message,
                      "“So a tea is served to all of us who have come to the "
                      "long and very cold room of…”");
  assert_int_equal(strlen(finding->text), 93);
  lab_lint(&lab, COURTESY_TEXT,
           "So ėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėė.");
  assert_string_equal(courtesy_session_finding(lab.session, 0)->message,
                      "“So ėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėėė…”");
  lab_close(&lab);
}

static void a_message_quotes_no_commas_at_the_edges(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n  told:\n    severity: warning\n" SAID
                       "    find: |\n      , that is all .\n      , .\n");
  lab_lint(&lab, COURTESY_TEXT, "Tea, that is all. Tea,.");
  const struct courtesy_finding *finding =
      courtesy_session_finding(lab.session, 0);
  assert_string_equal(finding->message, "“that is all”");
  assert_string_equal(finding->text, ", that is all.");
  finding = courtesy_session_finding(lab.session, 1);
  assert_string_equal(finding->message, "“,.”");
  lab_close(&lab);
}

static void columns_count_code_points_and_offsets_bytes(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n  late:\n    severity: warning\n" SAID
                       "    find: |\n      too late\n");
  lab_lint(&lab, COURTESY_TEXT, "Zoë \xff says: too late");
  assert_string_equal(lab_findings(&lab), "late@1:13+8");
  assert_int_equal(courtesy_session_finding(lab.session, 0)->span.offset, 13);
  lab_close(&lab);
}

static void control_characters_are_blanks(void **state) {
  (void)state;
  static const char text[] = "It is\0 too \x1blate.";
  struct courtesy_message *message;
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n  late:\n    severity: warning\n" SAID
                       "    find: |\n      is too late\n");
  assert_int_equal(courtesy_message_create(COURTESY_TEXT, text, sizeof text - 1,
                                           NULL, &message),
                   COURTESY_OK);
  assert_int_equal(courtesy_session_lint(lab.session, message), COURTESY_OK);
  assert_string_equal(lab_findings(&lab), "late@1:4+13");
  assert_string_equal(courtesy_session_finding(lab.session, 0)->text,
                      "is  too \x1blate");
  courtesy_message_destroy(message);
  lab_close(&lab);
}

static void a_quotation_mark_goes_with_its_partner(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n  late:\n    severity: warning\n" SAID
                       "    find: |\n      you are late again\n");
  lab_lint(&lab, COURTESY_TEXT, "Sam, you are \"late again\".");
  assert_string_equal(lab_findings(&lab), "late@1:6+20");
  lab_lint(&lab, COURTESY_TEXT, "\"You are late\" again, Sam.");
  assert_string_equal(lab_findings(&lab), "late@1:1+20");
  /* what is quoted goes on: the mark is not beside the match */
  lab_lint(&lab, COURTESY_TEXT, "Sam, you are \"late again and again\".");
  assert_string_equal(lab_findings(&lab), "late@1:6+19");
  lab_lint(&lab, COURTESY_TEXT, "She said \"you are late again\".");
  assert_string_equal(lab_findings(&lab), "");
  lab_close(&lab);
}

static void overlapping_findings_of_a_group_become_one(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n"
                       "  short:\n    severity: warning\n" SAID
                       "    find: |\n      never answer\n"
                       "  long:\n    severity: warning\n" SAID
                       "    find: |\n      you never answer\n"
                       "  other:\n    group: elsewhere\n"
                       "    severity: suggestion\n" SAID
                       "    find: |\n      answer me\n");
  lab_lint(&lab, COURTESY_TEXT, "You never answer me.");
  assert_string_equal(lab_findings(&lab), "long@1:1+16 other@1:11+9");
  const struct courtesy_finding *winner =
      courtesy_session_finding(lab.session, 0);
  assert_int_equal(winner->also_count, 1);
  assert_string_equal(winner->also[0], "short");
  lab_close(&lab);
}

static void of_equal_ones_the_earlier_wins(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n"
                       "  first:\n    severity: warning\n" SAID
                       "    find: |\n      sit down\n"
                       "  after:\n    severity: warning\n" SAID
                       "    find: |\n      down now\n");
  lab_lint(&lab, COURTESY_TEXT, "Sit down now.");
  assert_string_equal(lab_findings(&lab), "first@1:1+8");
  lab_close(&lab);
}

/* Which bounds what a chain of overlaps costs: where it is cut, both stay. */
static void a_chain_of_overlaps_is_cut(void **state) {
  (void)state;
  enum { PAIRS = 32 };
  char text[8 * PAIRS + 8] = "";
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n"
                       "  mild:\n    severity: warning\n" SAID
                       "    find: |\n      tea now\n"
                       "  grave:\n    severity: error\n" SAID
                       "    find: |\n      now tea\n");
  for (int i = 0; i < PAIRS; i++) {
    strcat(text, "tea now ");
  }
  lab_lint(&lab, COURTESY_TEXT, text);
  assert_int_equal(courtesy_session_finding_count(lab.session), PAIRS - 1);
  strcat(text, "tea now");
  lab_lint(&lab, COURTESY_TEXT, text);
  assert_int_equal(courtesy_session_finding_count(lab.session), PAIRS + 1);
  lab_close(&lab);
}

static void the_more_severe_wins_over_the_longer(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n"
                       "  long:\n    severity: warning\n" SAID
                       "    find: |\n      what a silly idea\n"
                       "  grave:\n    severity: error\n" SAID
                       "    find: |\n      silly\n");
  lab_lint(&lab, COURTESY_TEXT, "What a silly idea.");
  assert_string_equal(lab_findings(&lab), "grave@1:8+5");
  lab_close(&lab);
}

static const char each_rules[] =
    HEAD "markers:\n"
         "  order:\n    shown: no\n    find: |\n      send me\n"
         "  please:\n    find: |\n      please\n"
         "rules:\n"
         "  bare:\n    severity: suggestion\n" SAID
         "    each: order\n    without: [please]\n";

static void each_stands_on_every_a_without_b(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, each_rules);
  lab_lint(&lab, COURTESY_TEXT,
           "Send me one. Please send me two. Send me three.");
  assert_string_equal(lab_findings(&lab), "bare@1:1+7 bare@1:34+7");
  lab_close(&lab);
}

static void what_leads_to_a_list_is_near_its_items(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, each_rules);
  lab_lint(&lab, COURTESY_TEXT,
           "Could you please:\n\n- send me one\n- send me two");
  assert_string_equal(lab_findings(&lab), "");
  lab_lint(&lab, COURTESY_TEXT,
           "Today:\n\n- please send me one\n- send me two");
  assert_string_equal(lab_findings(&lab), "bare@4:3+7");
  lab_lint(&lab, COURTESY_TEXT, "Please do.\n\n- send me one");
  assert_string_equal(lab_findings(&lab), "bare@3:3+7");
  lab_lint(&lab, COURTESY_TEXT,
           "Please:\n\nSend me one\n\nPlease:\n\n- so\n\n"
           "Today:\n\n- send me two");
  assert_string_equal(lab_findings(&lab), "bare@3:1+7 bare@11:3+7");
  lab_lint(&lab, COURTESY_TEXT,
           "Could you please:\n\n- send me one\n\nToday:\n\n- send me two");
  assert_string_equal(lab_findings(&lab), "bare@7:3+7");
  lab_close(&lab);
}

static void a_list_may_stand_right_below_a_greeting(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "markers:\n"
                       "  greeting:\n    find: |\n      ^^ hello\n"
                       "rules:\n  order:\n    severity: suggestion\n" SAID
                       "    find: |\n      ^ send me\n");
  lab_lint(&lab, COURTESY_DRAFT, "Hello,\n- the first list\n- send me two");
  assert_string_equal(lab_findings(&lab), "order@3:3+7");
  lab_lint(&lab, COURTESY_DRAFT, "Hello, the first list\n- send me two");
  assert_string_equal(lab_findings(&lab), "");
  lab_close(&lab);
}

static void each_in_the_message_stands_on_the_first_a(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "markers:\n"
                       "  order:\n    shown: no\n    find: |\n      send me\n"
                       "  thanks:\n    find: |\n      thanks\n"
                       "rules:\n"
                       "  bare:\n    severity: suggestion\n" SAID
                       "    each: order\n    without: [thanks]\n"
                       "    within: message\n");
  lab_lint(&lab, COURTESY_DRAFT, "Send me one.\n\nSend me two.");
  assert_string_equal(lab_findings(&lab), "bare@1:1+7");
  lab_lint(&lab, COURTESY_DRAFT, "Send me one.\n\nSend me two. Thanks");
  assert_string_equal(lab_findings(&lab), "");
  lab_close(&lab);
}

static void each_in_a_paragraph_stands_on_the_first_a_of_each(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "markers:\n"
                       "  order:\n    shown: no\n    find: |\n      send me\n"
                       "  please:\n    find: |\n      please\n"
                       "rules:\n"
                       "  bare:\n    severity: suggestion\n" SAID
                       "    each: order\n    without: [please]\n"
                       "    within: paragraph\n");
  lab_lint(&lab, COURTESY_DRAFT,
           "Send me one. Send me two.\n\nSend me three. Please do.\n\n"
           "It is late. Send me four.");
  assert_string_equal(lab_findings(&lab), "bare@1:1+7 bare@5:13+7");
  lab_close(&lab);
}

static void ignore(void *context, const struct courtesy_trace *step) {
  (void)context;
  (void)step;
}

/* An anger that is quoted is looked for only in answers, when the author's own
 * words are read already; whoever traces has it looked for at once. */
static void the_first_a_may_stand_in_others_words(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "markers:\n"
                       "  anger:\n    weight: 0\n    find: |\n      this mess\n"
                       "    in: [body, quote]\n"
                       "  thanks:\n    weight: 0\n    find: |\n      thanks\n"
                       "    in: [body, quote]\n"
                       "rules:\n"
                       "  angry:\n    severity: suggestion\n" SAID
                       "    each: anger\n    without: [thanks]\n"
                       "    within: message\n    in: [body, quote]\n"
                       "    when: {reply: yes}\n");
  static const char theirs_above[] = "Hello.\n\n> This mess is yours.\n\n"
                                     "It is late. I made this mess.\n";
  static const char theirs_below[] = "I made this mess.\n\n"
                                     "> This mess is yours. Thanks.\n";
  struct courtesy_facts answer = {.reply = COURTESY_YES};
  courtesy_session_want_marks(lab.session, COURTESY_MARKS_NONE);
  for (int traced = 0; traced < 2; traced++) {
    courtesy_session_set_trace(lab.session, traced ? ignore : NULL, NULL);
    lab_lint_with(&lab, COURTESY_DRAFT, theirs_above, &answer);
    assert_string_equal(lab_findings(&lab), "angry@3:3+9");
    lab_lint_with(&lab, COURTESY_DRAFT, theirs_below, &answer);
    assert_string_equal(lab_findings(&lab), "");
  }
  lab_close(&lab);
}

static void the_first_a_may_stand_in_the_subject(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "markers:\n"
                       "  anger:\n    find: |\n      this mess\n"
                       "  thanks:\n    find: |\n      thanks\n"
                       "rules:\n"
                       "  angry:\n    severity: suggestion\n" SAID
                       "    each: anger\n    without: [thanks]\n"
                       "    within: message\n");
  lab_lint(&lab, COURTESY_DRAFT,
           "Subject: Clear this mess\n\nThis mess is old.\n");
  assert_string_equal(lab_findings(&lab), "angry@1:16+9");
  lab_close(&lab);
}

static const char form_rules[] =
    HEAD "markers:\n"
         "  greeting:\n    find: |\n      ^ (hi|hello) [<Capital>]\n"
         "  farewell:\n    find: |\n      ^ [best] regards\n"
         "      ^ thanks [<Capital>] $\n"
         "rules:\n"
         "  no-greeting:\n    severity: suggestion\n"
         "    message: No greeting.\n    why: A test.\n    instead: Hi.\n"
         "    missing: greeting\n    at: opening\n"
         "    unless: {reply: yes}\n"
         "  no-farewell:\n    severity: suggestion\n"
         "    message: No farewell.\n    why: A test.\n    instead: Bye.\n"
         "    missing: farewell\n    at: closing\n";

static void missing_forms_stand_where_they_belong(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, form_rules);
  lab_lint(&lab, COURTESY_DRAFT,
           "Subject: keys\n\nThe keys are in the box.\n\nThey fit.\n\n");
  assert_string_equal(lab_findings(&lab),
                      "no-greeting@3:1+0 no-farewell@5:10+0");
  assert_int_equal(courtesy_session_finding(lab.session, 0)->zone,
                   COURTESY_ZONE_GREETING);
  assert_string_equal(courtesy_session_finding(lab.session, 0)->text, "");
  lab_close(&lab);
}

static void what_a_subject_lacks_stands_in_it(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "markers:\n"
                       "  topic:\n    in: [subject]\n"
                       "    find: |\n      *\n"
                       "rules:\n"
                       "  empty:\n    severity: suggestion\n"
                       "    message: No subject.\n    why: A test.\n"
                       "    instead: Keys.\n"
                       "    missing: topic\n    at: subject\n");
  lab_lint(&lab, COURTESY_DRAFT, "Subject: \nTo: ana@acme.example\n\nHi.");
  assert_string_equal(lab_findings(&lab), "empty@1:10+0");
  assert_int_equal(courtesy_session_finding(lab.session, 0)->zone,
                   COURTESY_ZONE_SUBJECT);
  lab_lint_with(&lab, COURTESY_DRAFT, "Hi.",
                &(struct courtesy_facts){.subject = ""});
  assert_string_equal(lab_findings(&lab), "empty@1:1+0");
  assert_true(courtesy_session_finding(lab.session, 0)->span.in_subject);
  lab_lint(&lab, COURTESY_MAIL, "To: ana@acme.example\n\nHi.");
  assert_string_equal(lab_findings(&lab), "empty@3:1+0");
  lab_lint(&lab, COURTESY_MAIL, "To: ana@acme.example\n\n\n\nHi.");
  assert_string_equal(lab_findings(&lab), "empty@5:1+0");
  lab_lint(&lab, COURTESY_MAIL, "To: ana@acme.example\n\n");
  assert_string_equal(lab_findings(&lab), "empty@3:1+0");
  lab_lint(&lab, COURTESY_MAIL, "Hi.");
  assert_string_equal(lab_findings(&lab), "empty@1:1+0");
  lab_lint(&lab, COURTESY_MAIL, ""); /* no mail, whatever it was called */
  assert_string_equal(lab_findings(&lab), "");
  lab_lint(&lab, COURTESY_MAIL, "Subject: keys\n\nHi.");
  assert_string_equal(lab_findings(&lab), "");
  lab_lint(&lab, COURTESY_DRAFT, "Hi."); /* nobody said what it is */
  assert_string_equal(lab_findings(&lab), "");
  lab_close(&lab);
}

static void greeting_and_closing_become_zones(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, form_rules);
  lab_lint(&lab, COURTESY_DRAFT,
           "Hi Sam,\n\nThe keys are here.\n\nBest regards\nAna\n");
  assert_string_equal(lab_zones(&lab), "greeting:0+7 body:9+18 closing:29+16");
  assert_string_equal(lab_marks(&lab), "greeting@0+6 farewell@29+12");
  assert_string_equal(lab_findings(&lab), "");
  lab_close(&lab);
}

static void a_sign_off_above_a_job_title_is_a_farewell(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, form_rules);
  lab_lint(&lab, COURTESY_DRAFT,
           "Hi Sam,\n\nThe keys are here.\n\nThanks\nAna\nSales\n");
  assert_string_equal(lab_marks(&lab), "greeting@0+6 farewell@29+6");
  assert_string_equal(lab_findings(&lab), "");
  lab_close(&lab);
}

static void greeting_and_closing_may_share_lines_with_the_body(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, form_rules);
  lab_lint(&lab, COURTESY_DRAFT, "Hi Sam, the keys are here. Thanks");
  assert_string_equal(lab_zones(&lab), "greeting:0+7 body:8+18 closing:27+6");
  lab_close(&lab);
}

static void a_closing_goes_on_with_its_paragraph(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "markers:\n"
                       "  order:\n    find: |\n      send me\n"
                       "  farewell:\n    find: |\n      thanks\n"
                       "rules:\n"
                       "  bare:\n    severity: suggestion\n" SAID
                       "    each: order\n    without: [farewell]\n"
                       "    within: paragraph\n"
                       "  speechless:\n    severity: suggestion\n" SAID
                       "    find: |\n      I am speechless\n"
                       "    except: |\n      (!|.) thanks\n");
  lab_lint(&lab, COURTESY_DRAFT, "Send me one. I am speechless! Thanks");
  assert_string_equal(lab_zones(&lab), "body:0+29 closing:30+6");
  assert_string_equal(lab_findings(&lab), "");
  lab_lint(&lab, COURTESY_DRAFT, "Send me one. I am speechless.\nThanks");
  assert_string_equal(lab_findings(&lab), "");
  lab_lint(&lab, COURTESY_DRAFT, "Send me one. I am speechless.\n\nThanks");
  assert_string_equal(lab_findings(&lab), "bare@1:1+7 speechless@1:14+15");
  lab_close(&lab);
}

#define LATE "    severity: warning\n" SAID "    find: |\n      too late\n"

static void conditions_ask_facts_and_never_guess(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, form_rules);
  lab_lint_with(&lab, COURTESY_DRAFT, "The keys are in the box.\nRegards",
                &(struct courtesy_facts){.reply = COURTESY_YES});
  assert_string_equal(lab_findings(&lab), "");
  lab_lint(&lab, COURTESY_DRAFT, "The keys are in the box.\nRegards");
  assert_string_equal(lab_findings(&lab), "no-greeting@1:1+0");
  lab_close(&lab);
}

static void a_range_of_times_may_reach_over_midnight(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n  tired:\n" LATE
                       "    when: {time: \"22:00-06:00\"}\n");
  static const struct {
    const char *date;
    const char *findings;
  } dates[] = {
      {"Mon, 5 Oct 2020 23:30:00 +0200", "tired@1:7+8"},
      {"Mon, 5 Oct 2020 05:30:00 +0200", "tired@1:7+8"},
      {"Mon, 5 Oct 2020 12:00:00 +0200", ""},
  };
  for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
    lab_lint_with(&lab, COURTESY_DRAFT, "It is too late.",
                  &(struct courtesy_facts){.date = dates[i].date});
    assert_string_equal(lab_findings(&lab), dates[i].findings);
  }
  lab_close(&lab);
}

static void recipients_are_counted_where_they_are_known(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab,
            HEAD "rules:\n  many:\n" LATE "    when: {recipients: \">= 3\"}\n");
  lab_lint_with(&lab, COURTESY_DRAFT, "It is too late.",
                &(struct courtesy_facts){
                    .to = "ana@acme.example, tom@acme.example",
                    .bcc = "kim@acme.example",
                });
  assert_string_equal(lab_findings(&lab), "many@1:7+8");
  lab_lint_with(&lab, COURTESY_DRAFT, "It is too late.",
                &(struct courtesy_facts){.to = "ana@acme.example"});
  assert_string_equal(lab_findings(&lab), "");
  lab_lint(&lab, COURTESY_DRAFT, "It is too late.");
  assert_string_equal(lab_findings(&lab), "");
  lab_close(&lab);
}

/* The message of the only problem, which is about the language. */
static const char *language_problem(const struct lab *lab) {
  if (courtesy_session_problem_count(lab->session) == 0) {
    return NULL;
  }
  const struct courtesy_problem *problem =
      courtesy_session_problem(lab->session, 0);
  assert_string_equal(problem->code, "other-language");
  return problem->message;
}

/* Of a language that is told by half, a rule speaks that may be in it, but
 * nothing is missing. */
static void rules_speak_where_the_message_may_be_in_their_language(
    void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, "language: ru\ngroup: test\n"
                  "markers:\n"
                  "  greeting:\n    find: |\n      ^^ привет\n"
                  "rules:\n"
                  "  late:\n    severity: warning\n" SAID
                  "    find: |\n      поздно\n"
                  "  no-greeting:\n    severity: warning\n"
                  "    message: No greeting.\n    why: A test.\n"
                  "    instead: Hi.\n"
                  "    missing: greeting\n    at: opening\n");
  lab_lint(&lab, COURTESY_DRAFT, "Поздно!");
  assert_string_equal(lab_findings(&lab), "late@1:1+12");
  assert_null(language_problem(&lab));
  lab_lint(&lab, COURTESY_DRAFT, "Дякую, їжа: поздно");
  assert_string_equal(lab_findings(&lab), "");
  assert_string_equal(language_problem(&lab),
                      "this looks Ukrainian; the rules are Russian");
  lab_lint(&lab, COURTESY_DRAFT, "谢谢。");
  assert_string_equal(lab_findings(&lab), "");
  lab_close(&lab);
}

static void nothing_is_missing_in_a_language_that_is_not_certain(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, form_rules);
  lab_lint(&lab, COURTESY_DRAFT, "Keys: box.\nRegards");
  assert_string_equal(lab_findings(&lab), "");
  lab_lint(&lab, COURTESY_DRAFT, "Die Keys sind in der Box.\nRegards");
  assert_string_equal(lab_findings(&lab), "");
  lab_lint_with(&lab, COURTESY_DRAFT, "Keys: box.\nRegards",
                &(struct courtesy_facts){.language = "en"});
  assert_string_equal(lab_findings(&lab), "no-greeting@1:1+0");
  lab_lint(&lab, COURTESY_DRAFT,
           "The box.\n\n> Where are the keys, and who has the box?\n");
  assert_string_equal(lab_findings(&lab), "no-farewell@1:9+0");
  lab_lint(&lab, COURTESY_DRAFT,
           "Die Box.\n\n> Where are the keys, and who has the box?\n");
  assert_string_equal(lab_findings(&lab), "");
  lab_close(&lab);
}

static void a_language_is_known_by_its_tag(void **state) {
  (void)state;
  static const char *const english[] = {"en", "EN", "en-GB", "en_us", "eng"};
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n  late:\n    severity: warning\n" SAID
                       "    find: |\n      too late\n");
  for (size_t i = 0; i < sizeof english / sizeof english[0]; i++) {
    lab_lint_with(&lab, COURTESY_TEXT, "It is too late.",
                  &(struct courtesy_facts){.language = english[i]});
    assert_string_equal(lab_findings(&lab), "late@1:7+8");
  }
  lab_lint_with(&lab, COURTESY_TEXT, "It is too late.",
                &(struct courtesy_facts){.language = "de"});
  assert_string_equal(lab_findings(&lab), "");
  lab_close(&lab);
}

static void rules_of_no_use_for_a_language_are_a_problem(void **state) {
  (void)state;
  static const char german[] = "Die Suppe steht auf dem Tisch und ist warm.";
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n  late:\n" LATE);
  lab_lint(&lab, COURTESY_TEXT, german);
  assert_string_equal(language_problem(&lab),
                      "this looks German; the rules are English");
  lab_lint_with(&lab, COURTESY_TEXT, "Suppe?",
                &(struct courtesy_facts){.language = "hu"});
  assert_string_equal(language_problem(&lab),
                      "this looks Hungarian; the rules are English");
  lab_lint_with(&lab, COURTESY_TEXT, "Supo?",
                &(struct courtesy_facts){.language = "eo"});
  assert_string_equal(language_problem(&lab),
                      "this looks eo; the rules are English");
  lab_lint(&lab, COURTESY_TEXT, "谢谢。");
  assert_string_equal(language_problem(&lab),
                      "this looks Chinese; the rules are English");
  lab_lint(&lab, COURTESY_TEXT, "Спасибо!");
  assert_string_equal(language_problem(&lab),
                      "this is in Cyrillic letters; the rules are English");
  lab_lint(&lab, COURTESY_TEXT,
           "Suppen er på bordet, og brødet er ikke til os.");
  assert_string_equal(language_problem(&lab),
                      "this looks Danish or Norwegian; the rules are English");
  lab_lint(&lab, COURTESY_TEXT, "Suppe?");
  assert_null(language_problem(&lab));
  lab_lint_with(&lab, COURTESY_TEXT, "Soup?",
                &(struct courtesy_facts){.language = "und"});
  assert_null(language_problem(&lab));
  lab_lint_with(&lab, COURTESY_TEXT, "Soup? Suppe?",
                &(struct courtesy_facts){.language = "mul"});
  assert_null(language_problem(&lab));
  lab_lint(&lab, COURTESY_TEXT, "The soup is on the table.");
  assert_null(language_problem(&lab));
  lab_close(&lab);
}

static void rules_of_several_languages_are_not_all_named(void **state) {
  (void)state;
  static const char *const files[] = {
      HEAD "rules:\n  late:\n" LATE,
      "language: hu\ngroup: test\nrules:\n  later:\n" LATE,
  };
  struct lab lab;
  lab_rules_of(&lab, files, 2);
  lab_lint_with(&lab, COURTESY_TEXT, "Suppe?",
                &(struct courtesy_facts){.language = "de"});
  assert_string_equal(language_problem(&lab),
                      "this looks German; the rules are English and others");
  lab_close(&lab);
}

static void rules_for_no_language_do_not_speak_one(void **state) {
  (void)state;
  static const char german[] = "Die Suppe steht auf dem Tisch und ist warm.";
  struct lab lab;
  lab_rules(&lab, "language: zxx\ngroup: test\nrules:\n  late:\n" LATE);
  lab_lint(&lab, COURTESY_TEXT, german);
  assert_null(language_problem(&lab));
  lab_close(&lab);
}

static void a_condition_holds_for_the_kinds_of_a_language(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n  late:\n    severity: warning\n" SAID
                       "    find: |\n      too late\n"
                       "    when: {language: en}\n"
                       "    unless: {language: en-us}\n");
  lab_lint_with(&lab, COURTESY_TEXT, "It is too late.",
                &(struct courtesy_facts){.language = "en-GB"});
  assert_string_equal(lab_findings(&lab), "late@1:7+8");
  lab_lint_with(&lab, COURTESY_TEXT, "It is too late.",
                &(struct courtesy_facts){.language = "en-US"});
  assert_string_equal(lab_findings(&lab), "");
  lab_close(&lab);
}

static void loose_text_is_no_whole_message(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, form_rules);
  lab_lint(&lab, COURTESY_TEXT, "The keys are in the box.");
  assert_string_equal(lab_findings(&lab), "");
  assert_int_equal(courtesy_session_try_rule(lab.session, "no-greeting"),
                   COURTESY_OK);
  lab_lint(&lab, COURTESY_TEXT, "The keys are in the box.");
  assert_string_equal(lab_findings(&lab), "no-greeting@1:1+0");
  assert_int_equal(courtesy_session_try_rule(lab.session, "nobody"),
                   COURTESY_UNKNOWN_NAME);
  lab_close(&lab);
}

static void loose_text_greets_first_and_closes_last(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, form_rules);
  lab_lint(&lab, COURTESY_TEXT, "Hello Ana. The keys are here. Best regards");
  assert_string_equal(lab_marks(&lab), "greeting@0+9 farewell@30+12");
  lab_lint(&lab, COURTESY_TEXT, "Best regards to him. Hello Ana. Fine.");
  assert_string_equal(lab_marks(&lab), "");
  lab_close(&lab);
}

static void counting_rules_stand_on_the_nth_match(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab,
            HEAD "rules:\n  why-why:\n    severity: suggestion\n" SAID
                 "    find: |\n      why\n    at-least: 2\n    share: 50%\n");
  assert_int_equal(courtesy_session_try_rule(lab.session, "why-why"),
                   COURTESY_OK);
  lab_lint(&lab, COURTESY_TEXT, "Why now? Why here? Fine.");
  assert_string_equal(lab_findings(&lab), "why-why@1:10+3");
  lab_lint(&lab, COURTESY_TEXT, "Why now? Why? Yes. No.");
  assert_string_equal(lab_findings(&lab), "why-why@1:10+3");
  lab_lint(&lab, COURTESY_TEXT, "Why now? Why? Yes. No. Good.");
  assert_string_equal(lab_findings(&lab), "");
  /* once no rule is tried, loose text is no whole message again */
  courtesy_session_try_rule(lab.session, NULL);
  lab_lint(&lab, COURTESY_TEXT, "Why now? Why here? Fine.");
  assert_string_equal(lab_findings(&lab), "");
  lab_close(&lab);
}

static void rules_look_at_own_words_unless_told(void **state) {
  (void)state;
  static const char text[] = "On Monday Sam wrote:\n> You are late.\n\n"
                             "You are late too.\n";
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n"
                       "  own:\n    severity: warning\n" SAID
                       "    find: |\n      you are late\n"
                       "  theirs:\n    group: quoted\n"
                       "    severity: suggestion\n" SAID
                       "    find: |\n      you are late\n    in: [quote]\n");
  lab_lint(&lab, COURTESY_DRAFT, text);
  assert_string_equal(lab_findings(&lab), "theirs@2:3+12 own@4:1+12");
  lab_close(&lab);
}

static void a_match_that_is_wrapped_reads_as_one_line(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n  theirs:\n    severity: suggestion\n" SAID
                       "    find: |\n      you are late\n    in: [quote]\n");
  lab_lint(&lab, COURTESY_DRAFT,
           "On Monday Sam wrote:\n> I see that you  \n>  are\n> late.\n");
  assert_string_equal(courtesy_session_finding(lab.session, 0)->text,
                      "you are late");
  lab_close(&lab);
}

static void a_given_subject_has_places_of_its_own(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n  late:\n    severity: warning\n" SAID
                       "    find: |\n      too late\n");
  lab_lint_with(&lab, COURTESY_DRAFT, "Hello.",
                &(struct courtesy_facts){.subject = "Änderung too late"});
  assert_string_equal(lab_findings(&lab), "late@1:10+8");
  const struct courtesy_finding *finding =
      courtesy_session_finding(lab.session, 0);
  assert_true(finding->span.in_subject);
  assert_int_equal(finding->zone, COURTESY_ZONE_SUBJECT);
  lab_close(&lab);
}

static void the_score_counts_weights_twice_at_most(void **state) {
  (void)state;
  struct lab lab;
  int score;
  lab_rules(&lab,
            HEAD "signals:\n  good:\n    weight: 1\n    find: |\n      good\n");
  lab_lint(&lab, COURTESY_TEXT, "Nothing here.");
  assert_true(courtesy_session_score(lab.session, &score));
  assert_int_equal(score, 50);
  lab_lint(&lab, COURTESY_TEXT, "Good.");
  assert_true(courtesy_session_score(lab.session, &score));
  assert_int_equal(score, 73);
  lab_lint(&lab, COURTESY_TEXT, "Good, good, good, good.");
  assert_true(courtesy_session_score(lab.session, &score));
  assert_int_equal(score, 88);
  lab_lint(&lab, COURTESY_TEXT, " \n");
  assert_false(courtesy_session_score(lab.session, &score));
  lab_close(&lab);
}

static void the_score_has_parts_that_count(void **state) {
  (void)state;
  static const char *const files[] = {
      HEAD "markers:\n  fine:\n    weight: 0\n    find: |\n      fine\n"
           "signals:\n  good:\n    weight: 1\n    find: |\n      good\n"
           "rules:\n  bad:\n    severity: suggestion\n" SAID
           "    weight: 0\n    find: |\n      bad\n",
      "language: de\ngroup: prima\n"
      "signals:\n  prima:\n    weight: 1\n    find: |\n      prima\n",
  };
  struct lab lab;
  lab_rules_of(&lab, files, 2);
  lab_lint_with(&lab, COURTESY_TEXT, "Good, fine, prima, bad.",
                &(struct courtesy_facts){.language = "en"});
  assert_int_equal(courtesy_session_score_part_count(lab.session), 1);
  assert_string_equal(courtesy_session_score_part(lab.session, 0)->id, "good");
  lab_close(&lab);
}

struct steps {
  char text[512];
};

static void note_step(void *context, const struct courtesy_trace *step) {
  static const char *const names[] = {"matched",   "vetoed", "quoted",
                                      "condition", "merged", "found"};
  struct steps *steps = context;
  strcat(steps->text, names[step->step]);
  strcat(steps->text, " ");
}

static void the_trace_tells_what_became_of_matches(void **state) {
  (void)state;
  struct steps steps = {""};
  struct lab lab;
  lab_rules(&lab, HEAD
            "rules:\n  told:\n    severity: warning\n" SAID
            "    find: |\n      I told you\n    except: |\n      at lunch\n");
  courtesy_session_set_trace(lab.session, note_step, &steps);
  lab_lint(&lab, COURTESY_TEXT, "I told you. I told you at lunch.");
  assert_string_equal(steps.text, "matched matched vetoed found ");
  steps.text[0] = '\0';
  lab_lint(&lab, COURTESY_TEXT, "He wrote \"I told you\".");
  assert_string_equal(steps.text, "matched quoted ");
  lab_close(&lab);
}

static void the_trace_says_why_a_rule_is_silent(void **state) {
  (void)state;
  struct steps steps = {""};
  struct lab lab;
  lab_rules(&lab, form_rules);
  courtesy_session_set_trace(lab.session, note_step, &steps);
  lab_lint_with(&lab, COURTESY_DRAFT, "The keys are here.\nRegards",
                &(struct courtesy_facts){.reply = COURTESY_YES});
  assert_string_equal(steps.text, "matched condition found ");
  lab_close(&lab);
}

static void the_trace_says_so_of_no_match_that_a_veto_silenced(void **state) {
  (void)state;
  struct steps steps = {""};
  struct lab lab;
  lab_rules(&lab, HEAD
            "rules:\n  told:\n    severity: warning\n" SAID
            "    find: |\n      I told you\n    except: |\n      at lunch\n"
            "    when: {reply: yes}\n");
  courtesy_session_set_trace(lab.session, note_step, &steps);
  lab_lint_with(&lab, COURTESY_DRAFT,
                "I told you. I told you at lunch. I told you.",
                &(struct courtesy_facts){.reply = COURTESY_NO});
  assert_string_equal(steps.text,
                      "matched matched vetoed matched condition condition ");
  lab_close(&lab);
}

static void the_trace_says_that_without_is_near(void **state) {
  (void)state;
  struct steps steps = {""};
  struct lab lab;
  lab_rules(&lab, each_rules);
  courtesy_session_set_trace(lab.session, note_step, &steps);
  lab_lint(&lab, COURTESY_TEXT, "Please send me two.");
  assert_string_equal(steps.text, "matched matched condition found found ");
  lab_close(&lab);
}

static void the_trace_tells_of_others_subjects(void **state) {
  (void)state;
  struct steps steps = {""};
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n  told:\n    severity: warning\n" SAID
                       "    find: |\n      I told you\n");
  courtesy_session_set_trace(lab.session, note_step, &steps);
  lab_lint(&lab, COURTESY_MAIL, "Subject: Re: I told you\n\nHi.\n");
  assert_string_equal(steps.text, "matched condition ");
  assert_string_equal(lab_findings(&lab), "");
  lab_lint(&lab, COURTESY_MAIL, "Subject: Fwd: I told you\n\nHi.\n");
  assert_string_equal(lab_findings(&lab), "");
  lab_lint(&lab, COURTESY_MAIL, "Subject: I told you\n\nHi.\n");
  assert_string_equal(lab_findings(&lab), "told@1:10+10");
  lab_close(&lab);
}

static void a_sentence_cut_for_the_regexes_is_told_once(void **state) {
  (void)state;
  static char text[12000];
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n  two:\n    severity: warning\n" SAID
                       "    regex: |\n      x+y\n      y+x\n");
  memset(text, 'a', sizeof text - 1);
  for (size_t i = 7; i < sizeof text; i += 8) {
    text[i] = ' ';
  }
  text[sizeof text - 1] = '\0';
  lab_lint(&lab, COURTESY_TEXT, text);
  assert_int_equal(courtesy_session_problem_count(lab.session), 1);
  assert_string_equal(courtesy_session_problem(lab.session, 0)->code,
                      "sentence-cut");
  lab_close(&lab);
}

static void a_regex_that_gives_up_is_told(void **state) {
  (void)state;
  static char text[6000];
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n  dear:\n    severity: warning\n" SAID
                       "    regex: |\n"
                       "      (?:(a)|b)*(?:(a)|b)*(?:(a)|b)*c|d\n");
  memset(text, 'a', sizeof text - 1);
  memcpy(text, "Hi.\n\n", 5);
  lab_lint(&lab, COURTESY_TEXT, text);
  assert_string_equal(lab_findings(&lab), "");
  assert_int_equal(courtesy_session_problem_count(lab.session), 1);
  const struct courtesy_problem *problem =
      courtesy_session_problem(lab.session, 0);
  assert_string_equal(problem->code, "regex-limit");
  assert_string_equal(problem->message,
                      "a regex of rule dear gave up on the sentence in line 3");
  assert_int_equal(problem->offset, 5);
  lab_close(&lab);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finding_has_place_text_and_advice),
      cmocka_unit_test(a_message_quotes_a_line_at_most),
      cmocka_unit_test(a_message_quotes_no_commas_at_the_edges),
      cmocka_unit_test(columns_count_code_points_and_offsets_bytes),
      cmocka_unit_test(control_characters_are_blanks),
      cmocka_unit_test(a_quotation_mark_goes_with_its_partner),
      cmocka_unit_test(overlapping_findings_of_a_group_become_one),
      cmocka_unit_test(of_equal_ones_the_earlier_wins),
      cmocka_unit_test(a_chain_of_overlaps_is_cut),
      cmocka_unit_test(the_more_severe_wins_over_the_longer),
      cmocka_unit_test(each_stands_on_every_a_without_b),
      cmocka_unit_test(what_leads_to_a_list_is_near_its_items),
      cmocka_unit_test(a_list_may_stand_right_below_a_greeting),
      cmocka_unit_test(each_in_the_message_stands_on_the_first_a),
      cmocka_unit_test(each_in_a_paragraph_stands_on_the_first_a_of_each),
      cmocka_unit_test(the_first_a_may_stand_in_others_words),
      cmocka_unit_test(the_first_a_may_stand_in_the_subject),
      cmocka_unit_test(missing_forms_stand_where_they_belong),
      cmocka_unit_test(what_a_subject_lacks_stands_in_it),
      cmocka_unit_test(greeting_and_closing_become_zones),
      cmocka_unit_test(a_sign_off_above_a_job_title_is_a_farewell),
      cmocka_unit_test(greeting_and_closing_may_share_lines_with_the_body),
      cmocka_unit_test(a_closing_goes_on_with_its_paragraph),
      cmocka_unit_test(conditions_ask_facts_and_never_guess),
      cmocka_unit_test(a_range_of_times_may_reach_over_midnight),
      cmocka_unit_test(recipients_are_counted_where_they_are_known),
      cmocka_unit_test(rules_speak_where_the_message_may_be_in_their_language),
      cmocka_unit_test(nothing_is_missing_in_a_language_that_is_not_certain),
      cmocka_unit_test(a_language_is_known_by_its_tag),
      cmocka_unit_test(rules_of_no_use_for_a_language_are_a_problem),
      cmocka_unit_test(rules_of_several_languages_are_not_all_named),
      cmocka_unit_test(rules_for_no_language_do_not_speak_one),
      cmocka_unit_test(a_condition_holds_for_the_kinds_of_a_language),
      cmocka_unit_test(loose_text_is_no_whole_message),
      cmocka_unit_test(loose_text_greets_first_and_closes_last),
      cmocka_unit_test(counting_rules_stand_on_the_nth_match),
      cmocka_unit_test(rules_look_at_own_words_unless_told),
      cmocka_unit_test(a_match_that_is_wrapped_reads_as_one_line),
      cmocka_unit_test(a_given_subject_has_places_of_its_own),
      cmocka_unit_test(the_score_counts_weights_twice_at_most),
      cmocka_unit_test(the_score_has_parts_that_count),
      cmocka_unit_test(the_trace_tells_what_became_of_matches),
      cmocka_unit_test(the_trace_says_why_a_rule_is_silent),
      cmocka_unit_test(the_trace_says_so_of_no_match_that_a_veto_silenced),
      cmocka_unit_test(the_trace_says_that_without_is_near),
      cmocka_unit_test(the_trace_tells_of_others_subjects),
      cmocka_unit_test(a_sentence_cut_for_the_regexes_is_told_once),
      cmocka_unit_test(a_regex_that_gives_up_is_told),
  };
  return cmocka_run_group_tests_name("session", tests, NULL, NULL);
}
