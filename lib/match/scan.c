/* SPDX-License-Identifier: MIT */
/* All matches of one pattern in one sentence: of a phrase here, by the machine;
 * of regexes in regex.c. */
#include "match/state.h"
#include "match/take.h"

void match_note_limit(struct match_engine *engine, uint32_t pattern,
                      uint32_t sentence, uint32_t start,
                      enum match_limit_kind kind) {
  if (engine->limits != NULL) {
    struct match_limit limit = {pattern, sentence, start, kind};
    engine->failed |= !match_limits_add(engine->limits, limit);
  }
}

/* Counts a match of the entry among all that were found; false when it is one
 * too many. */
static inline bool is_counted(struct match_engine *engine, uint32_t entry,
                              uint32_t pattern, uint32_t sentence,
                              uint32_t start) {
  uint32_t *count = &engine->tallies[entry];
  if (*count > MATCH_ENTRY_MAX) {
    return false;
  }
  engine->met[entry / 64] |= UINT64_C(1) << entry % 64;
  ++*count;
  if (*count > MATCH_ENTRY_MAX) {
    match_note_limit(engine, pattern, sentence, start, MATCH_TOO_MANY);
  }
  return *count <= MATCH_ENTRY_MAX;
}

void match_add_hit(struct match_engine *engine, uint32_t pattern,
                   const struct match_found *found, uint32_t start,
                   uint32_t end) {
  const struct text_sentence *sentence =
      &engine->scene.sentences[found->sentence];
  uint32_t entry = engine->rules->aims[pattern].entry;
  struct match_hits *hits = &engine->found;
  if (!is_counted(engine, entry, pattern, found->sentence, start)) {
    return;
  }
  if (!match_hits_reserve(hits)) {
    engine->failed = true;
    return;
  }
  hits->items[hits->count++] = (struct match_hit){
      .entry = entry,
      .pattern = pattern,
      .sentence = found->sentence,
      .last_sentence = found->last_sentence,
      .first_token = found->first_token,
      .token_end = found->token_end,
      .start = start,
      .end = end,
      .source = sentence->source,
      .zone = sentence->zone,
  };
}

static void add_found(struct match_engine *engine, uint32_t pattern,
                      const struct match_found *found) {
  const struct text_token *tokens = engine->scene.tokens;
  match_add_hit(engine, pattern, found, tokens[found->first_token].start,
                tokens[found->token_end - 1].end);
}

/* Adds the matches that begin at one of the tokens [from, end). */
static void scan_tokens(struct match_engine *engine, uint32_t pattern,
                        uint32_t sentence, uint32_t from, uint32_t end) {
  const struct rules_program *program = &engine->rules->patterns[pattern];
  struct match_found found;
  while (match_find(engine->machine, &engine->scene, program, sentence, from,
                    end, &found)) {
    add_found(engine, pattern, &found);
    from = found.first_token + 1;
  }
}

/* Where in a long sentence, as its charts tell, a match may begin. */
struct stretches {
  const struct match_chart *next; /* chart */
  const struct match_chart *end;
  const struct match_chart *chart; /* whose they are, */
  uint64_t starts;                 /* and those of them that are left */
};

static struct stretches stretches_of(struct match_engine *engine,
                                     uint32_t sentence) {
  const struct match_scene *scene = &engine->scene;
  const struct match_chart *charts =
      match_picture_charts(&engine->picture, sentence);
  uint32_t count =
      charts == NULL ? 0 : match_charts_of(scene, &scene->sentences[sentence]);
  return (struct stretches){.next = charts, .end = charts + count};
}

/* Takes the tokens [*from, *end) of the next ones. */
static bool next_stretch(struct stretches *left, const struct rules_code *code,
                         const struct rules_program *program, uint32_t *from,
                         uint32_t *end) {
  while (!match_chart_next(left->chart, &left->starts, from, end)) {
    if (left->next == left->end) {
      return false;
    }
    left->chart = left->next++;
    left->starts =
        match_chart_starts(left->chart, code, program, left->next == left->end);
  }
  return true;
}

/* Adds the matches of all of a long sentence. */
static void scan_stretches(struct match_engine *engine, uint32_t pattern,
                           uint32_t sentence) {
  const struct courtesy_ruleset *rules = engine->rules;
  struct stretches left = stretches_of(engine, sentence);
  uint32_t from;
  uint32_t end;
  while (next_stretch(&left, &rules->code, &rules->patterns[pattern], &from,
                      &end)) {
    scan_tokens(engine, pattern, sentence, from, end);
  }
}

/* Whether each match is one token of a kind, such as <number>: which those are,
 * their signs tell. */
static bool takes_kind(const struct match_engine *engine,
                       const struct rules_program *program) {
  struct rules_instruction first =
      rules_instruction_at(&engine->rules->code, program, 0);
  return program->count == 2 && first.operation == RULES_CLASS &&
         first.argument != TEXT_EMOJI;
}

static void take_kind(struct match_engine *engine, uint32_t pattern,
                      uint32_t sentence) {
  const struct text_sentence *place = &engine->scene.sentences[sentence];
  uint64_t kind = engine->rules->patterns[pattern].starts;
  uint32_t t = match_next_with(&engine->scene, kind, place->first_token,
                               place->token_end);
  while (t < place->token_end) {
    match_take_word(engine, pattern, sentence, t);
    t = match_next_with(&engine->scene, kind, t + 1, place->token_end);
  }
}

static void scan_phrase(struct match_engine *engine, uint32_t pattern,
                        uint32_t sentence) {
  const struct match_scene *scene = &engine->scene;
  const struct rules_program *program = &engine->rules->patterns[pattern];
  if (takes_kind(engine, program)) {
    take_kind(engine, pattern, sentence);
  } else if (match_is_charted(scene, program, sentence)) {
    scan_stretches(engine, pattern, sentence);
  } else {
    scan_tokens(engine, pattern, sentence,
                scene->sentences[sentence].first_token,
                scene->sentences[sentence].token_end);
  }
}

/* See match_furthest. */
static uint32_t furthest_at(struct match_engine *engine,
                            const struct rules_program *program,
                            uint32_t sentence, uint32_t from, uint32_t end) {
  const struct match_scene *scene = &engine->scene;
  uint32_t furthest = MATCH_NOWHERE;
  for (; from < end; from += MATCH_AT_ONCE) {
    uint64_t left =
        match_picture_all_starts(scene, program, sentence, from, end);
    for (; left != 0; left &= left - 1) {
      uint32_t token = from + (uint32_t)__builtin_ctzll(left);
      if (match_picture_starts(scene, program, sentence, token)) {
        struct match_end last =
            match_run(engine->machine, scene, program, sentence, token);
        furthest = last.token > furthest ? last.token : furthest;
      }
    }
  }
  return furthest;
}

/* The same in all of a long sentence. */
static uint32_t furthest_in_stretches(struct match_engine *engine,
                                      const struct rules_program *program,
                                      uint32_t sentence) {
  struct stretches left = stretches_of(engine, sentence);
  uint32_t furthest = MATCH_NOWHERE;
  uint32_t first;
  uint32_t stop;
  while (next_stretch(&left, &engine->rules->code, program, &first, &stop)) {
    uint32_t here = furthest_at(engine, program, sentence, first, stop);
    furthest = here > furthest ? here : furthest;
  }
  return furthest;
}

uint32_t match_furthest(struct match_engine *engine, uint32_t pattern,
                        uint32_t sentence, uint32_t from, uint32_t end) {
  const struct match_scene *scene = &engine->scene;
  const struct rules_program *program = &engine->rules->patterns[pattern];
  const struct text_sentence *place = &scene->sentences[sentence];
  bool whole = from == place->first_token && end == place->token_end;
  if (rules_is_regex(program) || (program->starts & place->sign) == 0) {
    return MATCH_NOWHERE;
  }
  return whole && match_is_charted(scene, program, sentence)
             ? furthest_in_stretches(engine, program, sentence)
             : furthest_at(engine, program, sentence, from, end);
}

void match_take_word(struct match_engine *engine, uint32_t pattern,
                     uint32_t sentence, uint32_t token) {
  const struct text_token *word = &engine->scene.tokens[token];
  if (match_may_start_with(word) && match_may_end_with(word)) {
    struct match_found found = {token, token + 1, sentence, sentence};
    add_found(engine, pattern, &found);
  }
}

void match_scan_at(struct match_engine *engine, uint32_t pattern,
                   uint32_t sentence, uint32_t token) {
  struct match_end end =
      match_run(engine->machine, &engine->scene,
                &engine->rules->patterns[pattern], sentence, token);
  if (end.token != MATCH_NOWHERE) {
    struct match_found found = {token, end.token, sentence, end.sentence};
    add_found(engine, pattern, &found);
  }
}

void match_scan(struct match_engine *engine, uint32_t pattern,
                uint32_t sentence) {
  if (rules_is_regex(&engine->rules->patterns[pattern])) {
    match_scan_regexes(engine, pattern, sentence);
  } else {
    scan_phrase(engine, pattern, sentence);
  }
}
