/* SPDX-License-Identifier: MIT */
/* courtesy rules list --format markdown: the index of the reference. */
#include "rules_explain.h"

#include "entries.h"
#include "measured.h"

/* In 1,000 mails; and of the findings that were read, how many were right. */
static void add_rate(struct cli_page *page,
                     const struct courtesy_rule_facts *facts) {
  const struct cli_measured *measured = cli_measured_find(facts);
  if (measured == NULL || measured->found < 0) {
    cli_page_add(page, "not counted");
    return;
  }
  cli_page_format(page, "%.1f", cli_measured_rate(measured->found));
  if (measured->read > 0) {
    cli_page_format(page, "; %d of %d right", measured->right, measured->read);
  }
}

static void print_rule(struct cli_page *page,
                       const struct courtesy_ruleset *ruleset,
                       const struct cli_entry *entry) {
  struct cli_bytes differences = {0};
  cli_add_differences(&differences, ruleset, entry);
  cli_bytes_add(&differences, "", 1);
  cli_page_link(page, entry->facts.id);
  cli_page_cell(page);
  cli_page_add(page, entry->facts.group);
  cli_page_cell(page);
  cli_page_add(page, courtesy_severity_name(entry->facts.severity));
  cli_page_format(page, differences.size > 1 ? " (%s)" : "%s",
                  differences.bytes);
  cli_page_cell(page);
  add_rate(page, &entry->facts);
  cli_page_cell(page);
  cli_page_add(page, entry->facts.message);
  cli_page_row(page);
  cli_bytes_destroy(&differences);
}

static void print_marker(struct cli_page *page,
                         const struct courtesy_ruleset *ruleset,
                         const struct cli_entry *entry) {
  (void)ruleset;
  cli_page_link(page, entry->facts.id);
  cli_page_cell(page);
  cli_page_add(page, entry->facts.shown ? "yes" : "no");
  cli_page_cell(page);
  add_rate(page, &entry->facts);
  cli_page_row(page);
}

static void print_signal(struct cli_page *page,
                         const struct courtesy_ruleset *ruleset,
                         const struct cli_entry *entry) {
  (void)ruleset;
  cli_page_add(page, entry->facts.id);
  cli_page_cell(page);
  cli_page_format(page, "%+.2g", entry->facts.weight);
  cli_page_row(page);
}

static void print_rows(struct cli_page *page,
                       const struct courtesy_ruleset *ruleset,
                       enum courtesy_rule_class rule_class,
                       void (*print)(struct cli_page *page,
                                     const struct courtesy_ruleset *ruleset,
                                     const struct cli_entry *entry)) {
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    struct cli_entry entry = cli_entry_at(ruleset, i);
    if (entry.facts.rule_class == rule_class &&
        cli_entry_is_first(ruleset, &entry)) {
      print(page, ruleset, &entry);
    }
  }
}

static void print_introduction(struct cli_page *page,
                               const struct courtesy_ruleset *ruleset) {
  cli_page_title(page, "The rules");
  cli_page_format(page,
                  "What courtesy looks for: %zu rules, the markers that they "
                  "are hung on, and the signals of the phrase score. Each rule "
                  "has a page with its reason, better words, examples, and how "
                  "to switch it off. ",
                  cli_count_entries(ruleset, COURTESY_RULE));
  cli_page_code(page, "courtesy rules explain ID");
  cli_page_add(page, " prints the same.");
  cli_page_paragraph(page);
  cli_page_add(page, "The figures were counted in ");
  cli_page_count(page, cli_measured_mails);
  cli_page_format(page,
                  " mails that were sent inside one company: findings in 1,000 "
                  "mails and, where somebody read some, how many of these were "
                  "right. The severity is that of the profile %s; in brackets "
                  "stand the profiles that differ.",
                  courtesy_ruleset_profile(ruleset));
  cli_page_paragraph(page);
  cli_page_add(page, "The manual says ");
  cli_page_manual_link(page, "how to read the phrases", "#phrases");
  cli_page_add(page, ", ");
  cli_page_manual_link(page, "where the reasons come from",
                       "#where-the-reasons-come-from");
  cli_page_add(page, " and ");
  cli_page_manual_link(page, "what the pack leaves out",
                       "#what-the-pack-leaves-out");
  cli_page_add(page, ".");
  cli_page_paragraph(page);
}

void cli_print_index(struct cli_page *page,
                     const struct courtesy_ruleset *ruleset) {
  print_introduction(page, ruleset);
  cli_page_heading(page, "Rules");
  cli_page_table(page, "rule | group | severity | in 1,000 mails | "
                       "what a finding says");
  print_rows(page, ruleset, COURTESY_RULE, print_rule);
  cli_page_heading(page, "Markers");
  cli_page_say(page,
               "What is recognised in a message, and never a finding. Reports "
               "name those that are shown, as what is good about it.");
  cli_page_table(page, "marker | shown | in 1,000 mails");
  print_rows(page, ruleset, COURTESY_MARKER, print_marker);
  if (cli_count_entries(ruleset, COURTESY_SIGNAL) > 0) {
    cli_page_heading(page, "Signals");
    cli_page_say(page,
                 "What only the phrase score counts. They have no pages.");
    cli_page_table(page, "signal | weight");
    print_rows(page, ruleset, COURTESY_SIGNAL, print_signal);
  }
}
