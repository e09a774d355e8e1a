/* SPDX-License-Identifier: MIT */
/*
 * The guard of a regex: marks that its sentence must hold. What has none of
 * them costs neither a normal form nor a search, and most messages not even the
 * compiling.
 *
 *     regex: [[<]your [a-z]+\]       sure    one of [ and <, and ]
 *     words: [your, "!!!", "*"]      either  three of ! and ? in a row, or *
 */
#ifndef COURTESY_RULES_GUARD_H
#define COURTESY_RULES_GUARD_H

#include "base/vector.h"
#include "text/regex.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct rules_guard {
  /* The regex's text: the note (rules/notes.h) of its phrase. It stands here,
   * too, because linting does not read phrases. */
  uint32_t regex;
  struct text_regex_marks sure;
  uint32_t run;    /* one of: so many ! and ? in a row; 0: none is asked for */
  uint32_t either; /* or these marks */
};

BASE_VECTOR(rules_guards, struct rules_guard);

/* An entry of `words` without a letter names marks, of which one must stand in
 * the sentence besides: a run of ! and ? such as `!!`, a bracket, or a sign
 * such as %. Returns the signs of such tokens (text/sign.h), or 0: a word. */
uint64_t rules_guard_sign(const char *entry);

/* Adds the marks of an entry; of a word there are none. */
void rules_guard_add(struct rules_guard *guard, const char *entry);

/* Of a sentence with these marks. */
bool rules_guard_lets(const struct rules_guard *guard, uint32_t marks,
                      const char *bytes, size_t size);

#endif
