/* SPDX-License-Identifier: MIT */
#include "mail/binary.h"

#include <stdint.h>

/* In compressed data every byte is as frequent as any other, so that one in ten
 * is a control character; other formats have more. */
enum {
  MOST_LOOKED_AT = 8192, /* bytes, enough for a format's own headers */
  MOST_STRAY = 4,        /* control characters of a text, however short, */
  TEXT_FOR_STRAY = 32,   /* and one more for so many bytes */
};

/* Those that programs put into text: HT, LF, VT, FF, CR, ESC. */
static bool is_of_text(char byte) {
  return (byte >= '\t' && byte <= '\r') || byte == '\033';
}

static size_t count_strays(struct base_slice bytes) {
  size_t strays = 0;
  for (size_t i = 0; i < bytes.size; i++) {
    char byte = bytes.bytes[i];
    strays += (unsigned char)byte < ' ' && !is_of_text(byte);
  }
  return strays;
}

size_t mail_binary_zero(struct base_slice bytes) {
  if (bytes.size > MOST_LOOKED_AT) {
    bytes.size = MOST_LOOKED_AT;
  }
  size_t zero = base_slice_find(bytes, '\0');
  return zero < bytes.size &&
                 count_strays(bytes) > MOST_STRAY + bytes.size / TEXT_FOR_STRAY
             ? zero
             : SIZE_MAX;
}

bool mail_is_rtf_or_pdf(struct base_slice bytes) {
  return base_slice_begins(bytes, "{\\rtf") ||
         base_slice_begins(bytes, "%PDF-");
}
