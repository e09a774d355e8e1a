/* SPDX-License-Identifier: MIT */
/*
 * A message as one ruleset sees it: greeting and closing told by the word
 * lists, and the tokens and sentences of the author's own words; of others'
 * where somebody listens.
 *
 *     regions of the message   body        body         quote
 *     zones of the view        greeting │ body  body  closing │ quote
 */
#ifndef COURTESY_LINT_VIEW_H
#define COURTESY_LINT_VIEW_H

#include "base/vector.h"
#include "mail/message.h"
#include "match/engine.h"
#include "rules/ruleset.h"
#include "text/token.h"

#include <courtesy/session.h>

#include <stdbool.h>

struct lint_zone {
  enum courtesy_zone zone;
  uint8_t source;
  bool after_blank_line; /* so is the first one */
  bool heard; /* others' words that were made into sentences, too: see hear.c */
  uint32_t start;
  uint32_t end;
  struct text_extent before; /* of the document, where the zone is read */
};

BASE_VECTOR(lint_zones, struct lint_zone);

/* Tokens of a document. */
struct lint_words {
  struct text_document *document;
  uint32_t first;
  uint32_t end;
};

struct lint_view {
  const struct courtesy_message *message;
  struct lint_zones zones;
  struct text_document document;
  bool waits;  /* what the author wrote holds words, which nobody needed yet:
                  none of them are tokens */
  size_t own;  /* sentences of the author's: the first ones of the document */
  size_t read; /* zones, from the first on, whose own words are tokens of it */
  struct text_extent extent; /* up to which these go; tokens behind it are of
                                zones that have changed since */
  const struct text_source *sources[MAIL_SOURCE_COUNT];
  struct mail_cursor cursor; /* where the last span stands that was placed */
  size_t words;              /* written, in greeting, body and closing */
  bool has_own;              /* any greeting, body or closing */
  uint32_t own_start;        /* first and past the last byte of these */
  uint32_t own_end;
  struct match_hits forms; /* the hits that made greeting and closing, by
                              entry; their sentences are the document's */
  /* Scratch of the search for greeting and closing: the line at hand. */
  struct lint_words at_hand;
  uint64_t promised; /* the patterns that a glance did not rule out there, and
                        that are still to be tried */
  struct text_document line; /* one that is read by itself */
  struct match_hits hits;
};

void lint_view_destroy(struct lint_view *view);

/* Begins with a message, which must outlive the view: zones without greeting
 * and closing, and no words. */
enum courtesy_status lint_view_begin(struct lint_view *view,
                                     const struct courtesy_message *message);

/* Divides zones where greeting and closing begin and end. Of a view that waits
 * only the lines that may hold them are read. */
enum courtesy_status lint_view_mark_forms(
    struct lint_view *view, const struct courtesy_ruleset *ruleset,
    struct match_engine *engine);

/* Tells what can be told without the own words, where the view waits. Returns
 * false when they must be read all the same: nothing else says that there are
 * any. */
bool lint_view_leave(struct lint_view *view,
                     const struct courtesy_ruleset *ruleset);

static inline bool lint_view_has_words(const struct lint_view *view) {
  return view->waits || view->words > 0;
}

/* Makes sentences of the own words, and what is told from these. */
enum courtesy_status lint_view_read(struct lint_view *view,
                                    const struct courtesy_ruleset *ruleset);

/* Makes sentences of a zone of others' words, behind the own ones, which are
 * read. Returns false when memory ran out. */
bool lint_view_hear(struct lint_view *view,
                    const struct courtesy_ruleset *ruleset, size_t zone);

/* To be called before this zone or one behind it changes: the words from there
 * on are read again. */
void lint_view_forget(struct lint_view *view, size_t zone);

/* Gives a zone of own words another name; its tokens stay. */
void lint_view_rename(struct lint_view *view, size_t zone,
                      enum courtesy_zone name);

/* What the engine needs of it. */
struct match_text lint_view_text(const struct lint_view *view);

/* The raw place of text[start, end) of a source; its lines and columns wait for
 * lint_view_place, which is quick for one span behind the other. */
struct courtesy_span lint_view_bytes(const struct lint_view *view,
                                     uint8_t source, uint32_t start,
                                     uint32_t end);
void lint_view_place(struct lint_view *view, struct courtesy_span *span);

/* Both at once. */
struct courtesy_span lint_view_span(struct lint_view *view, uint8_t source,
                                    uint32_t start, uint32_t end);

#endif
