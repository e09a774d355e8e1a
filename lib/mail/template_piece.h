/* SPDX-License-Identifier: MIT */
/*
 * The placeholders of a template, and which of them belong together:
 *
 *     by {% if urgent %}noon{% else %}Friday{% endif %}, please
 *        opens              parts, resumes at closes
 */
#ifndef COURTESY_MAIL_TEMPLATE_PIECE_H
#define COURTESY_MAIL_TEMPLATE_PIECE_H

#include "base/vector.h"
#include "mail/placeholder.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct mail_template_piece {
  struct mail_placeholder placeholder;
  size_t resumes; /* what begins here is left out up to this piece; 0: it is
                     not */

  /* What that is told by: */
  uint32_t first_line; /* that it begins and ends on, from 0 */
  uint32_t last_line;
  bool follows_text; /* on its line */
  bool precedes_text;
  uint32_t tag;    /* that it stands in: the place behind its `<`; 0: none */
  uint32_t breaks; /* stretches before it that hold the end of a sentence or
                      the tag of a block */
  size_t closer;   /* of what opens a block; 0: none */
  size_t next;     /* of what opens or parts it: the next part, or closer */
};

BASE_VECTOR(mail_template_pieces, struct mail_template_piece);

/* Adds those from text[start] on. A block is put together from its pieces, and
 * of a part of a sentence only the first alternative stays; so does a tag
 * without conditions. Returns false when memory ran out. */
bool mail_template_pieces_find(const struct mail_template_text *text,
                               uint32_t start,
                               struct mail_template_pieces *pieces);

#endif
