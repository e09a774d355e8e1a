/* SPDX-License-Identifier: MIT */
/* Words of the quick way that are not like most, and hyphens between words. */
#include "text/letters.h"
#include "text/plain.h"
#include "text/vocabulary.h"

/* Whether the word at plain->at, which a peek holds, a slash at `end` and what
 * stands behind it are one word of the vocabulary, as scan_word.c has it:
 * and/or, c/o. */
static bool is_known_with_slash(const struct text_scan *scan,
                                const struct text_plain *plain, uint32_t end) {
  enum { LONGEST = 8 }; /* letters on the right */
  char folded[TEXT_PEEK_SIZE + 1 + LONGEST];
  uint32_t left = end - plain->at;
  if (left > TEXT_PEEK_SIZE) {
    return false;
  }
  for (uint32_t i = 0; i < left; i++) {
    folded[i] = text_byte_lower(plain->bytes[plain->at + i]);
  }
  folded[left] = '/';
  uint32_t size = left + 1;
  while ((text_plain_class(plain, plain->at + size) & TEXT_BYTE_LETTER) != 0) {
    if (size == left + 1 + LONGEST) {
      return false;
    }
    folded[size] = text_byte_lower(plain->bytes[plain->at + size]);
    size++;
  }
  return size > left + 1 &&
         text_vocabulary_find_folded(scan->words, folded, size) != TEXT_NO_WORD;
}

/* Whether nothing of what stands at `end`, and may join, belongs to the word
 * before it. */
static bool ends_before_joiner(const struct text_scan *scan,
                               const struct text_plain *plain, uint32_t end,
                               uint32_t word) {
  unsigned behind = text_plain_class(plain, end + 1);
  switch (plain->bytes[end]) {
  case ',':
  case '%':
    return true;
  case '.': /* its own, if it is an abbreviation or an initial */
    return (behind & TEXT_BYTE_BLANK) != 0 && end - plain->at > 1 &&
           !text_word_is_abbreviation(scan->words, word);
  case ':':
    return (behind & TEXT_BYTE_BLANK) != 0;
  case '/':
    return !is_known_with_slash(scan, plain, end);
  default:
    return false;
  }
}

/* A token as it was read: what its bytes tell. */
struct reading {
  uint32_t end; /* 0: it is not for us */
  uint32_t word;
  unsigned kind;
  unsigned capitals;
};

static const struct reading not_ours = {0};

static struct reading read_letters(const struct text_scan *scan,
                                   const struct text_plain *plain) {
  struct text_letters letters;
  text_letters_read(plain->bytes + plain->at, &letters);
  if (letters.size == 0) {
    return not_ours;
  }
  uint32_t end = plain->at + letters.size;
  uint32_t word =
      letters.size <= TEXT_KEY_MAX
          ? text_vocabulary_find_key(scan->words, text_letters_key(&letters))
          : text_vocabulary_find_folded(scan->words, letters.folded,
                                        letters.size);
  char next = plain->bytes[end];
  bool ends = text_letters_are_apart(&letters, plain->bytes + end) ||
              (next == '.' && ends_before_joiner(scan, plain, end, word));
  return ends && !text_word_is_bare_contraction(word)
             ? (struct reading){end, word, TEXT_WORD, letters.capitals}
             : not_ours;
}

static struct reading read_word(const struct text_scan *scan,
                                const struct text_plain *plain) {
  struct text_peek peek;
  text_peek(plain->bytes + plain->at, &peek);
  uint32_t end = plain->at + peek.size;
  if (peek.size == TEXT_PEEK_SIZE || text_is_pair_lead(plain->bytes[end])) {
    return read_letters(scan, plain);
  }
  uint32_t word = text_vocabulary_find_key(scan->words, peek.key);
  bool ends = (text_plain_class(plain, end) & TEXT_BYTE_APART) != 0 ||
              ends_before_joiner(scan, plain, end, word);
  return ends && !text_word_is_bare_contraction(word)
             ? (struct reading){end, word, TEXT_WORD,
                                text_plain_capitals(&peek)}
             : not_ours;
}

static struct reading read_number(const struct text_scan *scan,
                                  const struct text_plain *plain) {
  struct text_peek peek;
  text_peek_number(plain->bytes + plain->at, &peek);
  uint32_t end = plain->at + peek.size;
  if (!text_plain_ends_number(plain->bytes + end, peek.size)) {
    return not_ours;
  }
  return (struct reading){end, text_vocabulary_find_key(scan->words, peek.key),
                          TEXT_NUMBER, 0};
}

static struct reading read_at(const struct text_scan *scan,
                              const struct text_plain *plain) {
  unsigned class = text_plain_class(plain, plain->at);
  if ((class & TEXT_BYTE_DIGIT) != 0) {
    return read_number(scan, plain);
  }
  if ((class & TEXT_BYTE_LETTER) != 0) {
    return read_word(scan, plain);
  }
  return (class & TEXT_BYTE_HIGH) != 0 ? read_letters(scan, plain) : not_ours;
}

static void put(struct text_plain *plain, const struct reading *reading,
                uint32_t written, unsigned flags) {
  struct text_token token = {
      .start = plain->at,
      .end = reading->end,
      .written = written,
      .words = {reading->word},
      .kind = (uint8_t)reading->kind,
      .flags = (uint8_t)(reading->capitals | flags),
  };
  text_plain_put(plain, text_sign_of(&token), token);
  text_plain_go_on(plain, reading->end);
}

static bool take_word(const struct text_scan *scan, struct text_plain *plain) {
  struct reading word = read_at(scan, plain);
  if (word.end == 0) {
    return false;
  }
  put(plain, &word, plain->written++, plain->blank);
  return true;
}

/* The size of a hyphen's bytes, 0 where none stands. */
static uint32_t hyphen_size(const char *bytes) {
  if (bytes[0] == '-') {
    return 1;
  }
  unsigned typographic = text_plain_typographic(bytes);
  return typographic == 0x10 || typographic == 0x11 ? 3 : 0;
}

/* Whether a word or number ends right here, with a letter or digit. */
static bool follows_word(const struct text_scan *scan,
                         const struct text_plain *plain) {
  return plain->blank == 0 && plain->token > scan->tokens + scan->block &&
         plain->token[-1].kind <= TEXT_NUMBER &&
         ((text_plain_class(plain, plain->at - 1) & TEXT_BYTE_WORD) != 0 ||
          text_letters_end_before(plain->bytes, plain->at));
}

/* What stands before a hyphen, of which all tokens end in one place, and the
 * token behind it know of each other. Returns that one's flags. The tokens of
 * this pass count from its origin, others do not. */
static unsigned join(const struct text_scan *scan, struct text_plain *plain,
                     bool to_letter) {
  unsigned before = text_plain_class(plain, plain->at - 1);
  uint32_t end = plain->token[-1].end;
  const struct text_token *pass = scan->tokens + scan->count;
  const struct text_token *first =
      plain->token > pass ? pass : scan->tokens + scan->block;
  for (struct text_token *token = plain->token;
       to_letter && token > first && token[-1].end == end; token--) {
    token[-1].flags |= TEXT_HYPHEN_AFTER;
  }
  return (before & TEXT_BYTE_DIGIT) != 0 ? 0 : TEXT_HYPHEN_BEFORE;
}

/* Takes a hyphen between two words, and the second one. */
static bool take_hyphen(const struct text_scan *scan,
                        struct text_plain *plain) {
  uint32_t size = hyphen_size(plain->bytes + plain->at);
  if (size == 0 || !follows_word(scan, plain)) {
    return false;
  }
  struct text_plain behind = *plain;
  behind.at += size;
  struct reading word = read_at(scan, &behind);
  if (word.end == 0) {
    return false;
  }
  unsigned flags = join(scan, plain, word.kind == TEXT_WORD);
  text_plain_put(plain, TEXT_SIGN_OF_KIND(TEXT_HYPHEN),
                 (struct text_token){
                     .start = plain->at,
                     .end = behind.at,
                     .written = plain->written - 1,
                     .kind = TEXT_HYPHEN,
                 });
  plain->at = behind.at;
  put(plain, &word, plain->written - 1, flags);
  return true;
}

/* Numbers that the loop leaves are for others. */
bool text_plain_take_odd(struct text_scan *scan, struct text_plain *plain) {
  unsigned class = text_plain_class(plain, plain->at);
  if ((class & TEXT_BYTE_WORD) != 0) {
    return (class & TEXT_BYTE_LETTER) != 0 &&
           (text_plain_take_contraction(scan, plain) || take_word(scan, plain));
  }
  return take_hyphen(scan, plain) ||
         ((class & TEXT_BYTE_HIGH) != 0 && take_word(scan, plain));
}
