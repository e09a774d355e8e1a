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
  const char *script;            /* ISO 15924 */
  const char *codes[MOST_CODES]; /* others: ISO 639-2, by its own name and by
                                      ours; of its written forms */
} languages[] = {
    {"Armenian", "hy", "armn", {"hye", "arm"}},
    {"Bulgarian", "bg", "cyrl", {"bul"}},
    {"Burmese", "my", "mymr", {"mya", "bur"}},
    {"Catalan", "ca", "latn", {"cat"}},
    {"Chinese", "zh", "hani", {"zho", "chi"}},
    {"Croatian", "hr", "latn", {"hrv"}},
    {"Czech", "cs", "latn", {"ces", "cze"}},
    {"Danish", "da", "latn", {"dan"}},
    {"Dutch", "nl", "latn", {"nld", "dut"}},
    {"English", "en", "latn", {"eng"}},
    {"Estonian", "et", "latn", {"est"}},
    {"Finnish", "fi", "latn", {"fin"}},
    {"French", "fr", "latn", {"fra", "fre"}},
    {"Georgian", "ka", "geor", {"kat", "geo"}},
    {"German", "de", "latn", {"deu", "ger"}},
    {"Greek", "el", "grek", {"ell", "gre"}},
    {"Gujarati", "gu", "gujr", {"guj"}},
    {"Hebrew", "he", "hebr", {"heb"}},
    {"Hungarian", "hu", "latn", {"hun"}},
    {"Italian", "it", "latn", {"ita"}},
    {"Japanese", "ja", "jpan", {"jpn"}},
    {"Kannada", "kn", "knda", {"kan"}},
    {"Khmer", "km", "khmr", {"khm"}},
    {"Korean", "ko", "kore", {"kor"}},
    {"Lao", "lo", "laoo", {"lao"}},
    {"Latvian", "lv", "latn", {"lav"}},
    {"Lithuanian", "lt", "latn", {"lit"}},
    {"Malayalam", "ml", "mlym", {"mal"}},
    {"Norwegian", "no", "latn", {"nor", "nb", "nn", "nob", "nno"}},
    {"Odia", "or", "orya", {"ori"}},
    {"Polish", "pl", "latn", {"pol"}},
    {"Portuguese", "pt", "latn", {"por"}},
    {"Punjabi", "pa", "guru", {"pan"}},
    {"Romanian", "ro", "latn", {"ron", "rum"}},
    {"Russian", "ru", "cyrl", {"rus"}},
    {"Serbian", "sr", "cyrl", {"srp"}},
    {"Sinhala", "si", "sinh", {"sin"}},
    {"Slovak", "sk", "latn", {"slk", "slo"}},
    {"Slovenian", "sl", "latn", {"slv"}},
    {"Spanish", "es", "latn", {"spa"}},
    {"Swedish", "sv", "latn", {"swe"}},
    {"Tamil", "ta", "taml", {"tam"}},
    {"Telugu", "te", "telu", {"tel"}},
    {"Thai", "th", "thai", {"tha"}},
    {"Turkish", "tr", "latn", {"tur"}},
    {"Ukrainian", "uk", "cyrl", {"ukr"}},
};

enum { LANGUAGES = sizeof languages / sizeof languages[0] };

/* The scripts that tell no language. */
static const struct script {
  const char *name;
  const char *code; /* ISO 15924 */
} scripts[] = {
    {"Arabic", "arab"},     {"Bengali", "beng"},  {"Cyrillic", "cyrl"},
    {"Devanagari", "deva"}, {"Ethiopic", "ethi"},
};

enum { SCRIPTS = sizeof scripts / sizeof scripts[0] };

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

bool base_language_is_undetermined(const char *tag) {
  return (*tag == 'u' && base_language_is_same(tag, "und")) ||
         (*tag == 'm' && base_language_is_same(tag, "mul"));
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
  return *tag == *code && strncmp(tag, code, size) == 0 && code[size] == '\0';
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

/* What follows "und-" in a tag of that kind. */
static const char *undetermined_script(const char *tag) {
  return base_language_is_undetermined(tag) && tag[3] != '\0' ? tag + 4 : NULL;
}

bool base_language_may_be(const char *tag, const char *other) {
  const char *script = undetermined_script(tag);
  const struct language *known = language_of(other);
  return script == NULL || known == NULL || strcmp(known->script, script) == 0;
}

const char *base_language_script_name(const char *tag) {
  const char *script = undetermined_script(tag);
  for (size_t i = 0; script != NULL && i < SCRIPTS; i++) {
    if (strcmp(scripts[i].code, script) == 0) {
      return scripts[i].name;
    }
  }
  return NULL;
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
