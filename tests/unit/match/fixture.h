/* SPDX-License-Identifier: MIT */
/* A ruleset made by hand: phrases without rule files. */
#ifndef COURTESY_TESTS_MATCH_FIXTURE_H
#define COURTESY_TESTS_MATCH_FIXTURE_H

#include "match/engine.h"
#include "rules/phrase.h"
#include "text/filing.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

enum { FIXTURE_ENTRIES = 16, FIXTURE_PATTERNS = 64 };

/* One entry. Lines are separated by "\n"; NULL where there are none. */
struct fixture_entry {
  const char *find;
  const char *regex;
  const char *word; /* one that must stand beside the regexes, or NULL */
  const char *except;
  const char *except_here;
  bool quoted;
  uint32_t zones; /* 0: all */
};

struct fixture {
  struct courtesy_ruleset rules;
  struct courtesy_rule entries[FIXTURE_ENTRIES];
  struct rules_program patterns[FIXTURE_PATTERNS];
  struct rules_aim aims[FIXTURE_PATTERNS];
  struct rules_scope scopes[FIXTURE_ENTRIES];
  struct rules_definitions definitions;
  struct text_filing filing;
  struct match_engine *engine;
  struct text_document document;
  struct text_source source;
  const struct text_source *sources[1];
  struct match_text text;
  struct match_hits hits;
  struct match_limits limits;
};

/* Before entries are added, the lexicon and definitions may be filled. */
void fixture_create(struct fixture *fixture);
uint32_t fixture_word(struct fixture *fixture, const char *word);
struct courtesy_rule *fixture_add(struct fixture *fixture,
                                  const struct fixture_entry *entry);
/* Makes the engine. */
void fixture_finish(struct fixture *fixture);
/* Matches a text: all body, or what `zone` says. Paragraphs are parted by
 * "\n\n". Hits and limits are then in the fixture; they are the same without
 * the prefilter, and when all entries are put off at first. */
void fixture_match(struct fixture *fixture, const char *text, uint8_t zone);

/* Matches the same text again, as a family of greetings. */
void fixture_match_family(struct fixture *fixture);
void fixture_destroy(struct fixture *fixture);

#endif
