/* SPDX-License-Identifier: MIT */
#include "lint/inner.h"

#include "lint/edge.h"
#include "mail/address.h"
#include "mail/line.h"
#include "mail/phrase.h"

#include <string.h>

enum {
  LINE_BYTES = 30, /* the longest line of a farewell above a name, or a name */
  SIGN_BYTES = 80, /* … and the longest paragraph of the two */
  MOST_LOOKS = 8,  /* paragraphs so short that are looked at */
};

static bool is_short(const struct lint_view *view, size_t zone) {
  if (zone >= view->zones.count) {
    return false;
  }
  const struct lint_zone *at = &view->zones.items[zone];
  return lint_edge_is_own(at) && at->end - at->start <= SIGN_BYTES;
}

/* Whether the first line of a zone may be words of farewell. */
static enum courtesy_status may_be_words(struct lint_view *view,
                                         const struct courtesy_ruleset *ruleset,
                                         size_t zone, bool *found) {
  uint64_t names = ruleset->forms.families[RULES_FAREWELL].names;
  struct lint_edge line =
      lint_edge_at(view, zone, view->zones.items[zone].start);
  *found = false;
  if (line.end - line.start > LINE_BYTES) {
    return COURTESY_OK;
  }
  if (!lint_edge_read(view, ruleset, &line)) {
    return COURTESY_NO_MEMORY;
  }
  *found = (lint_edge_glance(view, ruleset, RULES_FAREWELL, LINT_AT_START) &
            ~names) != 0;
  return COURTESY_OK;
}

static void read_sender(struct lint_inner *inner,
                        const struct lint_view *view) {
  const char *from = view->message->facts.from;
  struct mail_name_reader reader =
      mail_name_reader_of(base_slice_of(from != NULL ? from : ""));
  while (inner->sender_words < LINT_SENDER_WORDS &&
         mail_name_next(&reader, &inner->sender[inner->sender_words])) {
    inner->sender_words++;
  }
  inner->sender_known = true;
}

/* Whether a word, without a mark behind it, is one of the sender's name. */
static bool is_senders(const struct lint_inner *inner, struct base_slice word) {
  if (word.size > 0 && memchr(",.!", word.bytes[word.size - 1], 3) != NULL) {
    word.size--;
  }
  bool found = false;
  for (size_t i = 0; i < inner->sender_words; i++) {
    found = found || mail_same_nocase(word, inner->sender[i]);
  }
  return found;
}

/* Whether a zone is a line with nothing but the sender's name, or a part. */
static bool is_sender(struct lint_inner *inner, const struct lint_view *view,
                      size_t zone) {
  const struct lint_zone *at = &view->zones.items[zone];
  if (at->end - at->start > LINE_BYTES || !lint_edge_is_own(at)) {
    return false;
  }
  struct lint_edge edge = lint_edge_at(view, zone, at->start);
  struct base_slice line = {view->sources[MAIL_SOURCE_TEXT]->bytes + edge.text,
                            edge.end - edge.text};
  bool small = line.size > 0 && line.bytes[0] >= 'a' && line.bytes[0] <= 'z';
  bool same = edge.end == at->end && line.size > 0 && !small;
  if (same && !inner->sender_known) {
    read_sender(inner, view);
  }
  while (same && line.size > 0) {
    const char *blank = memchr(line.bytes, ' ', line.size);
    size_t word = blank != NULL ? (size_t)(blank - line.bytes) : line.size;
    same = is_senders(inner, (struct base_slice){line.bytes, word});
    line = mail_trim(mail_skip(line, word));
  }
  return same;
}

enum courtesy_status lint_inner_next(struct lint_inner *inner,
                                     struct lint_view *view,
                                     const struct courtesy_ruleset *ruleset,
                                     bool *found) {
  enum courtesy_status status = COURTESY_OK;
  *found = inner->goes_on;
  inner->zones += inner->goes_on;
  inner->goes_on = false;
  while (!*found && status == COURTESY_OK &&
         inner->zones + 1 < view->zones.count) {
    size_t zone = inner->zones++;
    inner->is_signed = !is_sender(inner, view, zone);
    *found = !inner->is_signed;
    if (!*found && is_short(view, zone) && inner->looks < MOST_LOOKS) {
      inner->looks++;
      status = may_be_words(view, ruleset, zone, found);
      inner->goes_on = *found && is_short(view, zone + 1);
    }
  }
  return status;
}
