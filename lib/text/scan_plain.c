/* SPDX-License-Identifier: MIT */
/*
 * The quick way through running text, which is nearly all of a mail:
 *
 *     We  send  the  list ,  and  call  Ann's team
 *     └──────────── taken here ───────────┘ └ a joiner: left to the others
 *
 * A word is taken when it is short, ASCII, no contraction and no abbreviation
 * with its full stop, and has nothing behind it that could belong to it; a
 * mark, when it is a single one before a blank. For these, what is done here
 * is what scan_word.c and scan_mark.c would do.
 */
#include "text/scan.h"

#include "text/byte_class.h"
#include "text/sign.h"
#include "text/vocabulary.h"
#include "text/word.h"

/* What of the scan changes from token to token. */
struct plain {
  const char *bytes;
  uint32_t at;
  uint32_t end;
  uint32_t last; /* words begin before it: those that can be peeked at */
  uint32_t written;
  unsigned blank; /* TEXT_BLANK_BEFORE or 0 */
};

/* Where a token and its sign go. */
struct place {
  struct text_token *token;
  uint64_t *sign;
};

static inline unsigned class_at(const struct plain *plain, uint32_t at) {
  return at < plain->end ? text_byte_classes[(unsigned char)plain->bytes[at]]
                         : TEXT_BYTE_BLANK;
}

/* Whether the word that ends at `end` has a full stop behind it that nothing
 * follows: its own if it is an abbreviation or an initial. */
static inline bool has_last_stop(const struct plain *plain, uint32_t end) {
  return plain->bytes[end] == '.' && end - plain->at > 1 &&
         (class_at(plain, end + 1) & TEXT_BYTE_BLANK) != 0;
}

/* Takes the word that begins here, and one blank behind it. Returns false when
 * it is not for us. */
static inline bool take_word(struct plain *plain, const struct text_scan *scan,
                             struct place place) {
  struct text_peek peek;
  if (plain->at >= plain->last) {
    return false;
  }
  text_peek(plain->bytes + plain->at, &peek);
  if (peek.size > TEXT_KEY_MAX) {
    return false;
  }
  uint32_t end = plain->at + peek.size; /* still among the bytes peeked at */
  unsigned next = text_byte_classes[(unsigned char)plain->bytes[end]];
  bool joined = (next & TEXT_BYTE_JOINER) != 0;
  if (joined && !has_last_stop(plain, end)) {
    return false;
  }
  uint32_t word = text_vocabulary_find_key(scan->words, peek.key);
  if (text_word_is_bare_contraction(word) ||
      (joined && text_word_set_has(&scan->lexicon->abbreviations, word))) {
    return false;
  }
  unsigned capitals = text_word_capitals(&peek, plain->bytes + plain->at);
  *place.token = (struct text_token){
      .start = plain->at,
      .end = end,
      .written = plain->written++,
      .words = {word},
      .flags = (uint8_t)(plain->blank | capitals),
  };
  *place.sign = text_sign_of_simple_word(word, capitals);
  bool blank = (next & TEXT_BYTE_BLANK) != 0;
  plain->blank = blank ? TEXT_BLANK_BEFORE : 0;
  plain->at = end + blank;
  return true;
}

/* Takes the mark that stands here; the same. */
static inline bool take_mark(struct plain *plain, struct place place) {
  if ((class_at(plain, plain->at + 1) & TEXT_BYTE_BLANK) == 0) {
    return false;
  }
  *place.token = (struct text_token){
      .start = plain->at,
      .end = plain->at + 1,
      .written = plain->written > 0 ? plain->written - 1 : 0,
      .mark = (unsigned char)plain->bytes[plain->at],
      .kind = TEXT_PUNCTUATION,
      .flags = (uint8_t)plain->blank,
  };
  *place.sign = text_sign_of_punctuation(place.token->mark);
  plain->blank = 0;
  plain->at++;
  return true;
}

/* Takes what is for us while there is room. Nothing is called here, so that
 * all of it stays in registers. */
static void take_all(struct plain *plain, const struct text_scan *scan,
                     struct text_document *document) {
  struct text_token *tokens = document->tokens.items;
  uint64_t *signs = document->signs.items;
  size_t limit = document->tokens.capacity;
  size_t count = document->tokens.count;
  while (plain->at < plain->end && count < limit) {
    struct place place = {tokens + count, signs + count};
    unsigned class = class_at(plain, plain->at);
    if ((class & TEXT_BYTE_LETTER) != 0) {
      if (!take_word(plain, scan, place)) {
        break;
      }
      count++;
    } else if ((class & TEXT_BYTE_BLANK) != 0) {
      plain->blank = TEXT_BLANK_BEFORE;
      plain->at++;
    } else if ((class & TEXT_BYTE_MARK) != 0 && take_mark(plain, place)) {
      count++;
    } else {
      break;
    }
  }
  document->tokens.count = count;
}

/* Words are read beyond the end of the line, where a blank or nothing stands,
 * but when the region ends amid a word. */
static bool can_peek(const struct text_scan *scan) {
  return scan->size >= TEXT_PEEK_SIZE &&
         (scan->end == scan->size ||
          !text_byte_is(scan->bytes[scan->end], TEXT_BYTE_WORD));
}

bool text_scan_plain(struct text_scan *scan) {
  struct plain plain = {
      .bytes = scan->bytes,
      .at = scan->at,
      .end = scan->end,
      .written = scan->document->written,
      .blank = scan->blank ? TEXT_BLANK_BEFORE : 0,
  };
  /* A word behind a hyphen that waits is not plain. */
  if (scan->hyphen == 0 && can_peek(scan)) {
    plain.last = scan->size - TEXT_PEEK_SIZE + 1;
  }
  struct text_document *document = scan->document;
  bool added = true;
  text_scan_sign(scan);
  do {
    added = text_scan_reserve(scan);
    if (added) {
      take_all(&plain, scan, document);
    }
  } while (added && document->tokens.count == document->tokens.capacity);
  scan->at = plain.at < plain.end ? plain.at : plain.end;
  scan->blank = plain.blank != 0;
  scan->to_sign = (uint32_t)document->tokens.count;
  document->written = plain.written;
  return added;
}
