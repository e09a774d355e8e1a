/* SPDX-License-Identifier: MIT */
/*
 * Words are compared as two sets of hashes of a fixed size, so that a text of
 * any length costs two passes and no memory. Words that meet in one bit are
 * taken for the same, which can only make forms look more alike.
 */
#include "mail/forms.h"

#include "mail/header.h"
#include "mail/phrase.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum {
  SET_BITS = 1 << 16,

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

static bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* The bytes of an address of the web or of a mailbox: one form shows it, the
 * other keeps it in a link. */
static size_t address_size(struct base_slice text) {
  static const char *const starts[] = {"http://", "https://", "mailto:", "www.",
                                       "cid:"};
  for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
    size_t size = strlen(starts[i]);
    struct base_slice start = {text.bytes, size};
    if (text.size > size && mail_equals_nocase(start, starts[i])) {
      while (size < text.size && !is_blank(text.bytes[size]) &&
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
static size_t separator_size(const unsigned char *at, size_t left) {
  if (left >= 2 && at[0] == 0xC2) {
    return 2;
  }
  bool separates = left >= 3 && ((at[0] == 0xE2 && at[1] <= 0x81) ||
                                 (at[0] == 0xE3 && at[1] == 0x80) ||
                                 (at[0] == 0xEF && at[1] == 0xBB));
  return separates ? 3 : 0;
}

/* The bytes of the word that a text starts with, 0 for none. A character of a
 * script that is written without spaces is a word. */
static size_t word_size(struct base_slice text) {
  const unsigned char *at = (const unsigned char *)text.bytes;
  size_t size = 0;
  while (size < text.size) {
    unsigned char byte = at[size];
    if (byte >= 0xE3 && byte <= 0xED && text.size - size >= 3) {
      return size > 0 || separator_size(at, text.size) > 0 ? size : 3;
    }
    if (!mail_is_letter(text.bytes[size]) && !mail_is_digit(text.bytes[size]) &&
        (byte < 0x80 || separator_size(at + size, text.size - size) > 0)) {
      break;
    }
    size++;
  }
  return size;
}

/* FNV-1a of the word in small letters, folded to a bit's number. */
static uint32_t bit_of(struct base_slice word) {
  uint32_t hash = 2166136261u;
  for (size_t i = 0; i < word.size; i++) {
    unsigned char byte = (unsigned char)word.bytes[i];
    byte = byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte | 0x20) : byte;
    hash = (hash ^ byte) * 16777619u;
  }
  return (hash ^ hash >> 16) % SET_BITS;
}

/* Takes the next word off the text; false at its end. */
static bool next_word(struct base_slice *text, struct base_slice *word) {
  while (text->size > 0) {
    size_t skipped = address_size(*text);
    size_t size = skipped > 0 ? 0 : word_size(*text);
    if (size > 0) {
      *word = (struct base_slice){text->bytes, size};
      *text = mail_skip(*text, size);
      return true;
    }
    if (skipped == 0) {
      const unsigned char *at = (const unsigned char *)text->bytes;
      skipped = separator_size(at, text->size);
      skipped = skipped > 0 ? skipped : 1;
    }
    *text = mail_skip(*text, skipped);
  }
  return false;
}

static void add_words(struct base_slice text, struct word_set *set) {
  struct base_slice word;
  while (next_word(&text, &word)) {
    uint32_t bit = bit_of(word);
    set->bits[bit / 64] |= (uint64_t)1 << bit % 64;
  }
}

static struct tally count_words(struct base_slice text,
                                const struct word_set *others) {
  struct tally tally = {0};
  struct base_slice word;
  while (next_word(&text, &word)) {
    uint32_t bit = bit_of(word);
    tally.words++;
    tally.alone += (others->bits[bit / 64] >> bit % 64 & 1) == 0;
  }
  return tally;
}

static bool is_different(struct tally tally) {
  return tally.alone >= DIFFERENT_WORDS &&
         tally.alone * DIFFERENT_PART > tally.words;
}

enum mail_likeness mail_forms_compare(struct base_slice plain,
                                      struct base_slice html) {
  struct word_set of_plain = {{0}};
  struct word_set of_html = {{0}};
  add_words(plain, &of_plain);
  add_words(html, &of_html);
  struct tally p = count_words(plain, &of_html);
  struct tally h = count_words(html, &of_plain);
  bool is_notice =
      p.words <= STUB_WORDS && p.words <= h.words && p.alone * 2 > p.words;
  if (p.words * STUB_PART < h.words || is_notice) {
    return MAIL_FORMS_STUB;
  }
  bool differs = h.words > 0 && (is_different(p) || is_different(h));
  return differs ? MAIL_FORMS_DIFFER : MAIL_FORMS_ALIKE;
}
