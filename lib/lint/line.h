/* SPDX-License-Identifier: MIT */
/* What a line looks like, told from its bytes alone: cues that help to see
 * where a message begins and ends, in any language with Latin letters, and by
 * the wide marks of others. */
#ifndef COURTESY_LINT_LINE_H
#define COURTESY_LINT_LINE_H

#include "base/slice.h"

#include <stdbool.h>

/* Nothing that the author typed to be read: a link, a bar, a banner ("** For
 * internal use **"), an encoded blank ("=20"), the mark of a picture or
 * attachment ("<<Offer.doc>>", "[cid:logo]", "- Offer.doc"). */
bool lint_line_is_wordless(struct base_slice line);

/* Begins with what a template puts in, which may be anything. */
bool lint_line_is_put_in(struct base_slice line);

/* Holds marks that code and tables have, but names do not. */
bool lint_line_is_code(struct base_slice line);

/* Where the last word of the line begins when it stands as a name or initials
 * do that somebody writes in small letters: alone ("tom"), or apart behind a
 * sentence or a smile ("It is on the share.  tp"); else the line's size. Which
 * words are no names is for the caller to tell. */
size_t lint_line_small_name(struct base_slice line);

/* Holds what tells how to reach somebody: a digit, an @ or a link. */
bool lint_line_has_contact(struct base_slice line);

/* Short, and no sentence: "Tom Park", "Sales, Room 4.12". */
bool lint_line_is_sign_off(struct base_slice line);

/* A line below may begin something else: it ends as a sentence or clause does,
 * or is a short one with words in small letters ("I'll call you"). Not with a
 * colon, which a list follows. */
bool lint_line_ends_thought(struct base_slice line);

/* Ends with a full stop, an exclamation or a question mark, or a wide one. */
bool lint_line_ends_sentence(struct base_slice line);

#endif
