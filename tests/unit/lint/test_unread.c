/* SPDX-License-Identifier: MIT */
/* Text in a language in which there is nothing to say: of its words only those
 * are read that tell greeting and closing, and the others for a host that asks.
 * It is told the same as one that traces, for which all are read at once. */
#include "lab.h"
#include "refusal.h"

#include "lint/session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char rules[] = "language: en\n"
                            "group: test\n"
                            "rules:\n"
                            "  late:\n"
                            "    severity: warning\n"
                            "    message: '“{text}”'\n"
                            "    why: 'A test.'\n"
                            "    instead: 'Try kinder words.'\n"
                            "    find: ['late']\n"
                            "markers:\n"
                            "  greeting:\n"
                            "    find: ['^^ hello <Name>']\n"
                            "  farewell:\n"
                            "    find: ['kind regards']\n";

static const char text[] =
    "Hello Ana Park :-)\n\n"
    "Суп готов, и его «хватит» всем. В столовой\nтепло.\n\n"
    "- хлеб\n- late соль\n\n"
    "Kind regards :-)\nTom\n";

static void lint(struct lab *lab, const char *message) {
  lab_lint_with(lab, COURTESY_DRAFT, message,
                &(struct courtesy_facts){.language = "ru",
                                         .to = "Ana Park <ana@acme.example>"});
}

static size_t tokens_read(const struct lab *lab) {
  return lab->session->view.document.tokens.count;
}

static void only_who_asks_has_words_read(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, rules);
  lint(&lab, text);
  assert_string_equal(lab_findings(&lab), "");
  assert_non_null(strstr(lab_zones(&lab), "greeting:0+18"));
  assert_non_null(strstr(lab_zones(&lab), "closing:"));
  assert_int_equal(courtesy_session_problem_count(lab.session), 1);
  assert_int_equal(tokens_read(&lab), 0);
  assert_true(courtesy_session_sentence_count(lab.session) > 4);
  assert_true(tokens_read(&lab) > 20);
  lab_close(&lab);
}

static void pass_over(void *context, const struct courtesy_trace *step) {
  (void)context;
  (void)step;
}

/* "zones / marks / whom it greets / sentence(words: token|token|)…" */
static const char *all_of(const struct lab *lab) {
  static char all[4096];
  size_t size = 0;
  struct courtesy_sentence sentence;
  struct courtesy_token token;
  const char *greets = courtesy_session_greets(lab->session);
  size += (size_t)snprintf(all, sizeof all, "%s / ", lab_zones(lab));
  size += (size_t)snprintf(all + size, sizeof all - size, "%s / %s / ",
                           lab_marks(lab), greets == NULL ? "" : greets);
  for (size_t i = 0; courtesy_session_sentence(lab->session, i, &sentence);
       i++) {
    size += (size_t)snprintf(all + size, sizeof all - size,
                             "%zu(%zu: ", sentence.span.offset, sentence.words);
    for (size_t k = 0; courtesy_session_token(lab->session, i, k, &token);
         k++) {
      size += (size_t)snprintf(all + size, sizeof all - size, "%.*s|",
                               (int)token.text_size, token.text);
    }
  }
  assert_true(size < sizeof all);
  return all;
}

static void it_is_as_if_all_had_been_read_at_once(void **state) {
  (void)state;
  struct lab waiting;
  struct lab tracing;
  lab_rules(&waiting, rules);
  lab_rules(&tracing, rules);
  courtesy_session_set_trace(tracing.session, pass_over, NULL);
  lint(&waiting, text);
  lint(&tracing, text);
  assert_int_equal(tokens_read(&waiting), 0);
  assert_true(tokens_read(&tracing) > 20);
  static char expected[4096];
  strcpy(expected, all_of(&tracing));
  assert_non_null(strstr(expected, "recipient"));
  assert_non_null(strstr(expected, "|столовой|"));
  assert_string_equal(all_of(&waiting), expected);
  lab_close(&waiting);
  lab_close(&tracing);
}

/* That no rule is in its language is only said of what holds words. */
static void what_may_hold_no_words_is_read(void **state) {
  (void)state;
  static const struct {
    const char *text;
    size_t problems;
  } samples[] = {
      {":-)\n", 0}, {"- :-) !\n", 0}, {"", 0}, {"12:30\n", 1}, {"Да.\n", 1},
  };
  struct lab lab;
  lab_rules(&lab, rules);
  for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
    lint(&lab, samples[i].text);
    assert_int_equal(courtesy_session_problem_count(lab.session),
                     samples[i].problems);
  }
  lab_close(&lab);
}

/* Without memory there are no sentences, until there is memory. */
static void who_asks_may_lack_memory(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, rules);
  lint(&lab, text);
  size_t refusals = 0;
  bool refused = true;
  for (; refused; refusals += refused) {
    refusal_after(refusals);
    size_t count = courtesy_session_sentence_count(lab.session);
    refused = refusal_end();
    assert_true(refused ? count == 0 : count > 4);
  }
  assert_true(refusals > 2);
  static char expected[4096];
  strcpy(expected, all_of(&lab));
  lint(&lab, text);
  assert_string_equal(all_of(&lab), expected);
  lab_close(&lab);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(only_who_asks_has_words_read),
      cmocka_unit_test(it_is_as_if_all_had_been_read_at_once),
      cmocka_unit_test(what_may_hold_no_words_is_read),
      cmocka_unit_test(who_asks_may_lack_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
