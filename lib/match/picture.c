/* SPDX-License-Identifier: MIT */
#include "match/picture.h"

#include <stdlib.h>

void match_picture_destroy(struct match_picture *picture) {
  free(picture->signs);
  free(picture->outlines);
}

/* Room for items whose old values nobody needs. */
static bool reserve(void **items, size_t *capacity, size_t count, size_t size) {
  if (count <= *capacity) {
    return true;
  }
  size_t wanted = count > 2 * *capacity ? count : 2 * *capacity;
  void *room = malloc(wanted * size);
  if (room == NULL) {
    return false;
  }
  free(*items);
  *items = room;
  *capacity = wanted;
  return true;
}

_Static_assert(TEXT_SIGN_CAPITALISED >> TEXT_SIGN_KINDS ==
                       UINT64_C(1) << RULES_BIT_CAPITALISED &&
                   TEXT_SIGN_WRITTEN >> TEXT_SIGN_KINDS ==
                       UINT64_C(1) << RULES_BIT_WRITTEN,
               "kinds are in both as in signs");

static bool is_shout_mark(const struct text_token *token) {
  return token->kind == TEXT_PUNCTUATION &&
         (token->mark == '!' || token->mark == '?');
}

static uint64_t kinds_of_mark(const struct text_token *token, bool first) {
  bool runs =
      token->end > token->start + 1 ||
      (!first && is_shout_mark(token - 1) && token[-1].end == token->start);
  uint64_t kinds = rules_mark_bit(token->mark);
  return is_shout_mark(token) && runs ? kinds | UINT64_C(1) << RULES_BIT_RUN
                                      : kinds;
}

/* What a neighbour sees of a token, and through it of those beyond. */
static uint64_t seen(uint64_t own, uint64_t beyond) {
  return own | ((own & TEXT_SIGN_PASSED) != 0 ? beyond : 0);
}

static void add_words(struct rules_bits *bits, const struct text_token *token) {
  rules_bits_add_reading(bits, token->words[0]);
  if (text_token_is_ambiguous(token)) {
    rules_bits_add_reading(bits, token->words[1]);
    rules_bits_add_reading(bits, token->words[2]);
  }
}

/* What each token is, and what stands before it. Returns what all are. */
static uint64_t draw_forwards(struct match_sign *signs, struct rules_bits *bits,
                              const struct text_document *document,
                              const struct text_sentence *sentence) {
  const struct text_token *tokens = document->tokens.items;
  uint64_t all = 0;
  uint64_t before = 0;
  for (uint32_t t = sentence->first_token; t < sentence->token_end; t++) {
    uint64_t own = document->signs.items[t];
    signs[t].own = own;
    signs[t].before = before | TEXT_SIGN_ALWAYS;
    before = seen(own, before);
    all |= own;
    if (tokens[t].kind <= TEXT_PLACEHOLDER) {
      add_words(bits, &tokens[t]);
    } else if (tokens[t].kind == TEXT_PUNCTUATION) {
      bits->kinds |= kinds_of_mark(&tokens[t], t == sentence->first_token);
    }
  }
  return all;
}

static void draw_backwards(struct match_sign *signs,
                           const struct text_sentence *sentence) {
  uint64_t behind = 0;
  for (uint32_t t = sentence->token_end; t > sentence->first_token; t--) {
    signs[t - 1].behind = behind | TEXT_SIGN_ALWAYS;
    behind = seen(signs[t - 1].own, behind);
  }
}

/* Where ^ and $ hold: at a few tokens at either end. */
static void draw_edges(struct match_sign *signs, struct match_outline *outline,
                       const struct text_sentence *sentence) {
  uint32_t first = sentence->first_token;
  uint32_t end = sentence->token_end;
  for (uint32_t t = end; t > first && t >= sentence->word_end; t--) {
    signs[t - 1].behind |= TEXT_SIGN_EDGE;
  }
  for (uint32_t t = first; t < end && t <= sentence->word_start; t++) {
    signs[t].before |= TEXT_SIGN_EDGE;
    outline->start_sign |= signs[t].own;
    outline->start_behind |= signs[t].behind;
  }
}

/* Tells each token what stands around it, and the outline what all are
 * together. */
static void draw_sentence(struct match_sign *signs,
                          struct match_outline *outline,
                          const struct text_document *document,
                          const struct text_sentence *sentence) {
  *outline = (struct match_outline){.sign = 0};
  outline->sign = draw_forwards(signs, &outline->bits, document, sentence);
  outline->bits.kinds |= outline->sign >> TEXT_SIGN_KINDS;
  draw_backwards(signs, sentence);
  draw_edges(signs, outline, sentence);
}

bool match_picture_draw(struct match_picture *picture,
                        const struct match_scene *scene) {
  void *signs = picture->signs;
  void *outlines = picture->outlines;
  size_t tokens = scene->text->document->tokens.count;
  bool made = reserve(&signs, &picture->sign_capacity, tokens,
                      sizeof *picture->signs) &&
              reserve(&outlines, &picture->outline_capacity,
                      scene->sentence_count, sizeof *picture->outlines);
  picture->signs = signs;
  picture->outlines = outlines;
  for (uint32_t i = 0; i < scene->sentence_count && made; i++) {
    draw_sentence(picture->signs, &picture->outlines[i], scene->text->document,
                  &scene->sentences[i]);
  }
  return made;
}

bool match_picture_fits(const struct match_picture *picture,
                        const struct match_scene *scene,
                        const struct rules_program *program,
                        uint32_t sentence) {
  /* What a program that crosses sentences asks for may stand in another. */
  if (program->sentence_ends > 0) {
    return true;
  }
  bool is_phrase = program->count > 0;
  if (is_phrase &&
      (!match_picture_may_begin(picture, program, sentence) ||
       (program->at_text_start_only && sentence != scene->first_own))) {
    return false;
  }
  for (size_t i = 0; i < program->need_count; i++) {
    if (!rules_bits_meet(&program->needs[i],
                         &picture->outlines[sentence].bits)) {
      return false;
    }
  }
  return true;
}

bool match_picture_start(const struct match_picture *picture,
                         const struct match_scene *scene,
                         const struct rules_program *program, uint32_t sentence,
                         uint32_t *start) {
  const struct text_sentence *place = &scene->sentences[sentence];
  bool first_word_only =
      program->at_start_only && place->word_start < place->token_end;
  uint32_t end = first_word_only ? place->word_start + 1 : place->token_end;
  for (uint32_t token = *start; token < end; token++) {
    if (match_picture_starts(picture, program, token)) {
      *start = token;
      return true;
    }
  }
  return false;
}
