/* SPDX-License-Identifier: MIT */
#include "mail/phrase.h"

#include "base/block.h"
#include "base/eight.h"
#include "mail/line.h"

#include <stdint.h>

/* Eight bytes with capital letters made small. */
static uint64_t small(uint64_t eight) {
  return eight | base_eight_letters(eight) >> 2; /* bit 0x80 to 0x20 */
}

static bool is_same_letter(char byte, char other) {
  return byte == other ||
         ((byte | 0x20) == (other | 0x20) && mail_is_letter(byte));
}

bool mail_same_letters(const char *bytes, const char *others, size_t size) {
  size_t at = 0;
  while (at < size && is_same_letter(bytes[at], others[at])) {
    at++;
  }
  return at == size;
}

bool mail_is_among(struct base_slice word, const char *list) {
  for (struct base_slice rest = base_slice_of(list); rest.size > 0;) {
    struct base_slice next = {rest.bytes, base_slice_find(rest, ' ')};
    if (mail_same_nocase(word, next)) {
      return true;
    }
    rest = mail_skip(rest, next.size + (next.size < rest.size));
  }
  return false;
}

/* Small letter of a code point of two bytes: Latin-1, Greek, Cyrillic … */
static uint32_t fold_wide(uint32_t code) {
  if ((code >= 0xc0 && code <= 0xde && code != 0xd7) ||
      (code >= 0x391 && code <= 0x3a9) || (code >= 0x410 && code <= 0x42f)) {
    return code + 0x20;
  }
  /* … and Latin Extended-A: capital and small letter side by side, the capital
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

unsigned mail_phrase_wide_group(struct base_slice text) {
  size_t size = 0;
  return MAIL_PHRASE_WIDE_GROUP + fold(text, &size) % MAIL_PHRASE_WIDE_GROUPS;
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

/* The bytes that a phrase takes, or 0, when so many at its start stand there as
 * they do in it. One that ends in a letter does not end inside a word. */
static size_t take(struct base_slice text, struct base_slice phrase,
                   size_t same) {
  size_t at = same;
  for (size_t met = same; met < phrase.size;) {
    size_t step = 0;
    size_t size = met_size(mail_skip(text, at), mail_skip(phrase, met), &step);
    if (size == 0) {
      return 0;
    }
    at += size;
    met += step;
  }
  bool inside =
      ends_with_letter(phrase) && starts_with_letter(mail_skip(text, at));
  return inside ? 0 : at;
}

/*
 * The phrases of a list that may be met at the start of `text`. Most are told
 * apart from it by the first of eight bytes that is another: a byte of the text
 * that is ASCII and no blank is firm, it is met by nothing but itself.
 *
 *     text      T h e ␣ s o u p
 *     firm      ■ ■ ■ · ■ ■ ■ ■
 *     phrase    t h e ␣ c o n t   e n t ␣ …
 *                       ^
 */
struct search {
  struct base_slice text;
  uint64_t start; /* its first bytes, in small letters */
  uint64_t firm;  /* all bits of these */
  const struct mail_phrase *next;
  const struct mail_phrase *end;
};

static inline struct search search_of(struct base_slice text,
                                      const struct mail_phrases *list) {
  struct search search = {.text = text};
  if (mail_phrases_may_fit(text, list)) {
    const uint8_t *starts = &list->starts[mail_phrase_group(text)];
    uint64_t start = base_eight_load(text.bytes, text.size);
    search.start = small(start);
    search.firm = base_eight_visible(start) / 0x80 * 0xff;
    const struct mail_phrase *items = &mail_phrase_items[list->first];
    search.next = items + starts[0];
    search.end = items + starts[1];
  }
  return search;
}

/* The next phrase that is met, and its size in the text; NULL for none. */
static inline const struct mail_phrase *find_next(struct search *search,
                                                  size_t *size) {
  while (search->next < search->end) {
    const struct mail_phrase *phrase = search->next++;
    uint64_t others = search->start ^ phrase->start;
    if ((others & -others & search->firm & phrase->all) == 0) {
      /* The last of the eight may be the first of several blanks. */
      bool same = others == 0 && phrase->size > BASE_EIGHT &&
                  base_eight_wide(phrase->start) == 0;
      *size = take(search->text, mail_phrase_text(phrase),
                   same ? BASE_EIGHT - 1 : 0);
      if (*size > 0) {
        return phrase;
      }
    }
  }
  return NULL;
}

const struct mail_phrase *mail_phrases_find(struct base_slice text,
                                            const struct mail_phrases *list,
                                            size_t *size) {
  const struct mail_phrase *longest = NULL;
  struct search search = search_of(text, list);
  size_t taken = 0;
  *size = 0;
  for (const struct mail_phrase *phrase = find_next(&search, &taken);
       phrase != NULL; phrase = find_next(&search, &taken)) {
    if (taken > *size) {
      *size = taken;
      longest = phrase;
    }
  }
  return longest;
}

const struct mail_phrase *mail_phrases_equal(struct base_slice text,
                                             const struct mail_phrases *list) {
  struct search search = search_of(text, list);
  size_t size = 0;
  const struct mail_phrase *phrase = find_next(&search, &size);
  while (phrase != NULL && size != text.size) {
    phrase = find_next(&search, &size);
  }
  return phrase;
}

/* A text in which phrases are looked for. */
struct hunt {
  struct base_slice text; /* from where it goes on */
  const struct mail_phrases *list;
  uint64_t inside; /* whether it goes on inside of a word */
};

/* Looks at so many bytes, and those of a character that begins in them; goes on
 * from what it finds, or from behind them. */
static bool finds_slowly(struct hunt *hunt, size_t size) {
  const char *end = hunt->text.bytes + size;
  while (hunt->text.bytes < end) {
    struct base_slice text = hunt->text;
    if (hunt->inside == 0 && mail_phrases_size(text, hunt->list) > 0) {
      return true;
    }
    hunt->inside = starts_with_letter(text);
    size_t step = 1;
    if ((text.bytes[0] & 0x80) != 0) {
      fold(text, &step);
    }
    hunt->text = mail_skip(text, step);
  }
  return false;
}

/* Looks at a block of ASCII, which is the next. */
static bool finds_in_block(struct hunt *hunt, struct base_block block,
                           size_t size) {
  bool signs = hunt->list->starts[0] < hunt->list->starts[1];
  uint64_t letters = base_block_bits(base_block_letters(block));
  uint64_t words = letters | base_block_bits(base_block_digits(block));
  uint64_t starts =
      (signs ? UINT64_MAX : letters) & ~(words << 1 | hunt->inside);
  starts &= UINT64_MAX >> (BASE_BLOCK - size);
  for (; starts != 0; starts &= starts - 1) {
    struct base_slice text =
        mail_skip(hunt->text, (size_t)__builtin_ctzll(starts));
    if (mail_phrases_size(text, hunt->list) > 0) {
      hunt->text = text;
      return true;
    }
  }
  hunt->inside = words >> (BASE_BLOCK - 1);
  hunt->text = mail_skip(hunt->text, size);
  return false;
}

/* Goes on to the next phrase. */
static inline bool find_within(struct hunt *hunt) {
  while (hunt->text.size > 0) {
    size_t size = hunt->text.size < BASE_BLOCK ? hunt->text.size : BASE_BLOCK;
    struct base_block block = base_block_start(hunt->text.bytes, size);
    if (base_block_any(block) ? finds_slowly(hunt, size)
                              : finds_in_block(hunt, block, size)) {
      return true;
    }
  }
  return false;
}

bool mail_phrases_within(struct base_slice text,
                         const struct mail_phrases *list) {
  struct hunt hunt = {.text = text, .list = list};
  return find_within(&hunt);
}

size_t mail_phrases_count(struct base_slice text,
                          const struct mail_phrases *list) {
  struct hunt hunt = {.text = text, .list = list};
  size_t count = 0;
  for (; find_within(&hunt); count++) {
    hunt.text = mail_skip(hunt.text, mail_phrases_size(hunt.text, list));
    hunt.inside = 0;
  }
  return count;
}

/* U+FF1A, as it is typed beside Chinese and Japanese words. */
static const char wide_colon[] = "\xef\xbc\x9a";

size_t mail_colon_size(struct base_slice text) {
  if (base_slice_has(text, 0, ':')) {
    return 1;
  }
  return base_slice_begins(text, wide_colon) ? strlen(wide_colon) : 0;
}

bool mail_ends_with_colon(struct base_slice text, struct base_slice *before) {
  size_t colon = 0;
  if (base_slice_ends(text, ":")) {
    colon = 1;
  } else if (base_slice_ends(text, wide_colon)) {
    colon = strlen(wide_colon);
  }
  *before = mail_trim((struct base_slice){text.bytes, text.size - colon});
  return colon > 0;
}
