/* SPDX-License-Identifier: MIT */
#include "text/plain.h"

#include "text/vocabulary.h"
#include "text/word.h"

/* Where words are read: a copy of what of the scan they change, which stays in
 * registers as long as nothing is called. */
struct reader {
  const char *bytes;
  uint32_t at;
  uint32_t stop; /* words begin before it */
  uint32_t written;
  struct text_token *token; /* the next one goes here, */
  uint64_t *sign;           /* and its sign */
};

/* A token takes a byte at least: its place is room for it. For what comes
 * behind the words, some is left. */
static struct reader begin_reading(const struct text_scan *scan) {
  uint32_t room = scan->capacity - scan->count - TEXT_PLAIN_ROOM;
  uint32_t stop = scan->end - scan->at > room ? scan->at + room : scan->end;
  return (struct reader){
      .bytes = scan->bytes,
      .at = scan->at,
      .stop = stop < scan->peeks ? stop : scan->peeks,
      .written = scan->written,
      .token = scan->tokens + scan->count,
      .sign = scan->signs + scan->count,
  };
}

/* All words were put behind a blank, which is for the scan to know of the first
 * one. */
static void end_reading(struct text_scan *scan, const struct reader *reader,
                        bool blank) {
  struct text_token *first = scan->tokens + scan->count;
  if (reader->token > first) {
    first->flags &= (uint8_t) ~(scan->blank ? 0 : TEXT_BLANK_BEFORE);
    scan->blank = blank;
  }
  scan->at = reader->at < scan->end ? reader->at : scan->end;
  scan->written = reader->written;
  scan->count = (uint32_t)(reader->sign - scan->signs);
}

/* The word that ends at `end`. */
static inline void put_word(struct reader *reader, uint32_t end, uint32_t word,
                            uint64_t sign, unsigned capitals) {
  *reader->token++ = (struct text_token){
      .start = reader->at,
      .end = end,
      .written = reader->written++,
      .words = {word},
      .flags = (uint8_t)(TEXT_BLANK_BEFORE | capitals),
  };
  *reader->sign++ = text_sign_capitalised(sign, capitals);
}

/* The mark at `at`, behind a word. */
static inline void put_mark(struct reader *reader, uint32_t at) {
  unsigned char mark = (unsigned char)reader->bytes[at];
  *reader->token++ = (struct text_token){
      .start = at,
      .end = at + 1,
      .written = reader->written - 1,
      .mark = mark,
      .kind = TEXT_PUNCTUATION,
  };
  *reader->sign++ = text_sign_of_punctuation(mark);
}

/* Of letters and digits, letters alone have bit 0x40; nothing has none. */
static inline bool begins_with_letter(struct text_word_key key) {
  return (key.low & 0x40) != 0;
}

/* What the first look did not find. It looks again, so that what the first saw
 * need not be kept. */
static __attribute__((noinline)) uint32_t find_behind(
    const struct text_vocabulary_tables *words, const char *bytes) {
  struct text_peek peek;
  text_peek(bytes, &peek);
  return text_vocabulary_find_behind(words, peek.key);
}

/* Whether a letter of two bytes may begin with it. */
static inline bool is_lead(char byte) {
  return ((unsigned char)byte & 0xE0) == 0xC0;
}

/* Reads a word with such letters, which is rare. It must end before the
 * reader's `stop`, as others do by far. */
static __attribute__((noinline)) struct text_plain_word read_letters(
    const struct text_scan *scan, uint32_t at, uint32_t stop) {
  struct text_plain_word word = text_plain_read_letters(scan, at);
  word.end = word.end < stop ? word.end : 0;
  word.next = text_byte_classes[(unsigned char)scan->bytes[word.end]];
  return word;
}

static inline struct text_plain_word read_word(const struct text_scan *scan,
                                               const struct reader *reader) {
  static const struct text_plain_word none = {0};
  const char *bytes = reader->bytes + reader->at;
  struct text_peek peek;
  text_peek(bytes, &peek);
  if (!begins_with_letter(peek.key)) {
    return is_lead(*bytes) ? read_letters(scan, reader->at, reader->stop)
                           : none;
  }
  uint32_t end = reader->at + peek.size;
  unsigned next = text_byte_classes[(unsigned char)reader->bytes[end]];
  struct text_first_look look = text_vocabulary_look(scan->words, peek.key);
  if (look.is_behind) {
    look.word = find_behind(scan->words, bytes);
    if (text_word_is_bare_contraction(look.word)) {
      return none;
    }
  }
  if ((next & (TEXT_BYTE_JOINER | TEXT_BYTE_WORD)) != 0) {
    if (is_lead(reader->bytes[end])) {
      return read_letters(scan, reader->at, reader->stop);
    }
    if (!text_plain_ends_before_joiner(scan, reader->at, end, look.word)) {
      return none;
    }
  }
  return (struct text_plain_word){
      end, look.word,
      (uint16_t)text_word_capitals(peek.upper, bytes, peek.size),
      (uint16_t)next};
}

/* Takes words with a blank, or a mark and a blank, between them. */
static void take_words(struct text_scan *scan) {
  const struct text_vocabulary_entry *entries = scan->words->entries;
  struct reader reader = begin_reading(scan);
  bool blank = false;
  while (reader.at < reader.stop) {
    struct text_plain_word word = read_word(scan, &reader);
    if (word.end == 0) {
      break;
    }
    put_word(&reader, word.end, word.word, entries[word.word].sign,
             word.capitals);
    reader.at = word.end;
    blank = (word.next & TEXT_BYTE_BLANK) != 0;
    if (blank) {
      reader.at++;
      continue;
    }
    blank = (word.next & TEXT_BYTE_MARK) != 0 && word.end < reader.stop &&
            text_byte_is(reader.bytes[word.end + 1], TEXT_BYTE_BLANK);
    if (!blank) {
      break;
    }
    put_mark(&reader, word.end);
    reader.at = word.end + 2 + (reader.bytes[word.end + 2] == ' ');
  }
  end_reading(scan, &reader, blank);
}

/* Takes a word that begins with an ASCII letter and is not like most. */
static bool take_word(struct text_scan *scan) {
  struct text_peek peek;
  text_plain_peek(scan, &peek);
  uint32_t end = scan->at + peek.size;
  if (peek.size == TEXT_PEEK_SIZE ||
      (end < scan->end && is_lead(scan->bytes[end]))) {
    return text_plain_take_letters(scan);
  }
  bool joined = (text_plain_class(scan, end) & TEXT_BYTE_JOINER) != 0;
  return (joined && scan->hyphen == 0 &&
          text_plain_take_contraction(scan, &peek)) ||
         text_plain_take_word(scan, &peek);
}

/* Takes all words up to what is none, or what is none. */
static inline bool take(struct text_scan *scan) {
  unsigned class = text_plain_class(scan, scan->at);
  if ((class & TEXT_BYTE_LETTER) != 0 && scan->hyphen == 0) {
    take_words(scan);
    class = text_plain_class(scan, scan->at);
  }
  if ((class & TEXT_BYTE_BLANK) != 0) {
    text_plain_go_on(scan, scan->at);
    return true;
  }
  if ((class & TEXT_BYTE_DIGIT) != 0) {
    return text_plain_take_number(scan);
  }
  if ((class & TEXT_BYTE_LETTER) != 0) {
    return take_word(scan);
  }
  return (scan->hyphen == 0 && text_plain_take_mark(scan)) ||
         ((class & TEXT_BYTE_HIGH) != 0 && text_plain_take_letters(scan));
}

bool text_plain_take_all(struct text_scan *scan) {
  while (scan->at < scan->end &&
         scan->capacity - scan->count >= 2 * TEXT_PLAIN_ROOM) {
    if (!take(scan)) {
      return false;
    }
  }
  return true;
}
