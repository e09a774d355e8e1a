/* SPDX-License-Identifier: MIT */
/* The vocabulary as the tokenizer asks it: for words folded already. */
#ifndef COURTESY_TEXT_VOCABULARY_H
#define COURTESY_TEXT_VOCABULARY_H

#include "text/lexicon.h"

/* The id of a folded word whose text_hash is known; TEXT_NO_WORD when it is
 * not there. */
uint32_t text_vocabulary_find_folded(const struct text_vocabulary *vocabulary,
                                     const char *bytes, size_t size,
                                     uint64_t hash);

#endif
