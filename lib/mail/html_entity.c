/* SPDX-License-Identifier: MIT */
#include "mail/html_entity.h"

#include "mail/charset_table.h"
#include "mail/phrase.h"
#include "mail/transfer.h"
#include "text/unicode.h"

enum {
  LARGEST_CODE = 0x10FFFF,
  FIRST_C1 = 0x80, /* windows-1252 stands in for these controls */
  LAST_C1 = 0x9F,
};

static uint32_t replaced(uint32_t code) {
  if (code == 0 || code > LARGEST_CODE || (code >= 0xD800 && code < 0xE000)) {
    return TEXT_REPLACEMENT;
  }
  if (code >= FIRST_C1 && code <= LAST_C1) {
    struct base_slice charset = base_slice_of("windows-1252");
    uint32_t meant = mail_charset_table(charset)[code - FIRST_C1];
    return meant == TEXT_REPLACEMENT ? code : meant;
  }
  return code;
}

static size_t numeric_size(const char *bytes, size_t size,
                           struct mail_html_characters *characters) {
  size_t at = 2;
  int base = 10;
  if (at < size && (bytes[at] | 0x20) == 'x') {
    base = 16;
    at++;
  }
  size_t first = at;
  uint32_t code = 0;
  for (; at < size; at++) {
    int digit = mail_hex_value(bytes[at]);
    if (digit < 0 || digit >= base) {
      break;
    }
    if (code <= LARGEST_CODE) {
      code = code * (uint32_t)base + (uint32_t)digit;
    }
  }
  if (at == first) {
    return 0;
  }
  characters->size = (uint8_t)text_encode(replaced(code), characters->text);
  return at < size && bytes[at] == ';' ? at + 1 : at;
}

/* The first of entities[low, high), which share their first `depth` bytes,
 * whose next byte is not below `byte`. A name that ends there comes first. */
static size_t first_at(size_t low, size_t high, size_t depth, int byte) {
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const struct mail_html_entity *entity = &mail_html_entities[middle];
    int found = depth < entity->name_size
                    ? mail_html_entity_names[entity->name + depth]
                    : -1;
    if (found < byte) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/* The entity with the longest name that `bytes` start with, the first of which
 * is a letter; or NULL. No name has one letter only. */
static const struct mail_html_entity *longest(const char *bytes, size_t size) {
  const struct mail_html_entity *best = NULL;
  const uint16_t *starts = &mail_html_entity_starts[bytes[0] - 'A'];
  size_t low = starts[0];
  size_t high = starts[1];
  for (size_t depth = 1; depth < size; depth++) {
    int byte = (unsigned char)bytes[depth];
    low = first_at(low, high, depth, byte);
    high = first_at(low, high, depth, byte + 1);
    if (low == high) {
      break;
    }
    if (mail_html_entities[low].name_size == depth + 1) {
      best = &mail_html_entities[low];
    }
  }
  return best;
}

static size_t named_size(const char *bytes, size_t size, bool in_attribute,
                         struct mail_html_characters *characters) {
  const struct mail_html_entity *entity = longest(bytes + 1, size - 1);
  if (entity == NULL) {
    return 0;
  }
  size_t end = 1 + (size_t)entity->name_size;
  if (in_attribute && bytes[end - 1] != ';' && end < size &&
      (bytes[end] == '=' || mail_is_letter(bytes[end]) ||
       mail_is_digit(bytes[end]))) {
    return 0;
  }
  memcpy(characters->text, entity->text, sizeof characters->text);
  characters->size = entity->size;
  return end;
}

size_t mail_html_reference_size(const char *bytes, size_t size,
                                bool in_attribute,
                                struct mail_html_characters *characters) {
  if (size < 2) {
    return 0;
  }
  if (bytes[1] == '#') {
    return numeric_size(bytes, size, characters);
  }
  return mail_is_letter(bytes[1])
             ? named_size(bytes, size, in_attribute, characters)
             : 0;
}
