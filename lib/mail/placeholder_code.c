/* SPDX-License-Identifier: MIT */
#include "mail/placeholder_code.h"

#include "mail/line.h"
#include "mail/phrase.h"
#include "text/byte_class.h"

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

enum mail_placeholder_role mail_code_role(struct base_slice word,
                                          enum mail_placeholder_role other) {
  if (mail_is_among(word, "begin block blocktrans blocktranslate define each "
                          "filter for foreach if ifchanged ifequal ifnotequal "
                          "range switch tablerow unless while with wrapper")) {
    return MAIL_OPENS;
  }
  if (mail_is_among(word, "elif else elseif elsif when")) {
    return MAIL_PARTS;
  }
  return mail_equals_nocase(word, "end") ? MAIL_CLOSES : other;
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
