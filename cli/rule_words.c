/* SPDX-License-Identifier: MIT */
#include "rule_words.h"

#include <float.h>
#include <string.h>

/* "a, b and c": what stands before the number `i` of `count`. */
static const char *before(size_t i, size_t count, const char *last) {
  return i == 0 ? "" : i + 1 < count ? ", " : last;
}

/* ------------------------------------------------------------ conditions */

/* What a condition on words asks for, if it names `word`; in the words that
 * go behind "only" or "not". */
static const struct named_case {
  enum courtesy_fact fact;
  const char *word;
  const char *told;
} named_cases[] = {
    {COURTESY_FACT_REPLY, "yes", "in answers"},
    {COURTESY_FACT_REPLY, "no", "in first messages"},
    {COURTESY_FACT_AUTOMATIC, "yes", "in what a program sends"},
    {COURTESY_FACT_AUTOMATIC, "no", "in what a person sends"},
    {COURTESY_FACT_GREETS, "recipient", "where the greeting names a recipient"},
    {COURTESY_FACT_GREETS, "stranger",
     "where the greeting names nobody who gets the message"},
    {COURTESY_FACT_KIND, "draft", "in drafts"},
    {COURTESY_FACT_KIND, "mail", "in mails"},
    {COURTESY_FACT_KIND, "template", "in templates"},
    {COURTESY_FACT_KIND, "text", "in loose text"},
    {COURTESY_FACT_AUDIENCE, "internal", "where all of it stays in the house"},
    {COURTESY_FACT_AUDIENCE, "external", "where somebody outside gets it"},
};

static void tell_word(struct cli_page *page, enum courtesy_fact fact,
                      const char *word) {
  for (size_t i = 0; i < sizeof named_cases / sizeof named_cases[0]; i++) {
    if (named_cases[i].fact == fact && strcmp(named_cases[i].word, word) == 0) {
      cli_page_add(page, named_cases[i].told);
      return;
    }
  }
  cli_page_format(page, "in messages of the language %s", word);
}

static void tell_clock(struct cli_page *page, double minutes) {
  int whole = (int)minutes;
  cli_page_format(page, "%d:%02d", whole / 60, whole % 60);
}

/* "25 or more", "at most 3", "2 to 5", "no". */
static void tell_range(struct cli_page *page,
                       const struct courtesy_condition *condition) {
  double low = condition->low;
  double high = condition->high;
  if (high == DBL_MAX) {
    cli_page_format(page, "%.0f or more", low);
  } else if (low == -DBL_MAX) {
    cli_page_format(page, "at most %.0f", high);
  } else if (low == high && low == 0) {
    cli_page_add(page, "no");
  } else if (low == high) {
    cli_page_format(page, "exactly %.0f", low);
  } else {
    cli_page_format(page, "%.0f to %.0f", low, high);
  }
}

/* What is said around the range of a number. */
static const char *const number_words[COURTESY_FACT_LINKS + 1][2] = {
    [COURTESY_FACT_WORDS] = {"in messages of ", " words"},
    [COURTESY_FACT_RECIPIENTS] = {"in messages to ", " recipients"},
    [COURTESY_FACT_ATTACHMENTS] = {"in messages with ", " attachments"},
    [COURTESY_FACT_QUOTE_AGE] = {"in answers to a mail that was written ",
                                 " working days before"},
    [COURTESY_FACT_LINKS] = {"in messages with ", " links in their markup"},
};

static void tell_number(struct cli_page *page,
                        const struct courtesy_condition *condition) {
  if (condition->fact == COURTESY_FACT_TIME) {
    cli_page_add(page, "in what is sent between ");
    tell_clock(page, condition->low);
    cli_page_add(page, " and ");
    tell_clock(page, condition->high);
    return;
  }
  const char *const *around = number_words[condition->fact];
  cli_page_add(page, around[0]);
  tell_range(page, condition);
  cli_page_add(page, around[1]);
}

static void tell_condition(struct cli_page *page,
                           const struct courtesy_condition *condition) {
  for (size_t i = 0; i < condition->word_count; i++) {
    cli_page_add(page, before(i, condition->word_count, " or "));
    tell_word(page, condition->fact, condition->words[i]);
  }
  if (condition->word_count == 0) {
    tell_number(page, condition);
  }
}

/* "only in drafts or in mails; not in answers" */
static void tell_conditions(struct cli_page *page,
                            const struct courtesy_rule_trigger *trigger) {
  const char *between = "";
  for (size_t i = 0; i < trigger->when_count; i++) {
    cli_page_format(page, "%sonly ", between);
    tell_condition(page, &trigger->when[i]);
    between = "; ";
  }
  for (size_t i = 0; i < trigger->unless_count; i++) {
    cli_page_format(page, "%snot ", between);
    tell_condition(page, &trigger->unless[i]);
    between = "; ";
  }
  cli_page_add(page, between[0] == '\0' ? "without conditions" : "");
}

static bool same_condition(const struct courtesy_condition *one,
                           const struct courtesy_condition *other) {
  bool same = one->fact == other->fact && one->low == other->low &&
              one->high == other->high && one->word_count == other->word_count;
  for (size_t i = 0; same && i < one->word_count; i++) {
    same = strcmp(one->words[i], other->words[i]) == 0;
  }
  return same;
}

bool cli_same_conditions(const struct courtesy_rule_trigger *one,
                         const struct courtesy_rule_trigger *other) {
  bool same = one->when_count == other->when_count &&
              one->unless_count == other->unless_count;
  for (size_t i = 0; same && i < one->when_count; i++) {
    same = same_condition(&one->when[i], &other->when[i]);
  }
  for (size_t i = 0; same && i < one->unless_count; i++) {
    same = same_condition(&one->unless[i], &other->unless[i]);
  }
  return same;
}

void cli_tell_conditions_in(struct cli_page *page, const char *profile,
                            const struct courtesy_rule_trigger *trigger) {
  cli_page_format(page, "In the profile %s instead: ", profile);
  tell_conditions(page, trigger);
  cli_page_add(page, ".");
  cli_page_item(page);
}

/* -------------------------------------------------------------- the form */

static const char *id_of(const struct courtesy_ruleset *ruleset,
                         const struct courtesy_rule *rule) {
  struct courtesy_rule_facts facts;
  courtesy_rule_describe(ruleset, rule, &facts);
  return facts.id;
}

static bool has_role(const struct courtesy_ruleset *ruleset,
                     const struct courtesy_rule *rule,
                     enum courtesy_phrase_role role) {
  struct courtesy_phrase phrase;
  bool has = false;
  for (size_t i = 0; courtesy_rule_phrase(ruleset, rule, i, &phrase); i++) {
    has = has || phrase.role == role;
  }
  return has;
}

/* "; none of them counts if the sentence holds one of the vetoes below" */
static void tell_phrases(struct cli_page *page,
                         const struct courtesy_ruleset *ruleset,
                         const struct courtesy_rule *rule) {
  bool phrases = has_role(ruleset, rule, COURTESY_PHRASE_FIND);
  bool regexes = has_role(ruleset, rule, COURTESY_PHRASE_REGEX);
  cli_page_format(page, "One of the %s at the end of this page.",
                  phrases && regexes ? "phrases and regular expressions"
                  : phrases          ? "phrases"
                                     : "regular expressions");
  cli_page_item(page);
  if (has_role(ruleset, rule, COURTESY_PHRASE_EXCEPT)) {
    cli_page_add(page, "Vetoes make it silent: words in the same sentence "
                       "that show a harmless sense.");
    cli_page_item(page);
  }
  if (has_role(ruleset, rule, COURTESY_PHRASE_EXCEPT_HERE)) {
    cli_page_add(page, "Vetoes of the place make it silent: words that "
                       "overlap what was found.");
    cli_page_item(page);
  }
}

static void tell_missing(struct cli_page *page,
                         const struct courtesy_ruleset *ruleset,
                         const struct courtesy_rule_trigger *trigger) {
  static const char *const places[] = {
      [COURTESY_AT_OPENING] = "at the opening of the message",
      [COURTESY_AT_CLOSING] = "at the end of the message",
      [COURTESY_AT_MESSAGE] = "anywhere in the author's own words",
      [COURTESY_AT_SUBJECT] = "in the subject, if there is a subject line",
  };
  cli_page_add(page, "Something that is not there: no ");
  cli_page_link(page, id_of(ruleset, trigger->subject));
  cli_page_format(page, " %s.", places[trigger->at]);
  cli_page_item(page);
}

static void tell_each(struct cli_page *page,
                      const struct courtesy_ruleset *ruleset,
                      const struct courtesy_rule *rule,
                      const struct courtesy_rule_trigger *trigger) {
  static const char *const ranges[] = {"sentence", "paragraph", "message"};
  bool every = trigger->within == COURTESY_WITHIN_SENTENCE;
  cli_page_add(page, every ? "Each " : "The first ");
  cli_page_link(page, id_of(ruleset, trigger->subject));
  if (!every) {
    cli_page_format(page, " of a %s", ranges[trigger->within]);
  }
  if (trigger->without_count > 0) {
    cli_page_format(page, ", if the %s holds no ", ranges[trigger->within]);
  }
  for (size_t i = 0; i < trigger->without_count; i++) {
    cli_page_add(page, before(i, trigger->without_count, " and no "));
    cli_page_link(page,
                  id_of(ruleset, courtesy_rule_without(ruleset, rule, i)));
  }
  cli_page_add(page, ".");
  cli_page_item(page);
}

/* ------------------------------------------------------- where, how many */

static void tell_counts(struct cli_page *page,
                        const struct courtesy_rule_trigger *trigger) {
  if (trigger->at_least > 1) {
    cli_page_format(page,
                    "Silent below %u in a message; then there is one finding, "
                    "on the number %u.",
                    trigger->at_least, trigger->at_least);
    cli_page_item(page);
  }
  if (trigger->share > 0) {
    cli_page_format(page,
                    "Silent where fewer than %.0f %% of the sentences hold "
                    "one; then there is one finding.",
                    trigger->share * 100);
    cli_page_item(page);
  }
}

/* The zones, unless they are the author's own words. */
static void tell_zones(struct cli_page *page,
                       const struct courtesy_rule_trigger *trigger) {
  enum {
    OWN = 1 << COURTESY_ZONE_SUBJECT | 1 << COURTESY_ZONE_GREETING |
          1 << COURTESY_ZONE_BODY | 1 << COURTESY_ZONE_CLOSING |
          1 << COURTESY_ZONE_BUTTON
  };
  const char *between = "Looks only here: ";
  for (int zone = 0; trigger->zones != OWN && zone < COURTESY_ZONE_COUNT;
       zone++) {
    if ((trigger->zones >> zone & 1U) != 0) {
      cli_page_format(page, "%s%s", between,
                      courtesy_zone_name((enum courtesy_zone)zone));
      between = ", ";
    }
  }
  if (between[0] == ',') {
    cli_page_add(page, ".");
    cli_page_item(page);
  }
  if (trigger->quoted) {
    cli_page_add(page, "Looks inside quotation marks too.");
    cli_page_item(page);
  }
}

static void tell_edit(struct cli_page *page,
                      const struct courtesy_rule_trigger *trigger) {
  if (trigger->replace == NULL) {
    return;
  }
  if (trigger->replace[0] == '\0') {
    cli_page_add(page, "The finding brings an edit: take it out");
  } else {
    cli_page_add(page, trigger->edits_some
                           ? "Some of the findings bring an edit: "
                           : "The finding brings an edit: ");
    cli_page_code(page, trigger->replace);
  }
  cli_page_add(page, trigger->safe ? ", safe to make unasked."
                                   : ", to be read before it is made.");
  cli_page_item(page);
}

void cli_tell_trigger(struct cli_page *page,
                      const struct courtesy_ruleset *ruleset,
                      const struct courtesy_rule *rule) {
  struct courtesy_rule_trigger trigger;
  courtesy_rule_describe_trigger(ruleset, rule, &trigger);
  if (trigger.form == COURTESY_FORM_FIND) {
    tell_phrases(page, ruleset, rule);
  } else if (trigger.form == COURTESY_FORM_MISSING) {
    tell_missing(page, ruleset, &trigger);
  } else {
    tell_each(page, ruleset, rule, &trigger);
  }
  tell_counts(page, &trigger);
  tell_zones(page, &trigger);
  if (trigger.when_count + trigger.unless_count > 0) {
    cli_page_add(page, "It speaks ");
    tell_conditions(page, &trigger);
    cli_page_add(page, ".");
    cli_page_item(page);
  }
  tell_edit(page, &trigger);
}
