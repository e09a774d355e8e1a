/* SPDX-License-Identifier: MIT */
/* What a line looks like, told from its bytes alone: cues that help to see
 * where a message begins and ends, in any language with Latin letters. */
#ifndef COURTESY_LINT_LINE_H
#define COURTESY_LINT_LINE_H

#include "base/slice.h"

#include <stdbool.h>

/* Nothing that the author typed to be read: a link, a bar, the mark of a
 * picture or attachment ("<<Offer.doc>>", "[cid:logo]", "- Offer.doc"). */
bool lint_line_is_wordless(struct base_slice line);

/* Holds marks that code has, but names do not. */
bool lint_line_is_code(struct base_slice line);

/* Short, and no sentence: "Tom Park", "Sales, Room 4.12". */
bool lint_line_is_sign_off(struct base_slice line);

/* A line below may begin something else: it ends as a sentence or clause does,
 * or is a short one with words in small letters ("I'll call you"). Not with a
 * colon, which a list follows. */
bool lint_line_ends_thought(struct base_slice line);

/* "PS: bring the list" */
bool lint_line_is_postscript(struct base_slice line);

#endif
