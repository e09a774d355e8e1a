/* SPDX-License-Identifier: MIT */
/*
 * A paragraph seen as words of ASCII letters and digits. Under most, no pattern
 * is filed; of the others, the neighbours tell:
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
 * the whole is filed, or nothing: lint_skim_works.)
 */
#include "lint/skim.h"

#include "lint/doubt.h"
#include "text/byte_class.h"
#include "text/contraction.h"
#include "text/peek.h"
#include "text/sign.h"
#include "text/vocabulary.h"

struct look {
  const struct text_vocabulary_tables *words;
  const uint32_t *places; /* drawers of the cabinet, by word */
  const struct text_drawer *drawers;
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

/* Where a look ends that found something, or is in doubt. */
enum { FOUND = 0 };

/* The end of the contraction that begins at `start`, or FOUND. */
static uint32_t past_contraction(const struct look *look, uint32_t start) {
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
  if (size == LONGEST || lint_is_doubtful(look->bytes, look->end, end) ||
      !text_contraction_split(folded, size, &word.parts)) {
    return FOUND;
  }
  word.before = sign_before(look, start);
  word.behind = sign_behind(look, end);
  for (size_t i = 0; i < word.parts.count; i++) {
    if (part_fits(look, &word, i)) {
      return FOUND;
    }
  }
  return end;
}

/* The end of the word that begins at `start`, or FOUND. */
static inline uint32_t past_word(const struct look *look, uint32_t start) {
  struct text_peek peek;
  text_peek_within(look->bytes, look->size, start, &peek);
  uint32_t end = start + peek.size;
  if (peek.size == TEXT_PEEK_SIZE || end > look->end) {
    return FOUND;
  }
  bool joins = end < look->end && is(look, end, TEXT_BYTE_JOINER);
  if (joins && lint_is_doubtful(look->bytes, look->end, end)) {
    return FOUND;
  }
  uint32_t word = text_vocabulary_find_key(look->words, peek.key);
  if (text_word_is_bare_contraction(word) ||
      (joins && lint_is_joined(look->bytes, look->end, end, '\''))) {
    return past_contraction(look, start);
  }
  bool is_filed = look->places[word] != 0;
  return is_filed && fits(look, word, sign_before(look, start),
                          sign_behind(look, end))
             ? FOUND
             : end;
}

static const uint32_t *places_of(const struct text_prefilter_tables *filed) {
  return filed->places + RULES_CABINET_OTHERS * filed->words;
}

bool lint_skim_finds(const struct courtesy_ruleset *ruleset,
                     const struct text_source *source, uint32_t start,
                     uint32_t end) {
  const struct text_prefilter_tables filed =
      text_prefilter_tables(ruleset->prefilter);
  const struct look look = {
      .words = text_vocabulary_tables(ruleset->vocabulary),
      .places = places_of(&filed),
      .drawers = filed.drawers,
      .bytes = source->bytes,
      .size = source->size,
      .start = start,
      .end = end,
  };
  for (uint32_t at = start; at < end;) {
    unsigned class = text_byte_classes[(unsigned char)source->bytes[at]];
    if ((class & TEXT_BYTE_WORD) == 0) {
      if ((class & TEXT_BYTE_HIGH) != 0) {
        return true;
      }
      at++;
      continue;
    }
    at = past_word(&look, at);
    if (at == FOUND) {
      return true;
    }
  }
  return false;
}

/* Whether the word is what is seen as one: not "e.g", "r&d". */
static bool is_plain(const struct courtesy_ruleset *ruleset, uint32_t word) {
  struct base_slice spelling =
      text_vocabulary_spelling(ruleset->vocabulary, word);
  for (size_t i = 0; i < spelling.size; i++) {
    if (!text_byte_is(spelling.bytes[i], TEXT_BYTE_WORD)) {
      return false;
    }
  }
  return true;
}

bool lint_skim_works(const struct courtesy_ruleset *ruleset) {
  const struct text_prefilter_tables filed =
      text_prefilter_tables(ruleset->prefilter);
  const uint32_t *places = places_of(&filed);
  bool works = filed.always_count[RULES_CABINET_OTHERS] == 0;
  for (uint32_t word = TEXT_FIRST_WORD; word < filed.words && works; word++) {
    works = places[word] == 0 || is_plain(ruleset, word);
  }
  return works;
}
