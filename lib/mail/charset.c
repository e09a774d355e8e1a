/* SPDX-License-Identifier: MIT */
#include "mail/charset.h"

#include "base/block.h"
#include "mail/charset_table.h"
#include "mail/phrase.h"
#include "mail/transfer.h"
#include "text/unicode.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

enum {
  LONGEST_NAME = 40,  /* of a charset: the longest registered has 45 bytes,
                         and no mail program sends those */
  LONGEST_INPUT = 16, /* bytes that iconv may want before it gives a
                         character: escapes are 4, GB 18030 has 4 */
  LONGEST_OUTPUT = 64
};

/* A text on its way to UTF-8. */
struct stream {
  const struct text_source *from;
  uint32_t at; /* what was not read yet */
  size_t most;
  struct mail_mapped *to;
  unsigned flaws;
};

static bool goes_on(const struct stream *stream) {
  return stream->at < stream->from->size &&
         stream->to->bytes.size < stream->most;
}

static unsigned char byte_at(const struct stream *stream, uint32_t at) {
  return (unsigned char)stream->from->bytes[at];
}

/* The bytes of ASCII at the start of `bytes`. */
static size_t ascii_size(const char *bytes, size_t size) {
  for (size_t at = 0; at < size; at += BASE_BLOCK) {
    uint64_t wide = base_block_bits(base_block_start(bytes + at, size - at));
    if (wide != 0) {
      return at + (size_t)__builtin_ctzll(wide);
    }
  }
  return size;
}

static void copy_ascii(struct stream *stream) {
  uint32_t size = (uint32_t)ascii_size(stream->from->bytes + stream->at,
                                       stream->from->size - stream->at);
  size_t room = stream->most - stream->to->bytes.size;
  size = size < room ? size : (uint32_t)room;
  mail_mapped_add_copy(stream->to, stream->from, stream->at, stream->at + size);
  stream->at += size;
}

/* The next `size` bytes are one character. */
static void put(struct stream *stream, uint32_t code, uint32_t size) {
  char bytes[4];
  uint32_t length = text_encode(code, bytes);
  mail_mapped_add_for(stream->to, bytes, length, stream->from, stream->at,
                      stream->at + size);
  stream->at += size;
}

static void put_damaged(struct stream *stream, uint32_t size) {
  stream->flaws |= MAIL_DAMAGED;
  put(stream, TEXT_REPLACEMENT, size);
}

static void read_single_bytes(struct stream *stream, const uint16_t *table) {
  while (goes_on(stream)) {
    unsigned char byte = byte_at(stream, stream->at);
    if (byte < 0x80) {
      copy_ascii(stream);
    } else {
      put(stream, table[byte - 0x80], 1);
    }
  }
}

static uint32_t unit_at(const struct stream *stream, uint32_t at, bool big) {
  uint32_t first = byte_at(stream, at);
  uint32_t second = byte_at(stream, at + 1);
  return big ? first << 8 | second : second << 8 | first;
}

static bool is_low_surrogate(uint32_t unit) {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/* RFC 2781. */
static void read_utf16(struct stream *stream, bool big) {
  while (goes_on(stream)) {
    uint32_t left = stream->from->size - stream->at;
    if (left < 2) {
      put_damaged(stream, left);
      return;
    }
    uint32_t unit = unit_at(stream, stream->at, big);
    uint32_t next = left < 4 ? 0 : unit_at(stream, stream->at + 2, big);
    if (unit < 0xd800 || unit > 0xdfff) {
      put(stream, unit, 2);
    } else if (unit <= 0xdbff && is_low_surrogate(next)) {
      put(stream, 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00), 4);
    } else {
      put_damaged(stream, 2);
    }
  }
}

/* Takes off a byte order mark; without one, and where the name does not tell,
 * a first character of ASCII does. */
static bool is_big_endian(struct stream *stream, struct base_slice name) {
  bool named = mail_equals_nocase(name, "utf-16be");
  bool little = mail_equals_nocase(name, "utf-16le");
  if (stream->from->size < 2) {
    return named;
  }
  uint32_t first = unit_at(stream, 0, true);
  if (first == 0xfeff || first == 0xfffe) {
    stream->at = 2;
    return first == 0xfeff;
  }
  return named || (!little && (first & 0xff) != 0);
}

/* iconv, fed the shortest piece that it gives a character for.
 *
 *     ESC $ B   F |   K \   ESC ( B          (ISO-2022-JP)
 *     no text   日     本    no text
 *
 *     f   + A P w   -   r                    (UTF-7: what stands before a
 *     f   ü     no text   r                   character belongs to it)
 */
struct conversion {
  iconv_t handle;
  bool shifts; /* bytes of ASCII do not always mean ASCII */
  bool is_utf7;
  bool withholds;   /* it has read bytes for which it gave nothing yet */
  uint32_t pending; /* the first of these */
};

/* Whether a byte for which iconv gives nothing is the start of a character,
 * and no escape, nor the hyphen that ends one. */
static bool may_withhold(const struct stream *stream,
                         const struct conversion *conversion) {
  bool starts = conversion->is_utf7 ? byte_at(stream, stream->at) != '-'
                                    : !conversion->shifts;
  return starts && !conversion->withholds;
}

/* One character, escape or damaged byte. */
static void convert(struct stream *stream, struct conversion *conversion) {
  char output[LONGEST_OUTPUT];
  uint32_t left = stream->from->size - stream->at;
  uint32_t limit = left < LONGEST_INPUT ? left : LONGEST_INPUT;
  for (uint32_t size = 1; size <= limit; size++) {
    /* iconv takes its input without const and leaves it alone. */
    char *in = (char *)(uintptr_t)(stream->from->bytes + stream->at);
    char *out = output;
    size_t in_left = size;
    size_t out_left = sizeof output;
    size_t result = iconv(conversion->handle, &in, &in_left, &out, &out_left);
    int error = result == (size_t)-1 ? errno : 0;
    uint32_t used = size - (uint32_t)in_left;
    size_t given = sizeof output - out_left;
    if (used > 0) {
      uint32_t end = stream->at + used;
      if (given > 0) {
        mail_mapped_add_for(
            stream->to, output, given, stream->from,
            conversion->withholds ? conversion->pending : stream->at, end);
        conversion->withholds = false;
      } else if (may_withhold(stream, conversion)) {
        conversion->withholds = true;
        conversion->pending = stream->at;
      }
      stream->at = end;
      return;
    }
    if (error != EINVAL) {
      break;
    }
  }
  put_damaged(stream, 1);
}

/* What iconv kept back at the end. */
static void finish(struct stream *stream, struct conversion *conversion) {
  char output[LONGEST_OUTPUT];
  char *out = output;
  size_t out_left = sizeof output;
  iconv(conversion->handle, NULL, NULL, &out, &out_left);
  size_t given = sizeof output - out_left;
  if (conversion->withholds && given > 0) {
    mail_mapped_add_for(stream->to, output, given, stream->from,
                        conversion->pending, stream->at);
  }
}

static void read_by_iconv(struct stream *stream,
                          struct conversion *conversion) {
  while (goes_on(stream)) {
    if (!conversion->shifts && !conversion->withholds &&
        byte_at(stream, stream->at) < 0x80) {
      copy_ascii(stream);
    } else {
      convert(stream, conversion);
    }
  }
  finish(stream, conversion);
}

/* Names under which mail programs send what has another name, or more than
 * the name says. */
static const char *const aliases[][2] = {
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"x-gbk", "GB18030"},
    {"ks_c_5601-1987", "CP949"},
    {"euc-kr", "CP949"},
    {"shift_jis", "CP932"},
    {"shift-jis", "CP932"},
    {"x-sjis", "CP932"},
    {"iso-8859-8-i", "ISO-8859-8"},
    {"unicode-1-1-utf-7", "UTF-7"},
    {"x-mac-roman", "MACINTOSH"},
    {"cp-850", "CP850"},
};

static bool is_name_byte(char byte) {
  return mail_is_letter(byte) || mail_is_digit(byte) ||
         (byte != '\0' && strchr("-_.:+()", byte) != NULL);
}

/* The name for iconv; false when it cannot be one. ("//" would be an option
 * of iconv's.) */
static bool iconv_name(struct base_slice name, char buffer[LONGEST_NAME + 1]) {
  if (name.size == 0 || name.size > LONGEST_NAME) {
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

static bool starts_with(struct base_slice name, const char *start) {
  size_t size = strlen(start);
  return name.size >= size &&
         mail_equals_nocase((struct base_slice){name.bytes, size}, start);
}

/* Charsets in which a byte of ASCII may be part of something else. */
static bool is_shifting(struct base_slice name) {
  static const char *const starts[] = {"utf-7",     "unicode-1-1-utf-7",
                                       "utf-16",    "utf16",
                                       "utf-32",    "utf32",
                                       "ucs-",      "ucs2",
                                       "ucs4",      "iso-10646",
                                       "iso-2022-", "csiso2022",
                                       "hz",        "unicode",
                                       "ebcdic",    "ibm037",
                                       "cp037"};
  for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
    if (starts_with(name, starts[i])) {
      return true;
    }
  }
  return false;
}

static bool is_utf16(struct base_slice name) {
  return mail_equals_nocase(name, "utf-16") ||
         mail_equals_nocase(name, "utf-16le") ||
         mail_equals_nocase(name, "utf-16be");
}

static bool is_utf7(struct base_slice name) {
  return mail_equals_nocase(name, "utf-7") ||
         mail_equals_nocase(name, "unicode-1-1-utf-7");
}

static bool is_utf8(struct base_slice name) {
  return mail_equals_nocase(name, "utf-8") || mail_equals_nocase(name, "utf8");
}

/* Nothing said, or what says nothing. */
static bool is_unnamed(struct base_slice name) {
  static const char *const words[] = {"",        "us-ascii",     "ascii",
                                      "default", "unknown-8bit", "x-unknown"};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    if (mail_equals_nocase(name, words[i])) {
      return true;
    }
  }
  return false;
}

/* Whether more of what is not ASCII is UTF-8 than is not. */
static bool reads_as_utf8(struct base_slice bytes) {
  size_t good = 0;
  size_t bad = 0;
  for (size_t at = 0; at < bytes.size;) {
    uint32_t code;
    uint32_t size = 1;
    at += ascii_size(bytes.bytes + at, bytes.size - at);
    if (at < bytes.size) {
      size = text_decode(bytes.bytes + at, bytes.size - at, &code);
      good += size > 1;
      bad += size == 1;
      at += size;
    }
  }
  return good >= bad;
}

bool mail_charset_keeps(struct base_slice name, struct base_slice bytes) {
  if (is_utf8(name)) {
    return true;
  }
  if (is_unnamed(name)) {
    return reads_as_utf8(bytes);
  }
  return !is_shifting(name) &&
         ascii_size(bytes.bytes, bytes.size) == bytes.size;
}

static unsigned flaws_of(const struct stream *stream) {
  bool cut = stream->at < stream->from->size;
  return stream->flaws | (cut ? MAIL_CUT : MAIL_FLAWLESS);
}

unsigned mail_charset_decode(struct base_slice name,
                             const struct text_source *from, size_t most,
                             struct mail_mapped *text) {
  struct stream stream = {.from = from, .most = most, .to = text};
  struct base_slice bytes = {from->bytes, from->size};
  if (mail_charset_keeps(name, bytes)) {
    size_t room = most - text->bytes.size;
    stream.at = from->size < room ? from->size : (uint32_t)room;
    mail_mapped_add_copy(text, from, 0, stream.at);
    return flaws_of(&stream);
  }
  const uint16_t *table = mail_charset_table(
      is_unnamed(name) ? base_slice_of("windows-1252") : name);
  if (table != NULL) {
    read_single_bytes(&stream, table);
    return flaws_of(&stream);
  }
  if (is_utf16(name)) {
    read_utf16(&stream, is_big_endian(&stream, name));
    return flaws_of(&stream);
  }
  char known[LONGEST_NAME + 1];
  struct conversion conversion = {.handle = (iconv_t)-1,
                                  .shifts = is_shifting(name),
                                  .is_utf7 = is_utf7(name)};
  if (iconv_name(name, known)) {
    conversion.handle = iconv_open("UTF-8", known);
  }
  if (conversion.handle == (iconv_t)-1) {
    return MAIL_UNKNOWN;
  }
  read_by_iconv(&stream, &conversion);
  iconv_close(conversion.handle);
  return flaws_of(&stream);
}
