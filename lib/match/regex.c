/* SPDX-License-Identifier: MIT */
/* All matches of an entry's regexes in one sentence, by PCRE2. Each is compiled
 * when a sentence first holds what it needs, and sees the normal form of that. */
#include "match/state.h"
#include "text/mark_set.h"
#include "text/unicode.h"

#include <stdlib.h>

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

/* The marks in the sentence, looked for once for all regexes. */
static uint32_t marks_of(struct match_engine *engine, uint32_t sentence) {
  const struct text_sentence *place = &engine->scene.sentences[sentence];
  const struct text_source *source = engine->scene.text->sources[place->source];
  if (engine->marks_of != sentence) {
    engine->marks_of = sentence;
    engine->marks =
        text_mark_set(source->bytes + place->start, place->end - place->start);
  }
  return engine->marks;
}

/* The normal form of the sentence, made once for all regexes. */
static bool prepare_form(struct match_engine *engine, uint32_t pattern,
                         uint32_t sentence) {
  if (engine->form_of == sentence) {
    return true;
  }
  const struct match_text *text = engine->scene.text;
  const struct text_sentence *place = &engine->scene.sentences[sentence];
  bool made = text_normal_form(&engine->form, text->sources[place->source],
                               text->document, place);
  engine->form_of = made ? sentence : MATCH_NO_SENTENCE;
  engine->failed |= !made;
  if (made && engine->form.truncated) {
    match_note_limit(engine, pattern, sentence, place->start, MATCH_CUT);
  }
  return made;
}

/* The first token that begins at the byte or later. */
static uint32_t token_from(const struct match_scene *scene, uint32_t sentence,
                           uint32_t byte) {
  const struct text_sentence *place = &scene->sentences[sentence];
  return text_token_at(scene->tokens, place->first_token, place->token_end,
                       byte);
}

/* The first token that ends behind the byte. */
static uint32_t token_at(const struct match_scene *scene, uint32_t sentence,
                         uint32_t byte) {
  uint32_t token = token_from(scene, sentence, byte);
  while (token > scene->sentences[sentence].first_token &&
         scene->tokens[token - 1].end > byte) {
    token--;
  }
  return token;
}

/* Our own word boundary: no word, number or the like goes on across it. */
static bool is_boundary(const struct match_scene *scene, uint32_t sentence,
                        uint32_t byte) {
  uint32_t index = token_at(scene, sentence, byte);
  const struct text_token *token = &scene->tokens[index];
  return index == scene->sentences[sentence].token_end ||
         token->start >= byte || !text_token_is_written(token);
}

static void add_regex_match(struct match_engine *engine, uint32_t pattern,
                            uint32_t sentence, uint32_t start, uint32_t end) {
  const struct match_scene *scene = &engine->scene;
  struct match_found found = {
      .first_token = token_at(scene, sentence, start),
      .token_end = token_from(scene, sentence, end),
      .sentence = sentence,
      .last_sentence = sentence,
  };
  match_add_hit(engine, pattern, &found, start, end);
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
  return text_prefilter_holds(&engine->rules->prefilter,
                              cabinet_of(engine, pattern), word, pattern);
}

bool match_is_filed(const struct match_engine *engine, uint32_t pattern,
                    uint32_t sentence) {
  const struct text_sentence *place = &engine->scene.sentences[sentence];
  const struct text_prefilter *prefilter = &engine->rules->prefilter;
  uint8_t cabinet = cabinet_of(engine, pattern);
  bool filed = false;
  for (size_t i = 0; i < prefilter->always_count[cabinet] && !filed; i++) {
    filed = prefilter->always[cabinet][i] == pattern;
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
static bool is_let(struct match_engine *engine, uint32_t pattern,
                   uint32_t sentence) {
  const struct courtesy_ruleset *rules = engine->rules;
  const struct text_sentence *place = &engine->scene.sentences[sentence];
  const struct text_source *source = engine->scene.text->sources[place->source];
  uint32_t size = place->end - place->start;
  return size > TEXT_NORMAL_FORM_MAX ||
         rules_guard_lets(&rules->code.guards.items[rules->aims[pattern].regex],
                          marks_of(engine, sentence),
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
                       uint32_t sentence) {
  if (!is_let(engine, pattern, sentence)) {
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
        match_note_limit(engine, pattern, sentence,
                         engine->scene.sentences[sentence].start,
                         MATCH_GAVE_UP);
      }
      return;
    }
    uint32_t start = form->map[match.start];
    uint32_t end = form->map[match.end];
    if (is_boundary(&engine->scene, sentence, start) &&
        is_boundary(&engine->scene, sentence, end)) {
      add_regex_match(engine, pattern, sentence, start, end);
      from = match.end;
    } else {
      from = next_character(form, match.start);
    }
  }
}

void match_scan_regexes(struct match_engine *engine, uint32_t first,
                        uint32_t sentence) {
  const struct courtesy_ruleset *rules = engine->rules;
  struct rules_range find = rules->entries[rules->aims[first].entry].find;
  if (rules->patterns[first].needs_case &&
      !has_capital_word(engine, first, sentence)) {
    return;
  }
  for (uint32_t i = first;
       i < find.first + find.count && rules_is_regex(&rules->patterns[i]);
       i++) {
    scan_regex(engine, i, sentence);
  }
}
