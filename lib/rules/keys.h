/* SPDX-License-Identifier: MIT */
/*
 * The keys of rules, markers and signals: who may have them, what a house
 * file may do with them, and who reads their values.
 */
#ifndef COURTESY_RULES_KEYS_H
#define COURTESY_RULES_KEYS_H

#include "rules/read.h"

/* Classes of entries, as sets. */
enum {
  RULES_CLASS_RULE = 1 << COURTESY_RULE,
  RULES_CLASS_MARKER = 1 << COURTESY_MARKER,
  RULES_CLASS_SIGNAL = 1 << COURTESY_SIGNAL,
  RULES_CLASS_NAMED = RULES_CLASS_MARKER | RULES_CLASS_SIGNAL,
  RULES_CLASS_ALL = RULES_CLASS_RULE | RULES_CLASS_NAMED,
};

/* What a later file may do with a key of an entry that exists. */
enum rules_changeable {
  RULES_FIXED = 0,
  RULES_REPLACED, /* give it another value */
  RULES_ADJUSTED, /* add with + and take away with - */
};

struct rules_key_facts {
  const char *name;
  unsigned classes;
  enum rules_changeable changeable;
  unsigned forms; /* bits 1 << enum courtesy_form: what it goes with */
  /* Reads a value into the member at `offset` of a description; into one of
   * those that stand there by enum rules_how, if it is adjusted. */
  void (*read)(const struct rules_reading *reading,
               const struct data_node *node, void *member);
  size_t offset;
  size_t size; /* of the member */
};

extern const struct rules_key_facts rules_keys[RULES_KEYS];

/* The key that makes a rule one of that form, for people. */
const char *rules_form_name(enum courtesy_form form);

#endif
