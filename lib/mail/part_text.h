/* SPDX-License-Identifier: MIT */
/*
 * The text of one part of a mail, from its bytes on.
 *
 *     transfer encoding ─> charset ─> placeholders ─> HTML or format=flowed
 *
 * A step is left out where it would change nothing.
 */
#ifndef COURTESY_MAIL_PART_TEXT_H
#define COURTESY_MAIL_PART_TEXT_H

#include "base/slice.h"
#include "mail/mapped.h"
#include "mail/message.h"
#include "mail/mime.h"

enum mail_step {
  MAIL_STEP_TRANSFER = 0,
  MAIL_STEP_CHARSET,
  MAIL_STEP_TEMPLATE,
  MAIL_STEP_FORMAT,
  MAIL_STEPS,
};

/* Zeroed but for its message at first, and used for one part after another. */
struct mail_part_text {
  struct courtesy_message *message; /* where problems are noted */
  struct mail_part *part;
  struct base_slice charset;           /* of the part, as said by it or in it */
  struct mail_mapped made[MAIL_STEPS]; /* by the steps that were not left out */
  struct text_source source;           /* what the last one made */
  struct mail_marks marks;             /* of its markup */
  bool failed;                         /* memory ran out, for any part */
};

/* Takes the next part; the source is its bytes as they stand. */
void mail_part_text_begin(struct mail_part_text *text, struct mail_part *part);

/* Whether the part's bytes can be had; tells it, and marks the part as unread,
 * if not. */
bool mail_part_text_is_readable(struct mail_part_text *text);

/* Whether no step would change anything. */
bool mail_part_text_is_verbatim(const struct mail_part_text *text);

/* Runs the steps, up to `most` bytes each. Returns false when the part is no
 * text, whatever its type says: there is then nothing of it. */
bool mail_part_text_decode(struct mail_part_text *text, size_t most);

/* What is said to be UTF-8 is not decoded, and may yet be damaged. */
void mail_part_text_check_utf8(struct mail_part_text *text);

/* Notes a problem with all of the part. */
void mail_part_text_tell(struct mail_part_text *text, const char *code,
                         const char *message);

static inline struct base_slice mail_part_text_bytes(
    const struct mail_part_text *text) {
  return (struct base_slice){text->source.bytes, text->source.size};
}

/* Lets go of what was made of the part. */
void mail_part_text_forget(struct mail_part_text *text);
void mail_part_text_destroy(struct mail_part_text *text);

#endif
