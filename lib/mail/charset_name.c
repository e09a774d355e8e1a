/* SPDX-License-Identifier: MIT */
#include "mail/charset_name.h"

#include "mail/phrase.h"

#include <string.h>

enum { LONGEST_KNOWN = sizeof "unicode-1-1-utf-7" };

/* Names under which mail programs send what has another name, or more than
 * the name says. */
static const char aliases[][2][LONGEST_KNOWN] = {
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"x-gbk", "GB18030"},
    {"ks_c_5601-1987", "CP949"},
    {"euc-kr", "CP949"},
    {"shift_jis", "CP932"},
    {"shift-jis", "CP932"},
    {"x-sjis", "CP932"},
    {"unicode-1-1-utf-7", "UTF-7"},
};

static bool is_name_byte(char byte) {
  return mail_is_letter(byte) || mail_is_digit(byte) ||
         base_is_one_of(byte, "-_.:+()");
}

/* ("//" would be an option of iconv's.) */
bool mail_charset_iconv_name(struct base_slice name,
                             char buffer[MAIL_CHARSET_NAME_MAX + 1]) {
  if (name.size == 0 || name.size > MAIL_CHARSET_NAME_MAX) {
    return false;
  }
  for (size_t i = 0; i < sizeof aliases / sizeof aliases[0]; i++) {
    if (mail_equals_nocase(name, aliases[i][0])) {
      name = base_slice_of(aliases[i][1]);
      break;
    }
  }
  for (size_t i = 0; i < name.size; i++) {
    if (!is_name_byte(name.bytes[i])) {
      return false;
    }
  }
  memcpy(buffer, name.bytes, name.size);
  buffer[name.size] = '\0';
  return true;
}

enum mail_charset_shape mail_charset_shape_of(struct base_slice name) {
  static const struct {
    char start[LONGEST_KNOWN];
    enum mail_charset_shape shape;
  } known[] = {
      {"iso-2022-jp", MAIL_CHARSET_ESCAPES},
      {"utf-7", MAIL_CHARSET_UTF7},
      {"unicode-1-1-utf-7", MAIL_CHARSET_UTF7},
      {"utf-16", MAIL_CHARSET_SHIFTS},
      {"utf16", MAIL_CHARSET_SHIFTS},
      {"utf-32", MAIL_CHARSET_SHIFTS},
      {"utf32", MAIL_CHARSET_SHIFTS},
      {"ucs-", MAIL_CHARSET_SHIFTS},
      {"ucs2", MAIL_CHARSET_SHIFTS},
      {"ucs4", MAIL_CHARSET_SHIFTS},
      {"iso-10646", MAIL_CHARSET_SHIFTS},
      {"iso-2022-", MAIL_CHARSET_SHIFTS},
      {"csiso2022", MAIL_CHARSET_SHIFTS},
      {"hz", MAIL_CHARSET_SHIFTS},
      {"unicode", MAIL_CHARSET_SHIFTS},
      {"ebcdic", MAIL_CHARSET_SHIFTS},
      {"ibm037", MAIL_CHARSET_SHIFTS},
      {"cp037", MAIL_CHARSET_SHIFTS},
      {"gb", MAIL_CHARSET_PAIRS},
      {"x-gbk", MAIL_CHARSET_PAIRS},
      {"big5", MAIL_CHARSET_PAIRS},
      {"euc-", MAIL_CHARSET_PAIRS},
      {"ks_c_5601", MAIL_CHARSET_PAIRS},
  };
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
    if (mail_begins_nocase(name, known[i].start)) {
      return known[i].shape;
    }
  }
  return MAIL_CHARSET_PLAIN;
}

bool mail_charset_is_utf16(struct base_slice name) {
  return mail_is_among(name, "utf-16 utf-16le utf-16be");
}

bool mail_charset_is_utf8(struct base_slice name) {
  return mail_equals_nocase(name, "utf-8") || mail_equals_nocase(name, "utf8");
}

bool mail_charset_is_unnamed(struct base_slice name) {
  return name.size == 0 ||
         mail_is_among(name, "us-ascii ascii default unknown-8bit x-unknown");
}
