/* SPDX-License-Identifier: MIT */
/* All matches of one pattern in one sentence: by the machine for a phrase, by
 * PCRE2 for a regex. */
#include "match/state.h"
#include "match/take.h"
#include "text/unicode.h"

#include <stdlib.h>

static void note_limit(struct match_engine *engine, uint32_t pattern,
                       uint32_t sentence, uint32_t start,
                       enum match_limit_kind kind) {
  if (engine->limits != NULL) {
    struct match_limit limit = {pattern, sentence, start, kind};
    engine->failed |= !match_limits_add(engine->limits, limit);
  }
}

/* Counts a match of the entry among all that were found; false when it is one
 * too many. */
static bool is_counted(struct match_engine *engine, uint32_t pattern,
                       uint32_t sentence, uint32_t start) {
  uint32_t entry = engine->rules->aims[pattern].entry;
  uint32_t *count = &engine->tallies[entry];
  if (*count > MATCH_ENTRY_MAX ||
      (*count == 0 && !match_patterns_add(&engine->met, entry))) {
    return false; /* what is not in `met` is never made zero again */
  }
  ++*count;
  if (*count > MATCH_ENTRY_MAX) {
    note_limit(engine, pattern, sentence, start, MATCH_TOO_MANY);
  }
  return *count <= MATCH_ENTRY_MAX;
}

static void add_hit(struct match_engine *engine, uint32_t pattern,
                    const struct match_found *found, uint32_t start,
                    uint32_t end, struct match_hits *hits) {
  const struct text_sentence *sentence =
      &engine->scene.sentences[found->sentence];
  if (hits == &engine->found &&
      !is_counted(engine, pattern, found->sentence, start)) {
    return;
  }
  struct match_hit hit = {
      .entry = engine->rules->aims[pattern].entry,
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
  engine->failed |= !match_hits_add(hits, hit);
}

static void add_found(struct match_engine *engine, uint32_t pattern,
                      const struct match_found *found,
                      struct match_hits *hits) {
  const struct text_token *tokens = engine->scene.tokens;
  add_hit(engine, pattern, found, tokens[found->first_token].start,
          tokens[found->token_end - 1].end, hits);
}

/* Whether the pattern is its entry's only one: then what overlaps a match that
 * begins before it is never a hit. Beside others it may be:
 *
 *     token          0  1  2  3  4  5
 *     another's      ───────               the hit that begins first
 *     the pattern's        ───────         overlaps that: no hit
 *     the pattern's           ───────      overlaps no hit: is one
 */
static bool is_the_one(const struct match_engine *engine, uint32_t pattern) {
  const struct courtesy_ruleset *rules = engine->rules;
  struct rules_range find = rules->entries[rules->aims[pattern].entry].find;
  return find.first == pattern && find.count == 1;
}

/* Whether one match in a sentence is all that is asked for. */
static bool is_first_enough(const struct match_engine *engine,
                            uint32_t pattern) {
  uint32_t entry = engine->rules->aims[pattern].entry;
  return (engine->scope.zones[entry] & MATCH_FIRST_ONLY) != 0;
}

/* Past the last token of the sentence where a match may begin. */
static uint32_t end_of_starts(const struct match_scene *scene,
                              const struct rules_program *program,
                              uint32_t sentence) {
  const struct text_sentence *place = &scene->sentences[sentence];
  return program->at_start_only && place->word_start < place->token_end
             ? place->word_start + 1
             : place->token_end;
}

/* Adds the matches that begin at one of the tokens [from, end), if there are
 * any. Returns the token from which on others may begin. */
static uint32_t scan_tokens(struct match_engine *engine, uint32_t pattern,
                            uint32_t sentence, uint32_t from, uint32_t end,
                            struct match_hits *hits) {
  const struct rules_program *program = &engine->rules->patterns[pattern];
  struct match_found found;
  while (match_machine_find(engine->machine, &engine->scene, program, sentence,
                            from, end, &found)) {
    add_found(engine, pattern, &found, hits);
    if (is_first_enough(engine, pattern)) {
      return UINT32_MAX;
    }
    from =
        is_the_one(engine, pattern) ? found.token_end : found.first_token + 1;
  }
  return from < end ? end : from;
}

/* The same in all of a long sentence: where its charts tell that a match may
 * begin. */
static void scan_charts(struct match_engine *engine, uint32_t pattern,
                        uint32_t sentence, uint32_t end,
                        struct match_hits *hits) {
  const struct match_scene *scene = &engine->scene;
  const struct text_sentence *place = &scene->sentences[sentence];
  const struct match_chart *charts =
      match_picture_charts(&engine->picture, sentence);
  uint32_t count = charts == NULL ? 0 : match_charts_of(scene, place);
  uint32_t from = place->first_token;
  for (uint32_t i = 0; i < count; i++) {
    uint64_t starts =
        match_chart_starts(&charts[i], &engine->rules->code,
                           &engine->rules->patterns[pattern], i + 1 == count);
    for (; starts != 0; starts &= starts - 1) {
      const uint32_t *borders = charts[i].borders + __builtin_ctzll(starts);
      from = borders[0] > from ? borders[0] : from;
      from = scan_tokens(engine, pattern, sentence, from,
                         borders[1] < end ? borders[1] : end, hits);
    }
  }
}

static void scan_phrase(struct match_engine *engine, uint32_t pattern,
                        uint32_t sentence, struct match_hits *hits) {
  const struct match_scene *scene = &engine->scene;
  const struct rules_program *program = &engine->rules->patterns[pattern];
  uint32_t end = end_of_starts(scene, program, sentence);
  if (match_is_charted(scene, program, sentence)) {
    scan_charts(engine, pattern, sentence, end, hits);
  } else {
    scan_tokens(engine, pattern, sentence,
                scene->sentences[sentence].first_token, end, hits);
  }
}

void match_take_word(struct match_engine *engine, uint32_t pattern,
                     uint32_t sentence, uint32_t token,
                     struct match_hits *hits) {
  const struct text_token *word = &engine->scene.tokens[token];
  if (match_may_start_with(word) && match_may_end_with(word)) {
    struct match_found found = {token, token + 1, sentence, sentence};
    add_found(engine, pattern, &found, hits);
  }
}

void match_scan_at(struct match_engine *engine, uint32_t pattern,
                   uint32_t sentence, uint32_t token, struct match_hits *hits) {
  struct match_found found;
  if (match_machine_run(engine->machine, &engine->scene,
                        &engine->rules->patterns[pattern], sentence, token,
                        &found)) {
    add_found(engine, pattern, &found, hits);
  }
}

/* Compiled when first used. NULL: no memory. */
static struct text_regex *prepare_regex(struct match_engine *engine,
                                        uint32_t pattern) {
  const struct courtesy_ruleset *rules = engine->rules;
  if (engine->scratch == NULL) {
    engine->scratch = text_regex_scratch_create();
  }
  if (engine->regexes == NULL) {
    engine->regexes =
        calloc(rules->code.guards.count, sizeof(struct text_regex *));
  }
  if (engine->scratch == NULL || engine->regexes == NULL) {
    engine->failed = true;
    return NULL;
  }
  uint32_t number = rules->aims[pattern].regex;
  struct text_regex **regex = &engine->regexes[number];
  if (*regex == NULL) {
    rules_note text = rules->code.guards.items[number].regex;
    *regex = text_regex_create(rules_notes_text(&rules->notes, text));
  }
  engine->failed |= *regex == NULL;
  return *regex;
}

/* The normal form of the sentence, made once for all regexes. */
static bool prepare_form(struct match_engine *engine, uint32_t pattern,
                         uint32_t sentence) {
  if (engine->form_filled && engine->form_sentence == sentence) {
    return true;
  }
  const struct match_text *text = engine->scene.text;
  const struct text_sentence *place = &engine->scene.sentences[sentence];
  engine->form_filled = text_normal_form(
      &engine->form, text->sources[place->source], text->document, place);
  engine->form_sentence = sentence;
  engine->failed |= !engine->form_filled;
  if (engine->form_filled && engine->form.truncated) {
    note_limit(engine, pattern, sentence, place->start, MATCH_CUT);
  }
  return engine->form_filled;
}

/* The first token that ends behind the byte. Tokens are in order. */
static uint32_t token_at(const struct match_scene *scene, uint32_t sentence,
                         uint32_t byte) {
  uint32_t low = scene->sentences[sentence].first_token;
  uint32_t high = scene->sentences[sentence].token_end;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (scene->tokens[middle].end <= byte) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/* Our own word boundary: no word, number or the like goes on across it. */
static bool is_boundary(const struct match_scene *scene, uint32_t sentence,
                        uint32_t byte) {
  uint32_t index = token_at(scene, sentence, byte);
  const struct text_token *token = &scene->tokens[index];
  return index == scene->sentences[sentence].token_end ||
         token->start >= byte || token->kind > TEXT_PLACEHOLDER;
}

static void add_regex_match(struct match_engine *engine, uint32_t pattern,
                            uint32_t sentence, uint32_t start, uint32_t end,
                            struct match_hits *hits) {
  const struct match_scene *scene = &engine->scene;
  struct match_found found = {
      .first_token = token_at(scene, sentence, start),
      .token_end = token_at(scene, sentence, end),
      .sentence = sentence,
      .last_sentence = sentence,
  };
  if (found.token_end < scene->sentences[sentence].token_end &&
      scene->tokens[found.token_end].start < end) {
    found.token_end++;
  }
  add_hit(engine, pattern, &found, start, end, hits);
}

/* The start of the code point behind the one at `byte`. */
static size_t next_character(const struct text_normal_form *form, size_t byte) {
  do {
    byte++;
  } while (byte < form->size && text_continues(form->bytes[byte]));
  return byte;
}

static uint8_t cabinet_of(const struct match_engine *engine, uint32_t pattern) {
  const struct courtesy_ruleset *rules = engine->rules;
  return rules->scopes[rules->aims[pattern].entry].cabinet;
}

/* Whether the prefilter has the pattern under this word. */
static bool is_filed_under(const struct match_engine *engine, uint32_t pattern,
                           uint32_t word) {
  return text_prefilter_holds(engine->rules->prefilter,
                              cabinet_of(engine, pattern), word, pattern);
}

bool match_is_filed(const struct match_engine *engine, uint32_t pattern,
                    uint32_t sentence) {
  const struct text_sentence *place = &engine->scene.sentences[sentence];
  size_t count = 0;
  const uint32_t *always = text_prefilter_always(
      engine->rules->prefilter, cabinet_of(engine, pattern), &count);
  bool filed = false;
  for (size_t i = 0; i < count && !filed; i++) {
    filed = always[i] == pattern;
  }
  for (uint32_t t = place->first_token; t < place->token_end && !filed; t++) {
    const uint32_t *words = engine->scene.tokens[t].words;
    for (size_t i = 0; i < TEXT_READINGS && !filed; i++) {
      filed =
          words[i] != TEXT_NO_WORD && is_filed_under(engine, pattern, words[i]);
    }
  }
  return filed;
}

/* Whether the sentence holds the marks without which there is no match, or is
 * so long that it may be cut, which is told. */
static bool is_let(const struct match_engine *engine, uint32_t pattern,
                   uint32_t sentence) {
  const struct courtesy_ruleset *rules = engine->rules;
  const struct text_sentence *place = &engine->scene.sentences[sentence];
  const struct text_source *source = engine->scene.text->sources[place->source];
  uint32_t size = place->end - place->start;
  return size > TEXT_NORMAL_FORM_MAX ||
         rules_guard_lets(&rules->code.guards.items[rules->aims[pattern].regex],
                          source->bytes + place->start, size);
}

/* Whether one of the exact `words` beside a regex stands in capitals. */
static bool has_capital_word(const struct match_engine *engine,
                             uint32_t pattern, uint32_t sentence) {
  const struct text_sentence *place = &engine->scene.sentences[sentence];
  for (uint32_t t = place->first_token; t < place->token_end; t++) {
    const struct text_token *token = &engine->scene.tokens[t];
    if ((token->flags & TEXT_ALL_CAPITALS) != 0 &&
        is_filed_under(engine, pattern, token->words[0])) {
      return true;
    }
  }
  return false;
}

static void scan_regex(struct match_engine *engine, uint32_t pattern,
                       uint32_t sentence, struct match_hits *hits) {
  const struct rules_program *program = &engine->rules->patterns[pattern];
  if (!is_let(engine, pattern, sentence) ||
      (program->needs_case && !has_capital_word(engine, pattern, sentence))) {
    return;
  }
  struct text_regex *regex = prepare_regex(engine, pattern);
  if (regex == NULL || !prepare_form(engine, pattern, sentence)) {
    return;
  }
  const struct text_normal_form *form = &engine->form;
  struct text_regex_match match = {0};
  for (size_t from = 0; from < form->size;) {
    enum text_regex_result result = text_regex_find(
        regex, engine->scratch, form->bytes, form->size, from, &match);
    if (result != TEXT_REGEX_FOUND) {
      engine->failed |= result == TEXT_REGEX_NO_MEMORY;
      if (result == TEXT_REGEX_GAVE_UP) {
        note_limit(engine, pattern, sentence,
                   engine->scene.sentences[sentence].start, MATCH_GAVE_UP);
      }
      return;
    }
    uint32_t start = form->map[match.start];
    uint32_t end = form->map[match.end];
    if (is_boundary(&engine->scene, sentence, start) &&
        is_boundary(&engine->scene, sentence, end)) {
      add_regex_match(engine, pattern, sentence, start, end, hits);
      from = match.end;
    } else {
      from = next_character(form, match.start);
    }
  }
}

void match_scan(struct match_engine *engine, uint32_t pattern,
                uint32_t sentence, struct match_hits *hits) {
  if (rules_is_regex(&engine->rules->patterns[pattern])) {
    scan_regex(engine, pattern, sentence, hits);
  } else {
    scan_phrase(engine, pattern, sentence, hits);
  }
}
