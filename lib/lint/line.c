/* SPDX-License-Identifier: MIT */
#include "lint/line.h"

#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/stamp.h"

enum {
  SIGN_OFF_BYTES = 60, /* the longest line of names and titles … */
  SIGN_OFF_SMALL = 4,  /* … and its most words in small letters */
  SHORT_BYTES = 50,    /* a line that nobody had to wrap */
  LEAST_SMALL = 2,     /* words in small letters of a short sentence */
  LEAST_NAME = 2,      /* letters of a name in small letters */
  LARGEST_NAME = 10,
  LARGEST_INITIALS = 3,
};

static bool is_letter(char byte) {
  return mail_is_letter(byte) || (byte & 0x80) != 0;
}

static struct base_slice skip_bullet(struct base_slice line) {
  while (line.size > 0 && base_is_one_of(line.bytes[0], " \t-*")) {
    line.bytes++;
    line.size--;
  }
  return line;
}

static bool has_words(struct base_slice line) {
  for (size_t i = 0; i < line.size; i++) {
    if (is_letter(line.bytes[i]) || mail_is_digit(line.bytes[i])) {
      return true;
    }
  }
  return false;
}

static bool is_link(struct base_slice line) {
  bool scheme = base_slice_begins(line, "http://") ||
                base_slice_begins(line, "https://") ||
                base_slice_begins(line, "<http://") ||
                base_slice_begins(line, "<https://") ||
                base_slice_begins(line, "www.");
  return scheme && !base_slice_holds(line, ' ');
}

/* "** For internal use **", but not "**Tom**". */
static bool is_banner(struct base_slice line) {
  size_t marks = 0;
  while (marks < line.size && line.bytes[marks] == line.bytes[0] &&
         base_is_one_of(line.bytes[marks], "*#=~")) {
    marks++;
  }
  return marks >= 2 && marks < line.size && line.bytes[marks] == ' ' &&
         line.bytes[line.size - 1] == line.bytes[0];
}

/* A blank that a program left encoded: "=20". */
static bool is_encoded_blank(struct base_slice line) {
  return base_slice_equals(line, "=20") || base_slice_equals(line, "=09") ||
         base_slice_equals(line, "=A0");
}

/* Most lines begin with a letter that no link begins with. */
static bool begins_plainly(struct base_slice line) {
  return line.size > 0 && is_letter(line.bytes[0]) && line.bytes[0] != 'h' &&
         line.bytes[0] != 'w';
}

bool lint_line_is_wordless(struct base_slice line) {
  if (begins_plainly(line)) {
    return false;
  }
  struct base_slice item = skip_bullet(line);
  return mail_is_listed_file(line) || !has_words(item) || is_link(item) ||
         mail_is_picture(item) || is_banner(line) || is_encoded_blank(line);
}

bool lint_line_is_put_in(struct base_slice line) {
  return base_slice_begins(line, "\xEF\xBF\xBC"); /* U+FFFC */
}

bool lint_line_is_code(struct base_slice line) {
  for (size_t i = 0; i < line.size; i++) {
    if (is_letter(line.bytes[i]) || line.bytes[i] == ' ') {
      continue; /* most are */
    }
    bool pair =
        line.bytes[i] == '(' && i + 1 < line.size && line.bytes[i + 1] == ')';
    if (pair || base_is_one_of(line.bytes[i], "{}[]<>|\\=_;@#$%+\t")) {
      return true;
    }
  }
  return false;
}

size_t lint_line_small_name(struct base_slice line) {
  size_t start = line.size;
  while (start > 0 && line.bytes[start - 1] >= 'a' &&
         line.bytes[start - 1] <= 'z') {
    start--;
  }
  size_t letters = line.size - start;
  if (letters < LEAST_NAME || letters > LARGEST_NAME) {
    return line.size; /* as most lines */
  }
  size_t above = start;
  while (above > 0 && base_is_one_of(line.bytes[above - 1], " -")) {
    above--;
  }
  bool alone = above == 0;
  struct base_slice before = {line.bytes, above};
  bool smile = base_slice_ends(before, ":)") ||
               base_slice_ends(before, ":-)") ||
               base_slice_ends(before, ";)") || base_slice_ends(before, ";-)");
  bool apart = above > 0 && start - above >= (smile ? 1 : 2) &&
               letters <= LARGEST_INITIALS &&
               base_is_one_of(line.bytes[above - 1], ".!?)");
  return alone || apart ? start : line.size;
}

bool lint_line_has_contact(struct base_slice line) {
  return mail_digit_at(line) < line.size || base_slice_holds(line, '@') ||
         mail_phrases_within(line, &mail_url_starts);
}

bool lint_line_is_sign_off(struct base_slice line) {
  return line.size <= SIGN_OFF_BYTES &&
         mail_small_words(line, SIGN_OFF_SMALL + 1) <= SIGN_OFF_SMALL;
}

static bool ends_wide(struct base_slice line) {
  static const char *const marks[] = {"。", "！", "？", "．"};
  bool ends = false;
  for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
    ends = ends || base_slice_ends(line, marks[i]);
  }
  return ends;
}

bool lint_line_ends_sentence(struct base_slice line) {
  if (line.size == 0) {
    return false;
  }
  char last = line.bytes[line.size - 1];
  return last == '.' || last == '!' || last == '?' ||
         ((last & 0x80) != 0 && ends_wide(line));
}

/* Ends with an emoji of the plane that has most, or a sign shown as one. */
static bool ends_emoji(struct base_slice line) {
  if (line.size == 0 || (line.bytes[line.size - 1] & 0x80) == 0) {
    return false; /* as most do */
  }
  struct base_slice last = mail_skip(line, line.size < 4 ? 0 : line.size - 4);
  return base_slice_begins(last, "\xF0\x9F") ||
         base_slice_ends(line, "\xEF\xB8\x8F"); /* U+FE0F */
}

bool lint_line_ends_thought(struct base_slice line) {
  static const char *const marks[] = {",", ")",  ";",  "\"", "”",
                                      "…", "，", "、", "；", "）"};
  if (lint_line_ends_sentence(line) || ends_emoji(line)) {
    return true;
  }
  for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
    if (base_slice_ends(line, marks[i])) {
      return true;
    }
  }
  return line.size < SHORT_BYTES && !base_slice_ends(line, ":") &&
         mail_small_words(line, LEAST_SMALL) == LEAST_SMALL;
}
