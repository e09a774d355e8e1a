/* SPDX-License-Identifier: MIT */
/*
 * Where words begin and end in a block of a text. Letters are those of all
 * scripts: all bytes that are no ASCII, but for those of signs such as “ and –;
 * "c'est" is two words, and so is "c’est". What joins words to addresses and
 * names of the computer's, "acme.de", "a_la_carte", takes them their votes.
 *
 *     bytes    see acme.de, c'est 5th
 *     starts   ■   ■        ■ ■         of words with a vote, but for those …
 *     ends        ■    ■     ■   ■      … that are joined to what follows
 *     joints           ■             ■
 *
 * A word that goes on behind a block is the first of the next one.
 */
#ifndef COURTESY_MAIL_WORD_BLOCK_H
#define COURTESY_MAIL_WORD_BLOCK_H

#include "base/block.h"
#include "base/eight.h"
#include "mail/phrase.h"

struct mail_stretch {
  const char *bytes;
  size_t size;
  size_t readable; /* bytes, with those of the text behind it */
};

/* A block, and eight bytes of a word that begins with its last one. */
enum { MAIL_WORD_BLOCK = BASE_BLOCK + BASE_EIGHT };

struct mail_word_block {
  char copy[MAIL_WORD_BLOCK]; /* of the text's end, and zeros */
  const char *bytes;
  size_t size; /* of the stretch, from here on */
  size_t step; /* bytes up to the next block */
  uint64_t starts;
  uint64_t ends;
  uint64_t joined; /* ends where a joint stands, and more behind it */
  uint64_t others; /* where letters begin that are no Latin ones, or signs */
  uint64_t before; /* whether a letter or a joint stands before it */
  uint64_t cut;    /* whether it begins with the last byte of a sign */
};

/* The block at `at`, without what stands behind the stretch. */
static inline struct base_block mail_word_block_load(
    struct mail_word_block *block, const struct mail_stretch *stretch,
    size_t at) {
  block->bytes = stretch->bytes + at;
  block->size = stretch->size - at;
  if (stretch->readable - at < MAIL_WORD_BLOCK) {
    memset(block->copy, 0, sizeof block->copy);
    memcpy(block->copy, block->bytes, stretch->readable - at);
    block->bytes = block->copy;
  }
  return base_block_load(block->bytes);
}

/* At signs, low lines, backslashes, full stops, slashes and digits. */
static inline uint64_t mail_word_joints(struct base_block block) {
  struct base_block joints = base_block_range(block, '.', '9' - '.' + 1);
  joints = base_block_or(joints, base_block_either(block, '@', '_'));
  joints = base_block_or(joints, base_block_equal(block, '\\'));
  return base_block_bits(joints);
}

/* The bytes of U+0080 to U+00BF, such as « and no-break spaces, and of U+2000 to
 * U+203F: dashes, spaces and quotation marks. But soft hyphens and what else
 * has no width stand inside of words. `behind` is the byte behind the block. */
static inline uint64_t mail_word_signs(struct base_block block,
                                       unsigned char behind, uint64_t *cut) {
  uint64_t signs = *cut;
  *cut = 0;
  if (!base_block_any(base_block_either(block, '\xC2', '\xE2'))) {
    return signs;
  }
  uint64_t latin = base_block_bits(base_block_equal(block, '\xC2'));
  uint64_t general = base_block_bits(base_block_equal(block, '\xE2'));
  uint64_t soft = base_block_bits(base_block_equal(block, '\xAD')) >> 1 |
                  (uint64_t)(behind == 0xAD) << (BASE_BLOCK - 1);
  uint64_t no_width = base_block_bits(base_block_range(block, '\x8B', 5)) >> 2 |
                      (uint64_t)(behind >= 0x8B && behind <= 0x8F)
                          << (BASE_BLOCK - 2);
  latin &= ~soft;
  general &= base_block_bits(base_block_equal(block, '\x80')) >> 1 & ~no_width;
  *cut = latin >> (BASE_BLOCK - 1) | general >> (BASE_BLOCK - 2);
  return signs | latin | latin << 1 | general | general << 1 | general << 2;
}

/* Looks at the block that begins at `at`. */
static inline void mail_word_block_look(struct mail_word_block *block,
                                        const struct mail_stretch *stretch,
                                        size_t at) {
  struct base_block bytes = mail_word_block_load(block, stretch, at);
  uint64_t inside =
      block->size < BASE_BLOCK ? (UINT64_C(1) << block->size) - 1 : UINT64_MAX;
  uint64_t letters =
      base_block_bits(base_block_or(base_block_letters(bytes), bytes)) & inside;
  uint64_t joints = mail_word_joints(bytes) & inside;
  block->others = 0;
  if (base_block_bits(bytes) != 0) {
    unsigned char behind = (unsigned char)block->bytes[BASE_BLOCK];
    letters &= ~mail_word_signs(bytes, behind, &block->cut);
    block->others =
        base_block_bits(base_block_range(bytes, '\xCD', 0x33)) & inside;
  }
  uint64_t before = (letters | joints) << 1 | block->before;
  uint64_t starts = letters & ~before;
  /* A sum carries from where a word starts to where it ends. */
  uint64_t sum = letters + starts;
  block->starts = starts;
  block->ends = sum & ~letters;
  block->joined = block->ends & joints &
                  ((letters | joints) >> 1 | UINT64_C(1) << (BASE_BLOCK - 1));
  block->step = BASE_BLOCK;
  block->before = (letters | joints) >> (BASE_BLOCK - 1);
  if (sum < letters) { /* the last one goes on */
    block->step = BASE_BLOCK - 1 - (size_t)__builtin_clzll(starts);
    block->before = 0;
  }
  if (block->step == 0) { /* as long as a block: here it ends with it */
    block->step = BASE_BLOCK;
    block->ends = UINT64_C(1) << (BASE_BLOCK - 1);
    block->before = 1;
  }
}

/* Whether the joint that stands there is one to what follows it. */
static inline bool mail_word_block_joins(const struct mail_word_block *block,
                                         size_t joint) {
  char next = joint + 1 < block->size ? block->bytes[joint + 1] : ' ';
  bool sign = next == '\xC2' || next == '\xE2';
  return mail_is_letter(next) || mail_is_digit(next) ||
         ((next & 0x80) != 0 && !sign);
}

#endif
