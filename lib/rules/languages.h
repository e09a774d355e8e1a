/* SPDX-License-Identifier: MIT */
/* The lists of the files, as the phrases of each language see them. Those of
 * `language: zxx`, about what has no language, such as names, see the lists of
 * all languages, those of one name as one; and such entries suit any message. */
#ifndef COURTESY_RULES_LANGUAGES_H
#define COURTESY_RULES_LANGUAGES_H

#include "rules/model.h"
#include "rules/phrase.h"
#include "rules/ruleset.h"

struct rules_language {
  const char *name;
  struct rules_definitions definitions;
};

BASE_VECTOR(rules_languages, struct rules_language);

/* What the phrases of each language may refer to. The common words are the
 * first to come into the vocabulary, as its signs expect (text/sign.h). Returns
 * false when memory ran out. */
bool rules_languages_fill(struct rules_languages *languages,
                          const struct rules_model *model,
                          struct text_vocabulary *vocabulary,
                          struct base_arena *arena);

/* The definitions of a language; those of no lists when it has none. */
const struct rules_definitions *rules_languages_find(
    const struct rules_languages *languages, const char *name);

#endif
