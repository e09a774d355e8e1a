/* SPDX-License-Identifier: MIT */
/* courtesy rules list: a line for each rule, marker and signal. */
#include "rules_explain.h"

#include "entries.h"
#include "report.h"
#include "rule_switch.h"

#include <string.h>

static void print_id(struct cli_output *output, const char *id, size_t width) {
  size_t size = strlen(id);
  cli_output_string(output, "  ");
  cli_output_shown_string(output, id);
  cli_output_repeat(output, ' ', size < width ? width - size : 1);
}

static void print_rule(struct cli_output *output,
                       const struct courtesy_ruleset *ruleset,
                       const struct cli_entry *entry, size_t width) {
  struct cli_bytes differences = {0};
  print_id(output, entry->facts.id, width);
  cli_output_style(output, cli_severity_style(entry->facts.severity));
  cli_output_string(output, courtesy_severity_name(entry->facts.severity));
  cli_output_style(output, CLI_PLAIN);
  cli_add_differences(&differences, ruleset, entry);
  if (differences.size > 0) {
    cli_output_string(output, " (");
    cli_output_shown(output, differences.bytes, differences.size);
    cli_output_string(output, ")");
  }
  cli_output_string(output, "\n");
  cli_bytes_destroy(&differences);
}

static bool is_of_group(const struct cli_entry *entry, const char *group) {
  return entry->facts.rule_class == COURTESY_RULE &&
         strcmp(entry->facts.group, group) == 0;
}

static void print_group(struct cli_output *output,
                        const struct courtesy_ruleset *ruleset,
                        const char *group, size_t width) {
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    struct cli_entry entry = cli_entry_at(ruleset, i);
    if (is_of_group(&entry, group)) {
      print_rule(output, ruleset, &entry, width);
    }
  }
}

/* The groups of all rules, sorted, each as often as it has rules. */
static struct cli_names groups_of(const struct courtesy_ruleset *ruleset) {
  struct cli_names groups = {0};
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    struct cli_entry entry = cli_entry_at(ruleset, i);
    if (entry.facts.rule_class == COURTESY_RULE) {
      cli_names_add(&groups, entry.facts.group);
    }
  }
  cli_names_sort(&groups, 0);
  return groups;
}

static void print_groups(struct cli_output *output,
                         const struct courtesy_ruleset *ruleset, size_t width) {
  struct cli_names groups = groups_of(ruleset);
  for (size_t i = 0; i < groups.count; i++) {
    const char *group = groups.names[i];
    if (i > 0 && strcmp(groups.names[i - 1], group) == 0) {
      continue;
    }
    cli_output_string(output, "\n");
    cli_output_style(output, CLI_BOLD);
    cli_output_shown_string(output, group);
    cli_output_style(output, CLI_PLAIN);
    cli_output_string(output, "\n");
    print_group(output, ruleset, group, width);
  }
  cli_names_destroy(&groups);
}

static void print_marker(struct cli_output *output,
                         const struct cli_entry *entry, size_t width) {
  print_id(output, entry->facts.id, width);
  if (entry->facts.rule_class == COURTESY_SIGNAL) {
    cli_output_format(output, "%+.2g\n", entry->facts.weight);
  } else {
    cli_output_string(output, entry->facts.shown ? "named in reports\n"
                                                 : "for rules only\n");
  }
}

static void print_class(struct cli_output *output,
                        const struct courtesy_ruleset *ruleset,
                        enum courtesy_rule_class rule_class, const char *title,
                        size_t width) {
  size_t count = cli_count_entries(ruleset, rule_class);
  if (count == 0) {
    return;
  }
  cli_output_format(output, "\n%zu %s\n", count, title);
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    struct cli_entry entry = cli_entry_at(ruleset, i);
    if (entry.facts.rule_class == rule_class &&
        cli_entry_is_first(ruleset, &entry)) {
      print_marker(output, &entry, width);
    }
  }
}

void cli_print_rules(struct cli_output *output,
                     const struct courtesy_ruleset *ruleset) {
  size_t width = cli_longest_id(ruleset) + 2;
  size_t count = cli_count_entries(ruleset, COURTESY_RULE);
  cli_output_format(output, "%zu rule%s, with the severity in the profile ",
                    count, cli_plural(count));
  cli_output_shown_string(output, courtesy_ruleset_profile(ruleset));
  cli_output_string(output, " (and where others differ)\n");
  print_groups(output, ruleset, width);
  print_class(output, ruleset, COURTESY_MARKER,
              "markers: what is recognised, and never a finding", width);
  print_class(output, ruleset, COURTESY_SIGNAL,
              "signals: what only the phrase score counts, and how much",
              width);
}

/* ------------------------------------------------------------ one group */

static void print_linked(struct cli_page *page,
                         const struct courtesy_ruleset *ruleset,
                         const char *group) {
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    struct cli_entry entry = cli_entry_at(ruleset, i);
    if (is_of_group(&entry, group)) {
      cli_page_link(page, entry.facts.id);
      cli_page_format(page, ": %s",
                      courtesy_severity_name(entry.facts.severity));
      cli_page_item(page);
    }
  }
}

static bool has_group(const struct courtesy_ruleset *ruleset,
                      const char *group) {
  bool has = false;
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    struct cli_entry entry = cli_entry_at(ruleset, i);
    has = has || is_of_group(&entry, group);
  }
  return has;
}

bool cli_explain_group(struct cli_page *page,
                       const struct courtesy_ruleset *ruleset,
                       const char *group) {
  if (!has_group(ruleset, group)) {
    return false;
  }
  cli_page_title(page, group);
  cli_page_add(page, "A group of rules.");
  cli_page_paragraph(page);
  cli_page_heading(page, "Rules");
  if (page->markdown) {
    print_linked(page, ruleset, group);
  } else {
    print_group(page->output, ruleset, group, cli_longest_id(ruleset) + 2);
  }
  cli_print_group_switch(page, group);
  return true;
}
