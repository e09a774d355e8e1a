/* SPDX-License-Identifier: MIT */
/*
 * The structure of a mail (RFC 2045, RFC 2046), read in one pass over its
 * bytes and kept as a flat list in their order:
 *
 *     0 multipart/mixed              end 5
 *     1   multipart/alternative      end 4, parent 0
 *     2     text/plain               end 3, parent 1
 *     3     text/html                end 4, parent 1
 *     4   application/pdf            end 5, parent 0
 */
#ifndef COURTESY_MAIL_MIME_H
#define COURTESY_MAIL_MIME_H

#include "base/arena.h"
#include "base/slice.h"
#include "base/vector.h"
#include "mail/header.h"
#include "mail/transfer.h"

#include <courtesy/message.h>

#include <stdbool.h>
#include <stdint.h>

enum {
  /* Mail programs nest five deep at most; what is deeper wants to harm. */
  MAIL_NESTING_MAX = 32,
  /* A digest of a mailing list has some hundred. */
  MAIL_PARTS_MAX = 1000,
};

enum mail_media {
  MAIL_MEDIA_OTHER = 0,
  MAIL_MEDIA_PLAIN,
  MAIL_MEDIA_HTML,
  MAIL_MEDIA_MULTIPART,
  MAIL_MEDIA_MESSAGE, /* message/rfc822: one part follows, below its header */
};

/* Why nothing of a part is read that holds a text; see seal.h. */
enum mail_seal {
  MAIL_UNSEALED = 0,
  MAIL_ENCRYPTED,
  MAIL_OPAQUE, /* in one block with its signature, or it may be encrypted */
};

struct mail_part {
  uint32_t parent; /* its own number for the mail itself */
  uint32_t end;    /* number after its last part */
  uint32_t depth;
  enum mail_media media;
  enum mail_transfer transfer;
  enum courtesy_part_use use; /* see choice.h */
  enum mail_seal seal;
  uint32_t html_form; /* of a plain text: number of the HTML beside it; or 0 */
  struct base_slice type;    /* "text/plain" as written, or as is the default */
  struct base_slice charset; /* empty when nothing is said */
  struct base_slice encoding; /* the same */
  const char *name;           /* of the file; NULL when nothing is said */
  const char *boundary;       /* between parts; the same */
  const char *smime_type;     /* of S/MIME (RFC 8551); the same, but "" */
  bool flowed;
  bool delsp;
  bool is_attached; /* Content-Disposition: attachment */
  bool answers;     /* an invitation (RFC 5546) */
  bool has_id;      /* Content-ID: other parts show it */
  bool links_known;
  size_t links;           /* in its markup, once it was decoded */
  struct base_slice body; /* encoded, without the line end before a boundary */
};

/* Whether its text is wanted, if only as that of a mail passed on. */
static inline bool mail_part_is_read(const struct mail_part *part) {
  return part->use == COURTESY_PART_LINTED ||
         part->use == COURTESY_PART_FORWARDED;
}

BASE_VECTOR(mail_part_list, struct mail_part);

/* A limit that was met, or a structure that is damaged. */
struct mail_trouble {
  const char *code;
  const char *message;
  size_t offset;
};

BASE_VECTOR(mail_troubles, struct mail_trouble);

struct mail_structure {
  struct mail_part_list parts;
  struct mail_troubles troubles;
};

/* Reads the parts of a mail whose header ends at `body`. Strings go into the
 * arena, slices into the mail. What memory ran out for shows in the vectors
 * and the arena. */
void mail_structure_read(struct base_slice mail, size_t body,
                         const struct mail_fields *fields,
                         struct base_arena *arena,
                         struct mail_structure *structure);
void mail_structure_destroy(struct mail_structure *structure);

#endif
