/* SPDX-License-Identifier: MIT */
/*
 * One text as mails in many encodings, each of which tells where it put every
 * byte of the text. The encoders share nothing with the library, so that what
 * they say is the truth to hold it to.
 */
#ifndef COURTESY_TESTS_ENVELOPE_H
#define COURTESY_TESTS_ENVELOPE_H

#include <stddef.h>

/* The smallest whole unit that a byte of the text became part of. */
struct place {
  size_t start;
  size_t end;
};

struct envelope {
  char mail[16384];
  size_t size;
  size_t text_size;
  struct place places[1024]; /* of each byte of the text */
};

/* Writes the text, in UTF-8 with CRLF, as a mail. */
typedef void envelope_encoder(struct envelope *envelope, const char *text);

envelope_encoder envelope_8bit;
envelope_encoder envelope_quoted_printable;
envelope_encoder envelope_base64;
envelope_encoder envelope_latin1;
envelope_encoder envelope_latin1_in_base64;
envelope_encoder envelope_utf16;
envelope_encoder envelope_iso_2022_jp;
envelope_encoder envelope_flowed;
envelope_encoder envelope_delsp;
envelope_encoder envelope_html;

/* Puts a mail into a multipart/alternative in a multipart/mixed. */
void envelope_nest(struct envelope *envelope);

/* Makes each CRLF CR CR LF, as some transports do. */
void envelope_mangle(struct envelope *envelope);

#endif
