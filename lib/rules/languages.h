/* SPDX-License-Identifier: MIT */
/*
 * The lists of the files, as phrases see them (by language) and as the
 * tokenizer sees them (the lexicon).
 */
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

/* Whether a file is about what has no language, such as names: "zxx" (ISO
 * 639-2). Its phrases see the lists of all languages, those of one name as
 * one, and its entries suit any message. */
bool rules_language_is_none(const char *language);

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

/* Adds the entries of a list that are one word to the code, as a word set with
 * that index; nothing where there are none. Returns false when memory ran
 * out. */
bool rules_list_add_set(const struct rules_word_list *list,
                        struct text_vocabulary *vocabulary,
                        struct rules_code *code, uint32_t *index);

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
