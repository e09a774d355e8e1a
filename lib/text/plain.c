/* SPDX-License-Identifier: MIT */
#include "text/plain.h"

#include "text/letter_block.h"
#include "text/letters.h"
#include "text/plain_mark.h"
#include "text/vocabulary.h"

#include <string.h>

/* Puts zeros all over the token first: two stores instead of one a field. */
static inline void put_word(struct text_plain *plain, uint32_t end,
                            enum text_token_kind kind,
                            const struct text_first_look *look,
                            unsigned capitals) {
  struct text_token *token = plain->token++;
  *token = (struct text_token){0};
  token->start = plain->at;
  token->end = end;
  token->written = plain->written++;
  token->words[0] = look->word;
  token->kind = (uint8_t)kind;
  token->flags = (uint8_t)(plain->blank | capitals);
  *plain->sign++ = look->sign;
}

/* Whether the full stop behind a word of that size, if it is one, is its own,
 * as that of an abbreviation or an initial is. */
static inline bool owns_full_stop(const struct text_vocabulary_tables *words,
                                  const char *behind, uint32_t size,
                                  uint32_t word) {
  return (*behind == '.') &
         (text_word_is_abbreviation(words, word) | (size == 1));
}

/* Whether nothing of what stands behind a word of that size, and is neither a
 * blank nor a mark before one, belongs to it. Few words need it, and the others
 * are read more quickly when this is by itself. */
static __attribute__((noinline)) bool ends_before(
    const struct text_vocabulary_tables *words, const char *behind,
    uint32_t size, uint32_t word) {
  switch (*behind) {
  case ',':
    return true;
  case '.':
    return text_plain_is_quote(behind + 1) &&
           !owns_full_stop(words, behind, size, word);
  default:
    return text_byte_is(*behind, TEXT_BYTE_APART) ||
           text_plain_ends_word(behind);
  }
}

/* Whether it is a blank, by one compare: all are but DEL, which is rare. */
static inline bool is_low(char byte) {
  return (unsigned char)byte <= ' ';
}

/* Takes a word or number up to `end`, where a blank stands. */
static inline void take_to_blank(struct text_plain *plain, uint32_t end,
                                 enum text_token_kind kind,
                                 const struct text_first_look *look,
                                 unsigned capitals) {
  put_word(plain, end, kind, look, capitals);
  plain->at = end + 1;
  plain->blank = TEXT_BLANK_BEFORE;
}

/* Whether a mark stands there, straight behind a word or number, that is one by
 * itself since a blank follows. */
static inline bool is_mark_before_blank(const char *behind) {
  return text_plain_marks[(unsigned char)behind[0]].ends_word &
         is_low(behind[1]);
}

/* The mark there, and the blank behind it. */
static inline void put_mark(struct text_plain *plain) {
  const char *bytes = plain->bytes + plain->at;
  const struct text_plain_mark *mark = &text_plain_marks[(unsigned char)*bytes];
  struct text_token token = {
      .start = plain->at,
      .end = plain->at + 1,
      .written = plain->written - 1,
      .mark = mark->mark,
      .kind = mark->kind,
  };
  text_plain_put(plain, mark->sign, token);
  plain->at += 2;
  plain->blank = TEXT_BLANK_BEFORE;
}

/* Takes a word or number up to `end`, where no blank stands, and the mark there
 * if it is `marked`. */
static inline void take_to_other(struct text_plain *plain, uint32_t end,
                                 enum text_token_kind kind,
                                 const struct text_first_look *look,
                                 unsigned capitals, bool marked) {
  put_word(plain, end, kind, look, capitals);
  plain->at = end;
  plain->blank = 0;
  if (marked) {
    put_mark(plain);
  }
}

/* Takes a word of that size, if it ends there. */
static inline bool take_word(const struct text_vocabulary_tables *words,
                             struct text_plain *plain, uint32_t size,
                             struct text_first_look *look, unsigned capitals) {
  uint32_t end = plain->at + size;
  const char *behind = plain->bytes + end;
  look->sign = text_sign_capitalised(look->sign, capitals);
  if (is_low(*behind)) {
    take_to_blank(plain, end, TEXT_WORD, look, capitals);
    return true;
  }
  bool marked = is_mark_before_blank(behind);
  marked &= !owns_full_stop(words, behind, size, look->word);
  if (!marked && !ends_before(words, behind, size, look->word)) {
    return false;
  }
  take_to_other(plain, end, TEXT_WORD, look, capitals, marked);
  return true;
}

/* What the first look did not find. It looks again, so that what the first saw
 * need not be kept. */
static __attribute__((noinline)) uint32_t find_behind(
    const struct text_vocabulary_tables *words, const char *bytes) {
  struct text_peek peek;
  text_peek_letters(bytes, &peek);
  return text_vocabulary_find_behind(words, peek.key);
}

/* A word of ASCII letters, all that a peek has. */
static inline bool take_short(const struct text_vocabulary_tables *words,
                              struct text_plain *plain,
                              const struct text_peek *peek) {
  struct text_first_look look = text_vocabulary_look(words, peek->key);
  if (look.is_behind) {
    look = text_vocabulary_known(words,
                                 find_behind(words, plain->bytes + plain->at));
    if (text_word_is_bare_contraction(look.word)) {
      return false;
    }
  }
  return take_word(words, plain, peek->size, &look, text_plain_capitals(peek));
}

static inline bool take_number(const struct text_vocabulary_tables *words,
                               struct text_plain *plain) {
  const char *bytes = plain->bytes + plain->at;
  struct text_peek peek;
  text_peek_number(bytes, &peek);
  if (!text_plain_ends_number(bytes + peek.size, peek.size)) {
    return false;
  }
  struct text_first_look look =
      text_vocabulary_known(words, text_vocabulary_find_key(words, peek.key));
  look.sign |= TEXT_SIGN_OF_KIND(TEXT_NUMBER);
  uint32_t end = plain->at + peek.size;
  if (is_low(bytes[peek.size])) {
    take_to_blank(plain, end, TEXT_NUMBER, &look, 0);
  } else {
    take_to_other(plain, end, TEXT_NUMBER, &look, 0,
                  is_mark_before_blank(bytes + peek.size));
  }
  return true;
}

/* What is known of a word of letters of one or two bytes. */
struct lettered {
  struct text_first_look look;
  uint32_t size; /* 0: it is not for us */
  unsigned capitals;
};

/* Reads any word of letters. */
static __attribute__((noinline)) struct lettered read_letters(
    const struct text_vocabulary_tables *words, const char *bytes) {
  struct text_letters letters;
  text_letters_read(bytes, &letters);
  if (letters.size == 0) {
    return (struct lettered){.size = 0};
  }
  uint32_t word =
      letters.size <= TEXT_KEY_MAX
          ? text_vocabulary_find_key(words, text_letters_key(&letters))
          : text_vocabulary_find_folded(words, letters.folded, letters.size);
  return (struct lettered){
      .look = text_vocabulary_known(words, word),
      .size = text_word_is_bare_contraction(word) ? 0 : letters.size,
      .capitals = letters.capitals,
  };
}

/* What the first look did not find of a word of letters. */
static __attribute__((noinline)) uint32_t find_letters_behind(
    const struct text_vocabulary_tables *words, const char *bytes) {
  struct text_letters letters;
  text_letters_read(bytes, &letters);
  return text_vocabulary_find_folded(words, letters.folded, letters.size);
}

/* Reads a word of Cyrillic letters when two blocks show all of it, as they do
 * of nearly all. Whether the first does no branch asks. */
static inline bool look_at_letters(const struct text_vocabulary_tables *words,
                                   const char *bytes, struct lettered *found) {
  enum { FIRST = 1 << 0 | 1 << 1 }; /* bytes of a letter */
  if (!text_is_cyrillic_lead(*bytes)) {
    return false;
  }
  struct text_letter_block block = text_cyrillic_block(bytes);
  uint32_t rest = text_cyrillic_rest(bytes + BASE_SIXTEEN);
  found->size = block.size + block.size / BASE_SIXTEEN * rest;
  if (block.upper > FIRST || text_letters_go_on(bytes[found->size])) {
    return false;
  }
  found->look = text_vocabulary_look_at(
      words, text_word_key_sixteen(block.folded), found->size <= TEXT_KEY_MAX);
  found->capitals = block.upper & TEXT_CAPITALISED;
  if (found->look.is_behind) {
    found->look =
        text_vocabulary_known(words, find_letters_behind(words, bytes));
  }
  return true;
}

/* A word of letters of one or two bytes. */
static inline bool take_letters(const struct text_vocabulary_tables *words,
                                struct text_plain *plain) {
  const char *bytes = plain->bytes + plain->at;
  struct lettered found;
  if (!look_at_letters(words, bytes, &found)) {
    found = read_letters(words, bytes);
    if (found.size == 0) {
      return false;
    }
  }
  return take_word(words, plain, found.size, &found.look, found.capitals);
}

static inline bool take_mark(struct text_scan *scan, struct text_plain *plain) {
  unsigned char byte = (unsigned char)plain->bytes[plain->at];
  const struct text_plain_mark *mark = &text_plain_marks[byte];
  if (!text_plain_mark_counts(plain, mark)) {
    return false;
  }
  scan->quotes |= mark->may_quote;
  text_plain_put_mark(plain, mark, 1);
  return true;
}

static inline bool take_typographic(struct text_scan *scan,
                                    struct text_plain *plain) {
  unsigned sign = text_plain_typographic(plain->bytes + plain->at);
  const struct text_plain_mark *mark = &text_plain_typographic_marks[sign];
  unsigned holds =
      plain->blank != 0 ? TEXT_ALWAYS | TEXT_BEHIND_BLANK : TEXT_ALWAYS;
  if ((holds & mark->when) == 0) {
    return false;
  }
  scan->quotes |= mark->may_quote;
  text_plain_put_mark(plain, mark, 3);
  return true;
}

/* Takes what stands here and is no word that begins with a letter of ASCII. */
static inline bool take_other(struct text_scan *scan,
                              const struct text_vocabulary_tables *words,
                              struct text_plain *plain) {
  unsigned class = text_plain_class(plain, plain->at);
  if ((class & TEXT_BYTE_BLANK) != 0) {
    plain->at++;
    plain->blank = TEXT_BLANK_BEFORE;
    return true;
  }
  if ((class & TEXT_BYTE_DIGIT) != 0) {
    return take_number(words, plain);
  }
  if ((class & TEXT_BYTE_HIGH) == 0) {
    return take_mark(scan, plain);
  }
  if (plain->bytes[plain->at] == '\xE2') {
    return take_typographic(scan, plain);
  }
  if (text_is_no_break_space(plain->bytes + plain->at)) {
    plain->at += 2;
    plain->blank = TEXT_BLANK_BEFORE;
    return true;
  }
  bool taken;
  do { /* one word of such letters seldom comes alone */
    taken = take_letters(words, plain);
  } while (taken && plain->at < plain->stop &&
           text_is_cyrillic_lead(plain->bytes[plain->at]));
  return taken;
}

/* Takes what stands here, if it is like most. A word may begin with letters of
 * ASCII and go on with others: naïve. */
static inline bool take(struct text_scan *scan,
                        const struct text_vocabulary_tables *words,
                        struct text_plain *plain) {
  struct text_peek peek;
  text_peek_letters(plain->bytes + plain->at, &peek);
  if (peek.size == 0) {
    return take_other(scan, words, plain);
  }
  return take_short(words, plain, &peek) ||
         (text_is_pair_lead(plain->bytes[plain->at + peek.size]) &&
          take_letters(words, plain));
}

/* Works on copies, which stay in registers as long as nothing is called. */
static bool take_from(struct text_scan *scan, struct text_plain *shared) {
  const struct text_vocabulary_tables words = *scan->words;
  struct text_plain plain = *shared;
  while (plain.at < plain.stop) {
    if (!take(scan, &words, &plain)) {
      *shared = plain;
      if (!text_plain_take_odd(scan, shared)) {
        return false;
      }
      plain = *shared;
    }
  }
  *shared = plain;
  return true;
}

/* Takes from bytes that stand for those of the text from `origin` on, as long
 * as tokens begin before `stop`. */
static bool take_among(struct text_scan *scan, const char *bytes,
                       uint32_t origin, uint32_t stop) {
  struct text_plain plain = {
      .bytes = bytes,
      .at = scan->at - origin,
      .stop = stop - origin,
      .written = scan->written,
      .blank = scan->blank ? TEXT_BLANK_BEFORE : 0,
      .token = scan->tokens + scan->count,
      .sign = scan->signs + scan->count,
  };
  bool taken = take_from(scan, &plain);
  uint32_t at = plain.at + origin;
  uint32_t count = (uint32_t)(plain.sign - scan->signs);
  for (; origin > 0 && scan->count < count; scan->count++) {
    scan->tokens[scan->count].start += origin;
    scan->tokens[scan->count].end += origin;
  }
  scan->count = count;
  scan->at = at < scan->end ? at : scan->end;
  scan->written = plain.written;
  scan->blank = plain.blank != 0;
  return taken;
}

/* The last bytes of the line, with blanks behind them. */
static bool take_last(struct text_scan *scan) {
  enum { MOST = 2 * TEXT_PLAIN_REACH }; /* and what stands before them */
  char last[MOST + TEXT_PLAIN_REACH];
  uint32_t size = scan->end < MOST ? scan->end : MOST;
  uint32_t origin = scan->end - size;
  memcpy(last, scan->bytes + origin, size);
  memset(last + size, ' ', TEXT_PLAIN_REACH);
  return take_among(scan, last, origin, scan->end);
}

/* Tokens that begin before it can be read in the text itself: a blank ends the
 * line there, or it is far enough. */
static uint32_t near_end(const struct text_scan *scan) {
  if (scan->size - scan->end >= TEXT_PLAIN_REACH &&
      text_byte_is(scan->bytes[scan->end], TEXT_BYTE_BLANK)) {
    return scan->end;
  }
  return scan->end > TEXT_PLAIN_REACH ? scan->end - TEXT_PLAIN_REACH : 0;
}

bool text_plain_take_all(struct text_scan *scan) {
  uint32_t stop = near_end(scan);
  if (scan->hyphen != 0 || /* its second word is for others */
      (scan->at < stop && !take_among(scan, scan->bytes, 0, stop))) {
    return false;
  }
  return scan->at == scan->end || take_last(scan);
}
