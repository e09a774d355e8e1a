/* SPDX-License-Identifier: MIT */
/*
 * The compiled ruleset: immutable tables that the matcher and the session
 * read. They live in the ruleset's arena, or in the image that it is read from.
 *
 *     entries   rules, markers and signals
 *        │ find / except / except_here: ranges of
 *     patterns  one line each: the program of a phrase, or a regex; as it
 *        │      is written it stands in the notes
 *        │ a range of
 *     instructions
 */
#ifndef COURTESY_RULES_RULESET_H
#define COURTESY_RULES_RULESET_H

#include "base/arena.h"
#include "base/language_tag.h"
#include "rules/aim.h"
#include "rules/forms.h"
#include "rules/notes.h"
#include "rules/program.h"
#include "rules/sieve.h"
#include "rules/veto_row.h"
#include "text/lexicon.h"
#include "text/prefilter.h"

#include <courtesy/rules.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct rules_conditions {
  const struct courtesy_condition *items;
  size_t count;
};

/* See struct courtesy_rule_facts. */
struct rules_noted_facts {
  enum courtesy_rule_class rule_class;
  rules_note id;
  rules_note group;
  rules_note language;
  enum courtesy_severity severity;
  rules_note message;
  rules_note why;
  rules_note instead;
  double weight;
  bool shown;
  bool suppressible;
  bool built_in;
  rules_note file;
  uint32_t line;
  uint32_t phrase_count;
};

/* Two words by which one person may be called: “Bob Robert”, and the other way
 * round. */
struct rules_nickname {
  uint32_t word;
  uint32_t other;
};

#define RULES_NO_ENTRY UINT32_MAX
#define RULES_NO_SET UINT32_MAX

/* The author's own words, as bits 1 << enum courtesy_zone; and of these the
 * running text. */
enum {
  RULES_TEXT_ZONES = 1 << COURTESY_ZONE_GREETING | 1 << COURTESY_ZONE_BODY |
                     1 << COURTESY_ZONE_CLOSING,
  RULES_OWN_ZONES =
      RULES_TEXT_ZONES | 1 << COURTESY_ZONE_SUBJECT | 1 << COURTESY_ZONE_BUTTON,
};

static inline bool rules_has_zone(uint32_t zones, unsigned zone) {
  return (zones >> zone & 1) != 0;
}

/* A rule, marker or signal. Also what the public API calls courtesy_rule.
 * Without pointers, so that all of an image are there at once. */
struct courtesy_rule {
  struct rules_noted_facts facts;
  uint32_t index;   /* in the ruleset's entries */
  uint32_t rank;    /* by id, among all of them */
  uint32_t family;  /* the first marker of its id that makes zones, in whatever
                      language; of other entries their own index */
  uint32_t sibling; /* the next of the family, or RULES_NO_ENTRY */
  enum courtesy_form form;
  uint32_t zones; /* bit 1 << enum courtesy_zone */
  bool quoted;    /* also inside quotation marks */
  bool safe;
  rules_note replace;  /* RULES_NO_NOTE: no edit */
  uint32_t replace_at; /* word set of the code: it begins at one of these;
                          RULES_NO_SET: where the match does */
  bool ignores_case;
  struct rules_range find; /* phrases and regexes */
  struct rules_range except;
  struct rules_range except_here;
  uint32_t subject; /* entry that `missing` or `each` names */
  enum courtesy_place at;
  enum courtesy_within within;
  struct rules_range without;
  uint32_t at_least;       /* 0: not given */
  double share;            /* 0: not given; 0.5 for 50% */
  struct rules_range when; /* conditions */
  struct rules_range unless;
  bool message_level;          /* does not run on loose text */
  struct rules_range examples; /* of the notes */
};

struct courtesy_ruleset {
  struct base_arena arena;
  void *owned; /* bytes that `release` is called with in the end */
  void (*release)(void *bytes);
  const char *profile;
  const char *const *profile_names;
  size_t profile_count;
  const enum courtesy_severity *profile_severities; /* [profile][entry] */
  struct courtesy_rule *entries;
  size_t entry_count;
  struct courtesy_condition *conditions; /* of the entries */
  size_t condition_count;
  uint32_t *without; /* entries that entries name */
  size_t without_count;
  const uint32_t *by_id; /* numbers of the entries, sorted by id */
  struct rules_program *patterns;
  size_t pattern_count;
  const struct rules_aim *aims;        /* of the patterns */
  const struct rules_scope *scopes;    /* of the entries */
  const struct rules_veto_row *vetoes; /* of the entries, in their order */
  size_t veto_row_count;
  struct rules_notes notes;
  struct rules_code code; /* instructions and word sets of all programs */
  struct text_vocabulary *vocabulary;
  struct text_lexicon lexicon;
  const struct rules_nickname *nicknames; /* sorted by word */
  size_t nickname_count;
  struct text_prefilter prefilter; /* word to `find` patterns */
  const struct rules_sieve *sieve;
  uint32_t greeting; /* first of the markers that make zones, or */
  uint32_t farewell; /* RULES_NO_ENTRY */
  struct rules_forms forms;
};

/* Whether an entry is to be looked for; markers and signals always are. */
static inline bool rules_is_on(const struct courtesy_rule *entry) {
  return entry->facts.rule_class != COURTESY_RULE ||
         entry->facts.severity != COURTESY_OFF;
}

/* A text of an entry. */
static inline const char *rules_noted(const struct courtesy_ruleset *ruleset,
                                      rules_note text) {
  return rules_notes_text(&ruleset->notes, text);
}

/* Whether an entry is in no language, as what finds mere names. */
static inline bool rules_has_no_language(const struct courtesy_ruleset *ruleset,
                                         size_t entry) {
  return base_language_is_none(
      rules_noted(ruleset, ruleset->entries[entry].facts.language));
}

/* The entries of which one near the subject is enough. */
static inline const uint32_t *rules_without(
    const struct courtesy_ruleset *ruleset, const struct courtesy_rule *rule) {
  return ruleset->without + rule->without.first;
}

/* What `when` or `unless` of an entry says. */
static inline struct rules_conditions rules_conditions_in(
    const struct courtesy_ruleset *ruleset, struct rules_range range) {
  return (struct rules_conditions){ruleset->conditions + range.first,
                                   range.count};
}

#endif
