/* SPDX-License-Identifier: MIT */
#include "mail/word.h"

#include "base/line_end.h"
#include "mail/charset.h"
#include "mail/phrase.h"
#include "mail/transfer.h"
#include "mail/utf8.h"

/* "=?charset*language?encoding?text?=" */
struct word {
  struct base_slice charset;
  enum mail_transfer transfer;
  struct base_slice text;
  size_t size; /* of it all; 0 when it is none */
};

struct reader {
  struct base_slice value;
  uint32_t raw_start;
  bool is_address_list;
  bool in_quotes; /* of a list of addresses */
  struct mail_mapped *text;
  struct base_slice charset; /* of the words whose bytes are gathered */
  struct mail_mapped bytes;  /* a character may lie in two words */
  size_t group;              /* where the first of these words starts */
  size_t group_end;
  size_t stop; /* no "?=" and no line end stands between the last place that
                   was looked at and here */
  unsigned flaws;
};

/* Where the next "=?" stands, or the end. */
static size_t next_sign(struct base_slice value, size_t at) {
  for (; at < value.size; at++) {
    at += base_slice_find(mail_skip(value, at), '=');
    if (base_slice_has(value, at + 1, '?')) {
      return at;
    }
  }
  return value.size;
}

bool mail_has_words(struct base_slice value) {
  return next_sign(value, 0) < value.size;
}

/* Of headers whose bytes no charset is named for (RFC 5322 has no such). */
static const struct base_slice unnamed = {"", 0};

bool mail_words_change(struct base_slice value) {
  bool is_ascii = mail_ascii_size(value.bytes, value.size, false) == value.size;
  return mail_has_words(value) ||
         (!is_ascii && !mail_charset_keeps(unnamed, value));
}

/* The next "?=" from `at` on in the same line; false when there is none. Each
 * byte is looked at once, however many words are not closed. */
static bool find_close(struct reader *reader, size_t at) {
  struct base_slice value = reader->value;
  if (reader->stop < at) {
    reader->stop = at;
  }
  while (reader->stop < value.size &&
         !base_is_line_end(value.bytes[reader->stop]) &&
         (value.bytes[reader->stop] != '?' || reader->stop + 1 == value.size ||
          value.bytes[reader->stop + 1] != '=')) {
    reader->stop++;
  }
  return reader->stop < value.size && value.bytes[reader->stop] == '?';
}

enum { LONGEST_CHARSET = 60 }; /* bytes, with a language (RFC 2231 §5) */

/* The charset behind "=?" at `at`, without its language; the bytes up to the
 * next question mark in *size. */
static struct base_slice read_charset(struct base_slice value, size_t at,
                                      size_t *size) {
  struct base_slice rest = mail_skip(value, at);
  size_t limit = rest.size < LONGEST_CHARSET ? rest.size : LONGEST_CHARSET;
  size_t end = 0;
  size_t name = 0;
  while (end < limit && rest.bytes[end] != '?' && rest.bytes[end] > ' ') {
    name += name == end && rest.bytes[end] != '*';
    end++;
  }
  *size = end < limit && rest.bytes[end] == '?' ? end : 0;
  return (struct base_slice){rest.bytes, name};
}

static struct word word_at(struct reader *reader, size_t at) {
  struct word none = {.size = 0};
  struct base_slice value = reader->value;
  if (value.size - at < 8 || value.bytes[at] != '=' ||
      value.bytes[at + 1] != '?') {
    return none;
  }
  size_t size;
  struct word word = {.charset = read_charset(value, at + 2, &size)};
  size_t place = at + 2 + size;
  if (word.charset.size == 0 || size == 0 || value.size - place < 5 ||
      value.bytes[place + 2] != '?') {
    return none;
  }
  char encoding = (char)(value.bytes[place + 1] | 0x20);
  size_t start = place + 3;
  if ((encoding != 'q' && encoding != 'b') || !find_close(reader, start)) {
    return none;
  }
  word.transfer = encoding == 'q' ? MAIL_QUOTED_PRINTABLE : MAIL_BASE64;
  word.text = (struct base_slice){value.bytes + start, reader->stop - start};
  word.size = reader->stop + 2 - at;
  return word;
}

/* Quotation marks and backslashes stand for nothing in the raw input. */
static void add_mark(struct reader *reader, char mark, uint32_t place) {
  mail_mapped_add_unit(reader->text, &mark, 1, place, 0);
}

static bool needs_quotes(const struct text_source *text) {
  for (uint32_t i = 0; i < text->size; i++) {
    if (base_is_one_of(text->bytes[i], "()<>[]:;@\\,\"")) {
      return true;
    }
  }
  return false;
}

static void add_for_list(struct reader *reader,
                         const struct text_source *text) {
  bool quotes = !reader->in_quotes && needs_quotes(text);
  uint32_t start = reader->raw_start + (uint32_t)reader->group;
  if (quotes) {
    add_mark(reader, '"', start);
  }
  for (uint32_t i = 0; i < text->size; i++) {
    if (text->bytes[i] == '"' || text->bytes[i] == '\\') {
      mail_mapped_add_for(reader->text, "\\", 1, text, i, i);
    }
    mail_mapped_add_copy(reader->text, text, i, i + 1);
  }
  if (quotes) {
    add_mark(reader, '"', reader->raw_start + (uint32_t)reader->group_end);
  }
}

static void add_literal(struct reader *reader, size_t start, size_t end);

/* Ends a run of words of one charset. */
static void flush(struct reader *reader) {
  if (reader->charset.size == 0) {
    return;
  }
  struct text_source bytes = mail_mapped_source(&reader->bytes);
  struct mail_mapped decoded = {0};
  unsigned flaws =
      mail_charset_decode(reader->charset, &bytes, UINT32_MAX, &decoded);
  struct text_source text = mail_mapped_source(&decoded);
  reader->flaws |= flaws;
  if ((flaws & MAIL_UNKNOWN) != 0) {
    add_literal(reader, reader->group, reader->group_end);
  } else if (reader->is_address_list) {
    add_for_list(reader, &text);
  } else {
    mail_mapped_add_copy(reader->text, &text, 0, text.size);
  }
  bool failed =
      mail_mapped_failed(&decoded) || mail_mapped_failed(&reader->bytes);
  reader->text->bytes.failed = reader->text->bytes.failed || failed;
  mail_mapped_destroy(&decoded);
  mail_mapped_destroy(&reader->bytes);
  reader->charset.size = 0;
}

static void add_word(struct reader *reader, const struct word *word,
                     size_t at) {
  if (!base_slice_same(reader->charset, word->charset)) {
    flush(reader);
    reader->charset = word->charset;
    reader->group = at;
  }
  reader->group_end = at + word->size;
  uint32_t place =
      reader->raw_start + (uint32_t)(word->text.bytes - reader->value.bytes);
  if (word->transfer == MAIL_QUOTED_PRINTABLE) {
    mail_q_decode(word->text, place, &reader->bytes);
  } else {
    mail_transfer_decode(MAIL_BASE64, word->text, place, SIZE_MAX,
                         &reader->bytes);
  }
}

static bool ends_in_blank(const struct mail_mapped *text) {
  return text->bytes.size > 0 &&
         base_is_blank_or_line_end(text->bytes.bytes[text->bytes.size - 1]);
}

/* Whether the byte at `at` opens or closes a quoted string; a backslash takes
 * the next byte's meaning. */
static void watch_quotes(struct reader *reader, size_t start, size_t end) {
  const char *bytes = reader->value.bytes;
  for (size_t i = start; i < end; i++) {
    if (bytes[i] == '\\') {
      i++;
    } else if (bytes[i] == '"') {
      reader->in_quotes = !reader->in_quotes;
    }
  }
}

/* Bytes that stand in no encoded word, most of them ASCII. */
static void add_plain(struct reader *reader, size_t start, size_t end) {
  struct base_slice bytes = {reader->value.bytes + start, end - start};
  uint32_t raw_start = reader->raw_start + (uint32_t)start;
  if (mail_charset_keeps(unnamed, bytes)) {
    mail_mapped_add_raw(reader->text, bytes.bytes, bytes.size, raw_start);
    return;
  }
  const struct text_source raw = {.bytes = bytes.bytes,
                                  .size = (uint32_t)bytes.size,
                                  .raw_start = raw_start};
  reader->flaws |= mail_charset_decode(unnamed, &raw, UINT32_MAX, reader->text);
}

/* Text that is no encoded word: a fold is one space. */
static void add_literal(struct reader *reader, size_t start, size_t end) {
  const char *bytes = reader->value.bytes;
  for (size_t at = start; at < end;) {
    size_t run = at;
    while (run < end && !base_is_line_end(bytes[run]) && bytes[run] != '\0') {
      run++;
    }
    add_plain(reader, at, run);
    at = run;
    if (run < end && bytes[run] == '\0') {
      at++;
    } else if (run < end) {
      at = base_skip_space((struct base_slice){bytes, end}, run);
      if (!ends_in_blank(reader->text)) {
        mail_mapped_add_unit(reader->text, " ", 1,
                             reader->raw_start + (uint32_t)run,
                             (uint32_t)(at - run));
      }
    }
  }
  watch_quotes(reader, start, end);
}

/* Reads one encoded word at `at` with the blanks up to a next one, which are
 * no text (RFC 2047 §6.2). Returns its end, or `at` when it is none. */
static size_t read_word(struct reader *reader, size_t at) {
  struct word word = word_at(reader, at);
  if (word.size == 0) {
    return at;
  }
  add_word(reader, &word, at);
  size_t end = at + word.size;
  size_t next = base_skip_space(reader->value, end);
  if (word_at(reader, next).size > 0) {
    return next;
  }
  flush(reader);
  return end;
}

unsigned mail_words_decode(struct base_slice value, uint32_t raw_start,
                           bool is_address_list, struct mail_mapped *text) {
  struct reader reader = {
      .value = value,
      .raw_start = raw_start,
      .is_address_list = is_address_list,
      .text = text,
  };
  for (size_t at = 0; at < value.size;) {
    size_t end = read_word(&reader, at);
    if (end == at) {
      end = next_sign(value, at + 1);
      add_literal(&reader, at, end);
    }
    at = end;
  }
  return reader.flaws;
}

const char *mail_words_string(const struct mail_fields *fields,
                              enum mail_field field, bool is_address_list,
                              struct base_arena *arena) {
  struct base_slice value = fields->values[field];
  if (!mail_has_field(fields, field) || !mail_words_change(value)) {
    return mail_field_string(fields, field, arena);
  }
  struct mail_mapped text = {0};
  mail_words_decode(value, 0, is_address_list, &text);
  return mail_mapped_string(&text, arena);
}
