/* SPDX-License-Identifier: MIT */
/* What a house file or a profile changes in a rule that exists. */
#include "rules/keys.h"
#include "rules/model.h"

#include <string.h>

enum { STAYS = 0, GOES };

static void drop_lines(struct rules_lines *lines,
                       const struct rules_index *dropped,
                       struct rules_index *found) {
  struct rules_lines kept = {0};
  struct rules_line *next;
  for (struct rules_line *line = lines->first; line != NULL; line = next) {
    next = line->next;
    line->next = NULL;
    if (rules_index_get(dropped, line->text) == RULES_NOT_FOUND) {
      rules_lines_add(&kept, line);
    } else {
      rules_index_put(found, line->text, GOES);
    }
  }
  *lines = kept;
}

void rules_adjust_lines(struct rules_report *report, const char *what,
                        struct rules_lines *lines,
                        const struct rules_lines *minus,
                        const struct rules_lines *plus) {
  struct rules_index dropped = {0};
  struct rules_index found = {0};
  for (const struct rules_line *line = minus->first; line != NULL;
       line = line->next) {
    rules_index_put(&dropped, line->text, GOES);
  }
  if (minus->count > 0) {
    drop_lines(lines, &dropped, &found);
  }
  for (const struct rules_line *line = minus->first; line != NULL;
       line = line->next) {
    if (rules_index_get(&found, line->text) == RULES_NOT_FOUND) {
      rules_warning(report, line->place, "`%s`: there is no “%s” to take away",
                    what, line->text);
    }
  }
  for (struct rules_line *line = plus->first, *next; line != NULL;
       line = next) {
    next = line->next;
    line->next = NULL;
    rules_lines_add(lines, line);
  }
  report->items.failed = report->items.failed || dropped.failed || found.failed;
  rules_index_destroy(&dropped);
  rules_index_destroy(&found);
}

/* Whether the entry may have all that changes. A profile does not know the
 * class and form of what it changes when it is read. */
static bool fits(struct rules_report *report,
                 const struct rules_description *entry,
                 const struct rules_description *change) {
  enum courtesy_form form = rules_form_of(entry);
  for (size_t i = 0; i < RULES_KEYS; i++) {
    const struct rules_key_facts *key = &rules_keys[i];
    if (!rules_says(change, (enum rules_key)i)) {
      continue;
    }
    if ((key->classes >> entry->rule_class & 1U) == 0) {
      rules_error(report, change->place, "`%s` cannot have `%s`", entry->id,
                  key->name);
      return false;
    }
    if ((key->forms >> form & 1U) == 0) {
      rules_error(report, change->place, "`%s`: `%s` does not go with `%s`",
                  entry->id, key->name, rules_form_name(form));
      return false;
    }
  }
  return true;
}

static void adjust(struct rules_report *report, const char *what,
                   struct rules_lines lines[RULES_HOWS],
                   const struct rules_lines change[RULES_HOWS]) {
  rules_adjust_lines(report, what, &lines[RULES_SET], &change[RULES_MINUS],
                     &change[RULES_PLUS]);
}

void rules_overlay(struct rules_report *report, struct rules_description *entry,
                   const struct rules_description *change) {
  static const char *const roles[RULES_ROLES] = {"find-", "regex-", "except-",
                                                 "except-here-"};
  if (!fits(report, entry, change)) {
    return;
  }
  for (size_t i = 0; i < RULES_KEYS; i++) {
    const struct rules_key_facts *key = &rules_keys[i];
    if (key->changeable == RULES_REPLACED &&
        rules_says(change, (enum rules_key)i)) {
      memcpy((char *)entry + key->offset, (const char *)change + key->offset,
             key->size);
    }
  }
  entry->given |= change->given;
  for (size_t i = 0; i < RULES_ROLES; i++) {
    adjust(report, roles[i], entry->lines[i], change->lines[i]);
  }
  bool is_rule = entry->rule_class == COURTESY_RULE;
  adjust(report, is_rule ? "bad-" : "found-", entry->samples[RULES_BAD],
         change->samples[RULES_BAD]);
  adjust(report, is_rule ? "good-" : "not-found-", entry->samples[RULES_GOOD],
         change->samples[RULES_GOOD]);
}
