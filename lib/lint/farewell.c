/* SPDX-License-Identifier: MIT */
#include "lint/farewell.h"

#include "lint/line.h"
#include "rules/languages.h"

#include <string.h>

enum {
  MARK_BYTES = 3,       /* marks behind a farewell */
  REST_BYTES = 30,      /* … and a name */
  FAREWELL_BYTES = 240, /* what may follow it: more is a text that goes on */
  NAME_LINES = 2        /* a name and what it stands for; more may be a list */
};

static struct base_slice slice_of(const struct lint_view *view,
                                  const struct lint_ending *ending, size_t i) {
  return lint_edge_slice(view, &ending->lines[i]);
}

static char byte_at(const struct lint_view *view, uint32_t place) {
  return view->sources[MAIL_SOURCE_TEXT]->bytes[place];
}

bool lint_farewell_fills(const struct lint_edge *line,
                         const struct match_hit *hit) {
  return hit->end + MARK_BYTES >= line->tail;
}

/* The bytes of the lines behind a hit, up to a postscript. */
static size_t bytes_behind(const struct lint_view *view,
                           const struct lint_ending *ending, size_t i,
                           const struct match_hit *hit) {
  const struct lint_edge *lines = ending->lines;
  size_t size = lines[i].end > hit->end ? lines[i].end - hit->end : 0;
  for (size_t k = i + 1;
       k < ending->count && !lint_line_is_postscript(slice_of(view, ending, k));
       k++) {
    size += lines[k].end - lines[k].start;
  }
  return size;
}

static bool only_sign_offs(const struct lint_view *view,
                           const struct lint_ending *ending, size_t i) {
  while (i < ending->count &&
         lint_line_is_sign_off(slice_of(view, ending, i))) {
    i++;
  }
  return i == ending->count ||
         lint_line_is_postscript(slice_of(view, ending, i));
}

/* "The list:", with nothing but blanks between it and the line below. */
static bool announces(const struct lint_view *view,
                      const struct lint_edge *above,
                      const struct lint_edge *line) {
  uint32_t i = above->end;
  while (i < line->start && memchr(" \t\r\n", byte_at(view, i), 4) != NULL) {
    i++;
  }
  return i == line->start && byte_at(view, above->end - 1) == ':';
}

/* Whether what stands above a line that holds a name has come to an end.
 * Several such lines may be part of a list, for which a blank line above is no
 * end. A word alone that ends in a full stop says something: "Done." */
static bool is_below_end(const struct lint_view *view,
                         const struct lint_ending *ending, size_t i) {
  if (i == 0) {
    struct base_slice line = slice_of(view, ending, 0);
    return line.bytes[line.size - 1] != '.' ||
           memchr(line.bytes, ' ', line.size) != NULL;
  }
  struct base_slice above = slice_of(view, ending, i - 1);
  if (ending->lines[i].gap && ending->count - i <= NAME_LINES) {
    return !announces(view, &ending->lines[i - 1], &ending->lines[i]);
  }
  return lint_line_ends_thought(above) ||
         (ending->lines[i].gap && !lint_line_is_sign_off(above));
}

/* A name closes when it fills its line, what is above has come to an end, and
 * below are only lines like it. */
static bool name_closes(const struct lint_view *view,
                        const struct lint_ending *ending, size_t i,
                        const struct match_hit *hit) {
  const struct lint_edge *line = &ending->lines[i];
  return lint_farewell_fills(line, hit) &&
         !lint_line_is_code(slice_of(view, ending, i)) &&
         (!lint_farewell_at_start(line, hit) ||
          is_below_end(view, ending, i)) &&
         only_sign_offs(view, ending, i + 1);
}

/* Whether no other sentence follows that of the hit on its line. */
static bool is_last_sentence(const struct lint_view *view,
                             const struct lint_edge *line,
                             const struct match_hit *hit) {
  for (uint32_t i = hit->end; i + 1 < line->end; i++) {
    if (memchr(".!?", byte_at(view, i), 3) != NULL &&
        byte_at(view, i + 1) == ' ') {
      return false;
    }
  }
  return true;
}

/* "… your ideas are much / appreciated, as …": words in small letters that
 * carry on the line above. */
static bool is_carried_on(const struct lint_view *view,
                          const struct lint_ending *ending, size_t i,
                          const struct match_hit *hit) {
  char first = byte_at(view, hit->start);
  return i > 0 && !ending->lines[i].gap && first >= 'a' && first <= 'z' &&
         !lint_farewell_fills(&ending->lines[i], hit) &&
         !lint_line_ends_thought(slice_of(view, ending, i - 1));
}

/* Whether the paragraph goes on below the line with more than names, or with
 * what may belong to its last sentence. */
static bool goes_on(const struct lint_view *view,
                    const struct courtesy_ruleset *ruleset,
                    const struct lint_ending *ending, size_t i,
                    const struct match_hit *hit) {
  const struct lint_edge *line = &ending->lines[i];
  bool ends = line->end == view->zones.items[line->zone].end;
  bool ends_sentence = !lint_edge_is_name(ruleset, hit) &&
                       memchr(".!?", byte_at(view, line->end - 1), 3) != NULL;
  return !ends && !(ends_sentence && only_sign_offs(view, ending, i + 1));
}

/* A farewell stands at the start of its line, or in the last sentence where
 * the paragraph ends. Elsewhere the last word of a wrapped line would pass for
 * a name ("… on the share. Form / twelve is …"). */
static bool closes(const struct lint_view *view,
                   const struct courtesy_ruleset *ruleset,
                   const struct lint_ending *ending, size_t i,
                   const struct match_hit *hit) {
  const struct lint_edge *line = &ending->lines[i];
  bool at_start = lint_farewell_at_start(line, hit);
  if (at_start ? is_carried_on(view, ending, i, hit)
               : goes_on(view, ruleset, ending, i, hit) ||
                     !is_last_sentence(view, line, hit)) {
    return false;
  }
  if (lint_edge_is_name(ruleset, hit)) {
    return name_closes(view, ending, i, hit);
  }
  size_t behind = bytes_behind(view, ending, i, hit);
  if (i == 0 && at_start) {
    /* "Thanks for the list. It is …": an opening. */
    return line->end <= hit->end + MARK_BYTES && behind <= REST_BYTES;
  }
  return behind <= FAREWELL_BYTES;
}

/* Whether nothing but marks and blanks stands between two hits. */
static bool adjoins(const struct lint_view *view,
                    const struct match_hit *before,
                    const struct match_hit *hit) {
  uint32_t i = before->end;
  while (i < hit->start && memchr(".!?, ", byte_at(view, i), 5) != NULL) {
    i++;
  }
  return i >= hit->start;
}

/* The farewell of a line, or NULL: its first hit, or one near its end, where
 * a line of any length has few. */
static const struct match_hit *farewell_of(
    const struct lint_view *view, const struct courtesy_ruleset *ruleset,
    const struct lint_ending *ending, size_t i) {
  const struct lint_edge *line = &ending->lines[i];
  uint32_t near_end = line->end - line->start > FAREWELL_BYTES
                          ? line->end - FAREWELL_BYTES
                          : line->start;
  const struct match_hit *hit = lint_edge_hit(view, line, line->start);
  const struct match_hit *lead = hit; /* "Call me if …. Thanks, Tom" */
  while (hit != NULL && !closes(view, ruleset, ending, i, hit)) {
    uint32_t from = hit->start < near_end ? near_end : hit->start + 1;
    const struct match_hit *next = lint_edge_hit(view, line, from);
    if (next != NULL && !adjoins(view, hit, next)) {
      lead = next;
    }
    hit = next;
  }
  return hit == NULL ? NULL : lead;
}

void lint_farewell_note(const struct lint_view *view,
                        const struct courtesy_ruleset *ruleset,
                        struct lint_ending *ending) {
  for (size_t i = ending->first; i < ending->count; i++) {
    ending->lines[i].hit = farewell_of(view, ruleset, ending, i);
  }
}

size_t lint_farewell_first(const struct lint_view *view,
                           const struct lint_ending *ending) {
  size_t able = ending->count;
  size_t behind = 0;
  for (size_t i = ending->count; i > ending->first; i--) {
    if (behind <= FAREWELL_BYTES || only_sign_offs(view, ending, i)) {
      able = i - 1;
    }
    struct base_slice line = slice_of(view, ending, i - 1);
    behind = lint_line_is_postscript(line) ? 0 : behind + line.size;
  }
  return able;
}

/* The farewell that is a name alone, or RULES_NO_ENTRY. */
static uint32_t name_entry(const struct courtesy_ruleset *ruleset) {
  uint32_t entry = ruleset->farewell;
  while (entry != RULES_NO_ENTRY &&
         !rules_language_is_none(ruleset->entries[entry].facts.language)) {
    entry = ruleset->entries[entry].sibling;
  }
  return entry;
}

/* Words that rules know are no names, but for those that are listed as such. */
static bool may_be_name(const struct courtesy_ruleset *ruleset,
                        struct base_slice word) {
  uint32_t id = text_vocabulary_find(ruleset->vocabulary, word);
  for (size_t i = 0; i < ruleset->nickname_count && id != TEXT_NO_WORD; i++) {
    if (ruleset->nicknames[i].nickname == id ||
        ruleset->nicknames[i].name == id) {
      return true;
    }
  }
  return id == TEXT_NO_WORD;
}

bool lint_farewell_add_small_name(struct lint_view *view,
                                  const struct courtesy_ruleset *ruleset,
                                  const struct lint_ending *ending) {
  size_t i = ending->count - 1;
  const struct lint_edge *line = &ending->lines[i];
  struct base_slice text = {view->sources[MAIL_SOURCE_TEXT]->bytes + line->text,
                            line->end - line->text};
  size_t start = lint_line_small_name(text);
  struct base_slice word = {text.bytes + start, text.size - start};
  uint32_t entry = name_entry(ruleset);
  if (i == 0 || word.size == 0 || entry == RULES_NO_ENTRY ||
      ruleset->entries[entry].find.count == 0 || !may_be_name(ruleset, word)) {
    return true;
  }
  if (start == 0 && lint_line_is_sign_off(slice_of(view, ending, i - 1)) &&
      !lint_line_ends_thought(slice_of(view, ending, i - 1))) {
    return true; /* the last of a list */
  }
  struct match_hit hit = {
      .entry = entry,
      .pattern = ruleset->entries[entry].find.first,
      .start = line->text + (uint32_t)start,
      .end = line->end,
      .source = MAIL_SOURCE_TEXT,
      .fate = MATCH_LIVE,
  };
  return match_hits_add(&view->hits, hit);
}
