/* SPDX-License-Identifier: MIT */
/*
 * The zones that need no word list, told by fixed tables: what mail programs
 * and lawyers write around an author's own words.
 *
 *     [EXTERNAL]                          disclaimer
 *                                                    ┐
 *     Hi Ana,                             body       │ greeting and closing
 *     the draft is fine.                  body       │ are told by the session
 *     $ make check                        code       │
 *                                                    ┘
 *     --                                  signature
 *     Tom Park, +1 555 0100               signature
 *     On Monday, Ana Lima wrote:          attribution
 *     > Is the draft fine?                quote
 *     ----- Original Message -----        forward, all to the end
 *     From: Ana Lima                      forward
 *
 * The passes run in the order in which they stand here; each but that of
 * answers looks only at lines that are still body.
 */
#ifndef COURTESY_MAIL_ZONES_H
#define COURTESY_MAIL_ZONES_H

#include "mail/page.h"
#include "mail/message.h"

#include <courtesy/types.h>

BASE_VECTOR(mail_files, struct base_slice);

/* What the text tells about where it comes from, and what it holds; and what is
 * known before. */
struct mail_hints {
  struct base_slice sender; /* who is known to write, as a header names them */
  bool answers;  /* it quotes, attributes, or has an original below it */
  bool forwards; /* it passes on what is below */
  bool coloured; /* answers stand in a colour in what it quotes or passes on */
  struct mail_files files; /* names of those encoded in the text */
  bool is_encrypted;       /* some of it */
  uint32_t encrypted;      /* where the first of that starts */
};

/* Files in uuencode or yEnc, armour around keys and signatures. Their lines
 * may look like quotes. */
void mail_mark_encoded(struct mail_page *page, struct mail_hints *hints);

/* Lines that begin with `>`, `|` or initials and `>`. */
void mail_mark_quotes(struct mail_page *page, struct mail_hints *hints);

/* Where answers to a ticket end, and all of a ticket but its last words. */
void mail_mark_tickets(struct mail_page *page, struct mail_hints *hints);

/* From the header of an original or forwarded message to the end. */
void mail_mark_forward(struct mail_page *page, struct mail_hints *hints);

/* "On Monday Ana wrote:", and to the end when what follows it is no quote. */
void mail_mark_attributions(struct mail_page *page, struct mail_hints *hints);

/* Makes lines own that are quoted or forwarded, but have the colour in which
 * the author says to answer. */
void mail_mark_answers(struct mail_page *page, const struct mail_marks *marks,
                       struct mail_hints *hints);

/* Makes lines own that are passed on, but have the sender's name in front. */
void mail_mark_comments(struct mail_page *page, struct base_slice sender);

/* Fences, indented code, stack traces, patches, logs, shell prompts. */
void mail_mark_code(struct mail_page *page);

/* How to join a meeting, as calendars and programs for meetings write it. */
void mail_mark_meetings(struct mail_page *page);

/* Paragraphs of legal text, banners that a gateway put on top. */
void mail_mark_disclaimers(struct mail_page *page);

/* What lists, newsletters and ticket systems write below a message, and
 * signatures to all their readers. */
void mail_mark_footers(struct mail_page *page);

/* Below `-- `, "Sent from my …", blocks of telephone numbers and addresses, what
 * the law wants companies to tell. */
void mail_mark_signatures(struct mail_page *page);

/* Links and buttons of HTML, and links of Markdown, that are all of a line; the
 * other passes take what they say for words. */
void mail_mark_buttons(struct mail_page *page, const struct mail_marks *marks);

/* Gives the stretches that markup or the parts of a mail mark their zones, then
 * runs all passes. */
void mail_mark_zones(struct mail_page *page, const struct mail_marks *marks,
                     struct mail_hints *hints);

/* Adds the page's zones as regions of MAIL_SOURCE_TEXT: one for each run of
 * lines of one zone without a blank line in it. */
void mail_add_regions(const struct mail_page *page,
                      struct mail_regions *regions);

/* For the passes: whether a line is still body, and giving it a zone. */
static inline bool mail_is_open(const struct mail_page *page, size_t line) {
  return page->lines.items[line].zone == COURTESY_ZONE_BODY;
}

/* The next lines in a row that are body, from *end on: [*start, *end) then. */
static inline bool mail_next_stretch(const struct mail_page *page,
                                     size_t *start, size_t *end) {
  *start = *end;
  if (!page->has_zones) {
    *end = page->lines.count;
    return *start < *end;
  }
  while (*start < page->lines.count && !mail_is_open(page, *start)) {
    ++*start;
  }
  *end = *start;
  while (*end < page->lines.count && mail_is_open(page, *end)) {
    ++*end;
  }
  return *start < *end;
}

static inline void mail_mark(struct mail_page *page, size_t first, size_t end,
                             enum courtesy_zone zone) {
  page->has_zones = page->has_zones || first < end;
  for (size_t i = first; i < end; i++) {
    page->lines.items[i].zone = (uint8_t)zone;
  }
}

#endif
