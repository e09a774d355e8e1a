/* SPDX-License-Identifier: MIT */
/*
 * A document, coarsely: enough to tell of most programs that they cannot match
 * in a sentence, or not at this token, without running them. The signs of
 * tokens and sentences stand in the document; a sentence's words are drawn when
 * first asked for.
 */
#ifndef COURTESY_MATCH_PICTURE_H
#define COURTESY_MATCH_PICTURE_H

#include "match/chart.h"
#include "text/sign.h"

/* The words of a sentence together. */
struct match_outline {
  struct rules_bits words;
  uint32_t drawing;     /* which one it belongs to */
  uint32_t charting;    /* the same for the charts of the sentence, */
  uint32_t first_chart; /* and the number of the first */
};

/* A zeroed struct is an empty picture. */
struct match_picture {
  const struct match_scene *scene;
  struct match_outline *outlines; /* by sentence, of those that were asked */
  size_t capacity;
  struct match_charts charts; /* of the long sentences among them */
  uint32_t drawing; /* number of the document: what has another is not drawn,
                       so that outlines nobody asks for are never touched, and
                       take no memory */
};

void match_picture_destroy(struct match_picture *picture);

/* Begins the picture of a document. Returns false when memory ran out. */
bool match_picture_begin(struct match_picture *picture,
                         const struct match_scene *scene);

/* The first of tokens [from, end) that shares one of the signs, or `end`. Most
 * share none. */
static inline uint32_t match_next_with(const struct match_scene *scene,
                                       uint64_t wanted, uint32_t from,
                                       uint32_t end) {
  const uint64_t *signs = scene->signs;
  while (from < end && (signs[from] & wanted) == 0) {
    from++;
  }
  return from;
}

/* The signs of what may stand before and behind a token in a match. That is its
 * neighbour in the sentence. Some neighbours, such as a comma, may be written
 * in a phrase or passed over by it: behind those the signs of the next token
 * that is not passed over count, too. `_far` functions look for that. */
uint64_t match_sign_before_far(const struct match_scene *scene,
                               const struct text_sentence *sentence,
                               uint32_t token);
uint64_t match_sign_behind_far(const struct match_scene *scene,
                               const struct text_sentence *sentence,
                               uint32_t token);

static inline uint64_t match_sign_before(const struct match_scene *scene,
                                         const struct text_sentence *sentence,
                                         uint32_t token) {
  if (token > sentence->word_start) {
    uint64_t sign = scene->signs[token - 1];
    if ((sign & TEXT_SIGN_PASSED) == 0) {
      return sign;
    }
  }
  return match_sign_before_far(scene, sentence, token);
}

static inline uint64_t match_sign_behind(const struct match_scene *scene,
                                         const struct text_sentence *sentence,
                                         uint32_t token) {
  if (token + 1 < sentence->word_end) {
    uint64_t sign = scene->signs[token + 1];
    if ((sign & TEXT_SIGN_PASSED) == 0) {
      return sign;
    }
  }
  return match_sign_behind_far(scene, sentence, token);
}

/* Any sign if this one is of a token that is passed over, else none. */
static inline uint64_t match_any_if_passed(uint64_t sign) {
  return (sign & TEXT_SIGN_PASSED) != 0 ? TEXT_SIGN_ANY : 0;
}

/* What stands in a match beyond the neighbours of a token that it takes: any,
 * where one of the two is passed over. Beyond the sentence there is no match,
 * and so no matter what these tell. */
static inline uint64_t match_sign_two_before(const struct match_scene *scene,
                                             uint32_t token) {
  const uint64_t *signs = scene->signs + token - (token < 2 ? token : 2);
  return signs[0] | match_any_if_passed(signs[0] | signs[1]);
}

static inline uint64_t match_sign_two_behind(const struct match_scene *scene,
                                             uint32_t token) {
  const uint64_t *signs = scene->signs + token;
  return signs[2] | match_any_if_passed(signs[1] | signs[2]);
}

/* What may stand behind a mark: where that ends the sentence, a match may go on
 * in the next one. */
uint64_t match_sign_behind_mark(const struct match_scene *scene,
                                uint32_t sentence, uint32_t token);

/* What may stand behind the first token of a match. */
static inline uint64_t match_sign_of_second(const struct match_scene *scene,
                                            uint32_t sentence, uint32_t token) {
  uint64_t mark = TEXT_SIGN_OF_KIND(TEXT_PUNCTUATION);
  return (scene->signs[token] & mark) != 0
             ? match_sign_behind_mark(scene, sentence, token)
             : match_sign_behind(scene, &scene->sentences[sentence], token);
}

/* Whether more of the token's written word follows. Punctuation, which has the
 * number of the word before it, is none. */
static inline bool match_word_goes_on(const struct match_scene *scene,
                                      const struct text_sentence *sentence,
                                      uint32_t token) {
  const struct text_token *next = &scene->tokens[token + 1];
  return token + 1 < sentence->token_end && next->kind <= TEXT_HYPHEN &&
         next->written == next[-1].written;
}

/* Whether a sentence with this sign may hold what the program needs (the rarest
 * is asked first) and what it begins with. */
static inline bool match_sign_fits(uint64_t sign,
                                   const struct rules_program *program) {
  if ((program->need_signs[0] & sign) == 0) {
    return false;
  }
  bool fits = (program->starts & sign) != 0;
  for (size_t i = 1; i < RULES_NEEDS; i++) {
    fits &= (program->need_signs[i] & sign) != 0;
  }
  return fits;
}

/* Draws the words of some tokens; their signs together are known. */
void match_outline_draw(struct match_outline *outline,
                        const struct text_token *first,
                        const struct text_token *end, uint64_t sign);

/* Looks at all words of the sentence. */
void match_picture_draw(const struct match_picture *picture, uint32_t sentence);

/* The words of a sentence. */
static inline const struct match_outline *match_picture_outline(
    const struct match_picture *picture, uint32_t sentence) {
  struct match_outline *outline = &picture->outlines[sentence];
  if (outline->drawing != picture->drawing) {
    match_picture_draw(picture, sentence);
  }
  return outline;
}

static inline bool match_has_need(const struct rules_code *code, uint16_t need,
                                  const struct match_outline *outline) {
  return rules_need_is_word(need)
             ? rules_bits_have_word(&outline->words, rules_need_word(need))
             : rules_bits_meet(&code->needs.items[need], &outline->words);
}

/* Whether a sentence of these words has those that the program needs. */
static inline bool match_has_needs(const struct rules_code *code,
                                   const struct rules_program *program,
                                   const struct match_outline *outline) {
  bool has = true;
  for (size_t i = 0; i < program->need_count && has; i++) {
    has = match_has_need(code, program->needs[i], outline);
  }
  return has;
}

/* Whether a sentence may hold a match of the program, or the end of one that
 * began in a sentence before: what a program that crosses sentences asks for
 * may stand in another. */
static inline bool match_picture_fits(struct match_picture *picture,
                                      const struct rules_program *program,
                                      uint32_t sentence) {
  return program->sentence_ends > 0 ||
         (match_sign_fits(picture->scene->sentences[sentence].sign, program) &&
          (program->need_count == 0 ||
           match_has_needs(&picture->scene->rules->code, program,
                           match_picture_outline(picture, sentence))));
}

/* The charts of a long sentence. NULL: memory ran out. */
const struct match_chart *match_picture_charts(struct match_picture *picture,
                                               uint32_t sentence);

/* Whether a match may begin at the token. This is a quick guess: "no" is always
 * right, "yes" is wrong of a few tokens. */
static inline bool match_picture_starts(const struct match_scene *scene,
                                        const struct rules_program *program,
                                        uint32_t sentence, uint32_t token) {
  const struct text_sentence *place = &scene->sentences[sentence];
  uint64_t sign = scene->signs[token];
  return (sign & program->starts) != 0 &&
         (!program->at_start_only || token <= place->word_start) &&
         ((program->seconds & match_sign_of_second(scene, sentence, token)) !=
              0 ||
          ((program->seconds & RULES_MORE_OF_WORD) != 0 &&
           match_word_goes_on(scene, place, token)));
}

_Static_assert((int)TEXT_SIGNS_BEHIND >= (int)BASE_FOUR,
               "four are read at once");

/* At which of the tokens [from, end) a match may begin, by their signs and those
 * behind: a bit each, for the first MATCH_AT_ONCE of them. Told without a branch
 * for each. What may stand behind some tokens those signs do not tell: behind a
 * mark, before what is passed over, and at the sentence's end. */
enum { MATCH_AT_ONCE = 60 };

static inline uint64_t match_picture_all_starts(
    const struct match_scene *scene, const struct rules_program *program,
    uint32_t sentence, uint32_t from, uint32_t end) {
  uint64_t starts = program->starts;
  uint64_t seconds = program->seconds | TEXT_SIGN_PASSED;
  bool anything = (starts & TEXT_SIGN_OF_KIND(TEXT_PUNCTUATION)) != 0 ||
                  (program->seconds & RULES_MORE_OF_WORD) != 0;
  uint32_t count = end - from < MATCH_AT_ONCE ? end - from : MATCH_AT_ONCE;
  uint32_t words = scene->sentences[sentence].word_end;
  uint64_t first = 0;
  uint64_t behind = anything ? UINT64_MAX : 0;
  const uint64_t *signs = scene->signs + from;
  for (uint32_t i = 0; i <= count; i += BASE_FOUR) {
    uint64_t here = base_four_bits(base_four_sharing(signs + i, starts));
    uint64_t next = base_four_bits(base_four_sharing(signs + i, seconds));
    first |= here << i;
    behind |= next << i;
  }
  uint32_t certain = words > from ? words - from : 0;
  behind |= certain <= MATCH_AT_ONCE ? UINT64_MAX << certain : 0;
  return first & behind >> 1 & ~(UINT64_MAX << count);
}

#endif
