/* SPDX-License-Identifier: MIT */
#include "match/condition.h"

#include "base/language_tag.h"
#include "mail/age.h"
#include "mail/language.h"
#include "mail/people.h"

#include <string.h>

static struct match_fact number_fact(bool known, double number) {
  return (struct match_fact){.known = known, .number = number};
}

static struct match_fact word_fact(const char *word) {
  return (struct match_fact){.known = word != NULL, .word = word};
}

static struct match_fact answer_fact(enum courtesy_answer answer) {
  return word_fact(answer == COURTESY_UNKNOWN ? NULL
                   : answer == COURTESY_YES   ? "yes"
                                              : "no");
}

static struct match_fact find_fact(enum courtesy_fact subject,
                                   const struct match_facts *known) {
  const struct courtesy_message *message = known->message;
  const struct courtesy_facts *facts = &message->facts;
  switch (subject) {
  case COURTESY_FACT_KIND:
    return word_fact(courtesy_kind_name(message->kind));
  case COURTESY_FACT_WORDS:
    return number_fact(true, (double)known->words);
  case COURTESY_FACT_RECIPIENTS: {
    size_t count;
    bool is_known = mail_recipients_count(facts, &count);
    return number_fact(is_known, (double)count);
  }
  case COURTESY_FACT_ATTACHMENTS:
    return number_fact(facts->attachments_known,
                       (double)facts->attachment_count);
  case COURTESY_FACT_LANGUAGE:
    return word_fact(facts->language);
  case COURTESY_FACT_TIME: {
    int minutes = mail_minutes_of(facts);
    return number_fact(minutes >= 0, minutes);
  }
  case COURTESY_FACT_REPLY:
    return answer_fact(facts->reply);
  case COURTESY_FACT_AUTOMATIC:
    return answer_fact(facts->automatic);
  case COURTESY_FACT_QUOTE_AGE: {
    long days = mail_quote_age(message);
    return number_fact(days >= 0, (double)days);
  }
  case COURTESY_FACT_GREETS:
    return word_fact(known->greets(known->context));
  case COURTESY_FACT_LINKS:
    return number_fact(message->links >= 0, (double)message->links);
  case COURTESY_FACT_AUDIENCE:
    return word_fact(mail_audience_of(facts));
  }
  return (struct match_fact){0};
}

static const struct match_fact *fact_of(enum courtesy_fact subject,
                                        struct match_facts *known) {
  struct match_fact *fact = &known->told[subject];
  if ((known->asked >> subject & 1) == 0) {
    known->asked |= UINT32_C(1) << subject;
    *fact = find_fact(subject, known);
  }
  return fact;
}

static bool number_holds(const struct courtesy_condition *condition,
                         double number) {
  bool wraps = condition->low > condition->high;
  bool above = number >= condition->low;
  bool below = number <= condition->high;
  return wraps ? above || below : above && below;
}

static bool word_holds(const struct courtesy_condition *condition,
                       const char *word) {
  for (size_t i = 0; i < condition->word_count; i++) {
    const char *wanted = condition->words[i];
    if (condition->fact == COURTESY_FACT_LANGUAGE
            ? base_language_is_within(word, wanted)
            : *word == *wanted && strcmp(word, wanted) == 0) {
      return true;
    }
  }
  return false;
}

static bool holds(const struct courtesy_condition *condition,
                  struct match_facts *facts) {
  const struct match_fact *fact = fact_of(condition->fact, facts);
  if (!fact->known) {
    return false;
  }
  return fact->word == NULL ? number_holds(condition, fact->number)
                            : word_holds(condition, fact->word);
}

bool match_conditions_all(const struct rules_conditions *conditions,
                          struct match_facts *facts) {
  for (size_t i = 0; i < conditions->count; i++) {
    if (!holds(&conditions->items[i], facts)) {
      return false;
    }
  }
  return true;
}

bool match_conditions_any(const struct rules_conditions *conditions,
                          struct match_facts *facts) {
  for (size_t i = 0; i < conditions->count; i++) {
    if (holds(&conditions->items[i], facts)) {
      return true;
    }
  }
  return false;
}

static bool is_language_known(const struct courtesy_message *message) {
  const char *known = message->facts.language;
  return known != NULL && *known != '\0' &&
         !base_language_is_undetermined(known);
}

/* What little is known of a language that is not: its script, or that it is
 * one of a few. */
static bool may_be_in(const struct courtesy_message *message,
                      const char *language) {
  const char *script = message->facts.language;
  return script != NULL ? base_language_may_be(script, language)
                        : message->among == 0 ||
                              mail_language_is_among(message->among, language);
}

bool match_language_fits(const char *language,
                         const struct courtesy_message *message) {
  if (*language == '\0' || base_language_is_none(language)) {
    return true;
  }
  return is_language_known(message)
             ? base_language_is_same(message->facts.language, language)
             : may_be_in(message, language);
}

bool match_language_is_open(const char *language,
                            const struct courtesy_message *message) {
  if (is_language_known(message) || !mail_language_is_told(language)) {
    return false;
  }
  return message->answered == NULL ||
         !base_language_is_same(message->answered, language);
}
