/* SPDX-License-Identifier: MIT */
#include "mail/phrase.h"

#include "base/eight.h"
#include "mail/line.h"

#include <stdint.h>

/* Eight bytes with capital letters made small. */
static uint64_t small_eight(const char *bytes) {
  uint64_t eight = base_eight_load(bytes, BASE_EIGHT);
  return eight | base_eight_letters(eight) >> 2; /* bit 0x80 to 0x20 */
}

static bool same_letter(char byte, char other) {
  return byte == other ||
         ((byte | 0x20) == (other | 0x20) && mail_is_letter(byte));
}

/* Eight bytes at a time; the last eight may overlap those before. */
bool mail_same_nocase(struct base_slice text, struct base_slice word) {
  size_t at = 0;
  if (text.size != word.size) {
    return false;
  }
  if (word.size < BASE_EIGHT) {
    while (at < word.size && same_letter(text.bytes[at], word.bytes[at])) {
      at++;
    }
    return at == word.size;
  }
  size_t last = word.size - BASE_EIGHT;
  while (at < last &&
         small_eight(text.bytes + at) == small_eight(word.bytes + at)) {
    at += BASE_EIGHT;
  }
  return at >= last &&
         small_eight(text.bytes + last) == small_eight(word.bytes + last);
}

bool mail_equals_nocase(struct base_slice text, const char *word) {
  return mail_same_nocase(text, base_slice_of(word));
}

/* Small letter of a code point of two bytes. */
static uint32_t fold_wide(uint32_t code) {
  if ((code >= 0xc0 && code <= 0xde && code != 0xd7) ||
      (code >= 0x410 && code <= 0x42f)) {
    return code + 0x20;
  }
  /* Latin Extended-A: capital and small letter side by side, the capital
   * even up to U+0137 and again from U+014A to U+0177, else odd. */
  bool even =
      (code >= 0x100 && code <= 0x137) || (code >= 0x14a && code <= 0x177);
  bool odd =
      (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17e);
  if ((even && code % 2 == 0) || (odd && code % 2 == 1)) {
    return code + 1;
  }
  return code;
}

/* The folded code point at the start of `text`, and its size. Bytes of longer
 * sequences and broken ones stand for themselves. */
static uint32_t fold(struct base_slice text, size_t *size) {
  uint8_t first = (uint8_t)text.bytes[0];
  *size = 1;
  if (first < 0x80) {
    return mail_is_letter((char)first) ? first | 0x20u : first;
  }
  if (first >= 0xc2 && first < 0xe0 && text.size > 1) {
    *size = 2;
    return fold_wide((first & 0x1fu) << 6 | ((uint8_t)text.bytes[1] & 0x3fu));
  }
  if (text.size > 2 && memcmp(text.bytes, "\xe2\x80\x99", 3) == 0) {
    *size = 3;
    return '\'';
  }
  return first;
}

/* Letters of scripts that put blanks between words: ASCII letters, digits and
 * sequences of two bytes but U+0080–U+00BF. */
static bool starts_with_letter(struct base_slice text) {
  if (text.size == 0) {
    return false;
  }
  uint8_t byte = (uint8_t)text.bytes[0];
  return mail_is_letter(text.bytes[0]) || mail_is_digit(text.bytes[0]) ||
         (byte > 0xc2 && byte < 0xe0);
}

static bool ends_with_letter(struct base_slice phrase) {
  uint8_t last = (uint8_t)phrase.bytes[phrase.size - 1];
  if (last < 0x80) {
    return mail_is_letter((char)last);
  }
  return phrase.size > 1 && (uint8_t)phrase.bytes[phrase.size - 2] >= 0xc3;
}

/* The bytes of `text` that are met by the first character of `phrase`, which
 * takes *step bytes of it; 0 for none. */
static size_t met_size(struct base_slice text, struct base_slice phrase,
                       size_t *step) {
  size_t size = 0;
  *step = 1;
  if (phrase.bytes[0] == ' ') {
    return mail_blanks_size(text);
  }
  if (text.size == 0) {
    return 0;
  }
  return fold(phrase, step) == fold(text, &size) ? size : 0;
}

static bool is_plain(char byte) {
  return (signed char)byte > ' ';
}

/* How far ASCII letters and marks of the phrase stand in the text byte for
 * byte, with one blank between words, given that the first bytes do: most
 * phrases are told apart so. */
static size_t plain_size(struct base_slice text, struct base_slice phrase,
                         size_t size) {
  size_t most = text.size < phrase.size ? text.size : phrase.size;
  while (size < most) {
    char wanted = phrase.bytes[size];
    char byte = text.bytes[size];
    bool same =
        byte == wanted || ((byte | 0x20) == wanted && mail_is_letter(wanted));
    bool is_clear =
        is_plain(wanted) || (wanted == ' ' && size + 1 < text.size &&
                             is_plain(text.bytes[size + 1]));
    if (!same || !is_clear) {
      break;
    }
    size++;
  }
  return size;
}

/* How much of a phrase is met. */
struct meeting {
  size_t plain; /* bytes that stand in the text as they are */
  size_t met;   /* bytes that are met in any way */
};

/* The bytes that a phrase takes, or 0. It begins with what was met of the last
 * one, up to `shared` bytes of it. */
static size_t take(struct base_slice text, struct base_slice phrase,
                   size_t shared, struct meeting *last) {
  size_t at =
      plain_size(text, phrase, shared < last->plain ? shared : last->plain);
  size_t *met = &last->met;
  last->plain = at;
  if (at < phrase.size && at < text.size && is_plain(phrase.bytes[at]) &&
      is_plain(text.bytes[at])) {
    *met = at;
    return 0;
  }
  for (*met = at; *met < phrase.size;) {
    size_t step = 0;
    size_t size = met_size(mail_skip(text, at), mail_skip(phrase, *met), &step);
    if (size == 0) {
      return 0;
    }
    at += size;
    *met += step;
  }
  bool inside =
      ends_with_letter(phrase) && starts_with_letter(mail_skip(text, at));
  return inside ? 0 : at;
}

size_t mail_phrase_size(struct base_slice text, struct base_slice phrase) {
  struct meeting none = {0};
  return take(text, phrase, 0, &none);
}

/* By the first byte; a phrase and what it meets have the same. */
static size_t class_of(struct base_slice text) {
  uint8_t first = (uint8_t)text.bytes[0];
  if (first >= 0x80) {
    size_t size = 0;
    return fold(text, &size) < 0x80 ? 0 : MAIL_PHRASE_CLASSES - 1;
  }
  return mail_is_letter((char)first) ? (first | 0x20u) - 'a' + 1 : 0;
}

/* The phrases of a list that may be met at the start of `text`. */
struct range {
  const struct mail_phrase *at;
  const struct mail_phrase *end;
};

static struct range range_of(struct base_slice text,
                             const struct mail_phrases *list) {
  struct range range = {NULL, NULL};
  if (mail_phrases_may_fit(text, list)) {
    size_t class = class_of(text);
    range.at = list->items + list->starts[class];
    range.end = list->items + list->starts[class + 1];
  }
  return range;
}

static struct base_slice phrase_text(const struct mail_phrase *phrase) {
  return (struct base_slice){phrase->text, phrase->size};
}

const struct mail_phrase *mail_phrases_find(struct base_slice text,
                                            const struct mail_phrases *list,
                                            size_t *size) {
  const struct mail_phrase *longest = NULL;
  struct meeting last = {0}; /* with the phrase that was looked at last */
  *size = 0;
  for (struct range range = range_of(text, list); range.at < range.end;
       range.at++) {
    if (range.at->shared > last.met) {
      continue;
    }
    size_t taken = take(text, phrase_text(range.at), range.at->shared, &last);
    if (taken > *size) {
      *size = taken;
      longest = range.at;
    }
  }
  return longest;
}

const struct mail_phrase *mail_phrases_equal(struct base_slice text,
                                             const struct mail_phrases *list) {
  for (struct range range = range_of(text, list); range.at < range.end;
       range.at++) {
    bool may_fit = range.at->is_loose || range.at->size == text.size;
    if (may_fit && mail_phrase_size(text, phrase_text(range.at)) == text.size) {
      return range.at;
    }
  }
  return NULL;
}

bool mail_phrases_within(struct base_slice text,
                         const struct mail_phrases *list) {
  bool inside = false;
  while (text.size > 0) {
    if (!inside && mail_phrases_size(text, list) > 0) {
      return true;
    }
    inside = starts_with_letter(text);
    size_t size = 1;
    if ((text.bytes[0] & 0x80) != 0) {
      fold(text, &size);
    }
    text = mail_skip(text, size);
  }
  return false;
}

bool mail_cut_colon(struct base_slice text, struct base_slice *before) {
  size_t colon = 0;
  if (text.size > 0 && text.bytes[text.size - 1] == ':') {
    colon = 1;
  } else if (text.size >= 3 &&
             memcmp(text.bytes + text.size - 3, "\xef\xbc\x9a", 3) == 0) {
    colon = 3;
  }
  *before = mail_trim((struct base_slice){text.bytes, text.size - colon});
  return colon > 0;
}
