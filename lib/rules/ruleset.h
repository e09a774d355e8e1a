/* SPDX-License-Identifier: MIT */
/*
 * The compiled ruleset: immutable tables that the matcher and the session
 * read. Everything lives in the ruleset's arena.
 *
 *     entries   rules, markers and signals
 *        │ find / except / except_here: ranges of
 *     patterns  one line each: a phrase program or a regex
 *        │ program: a range of
 *     instructions
 */
#ifndef COURTESY_RULES_RULESET_H
#define COURTESY_RULES_RULESET_H

#include "base/arena.h"
#include "rules/aim.h"
#include "rules/forms.h"
#include "rules/notes.h"
#include "rules/program.h"
#include "text/lexicon.h"
#include "text/prefilter.h"

#include <courtesy/rules.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One line of `find`, `regex`, `except` or `except-here`; as written it stands
 * in the notes. */
struct rules_pattern {
  bool is_regex;
  struct rules_program program; /* of a phrase */
};

struct rules_conditions {
  const struct courtesy_condition *items;
  size_t count;
};

/* Two words by which one person may be called. */
struct rules_nickname {
  uint32_t nickname;
  uint32_t name;
};

#define RULES_NO_ENTRY UINT32_MAX

/* The author's own words, as bits 1 << enum courtesy_zone. */
enum {
  RULES_OWN_ZONES = 1 << COURTESY_ZONE_SUBJECT | 1 << COURTESY_ZONE_GREETING |
                    1 << COURTESY_ZONE_BODY | 1 << COURTESY_ZONE_CLOSING,
};

/* A rule, marker or signal. Also what the public API calls courtesy_rule. */
struct courtesy_rule {
  struct courtesy_rule_facts facts;
  uint32_t index;   /* in the ruleset's entries */
  uint32_t family;  /* the first marker of its id that makes zones, in whatever
                      language; of other entries their own index */
  uint32_t sibling; /* the next of the family, or RULES_NO_ENTRY */
  enum courtesy_form form;
  uint32_t zones; /* bit 1 << enum courtesy_zone */
  bool quoted;    /* also inside quotation marks */
  bool safe;
  const char *replace;             /* NULL: no edit */
  struct text_word_set replace_at; /* made only where the match begins with
                                      one of these words; none: everywhere */
  bool ignores_case;
  struct rules_range find; /* phrases and regexes */
  struct rules_range except;
  struct rules_range except_here;
  uint32_t subject; /* entry that `missing` or `each` names */
  enum courtesy_place at;
  enum courtesy_within within;
  const uint32_t *without; /* entries */
  size_t without_count;
  uint32_t at_least; /* 0: not given */
  double share;      /* 0: not given; 0.5 for 50% */
  struct rules_conditions when;
  struct rules_conditions unless;
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
  const uint32_t *by_id; /* numbers of the entries, sorted by id */
  struct rules_pattern *patterns;
  size_t pattern_count;
  const struct rules_aim *aims; /* of the patterns */
  struct rules_notes notes;
  struct rules_code code; /* instructions and word sets of all programs */
  struct text_vocabulary *vocabulary;
  struct text_lexicon lexicon;
  const struct rules_nickname *nicknames;
  size_t nickname_count;
  struct text_prefilter *prefilter; /* word to `find` patterns */
  uint32_t greeting; /* first of the markers that make zones, or */
  uint32_t farewell; /* RULES_NO_ENTRY */
  struct rules_forms forms;
};

#endif
