/* SPDX-License-Identifier: MIT */
/* courtesy rules explain: the page of one rule, marker or signal. */
#include "rules_explain.h"

#include "entries.h"
#include "measured.h"
#include "rule_examples.h"
#include "rule_switch.h"
#include "rule_words.h"

#include <string.h>

static void print_section(struct cli_page *page, const char *heading,
                          const char *text) {
  if (text[0] != '\0') {
    cli_page_heading(page, heading);
    cli_page_say(page, text);
  }
}

/* -------------------------------------------------------------- the head */

/* Where the entry is written. A line's number would make the page change
 * with every line above it. */
static void add_place(struct cli_page *page,
                      const struct courtesy_rule_facts *facts) {
  cli_page_add(page, ", in ");
  cli_page_add(page, facts->file);
  if (!page->markdown) {
    cli_page_format(page, ":%u", facts->line);
  }
}

/* Markers of the same name for other languages. What belongs to no language
 * is left out. */
static void add_languages(struct cli_page *page,
                          const struct courtesy_ruleset *ruleset,
                          const struct courtesy_rule_facts *facts) {
  const char *between = " Other languages have their own: ";
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    struct cli_entry other = cli_entry_at(ruleset, i);
    if (strcmp(other.facts.id, facts->id) == 0 &&
        strcmp(other.facts.language, facts->language) != 0 &&
        strcmp(other.facts.language, "zxx") != 0) {
      cli_page_format(page, "%s%s", between, other.facts.language);
      between = ", ";
    }
  }
  cli_page_add(page, between[0] == ',' ? "." : "");
}

static void add_class(struct cli_page *page,
                      const struct courtesy_rule_facts *facts) {
  if (facts->rule_class == COURTESY_RULE) {
    cli_page_add(page, "A rule of the group ");
    cli_page_index_link(page, facts->group);
  } else {
    cli_page_add(page, "A ");
    cli_page_index_link(page, facts->rule_class == COURTESY_MARKER ? "marker"
                                                                   : "signal");
  }
}

static const char *use_of(const struct courtesy_rule_facts *facts) {
  return facts->rule_class == COURTESY_RULE ? "."
         : facts->rule_class == COURTESY_SIGNAL
             ? ": only the phrase score counts it."
         : facts->shown ? ": it is never a finding; reports name it as "
                          "something good."
                        : ": it is never a finding, and no report names it; "
                          "rules look at it.";
}

static void print_head(struct cli_page *page,
                       const struct courtesy_ruleset *ruleset,
                       const struct courtesy_rule_facts *facts) {
  cli_page_title(page, facts->id);
  add_class(page, facts);
  add_place(page, facts);
  cli_page_add(page, use_of(facts));
  add_languages(page, ruleset, facts);
  cli_page_paragraph(page);
}

/* ---------------------------------------------------- severity and score */

/* "internal, strict": the profiles that give a rule a severity. Returns how
 * many they are. */
static size_t add_profiles(struct cli_bytes *names,
                           const struct courtesy_ruleset *ruleset,
                           const struct courtesy_rule *rule,
                           enum courtesy_severity wanted) {
  size_t with = 0;
  for (size_t i = 0; i < courtesy_ruleset_profile_count(ruleset); i++) {
    if (cli_severity_in(ruleset, rule, i) == wanted) {
      cli_bytes_add_string(names, with++ > 0 ? ", " : "");
      cli_bytes_add_string(names, courtesy_ruleset_profile_name(ruleset, i));
    }
  }
  cli_bytes_add(names, "", 1);
  return with;
}

/* "suggestion: internal, strict"; nothing when no profile has it. */
static void print_severity(struct cli_page *page,
                           const struct courtesy_ruleset *ruleset,
                           const struct courtesy_rule *rule,
                           enum courtesy_severity severity) {
  struct cli_bytes names = {0};
  size_t with = add_profiles(&names, ruleset, rule, severity);
  const char *name = courtesy_severity_name(severity);
  if (with > 1 && with == courtesy_ruleset_profile_count(ruleset)) {
    cli_page_format(page, "%s in every profile", name);
    cli_page_item(page);
  } else if (with > 0) {
    cli_page_format(page, "%s: %s", name, names.bytes);
    cli_page_item(page);
  }
  cli_bytes_destroy(&names);
}

static void print_severities(struct cli_page *page,
                             const struct courtesy_ruleset *ruleset,
                             const struct courtesy_rule *rule) {
  cli_page_heading(page, "Severity");
  for (int severity = COURTESY_ERROR; severity >= COURTESY_OFF; severity--) {
    print_severity(page, ruleset, rule, (enum courtesy_severity)severity);
  }
}

static void print_weight(struct cli_page *page,
                         const struct courtesy_rule_facts *facts) {
  if (facts->weight != 0) {
    cli_page_format(page,
                    "In the phrase score each counts %+.2g, twice at most.",
                    facts->weight);
    cli_page_paragraph(page);
  }
}

/* ------------------------------------------------------------- how often */

static void add_counts(struct cli_page *page,
                       const struct cli_measured *measured,
                       const char *things) {
  if (measured->found == 0) {
    cli_page_add(page, "Not once in ");
  } else {
    cli_page_format(page,
                    "%.1f %s in 1,000 mails, of which %.1f hold one. They "
                    "were counted in ",
                    cli_measured_rate(measured->found), things,
                    cli_measured_rate(measured->mails));
  }
  cli_page_count(page, cli_measured_mails);
  cli_page_add(page, " mails that were sent inside one company.");
}

static void add_reading(struct cli_page *page,
                        const struct cli_measured *measured) {
  const char *where =
      measured->read > measured->found ? ", also in other collections," : ",";
  if (measured->read == 1) {
    cli_page_format(page, " The one that was read was %s.",
                    measured->right == 1 ? "right" : "wrong");
  } else if (measured->read > 1) {
    cli_page_format(page,
                    " Of %d that were read%s %d (%.0f\u00a0%%) were right.",
                    measured->read, where, measured->right,
                    100.0 * measured->right / measured->read);
  } else {
    cli_page_add(page, " How many are right is not known: nobody has read "
                       "them yet.");
  }
}

static void print_rate(struct cli_page *page,
                       const struct courtesy_rule_facts *facts) {
  const struct cli_measured *measured = cli_measured_find(facts);
  if (measured == NULL) {
    return;
  }
  bool is_rule = facts->rule_class == COURTESY_RULE;
  cli_page_heading(page, "How often");
  if (measured->found < 0) {
    cli_page_add(page, "Not counted yet. ");
    cli_page_add(page, cli_measured_notes[measured->note]);
  } else {
    add_counts(page, measured, is_rule ? "findings" : "places");
  }
  if (is_rule && (measured->found > 0 || measured->read > 0)) {
    add_reading(page, measured);
  }
  cli_page_paragraph(page);
}

/* ----------------------------------------------------- what it looks for */

static void print_trigger(struct cli_page *page,
                          const struct cli_rulebook *book,
                          const struct courtesy_rule *rule) {
  struct courtesy_rule_trigger usual;
  courtesy_rule_describe_trigger(book->ruleset, rule, &usual);
  cli_page_heading(page, "What it looks for");
  cli_tell_trigger(page, book->ruleset, rule);
  struct courtesy_rule_facts facts;
  courtesy_rule_describe(book->ruleset, rule, &facts);
  for (size_t i = 0; i < courtesy_ruleset_profile_count(book->ruleset); i++) {
    const struct courtesy_ruleset *other = book->rulesets[i];
    struct courtesy_rule_trigger trigger;
    if (other == NULL || facts.rule_class != COURTESY_RULE) {
      continue;
    }
    courtesy_rule_describe_trigger(
        other, courtesy_ruleset_find(other, facts.id), &trigger);
    if (!cli_same_conditions(&usual, &trigger)) {
      cli_tell_conditions_in(page, courtesy_ruleset_profile(other), &trigger);
    }
  }
}

static bool refers_to(const struct courtesy_ruleset *ruleset,
                      const struct courtesy_rule *rule,
                      const struct courtesy_rule *marker) {
  struct courtesy_rule_trigger trigger;
  courtesy_rule_describe_trigger(ruleset, rule, &trigger);
  bool refers = trigger.subject == marker;
  for (size_t i = 0; i < trigger.without_count; i++) {
    refers = refers || courtesy_rule_without(ruleset, rule, i) == marker;
  }
  return refers;
}

/* Which rules hang on a marker. */
static void print_users(struct cli_page *page,
                        const struct courtesy_ruleset *ruleset,
                        const struct courtesy_rule *marker) {
  const char *between = "";
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    struct cli_entry entry = cli_entry_at(ruleset, i);
    if (refers_to(ruleset, entry.rule, marker)) {
      if (between[0] == '\0') {
        cli_page_heading(page, "Rules that look at it");
      }
      cli_page_add(page, between);
      cli_page_link(page, entry.facts.id);
      between = ", ";
    }
  }
  if (between[0] != '\0') {
    cli_page_paragraph(page);
  }
}

/* ------------------------------------------------------------- the pages */

static void print_rule(struct cli_page *page, const struct cli_rulebook *book,
                       const struct cli_entry *entry) {
  const struct courtesy_rule *rule = entry->rule;
  print_section(page, "Message", entry->facts.message);
  print_section(page, "Why", entry->facts.why);
  print_section(page, "Instead", entry->facts.instead);
  print_severities(page, book->ruleset, rule);
  print_weight(page, &entry->facts);
  print_rate(page, &entry->facts);
  print_trigger(page, book, rule);
  cli_print_examples(page, book->ruleset, rule, true,
                     "It speaks here; [[ ]] marks what it is about");
  cli_print_examples(page, book->ruleset, rule, false, "It is silent here");
  cli_print_switch(page, book->ruleset, entry);
}

static void print_marker(struct cli_page *page, const struct cli_rulebook *book,
                         const struct cli_entry *entry) {
  print_weight(page, &entry->facts);
  print_users(page, book->ruleset, entry->rule);
  print_rate(page, &entry->facts);
  print_trigger(page, book, entry->rule);
  cli_print_examples(page, book->ruleset, entry->rule, true,
                     "Found here, at [[ ]]");
  cli_print_examples(page, book->ruleset, entry->rule, false, "Not found here");
}

void cli_explain_rule(struct cli_page *page, const struct cli_rulebook *book,
                      const struct courtesy_rule *rule) {
  struct cli_entry entry = {.rule = rule};
  courtesy_rule_describe(book->ruleset, rule, &entry.facts);
  print_head(page, book->ruleset, &entry.facts);
  if (entry.facts.rule_class == COURTESY_RULE) {
    print_rule(page, book, &entry);
  } else {
    print_marker(page, book, &entry);
  }
  cli_print_phrases(page, book->ruleset, rule, COURTESY_PHRASE_FIND, "Phrases");
  cli_print_phrases(page, book->ruleset, rule, COURTESY_PHRASE_REGEX,
                    "Regular expressions");
  cli_print_phrases(page, book->ruleset, rule, COURTESY_PHRASE_EXCEPT,
                    "Vetoes: not in a sentence with");
  cli_print_phrases(page, book->ruleset, rule, COURTESY_PHRASE_EXCEPT_HERE,
                    "Vetoes of the place: not where this stands");
}
