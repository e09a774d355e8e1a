/* SPDX-License-Identifier: MIT */
#include "mail/charset.h"

#include "mail/charset_name.h"
#include "mail/charset_table.h"
#include "mail/phrase.h"
#include "mail/transfer.h"
#include "mail/utf8.h"
#include "text/unicode.h"

#include <errno.h>
#include <iconv.h>

enum {
  LONGEST_INPUT = 16, /* bytes that iconv may want before it gives a
                         character: escapes are 4, GB 18030 has 4 */
  MOST_PAIRS = 64,    /* characters fed at once; each gives 4 bytes at most */
  LONGEST_OUTPUT = 4 * MOST_PAIRS,
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

/* The next `size` bytes are themselves. */
static void copy(struct stream *stream, size_t size) {
  size_t room = stream->most - stream->to->bytes.size;
  uint32_t end = stream->at + (uint32_t)(size < room ? size : room);
  mail_mapped_add_copy(stream->to, stream->from, stream->at, end);
  stream->at = end;
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
      copy(stream, mail_ascii_size(stream->from->bytes + stream->at,
                                   stream->from->size - stream->at, false));
    } else {
      uint32_t code = table[byte - 0x80];
      stream->flaws |= code == TEXT_REPLACEMENT ? MAIL_DAMAGED : 0u;
      put(stream, code, 1);
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

/*
 * iconv, fed the shortest piece that it gives a character for, so that each
 * knows its bytes:
 *
 *     ESC $ B   F |   K \   ESC ( B   A S A P       (ISO-2022-JP)
 *     no text   日     本    no text   as it stands
 *
 *     f   + A P w   -   r                    (UTF-7: what stands before a
 *     f   ü     no text   r                   character belongs to it)
 *
 * Where all characters to come have two bytes, many are fed at once.
 */
struct conversion {
  iconv_t handle;
  enum mail_charset_shape shape;
  enum { ASCII, PAIRS, OTHERS } set; /* that the last escape chose */
  bool withholds;   /* it has read bytes for which it gave nothing yet */
  uint32_t pending; /* the first of these */
};

/* A step of iconv: `size` bytes from stream->at on. */
struct step {
  char output[LONGEST_OUTPUT];
  size_t given;  /* bytes of output */
  uint32_t used; /* bytes of input */
  int error;     /* errno, or 0 */
};

static void feed(const struct stream *stream, iconv_t handle, uint32_t size,
                 struct step *step) {
  /* iconv takes its input without const and leaves it alone. */
  char *in = (char *)(uintptr_t)(stream->from->bytes + stream->at);
  char *out = step->output;
  size_t in_left = size;
  size_t out_left = sizeof step->output;
  size_t result = iconv(handle, &in, &in_left, &out, &out_left);
  step->error = result == (size_t)-1 ? errno : 0;
  step->used = size - (uint32_t)in_left;
  step->given = sizeof step->output - out_left;
}

/* In Windows-1255 and its like, iconv keeps a letter back until it knows
 * whether a point follows that makes one character with it. Point or not, the
 * letter is its own: it is asked for at once. (Where bytes shift, asking would
 * undo the shift.) */
static void feed_whole(const struct stream *stream,
                       const struct conversion *conversion, uint32_t size,
                       struct step *step) {
  feed(stream, conversion->handle, size, step);
  if (step->used > 0 && conversion->shape < MAIL_CHARSET_SHIFTS) {
    char *out = step->output + step->given;
    size_t out_left = sizeof step->output - step->given;
    iconv(conversion->handle, NULL, NULL, &out, &out_left);
    step->given = sizeof step->output - out_left;
  }
}

/* Whether a byte for which iconv gives nothing is the start of a character,
 * and no escape, nor the hyphen that ends one. */
static bool may_withhold(const struct stream *stream,
                         const struct conversion *conversion) {
  return conversion->shape == MAIL_CHARSET_UTF7 && !conversion->withholds &&
         byte_at(stream, stream->at) != '-';
}

/* The characters that an escape (RFC 1468) announces. */
static void note_escape(struct conversion *conversion, struct base_slice used) {
  if (used.size > 0 && used.bytes[0] == MAIL_ESCAPE) {
    bool ascii = base_slice_equals(used, "\x1b(B");
    bool pairs =
        base_slice_equals(used, "\x1b$B") || base_slice_equals(used, "\x1b$@");
    conversion->set = ascii ? ASCII : pairs ? PAIRS : OTHERS;
  }
}

/* One character, escape or damaged byte. */
static void convert(struct stream *stream, struct conversion *conversion) {
  struct step step;
  uint32_t left = stream->from->size - stream->at;
  uint32_t limit = left < LONGEST_INPUT ? left : LONGEST_INPUT;
  uint32_t size = 1;
  do {
    feed_whole(stream, conversion, size, &step);
  } while (step.used == 0 && step.error == EINVAL && size++ < limit);
  if (step.used == 0) {
    conversion->withholds = false; /* places never go back behind this one */
    put_damaged(stream, 1);
    return;
  }
  uint32_t start = stream->at;
  if (step.given > 0) {
    mail_mapped_add_for(stream->to, step.output, step.given, stream->from,
                        conversion->withholds ? conversion->pending : start,
                        start + step.used);
    conversion->withholds = false;
  } else if (may_withhold(stream, conversion)) {
    conversion->withholds = true;
    conversion->pending = start;
  }
  note_escape(conversion,
              (struct base_slice){stream->from->bytes + start, step.used});
  stream->at += step.used;
}

/* Bytes at hand that mean themselves. */
static size_t own_ascii_size(const struct stream *stream,
                             const struct conversion *conversion) {
  const char *bytes = stream->from->bytes + stream->at;
  size_t left = stream->from->size - stream->at;
  switch (conversion->shape) {
  case MAIL_CHARSET_PLAIN:
  case MAIL_CHARSET_PAIRS:
    return mail_ascii_size(bytes, left, false);
  case MAIL_CHARSET_ESCAPES:
    return conversion->set == ASCII ? mail_ascii_size(bytes, left, true) : 0;
  default:
    return 0;
  }
}

/* Characters of two bytes at hand. With escapes these are printable ASCII,
 * elsewhere both are above what begins and ends longer ones. */
static uint32_t count_pairs(const struct stream *stream,
                            const struct conversion *conversion) {
  enum { AFTER_THREE = 0x8f, LEAST_SECOND = 0x40 };
  bool escapes =
      conversion->shape == MAIL_CHARSET_ESCAPES && conversion->set == PAIRS;
  if (!escapes && conversion->shape != MAIL_CHARSET_PAIRS) {
    return 0;
  }
  size_t most = (stream->most - stream->to->bytes.size) / 4 + 1;
  most = most < MOST_PAIRS ? most : MOST_PAIRS;
  uint32_t count = 0;
  for (uint32_t at = stream->at; count < most && stream->from->size - at >= 2;
       at += 2) {
    unsigned char first = byte_at(stream, at);
    unsigned char second = byte_at(stream, at + 1);
    if (escapes
            ? first < 0x21 || first > 0x7e || second < 0x21 || second > 0x7e
            : first <= 0x80 || first == AFTER_THREE || second < LEAST_SECOND) {
      break;
    }
    count++;
  }
  return count;
}

/* Many characters at once; false when the first of them is damaged. */
static bool convert_pairs(struct stream *stream, struct conversion *conversion,
                          uint32_t pairs) {
  struct step step;
  feed_whole(stream, conversion, 2 * pairs, &step);
  uint32_t characters = 0;
  for (size_t i = 0; i < step.given; i++) {
    characters += !text_continues(step.output[i]);
  }
  /* What iconv gives two code points for is one unit with all around it. */
  bool each = characters * 2 == step.used;
  for (size_t i = 0; i < step.given;) {
    uint32_t code;
    size_t size =
        each ? text_decode(step.output + i, step.given - i, &code) : step.given;
    uint32_t end = stream->at + (each ? 2 : step.used);
    mail_mapped_add_for(stream->to, step.output + i, size, stream->from,
                        stream->at, end);
    stream->at = end;
    i += size;
  }
  return step.used > 0;
}

static void read_by_iconv(struct stream *stream,
                          struct conversion *conversion) {
  while (goes_on(stream)) {
    bool free = !conversion->withholds;
    size_t ascii = free ? own_ascii_size(stream, conversion) : 0;
    uint32_t pairs = free && ascii == 0 ? count_pairs(stream, conversion) : 0;
    if (ascii > 0) {
      copy(stream, ascii);
    } else if (pairs == 0 || !convert_pairs(stream, conversion, pairs)) {
      convert(stream, conversion);
    }
  }
}

/* Whether more of what is not ASCII is UTF-8 than is not. */
static bool reads_as_utf8(struct base_slice bytes) {
  size_t good = 0;
  size_t bad = 0;
  for (size_t at = 0; at < bytes.size;) {
    uint32_t code;
    uint32_t size = 1;
    at += mail_ascii_size(bytes.bytes + at, bytes.size - at, false);
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
  if (mail_charset_is_utf8(name)) {
    return true;
  }
  if (mail_charset_is_unnamed(name)) {
    return reads_as_utf8(bytes);
  }
  return mail_charset_shape_of(name) < MAIL_CHARSET_SHIFTS &&
         mail_ascii_size(bytes.bytes, bytes.size, false) == bytes.size;
}

static unsigned flaws_of(const struct stream *stream) {
  bool cut = stream->at < stream->from->size;
  return stream->flaws | (cut ? MAIL_CUT : MAIL_FLAWLESS);
}

/* Of what iconv_open says, one thing alone means that it lacks the charset. */
static unsigned decode_by_iconv(struct stream *stream, struct base_slice name) {
  char known[MAIL_CHARSET_NAME_MAX + 1];
  if (!mail_charset_iconv_name(name, known)) {
    return MAIL_UNKNOWN;
  }
  struct conversion conversion = {.handle = iconv_open("UTF-8", known),
                                  .shape = mail_charset_shape_of(name)};
  if (conversion.handle == (iconv_t)-1) {
    bool lacks = errno == EINVAL;
    stream->to->bytes.failed = stream->to->bytes.failed || !lacks;
    return MAIL_UNKNOWN;
  }
  read_by_iconv(stream, &conversion);
  iconv_close(conversion.handle);
  return flaws_of(stream);
}

unsigned mail_charset_decode(struct base_slice name,
                             const struct text_source *from, size_t most,
                             struct mail_mapped *text) {
  struct stream stream = {.from = from, .most = most, .to = text};
  struct base_slice bytes = {from->bytes, from->size};
  size_t room = most - text->bytes.size;
  base_buffer_make_room(&text->bytes, from->size < room ? from->size : room);
  if (mail_charset_keeps(name, bytes)) {
    stream.at = from->size < room ? from->size : (uint32_t)room;
    mail_mapped_add_copy(text, from, 0, stream.at);
    return flaws_of(&stream);
  }
  const uint16_t *table = mail_charset_table(
      mail_charset_is_unnamed(name) ? base_slice_of("windows-1252") : name);
  if (table != NULL) {
    read_single_bytes(&stream, table);
    return flaws_of(&stream);
  }
  if (mail_charset_is_utf16(name)) {
    read_utf16(&stream, is_big_endian(&stream, name));
    return flaws_of(&stream);
  }
  return decode_by_iconv(&stream, name);
}
