/* SPDX-License-Identifier: MIT */
/*
 * The thread machine: runs a phrase program from a start token and answers
 * the longest match. All ways through the program go on side by side, one
 * thread an instruction at most, so that the cost of a run is tokens times
 * instructions whatever the phrase.
 */
#ifndef COURTESY_MATCH_MACHINE_H
#define COURTESY_MATCH_MACHINE_H

#include "match/engine.h"
#include "match/names.h"

/* What programs are run on. */
struct match_scene {
  const struct courtesy_ruleset *rules;
  const struct match_text *text;
  const struct text_token *tokens;
  const struct text_sentence *sentences;
  uint32_t sentence_count;
  uint32_t first_own; /* first and last sentence of greeting, body and */
  uint32_t last_own;  /* closing, for ^^ and $$; UINT32_MAX when none */
  struct match_names *names;
};

/* Whether the sentence's source and paragraph go on in the next one. */
bool match_scene_goes_on(const struct match_scene *scene, uint32_t sentence);

/* Whether an instruction that consumes takes the token. For operations that
 * take a whole written word, the token is the word's first. */
bool match_takes(const struct match_scene *scene, uint32_t sentence,
                 struct rules_instruction instruction, uint32_t token);

/* Whether an instruction that took the token takes the next one with it: the
 * rest of a written word. */
bool match_takes_next(const struct match_scene *scene, uint32_t sentence,
                      struct rules_instruction instruction, uint32_t token);

struct match_machine;

/* `instructions`: of the largest program. NULL: no memory. */
struct match_machine *match_machine_create(uint32_t instructions);
void match_machine_destroy(struct match_machine *machine);

/* Before the first search in a document. Returns false when memory ran out. */
bool match_machine_begin(struct match_machine *machine,
                         const struct match_scene *scene);

/* The coarse picture of a sentence, valid until the next search. */
const struct rules_bits *match_machine_picture(struct match_machine *machine,
                                               const struct match_scene *scene,
                                               uint32_t sentence);

struct match_found {
  uint32_t first_token;
  uint32_t token_end;
  uint32_t sentence;
  uint32_t last_sentence;
};

/* The first match that begins in the sentence at token `from` or later, and
 * of those that begin there the longest. */
bool match_machine_find(struct match_machine *machine,
                        const struct match_scene *scene,
                        const struct rules_program *program, uint32_t sentence,
                        uint32_t from, struct match_found *found);

#endif
