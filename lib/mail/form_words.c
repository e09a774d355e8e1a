/* SPDX-License-Identifier: MIT */
#include "mail/form_words.h"

#include "base/block.h"
#include "base/eight.h"
#include "base/line_end.h"
#include "mail/phrase.h"

#include <string.h>

/* The bytes of an address of the web or of a mailbox: one form shows it, the
 * other keeps it in a link. */
static size_t address_size(struct base_slice text) {
  static const char *const starts[] = {"http://", "https://", "mailto:", "www.",
                                       "cid:"};
  for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
    size_t size = strlen(starts[i]);
    if (text.size > size && mail_begins_nocase(text, starts[i])) {
      while (size < text.size && !base_is_blank_or_line_end(text.bytes[size]) &&
             !base_is_one_of(text.bytes[size], "<>)]\"")) {
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

/* Two bits, by which a three is known among those of the same place. */
static uint64_t mask_of(uint64_t three) {
  return UINT64_C(1) << (three >> 20) % 64 | UINT64_C(1) << (three >> 26) % 64;
}

static bool holds(const struct mail_form_set *set, uint64_t three) {
  return (~set->bits[three >> set->shift] & mask_of(three)) == 0;
}

static void put(struct mail_form_set *set, uint64_t three) {
  set->bits[three >> set->shift] |= mask_of(three);
}

static inline void end_run(struct mail_form_reader *reader, const char *end) {
  size_t threes = reader->run.threes;
  reader->alone += threes > 2 ? threes - 2 : 0;
  if (threes > reader->longest.threes) {
    reader->longest = reader->run;
    reader->longest.end = end;
  }
  reader->run.threes = 0;
}

static uint64_t turn(uint64_t hash, unsigned bits) {
  return hash << bits | hash >> (64 - bits);
}

/* Follows runs over the three that a word ends. */
static inline void follow(struct mail_form_reader *reader, uint64_t three,
                          const char *word) {
  if (!holds(reader->others, three)) {
    reader->run.start = reader->run.threes == 0 ? word : reader->run.start;
    reader->run.threes++;
  } else if (reader->run.threes > 0) {
    end_run(reader, reader->before_last.start);
  }
}

/* Notes a word with the two before it. */
static inline void note_three(struct mail_form_reader *reader,
                              struct mail_form_word word) {
  uint64_t three =
      mix(turn(reader->before_last.hash, 42) ^ turn(reader->last.hash, 21),
          word.hash);
  if (reader->set != NULL) {
    put(reader->set, three);
  }
  if (reader->others != NULL) {
    follow(reader, three, word.start);
  }
  reader->before_last = reader->last;
  reader->last = word;
}

static inline void note_word(struct mail_form_reader *reader, uint64_t hash,
                             const char *start) {
  reader->words++;
  note_three(reader, (struct mail_form_word){hash, start});
}

/* Reads what a text begins with: a word or none. Returns its bytes, and in *size
 * those of the word, or 0. */
static size_t read_one(struct base_slice text, uint64_t *hash, size_t *size) {
  size_t skipped = 1;
  *size = is_mark(text.bytes[0]) ? 0 : hash_word(text, hash, &skipped);
  return *size > 0 ? *size : skipped;
}

static size_t read_some(struct mail_form_reader *reader,
                        struct base_slice text) {
  uint64_t hash;
  size_t size;
  size_t read = read_one(text, &hash, &size);
  if (size > 0) {
    note_word(reader, hash, text.bytes);
  }
  return read;
}

bool mail_form_take_word(struct base_slice *text, uint64_t *hash) {
  size_t size = 0;
  while (text->size > 0 && size == 0) {
    *text = mail_skip(*text, read_one(*text, hash, &size));
  }
  return size > 0;
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
static size_t read_block(struct mail_form_reader *reader,
                         struct base_slice text) {
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
    note_word(reader, hash_known(text.bytes + start, end - start),
              text.bytes + start);
  }
  uint64_t left = starts | wide;
  return left != 0 ? (size_t)__builtin_ctzll(left) : BASE_BLOCK;
}

void mail_form_next(struct mail_form_reader *reader, struct base_slice *text) {
  size_t size = read_block(reader, *text);
  *text = mail_skip(*text, size > 0 ? size : read_some(reader, *text));
}

static struct mail_form_word edge_at(const char *start) {
  return (struct mail_form_word){.hash = 1, .start = start};
}

/* Beside the words of a text stand two at each end that are none. */
void mail_form_start(struct mail_form_reader *reader, struct base_slice text) {
  reader->last = reader->before_last = edge_at(text.bytes);
}

void mail_form_end(struct mail_form_reader *reader, struct base_slice text) {
  const char *end = text.bytes + text.size;
  note_three(reader, edge_at(end));
  note_three(reader, edge_at(end));
  end_run(reader, end);
}

void mail_form_read(struct mail_form_reader *reader, struct base_slice text) {
  mail_form_start(reader, text);
  for (struct base_slice rest = text; rest.size > 0;) {
    mail_form_next(reader, &rest);
  }
  mail_form_end(reader, text);
}
