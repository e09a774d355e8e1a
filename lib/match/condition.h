/* SPDX-License-Identifier: MIT */
/* `when` and `unless`: what must, or must not, be so of a message. */
#ifndef COURTESY_MATCH_CONDITION_H
#define COURTESY_MATCH_CONDITION_H

#include "mail/message.h"
#include "rules/ruleset.h"

#include <stdbool.h>
#include <stddef.h>

/* What is known of a message, beside what it knows itself. */
struct match_facts {
  const struct courtesy_message *message;
  size_t words; /* the author's own written words */
  /* "recipient" or "stranger"; NULL when unknown. Few conditions ask. */
  const char *(*greets)(const void *context);
  const void *context;
};

/* Whether all hold; one on an unknown fact does not. */
bool match_conditions_all(const struct rules_conditions *conditions,
                          const struct match_facts *facts);

/* Whether at least one holds; one on an unknown fact does not. */
bool match_conditions_any(const struct rules_conditions *conditions,
                          const struct match_facts *facts);

/* Whether a rule of this language may run on the message: it does on messages
 * of the language and on those of unknown language. */
bool match_language_fits(const char *language,
                         const struct courtesy_message *message);

/* Whether the message is known to be in that language, or nothing could tell:
 * what is missing can be said of no other message. */
bool match_language_is_certain(const char *language,
                               const struct courtesy_message *message);

#endif
