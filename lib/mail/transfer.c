/* SPDX-License-Identifier: MIT */
#include "mail/transfer.h"

#include "base/line_end.h"
#include "mail/line.h"
#include "mail/phrase.h"

enum mail_transfer mail_transfer_of(struct base_slice name) {
  if (name.size == 0 || mail_is_among(name, "7bit 8bit binary 7-bit 8-bit")) {
    return MAIL_VERBATIM;
  }
  if (mail_equals_nocase(name, "quoted-printable")) {
    return MAIL_QUOTED_PRINTABLE;
  }
  return mail_equals_nocase(name, "base64") ? MAIL_BASE64
                                            : MAIL_TRANSFER_UNKNOWN;
}

int mail_hex_value(char byte) {
  if (mail_is_digit(byte)) {
    return byte - '0';
  }
  char small = (char)(byte | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

int mail_escape_value(struct base_slice raw) {
  if (raw.size < 3) {
    return -1;
  }
  int high = mail_hex_value(raw.bytes[1]);
  int low = mail_hex_value(raw.bytes[2]);
  return high < 0 || low < 0 ? -1 : high << 4 | low;
}

/* The bytes of "=", blanks and a line end at the start of `raw`, or 0. */
static size_t soft_break_size(struct base_slice raw) {
  size_t size = 1;
  while (size < raw.size &&
         (raw.bytes[size] == ' ' || raw.bytes[size] == '\t')) {
    size++;
  }
  size_t end = base_line_end_size(mail_skip(raw, size));
  return end > 0 || size == raw.size ? size + end : 0;
}

/* Reads what an equals sign begins: an escape, a soft line break, or, of a
 * careless sender, itself. Returns the bytes of it. */
static size_t read_escape(struct base_slice raw, uint32_t place,
                          struct mail_mapped *text) {
  int value = mail_escape_value(raw);
  if (value >= 0) {
    char byte = (char)value;
    mail_mapped_add_unit(text, &byte, 1, place, 3);
    return 3;
  }
  size_t size = soft_break_size(raw);
  if (size == 0) {
    mail_mapped_add_raw(text, "=", 1, place);
    return 1;
  }
  return size;
}

/* RFC 2045 §6.7. Blanks at the end of a line stay: no reader shows them, and
 * a body without escapes is then the text as it stands. */
static unsigned decode_quoted_printable(struct base_slice raw,
                                        uint32_t raw_start, size_t most,
                                        struct mail_mapped *text) {
  size_t at = 0;
  while (at < raw.size && text->bytes.size < most) {
    struct base_slice rest = mail_skip(raw, at);
    uint32_t place = raw_start + (uint32_t)at;
    if (rest.bytes[0] == '=') {
      at += read_escape(rest, place, text);
      continue;
    }
    size_t room = most - text->bytes.size;
    size_t plain = base_slice_find(rest, '=');
    size_t size = plain < room ? plain : room;
    mail_mapped_add_raw(text, rest.bytes, size, place);
    at += size;
  }
  return at < raw.size ? MAIL_CUT : MAIL_FLAWLESS;
}

/* 0 to 63, or what a byte is beside these. */
enum { BASE64_BLANK = 64, BASE64_PAD, BASE64_STRANGE };

static const uint32_t BASE64_NO_QUAD = UINT32_MAX;

static const uint8_t base64_values[256] = {
    66, 66, 66, 66, 66, 66, 66, 66, 66, 64, 64, 66, 66, 64, 66, 66, 66, 66, 66,
    66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 64, 66, 66, 66, 66, 66,
    66, 66, 66, 66, 66, 62, 66, 66, 66, 63, 52, 53, 54, 55, 56, 57, 58, 59, 60,
    61, 66, 66, 66, 65, 66, 66, 66, 0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10,
    11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 66, 66, 66, 66,
    66, 66, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42,
    43, 44, 45, 46, 47, 48, 49, 50, 51, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66,
    66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66,
    66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66,
    66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66,
    66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66,
    66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66,
    66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66,
    66, 66, 66, 66, 66, 66, 66, 66, 66,
};

static unsigned base64_value(char byte) {
  return base64_values[(uint8_t)byte];
}

/* Up to four digits that make a unit, and where they stand. */
struct quad {
  uint32_t bits;
  unsigned digits;
  uint32_t raw_start;
  uint32_t raw_end;
};

static void add_quad(struct mail_mapped *text, struct quad *quad) {
  if (quad->digits >= 2) {
    uint32_t bits = quad->bits << (6 * (4 - quad->digits));
    char bytes[3] = {(char)(bits >> 16), (char)(bits >> 8), (char)bits};
    mail_mapped_add_unit(text, bytes, quad->digits - 1, quad->raw_start,
                         quad->raw_end - quad->raw_start);
  }
  *quad = (struct quad){0};
}

/* Four digits in a row as one number; BASE64_NO_QUAD when one of them is none. */
static uint32_t read_quad(const char *digits) {
  uint32_t first = base64_value(digits[0]);
  uint32_t second = base64_value(digits[1]);
  uint32_t third = base64_value(digits[2]);
  uint32_t last = base64_value(digits[3]);
  return (first | second | third | last) < BASE64_BLANK
             ? first << 18 | second << 12 | third << 6 | last
             : BASE64_NO_QUAD;
}

/* Reads what is nothing but digits at the start, four by four, as most of a
 * line is; the bytes of it. */
static size_t read_quads(struct base_slice raw, uint32_t place, size_t most,
                         struct mail_mapped *text) {
  enum { QUADS = 19 }; /* of a line */
  char bytes[3 * QUADS];
  size_t wanted = (most - text->bytes.size - 1) / 3 + 1;
  size_t limit = raw.size / 4 < QUADS ? raw.size / 4 : QUADS;
  limit = limit < wanted ? limit : wanted;
  size_t count = 0;
  for (; count < limit; count++) {
    uint32_t bits = read_quad(raw.bytes + 4 * count);
    if (bits == BASE64_NO_QUAD) {
      break;
    }
    bytes[3 * count] = (char)(bits >> 16);
    bytes[3 * count + 1] = (char)(bits >> 8);
    bytes[3 * count + 2] = (char)bits;
  }
  mail_mapped_add_quads(text, bytes, count, place);
  return 4 * count;
}

enum { LONGEST_LOOK = 80 }; /* a line of base64 has 76 bytes */

/* Whether what follows a padding is base64 as well: some programs join pieces
 * that were encoded one by one, and mailing lists add plain text. */
static bool goes_on(struct base_slice rest) {
  size_t at = 0;
  while (at < rest.size && base64_value(rest.bytes[at]) == BASE64_BLANK) {
    at++;
  }
  size_t digits = 0;
  size_t limit = rest.size - at < LONGEST_LOOK ? rest.size : at + LONGEST_LOOK;
  while (at < limit && base64_value(rest.bytes[at]) != BASE64_BLANK) {
    if (base64_value(rest.bytes[at]) == BASE64_STRANGE) {
      return false;
    }
    at++;
    digits++;
  }
  return digits > 0 && (digits == LONGEST_LOOK || digits % 4 == 0);
}

/* Takes one byte in. */
static unsigned read_base64_byte(unsigned value, uint32_t place,
                                 struct quad *quad, struct mail_mapped *text) {
  if (value < BASE64_BLANK) {
    quad->raw_start = quad->digits == 0 ? place : quad->raw_start;
    quad->raw_end = place + 1;
    quad->bits = quad->bits << 6 | value;
    quad->digits++;
    if (quad->digits == 4) {
      add_quad(text, quad);
    }
  }
  return value == BASE64_STRANGE ? MAIL_DAMAGED : MAIL_FLAWLESS;
}

/* Reads the one or two equals signs at `at` that end a piece; the offset
 * after them. */
static size_t read_padding(struct base_slice raw, size_t at, uint32_t raw_start,
                           struct quad *quad) {
  unsigned missing = quad->digits == 0 ? 1 : 4 - quad->digits;
  while (missing > 0 && at < raw.size &&
         base64_value(raw.bytes[at]) >= BASE64_BLANK &&
         base64_value(raw.bytes[at]) <= BASE64_PAD) {
    if (base64_value(raw.bytes[at]) == BASE64_PAD) {
      quad->raw_end = raw_start + (uint32_t)at + 1;
      missing--;
    }
    at++;
  }
  return at;
}

/* RFC 2045 §6.8. */
static unsigned decode_base64(struct base_slice raw, uint32_t raw_start,
                              size_t most, struct mail_mapped *text) {
  struct quad quad = {0};
  unsigned flaws = MAIL_FLAWLESS;
  size_t at = 0;
  while (at < raw.size && text->bytes.size < most) {
    uint32_t place = raw_start + (uint32_t)at;
    size_t quads =
        quad.digits > 0 ? 0 : read_quads(mail_skip(raw, at), place, most, text);
    if (quads > 0) {
      at += quads;
      continue;
    }
    unsigned value = base64_value(raw.bytes[at]);
    if (value != BASE64_PAD) {
      flaws |= read_base64_byte(value, place, &quad, text);
      at++;
      continue;
    }
    at = read_padding(raw, at, raw_start, &quad);
    flaws |= quad.digits == 1 ? MAIL_DAMAGED : MAIL_FLAWLESS;
    add_quad(text, &quad);
    if (!goes_on(mail_skip(raw, at))) {
      bool more = mail_trim(mail_skip(raw, at)).size > 0;
      return flaws | (more ? MAIL_DAMAGED : MAIL_FLAWLESS);
    }
  }
  flaws |= quad.digits == 1 ? MAIL_DAMAGED : MAIL_FLAWLESS;
  add_quad(text, &quad);
  return at < raw.size ? flaws | MAIL_CUT : flaws;
}

bool mail_transfer_keeps(enum mail_transfer transfer, struct base_slice raw) {
  if (transfer != MAIL_QUOTED_PRINTABLE) {
    return transfer == MAIL_VERBATIM;
  }
  for (size_t at = base_slice_find(raw, '='); at < raw.size;) {
    struct base_slice rest = mail_skip(raw, at);
    if (mail_escape_value(rest) >= 0 || soft_break_size(rest) > 0) {
      return false;
    }
    at += 1 + base_slice_find(mail_skip(rest, 1), '=');
  }
  return true;
}

unsigned mail_transfer_decode(enum mail_transfer transfer,
                              struct base_slice raw, uint32_t raw_start,
                              size_t most, struct mail_mapped *text) {
  size_t room = most - text->bytes.size;
  base_buffer_make_room(&text->bytes, raw.size < room ? raw.size : room);
  switch (transfer) {
  case MAIL_QUOTED_PRINTABLE:
    return decode_quoted_printable(raw, raw_start, most, text);
  case MAIL_BASE64:
    return decode_base64(raw, raw_start, most, text);
  case MAIL_VERBATIM:
    mail_mapped_add_raw(text, raw.bytes, raw.size < room ? raw.size : room,
                        raw_start);
    return raw.size <= room ? MAIL_FLAWLESS : MAIL_CUT;
  case MAIL_TRANSFER_UNKNOWN:
    break;
  }
  return MAIL_UNKNOWN;
}

void mail_q_decode(struct base_slice raw, uint32_t raw_start,
                   struct mail_mapped *text) {
  for (size_t at = 0; at < raw.size;) {
    struct base_slice rest = mail_skip(raw, at);
    uint32_t place = raw_start + (uint32_t)at;
    int value = *rest.bytes == '=' ? mail_escape_value(rest) : -1;
    char byte = value >= 0 ? (char)value : *rest.bytes;
    size_t size = value >= 0 ? 3 : 1;
    if (value >= 0 || byte == '_') {
      byte = value >= 0 ? byte : ' ';
      mail_mapped_add_unit(text, &byte, 1, place, (uint32_t)size);
    } else {
      mail_mapped_add_raw(text, &byte, 1, place);
    }
    at += size;
  }
}
