/* SPDX-License-Identifier: MIT */
/* Facts that no message can have. */
#include "picture.h"

static void assert_refused(const struct courtesy_facts *facts,
                           const char *member) {
  struct courtesy_message *message = NULL;
  assert_non_null(courtesy_facts_flaw(facts));
  assert_string_equal(courtesy_facts_flaw(facts), member);
  assert_int_equal(
      courtesy_message_create(COURTESY_DRAFT, "Hi", 2, facts, &message),
      COURTESY_INVALID_ARGUMENT);
  assert_null(message);
}

static void what_nobody_can_mean_is_refused(void **state) {
  (void)state;
  static const char *const names[] = {"plan.pdf", NULL};
  static const char *const domains[] = {"acme.example", "ana@acme.example"};
  const struct {
    struct courtesy_facts facts;
    const char *member;
  } cases[] = {
      {{.date = "yesterday"}, "date"},
      {{.now = ""}, "now"},
      {{.language = "German"}, "language"},
      {{.markup = (enum courtesy_markup)7}, "markup"},
      {{.reply = (enum courtesy_answer)77}, "reply"},
      {{.automatic = (enum courtesy_answer)3}, "automatic"},
      {{.attachments = names, .attachment_count = 2}, "attachments"},
      {{.attachment_count = 1}, "attachments"},
      {{.internal_domain_count = 1}, "internal_domains"},
      {{.internal_domains = domains, .internal_domain_count = 2},
       "internal_domains"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    assert_refused(&cases[i].facts, cases[i].member);
  }
}

static void what_a_host_may_know_is_taken(void **state) {
  (void)state;
  static const char *const dates[] = {"2026-05-04",
                                      "2026-05-04T16:30",
                                      "Mon, 4 May 2026 16:30:00 +0200",
                                      "4 May 2026",
                                      "16:30",
                                      "05/04/2026"};
  for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
    const struct courtesy_facts facts = {.date = dates[i], .now = dates[i]};
    assert_null(courtesy_facts_flaw(&facts));
  }
  const struct courtesy_facts nothing = {0};
  assert_null(courtesy_facts_flaw(&nothing));
}

static void there_are_four_kinds(void **state) {
  (void)state;
  struct courtesy_message *message = NULL;
  assert_int_equal(
      courtesy_message_create((enum courtesy_kind)99, "Hi", 2, NULL, &message),
      COURTESY_INVALID_ARGUMENT);
  assert_null(message);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_nobody_can_mean_is_refused),
      cmocka_unit_test(what_a_host_may_know_is_taken),
      cmocka_unit_test(there_are_four_kinds),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
