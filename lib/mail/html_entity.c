/* SPDX-License-Identifier: MIT */
#include "mail/html_entity.h"

#include "mail/phrase.h"
#include "text/unicode.h"

enum {
  LARGEST_CODE = 0x10FFFF,
  FIRST_C1 = 0x80, /* windows-1252 stands in for these controls */
  LAST_C1 = 0x9F,
};

/* What browsers read for &#128; to &#159;; 0: itself. */
static const uint16_t windows_1252[LAST_C1 - FIRST_C1 + 1] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static uint32_t replaced(uint32_t code) {
  if (code == 0 || code > LARGEST_CODE || (code >= 0xD800 && code < 0xE000)) {
    return TEXT_REPLACEMENT;
  }
  if (code >= FIRST_C1 && code <= LAST_C1 &&
      windows_1252[code - FIRST_C1] != 0) {
    return windows_1252[code - FIRST_C1];
  }
  return code;
}

/* The value of a digit, or 16. */
static uint32_t digit_value(char byte) {
  if (mail_is_digit(byte)) {
    return (uint32_t)(byte - '0');
  }
  char lower = (char)(byte | 0x20);
  return lower >= 'a' && lower <= 'f' ? (uint32_t)(lower - 'a') + 10 : 16;
}

static size_t numeric_size(const char *bytes, size_t size,
                           struct mail_html_characters *characters) {
  size_t at = 2;
  uint32_t base = 10;
  if (at < size && (bytes[at] | 0x20) == 'x') {
    base = 16;
    at++;
  }
  size_t first = at;
  uint32_t code = 0;
  for (; at < size && digit_value(bytes[at]) < base; at++) {
    if (code <= LARGEST_CODE) {
      code = code * base + digit_value(bytes[at]);
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
