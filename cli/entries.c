/* SPDX-License-Identifier: MIT */
#include "entries.h"

#include <string.h>

struct cli_entry cli_entry_at(const struct courtesy_ruleset *ruleset,
                              size_t index) {
  struct cli_entry entry = {.rule = courtesy_ruleset_rule(ruleset, index)};
  courtesy_rule_describe(ruleset, entry.rule, &entry.facts);
  return entry;
}

size_t cli_longest_id(const struct courtesy_ruleset *ruleset) {
  size_t longest = 0;
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    size_t size = strlen(cli_entry_at(ruleset, i).facts.id);
    longest = size > longest ? size : longest;
  }
  return longest;
}

bool cli_entry_is_first(const struct courtesy_ruleset *ruleset,
                        const struct cli_entry *entry) {
  return courtesy_ruleset_find(ruleset, entry->facts.id) == entry->rule;
}

size_t cli_count_entries(const struct courtesy_ruleset *ruleset,
                         enum courtesy_rule_class rule_class) {
  size_t count = 0;
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    struct cli_entry entry = cli_entry_at(ruleset, i);
    count += entry.facts.rule_class == rule_class &&
             cli_entry_is_first(ruleset, &entry);
  }
  return count;
}

enum courtesy_severity cli_severity_in(const struct courtesy_ruleset *ruleset,
                                       const struct courtesy_rule *rule,
                                       size_t profile) {
  enum courtesy_severity severity = COURTESY_OFF;
  courtesy_rule_severity_in(ruleset, rule,
                            courtesy_ruleset_profile_name(ruleset, profile),
                            &severity);
  return severity;
}

void cli_add_differences(struct cli_bytes *text,
                         const struct courtesy_ruleset *ruleset,
                         const struct cli_entry *entry) {
  for (size_t i = 0; i < courtesy_ruleset_profile_count(ruleset); i++) {
    enum courtesy_severity severity = cli_severity_in(ruleset, entry->rule, i);
    if (severity != entry->facts.severity) {
      cli_bytes_add_string(text, text->size > 0 ? ", " : "");
      cli_bytes_add_string(text, courtesy_ruleset_profile_name(ruleset, i));
      cli_bytes_add_string(text, " ");
      cli_bytes_add_string(text, courtesy_severity_name(severity));
    }
  }
}
