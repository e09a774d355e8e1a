/* SPDX-License-Identifier: MIT */
/*
 * The message as the session sees it: sources, regions of one zone each, and
 * facts. Rules are unknown here.
 */
#ifndef COURTESY_MAIL_MESSAGE_H
#define COURTESY_MAIL_MESSAGE_H

#include "base/arena.h"
#include "base/vector.h"
#include "mail/mapped.h"
#include "mail/position.h"
#include "mail/subject.h"
#include "text/source.h"

#include <courtesy/message.h>

/* Numbers of a message's sources. */
enum { MAIL_SOURCE_TEXT = 0, MAIL_SOURCE_SUBJECT, MAIL_SOURCE_COUNT };

/* A stretch of one zone without blank lines, markup or surrounding blanks.
 * The author's own words are COURTESY_ZONE_BODY here: greeting and closing
 * are told by the session, which has the word lists. */
struct mail_region {
  enum courtesy_zone zone;
  uint8_t source;
  bool after_blank_line; /* or first of its zone: see text_region */
  uint32_t start;        /* bytes of the source */
  uint32_t end;
};

BASE_VECTOR(mail_regions, struct mail_region);
BASE_VECTOR(mail_problems, struct courtesy_problem);

struct courtesy_message {
  struct base_arena arena;
  enum courtesy_kind kind;
  struct courtesy_origin origin; /* of `raw`: sources and regions count from
                                    there, what the host sees does not */
  const char *raw;               /* a copy of the input */
  size_t raw_size;
  struct text_source sources[MAIL_SOURCE_COUNT];
  bool is_sealed;           /* a part holds a text that was not read: seal.h */
  bool is_wide;             /* a draft in UTF-16: */
  struct mail_mapped whole; /* all of it in UTF-8 */
  struct mail_mapped text;  /* decoded from `raw` or `whole`; else empty */
  struct mail_mapped subject;
  bool header_is_cut;        /* what it lacks may stand behind its limit */
  bool text_is_cut;          /* the same of the text */
  bool has_subject;          /* sources[MAIL_SOURCE_SUBJECT] is there */
  struct mail_prefix prefix; /* "Re:" and the like before its own words */
  bool subject_given;        /* beside the input: spans count in the subject */
  struct mail_regions regions; /* in order of the text; the subject first */
  struct courtesy_facts facts; /* as they hold, strings in the arena; people.h
                                  and age.h tell more of them when asked */
  const char *answered;        /* struct mail_language, where facts tell none */
  uint32_t among;              /* the same */
  long links;                  /* that markup holds; -1 when unknown */
  struct mail_problems problems;
  const struct courtesy_part *parts; /* of a mail, in the arena */
  size_t part_count;
  const struct mail_place *places; /* of `raw`, or `whole` when it is wide */
};

/* What is read of it: the input, or what that was decoded to. */
struct base_slice mail_message_bytes(const struct courtesy_message *message);

/* Where the last span began. A zeroed struct is where the message does. */
struct mail_cursor {
  size_t offset;
  struct mail_place place;
};

/* Fills in the lines and columns of a span by its offset and length, and moves
 * the cursor there: the nearer behind it the span begins, the quicker. */
void mail_place_span(const struct courtesy_message *message,
                     struct mail_cursor *cursor, struct courtesy_span *span);

#endif
