/* SPDX-License-Identifier: MIT */
#include "lint/inner.h"

#include "lint/edge.h"
#include "lint/line.h"
#include "mail/line.h"
#include "mail/phrase.h"

#include <string.h>

enum {
  LINE_BYTES = 30, /* the longest line of a farewell above a name, or a name */
  SIGN_BYTES = 80, /* … and the longest paragraph of the two */
  MOST_LOOKS = 8,  /* paragraphs so short that are looked at */
  MOST_CONTACTS = 2, /* lines below a name that tell how to reach the sender */
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

static struct base_slice words_of(const struct lint_view *view,
                                  const struct lint_edge *line) {
  return (struct base_slice){view->sources[MAIL_SOURCE_TEXT]->bytes +
                                 line->text,
                             line->tail - line->text};
}

/* What stands behind the last sentence of a line, or all of it. */
static struct base_slice behind_sentence(struct base_slice line) {
  size_t limit = line.size > LINE_BYTES ? line.size - LINE_BYTES : 0;
  for (size_t at = line.size; at > limit; at--) {
    if (line.bytes[at - 1] == ' ' &&
        lint_line_ends_sentence((struct base_slice){line.bytes, at - 1})) {
      return mail_trim(mail_skip(line, at));
    }
  }
  return line;
}

/* The last words of a zone above what tells how to reach somebody, and their
 * line; none when they are long. */
static struct base_slice last_words(const struct lint_view *view, size_t zone,
                                    struct lint_edge *line) {
  uint32_t place = UINT32_MAX;
  for (size_t i = 0; i <= MOST_CONTACTS; i++) {
    if (!lint_edge_last(view, zone, place, line)) {
      break;
    }
    struct base_slice words = behind_sentence(words_of(view, line));
    if (words.size > LINE_BYTES) {
      break;
    }
    if (!lint_line_has_contact(words)) {
      return words;
    }
    place = line->start;
  }
  return base_slice_of("");
}

/* Whether words are all of a paragraph but what tells how to reach somebody. */
static bool is_all(const struct lint_edge *line, struct base_slice words) {
  return line->gap && words.size == line->tail - line->text;
}

/* Whether a zone is a line like a name, without a number behind it. */
static bool is_like_name(const struct lint_view *view, size_t zone) {
  struct lint_edge line;
  if (zone >= view->zones.count ||
      !lint_edge_is_own(&view->zones.items[zone])) {
    return false;
  }
  struct base_slice words = last_words(view, zone, &line);
  return words.size > 0 && is_all(&line, words) && line.tail == line.end &&
         mail_small_words(words, 1) == 0 && !lint_line_ends_sentence(words);
}

/* Whether others' names stand like the one of a zone, with as much between
 * them: what is below each is for that person.
 *
 *     Tom
 *
 *     soup for all
 *
 *     Eva
 */
static bool is_listed(const struct lint_view *view, size_t zone) {
  return (zone >= 2 && is_like_name(view, zone - 2)) ||
         is_like_name(view, zone + 2);
}

/* Whether a zone ends with the sender's name. */
static bool is_sender(const struct lint_inner *inner,
                      const struct lint_view *view,
                      const struct courtesy_ruleset *ruleset, size_t zone) {
  if (inner->sender.count == 0 || !lint_edge_is_own(&view->zones.items[zone])) {
    return false;
  }
  struct lint_edge line;
  struct base_slice words = last_words(view, zone, &line);
  return lint_sender_signs(&inner->sender, ruleset, words) &&
         !(is_all(&line, words) && is_listed(view, zone));
}

struct lint_inner lint_inner_of(const struct lint_view *view) {
  return (struct lint_inner){.sender = lint_sender_of(view)};
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
    inner->is_signed = !is_sender(inner, view, ruleset, zone);
    *found = !inner->is_signed;
    if (!*found && is_short(view, zone) && inner->looks < MOST_LOOKS) {
      inner->looks++;
      status = may_be_words(view, ruleset, zone, found);
      inner->goes_on = *found && is_short(view, zone + 1);
    }
  }
  return status;
}
