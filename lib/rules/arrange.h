/* SPDX-License-Identifier: MIT */
/*
 * An order of words. The id of a word tells which bit it has in signs
 * (text/sign.h). Words that phrases take in each other's place, such as `I` and
 * `we`, get ids of the same bit: then what a phrase takes next has few bits, and
 * few other words seem to be of it.
 */
#ifndef COURTESY_RULES_ARRANGE_H
#define COURTESY_RULES_ARRANGE_H

#include "rules/ruleset.h"

#include <courtesy/rules.h>

/* A new vocabulary of the ruleset's words in such an order. NULL: no memory. */
struct text_vocabulary *rules_arrange_words(
    const struct courtesy_ruleset *ruleset);

/* The ruleset of an image: that of a pack, with its words arranged. For that the
 * pack is built twice. */
enum courtesy_status rules_arrange_pack(const char *language,
                                        const char *profile,
                                        struct courtesy_ruleset **out);

/* Has the builder's ruleset use a vocabulary that has words already, instead of
 * an empty one. It belongs to the builder then. */
void rules_builder_use_vocabulary(struct courtesy_builder *builder,
                                  struct text_vocabulary *vocabulary);

#endif
