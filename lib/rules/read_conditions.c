/* SPDX-License-Identifier: MIT */
/*
 * `when: {kind: [draft, mail], words: ">= 25", time: "15:00-24:00"}`.
 */
#include "base/names.h"
#include "rules/read.h"

#include <float.h>
#include <string.h>

static const char *const greets_names[] = {"recipient", "stranger", NULL};
static const char *const audience_names[] = {"internal", "external", NULL};

static const char *const subject_names[] = {
    [COURTESY_FACT_KIND] = "kind",
    [COURTESY_FACT_WORDS] = "words",
    [COURTESY_FACT_RECIPIENTS] = "recipients",
    [COURTESY_FACT_ATTACHMENTS] = "attachments",
    [COURTESY_FACT_AUDIENCE] = "audience",
    [COURTESY_FACT_LANGUAGE] = "language",
    [COURTESY_FACT_TIME] = "time",
    [COURTESY_FACT_REPLY] = "reply",
    [COURTESY_FACT_AUTOMATIC] = "automatic",
    [COURTESY_FACT_QUOTE_AGE] = "quote-age",
    [COURTESY_FACT_GREETS] = "greets",
    [COURTESY_FACT_LINKS] = "links",
    [COURTESY_FACT_LINKS + 1] = NULL,
};

static const char *skip_blanks(const char *text) {
  while (*text == ' ') {
    text++;
  }
  return text;
}

/* Digits, at most nine; the place after them, or NULL. */
static const char *parse_count(const char *text, double *value) {
  const char *at = text;
  *value = 0;
  for (; *at >= '0' && *at <= '9' && at - text < 9; at++) {
    *value = *value * 10 + (*at - '0');
  }
  return at == text ? NULL : skip_blanks(at);
}

/* `>= 25`, `3`, `2-5`: counts are whole numbers, so `< 3` is `<= 2`. */
static bool parse_comparison(const char *text, double *low, double *high) {
  text = skip_blanks(text);
  char sign = strchr("<>=", *text) != NULL ? *text : '\0';
  text += sign != '\0' ? 1 : 0;
  bool or_equal = sign != '\0' && sign != '=' && *text == '=';
  text += or_equal ? 1 : 0;
  double number;
  text = parse_count(skip_blanks(text), &number);
  if (text == NULL) {
    return false;
  }
  *low = sign == '<' ? -DBL_MAX : number + (sign == '>' && !or_equal ? 1 : 0);
  *high = sign == '>' ? DBL_MAX : number - (sign == '<' && !or_equal ? 1 : 0);
  if (sign == '\0' && *text == '-') {
    text = parse_count(skip_blanks(text + 1), high);
  }
  return text != NULL && *text == '\0' && *low <= *high;
}

/* `15:00` as minutes since midnight. */
static const char *parse_clock(const char *text, double *minutes) {
  double hours;
  double rest;
  const char *at = parse_count(skip_blanks(text), &hours);
  if (at == NULL || *at != ':') {
    return NULL;
  }
  at = parse_count(at + 1, &rest);
  *minutes = hours * 60 + rest;
  return rest >= 60 || *minutes > 24 * 60 ? NULL : at;
}

/* `15:00-24:00`, also over midnight. */
static bool parse_time(const char *text, double *low, double *high) {
  const char *at = parse_clock(text, low);
  if (at == NULL || *at != '-') {
    return false;
  }
  at = parse_clock(at + 1, high);
  return at != NULL && *at == '\0';
}

static bool read_range(const struct rules_reading *reading,
                       const struct data_node *node,
                       struct courtesy_condition *condition) {
  bool is_time = condition->fact == COURTESY_FACT_TIME;
  bool known =
      node->kind == DATA_TEXT &&
      (is_time ? parse_time(node->text.bytes, &condition->low, &condition->high)
               : parse_comparison(node->text.bytes, &condition->low,
                                  &condition->high));
  if (!known && !node->damaged) {
    rules_wrong(reading, node->place,
                is_time
                    ? "`%s` needs a range of times, such as \"15:00-24:00\""
                    : "`%s` needs a comparison, such as \">= 25\", 0 or 2-5",
                node->key);
  }
  return known;
}

/* Without names all that are spelt as languages. */
static bool check_name(const struct rules_reading *reading,
                       const struct data_node *node, const char *const *known) {
  size_t ignored;
  const char *tag;
  return known != NULL ? rules_read_choice(reading, node, known, &ignored)
                       : rules_read_language(reading, node, &tag);
}

static bool check_names(const struct rules_reading *reading,
                        const struct data_node *node,
                        const char *const *known) {
  if (node->kind == DATA_TEXT) {
    return check_name(reading, node, known);
  }
  bool right = true;
  for (const struct data_node *item = node->first; item != NULL;
       item = item->next) {
    right = check_name(reading, item, known) && right;
  }
  if (node->first == NULL && !node->damaged) {
    rules_wrong(reading, node->place,
                "an empty list never holds: name what `%s` may be", node->key);
  }
  return right && node->first != NULL;
}

static bool read_names(const struct rules_reading *reading,
                       const struct data_node *node, const char *const *known,
                       struct courtesy_condition *condition) {
  condition->words = rules_read_names(reading, node, &condition->word_count);
  return condition->words != NULL && check_names(reading, node, known);
}

static bool read_answer(const struct rules_reading *reading,
                        const struct data_node *node,
                        struct courtesy_condition *condition) {
  bool yes;
  const char **names = base_arena_alloc(reading->arena, sizeof *names);
  if (names == NULL || !rules_read_yes_no(reading, node, &yes)) {
    return false;
  }
  names[0] = yes ? "yes" : "no";
  condition->words = names;
  condition->word_count = 1;
  return true;
}

static bool read_condition(const struct rules_reading *reading,
                           const struct data_node *node,
                           struct courtesy_condition *condition) {
  size_t number = rules_read_key(
      reading, node, subject_names, "no condition is called",
      "there are kind, words, recipients, attachments, audience, language, "
      "time, reply, automatic, quote-age, greets and links");
  if (subject_names[number] == NULL) {
    return false;
  }
  *condition = (struct courtesy_condition){.fact = (enum courtesy_fact)number};
  switch (condition->fact) {
  case COURTESY_FACT_KIND:
    return read_names(reading, node, base_kind_names, condition);
  case COURTESY_FACT_AUDIENCE:
    return read_names(reading, node, audience_names, condition);
  case COURTESY_FACT_GREETS:
    return read_names(reading, node, greets_names, condition);
  case COURTESY_FACT_LANGUAGE:
    return read_names(reading, node, NULL, condition);
  case COURTESY_FACT_REPLY:
  case COURTESY_FACT_AUTOMATIC:
    return read_answer(reading, node, condition);
  default:
    return read_range(reading, node, condition);
  }
}

void rules_read_conditions(const struct rules_reading *reading,
                           const struct data_node *node,
                           struct rules_conditions *conditions) {
  *conditions = (struct rules_conditions){NULL, 0};
  if (!rules_is_map(reading, node)) {
    return;
  }
  struct courtesy_condition *items =
      base_arena_alloc(reading->arena, node->count * sizeof *items);
  size_t count = 0;
  for (const struct data_node *child = node->first;
       items != NULL && child != NULL; child = child->next) {
    count += read_condition(reading, child, &items[count]) ? 1 : 0;
  }
  *conditions = (struct rules_conditions){items, count};
}
