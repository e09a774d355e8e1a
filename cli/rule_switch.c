/* SPDX-License-Identifier: MIT */
#include "rule_switch.h"

#include <stdarg.h>
#include <stdio.h>

static const char switch_off[] = "Switch it off, or change how much it matters";

__attribute__((format(printf, 2, 3))) static void print_line(
    struct cli_page *page, const char *format, ...) {
  char line[512];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  cli_page_line(page, line);
}

static void begin(struct cli_page *page, const char *heading) {
  cli_page_heading(page, heading);
  cli_page_add(page, "In a file of house rules, such as house.yaml:");
  cli_page_paragraph(page);
  cli_page_block(page);
  print_line(page, "severities:");
}

static void add_use(struct cli_page *page) {
  cli_page_add(page, "Then ");
  cli_page_code(page, "courtesy --rules house.yaml draft.txt");
  cli_page_add(page, " goes by it.");
}

/* A profile in which the rule is off, or NULL. */
static const char *profile_without(const struct courtesy_ruleset *ruleset,
                                   const struct courtesy_rule *rule) {
  for (size_t i = 0; i < courtesy_ruleset_profile_count(ruleset); i++) {
    if (cli_severity_in(ruleset, rule, i) == COURTESY_OFF) {
      return courtesy_ruleset_profile_name(ruleset, i);
    }
  }
  return NULL;
}

void cli_print_switch(struct cli_page *page,
                      const struct courtesy_ruleset *ruleset,
                      const struct cli_entry *entry) {
  const struct courtesy_rule_facts *facts = &entry->facts;
  const char *profile = profile_without(ruleset, entry->rule);
  if (facts->severity == COURTESY_OFF) {
    begin(page, "Switch it on");
    print_line(page, "  %s: suggestion  # or warning, error", facts->id);
    profile = NULL;
  } else {
    begin(page, switch_off);
    print_line(page, "  %s: off  # or suggestion, warning, error", facts->id);
    print_line(page, "  group/%s: off  # all rules of its group", facts->group);
  }
  if (facts->phrase_count > 0) {
    print_line(page, "rules:");
    print_line(page, "  %s:", facts->id);
    print_line(page, "    except+: [\"words that make it harmless here\"]");
  }
  add_use(page);
  if (profile != NULL) {
    cli_page_format(page, " The option --profile %s has it off too.", profile);
  }
  cli_page_paragraph(page);
}

void cli_print_group_switch(struct cli_page *page, const char *group) {
  begin(page, switch_off);
  print_line(page, "  group/%s: off  # or suggestion, warning, error", group);
  add_use(page);
  cli_page_paragraph(page);
}
