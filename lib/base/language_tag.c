/* SPDX-License-Identifier: MIT */
#include "base/language_tag.h"

#include <stddef.h>
#include <string.h>

enum {
  MOST_SUBTAG = 8, /* RFC 5646 §2.1 */
  MOST_CODES = 5,
};

/* The languages that a message can be told to be in. */
static const struct language {
  const char *name;
  const char *code;              /* ISO 639-1 */
  const char *codes[MOST_CODES]; /* others: ISO 639-2, by its own name and by
                                      ours; of its written forms */
} languages[] = {
    {"Czech", "cs", {"ces", "cze"}},
    {"Danish", "da", {"dan"}},
    {"Dutch", "nl", {"nld", "dut"}},
    {"English", "en", {"eng"}},
    {"Finnish", "fi", {"fin"}},
    {"French", "fr", {"fra", "fre"}},
    {"German", "de", {"deu", "ger"}},
    {"Italian", "it", {"ita"}},
    {"Norwegian", "no", {"nor", "nb", "nn", "nob", "nno"}},
    {"Polish", "pl", {"pol"}},
    {"Portuguese", "pt", {"por"}},
    {"Romanian", "ro", {"ron", "rum"}},
    {"Russian", "ru", {"rus"}},
    {"Spanish", "es", {"spa"}},
    {"Swedish", "sv", {"swe"}},
    {"Ukrainian", "uk", {"ukr"}},
};

enum { LANGUAGES = sizeof languages / sizeof languages[0] };

static char small(char byte) {
  return byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
}

static bool is_letter(char byte) {
  return small(byte) >= 'a' && small(byte) <= 'z';
}

static bool ends_subtag(char byte) {
  return byte == '\0' || byte == '-' || byte == '_';
}

/* The bytes up to the next hyphen. */
static size_t subtag_size(const char *tag) {
  size_t size = 0;
  while (!ends_subtag(tag[size])) {
    size++;
  }
  return size;
}

bool base_language_is_none(const char *tag) {
  return strcmp(tag, "zxx") == 0;
}

bool base_language_is_tag(const char *text) {
  size_t letters = 0;
  while (is_letter(text[letters])) {
    letters++;
  }
  if (letters < 2 || letters > 3 || !ends_subtag(text[letters])) {
    return false;
  }
  size_t subtag = 1;
  for (const char *at = text + letters; *at != '\0'; at++) {
    bool ends = ends_subtag(*at);
    if (ends ? subtag == 0 : !is_letter(*at) && !(*at >= '0' && *at <= '9')) {
      return false;
    }
    subtag = ends ? 0 : subtag + 1;
    if (subtag > MOST_SUBTAG) {
      return false;
    }
  }
  return subtag > 0;
}

static bool is_code(const char *tag, size_t size, const char *code) {
  return strlen(code) == size && memcmp(tag, code, size) == 0;
}

static bool has_code(const struct language *language, const char *tag,
                     size_t size) {
  bool has = is_code(tag, size, language->code);
  for (size_t i = 0; i < MOST_CODES && language->codes[i] != NULL; i++) {
    has = has || is_code(tag, size, language->codes[i]);
  }
  return has;
}

static const struct language *language_of(const char *tag) {
  size_t size = subtag_size(tag);
  for (size_t i = 0; i < LANGUAGES; i++) {
    if (has_code(&languages[i], tag, size)) {
      return &languages[i];
    }
  }
  return NULL;
}

void base_language_fold(char *tag) {
  for (char *at = tag; *at != '\0'; at++) {
    *at = *at == '_' ? '-' : small(*at);
  }
  const struct language *known = language_of(tag);
  size_t size = subtag_size(tag);
  if (known != NULL) {
    memcpy(tag, known->code, 2);
    memmove(tag + 2, tag + size, strlen(tag + size) + 1);
  }
}

bool base_language_is_within(const char *tag, const char *range) {
  size_t size = strlen(range);
  return strncmp(tag, range, size) == 0 && ends_subtag(tag[size]);
}

bool base_language_is_same(const char *tag, const char *other) {
  size_t size = subtag_size(tag);
  return size == subtag_size(other) && memcmp(tag, other, size) == 0;
}

const char *base_language_name(const char *tag) {
  const struct language *known = language_of(tag);
  return known == NULL ? NULL : known->name;
}

const char *base_language_code(const char *name) {
  for (size_t i = 0; i < LANGUAGES; i++) {
    const char *known = languages[i].name;
    size_t same = 0;
    while (known[same] != '\0' && small(known[same]) == small(name[same])) {
      same++;
    }
    if (known[same] == '\0' && name[same] == '\0') {
      return languages[i].code;
    }
  }
  return NULL;
}
