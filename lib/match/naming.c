/* SPDX-License-Identifier: MIT */
#include "match/naming.h"

#include "match/picture.h"
#include "rules/aim.h"

void match_naming_destroy(struct match_naming *naming) {
  match_bits_destroy(&naming->rows);
  match_bits_destroy(&naming->where);
}

void match_naming_begin(struct match_naming *naming,
                        const struct match_scene *scene,
                        const struct text_prefilter_tables *filed) {
  naming->scene = scene;
  naming->filed = filed;
  match_bits_empty(&naming->rows);
  match_bits_empty(&naming->where);
}

bool match_naming_failed(const struct match_naming *naming) {
  return naming->rows.failed || naming->where.failed;
}

static void name(uint64_t *row, uint32_t pattern) {
  row[pattern / 64] |= UINT64_C(1) << (pattern % 64);
}

/* What is filed under the word and fits where the token is. */
static void name_under(const struct match_naming *naming, uint32_t word,
                       uint32_t token, const struct text_sentence *sentence,
                       uint64_t *row) {
  const struct text_prefilter_tables *filed = naming->filed;
  const uint32_t *places = filed->places + RULES_CABINET_VETOES * filed->words;
  const struct text_drawer *drawer = &filed->drawers[places[word]];
  if (drawer->first == drawer->end) {
    return;
  }
  uint64_t before = match_sign_before(naming->scene, sentence, token);
  uint64_t behind = match_sign_behind(naming->scene, sentence, token);
  for (uint32_t i = drawer->first; i < drawer->end; i++) {
    const struct text_key *key = &filed->keys[i];
    if ((key->before & before) != 0 && (key->behind & behind) != 0) {
      name(row, key->pattern);
    }
  }
}

static void fill_row(const struct match_naming *naming,
                     const struct text_sentence *sentence, uint64_t *row) {
  const struct text_prefilter_tables *filed = naming->filed;
  for (size_t i = 0; i < filed->always_count[RULES_CABINET_VETOES]; i++) {
    name(row, filed->always[RULES_CABINET_VETOES][i]);
  }
  for (uint32_t t = sentence->first_token; t < sentence->token_end; t++) {
    const struct text_token *token = &naming->scene->tokens[t];
    size_t readings = text_token_readings(token);
    for (size_t i = 0; i < readings; i++) {
      name_under(naming, token->words[i], t, sentence, row);
    }
  }
}

static size_t row_size(const struct match_naming *naming) {
  return naming->scene->rules->pattern_count / 64 + 1;
}

/* Adds zeros, up to so many in all. */
static bool add_zeros(struct match_bits *bits, size_t count) {
  size_t twice = 2 * bits->capacity; /* or many sentences make room anew */
  if (count > bits->capacity &&
      !match_bits_make_room(bits, count > twice ? count : twice)) {
    return false;
  }
  memset(bits->items + bits->count, 0,
         (count - bits->count) * sizeof *bits->items);
  bits->count = count;
  return true;
}

/* The row of a sentence, drawn when first asked for. NULL: no memory. */
static const uint64_t *row_of(struct match_naming *naming, uint32_t sentence) {
  size_t size = row_size(naming);
  struct match_bits *rows = &naming->rows;
  if (naming->where.count == 0 &&
      !add_zeros(&naming->where, naming->scene->sentence_count)) {
    return NULL;
  }
  uint64_t *where = &naming->where.items[sentence];
  if (*where == 0) {
    size_t first = rows->count;
    if (!add_zeros(rows, first + size)) {
      return NULL;
    }
    fill_row(naming, &naming->scene->sentences[sentence], rows->items + first);
    *where = first / size + 1;
  }
  return rows->items + (*where - 1) * size;
}

bool match_naming_has(struct match_naming *naming, uint32_t pattern,
                      uint32_t sentence) {
  const uint64_t *row = row_of(naming, sentence);
  return row != NULL && (row[pattern / 64] >> (pattern % 64) & 1) != 0;
}
