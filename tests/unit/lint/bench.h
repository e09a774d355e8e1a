/* SPDX-License-Identifier: MIT */
/* A ruleset with an engine that looks for all of its entries. */
#ifndef COURTESY_TESTS_LINT_BENCH_H
#define COURTESY_TESTS_LINT_BENCH_H

#include "match/engine.h"

#include <courtesy/courtesy.h>

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

struct bench {
  struct courtesy_ruleset *ruleset;
  struct match_engine *engine;
};

/* The pack, or with `rules` these alone. */
static inline void bench_open(struct bench *bench, const char *rules) {
  struct courtesy_builder *builder = NULL;
  assert_int_equal(courtesy_builder_create(&builder), COURTESY_OK);
  if (rules == NULL) {
    courtesy_builder_add_pack(builder, "en");
  } else {
    courtesy_builder_add_file(builder, "rules.yaml", rules, strlen(rules));
  }
  assert_int_equal(courtesy_builder_finish(builder, &bench->ruleset),
                   COURTESY_OK);
  courtesy_builder_destroy(builder);
  assert_int_equal(match_engine_create(bench->ruleset, &bench->engine),
                   COURTESY_OK);
  for (uint32_t i = 0; i < bench->ruleset->entry_count; i++) {
    match_engine_want(bench->engine, i, true);
  }
}

static inline void bench_close(struct bench *bench) {
  match_engine_destroy(bench->engine);
  courtesy_ruleset_destroy(bench->ruleset);
}

#endif
