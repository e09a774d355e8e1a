/* SPDX-License-Identifier: MIT */
/*
 * Fixed phrases of mail programs, in the languages they speak. A phrase is
 * written in small letters; it is met in any case (Latin-1, Latin Extended-A,
 * Greek without accents, Cyrillic), with a straight or curly apostrophe, and
 * any run of blanks or line ends where it has one blank. One that ends in a
 * letter does not end inside a word.
 */
#ifndef COURTESY_MAIL_PHRASE_H
#define COURTESY_MAIL_PHRASE_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is made at build time holds no pointers, so that it need not be
 * relocated when a program starts. */
struct mail_phrase {
  uint64_t start; /* its first bytes, as base/eight.h has them */
  uint64_t all;   /* all bits of these */
  uint16_t text;  /* where it begins in mail_phrase_texts */
  uint8_t size;
  uint8_t value; /* what its list says of it: a role, the number of a month */
};

/* The lists stand in phrases.txt. In a table its phrases are sorted by group,
 * that is by the two characters that they begin with; where the first is no
 * ASCII, by its lowest bits:
 *
 *     0    1   2  …  26   27   28  …  702   703  704  705  …  712  …  734
 *     [    aa  ab …  az   a,   ba  …  z.    р    с    т    …  é    …  п
 */
enum {
  MAIL_PHRASE_WIDE_GROUP = 703, /* the first of those of no ASCII */
  MAIL_PHRASE_WIDE_GROUPS = 32,
  MAIL_PHRASE_GROUPS = MAIL_PHRASE_WIDE_GROUP + MAIL_PHRASE_WIDE_GROUPS,
};

struct mail_phrases {
  uint16_t first; /* in mail_phrase_items */
  /* The phrases of group g are behind it, from starts[g] to starts[g + 1]. */
  uint8_t starts[MAIL_PHRASE_GROUPS + 1];
};

extern const struct mail_phrase mail_phrase_items[];
extern const uint8_t mail_phrase_texts[];

static inline struct base_slice mail_phrase_text(
    const struct mail_phrase *phrase) {
  return (struct base_slice){(const char *)&mail_phrase_texts[phrase->text],
                             phrase->size};
}

extern const struct mail_phrases mail_answer_words; /* 1: anywhere */
extern const struct mail_phrases mail_attribution_openers;
extern const struct mail_phrases mail_attribution_verbs;
extern const struct mail_phrases mail_banner_labels;
extern const struct mail_phrases mail_banner_words;
/* 1: only behind a label, 2: above what is answered, too */
extern const struct mail_phrases mail_banners;
extern const struct mail_phrases mail_company_words;
extern const struct mail_phrases mail_contact_words;
extern const struct mail_phrases mail_date_joints;
extern const struct mail_phrases mail_day_halves;
extern const struct mail_phrases mail_device_words; /* 1: before a product */
extern const struct mail_phrases mail_dial_in_words;
extern const struct mail_phrases mail_footers; /* 1: wherever it stands */
extern const struct mail_phrases mail_forward_begin_words;
extern const struct mail_phrases mail_forwarded_by_words;
extern const struct mail_phrases mail_forwarded_words;
extern const struct mail_phrases mail_hue_words; /* enum mail_hue */
extern const struct mail_phrases mail_labels;    /* enum mail_role */
extern const struct mail_phrases mail_legal_openers;
extern const struct mail_phrases mail_legal_words;
extern const struct mail_phrases mail_log_months;
extern const struct mail_phrases mail_meeting_details; /* 1: sentences, too */
extern const struct mail_phrases mail_meeting_invitations;
extern const struct mail_phrases mail_meeting_words; /* 1: sentences, too */
extern const struct mail_phrases mail_months;        /* their numbers */
extern const struct mail_phrases mail_original_words;
extern const struct mail_phrases mail_postscript_words;
extern const struct mail_phrases mail_respond_words;
extern const struct mail_phrases mail_shared_names;
extern const struct mail_phrases mail_subject_automatic_marks; /* 1: alone */
extern const struct mail_phrases mail_subject_forward_marks;
extern const struct mail_phrases mail_subject_gateway_marks;
extern const struct mail_phrases mail_subject_reply_marks;
extern const struct mail_phrases mail_trace_words;
extern const struct mail_phrases mail_url_starts;

/* mail_phrase_group where a text begins with no ASCII. */
unsigned mail_phrase_wide_group(struct base_slice text);

/* The group of the phrases that may be met at the start of a text that is not
 * empty: only a letter itself, small or capital, meets an ASCII letter. */
static inline unsigned mail_phrase_group(struct base_slice text) {
  enum { LETTERS = 26 };
  unsigned first = ((uint8_t)text.bytes[0] | 0x20u) - 'a';
  unsigned second =
      ((uint8_t)(text.size > 1 ? text.bytes[1] : 0) | 0x20u) - 'a';
  if (first >= LETTERS) {
    return (text.bytes[0] & 0x80) != 0 ? mail_phrase_wide_group(text) : 0;
  }
  return 1 + first * (LETTERS + 1) + (second < LETTERS ? second : LETTERS);
}

/* Whether a phrase of the list may be met at the start of `text`. */
static inline bool mail_phrases_may_fit(struct base_slice text,
                                        const struct mail_phrases *list) {
  if (text.size == 0) {
    return false;
  }
  const uint8_t *starts = &list->starts[mail_phrase_group(text)];
  return starts[0] < starts[1];
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

/* How many of them stand there, each from the start of a word. */
size_t mail_phrases_count(struct base_slice text,
                          const struct mail_phrases *list);

/* Whether so many bytes are the same but for the case of ASCII letters. */
bool mail_same_letters(const char *bytes, const char *others, size_t size);

static inline bool mail_same_nocase(struct base_slice text,
                                    struct base_slice word) {
  return text.size == word.size &&
         mail_same_letters(text.bytes, word.bytes, text.size);
}

static inline bool mail_equals_nocase(struct base_slice text,
                                      const char *word) {
  return mail_same_nocase(text, base_slice_of(word));
}

/* Whether a word is one of a list, "if else end", whatever the case of its ASCII
 * letters. */
bool mail_is_among(struct base_slice word, const char *list);

static inline bool mail_begins_nocase(struct base_slice text,
                                      const char *word) {
  size_t size = strlen(word);
  return text.size >= size && mail_same_letters(text.bytes, word, size);
}

/* ASCII only, whatever the locale. */
static inline bool mail_is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

/* Where the digits at text[at] end. */
static inline size_t mail_skip_digits(struct base_slice text, size_t at) {
  while (at < text.size && mail_is_digit(text.bytes[at])) {
    at++;
  }
  return at;
}

static inline bool mail_is_letter(char byte) {
  return ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

/* Whether no letter stands before text[at]. */
static inline bool mail_starts_word(struct base_slice text, size_t at) {
  return at == 0 || !(mail_is_letter(text.bytes[at - 1]) ||
                      (text.bytes[at - 1] & 0x80) != 0);
}

/* `text` without its first bytes. */
static inline struct base_slice mail_skip(struct base_slice text, size_t size) {
  return (struct base_slice){text.bytes + size, text.size - size};
}

/* What stands between the digits of a telephone number. */
static inline bool mail_is_phone_mark(char byte) {
  return byte == ' ' || byte == '+' || byte == '-' || byte == '.' ||
         byte == '/' || byte == '(' || byte == ')';
}

/* The bytes of a colon, also a full-width one, at the start of `text`; or 0. */
size_t mail_colon_size(struct base_slice text);

/* Whether `text` ends with such a colon; *before then is what stands before
 * it. */
bool mail_ends_with_colon(struct base_slice text, struct base_slice *before);

#endif
