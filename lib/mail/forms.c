/* SPDX-License-Identifier: MIT */
/*
 * Words are compared as two sets of hashes of a fixed size, so that texts of
 * any length cost three passes and no memory. Words that meet in one bit are
 * taken for the same, which can only make forms look more alike.
 */
#include "mail/forms.h"

#include "base/block.h"
#include "base/eight.h"
#include "base/line_end.h"
#include "mail/phrase.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum {
  SET_SHIFT = 16,
  SET_BITS = 1 << SET_SHIFT,

  /* A stub has less than a quarter of the HTML's words … */
  STUB_PART = 4,
  /* … or is a short text, no longer than the HTML, half of whose words stand
   * nowhere there: "Your mail program cannot show HTML". */
  STUB_WORDS = 40,

  /* A third of the words of one form, and enough of them to be a sentence,
   * stand there alone. Programs that write one from the other leave out or
   * add a tenth: addresses of links, descriptions of pictures. */
  DIFFERENT_PART = 3,
  DIFFERENT_WORDS = 12,
};

struct word_set {
  uint64_t bits[SET_BITS / 64];
};

/* How many words a text has, and how many of them another lacks. */
struct tally {
  size_t words;
  size_t alone;
};

/* The bytes of an address of the web or of a mailbox: one form shows it, the
 * other keeps it in a link. */
static size_t address_size(struct base_slice text) {
  static const char *const starts[] = {"http://", "https://", "mailto:", "www.",
                                       "cid:"};
  for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
    size_t size = strlen(starts[i]);
    if (text.size > size && mail_begins_nocase(text, starts[i])) {
      while (size < text.size && !base_is_blank_or_line_end(text.bytes[size]) &&
             memchr("<>)]\"", text.bytes[size], 5) == NULL) {
        size++;
      }
      return size;
    }
  }
  return 0;
}

/* The bytes of a separator that is not ASCII: U+0080 to U+00BF, U+2000 to
 * U+206F, U+3000 to U+303F, U+FEFF. */
static size_t separator_size(struct base_slice text) {
  const unsigned char *at = (const unsigned char *)text.bytes;
  if (text.size >= 2 && at[0] == 0xC2) {
    return 2;
  }
  bool separates = text.size >= 3 && ((at[0] == 0xE2 && at[1] <= 0x81) ||
                                      (at[0] == 0xE3 && at[1] == 0x80) ||
                                      (at[0] == 0xEF && at[1] == 0xBB));
  return separates ? 3 : 0;
}

static bool is_ideograph(struct base_slice text) {
  unsigned char lead = (unsigned char)text.bytes[0];
  return lead >= 0xE3 && lead <= 0xED && text.size >= 3;
}

/* A word goes on: with the next of them its hash is another. */
static uint64_t mix(uint64_t hash, uint64_t eight) {
  return (hash ^ eight) * UINT64_C(0x9e3779b97f4a7c15);
}

/* The bytes of the word of ASCII letters and digits that a text starts with,
 * 0 for none, and the hash of its small letters. */
static size_t hash_ascii(struct base_slice text, uint64_t *hash) {
  size_t size = 0;
  unsigned more = BASE_EIGHT;
  while (more == BASE_EIGHT) {
    uint64_t eight = base_eight_load(text.bytes + size, text.size - size);
    more = base_eight_leading(base_eight_letters(eight) |
                              base_eight_digits(eight));
    if (more > 0) { /* a digit has the bit of small letters */
      *hash = mix(*hash, base_eight_first(eight | BASE_EACH(0x20), more));
    }
    size += more;
  }
  return size;
}

/* ASCII that separates words. */
static bool is_mark(char byte) {
  return (byte & 0x80) == 0 && !mail_is_letter(byte) && !mail_is_digit(byte);
}

/* Whether a byte that is no ASCII may begin what ends a word: most letters do
 * not begin so. */
static bool may_part(uint8_t byte) {
  return byte == 0xC2 || byte >= 0xE2;
}

/* Whether a word of so many bytes ends before what follows it. */
static bool parts(struct base_slice rest, size_t size) {
  return separator_size(rest) > 0 || (size > 0 && is_ideograph(rest));
}

/* The same of a word with other letters. A character of a script that is
 * written without spaces is a word. */
static size_t hash_any(struct base_slice text, uint64_t *hash) {
  size_t size = 0;
  size_t most = is_ideograph(text) ? 3 : text.size;
  for (; size < most; size++) {
    uint8_t byte = (uint8_t)text.bytes[size];
    if (byte < 0x80 ? is_mark((char)byte)
                    : may_part(byte) && parts(mail_skip(text, size), size)) {
      break;
    }
    *hash = mix(*hash, byte | 0x20u); /* of a digit, the digit */
  }
  return size;
}

/* The bytes of the word that a text starts with and the hash of it, or 0 and
 * in *skipped what is none. */
static size_t hash_word(struct base_slice text, uint64_t *hash,
                        size_t *skipped) {
  *skipped = 0;
  *hash = 0;
  size_t size = hash_ascii(text, hash);
  struct base_slice rest = mail_skip(text, size);
  char next = rest.size > 0 ? rest.bytes[0] : '\0';
  if (next == ':' || next == '.') {
    *skipped = address_size(text);
  } else if ((next & 0x80) != 0) {
    size_t separator = separator_size(rest);
    *skipped = size == 0 ? separator : 0;
    if (separator == 0 && (size == 0 || !is_ideograph(rest))) {
      *hash = 0;
      return hash_any(text, hash);
    }
  }
  return *skipped > 0 ? 0 : size;
}

/* A text whose words are put into a set, and counted. */
struct reader {
  struct word_set *set;
  const struct word_set *others;
  struct tally tally;
};

static void note_word(struct reader *reader, uint64_t hash) {
  uint64_t bit = hash >> (64 - SET_SHIFT);
  uint64_t mask = (uint64_t)1 << bit % 64;
  reader->tally.words++;
  reader->tally.alone += (reader->others->bits[bit / 64] & mask) == 0;
  reader->set->bits[bit / 64] |= mask;
}

/* Reads what a text begins with: a word or none. Returns its bytes. */
static size_t read_some(struct reader *reader, struct base_slice text) {
  uint64_t hash;
  size_t skipped = 1;
  size_t size = is_mark(text.bytes[0]) ? 0 : hash_word(text, &hash, &skipped);
  if (size > 0) {
    note_word(reader, hash);
  }
  return size > 0 ? size : skipped;
}

/* The hash of a word of ASCII, behind which eight bytes can be read. */
static uint64_t hash_known(const char *word, size_t size) {
  uint64_t hash = 0;
  for (size_t at = 0; at < size; at += BASE_EIGHT) {
    uint64_t eight = base_eight_load(word + at, BASE_EIGHT) | BASE_EACH(0x20);
    hash = mix(hash, base_eight_first(eight, (unsigned)(size - at)));
  }
  return hash;
}

/*
 * Reads the words of ASCII that end in the block that a text begins with,
 * before its first byte that is none. Returns the bytes up to what is to be
 * read next, which may be 0.
 *
 *     bytes   see the caf é and
 *     starts  ■   ■   ■     ■
 *     ends       ■   ■         ■       the last is not looked at
 */
static size_t read_block(struct reader *reader, struct base_slice text) {
  if (text.size < BASE_BLOCK + BASE_EIGHT) {
    return 0;
  }
  struct base_block block = base_block_load(text.bytes);
  uint64_t letters = base_block_bits(
      base_block_or(base_block_letters(block), base_block_digits(block)));
  uint64_t wide = base_block_bits(block);
  uint64_t starts = letters & ~(letters << 1);
  /* A sum carries from where a word starts to where it ends. */
  uint64_t ends = (letters + starts) & ~letters & ~wide & (wide - 1);
  for (; ends != 0; ends &= ends - 1, starts &= starts - 1) {
    size_t start = (size_t)__builtin_ctzll(starts);
    size_t end = (size_t)__builtin_ctzll(ends);
    char next = text.bytes[end];
    size_t skipped =
        next == ':' || next == '.' ? address_size(mail_skip(text, start)) : 0;
    if (skipped > 0) {
      return start + skipped;
    }
    note_word(reader, hash_known(text.bytes + start, end - start));
  }
  uint64_t left = starts | wide;
  return left != 0 ? (size_t)__builtin_ctzll(left) : BASE_BLOCK;
}

/* Adds a text's words to a set, and counts those that others have not. */
static struct tally read_words(struct base_slice text, struct word_set *set,
                               const struct word_set *others) {
  struct reader reader = {.set = set, .others = others};
  while (text.size > 0) {
    size_t size = read_block(&reader, text);
    text = mail_skip(text, size > 0 ? size : read_some(&reader, text));
  }
  return reader.tally;
}

/* Whether all words of one set are in the other. */
static bool is_within(const struct word_set *set,
                      const struct word_set *other) {
  uint64_t alone = 0;
  for (size_t i = 0; i < SET_BITS / 64; i++) {
    alone |= set->bits[i] & ~other->bits[i];
  }
  return alone == 0;
}

static bool is_different(struct tally tally) {
  return tally.alone >= DIFFERENT_WORDS &&
         tally.alone * DIFFERENT_PART > tally.words;
}

enum mail_likeness mail_forms_compare(struct base_slice plain,
                                      struct base_slice html) {
  struct word_set of_plain = {{0}};
  struct word_set of_html = {{0}};
  struct tally h = read_words(html, &of_html, &of_plain);
  struct tally p = read_words(plain, &of_plain, &of_html);
  if (is_within(&of_html, &of_plain)) {
    h.alone = 0; /* as in most mails: plain text made of HTML says more words,
                    of what that has marks for */
  } else {
    h = read_words(html, &of_html, &of_plain);
  }
  bool is_notice =
      p.words <= STUB_WORDS && p.words <= h.words && p.alone * 2 > p.words;
  if (p.words * STUB_PART < h.words || is_notice) {
    return MAIL_FORMS_STUB;
  }
  bool differs = h.words > 0 && (is_different(p) || is_different(h));
  return differs ? MAIL_FORMS_DIFFER : MAIL_FORMS_ALIKE;
}
