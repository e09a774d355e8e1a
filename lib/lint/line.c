/* SPDX-License-Identifier: MIT */
#include "lint/line.h"

enum {
  SIGN_OFF_BYTES = 60, /* the longest line of names and titles … */
  SIGN_OFF_SMALL = 4,  /* … and its most words in small letters */
  SHORT_BYTES = 50,    /* a line that nobody had to wrap */
  LEAST_SMALL = 2,     /* words in small letters of a short sentence */
  LARGEST_ENDING = 4,  /* letters of ".xlsx" */
};

static bool is_letter(char byte) {
  return ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') || (byte & 0x80) != 0;
}

static bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

static bool is_one_of(char byte, const char *set) {
  return byte != '\0' && strchr(set, byte) != NULL;
}

static bool starts(struct base_slice line, const char *with) {
  size_t size = strlen(with);
  return line.size >= size && memcmp(line.bytes, with, size) == 0;
}

static bool ends(struct base_slice line, const char *with) {
  size_t size = strlen(with);
  return line.size >= size &&
         memcmp(line.bytes + line.size - size, with, size) == 0;
}

static struct base_slice skip_bullet(struct base_slice line) {
  while (line.size > 0 && is_one_of(line.bytes[0], " \t-*")) {
    line.bytes++;
    line.size--;
  }
  return line;
}

static bool has_words(struct base_slice line) {
  for (size_t i = 0; i < line.size; i++) {
    if (is_letter(line.bytes[i]) || is_digit(line.bytes[i])) {
      return true;
    }
  }
  return false;
}

static bool is_link(struct base_slice line) {
  bool scheme = starts(line, "http://") || starts(line, "https://") ||
                starts(line, "<http://") || starts(line, "<https://") ||
                starts(line, "www.");
  return scheme && memchr(line.bytes, ' ', line.size) == NULL;
}

static bool is_picture(struct base_slice line) {
  return (starts(line, "<<") && ends(line, ">>")) ||
         (starts(line, "<Embedded") && ends(line, ">")) ||
         ((starts(line, "[cid:") || starts(line, "[image") ||
           starts(line, "[Image") || starts(line, "[IMAGE")) &&
          ends(line, "]")) ||
         (starts(line, "(See attached file:") && ends(line, ")"));
}

/* "Offer.doc", after a bullet. */
static bool is_file(struct base_slice line) {
  size_t ending = 0;
  while (ending < line.size && (is_letter(line.bytes[line.size - 1 - ending]) ||
                                is_digit(line.bytes[line.size - 1 - ending]))) {
    ending++;
  }
  return ending >= 2 && ending <= LARGEST_ENDING && ending + 1 < line.size &&
         line.bytes[line.size - 1 - ending] == '.' &&
         line.bytes[line.size - 2 - ending] != ' ';
}

bool lint_line_is_wordless(struct base_slice line) {
  struct base_slice item = skip_bullet(line);
  bool listed = starts(line, "- ") && is_file(item);
  return listed || !has_words(item) || is_link(item) || is_picture(item);
}

bool lint_line_is_code(struct base_slice line) {
  for (size_t i = 0; i < line.size; i++) {
    bool pair =
        line.bytes[i] == '(' && i + 1 < line.size && line.bytes[i + 1] == ')';
    if (pair || is_one_of(line.bytes[i], "{}[]<>|\\=_;@#$%+")) {
      return true;
    }
  }
  return false;
}

/* Words of ASCII letters that begin with a small one. */
static size_t small_words(struct base_slice line) {
  size_t count = 0;
  char before = ' ';
  for (size_t i = 0; i < line.size; i++) {
    count += before == ' ' && line.bytes[i] >= 'a' && line.bytes[i] <= 'z';
    before = line.bytes[i];
  }
  return count;
}

bool lint_line_is_sign_off(struct base_slice line) {
  return line.size <= SIGN_OFF_BYTES && small_words(line) <= SIGN_OFF_SMALL;
}

bool lint_line_ends_thought(struct base_slice line) {
  static const char *const marks[] = {".", "!",  "?", ",", ")",
                                      ";", "\"", "”", "…"};
  for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
    if (ends(line, marks[i])) {
      return true;
    }
  }
  return line.size < SHORT_BYTES && !ends(line, ":") &&
         small_words(line) >= LEAST_SMALL;
}

bool lint_line_is_postscript(struct base_slice line) {
  static const char *const starts_of[] = {"PS", "P.S", "Ps", "ps", "p.s"};
  for (size_t i = 0; i < sizeof starts_of / sizeof starts_of[0]; i++) {
    size_t size = strlen(starts_of[i]);
    if (starts(line, starts_of[i]) && line.size > size) {
      return !is_letter(line.bytes[size]);
    }
  }
  return false;
}
