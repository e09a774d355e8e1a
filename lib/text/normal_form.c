/* SPDX-License-Identifier: MIT */
#include "text/normal_form.h"

#include "text/byte_class.h"
#include "text/sentence.h"
#include "text/unicode.h"

#include <stdlib.h>
#include <string.h>

enum {
  /* Marks behind one letter that are composed with it, as in the Stream-Safe
   * Text Format (UAX #15 §13); more of them start anew. */
  MOST_MARKS = 30,
  /* One letter and its marks, fully decomposed. */
  CODE_ROOM = 4 * (MOST_MARKS + 2),
};

struct writer {
  struct text_normal_form *form;
  const char *bytes;
  uint32_t at;
  uint32_t end;                   /* of the sentence */
  const struct text_token *token; /* the first one that may be an indent */
  const struct text_token *token_end;
};

static bool put(struct writer *writer, const char *bytes, uint32_t size,
                uint32_t origin) {
  struct text_normal_form *form = writer->form;
  if (size > TEXT_NORMAL_FORM_MAX - form->size) {
    form->truncated = true;
    return false;
  }
  for (uint32_t i = 0; i < size; i++) {
    form->map[form->size] = origin;
    form->bytes[form->size++] = bytes[i];
  }
  return true;
}

static uint32_t peek(const struct writer *writer, uint32_t at, uint32_t *code) {
  return text_decode(writer->bytes + at, writer->end - at, code);
}

static bool is_blank_at(const struct writer *writer, uint32_t *length) {
  uint32_t code;
  *length = peek(writer, writer->at, &code);
  return text_is_blank(code);
}

/* Whether the form ends with a hyphen behind a word. */
static bool ends_with_hyphen(const struct text_normal_form *form) {
  return form->size >= 2 && form->bytes[form->size - 1] == '-' &&
         text_byte_is(form->bytes[form->size - 2],
                      TEXT_BYTE_WORD | TEXT_BYTE_HIGH);
}

static bool begins_word(const struct writer *writer) {
  uint32_t code;
  peek(writer, writer->at, &code);
  return text_is_letter(code) || text_is_digit(code);
}

/* Steps over the indent marks that stand here, if they do. */
static bool skip_indent(struct writer *writer) {
  while (writer->token < writer->token_end &&
         writer->token->start < writer->at) {
    writer->token++;
  }
  if (writer->token == writer->token_end ||
      writer->token->start != writer->at ||
      !text_token_is_indent(writer->bytes, writer->token)) {
    return false;
  }
  writer->at = writer->token->end;
  return true;
}

static bool skip_blank(struct writer *writer) {
  uint32_t length;
  if (writer->at < writer->end && is_blank_at(writer, &length)) {
    writer->at += length;
    return true;
  }
  return false;
}

/* Passes over blanks, line ends and indent marks. */
static bool put_blank(struct writer *writer) {
  uint32_t origin = writer->at;
  bool wrap = writer->bytes[origin] == '\n' || writer->bytes[origin] == '\r';
  bool hyphen = wrap && ends_with_hyphen(writer->form);
  while (skip_blank(writer) || skip_indent(writer)) {
  }
  if (writer->at >= writer->end || (hyphen && begins_word(writer))) {
    return true;
  }
  return put(writer, " ", 1, origin);
}

/* The ASCII form of a mark that has one, or 0. */
static char plain_mark(uint32_t code) {
  if (text_is_apostrophe(code) || code == 0x201A || code == 0x201B) {
    return '\'';
  }
  if ((code >= 0x201C && code <= 0x201F) || code == 0xAB || code == 0xBB) {
    return '"';
  }
  return code == 0x2010 || code == 0x2011 ? '-' : '\0';
}

/* Marks, and the vowels and tails of Korean syllables. */
static bool joins_before(uint32_t code) {
  return text_is_mark(code) || (code >= 0x1160 && code <= 0x11FF);
}

/* One letter with its marks. */
static bool put_composed(struct writer *writer) {
  uint32_t codes[CODE_ROOM];
  uint32_t origin = writer->at;
  size_t count = 1;
  writer->at += peek(writer, writer->at, &codes[0]);
  while (writer->at < writer->end && count <= MOST_MARKS) {
    uint32_t length = peek(writer, writer->at, &codes[count]);
    if (!joins_before(codes[count])) {
      break;
    }
    writer->at += length;
    count++;
  }
  char mark = count == 1 ? plain_mark(codes[0]) : '\0';
  if (mark != '\0') {
    return put(writer, &mark, 1, origin);
  }
  char bytes[4 * CODE_ROOM];
  uint32_t size = 0;
  count = text_compose(codes, count, CODE_ROOM, false);
  for (size_t i = 0; i < count; i++) {
    size += text_encode(codes[i], bytes + size);
  }
  return put(writer, bytes, size, origin);
}

static bool put_next(struct writer *writer) {
  char byte = writer->bytes[writer->at];
  if (text_byte_is(byte, TEXT_BYTE_BLANK)) {
    return put_blank(writer);
  }
  if (!text_byte_is(byte, TEXT_BYTE_HIGH) && byte != '`' &&
      (writer->at + 1 == writer->end ||
       !text_byte_is(writer->bytes[writer->at + 1], TEXT_BYTE_HIGH))) {
    writer->at++;
    return put(writer, &byte, 1, writer->at - 1);
  }
  uint32_t length;
  return is_blank_at(writer, &length) ? put_blank(writer)
                                      : put_composed(writer);
}

/* Whether the byte stands for itself whatever is around it, but for marks behind
 * it that it is composed with: no blank, and no mark of another spelling. */
static bool is_plain(char byte) {
  return !text_byte_is(byte, TEXT_BYTE_BLANK | TEXT_BYTE_HIGH) && byte != '`';
}

/* How many bytes stay as they are: words and marks, and the single spaces
 * before words. */
static uint32_t plain_size(const struct writer *writer) {
  const char *bytes = writer->bytes + writer->at;
  uint32_t most = writer->end - writer->at;
  uint32_t room = TEXT_NORMAL_FORM_MAX - writer->form->size;
  most = most < room ? most : room;
  uint32_t size = 0;
  while (size + 1 < most && (is_plain(bytes[size]) ||
                             (bytes[size] == ' ' &&
                              text_byte_is(bytes[size + 1], TEXT_BYTE_WORD)))) {
    size++;
  }
  return size > 0 && text_byte_is(bytes[size], TEXT_BYTE_HIGH) ? size - 1
                                                               : size;
}

static void put_plain(struct writer *writer) {
  struct text_normal_form *form = writer->form;
  uint32_t size = plain_size(writer);
  memcpy(form->bytes + form->size, writer->bytes + writer->at, size);
  for (uint32_t i = 0; i < size; i++) {
    form->map[form->size + i] = writer->at + i;
  }
  form->size += size;
  writer->at += size;
}

bool text_normal_form(struct text_normal_form *form,
                      const struct text_source *source,
                      const struct text_document *document,
                      const struct text_sentence *sentence) {
  if (form->bytes == NULL) {
    form->bytes = malloc(TEXT_NORMAL_FORM_MAX);
    form->map = malloc((TEXT_NORMAL_FORM_MAX + 1) * sizeof *form->map);
    if (form->bytes == NULL || form->map == NULL) {
      text_normal_form_destroy(form);
      return false;
    }
  }
  form->size = 0;
  form->truncated = false;
  const struct text_token *tokens = document->tokens.items;
  struct writer writer = {
      .form = form,
      .bytes = source->bytes,
      .at = sentence->start,
      .end = sentence->end,
      .token = tokens + sentence->first_token,
      .token_end = tokens + sentence->token_end,
  };
  put_plain(&writer);
  uint32_t last = writer.at;
  while (writer.at < writer.end && put_next(&writer)) {
    put_plain(&writer);
    last = writer.at;
  }
  form->map[form->size] = last;
  return true;
}

void text_normal_form_destroy(struct text_normal_form *form) {
  free(form->bytes);
  free(form->map);
  *form = (struct text_normal_form){0};
}
