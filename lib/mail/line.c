/* SPDX-License-Identifier: MIT */
#include "mail/line.h"

#include "base/block.h"
#include "base/line_end.h"
#include "mail/phrase.h"

enum { LETTERS = 26 };

static bool is_ascii_blank(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Blanks that mail programs write into lines that look empty, and the marks of
 * direction that they put around names, addresses and labels. */
static bool is_wide_blank(struct base_slice character) {
  const uint8_t *bytes = (const uint8_t *)character.bytes;
  if (character.size == 2) {
    return bytes[0] == 0xc2 && bytes[1] == 0xa0; /* U+00A0 no-break space */
  }
  uint8_t last = bytes[2];
  switch (bytes[0] << 8 | bytes[1]) {
  case 0xe280: /* U+200B zero width space, U+200E, U+200F, U+202A to U+202E */
    return last == 0x8b || last == 0x8e || last == 0x8f ||
           (last >= 0xaa && last <= 0xae);
  case 0xe281: /* U+2066 to U+2069 */
    return last >= 0xa6 && last <= 0xa9;
  case 0xe380: /* U+3000 ideographic space */
    return last == 0x80;
  case 0xefbb: /* U+FEFF byte order mark */
    return last == 0xbf;
  default:
    return false;
  }
}

/* The bytes of one at the start of `text`, or at its end; 0 for none. */
static size_t wide_blank_size(struct base_slice text, bool at_end) {
  size_t first = at_end ? text.size - 1 : 0;
  bool may_be = text.size > 0 && (text.bytes[first] & 0x80) != 0;
  for (size_t size = 2; may_be && size <= 3 && size <= text.size; size++) {
    const char *start = text.bytes + (at_end ? text.size - size : 0);
    if (is_wide_blank((struct base_slice){start, size})) {
      return size;
    }
  }
  return 0;
}

size_t mail_blanks_size(struct base_slice text) {
  size_t size = 0;
  size_t wide = 1;
  while (wide > 0) {
    while (size < text.size && is_ascii_blank(text.bytes[size])) {
      size++;
    }
    wide = wide_blank_size(mail_skip(text, size), false);
    size += wide;
  }
  return size;
}

/* `text` without the blanks at its end. */
static struct base_slice cut_last_blanks(struct base_slice text) {
  size_t wide = 0;
  do {
    const char *end = text.bytes + text.size;
    while (end > text.bytes && is_ascii_blank(end[-1])) {
      end--;
    }
    text.size = (size_t)(end - text.bytes);
    wide = wide_blank_size(text, true);
    text.size -= wide;
  } while (wide > 0);
  return text;
}

struct base_slice mail_trim_blanks(struct base_slice text) {
  text = cut_last_blanks(text);
  return mail_skip(text, mail_blanks_size(text));
}

/* Where what parts words ends, in a block of a text; *cut, whether a block ends
 * with the first byte of a no-break space. */
static uint64_t blank_ends(struct base_block block, uint64_t *cut) {
  uint64_t blanks = base_block_bits(base_block_equal(block, ' '));
  if (base_block_any(block) || *cut != 0) {
    uint64_t first = base_block_bits(base_block_equal(block, '\xC2'));
    blanks |=
        base_block_bits(base_block_equal(block, '\xA0')) & (first << 1 | *cut);
    *cut = first >> (BASE_BLOCK - 1);
  }
  return blanks;
}

size_t mail_small_words(struct base_slice text, size_t most) {
  size_t count = 0;
  uint64_t begins = 1; /* whether the block begins with a word */
  uint64_t cut = 0;
  for (size_t at = 0; at < text.size && count < most; at += BASE_BLOCK) {
    struct base_block block = base_block_start(text.bytes + at, text.size - at);
    uint64_t blanks = blank_ends(block, &cut);
    uint64_t words = base_block_bits(base_block_range(block, 'a', LETTERS)) &
                     (blanks << 1 | begins);
    for (; words != 0 && count < most; words &= words - 1) {
      count++;
    }
    begins = blanks >> (BASE_BLOCK - 1);
  }
  return count;
}

static bool opens_picture(struct base_slice line) {
  return base_slice_begins(line, "[cid:") ||
         base_slice_begins(line, "[image") ||
         base_slice_begins(line, "[Image") || base_slice_begins(line, "[IMAGE");
}

bool mail_is_picture(struct base_slice line) {
  switch (line.size > 0 ? line.bytes[0] : '\0') {
  case '[':
    return opens_picture(line) &&
           (base_slice_ends(line, "]") || base_slice_ends(line, ">"));
  case '<':
    return (base_slice_begins(line, "<<") ||
            base_slice_begins(line, "<Embedded")) &&
           base_slice_ends(line, ">");
  case '(':
    return base_slice_begins(line, "(See attached file:") &&
           base_slice_ends(line, ")");
  default:
    return false;
  }
}

bool mail_is_listed_file(struct base_slice line) {
  enum { LARGEST_ENDING = 4 }; /* letters of ".xlsx" */
  if (!base_slice_begins(line, "- ")) {
    return false;
  }
  size_t dot = line.size;
  while (dot > 0 && (mail_is_letter(line.bytes[dot - 1]) ||
                     mail_is_digit(line.bytes[dot - 1]))) {
    dot--;
  }
  size_t ending = line.size - dot;
  return ending >= 2 && ending <= LARGEST_ENDING &&
         line.bytes[dot - 1] == '.' && line.bytes[dot - 2] != ' ';
}

bool mail_is_postscript(struct base_slice line) {
  char first = line.size > 0 ? line.bytes[0] | 0x20 : 0;
  if (first != 'p' && first != 'n' && first != 'u' && (first & 0x80) == 0) {
    return false; /* as most are */
  }
  size_t size = mail_phrases_size(line, &mail_postscript_words);
  if (size == 0 || size == line.size) {
    return false;
  }
  return !mail_is_letter(line.bytes[size]) && (line.bytes[size] & 0x80) == 0;
}

size_t mail_line_size(struct base_slice text, size_t *next) {
  size_t end = base_line_size(text);
  struct base_slice below = {text.bytes + end, text.size - end};
  *next = end + base_line_end_size(below);
  return end;
}
