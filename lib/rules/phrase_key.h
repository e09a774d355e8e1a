/* SPDX-License-Identifier: MIT */
/* Files a phrase for the prefilter: from its program, where its anchor's words
 * can stand in a match and what stands around them. */
#ifndef COURTESY_RULES_PHRASE_KEY_H
#define COURTESY_RULES_PHRASE_KEY_H

#include "rules/phrase.h"
#include "text/filing.h"

/* Returns false when memory ran out. */
bool rules_phrase_file(const struct rules_code *code,
                       const struct rules_program *program,
                       const struct rules_anchor *anchor, uint32_t pattern,
                       struct text_filing *filing);

#endif
