/* SPDX-License-Identifier: MIT */
/* `when` and `unless`: what must, or must not, be so of a message. */
#ifndef COURTESY_MATCH_CONDITION_H
#define COURTESY_MATCH_CONDITION_H

#include "mail/message.h"
#include "rules/ruleset.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is known of one subject: a number, a word, or nothing. */
struct match_fact {
  bool known;
  double number;
  const char *word; /* NULL for a number */
};

enum { MATCH_FACTS = COURTESY_FACT_LINKS + 1 };

/* What conditions ask about a message, beside what it knows itself. An answer
 * is kept, since many rules may ask the same and some take long to find. */
struct match_facts {
  const struct courtesy_message *message;
  size_t words; /* the author's own written words */
  /* "recipient" or "stranger"; NULL when unknown. */
  const char *(*greets)(const void *context);
  const void *context;
  uint32_t asked; /* a bit for each enum courtesy_fact; 0 at first */
  struct match_fact told[MATCH_FACTS];
};

/* Whether all hold; one on an unknown fact does not. */
bool match_conditions_all(const struct rules_conditions *conditions,
                          struct match_facts *facts);

/* Whether at least one holds; one on an unknown fact does not. */
bool match_conditions_any(const struct rules_conditions *conditions,
                          struct match_facts *facts);

/* Whether a rule of this language may run on the message: it does on messages
 * of the language and on those that may be in it. */
bool match_language_fits(const char *language,
                         const struct courtesy_message *message);

/* Whether nobody knows if the message is in this language: it is one that can
 * be told by its words, but the message's words spoke for none, and the mail
 * that it answers is not in this one. Of such a message no rule may say that
 * something, such as a greeting, is missing. */
bool match_language_is_open(const char *language,
                            const struct courtesy_message *message);

#endif
