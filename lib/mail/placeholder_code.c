/* SPDX-License-Identifier: MIT */
#include "mail/placeholder_code.h"

#include "mail/line.h"
#include "mail/phrase.h"
#include "text/byte_class.h"

/* The words that code begins with in most languages. */
static const struct {
  const char *word;
  enum mail_placeholder_role role;
} words[] = {
    {"begin", MAIL_OPENS},      {"block", MAIL_OPENS},
    {"blocktrans", MAIL_OPENS}, {"blocktranslate", MAIL_OPENS},
    {"define", MAIL_OPENS},     {"each", MAIL_OPENS},
    {"elif", MAIL_PARTS},       {"else", MAIL_PARTS},
    {"elseif", MAIL_PARTS},     {"elsif", MAIL_PARTS},
    {"end", MAIL_CLOSES},       {"filter", MAIL_OPENS},
    {"for", MAIL_OPENS},        {"foreach", MAIL_OPENS},
    {"if", MAIL_OPENS},         {"ifchanged", MAIL_OPENS},
    {"ifequal", MAIL_OPENS},    {"ifnotequal", MAIL_OPENS},
    {"range", MAIL_OPENS},      {"switch", MAIL_OPENS},
    {"tablerow", MAIL_OPENS},   {"unless", MAIL_OPENS},
    {"when", MAIL_PARTS},       {"while", MAIL_OPENS},
    {"with", MAIL_OPENS},       {"wrapper", MAIL_OPENS},
};

static bool is_word_byte(char byte) {
  return byte == '_' || text_byte_is(byte, TEXT_BYTE_WORD);
}

struct base_slice mail_code_take_word(struct base_slice *code) {
  size_t size = 0;
  while (size < code->size && is_word_byte(code->bytes[size])) {
    size++;
  }
  struct base_slice word = {code->bytes, size};
  *code = mail_skip(*code, size);
  return word;
}

bool mail_code_take_end(struct base_slice *word) {
  enum { END = 3 };
  if (word->size <= END ||
      !mail_equals_nocase((struct base_slice){word->bytes, END}, "end")) {
    return false;
  }
  *word = mail_skip(*word, END);
  return true;
}

struct base_slice mail_code_take_last_word(struct base_slice *code) {
  *code = mail_trim(*code);
  size_t start = code->size;
  while (start > 0 && is_word_byte(code->bytes[start - 1])) {
    start--;
  }
  struct base_slice word = mail_skip(*code, start);
  code->size = start;
  *code = mail_trim(*code);
  return word;
}

bool mail_code_is_one_of(struct base_slice word, const char *const *others,
                         size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (mail_equals_nocase(word, others[i])) {
      return true;
    }
  }
  return false;
}

enum mail_placeholder_role mail_code_role(struct base_slice word,
                                          enum mail_placeholder_role other) {
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    if (mail_equals_nocase(word, words[i].word)) {
      return words[i].role;
    }
  }
  return other;
}

struct base_slice mail_code_core(struct base_slice inner, const char *signs) {
  inner = mail_trim(inner);
  while (inner.size > 0 && base_is_one_of(inner.bytes[0], signs)) {
    inner = mail_skip(inner, 1);
  }
  while (inner.size > 0 && base_is_one_of(inner.bytes[inner.size - 1], signs)) {
    inner.size--;
  }
  return mail_trim(inner);
}
