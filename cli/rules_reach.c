/* SPDX-License-Identifier: MIT */
/*
 * Phrases that can find nothing: texts are made that fit the phrase, and then
 * looked for with all rules in place.
 */
#include "rules_reach.h"

#include <string.h>

enum {
  VARIANTS = 32,      /* ways through a phrase; few have more */
  SAMPLE_SIZE = 1024, /* bytes */
};

/* What became of the rule's matches in one sample. */
struct watch {
  const char *rule;
  struct courtesy_phrase veto; /* the last that silenced one */
  size_t matched;
  size_t vetoed;
};

static void watch_step(void *context, const struct courtesy_trace *step) {
  struct watch *watch = context;
  if (strcmp(step->rule, watch->rule) != 0) {
    return;
  }
  watch->matched += step->step == COURTESY_TRACE_MATCHED;
  if (step->step == COURTESY_TRACE_VETOED) {
    watch->vetoed++;
    watch->veto = *step->phrase;
  }
}

/* The samples name a person, who is written to. */
static bool lint_sample(struct courtesy_session *session, const char *sample) {
  static const struct courtesy_facts facts = {.to = "Anna <anna@example.org>"};
  struct courtesy_message *message = NULL;
  bool linted = courtesy_message_create(COURTESY_TEXT, sample, strlen(sample),
                                        &facts, &message) == COURTESY_OK &&
                courtesy_session_lint(session, message) == COURTESY_OK;
  courtesy_message_destroy(message);
  return linted;
}

struct cli_reach cli_reach_of(const struct courtesy_ruleset *ruleset,
                              struct courtesy_session *session,
                              const struct courtesy_rule *rule, size_t phrase) {
  char sample[SAMPLE_SIZE];
  struct courtesy_rule_facts facts;
  courtesy_rule_describe(ruleset, rule, &facts);
  struct watch watch = {.rule = facts.id};
  struct cli_reach reach = {.found = false};
  bool tried = false;
  courtesy_session_set_trace(session, watch_step, &watch);
  for (unsigned variant = 0; variant < VARIANTS && !reach.found; variant++) {
    if (!courtesy_rule_sample(ruleset, rule, phrase, variant, sample,
                              sizeof sample)) {
      continue;
    }
    tried = true;
    watch.matched = watch.vetoed = 0;
    reach.found = !lint_sample(session, sample) || watch.matched > watch.vetoed;
  }
  courtesy_session_set_trace(session, NULL, NULL);
  reach.found |= !tried;
  reach.veto = watch.veto;
  return reach;
}
