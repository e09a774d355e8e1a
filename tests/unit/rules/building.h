/* SPDX-License-Identifier: MIT */
/* Builds rulesets from texts, for the tests of lib/rules. */
#ifndef TESTS_RULES_BUILDING_H
#define TESTS_RULES_BUILDING_H

#include "rules/ruleset.h"

#include <courtesy/rules.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* What a definition needs beside what a test is about. */
#define PROSE                                                                  \
  "    message: m\n"                                                           \
  "    why: w\n"                                                               \
  "    instead: i\n"

/* The same with enough sentences that no warning comes. */
#define FULL                                                                   \
  PROSE "    bad: ['one', 'two']\n"                                            \
        "    good: ['three', 'four', 'five']\n"

struct building {
  struct courtesy_builder *builder;
  struct courtesy_ruleset *ruleset;
  enum courtesy_status status;
  char diagnostics[8192]; /* FILE:LINE:COLUMN: SEVERITY: MESSAGE, a line each */
};

static inline void building_start(struct building *building) {
  memset(building, 0, sizeof *building);
  assert_int_equal(courtesy_builder_create(&building->builder), COURTESY_OK);
}

static inline void building_add(struct building *building, const char *name,
                                const char *text) {
  assert_int_equal(
      courtesy_builder_add_file(building->builder, name, text, strlen(text)),
      COURTESY_OK);
}

static inline void building_finish(struct building *building) {
  building->status =
      courtesy_builder_finish(building->builder, &building->ruleset);
  size_t count = courtesy_builder_diagnostic_count(building->builder);
  size_t used = 0;
  for (size_t i = 0; i < count; i++) {
    const struct courtesy_diagnostic *diagnostic =
        courtesy_builder_diagnostic(building->builder, i);
    size_t room = sizeof building->diagnostics - used;
    int size = snprintf(
        building->diagnostics + used, room, "%s:%u:%u: %s: %s\n",
        diagnostic->file, (unsigned)diagnostic->line,
        (unsigned)diagnostic->column,
        courtesy_severity_name(diagnostic->severity), diagnostic->message);
    assert_true(size > 0 && (size_t)size < room);
    used += (size_t)size;
  }
}

/* One file, `a.yaml`, from start to finish. */
static inline void building_of(struct building *building, const char *text) {
  building_start(building);
  building_add(building, "a.yaml", text);
  building_finish(building);
}

/* A second file changes what the first says. */
static inline void building_of_two(struct building *building, const char *first,
                                   const char *second) {
  building_start(building);
  building_add(building, "a.yaml", first);
  building_add(building, "b.yaml", second);
  building_finish(building);
}

static inline void building_end(struct building *building) {
  courtesy_builder_destroy(building->builder);
  if (building->status == COURTESY_OK) {
    courtesy_ruleset_destroy(building->ruleset);
  }
}

static inline const struct courtesy_rule *building_rule(
    const struct building *building, const char *id) {
  assert_string_equal(building->diagnostics, "");
  assert_int_equal(building->status, COURTESY_OK);
  const struct courtesy_rule *rule =
      courtesy_ruleset_find(building->ruleset, id);
  assert_non_null(rule);
  return rule;
}

static inline struct courtesy_rule_facts building_facts(
    const struct building *building, const struct courtesy_rule *rule) {
  struct courtesy_rule_facts facts;
  courtesy_rule_describe(building->ruleset, rule, &facts);
  return facts;
}

static inline struct rules_conditions building_when(
    const struct building *building, const struct courtesy_rule *rule) {
  return rules_conditions_in(building->ruleset, rule->when);
}

/* A phrase or an example that is there. */
static inline struct courtesy_phrase building_phrase(
    const struct building *building, const struct courtesy_rule *rule,
    size_t index) {
  struct courtesy_phrase phrase;
  assert_true(courtesy_rule_phrase(building->ruleset, rule, index, &phrase));
  return phrase;
}

static inline struct courtesy_example building_example(
    const struct building *building, const struct courtesy_rule *rule,
    size_t index) {
  struct courtesy_example example;
  assert_true(courtesy_rule_example(building->ruleset, rule, index, &example));
  return example;
}

#endif
