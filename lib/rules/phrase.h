/* SPDX-License-Identifier: MIT */
/*
 * The phrase notation: from a line such as
 *
 *     (like|as) I [already|just] tell~ you (before|already) $
 *
 * to a program and to the words by which the prefilter finds it.
 */
#ifndef COURTESY_RULES_PHRASE_H
#define COURTESY_RULES_PHRASE_H

#include "base/arena.h"
#include "base/slice.h"
#include "rules/program.h"

#include <courtesy/types.h>

/* Largest number of consuming instructions of one phrase, after lists and
 * forms are put in: what keeps a phrase linear and quick. */
enum { RULES_PHRASE_POSITIONS = 1024 };

/* A list or the forms of a word: entries in phrase notation (words, spaces,
 * `=IT`; no brackets). */
struct rules_word_list {
  const char *name;
  const char *const *entries; /* NULL: one is none, which was told; then no
                                 phrase is made of the list */
  size_t count;
};

/* Those of one language, each under a name of its own. */
struct rules_word_lists {
  const struct rules_word_list *items;
  size_t count;
};

/* The list of that name, or NULL. */
const struct rules_word_list *rules_word_lists_find(
    struct rules_word_lists lists, struct base_slice name);

/* What the phrases of one language may refer to; the entries were checked by
 * rules_phrase_check_entry. */
struct rules_definitions {
  struct rules_word_lists lists;     /* {name} */
  struct rules_word_lists forms;     /* name~ */
  struct text_word_set common_words; /* sorted ids; the anchor avoids them */
  const uint32_t *common_order;      /* the same, commonest first; may be
                                        NULL: all equally common */
  bool unread;                       /* a file has more than could be read */
};

/* A mistake in a phrase: plain words with the cure, and where. */
struct rules_phrase_error {
  const char *message; /* in the arena; NULL: none beside a broken list's */
  size_t offset;       /* bytes into the phrase */
};

/* One of these words stands in every match, where the program's instructions
 * [first, end) take it; with count 0 none is sure. */
struct rules_anchor {
  uint32_t first;
  uint32_t end;
  const uint32_t *words; /* in the arena */
  const unsigned *costs; /* how often each is met, guessed */
  size_t count;
  bool common; /* the rarest there were are common words, or there are none */
  const struct rules_anchor *next; /* others that would do, or NULL */
};

/* Compiles one phrase. Words are added to the vocabulary, instructions to the
 * code. `strict_comma` is for vetoes: there a comma is not passed over.
 * Returns COURTESY_BAD_RULES with *error set for a mistake, and
 * COURTESY_NO_MEMORY. */
enum courtesy_status rules_phrase_compile(
    const char *phrase, bool strict_comma,
    const struct rules_definitions *definitions,
    struct text_vocabulary *vocabulary, struct base_arena *arena,
    struct rules_code *code, struct rules_program *program,
    struct rules_anchor *anchor, struct rules_phrase_error *error);

/* Whether a text may stand in a list or be a form: words, =words, 's, hyphens
 * and marks. Else *error says why not. */
bool rules_phrase_check_entry(const char *entry, struct base_arena *arena,
                              struct rules_phrase_error *error);

/* Adds a list entry's words to a set of single words, for the lexicon (names,
 * abbreviations, …): its id, or TEXT_NO_WORD for entries of several words. */
uint32_t rules_phrase_single_word(const char *entry,
                                  struct text_vocabulary *vocabulary);

#endif
