/* SPDX-License-Identifier: MIT */
/* What a program may put in the place of a finding. */
#include "lab.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define SAID                                                                   \
  "    severity: suggestion\n    message: m\n    why: w\n    instead: i\n"
#define HEAD "language: en\ngroup: test\n"

static const char bare_rules[] = HEAD
    "lists:\n  asking-words: [send, bring]\n"
    "rules:\n  bare:\n" SAID "    find: |\n      ^ send me\n      ^ I need\n"
    "      ^ <Name> send (me|sister's)\n"
    "    replace: please {text}\n    safe: yes\n";

static const char loud_rules[] =
    HEAD "lists:\n  capital-words: [Monday, English]\n"
         "rules:\n  loud:\n" SAID "    find: |\n      all (I|we) ** ** **\n"
         "    replace: '{lower}'\n";

static const char greeting_rules[] =
    HEAD "lists:\n  titles: [Dr, Ms]\n"
         "markers:\n  greeting:\n    find: |\n      hello\n"
         "rules:\n  none:\n" SAID "    missing: greeting\n    at: opening\n"
         "    replace: \"Hi {recipient},\\n\\n\"\n";

static const struct courtesy_edit *edit(const struct lab *lab, size_t finding) {
  const struct courtesy_finding *found =
      courtesy_session_finding(lab->session, finding);
  assert_non_null(found);
  return found->edit_count == 0 ? NULL : &found->edits[0];
}

static void edits_take_over_the_case(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, bare_rules);
  lab_lint(&lab, COURTESY_TEXT, "Send me it. I need it. send me it.");
  assert_true(edit(&lab, 0)->safe);
  assert_int_equal(edit(&lab, 0)->offset, 0);
  assert_int_equal(edit(&lab, 0)->length, 7);
  assert_string_equal(edit(&lab, 0)->insert, "Please send me");
  assert_string_equal(edit(&lab, 1)->insert, "Please I need");
  assert_string_equal(edit(&lab, 2)->insert, "please send me");
  lab_close(&lab);
}

static void edits_leave_a_name_its_capital(void **state) {
  (void)state;
  struct lab lab;
  const struct courtesy_facts facts = {.to = "Jiří Novák <jn@acme.example>",
                                       .language = "en"};
  lab_rules(&lab, bare_rules);
  lab_lint_with(&lab, COURTESY_TEXT, "Jiří send me it.", &facts);
  assert_string_equal(edit(&lab, 0)->insert, "Please Jiří send me");
  lab_lint_with(&lab, COURTESY_TEXT, "Jiří send sister’s list.", &facts);
  assert_string_equal(edit(&lab, 0)->insert, "Please Jiří send sister’s");
  lab_close(&lab);
}

static const char choosy_rules[] =
    HEAD "lists:\n  asking-words: [send, bring]\n  other-words: [just]\n"
         "rules:\n  bare:\n" SAID
         "    find: |\n      ^ [so|<Capital> ,|just] send me\n"
         "      ^ I need [the] send\n      ^ re-send me\n"
         "    replace: please {text}\n"
         "    replace-at: [asking-words, other-words]\n";

static void edits_may_wait_for_certain_words(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, choosy_rules);
  lab_lint(&lab, COURTESY_TEXT, "Send me it. I need the send list.");
  assert_string_equal(edit(&lab, 0)->insert, "Please send me");
  assert_null(edit(&lab, 1));
  lab_lint(&lab, COURTESY_TEXT, "Just send me it. Re-send me it.");
  assert_string_equal(edit(&lab, 0)->insert, "Please just send me");
  assert_null(edit(&lab, 1));
  lab_close(&lab);
}

/* What leads to an order keeps its place before it. */
static void edits_may_begin_at_the_second_word(void **state) {
  (void)state;
  static const char text[] = "“Ana, send me it. So send\r\nme both.";
  struct lab lab;
  lab_rules(&lab, choosy_rules);
  lab_lint(&lab, COURTESY_TEXT, text);
  assert_string_equal(edit(&lab, 0)->insert, "please send me");
  assert_int_equal(edit(&lab, 0)->offset, strstr(text, "send me") - text);
  assert_int_equal(edit(&lab, 0)->length, strlen("send me"));
  assert_string_equal(edit(&lab, 1)->insert, "please send\r\nme");
  lab_close(&lab);
}

/* Within a sentence a capital that a word has anyway is not taken over. */
static void edits_take_over_no_capitals_of_shouted_words(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, choosy_rules);
  lab_lint(&lab, COURTESY_TEXT, "Ana, SEND me it. Ana, Send me it.");
  assert_string_equal(edit(&lab, 0)->insert, "please SEND me");
  assert_string_equal(edit(&lab, 1)->insert, "Please send me");
  lab_lint(&lab, COURTESY_TEXT, "SEND me it. Just SEND me both.");
  assert_string_equal(edit(&lab, 0)->insert, "Please SEND me");
  assert_string_equal(edit(&lab, 1)->insert, "Please just SEND me");
  lab_close(&lab);
}

static void edits_shout_where_all_words_do(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, choosy_rules);
  lab_lint(&lab, COURTESY_TEXT, "ANA, SEND ME THE TEA. SEND ME IT.");
  assert_string_equal(edit(&lab, 0)->insert, "PLEASE SEND ME");
  assert_string_equal(edit(&lab, 1)->insert, "PLEASE SEND ME");
  lab_close(&lab);
}

/* What is not changed stays as the author wrote it. */
static void lines_end_where_they_ended(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, bare_rules);
  lab_lint(&lab, COURTESY_TEXT, "Send\nme it. Send  \r\n  me it.");
  assert_string_equal(edit(&lab, 0)->insert, "Please send\nme");
  assert_string_equal(edit(&lab, 1)->insert, "Please send  \r\n  me");
  lab_lint(&lab, COURTESY_TEXT, "> Send\n> me it.");
  assert_string_equal(edit(&lab, 0)->insert, "Please send\n> me");
  lab_close(&lab);
}

static void what_a_c_string_cannot_hold_is_not_edited(void **state) {
  (void)state;
  static const char text[] = "Send\0me it.";
  struct lab lab;
  lab_rules(&lab, bare_rules);
  courtesy_message_destroy(lab.message);
  assert_int_equal(courtesy_message_create(COURTESY_TEXT, text, sizeof text - 1,
                                           NULL, &lab.message),
                   COURTESY_OK);
  assert_int_equal(courtesy_session_lint(lab.session, lab.message),
                   COURTESY_OK);
  assert_null(edit(&lab, 0));
  lab_close(&lab);
}

static void edits_lower_what_was_shouted(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, loud_rules);
  lab_lint(&lab, COURTESY_TEXT, "ALL I NEED IS TEA. So, ALL I NEED IS TEA.");
  assert_string_equal(edit(&lab, 0)->insert, "All I need is tea");
  assert_string_equal(edit(&lab, 1)->insert, "all I need is tea");
  lab_lint(&lab, COURTESY_TEXT, "So ALL I NEED\r\n\tIS TEA. ALL I’M.");
  assert_string_equal(edit(&lab, 0)->insert, "all I need\r\n\tis tea");
  assert_string_equal(edit(&lab, 1)->insert, "All I’m");
  lab_close(&lab);
}

static void a_bullet_begins_no_sentence(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, loud_rules);
  lab_lint(&lab, COURTESY_TEXT, "- ALL WE NEED IS TEA\n\n“ALL WE DO");
  assert_string_equal(edit(&lab, 0)->insert, "All we need is tea");
  assert_string_equal(edit(&lab, 1)->insert, "All we do");
  lab_close(&lab);
}

static void names_keep_their_capital_when_lowered(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, loud_rules);
  lab_lint_with(&lab, COURTESY_TEXT,
                "ALL WE WANT ON MONDAY, TOM, IS ENGLISH TEA FOR ANA.",
                &(struct courtesy_facts){.to = "Ana Lima <tom@acme.example>",
                                         .language = "en"});
  /* Tom is an address here, and might be any word */
  assert_string_equal(edit(&lab, 0)->insert,
                      "All we want on Monday, tom, is English tea for Ana");
  lab_close(&lab);
}

static void names_end_at_marks(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "lists:\n  capital-words: [Monday, June, July]\n"
                       "rules:\n  loud:\n" SAID "    regex: |\n      we.*tea\n"
                       "    words: [we]\n    replace: '{lower}'\n");
  lab_lint(&lab, COURTESY_TEXT,
           "WE MEET (MONDAY) FOR JUNE-JULY OR \"JULY/JUNE\" TEA.");
  assert_string_equal(edit(&lab, 0)->insert,
                      "We meet (Monday) for June-July or \"July/June\" tea");
  lab_close(&lab);
}

static void short_forms_stay_when_lowered(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, loud_rules);
  lab_lint(&lab, COURTESY_TEXT, "ALL WE GOT WAS HR’S PDF IN Q3.");
  assert_string_equal(edit(&lab, 0)->insert, "All we got was HR’s PDF in Q3");
  lab_lint(&lab, COURTESY_TEXT, "ALL WE READ IN PART IV, 5TH PAGE.");
  assert_string_equal(edit(&lab, 0)->insert,
                      "All we read in part IV, 5th page");
  lab_close(&lab);
}

/* ⱥ takes three bytes, Ⱥ two; nothing else may stand where it goes. */
static void small_letters_may_be_longer(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, HEAD "rules:\n  loud:\n" SAID "    find: |\n      oh *\n"
                       "    replace: '{text} {lower}'\n");
  lab_lint(&lab, COURTESY_TEXT, "OH ȺȺȺȺȺȺȺȺȺȺȺȺȺȺȺȺȺȺȺȺ.");
  assert_string_equal(edit(&lab, 0)->insert,
                      "OH ȺȺȺȺȺȺȺȺȺȺȺȺȺȺȺȺȺȺȺȺ Oh ⱥⱥⱥⱥⱥⱥⱥⱥⱥⱥⱥⱥⱥⱥⱥⱥⱥⱥⱥⱥ");
  lab_close(&lab);
}

/* ------------------------------------------------------------ who is greeted */

static const struct courtesy_edit *greeting(struct lab *lab, const char *to,
                                            const char *text) {
  lab_lint_with(lab, COURTESY_DRAFT, text,
                &(struct courtesy_facts){.to = to, .language = "en"});
  return edit(lab, 0);
}

static void a_missing_greeting_brings_the_recipients_name(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, greeting_rules);
  const struct courtesy_edit *known =
      greeting(&lab, "Ana Lima <al@acme.example>", "The tea is ready.");
  assert_string_equal(known->insert, "Hi Ana,\n\n");
  assert_int_equal(known->length, 0);
  known = greeting(&lab, "Ana Lima <al@acme.example>",
                   "The tea is ready.\r\nTom\r\n");
  assert_string_equal(known->insert, "Hi Ana,\r\n\r\n");
  known = greeting(&lab, "Jiří Novák <jn@acme.example>", "The tea is ready.");
  assert_string_equal(known->insert, "Hi Jiří,\n\n");
  assert_null(greeting(&lab, "al@acme.example", "The tea is ready."));
  lab_close(&lab);
}

static void a_title_is_no_name(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, greeting_rules);
  assert_null(greeting(&lab, "Ms Lima <al@acme.example>", "The tea is ready."));
  assert_null(
      greeting(&lab, "Dr Ana Lima <al@acme.example>", "The tea is ready."));
  lab_close(&lab);
}

/* A draft with a header in Latin-1. */
static void a_damaged_name_is_left_out(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, greeting_rules);
  lab_lint_with(&lab, COURTESY_DRAFT,
                "To: J\xfcrgen Roth <jr@acme.example>\n\nThe tea is ready.\n",
                &(struct courtesy_facts){.language = "en"});
  assert_null(edit(&lab, 0));
  lab_close(&lab);
}

/* A part may be in any charset and encoding. */
static void mails_are_given_ascii_only(void **state) {
  (void)state;
  static const char rest[] = " <z@acme.example>\nContent-Type: text/plain; "
                             "charset=iso-8859-1\n\nThe tea is ready.\n";
  char mail[256] = "From: tom@acme.example\nTo: Zoe Lima";
  const struct courtesy_facts facts = {.language = "en"};
  struct lab lab;
  lab_rules(&lab, greeting_rules);
  strcat(mail, rest);
  lab_lint_with(&lab, COURTESY_MAIL, mail, &facts);
  assert_string_equal(edit(&lab, 0)->insert, "Hi Zoe,\n\n");
  strcpy(mail, "From: tom@acme.example\nTo: =?utf-8?q?Zo=C3=AB?= Lima");
  strcat(mail, rest);
  lab_lint_with(&lab, COURTESY_MAIL, mail, &facts);
  assert_null(edit(&lab, 0));
  lab_close(&lab);
}

static void html_has_no_lines_to_break(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, greeting_rules);
  lab_lint_with(&lab, COURTESY_DRAFT, "<p>The tea is ready.</p>",
                &(struct courtesy_facts){.to = "Ana Lima <al@acme.example>",
                                         .markup = COURTESY_MARKUP_HTML,
                                         .language = "en"});
  assert_null(edit(&lab, 0));
  lab_lint_with(&lab, COURTESY_MAIL,
                "To: Ana Lima <al@acme.example>\nContent-Type: TEXT/HTML\n\n"
                "<p>The tea is ready.</p>",
                &(struct courtesy_facts){.language = "en"});
  assert_null(edit(&lab, 0));
  lab_close(&lab);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(edits_take_over_the_case),
      cmocka_unit_test(edits_leave_a_name_its_capital),
      cmocka_unit_test(edits_may_wait_for_certain_words),
      cmocka_unit_test(edits_may_begin_at_the_second_word),
      cmocka_unit_test(edits_take_over_no_capitals_of_shouted_words),
      cmocka_unit_test(edits_shout_where_all_words_do),
      cmocka_unit_test(lines_end_where_they_ended),
      cmocka_unit_test(what_a_c_string_cannot_hold_is_not_edited),
      cmocka_unit_test(edits_lower_what_was_shouted),
      cmocka_unit_test(a_bullet_begins_no_sentence),
      cmocka_unit_test(names_keep_their_capital_when_lowered),
      cmocka_unit_test(names_end_at_marks),
      cmocka_unit_test(short_forms_stay_when_lowered),
      cmocka_unit_test(small_letters_may_be_longer),
      cmocka_unit_test(a_missing_greeting_brings_the_recipients_name),
      cmocka_unit_test(a_title_is_no_name),
      cmocka_unit_test(a_damaged_name_is_left_out),
      cmocka_unit_test(mails_are_given_ascii_only),
      cmocka_unit_test(html_has_no_lines_to_break),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
