/* SPDX-License-Identifier: MIT */
#include "match/take.h"

#include "text/fold.h"

#include <string.h>

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
bool match_is_name(const struct match_scene *scene, uint32_t sentence,
                   const struct text_token *token) {
  const struct text_sentence *place = &scene->sentences[sentence];
  const struct text_lexicon *lexicon = &scene->rules->lexicon;
  if ((place->flags & TEXT_MOSTLY_CAPITALISED) != 0 ||
      match_has_reading_in(token, lexicon->not_names)) {
    return false;
  }
  struct text_folded word;
  const struct text_source *source = scene->text->sources[place->source];
  if (!text_token_folded(source, token, &word) ||
      (word.size == 1 && word.bytes[0] == 'i')) {
    return false;
  }
  return token > scene->tokens + place->word_start ||
         match_has_reading_in(token, lexicon->names) ||
         match_names_has(scene->names,
                         (struct base_slice){word.bytes, word.size});
}

bool match_was_abbreviation(const struct match_scene *scene,
                            const struct match_spot *spot) {
  if (spot->next == spot->start) {
    return false;
  }
  const struct text_token *last = spot->next - 1;
  const struct text_source *source =
      scene->text->sources[scene->sentences[spot->sentence].source];
  return last->kind == TEXT_WORD && last->end > last->start &&
         source->bytes[last->end - 1] == '.';
}
