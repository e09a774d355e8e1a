/* SPDX-License-Identifier: MIT */
/* Whether an instruction takes a token, or holds between two. */
#include "match/scene.h"

#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

bool match_scene_goes_on(const struct match_scene *scene, uint32_t sentence) {
  const struct text_sentence *here = &scene->sentences[sentence];
  return sentence + 1 < scene->sentence_count &&
         here[1].paragraph == here->paragraph && here[1].source == here->source;
}

static bool has_reading_in(const struct text_token *token,
                           struct text_word_set set) {
  size_t readings = text_token_readings(token);
  for (size_t i = 0; i < readings; i++) {
    if (token->words[i] != TEXT_NO_WORD &&
        text_word_set_has(&set, token->words[i])) {
      return true;
    }
  }
  return false;
}

/* Words, numbers, URLs, addresses, placeholders: what is counted as written
 * words. */
static bool is_written(const struct text_token *token) {
  return token->kind <= TEXT_PLACEHOLDER;
}

/* Pieces of one written word follow each other, hyphens between them. */
static bool begins_written_word(const struct match_scene *scene,
                                uint32_t token) {
  const struct text_token *piece = &scene->tokens[token];
  return is_written(piece) && (token == 0 || piece[-1].kind > TEXT_HYPHEN ||
                               piece[-1].written != piece->written);
}

static const char *bytes_of(const struct match_scene *scene, uint32_t sentence,
                            const struct text_token *token) {
  uint8_t source = scene->sentences[sentence].source;
  return scene->text->sources[source]->bytes + token->start;
}

/* The word was taken, so that it is the same but for case and bytes decide;
 * behind them only an 's or a full stop can follow. */
bool match_is_spelled(const struct match_scene *scene, uint32_t sentence,
                      const struct text_token *token, const char *spelling) {
  size_t size = strlen(spelling);
  return (scene->sentences[sentence].flags & TEXT_SHOUTED) == 0 &&
         token->end - token->start >= size &&
         memcmp(bytes_of(scene, sentence, token), spelling, size) == 0;
}

/* At a sentence's start every word is capitalised: there a name must be known
 * from the rules or from the message's header. */
static bool is_name(const struct match_scene *scene, uint32_t sentence,
                    uint32_t index) {
  const struct text_token *token = &scene->tokens[index];
  const struct text_sentence *place = &scene->sentences[sentence];
  const struct text_lexicon *lexicon = &scene->rules->lexicon;
  if ((place->flags & TEXT_MOSTLY_CAPITALISED) != 0 ||
      has_reading_in(token, lexicon->not_names)) {
    return false;
  }
  struct text_folded word;
  const struct text_source *source = scene->text->sources[place->source];
  if (!text_token_folded(source, token, &word) ||
      (word.size == 1 && word.bytes[0] == 'i')) {
    return false;
  }
  return index > place->word_start || has_reading_in(token, lexicon->names) ||
         match_names_has(scene->names,
                         (struct base_slice){word.bytes, word.size});
}

static bool is_capitalised_word(const struct match_scene *scene,
                                uint32_t index) {
  const struct text_token *token = &scene->tokens[index];
  return token->kind == TEXT_WORD && (token->flags & TEXT_CAPITALISED) != 0 &&
         begins_written_word(scene, index);
}

static bool has_case(const struct text_token *token,
                     struct rules_switch table) {
  size_t readings = text_token_readings(token);
  for (size_t i = 0; i < readings; i++) {
    uint32_t word = token->words[i];
    size_t place =
        word == TEXT_NO_WORD ? table.count : rules_switch_find(table, word);
    if (place < table.count && table.cases[place].word == word) {
      return true;
    }
  }
  return false;
}

bool match_takes(const struct match_scene *scene, uint32_t sentence,
                 struct rules_instruction instruction, uint32_t index) {
  const struct text_token *token = &scene->tokens[index];
  const struct rules_code *code = &scene->rules->code;
  uint32_t argument = instruction.argument;
  switch (instruction.operation) {
  case RULES_WORD:
    return match_has_reading(token, argument);
  case RULES_WORD_SET:
    return has_reading_in(token, rules_code_set(code, argument));
  case RULES_SWITCH:
    return has_case(token, rules_code_switch(code, argument));
  case RULES_NAME:
    return is_capitalised_word(scene, index) && is_name(scene, sentence, index);
  case RULES_CAPITAL:
    return is_capitalised_word(scene, index);
  case RULES_CLASS:
    return token->kind == argument;
  case RULES_ANY:
    return begins_written_word(scene, index);
  case RULES_MARK:
    return token->kind == TEXT_PUNCTUATION && token->mark == argument;
  case RULES_HYPHEN:
    return token->kind == TEXT_HYPHEN;
  default:
    return false;
  }
}

/* `*` takes a contraction and a hyphenated compound whole; a name takes its
 * hyphens, but leaves an 's to the phrase. */
bool match_takes_next(const struct match_scene *scene, uint32_t sentence,
                      struct rules_instruction instruction, uint32_t index) {
  const struct text_token *token = &scene->tokens[index];
  if (index + 1 >= scene->sentences[sentence].token_end ||
      token[1].written != token->written) {
    return false;
  }
  bool hyphen = token[1].kind == TEXT_HYPHEN;
  switch (instruction.operation) {
  case RULES_ANY:
    return hyphen || is_written(&token[1]);
  case RULES_NAME:
  case RULES_CAPITAL:
    return hyphen || (token->kind == TEXT_HYPHEN && is_written(&token[1]));
  default:
    return false;
  }
}

/* The positions of ^ and $: the token to be taken next. Nothing is taken
 * before a ^, so that its place is the start; $ is asked behind the token
 * that was taken last. */
bool match_holds(const struct match_scene *scene, const struct match_spot *spot,
                 struct rules_instruction instruction) {
  const struct text_sentence *sentence = &scene->sentences[spot->sentence];
  switch (instruction.operation) {
  case RULES_SPELLED:
    return match_is_spelled(
        scene, spot->sentence, &scene->tokens[spot->position - 1],
        scene->rules->code.spellings.items[instruction.argument]);
  case RULES_AT_SENTENCE_START:
    return spot->start <= sentence->word_start;
  case RULES_AT_TEXT_START:
    return spot->start <= sentence->word_start &&
           spot->sentence == scene->first_own;
  case RULES_AT_SENTENCE_END:
    return spot->position >= sentence->word_end;
  case RULES_AT_TEXT_END:
    return spot->position >= sentence->word_end &&
           spot->sentence == scene->last_own;
  default:
    return true;
  }
}

bool match_was_abbreviation(const struct match_scene *scene,
                            const struct match_spot *spot) {
  if (spot->position == spot->start) {
    return false;
  }
  const struct text_token *last = &scene->tokens[spot->position - 1];
  const struct text_source *source =
      scene->text->sources[scene->sentences[spot->sentence].source];
  return last->kind == TEXT_WORD && last->end > last->start &&
         source->bytes[last->end - 1] == '.';
}
