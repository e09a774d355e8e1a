/* SPDX-License-Identifier: MIT */
#include "rules/keys.h"

#include "base/names.h"

#include <string.h>

/* What a text fills in, and how that is said. */
struct fillings {
  const char *const *slots; /* NULL-terminated */
  const char *said;
};

static const char *const message_slots[] = {"{text}", NULL};
static const struct fillings in_messages = {message_slots, "only {text} is"};
static const char *const edit_slots[] = {"{text}", "{lower}", "{recipient}",
                                         NULL};
static const struct fillings in_edits = {
    edit_slots, "only {text}, {lower} and {recipient} are"};

static bool is_slot(const char *brace, const struct fillings *fillings) {
  for (const char *const *slot = fillings->slots; *slot != NULL; slot++) {
    if (strncmp(brace, *slot, strlen(*slot)) == 0) {
      return true;
    }
  }
  return false;
}

static void check_braces(const struct rules_reading *reading,
                         const struct data_node *node,
                         const struct fillings *fillings) {
  const char *at = node->text.bytes;
  while ((at = strchr(at, '{')) != NULL) {
    if (!is_slot(at, fillings)) {
      size_t offset = (size_t)(at - node->text.bytes);
      rules_doubt(reading, data_text_place(reading->tree, node, offset),
                  "%s filled in; this brace is printed as it is",
                  fillings->said);
      return;
    }
    at++;
  }
}

static void read_prose(const struct rules_reading *reading,
                       const struct data_node *node, void *member) {
  rules_read_text(reading, node, member);
}

static void read_message(const struct rules_reading *reading,
                         const struct data_node *node, void *member) {
  if (rules_read_text(reading, node, member)) {
    check_braces(reading, node, &in_messages);
  }
}

/* An empty text is an edit too: it deletes. */
static void read_replace(const struct rules_reading *reading,
                         const struct data_node *node, void *member) {
  if (node->kind == DATA_TEXT && node->text.size == 0 &&
      node->style != DATA_PLAIN) {
    struct rules_text *text = member;
    *text = (struct rules_text){"", rules_spot_of(reading, node->place)};
  } else if (rules_read_text(reading, node, member)) {
    check_braces(reading, node, &in_edits);
  }
}

static void read_group(const struct rules_reading *reading,
                       const struct data_node *node, void *member) {
  rules_read_id(reading, node, member);
}

static void read_severity(const struct rules_reading *reading,
                          const struct data_node *node, void *member) {
  rules_read_severity(reading, node, member);
}

static void read_yes_no(const struct rules_reading *reading,
                        const struct data_node *node, void *member) {
  rules_read_yes_no(reading, node, member);
}

static void read_number(const struct rules_reading *reading,
                        const struct data_node *node, void *member) {
  rules_read_number(reading, node, "write one such as 2 or -0.5", member);
}

static void read_lines(const struct rules_reading *reading,
                       const struct data_node *node, void *member) {
  struct rules_lines *lines = member;
  size_t errors = reading->report->errors;
  rules_read_lines(reading, node, lines);
  bool said = reading->report->errors > errors;
  if (lines->count == 0 && !node->damaged && !said) {
    rules_wrong(reading, node->place, "`%s` holds no phrase", node->key);
  }
}

/* In double quotes `\b` would be a backspace before PCRE2 sees it. */
static void read_regex(const struct rules_reading *reading,
                       const struct data_node *node, void *member) {
  const struct rules_lines *lines = member;
  read_lines(reading, node, member);
  for (const struct rules_line *line = lines->first; line != NULL;
       line = line->next) {
    if (line->node != NULL && line->node->style == DATA_DOUBLE_QUOTED) {
      rules_wrong(reading, line->node->place,
                  "double quotes change the backslashes of a regex: use single "
                  "quotes, or a block after `|`");
    }
  }
}

static void read_words(const struct rules_reading *reading,
                       const struct data_node *node, void *member) {
  rules_read_words(reading, node, member);
}

static void read_name(const struct rules_reading *reading,
                      const struct data_node *node, void *member) {
  struct rules_text *name = member;
  struct rules_words words = {0};
  if (node->kind == DATA_LIST) {
    rules_wrong(reading, node->place, "`%s` names one marker, not a list",
                node->key);
  } else if (rules_read_words(reading, node, &words)) {
    *name = words.items[0];
  }
}

static void read_at(const struct rules_reading *reading,
                    const struct data_node *node, void *member) {
  static const char *const places[] = {"opening", "closing", "message",
                                       "subject", NULL};
  enum courtesy_place *at = member;
  size_t place;
  if (rules_read_choice(reading, node, places, &place)) {
    *at = (enum courtesy_place)place;
  }
}

static void read_within(const struct rules_reading *reading,
                        const struct data_node *node, void *member) {
  static const char *const ranges[] = {"sentence", "paragraph", "message",
                                       NULL};
  enum courtesy_within *within = member;
  size_t range;
  if (rules_read_choice(reading, node, ranges, &range)) {
    *within = (enum courtesy_within)range;
  }
}

static void read_at_least(const struct rules_reading *reading,
                          const struct data_node *node, void *member) {
  uint32_t *least = member;
  double number = 0;
  if (!rules_read_number(reading, node, "write a whole one from 1 to 1000",
                         &number)) {
    return;
  }
  if (number < 1 || number > 1000 || number != (uint32_t)number) {
    rules_wrong(reading, node->place,
                "`at-least` is a whole number from 1 to 1000");
    return;
  }
  *least = (uint32_t)number;
}

static void read_share(const struct rules_reading *reading,
                       const struct data_node *node, void *member) {
  double *share = member;
  const char *text = node->text.bytes;
  size_t digits = strspn(text, "0123456789");
  unsigned percent = 0;
  for (size_t i = 0; i < digits && i < 4; i++) {
    percent = percent * 10 + (unsigned)(text[i] - '0');
  }
  if (node->kind == DATA_TEXT && strcmp(text + digits, "%") == 0 &&
      percent >= 1 && percent <= 100) {
    *share = percent / 100.0;
  } else {
    rules_wrong(reading, node->place,
                "`share` is a part of the sentences, such as 50%%");
  }
}

static void read_conditions(const struct rules_reading *reading,
                            const struct data_node *node, void *member) {
  rules_read_conditions(reading, node, member);
}

static void add_zone(const struct rules_reading *reading,
                     const struct data_node *node, uint32_t *zones) {
  size_t zone;
  if (rules_read_choice(reading, node, base_zone_names, &zone)) {
    *zones |= 1U << zone;
  }
}

static void read_zones(const struct rules_reading *reading,
                       const struct data_node *node, void *member) {
  if (node->kind != DATA_LIST) {
    add_zone(reading, node, member);
    return;
  }
  for (const struct data_node *item = node->first; item != NULL;
       item = item->next) {
    add_zone(reading, item, member);
  }
}

static void read_bad(const struct rules_reading *reading,
                     const struct data_node *node, void *member) {
  rules_read_samples(reading, node, true, member);
}

static void read_good(const struct rules_reading *reading,
                      const struct data_node *node, void *member) {
  rules_read_samples(reading, node, false, member);
}

/* Short names for the columns of the table. */
enum {
  RULE = RULES_CLASS_RULE,
  MARKER = RULES_CLASS_MARKER,
  NAMED = RULES_CLASS_NAMED,
  ALL = RULES_CLASS_ALL,
  FIND = 1 << COURTESY_FORM_FIND,
  MISSING = 1 << COURTESY_FORM_MISSING,
  EACH = 1 << COURTESY_FORM_EACH,
  FOUND = FIND | EACH,
  ANY = FOUND | MISSING,
};

#define OF(member)                                                             \
  offsetof(struct rules_description, member),                                  \
      sizeof(((struct rules_description *)NULL)->member)
#define ROLE(role) OF(lines[COURTESY_PHRASE_##role])

const struct rules_key_facts rules_keys[RULES_KEYS] = {
    [RULES_KEY_SEVERITY] = {"severity", RULE, RULES_REPLACED, ANY,
                            read_severity, OF(severity)},
    [RULES_KEY_MESSAGE] = {"message", RULE, RULES_REPLACED, ANY, read_message,
                           OF(message)},
    [RULES_KEY_WHY] = {"why", RULE, RULES_REPLACED, ANY, read_prose, OF(why)},
    [RULES_KEY_INSTEAD] = {"instead", RULE, RULES_REPLACED, ANY, read_prose,
                           OF(instead)},
    [RULES_KEY_GROUP] = {"group", RULE, RULES_FIXED, ANY, read_group,
                         OF(group)},
    [RULES_KEY_FIND] = {"find", ALL, RULES_ADJUSTED, FIND, read_lines,
                        ROLE(FIND)},
    [RULES_KEY_REGEX] = {"regex", ALL, RULES_FIXED, FIND, read_regex,
                         ROLE(REGEX)},
    [RULES_KEY_WORDS] = {"words", ALL, RULES_FIXED, FIND, read_words,
                         OF(words)},
    [RULES_KEY_EXCEPT] = {"except", ALL, RULES_ADJUSTED, FIND, read_lines,
                          ROLE(EXCEPT)},
    [RULES_KEY_EXCEPT_HERE] = {"except-here", ALL, RULES_ADJUSTED, FIND,
                               read_lines, ROLE(EXCEPT_HERE)},
    [RULES_KEY_MISSING] = {"missing", RULE, RULES_FIXED, MISSING, read_name,
                           OF(missing)},
    [RULES_KEY_AT] = {"at", RULE, RULES_FIXED, MISSING, read_at, OF(at)},
    [RULES_KEY_EACH] = {"each", RULE, RULES_FIXED, EACH, read_name, OF(each)},
    [RULES_KEY_WITHOUT] = {"without", RULE, RULES_FIXED, EACH, read_words,
                           OF(without)},
    [RULES_KEY_WITHIN] = {"within", RULE, RULES_FIXED, EACH, read_within,
                          OF(within)},
    [RULES_KEY_AT_LEAST] = {"at-least", RULE, RULES_FIXED, FOUND, read_at_least,
                            OF(at_least)},
    [RULES_KEY_SHARE] = {"share", RULE, RULES_FIXED, FOUND, read_share,
                         OF(share)},
    [RULES_KEY_WHEN] = {"when", RULE, RULES_REPLACED, ANY, read_conditions,
                        OF(when)},
    [RULES_KEY_UNLESS] = {"unless", RULE, RULES_REPLACED, ANY, read_conditions,
                          OF(unless)},
    [RULES_KEY_IN] = {"in", ALL, RULES_REPLACED, FOUND, read_zones, OF(zones)},
    [RULES_KEY_QUOTED] = {"quoted", ALL, RULES_REPLACED, FOUND, read_yes_no,
                          OF(quoted)},
    [RULES_KEY_REPLACE] = {"replace", RULE, RULES_FIXED, ANY, read_replace,
                           OF(replace)},
    [RULES_KEY_REPLACE_AT] = {"replace-at", RULE, RULES_FIXED, FOUND,
                              read_words, OF(replace_at)},
    [RULES_KEY_SAFE] = {"safe", RULE, RULES_FIXED, ANY, read_yes_no, OF(safe)},
    [RULES_KEY_WEIGHT] = {"weight", ALL, RULES_REPLACED, ANY, read_number,
                          OF(weight)},
    [RULES_KEY_SUPPRESSIBLE] = {"suppressible", RULE, RULES_FIXED, ANY,
                                read_yes_no, OF(suppressible)},
    [RULES_KEY_SHOWN] = {"shown", MARKER, RULES_REPLACED, FIND, read_yes_no,
                         OF(shown)},
    [RULES_KEY_REPLACES] = {"replaces", ALL, RULES_FIXED, ANY, read_yes_no,
                            OF(replaces)},
    [RULES_KEY_BAD] = {"bad", RULE, RULES_ADJUSTED, ANY, read_bad,
                       OF(samples[RULES_BAD])},
    [RULES_KEY_GOOD] = {"good", RULE, RULES_ADJUSTED, ANY, read_good,
                        OF(samples[RULES_GOOD])},
    [RULES_KEY_FOUND] = {"found", NAMED, RULES_ADJUSTED, FIND, read_bad,
                         OF(samples[RULES_BAD])},
    [RULES_KEY_NOT_FOUND] = {"not-found", NAMED, RULES_ADJUSTED, FIND,
                             read_good, OF(samples[RULES_GOOD])},
};

const char *rules_form_name(enum courtesy_form form) {
  static const char *const names[] = {"find", "missing", "each"};
  return names[form];
}
