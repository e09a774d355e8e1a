/* SPDX-License-Identifier: MIT */
/*
 * A paragraph seen as words of ASCII letters and digits. Under most, no pattern
 * is filed, and three letters are enough to tell; of the others, the neighbours
 * tell:
 *
 *     We are sad. The total amount is due.
 *        ─┬─          ──┬── ───┬──
 *         │             │      └ nothing that may stand behind it
 *         │             └ filed under
 *         └ filed under, but with another word before it
 *
 * Where more than a blank stands between, or a line ends, anything may be
 * there. What the tokenizer may see otherwise is a doubt, and tokenized: what
 * is no ASCII, a long word, one with a mark that may belong to it. (Of "R&D"
 * the whole is filed, or nothing: rules_sieve_fill.)
 */
#include "lint/skim.h"

#include "base/block.h"
#include "text/byte_class.h"
#include "text/contraction.h"
#include "text/peek.h"
#include "text/sign.h"
#include "text/vocabulary.h"

struct look {
  const struct text_vocabulary_tables *words;
  const uint16_t *places; /* drawers of the cabinet, by word */
  const struct text_drawer *drawers;
  const struct rules_sieve *sieve;
  const char *bytes;
  uint32_t size; /* of the whole text */
  uint32_t start;
  uint32_t end;
};

static bool is(const struct look *look, uint32_t at, unsigned classes) {
  return text_byte_is(look->bytes[at], classes);
}

static bool is_byte(const struct look *look, uint32_t at, char byte) {
  return at < look->end && look->bytes[at] == byte;
}

/* Whether the word that ends at `at` goes on behind this mark. */
static bool is_joined(const struct look *look, uint32_t at, char mark) {
  return at + 1 < look->end && look->bytes[at] == mark &&
         is(look, at + 1, TEXT_BYTE_WORD);
}

/* Whether it may go on in a way that is not known here. An apostrophe is no
 * doubt: text/contraction.h. */
static bool is_doubtful(const struct look *look, uint32_t at) {
  return at < look->end &&
         (is(look, at, TEXT_BYTE_HIGH) || is_joined(look, at, '`'));
}

/* What a token of the word may look like to those beside it. */
static uint64_t sign_of(uint32_t word) {
  return text_word_is_bare_contraction(word)
             ? TEXT_SIGN_ANY
             : text_sign_of_simple_word(word, TEXT_CAPITALISED);
}

/* The same of [start, end), letters. */
static uint64_t sign_at(const struct look *look, uint32_t start, uint32_t end) {
  char folded[TEXT_KEY_MAX];
  uint32_t size = end - start;
  if (size == 0 || size > TEXT_KEY_MAX) {
    return TEXT_SIGN_ANY;
  }
  for (uint32_t i = 0; i < size; i++) {
    folded[i] = text_byte_lower(look->bytes[start + i]);
  }
  return sign_of(text_vocabulary_find_folded(look->words, folded, size));
}

/* Of the word that stands before [start, … with a blank between. Only blanks
 * on both sides tell that it is no part of an address or the like. */
static uint64_t sign_before(const struct look *look, uint32_t start) {
  if (start == look->start || look->bytes[start - 1] != ' ') {
    return TEXT_SIGN_ANY;
  }
  uint32_t end = start - 1;
  uint32_t at = end;
  while (at > look->start && is(look, at - 1, TEXT_BYTE_LETTER)) {
    at--;
  }
  bool whole = at == look->start || is(look, at - 1, TEXT_BYTE_BLANK);
  return whole ? sign_at(look, at, end) : TEXT_SIGN_ANY;
}

static uint64_t sign_behind(const struct look *look, uint32_t end) {
  if (!is_byte(look, end, ' ')) {
    return TEXT_SIGN_ANY;
  }
  uint32_t at = end + 1;
  while (at < look->end && is(look, at, TEXT_BYTE_LETTER)) {
    at++;
  }
  bool whole = at == look->end || is(look, at, TEXT_BYTE_BLANK);
  return whole ? sign_at(look, end + 1, at) : TEXT_SIGN_ANY;
}

/* Whether a match may go through the word between such. */
static bool fits(const struct look *look, uint32_t word, uint64_t before,
                 uint64_t behind) {
  const struct text_drawer *drawer = &look->drawers[look->places[word]];
  return (drawer->before & (before | TEXT_SIGN_ALWAYS)) != 0 &&
         (drawer->behind & (behind | TEXT_SIGN_ALWAYS)) != 0;
}

/* A word with an apostrophe, or one of those that are known to lack it. */
struct contracted {
  const char *folded;
  struct text_contraction parts;
  uint64_t before;
  uint64_t behind;
};

static bool part_fits(const struct look *look, const struct contracted *word,
                      size_t number) {
  const struct text_contraction *parts = &word->parts;
  uint32_t words[TEXT_READINGS];
  uint64_t before = number == 0 ? word->before : TEXT_SIGN_ANY;
  if (number == 1 && parts->parts[0].readings == NULL) {
    text_contraction_words(look->words, word->folded, parts, 0, words);
    before = sign_of(words[0]);
  }
  uint64_t behind = number + 1 == parts->count ? word->behind : TEXT_SIGN_ANY;
  size_t count =
      text_contraction_words(look->words, word->folded, parts, number, words);
  bool any = false;
  for (size_t i = 0; i < count; i++) {
    any |= fits(look, words[i], before, behind);
  }
  return any;
}

/* Whether a match may go through the contraction that begins at `start`. */
static bool contraction_fits(const struct look *look, uint32_t start) {
  enum { LONGEST = 24 };
  char folded[LONGEST];
  size_t size = 0;
  uint32_t end = start;
  while (size < LONGEST && end < look->end &&
         (is(look, end, TEXT_BYTE_WORD) || look->bytes[end] == '\'')) {
    folded[size++] = text_byte_lower(look->bytes[end++]);
  }
  while (size > 0 && folded[size - 1] == '\'') {
    size--;
    end--;
  }
  struct contracted word = {.folded = folded};
  if (size == LONGEST || is_doubtful(look, end) ||
      !text_contraction_split(folded, size, &word.parts)) {
    return true;
  }
  word.before = sign_before(look, start);
  word.behind = sign_behind(look, end);
  bool any = false;
  for (size_t i = 0; i < word.parts.count; i++) {
    any |= part_fits(look, &word, i);
  }
  return any;
}

/* Whether a match may go through the word that begins at `start`. */
static bool word_fits(const struct look *look, uint32_t start) {
  struct text_peek peek;
  text_peek_within(look->bytes, look->size, start, &peek);
  uint32_t end = start + peek.size;
  if (peek.size == TEXT_PEEK_SIZE || end > look->end) {
    return true;
  }
  bool joins = end < look->end && is(look, end, TEXT_BYTE_JOINER);
  if (joins && is_doubtful(look, end)) {
    return true;
  }
  uint32_t word = text_vocabulary_find_key(look->words, peek.key);
  if (text_word_is_bare_contraction(word) ||
      (joins && is_joined(look, end, '\''))) {
    return contraction_fits(look, start);
  }
  return look->places[word] != 0 &&
         fits(look, word, sign_before(look, start), sign_behind(look, end));
}

/* The start of the word that ends before `end`. */
static uint32_t start_before(const struct look *look, uint32_t end) {
  while (end > look->start && is(look, end - 1, TEXT_BYTE_WORD)) {
    end--;
  }
  return end;
}

/* -------------------------------------------------------------- the blocks */

static inline bool is_let_through(const struct look *look, uint32_t at) {
  return look->size - at <= RULES_SIEVE_LETTERS ||
         look->sieve->holds[rules_sieve_place(look->bytes + at)];
}

/* Of the byte before a block, and then of the last of it, as lowest bits. */
struct carry {
  uint64_t word;
  uint64_t apostrophe;
};

/* Whether there is a match perhaps in the block from `at` on. What an
 * apostrophe joins is looked at from its first word on. */
static bool block_fits(const struct look *look, uint32_t at,
                       struct carry *before) {
  struct base_block block = base_block_start(look->bytes + at, look->end - at);
  uint64_t words = base_block_bits(
      base_block_or(base_block_letters(block), base_block_digits(block)));
  uint64_t apostrophes = base_block_bits(base_block_either(block, '\'', '`'));
  uint64_t starts = words & ~(words << 1 | before->word);
  uint64_t joined = starts & (apostrophes << 1 | before->apostrophe);
  *before = (struct carry){words >> 63, apostrophes >> 63};
  if (base_block_bits(block) != 0) { /* what is no ASCII */
    return true;
  }
  for (; starts != 0; starts &= starts - 1) {
    uint32_t start = at + (uint32_t)__builtin_ctzll(starts);
    if (is_let_through(look, start) && word_fits(look, start)) {
      return true;
    }
  }
  for (; joined != 0; joined &= joined - 1) {
    uint32_t mark = at + (uint32_t)__builtin_ctzll(joined) - 1;
    if (word_fits(look, start_before(look, mark))) {
      return true;
    }
  }
  return false;
}

bool lint_skim_finds(const struct courtesy_ruleset *ruleset,
                     const struct text_source *source, uint32_t start,
                     uint32_t end) {
  const struct text_prefilter *filed = &ruleset->prefilter;
  const struct look look = {
      .words = text_vocabulary_tables(ruleset->vocabulary),
      .places = text_prefilter_places(filed, RULES_CABINET_OTHERS),
      .drawers = filed->wings[text_wing_of(RULES_CABINET_OTHERS)].drawers,
      .sieve = ruleset->sieve,
      .bytes = source->bytes,
      .size = source->size,
      .start = start,
      .end = end,
  };
  struct carry before = {0};
  bool any = false;
  for (uint32_t at = start; at < end && !any;) {
    any = block_fits(&look, at, &before);
    at += end - at < BASE_BLOCK ? end - at : BASE_BLOCK;
  }
  return any;
}
