/* SPDX-License-Identifier: MIT */
/*
 * Fixed phrases of mail programs, in the languages they speak. A phrase is
 * written in small letters; it is met in any case (Latin-1, Latin Extended-A,
 * Cyrillic), with a straight or curly apostrophe, and any run of blanks or
 * line ends where it has one blank.
 */
#ifndef COURTESY_MAIL_PHRASE_H
#define COURTESY_MAIL_PHRASE_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct mail_phrase {
  const char *text;
  uint8_t size;
  uint8_t shared; /* bytes at its start that the one before it has too */
  bool is_loose;  /* what it meets may be of another size: it holds a blank or
                     an apostrophe */
  uint8_t value;  /* what its list says of it: a role, the number of a month */
};

/* The lists stand in phrases.txt. In a table its phrases are sorted, by class
 * first: those that begin with
 *
 *     0   1 … 26   27
 *     [   a …  z   ä, т, 写
 *
 * What is not met by one phrase need not be looked at in the next ones, which
 * share it. "The soup" meets four bytes of the first of these and so none of
 * the two below it:
 *
 *     the content of this            shared  0
 *     the contents of this                  11
 *     the information contained in           4
 */
enum { MAIL_PHRASE_CLASSES = 28 };

struct mail_phrases {
  const struct mail_phrase *items;
  /* The phrases of class c are items[starts[c], starts[c + 1]). */
  uint8_t starts[MAIL_PHRASE_CLASSES + 1];
  /* Bits of what may stand behind the first character of these: 0 to 25 a
   * letter, 26 anything else. */
  uint32_t seconds[MAIL_PHRASE_CLASSES];
};

extern const struct mail_phrases mail_attribution_openers;
extern const struct mail_phrases mail_attribution_verbs;
extern const struct mail_phrases mail_banner_words;
extern const struct mail_phrases mail_banners;
extern const struct mail_phrases mail_contact_words;
extern const struct mail_phrases mail_date_joints;
extern const struct mail_phrases mail_day_halves;
extern const struct mail_phrases mail_device_words;
extern const struct mail_phrases mail_footers;
extern const struct mail_phrases mail_forward_begin_words;
extern const struct mail_phrases mail_forwarded_by_words;
extern const struct mail_phrases mail_forwarded_words;
extern const struct mail_phrases mail_labels; /* enum mail_role */
extern const struct mail_phrases mail_legal_openers;
extern const struct mail_phrases mail_legal_words;
extern const struct mail_phrases mail_log_months;
extern const struct mail_phrases mail_months; /* their numbers */
extern const struct mail_phrases mail_original_words;
extern const struct mail_phrases mail_respond_words;
extern const struct mail_phrases mail_shared_names;
extern const struct mail_phrases mail_subject_forward_marks;
extern const struct mail_phrases mail_subject_gateway_marks;
extern const struct mail_phrases mail_subject_reply_marks;
extern const struct mail_phrases mail_url_starts;

/* The bytes that `phrase` takes at the start of `text`, or 0. A phrase that
 * ends in a letter does not end inside a word. */
size_t mail_phrase_size(struct base_slice text, struct base_slice phrase);

/* Whether a phrase of the list may be met at the start of `text`, by its first
 * two bytes: only a letter itself, small or capital, meets an ASCII letter. */
static inline bool mail_phrases_may_fit(struct base_slice text,
                                        const struct mail_phrases *list) {
  enum { LETTERS = 26 };
  if (text.size == 0 || (text.bytes[0] & 0x80) != 0) {
    return text.size > 0;
  }
  unsigned first = ((uint8_t)text.bytes[0] | 0x20u) - 'a';
  unsigned second =
      ((uint8_t)(text.size > 1 ? text.bytes[1] : 0) | 0x20u) - 'a';
  uint32_t seconds = list->seconds[first < LETTERS ? first + 1 : 0];
  return (seconds >> (second < LETTERS ? second : LETTERS) & 1) != 0;
}

/* The phrase of a list that takes most at the start of `text`, and how many
 * bytes; NULL and 0 when there is none. */
const struct mail_phrase *mail_phrases_find(struct base_slice text,
                                            const struct mail_phrases *list,
                                            size_t *size);

/* Only the bytes. */
static inline size_t mail_phrases_size(struct base_slice text,
                                       const struct mail_phrases *list) {
  size_t size = 0;
  if (mail_phrases_may_fit(text, list)) {
    mail_phrases_find(text, list, &size);
  }
  return size;
}

/* The phrase that `text` is, with nothing else; NULL when it is none. */
const struct mail_phrase *mail_phrases_equal(struct base_slice text,
                                             const struct mail_phrases *list);

/* Whether one of the phrases stands in `text`, from the start of a word. */
bool mail_phrases_within(struct base_slice text,
                         const struct mail_phrases *list);

/* Whether two words are the same but for the case of ASCII letters. */
bool mail_same_nocase(struct base_slice text, struct base_slice word);
bool mail_equals_nocase(struct base_slice text, const char *word);

/* ASCII only, whatever the locale. */
static inline bool mail_is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

static inline bool mail_is_letter(char byte) {
  return ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

/* `text` without its first bytes. */
static inline struct base_slice mail_skip(struct base_slice text, size_t size) {
  return (struct base_slice){text.bytes + size, text.size - size};
}

/* What rules are drawn with. */
static inline bool mail_is_rule_mark(char byte) {
  return byte == '-' || byte == '_' || byte == '=' || byte == '*';
}

/* Whether `text` ends with a colon, also a full-width one; *before then is
 * what stands before it. */
bool mail_cut_colon(struct base_slice text, struct base_slice *before);

static inline bool mail_ends_with_colon(struct base_slice text,
                                        struct base_slice *before) {
  char last = text.size > 0 ? text.bytes[text.size - 1] : '\0';
  return (last == ':' || last == '\x9a') && mail_cut_colon(text, before);
}

#endif
