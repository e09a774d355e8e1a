/* SPDX-License-Identifier: MIT */
/*
 * A text in the making, each of whose bytes knows its raw place.
 *
 *     raw        Gr=C3=BC=\n␣e &amp; Gru=C3=9F     (quoted-printable HTML)
 *     decoding   Grü e &amp; Gruß                  units =C3=BC and =C3=9F
 *     HTML       Grü e & Gruß                      &amp; becomes one unit, too
 *
 * A step of decoding reads one text_source and makes the next; the segments
 * always name the raw input, however many steps lie between.
 */
#ifndef COURTESY_MAIL_MAPPED_H
#define COURTESY_MAIL_MAPPED_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/vector.h"
#include "mail/hue.h"
#include "text/source.h"

#include <courtesy/types.h>

#include <stdbool.h>

BASE_VECTOR(mail_segments, struct text_segment);

struct mail_mapped {
  struct base_buffer bytes;
  struct mail_segments segments;
};

/* A stretch of such a text whose zone its markup tells: a quote, a
 * signature. One that has a hue tells that and no zone, and stands behind those
 * that have none. */
struct mail_marked {
  enum courtesy_zone zone;
  enum mail_hue hue;
  uint32_t start;
  uint32_t end;
};

BASE_VECTOR(mail_marks, struct mail_marked);

void mail_mapped_destroy(struct mail_mapped *mapped);

/* What it holds as a string in the arena, and destroys it; NULL when memory
 * ran out: see the arena. */
const char *mail_mapped_string(struct mail_mapped *mapped,
                               struct base_arena *arena);

/* Whether memory ran out on the way. */
bool mail_mapped_failed(const struct mail_mapped *mapped);

/* Adds bytes that are the raw bytes from `raw_start` on. */
void mail_mapped_add_raw(struct mail_mapped *mapped, const char *bytes,
                         size_t size, uint32_t raw_start);

/* Adds bytes that stand for raw[raw_start, raw_start + raw_length) as one
 * unit, such as "ü" for "=C3=BC". */
void mail_mapped_add_unit(struct mail_mapped *mapped, const char *bytes,
                          size_t size, uint32_t raw_start, uint32_t raw_length);

/* The same for many units in a row, of three bytes that stand for four raw
 * ones each, as base64 has them. */
void mail_mapped_add_quads(struct mail_mapped *mapped, const char *bytes,
                           size_t count, uint32_t raw_start);

/* Adds text[start, end) of an earlier step as it is, map included. */
void mail_mapped_add_copy(struct mail_mapped *mapped,
                          const struct text_source *from, uint32_t start,
                          uint32_t end);

/* Adds bytes that stand for text[start, end) of an earlier step as one unit,
 * such as "&" for "&amp;", or a line end for "<br>". */
void mail_mapped_add_for(struct mail_mapped *mapped, const char *bytes,
                         size_t size, const struct text_source *from,
                         uint32_t start, uint32_t end);

/* The text so far as a source; valid until something is added. */
struct text_source mail_mapped_source(const struct mail_mapped *mapped);

#endif
