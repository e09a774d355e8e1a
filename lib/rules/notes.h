/* SPDX-License-Identifier: MIT */
/*
 * What a ruleset keeps for people only: what an entry tells them, phrases as
 * written and example sentences. They are asked for one by one, and lie in
 * tables without pointers until then:
 *
 *     phrases[17] = {…, text 4711, …}
 *                          │
 *     texts   …\0(like|as) I told you\0…
 */
#ifndef COURTESY_RULES_NOTES_H
#define COURTESY_RULES_NOTES_H

#include "base/buffer.h"
#include "base/vector.h"
#include "rules/index.h"
#include "rules/program.h"

#include <courtesy/rules.h>

/* First byte of a text among `texts`, which end with a NUL each. */
typedef uint32_t rules_note;

#define RULES_NO_NOTE UINT32_MAX /* NULL */

struct rules_noted_phrase {
  uint32_t role; /* enum courtesy_phrase_role */
  rules_note text;
  rules_note file;
  uint32_t line;
  uint32_t column;
};

/* See struct courtesy_example. */
struct rules_noted_example {
  bool bad;
  bool spans_given;
  bool attachments_given;
  rules_note text;
  uint32_t size;
  rules_note file;
  uint32_t line;
  uint32_t column;
  uint32_t layer;
  uint32_t kind;      /* enum courtesy_kind */
  uint32_t reply;     /* enum courtesy_answer, */
  uint32_t automatic; /* as this */
  rules_note subject; /* or RULES_NO_NOTE, */
  rules_note from;    /* as the next three */
  rules_note to;
  rules_note date;
  struct rules_range spans;
  struct rules_range attachments; /* of the names */
  struct rules_range domains;     /* as the next ones */
  struct rules_range fires;
};

BASE_VECTOR(rules_noted_phrases, struct rules_noted_phrase);
BASE_VECTOR(rules_noted_examples, struct rules_noted_example);
BASE_VECTOR(rules_noted_spans, size_t); /* pairs (offset, length) */
BASE_VECTOR(rules_noted_names, const char *);

struct rules_notes {
  struct base_buffer texts;
  struct rules_noted_phrases phrases; /* by pattern */
  struct rules_noted_examples examples;
  struct rules_noted_spans spans;
  struct rules_noted_names names;
  struct rules_index known; /* texts that are there; for compiling only */
  bool borrowed; /* from an image: nothing is added, nothing ours to free */
};

/* A zeroed struct is empty notes. */
void rules_notes_destroy(struct rules_notes *notes);

/* The note of a text; of NULL it is RULES_NO_NOTE. Equal texts are kept once.
 * That memory ran out is told in the end. */
rules_note rules_notes_add_text(struct rules_notes *notes, const char *text);

/* Copy what people wrote; texts must outlive the compilation, names the
 * notes. Return false when memory ran out. */
bool rules_notes_add_phrase(struct rules_notes *notes,
                            const struct courtesy_phrase *phrase);
bool rules_notes_add_example(struct rules_notes *notes,
                             const struct courtesy_example *example);

/* When all are there: frees what only adding needs. Returns false when memory
 * ran out on the way. */
bool rules_notes_finish(struct rules_notes *notes);

static inline const char *rules_notes_text(const struct rules_notes *notes,
                                           rules_note text) {
  return text == RULES_NO_NOTE ? NULL : notes->texts.bytes + text;
}

/* What was added, by number. */
struct courtesy_phrase rules_notes_phrase(const struct rules_notes *notes,
                                          size_t number);
struct courtesy_example rules_notes_example(const struct rules_notes *notes,
                                            size_t number);

#endif
