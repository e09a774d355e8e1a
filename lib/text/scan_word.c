/* SPDX-License-Identifier: MIT */
#include "text/scan.h"

#include "text/byte_class.h"
#include "text/contraction.h"
#include "text/fold.h"
#include "text/unicode.h"
#include "text/vocabulary.h"
#include "text/word_break.h"

#include <string.h>

/* A word while it is read. */
struct word {
  uint32_t start;
  uint32_t end;
  uint8_t flags;             /* of its tokens: how it is capitalised */
  struct text_folded folded; /* empty: too long for a vocabulary */
};

static uint8_t capitals_of(const char *bytes, uint32_t size) {
  bool first = false;
  uint32_t upper = 0;
  uint32_t lower = 0;
  for (uint32_t at = 0; at < size;) {
    uint32_t code;
    uint32_t length = text_decode(bytes + at, size - at, &code);
    unsigned classes = text_property_of(code)->classes;
    bool is_upper = (classes & TEXT_IS_UPPER) != 0;
    first |= is_upper && at == 0;
    upper += is_upper;
    lower += (classes & TEXT_IS_LETTER) != 0 && !is_upper;
    at += length;
  }
  bool all = lower == 0 && upper >= 2;
  return (uint8_t)((first ? TEXT_CAPITALISED : 0) |
                   (all ? TEXT_ALL_CAPITALS : 0));
}

static void read_word(const struct text_scan *scan, uint32_t start,
                      uint32_t end, struct word *word) {
  word->start = start;
  word->end = end;
  word->flags = capitals_of(scan->bytes + start, end - start);
  text_fold((struct base_slice){scan->bytes + start, end - start},
            &word->folded);
}

static uint32_t find(const struct text_scan *scan, const char *folded,
                     size_t size) {
  return size == 0 ? TEXT_NO_WORD
                   : text_vocabulary_find_folded(scan->words, folded, size);
}

static uint32_t find_word(const struct text_scan *scan,
                          const struct word *word) {
  return find(scan, word->folded.bytes, word->folded.size);
}

/* Adds one token a part, all with the span, number and flags of the written
 * word; but a blank stands only before the first. */
static bool add_contraction(struct text_scan *scan, const struct word *word,
                            const struct text_contraction *contraction) {
  struct text_token first = {0};
  for (size_t i = 0; i < contraction->count; i++) {
    struct text_token *token =
        i == 0 ? text_scan_add_word(scan, TEXT_WORD, word->start, word->end)
               : text_scan_add(scan, TEXT_WORD, word->start, word->end);
    if (token == NULL) {
      return false;
    }
    if (i == 0) {
      token->flags |= word->flags;
      first = *token;
    }
    token->written = first.written;
    token->flags |= first.flags & (uint8_t)~TEXT_BLANK_BEFORE;
    text_contraction_words(scan->words, word->folded.bytes, contraction, i,
                           token->words);
  }
  return true;
}

static bool add_plain(struct text_scan *scan, const struct word *word,
                      uint32_t id) {
  struct text_token *token =
      text_scan_add_word(scan, TEXT_WORD, word->start, word->end);
  if (token == NULL) {
    return false;
  }
  token->words[0] = id;
  token->flags |= word->flags;
  return true;
}

/* Adds the word's tokens; `end` may lie behind the word by a full stop. */
static bool add_word(struct text_scan *scan, struct word *word, uint32_t id,
                     uint32_t end) {
  word->end = end;
  struct text_contraction contraction;
  const struct text_folded *folded = &word->folded;
  bool may_be = text_word_is_bare_contraction(id) ||
                memchr(folded->bytes, '\'', folded->size) != NULL;
  if (may_be &&
      text_contraction_split(folded->bytes, folded->size, &contraction)) {
    return add_contraction(scan, word, &contraction);
  }
  return add_plain(scan, word, id);
}

/* Whether bytes[at] joins the letter or digit before it to what follows. */
static bool joins_ascii(const struct text_scan *scan, uint32_t at) {
  if (at + 1 >= scan->end) {
    return false;
  }
  char after = scan->bytes[at + 1];
  switch (scan->bytes[at]) {
  case '\'':
  case '`':
    return text_byte_is(after, TEXT_BYTE_LETTER);
  case '_':
    return text_byte_is(after, TEXT_BYTE_WORD);
  case '.':
    return text_byte_is(scan->bytes[at - 1], TEXT_BYTE_DIGIT) &&
           text_byte_is(after, TEXT_BYTE_DIGIT);
  default:
    return false;
  }
}

static uint32_t plain_end(const struct text_scan *scan, uint32_t at) {
  while (at < scan->end && text_byte_is(scan->bytes[at], TEXT_BYTE_WORD)) {
    at++;
  }
  return at;
}

/* Where an ASCII word ends that ends at `end` but for what may join. */
static uint32_t joined_end(const struct text_scan *scan, uint32_t end) {
  while (joins_ascii(scan, end)) {
    end = plain_end(scan, end + 1);
  }
  return end;
}

/* A word by UAX #29, and on over an apostrophe behind a digit: Q3’s. */
static uint32_t other_word_end(const struct text_scan *scan, uint32_t at) {
  for (;;) {
    uint32_t end = (uint32_t)text_word_break_after(scan->bytes, scan->end, at,
                                                   TEXT_WORD_TYPED);
    if (end == scan->end ||
        !text_byte_is(scan->bytes[end - 1], TEXT_BYTE_DIGIT)) {
      return end;
    }
    uint32_t code;
    at = end + text_decode(scan->bytes + end, scan->end - end, &code);
    if (!text_is_apostrophe(code) || !text_scan_is_word_at(scan, at)) {
      return end;
    }
  }
}

static bool is_upper_at(const struct text_scan *scan, uint32_t at) {
  return at < scan->region_end &&
         text_byte_is(scan->bytes[at], TEXT_BYTE_UPPER);
}

/* Whether the capitalised word at `at` could be a name. */
static bool is_name_at(const struct text_scan *scan, uint32_t at) {
  if (!is_upper_at(scan, at)) {
    return false;
  }
  char key[TEXT_FOLD_MAX];
  size_t size = 0;
  while (at < scan->region_end && size < sizeof key &&
         text_byte_is(scan->bytes[at], TEXT_BYTE_WORD)) {
    key[size++] = text_byte_lower(scan->bytes[at++]);
  }
  return !text_word_set_has(&scan->lexicon->not_names, find(scan, key, size));
}

/* "J. Smith", "John F. Kennedy", "J.Smith": the full stop of a single capital
 * between names. Never I, and not behind a small word ("vitamin C. We"). */
static bool is_initial(const struct text_scan *scan, const struct word *word) {
  enum { MOST_BLANKS = 80 }; /* keeps the peek over blanks short */
  if (word->folded.size != 1 || word->flags == 0 ||
      word->folded.bytes[0] == 'i') {
    return false;
  }
  if (scan->count > scan->block) {
    const struct text_token *before = &scan->tokens[scan->count - 1];
    if (before->kind == TEXT_WORD && (before->flags & TEXT_CAPITALISED) == 0) {
      return false;
    }
  }
  uint32_t at = word->end + 1;
  uint32_t limit = at + MOST_BLANKS;
  while (at < scan->region_end && at < limit &&
         text_byte_is(scan->bytes[at], TEXT_BYTE_BLANK)) {
    at++;
  }
  return is_name_at(scan, at);
}

/* Whether the full stop at word->end belongs to the word. */
static bool owns_full_stop(const struct text_scan *scan,
                           const struct word *word, uint32_t id) {
  if (word->end >= scan->end || scan->bytes[word->end] != '.') {
    return false;
  }
  if (word->end + 1 < scan->end && scan->bytes[word->end + 1] == '.') {
    return false; /* an ellipsis */
  }
  return text_word_is_abbreviation(scan->words, id) || is_initial(scan, word);
}

static bool add_with_full_stop(struct text_scan *scan, struct word *word) {
  uint32_t id = find_word(scan, word);
  uint32_t end = word->end + (owns_full_stop(scan, word, id) ? 1 : 0);
  return add_word(scan, word, id, end);
}

static uint32_t letters_end(const struct text_scan *scan, uint32_t at) {
  while (at < scan->end && text_byte_is(scan->bytes[at], TEXT_BYTE_LETTER)) {
    at++;
  }
  return at;
}

/* Where `e.g`, `U.S.A` or `Ph.D` ends, the last full stop left out; word->end
 * when it is no such word. */
static uint32_t dotted_end(const struct text_scan *scan,
                           const struct word *word) {
  enum { PIECE = 3, WHOLE = 12 }; /* letters; bytes */
  uint32_t end = word->end;
  bool single = word->folded.size == 1;
  while (end < scan->end && scan->bytes[end] == '.') {
    uint32_t next = letters_end(scan, end + 1);
    uint32_t size = next - end - 1;
    if (size == 0 || size > PIECE || next - word->start > WHOLE) {
      break;
    }
    single = single && size == 1;
    end = next;
  }
  if (end == word->end || single) {
    return end;
  }
  uint32_t id = text_vocabulary_find(
      scan->lexicon->vocabulary,
      (struct base_slice){scan->bytes + word->start, end - word->start});
  return text_word_is_abbreviation(scan->words, id) ? end : word->end;
}

/* An ASCII word with a full stop behind it. */
static bool add_before_full_stop(struct text_scan *scan, struct word *word) {
  uint32_t stop = word->end;
  if (word->folded.size == 3 && memcmp(word->folded.bytes, "www", 3) == 0) {
    uint32_t end = text_scan_url_end(scan, stop + 1);
    if (end != 0) {
      return text_scan_add_word(scan, TEXT_URL, word->start, end) != NULL;
    }
  }
  uint32_t end = word->folded.size <= 3 ? dotted_end(scan, word) : stop;
  if (end == stop) {
    return add_with_full_stop(scan, word);
  }
  read_word(scan, word->start, end, word);
  bool owns = end < scan->end && scan->bytes[end] == '.' &&
              (end + 1 == scan->end || scan->bytes[end + 1] != '.');
  return add_word(scan, word, find_word(scan, word), end + (owns ? 1 : 0));
}

/* Whether `R&D` or `c/o` is one word: single letters on both sides or capitals
 * throughout for `&`, otherwise only what the rules know. */
static bool is_joined_word(const struct text_scan *scan,
                           const struct word *word, uint32_t end) {
  uint32_t right = end - word->end - 1;
  if (scan->bytes[word->end] == '&') {
    bool capitals = true;
    for (uint32_t at = word->start; at < end; at++) {
      capitals = capitals && !text_byte_is(scan->bytes[at], TEXT_BYTE_LOWER);
    }
    if (capitals || (word->folded.size == 1 && right == 1)) {
      return true;
    }
  }
  return text_vocabulary_find(scan->lexicon->vocabulary,
                              (struct base_slice){scan->bytes + word->start,
                                                  end - word->start}) !=
         TEXT_NO_WORD;
}

/* An ASCII word with & or / behind it. */
static bool add_before_joiner(struct text_scan *scan, struct word *word) {
  enum { LONGEST = 8 }; /* letters on the right; `R&D`, `AT&T`, `c/o` */
  uint32_t end = letters_end(scan, word->end + 1);
  uint32_t right = end - word->end - 1;
  if (right > 0 && right <= LONGEST && is_joined_word(scan, word, end)) {
    /* `R&D's` goes on; nothing but ASCII or an apostrophe can follow. */
    read_word(scan, word->start, other_word_end(scan, word->end + 1), word);
  }
  return add_with_full_stop(scan, word);
}

/* An ASCII word with a colon behind it: the scheme of a URL, or just a word.
 * Of the schemes without // only mailto is known. */
static bool add_before_colon(struct text_scan *scan, struct word *word) {
  uint32_t from = word->end + 1;
  bool scheme = false;
  if (scan->end - from > 2 && memcmp(scan->bytes + from, "//", 2) == 0) {
    scheme = true;
    from += 2;
  } else if (word->folded.size == 6 &&
             memcmp(word->folded.bytes, "mailto", 6) == 0) {
    scheme = true;
  }
  uint32_t end = scheme ? text_scan_url_end(scan, from) : 0;
  if (end != 0) {
    return text_scan_add_word(scan, TEXT_URL, word->start, end) != NULL;
  }
  return add_word(scan, word, find_word(scan, word), word->end);
}

/* A word of other than ASCII, or too long for any vocabulary. */
static bool scan_other(struct text_scan *scan, struct word *word) {
  read_word(scan, scan->at, other_word_end(scan, scan->at), word);
  return add_with_full_stop(scan, word);
}

/* A word with something behind it that may belong to it. */
static bool scan_joined(struct text_scan *scan, struct word *word) {
  if (word->folded.size > 0) {
    uint32_t end = joined_end(scan, word->end);
    if (end > word->end) {
      read_word(scan, scan->at, end, word);
    }
  }
  char next = word->end < scan->end ? scan->bytes[word->end] : ' ';
  switch (next) {
  case '.':
    return add_before_full_stop(scan, word);
  case '&':
  case '/':
    return add_before_joiner(scan, word);
  case ':':
    return add_before_colon(scan, word);
  default:
    return text_byte_is(next, TEXT_BYTE_HIGH)
               ? scan_other(scan, word)
               : add_word(scan, word, find_word(scan, word), word->end);
  }
}

bool text_scan_word(struct text_scan *scan) {
  struct word word;
  uint32_t end = plain_end(scan, scan->at);
  if (end == scan->at || end - scan->at > TEXT_FOLD_MAX) {
    return scan_other(scan, &word);
  }
  read_word(scan, scan->at, end, &word);
  if (end < scan->end && text_byte_is(scan->bytes[end], TEXT_BYTE_JOINER)) {
    return scan_joined(scan, &word);
  }
  return add_word(scan, &word, find_word(scan, &word), end);
}
