/* SPDX-License-Identifier: MIT */
#include "envelope.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void add(struct envelope *envelope, const char *bytes, size_t size) {
  assert_true(envelope->size + size < sizeof envelope->mail);
  memcpy(envelope->mail + envelope->size, bytes, size);
  envelope->size += size;
  envelope->mail[envelope->size] = '\0';
}

static void add_string(struct envelope *envelope, const char *string) {
  add(envelope, string, strlen(string));
}

static void begin(struct envelope *envelope, const char *type,
                  const char *transfer) {
  *envelope = (struct envelope){.size = 0};
  add_string(envelope, "From: Ana <ana@example.com>\r\n"
                       "MIME-Version: 1.0\r\nContent-Type: ");
  add_string(envelope, type);
  add_string(envelope, "\r\nContent-Transfer-Encoding: ");
  add_string(envelope, transfer);
  add_string(envelope, "\r\n\r\n");
}

/* The next `count` bytes of the text stand at the mail's end from `start`. */
static void note(struct envelope *envelope, size_t count, size_t start) {
  assert_true(envelope->text_size + count <=
              sizeof envelope->places / sizeof envelope->places[0]);
  for (size_t i = 0; i < count; i++) {
    envelope->places[envelope->text_size++] =
        (struct place){start, envelope->size};
  }
}

static size_t character_size(const char *at) {
  unsigned char lead = (unsigned char)*at;
  return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

static uint32_t code_of(const char *at) {
  size_t size = character_size(at);
  uint32_t code = (unsigned char)*at;
  code &= size == 1 ? 0x7f : size == 2 ? 0x1f : size == 3 ? 0x0f : 0x07;
  for (size_t i = 1; i < size; i++) {
    code = code << 6 | ((unsigned char)at[i] & 0x3f);
  }
  return code;
}

void envelope_8bit(struct envelope *envelope, const char *text) {
  begin(envelope, "text/plain; charset=utf-8", "8bit");
  for (; *text != '\0'; text++) {
    add(envelope, text, 1);
    note(envelope, 1, envelope->size - 1);
  }
}

/* Escapes more than it must, and breaks lines inside words. */
void envelope_quoted_printable(struct envelope *envelope, const char *text) {
  begin(envelope, "text/plain; charset=\"UTF-8\"", "quoted-printable");
  size_t column = 0;
  for (; *text != '\0'; text++) {
    bool escaped = (unsigned char)*text >= 0x80 || *text == 'o';
    bool line_end = *text == '\r' || *text == '\n';
    if (column > 12 && !line_end) {
      add_string(envelope, "=\r\n");
      column = 0;
    }
    size_t start = envelope->size;
    char bytes[8];
    snprintf(bytes, sizeof bytes, escaped ? "=%02X" : "%c",
             escaped ? (unsigned char)*text : *text);
    add_string(envelope, bytes);
    note(envelope, 1, start);
    column = line_end ? 0 : column + strlen(bytes);
  }
}

/* Adds bytes in base64, in lines of ten characters so that quads are broken;
 * bytes[i] belongs to quads[i / 3]. */
static void add_base64(struct envelope *envelope, const unsigned char *bytes,
                       size_t size, struct place *quads) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                               "abcdefghijklmnopqrstuvwxyz0123456789+/";
  size_t column = 0;
  for (size_t i = 0; i < size; i += 3) {
    uint32_t bits = (uint32_t)bytes[i] << 16;
    bits |= i + 1 < size ? (uint32_t)bytes[i + 1] << 8 : 0;
    bits |= i + 2 < size ? bytes[i + 2] : 0;
    for (int shift = 18; shift >= 0; shift -= 6) {
      bool padding =
          (shift == 6 && i + 1 >= size) || (shift == 0 && i + 2 >= size);
      if (column++ % 10 == 0) {
        add_string(envelope, "\r\n");
      }
      if (shift == 18) {
        quads[i / 3].start = envelope->size;
      }
      add(envelope, padding ? "=" : &digits[bits >> shift & 0x3f], 1);
    }
    quads[i / 3].end = envelope->size;
  }
}

/* Bytes in a charset, and how many bytes of the text each character has. */
struct encoded {
  unsigned char bytes[4096];
  size_t size;
  struct {
    size_t start; /* bytes[start, end) */
    size_t end;
    size_t text;
  } characters[1024];
  size_t count;
};

static void add_character(struct encoded *encoded, const char *at,
                          const unsigned char *bytes, size_t size) {
  memcpy(encoded->bytes + encoded->size, bytes, size);
  encoded->characters[encoded->count].start = encoded->size;
  encoded->size += size;
  encoded->characters[encoded->count].end = encoded->size;
  encoded->characters[encoded->count++].text = character_size(at);
}

static void note_base64(struct envelope *envelope,
                        const struct encoded *encoded) {
  struct place quads[2048];
  add_base64(envelope, encoded->bytes, encoded->size, quads);
  for (size_t i = 0; i < encoded->count; i++) {
    size_t first = encoded->characters[i].start / 3;
    size_t last = (encoded->characters[i].end - 1) / 3;
    for (size_t k = 0; k < encoded->characters[i].text; k++) {
      envelope->places[envelope->text_size++] =
          (struct place){quads[first].start, quads[last].end};
    }
  }
}

/* Each byte for itself: a character may lie in two quads. */
void envelope_base64(struct envelope *envelope, const char *text) {
  struct place quads[1024];
  begin(envelope, "text/plain; charset=utf-8", "base64");
  size_t size = strlen(text);
  add_base64(envelope, (const unsigned char *)text, size, quads);
  for (size_t i = 0; i < size; i++) {
    envelope->places[envelope->text_size++] = quads[i / 3];
  }
}

static void encode_latin1(struct encoded *encoded, const char *text) {
  for (; *text != '\0'; text += character_size(text)) {
    uint32_t code = code_of(text);
    unsigned char byte = (unsigned char)code;
    assert_true(code < 0x100);
    add_character(encoded, text, &byte, 1);
  }
}

void envelope_latin1(struct envelope *envelope, const char *text) {
  struct encoded encoded = {.size = 0};
  begin(envelope, "text/plain; charset=iso-8859-1", "8bit");
  encode_latin1(&encoded, text);
  for (size_t i = 0; i < encoded.count; i++) {
    add(envelope, (const char *)&encoded.bytes[i], 1);
    note(envelope, encoded.characters[i].text, envelope->size - 1);
  }
}

void envelope_latin1_in_base64(struct envelope *envelope, const char *text) {
  struct encoded encoded = {.size = 0};
  begin(envelope, "text/plain; charset=latin1", "BASE64");
  encode_latin1(&encoded, text);
  note_base64(envelope, &encoded);
}

void envelope_utf16(struct envelope *envelope, const char *text) {
  struct encoded encoded = {.size = 0};
  begin(envelope, "text/plain; charset=utf-16le", "base64");
  for (; *text != '\0'; text += character_size(text)) {
    uint32_t code = code_of(text);
    unsigned char bytes[] = {(unsigned char)code, (unsigned char)(code >> 8)};
    assert_true(code < 0xd800);
    add_character(&encoded, text, bytes, 2);
  }
  note_base64(envelope, &encoded);
}

/* The two characters 日本 are what it can write beside ASCII. */
void envelope_iso_2022_jp(struct envelope *envelope, const char *text) {
  bool shifted = false;
  begin(envelope, "text/plain; charset=ISO-2022-JP", "7bit");
  for (; *text != '\0'; text += character_size(text)) {
    uint32_t code = code_of(text);
    bool shifts = code >= 0x80;
    if (shifts != shifted) {
      add_string(envelope, shifts ? "\x1b$B" : "\x1b(B");
      shifted = shifts;
    }
    size_t start = envelope->size;
    if (shifts) {
      assert_true(code == 0x65e5 || code == 0x672c);
      add_string(envelope, code == 0x65e5 ? "F|" : "K\\");
    } else {
      add(envelope, text, 1);
    }
    note(envelope, character_size(text), start);
  }
}

/* A soft break behind every third blank. */
void envelope_flowed(struct envelope *envelope, const char *text) {
  size_t blanks = 0;
  begin(envelope, "text/plain; charset=utf-8; format=flowed", "8bit");
  for (; *text != '\0'; text++) {
    add(envelope, text, 1);
    note(envelope, 1, envelope->size - 1);
    if (*text == ' ' && ++blanks % 3 == 0) {
      add_string(envelope, "\r\n");
    }
  }
}

/* A soft break inside words; a line that starts with a blank is stuffed. */
void envelope_delsp(struct envelope *envelope, const char *text) {
  begin(envelope, "text/plain; charset=utf-8; format=flowed; delsp=yes",
        "8bit");
  for (; *text != '\0'; text++) {
    add(envelope, text, 1);
    note(envelope, 1, envelope->size - 1);
    if (*text == 'l' || *text == 's') {
      add_string(envelope, text[1] == ' ' ? " \r\n " : " \r\n");
    }
  }
}

/* A line end is a tag; some letters are character references. */
void envelope_html(struct envelope *envelope, const char *text) {
  begin(envelope, "text/html; charset=utf-8", "8bit");
  add_string(envelope, "<html><head><title>utter nonsense</title></head>\r\n"
                       "<body><div>\r\n");
  for (; *text != '\0'; text += character_size(text)) {
    size_t start = envelope->size;
    if (*text == '\r') {
      add_string(envelope, "<br>");
      note(envelope, 2, start);
      text++; /* the line feed */
    } else if ((unsigned char)*text >= 0x80 || *text == 'o') {
      char reference[16];
      snprintf(reference, sizeof reference, "&#x%x;", (unsigned)code_of(text));
      add_string(envelope, reference);
      note(envelope, character_size(text), start);
    } else {
      add(envelope, text, 1);
      note(envelope, 1, start);
    }
    if (*text == 's') {
      add_string(envelope, "<b></b>");
    }
  }
  add_string(envelope, "</div></body></html>");
}

void envelope_nest(struct envelope *envelope) {
  static struct envelope inner;
  inner = *envelope;
  const char *part = strstr(inner.mail, "Content-Type");
  size_t skipped = (size_t)(part - inner.mail);
  envelope->size = 0;
  add_string(envelope,
             "From: Ana <ana@example.com>\r\n"
             "Content-Type: multipart/mixed; boundary=outer\r\n\r\n"
             "A preamble.\r\n--outer\r\n"
             "Content-Type: multipart/alternative; boundary=\"in ner\"\r\n\r\n"
             "--in ner\r\n");
  size_t moved = envelope->size - skipped;
  add(envelope, part, inner.size - skipped);
  add_string(envelope,
             "\r\n--in ner\r\nContent-Type: text/enriched\r\n\r\nutter nonsense"
             "\r\n--in ner--\r\n\r\n--outer\r\n"
             "Content-Type: application/pdf; name=soup.pdf\r\n\r\nJVBE\r\n"
             "--outer--\r\n");
  for (size_t i = 0; i < envelope->text_size; i++) {
    envelope->places[i].start += moved;
    envelope->places[i].end += moved;
  }
}

void envelope_mangle(struct envelope *envelope) {
  static size_t moved[sizeof envelope->mail + 1]; /* where each byte now is */
  static char mail[sizeof envelope->mail];
  size_t size = 0;
  for (size_t i = 0; i < envelope->size; i++) {
    moved[i] = size;
    if (envelope->mail[i] == '\r') {
      mail[size++] = '\r';
    }
    mail[size++] = envelope->mail[i];
  }
  moved[envelope->size] = size;
  mail[size] = '\0';
  for (size_t i = 0; i < envelope->text_size; i++) {
    envelope->places[i].start = moved[envelope->places[i].start];
    envelope->places[i].end = moved[envelope->places[i].end];
  }
  memcpy(envelope->mail, mail, size + 1);
  envelope->size = size;
}
