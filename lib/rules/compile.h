/* SPDX-License-Identifier: MIT */
/* From descriptions to the tables of a ruleset. */
#ifndef COURTESY_RULES_COMPILE_H
#define COURTESY_RULES_COMPILE_H

#include "rules/languages.h"
#include "rules/model.h"
#include "text/filing.h"

/* What a ruleset is compiled from and into. */
struct rules_compiler {
  struct courtesy_ruleset *ruleset; /* it may have a vocabulary already */
  struct base_arena *arena;         /* becomes the ruleset's */
  struct rules_report *report;
  const struct rules_model *model;
  const struct data_tree *const *trees; /* by number of file */
  struct rules_languages languages;
  struct text_filing filing; /* of the patterns */
};

/* Compiles all entries; mistakes go to the report. `severities` are those of
 * the chosen profile, by entry. Returns false when memory ran out. */
bool rules_compile(struct rules_compiler *compiler,
                   const enum courtesy_severity *severities);

/* The parts of it. Notes what the entry with that number tells people, and its
 * other texts that linting reads; of all entries before anything else is noted,
 * so that these stand together. That memory ran out is told by the notes. */
void rules_compile_facts(struct rules_compiler *compiler, uint32_t number,
                         enum courtesy_severity severity);

/* The patterns of an entry: phrases, regexes and their words in the
 * prefilter. */
bool rules_compile_patterns(struct rules_compiler *compiler, uint32_t number);

/* Its conditions, references and examples. */
bool rules_compile_entry(struct rules_compiler *compiler, uint32_t number);

#endif
