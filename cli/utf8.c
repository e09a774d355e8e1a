/* SPDX-License-Identifier: MIT */
#include "utf8.h"

#include "lanes.h"

#include <string.h>

static const struct cli_character broken = {0xFFFD, 1, false};

struct cli_character cli_utf8_decode(const char *bytes, size_t size) {
  unsigned char lead = (unsigned char)bytes[0];
  if (lead < 0x80) {
    return (struct cli_character){lead, 1, true};
  }
  uint8_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || length > size) {
    return broken;
  }
  uint32_t code_point = lead & (0x7Fu >> length);
  for (uint8_t i = 1; i < length; i++) {
    if (!cli_utf8_continues(bytes[i])) {
      return broken;
    }
    code_point = code_point << 6 | ((unsigned char)bytes[i] & 0x3Fu);
  }
  static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  if (code_point < smallest[length] || code_point > 0x10FFFF ||
      (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    return broken;
  }
  return (struct cli_character){code_point, length, true};
}

size_t cli_utf8_plain_size(const char *bytes, size_t size) {
  size_t at = 0;
  while (size - at >= sizeof(cli_lanes)) {
    cli_lanes lanes = cli_lanes_at(bytes + at);
    if (cli_lanes_any((lanes < 0x20) | (lanes == 0x7F))) {
      break;
    }
    at += sizeof lanes;
  }
  while (at < size && bytes[at] >= 0x20 && bytes[at] < 0x7F) {
    at++;
  }
  return at;
}

size_t cli_utf8_mark_size(const char *bytes, size_t size) {
  enum { SIZE = 3 };
  return size >= SIZE && memcmp(bytes, "\xEF\xBB\xBF", SIZE) == 0 ? SIZE : 0;
}

bool cli_is_utf16(const char *bytes, size_t size) {
  return size >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 ||
                       memcmp(bytes, "\xFE\xFF", 2) == 0 || bytes[0] == '\0' ||
                       bytes[1] == '\0');
}

size_t cli_utf8_encode(uint32_t code_point, char out[4]) {
  if (code_point < 0x80) {
    out[0] = (char)code_point;
    return 1;
  }
  size_t size = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
  for (size_t i = size - 1; i > 0; i--) {
    out[i] = (char)(0x80 | (code_point & 0x3F));
    code_point >>= 6;
  }
  static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
  out[0] = (char)(leads[size] | code_point);
  return size;
}

struct range {
  uint32_t first;
  uint32_t last;
};

static bool in_ranges(uint32_t code_point, const struct range *ranges,
                      size_t count) {
  for (size_t i = 0; i < count && ranges[i].first <= code_point; i++) {
    if (code_point <= ranges[i].last) {
      return true;
    }
  }
  return false;
}

/* Whole blocks rather than exact classes: a caret that is one column off
 * below a rare letter does no harm. */
static const struct range no_columns[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489},   {0x0591, 0x05BD}, {0x0610, 0x061A},
    {0x064B, 0x065F}, {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF}, {0x200B, 0x200F},
    {0x2060, 0x2064}, {0x20D0, 0x20FF},   {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
    {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
};
static const struct range two_columns[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD},
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

unsigned cli_utf8_width(uint32_t code_point) {
  if (code_point < 0x300) {
    return 1;
  }
  if (in_ranges(code_point, no_columns, COUNT(no_columns))) {
    return 0;
  }
  return in_ranges(code_point, two_columns, COUNT(two_columns)) ? 2 : 1;
}

bool cli_utf8_steers(uint32_t code_point) {
  static const struct range steering[] = {
      {0x0000, 0x001F}, {0x007F, 0x009F}, {0x061C, 0x061C},
      {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069},
  };
  return (code_point < 0x20 || code_point >= 0x7F) &&
         in_ranges(code_point, steering, COUNT(steering));
}

bool cli_is_word(const char *bytes, const char *small, size_t size) {
  size_t i = 0;
  while (i < size) {
    bool capital = bytes[i] >= 'A' && bytes[i] <= 'Z';
    if ((capital ? bytes[i] | 0x20 : bytes[i]) != small[i]) {
      return false;
    }
    i++;
  }
  return true;
}

bool cli_name_ends(const char *name, const char *ending) {
  size_t size = strlen(name);
  size_t end = strlen(ending);
  return size > end && cli_is_word(name + size - end, ending, end);
}
