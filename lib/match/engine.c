/* SPDX-License-Identifier: MIT */
#include "mail/message.h"
#include "match/state.h"

#include <stdlib.h>

enum courtesy_status match_engine_create(const struct courtesy_ruleset *rules,
                                         struct match_engine **out) {
  struct match_engine *engine = calloc(1, sizeof *engine);
  if (engine == NULL) {
    return COURTESY_NO_MEMORY;
  }
  engine->rules = rules;
  engine->machine = match_machine_create();
  engine->met = calloc(match_met_words(rules) + 1, sizeof *engine->met);
  engine->tallies = calloc(rules->entry_count + 1, sizeof *engine->tallies);
  engine->listed = calloc(rules->entry_count + 1, sizeof *engine->listed);
  if (engine->machine == NULL || engine->met == NULL ||
      engine->tallies == NULL || engine->listed == NULL ||
      !match_scope_create(&engine->scope, rules)) {
    match_engine_destroy(engine);
    return COURTESY_NO_MEMORY;
  }
  *out = engine;
  return COURTESY_OK;
}

void match_engine_destroy(struct match_engine *engine) {
  if (engine == NULL) {
    return;
  }
  for (size_t i = 0;
       engine->regexes != NULL && i < engine->rules->code.guards.count; i++) {
    text_regex_destroy(engine->regexes[i]);
  }
  free(engine->regexes);
  match_tries_destroy(&engine->tries);
  match_scope_destroy(&engine->scope);
  match_unfileds_destroy(&engine->unfiled);
  match_machine_destroy(engine->machine);
  match_picture_destroy(&engine->picture);
  text_regex_scratch_destroy(engine->scratch);
  text_normal_form_destroy(&engine->form);
  match_hits_destroy(&engine->found);
  free(engine->met);
  free(engine->tallies);
  free(engine->listed);
  match_names_destroy(&engine->names);
  free(engine);
}

void match_engine_want(struct match_engine *engine, uint32_t entry, bool want) {
  match_scope_want(&engine->scope, entry, want);
  engine->unfiled_chosen = false;
}

void match_engine_want_all(struct match_engine *engine, const bool *wants,
                           unsigned cabinets) {
  match_scope_want_all(&engine->scope, wants, cabinets);
  engine->unfiled_chosen = false;
}

void match_engine_use_prefilter(struct match_engine *engine, bool use) {
  engine->unfiltered = !use;
}

void match_engine_begin_message(struct match_engine *engine) {
  if (engine->scratch != NULL) {
    text_regex_begin_text(engine->scratch);
  }
}

static bool is_own_text(const struct text_sentence *sentence) {
  return sentence->source == MAIL_SOURCE_TEXT &&
         rules_has_zone(RULES_TEXT_ZONES, sentence->zone);
}

static void find_own_text(struct match_scene *scene) {
  scene->first_own = UINT32_MAX;
  scene->last_own = UINT32_MAX;
  for (uint32_t i = 0; i < scene->sentence_count; i++) {
    if (is_own_text(&scene->sentences[i])) {
      scene->first_own = i;
      break;
    }
  }
  for (uint32_t i = scene->sentence_count; i > 0; i--) {
    if (is_own_text(&scene->sentences[i - 1])) {
      scene->last_own = i - 1;
      break;
    }
  }
}

/* Returns false when memory ran out. */
static bool begin_tries(struct match_engine *engine) {
  engine->failed =
      (!engine->unfiled_chosen && !match_choose_unfiled(engine)) ||
      !match_tries_begin(&engine->tries, engine->rules->pattern_count,
                         engine->scene.sentence_count);
  engine->unfiled_chosen = !engine->failed;
  return !engine->failed;
}

static bool begin(struct match_engine *engine, const struct match_text *text,
                  struct match_limits *limits) {
  const struct text_document *document = text->document;
  engine->text = *text;
  engine->limits = limits;
  engine->marks_of = MATCH_NO_SENTENCE;
  engine->form_of = MATCH_NO_SENTENCE;
  match_names_reset(&engine->names, text->facts);
  engine->scene = (struct match_scene){
      .rules = engine->rules,
      .words = match_words_of(&engine->rules->code),
      .text = &engine->text,
      .tokens = document->tokens.items,
      .signs = document->signs.items,
      .sentences = document->sentences.items,
      .sentence_count = (uint32_t)document->sentences.count,
      .names = &engine->names,
  };
  find_own_text(&engine->scene);
  match_machine_begin(engine->machine);
  return match_picture_begin(&engine->picture, &engine->scene);
}

static enum courtesy_status end(struct match_engine *engine,
                                struct match_hits *hits) {
  match_settle(engine, hits);
  engine->failed |= match_names_failed(&engine->names) ||
                    engine->picture.charts.failed ||
                    match_machine_failed(engine->machine);
  return engine->failed ? COURTESY_NO_MEMORY : COURTESY_OK;
}

/* Without the prefilter, which knows no vetoes. The `words` that stand beside a
 * regex are not only how it is found, but part of what it says. */
static bool may_hold(const struct match_engine *engine, uint32_t pattern,
                     uint32_t sentence) {
  return engine->rules->aims[pattern].finds &&
         (!rules_is_regex(&engine->rules->patterns[pattern]) ||
          match_is_filed(engine, pattern, sentence));
}

static void try_everything(struct match_engine *engine) {
  for (uint32_t s = 0; s < engine->scene.sentence_count; s++) {
    for (uint32_t i = 0; i < engine->rules->pattern_count; i++) {
      if (may_hold(engine, i, s)) {
        match_try_sentence(engine, i, s);
      }
    }
  }
}

static void try_text(struct match_engine *engine) {
  if (engine->unfiltered) {
    try_everything(engine);
  } else {
    match_try_text(engine);
  }
}

static enum courtesy_status run(struct match_engine *engine,
                                const struct match_text *text,
                                struct match_hits *hits,
                                struct match_limits *limits) {
  if (!begin(engine, text, limits) || !begin_tries(engine)) {
    return COURTESY_NO_MEMORY;
  }
  try_text(engine);
  engine->failed |= engine->tries.failed;
  return end(engine, hits);
}

enum courtesy_status match_engine_run(struct match_engine *engine,
                                      const struct match_text *text,
                                      struct match_hits *hits,
                                      struct match_limits *limits) {
  match_scope_begin_ordinary(&engine->scope);
  return run(engine, text, hits, limits);
}

enum courtesy_status match_engine_run_more(struct match_engine *engine,
                                           const uint32_t *entries,
                                           size_t count,
                                           struct match_hits *hits,
                                           struct match_limits *limits) {
  const struct match_text text = engine->text;
  match_scope_begin_some(&engine->scope, entries, count);
  engine->unfiled_chosen = false;
  enum courtesy_status status = run(engine, &text, hits, limits);
  engine->unfiled_chosen = false;
  match_scope_end_some(&engine->scope, entries, count);
  return status;
}

enum courtesy_status match_engine_run_family(struct match_engine *engine,
                                             const struct match_text *text,
                                             enum rules_form_family family,
                                             uint64_t bits,
                                             struct match_hits *hits) {
  engine->failed = !begin(engine, text, NULL);
  match_scope_begin_some(&engine->scope, NULL, 0);
  if (!engine->failed) {
    match_try_family(engine, family, bits);
  }
  return end(engine, hits);
}
