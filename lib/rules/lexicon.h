/* SPDX-License-Identifier: MIT */
/* The lists of the files, as the tokenizer and greetings see them. */
#ifndef COURTESY_RULES_LEXICON_H
#define COURTESY_RULES_LEXICON_H

#include "rules/model.h"

/* The lists that the tokenizer and <Name> need, of all languages. */
bool rules_lexicon_fill(struct text_lexicon *lexicon,
                        const struct rules_model *model,
                        struct text_vocabulary *vocabulary,
                        struct base_arena *arena);

/* The entries of two words of the lists `nicknames`: “Bob Robert”. */
bool rules_nicknames_fill(struct courtesy_ruleset *ruleset,
                          const struct rules_model *model,
                          struct base_arena *arena);

#endif
