/* SPDX-License-Identifier: MIT */
#include "mail/address.h"
#include "mail/hue.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/zones.h"

static enum mail_hue announced_in(const struct mail_page *page, size_t line) {
  return mail_hue_announced(mail_page_line(page, line));
}

/* The hue in which the author's words on top say that answers stand below. */
static enum mail_hue announced(const struct mail_page *page) {
  enum mail_hue hue = MAIL_HUE_UNSAID;
  for (size_t i = 0;
       i < page->lines.count && mail_is_open(page, i) && hue == MAIL_HUE_UNSAID;
       i++) {
    hue = announced_in(page, i);
  }
  return hue;
}

/* The next mark from one on that has a hue and ends behind a place. */
static size_t next_mark(const struct mail_marks *marks, size_t from,
                        enum mail_hue hue, uint32_t place) {
  while (from < marks->count &&
         (marks->items[from].hue != hue || marks->items[from].end <= place)) {
    from++;
  }
  return from;
}

/* Whether a line begins and ends in a hue, and most of it has it. The first
 * mark of those that end behind its start is known. */
static bool is_in_hue(const struct mail_line *line, enum mail_hue hue,
                      const struct mail_marks *marks, size_t first) {
  if (first == marks->count || marks->items[first].start > line->start) {
    return false;
  }
  uint32_t others = 0;
  uint32_t end = marks->items[first].end;
  for (size_t i = next_mark(marks, first, hue, end);
       end < line->end && i < marks->count && marks->items[i].start < line->end;
       i = next_mark(marks, i, hue, end)) {
    others += marks->items[i].start - end;
    end = marks->items[i].end;
  }
  return end >= line->end && others < (line->end - line->start) / 2;
}

/* Up to where others said to have answered in that hue themselves. */
static void open_lines(struct mail_page *page, enum mail_hue hue,
                       const struct mail_marks *marks, size_t first,
                       struct mail_hints *hints) {
  for (size_t i = 0; i < page->lines.count; i++) {
    struct mail_line *line = &page->lines.items[i];
    if (line->zone != COURTESY_ZONE_FORWARD &&
        line->zone != COURTESY_ZONE_QUOTE) {
      continue;
    }
    if (announced_in(page, i) == hue) {
      break;
    }
    first = next_mark(marks, first, hue, line->start);
    if (is_in_hue(line, hue, marks, first)) {
      line->zone = COURTESY_ZONE_BODY;
      hints->coloured = true;
    }
  }
}

/* What stands in brackets where a line begins: Tom of "[Tom:] Yes." */
static struct base_slice label_of(struct base_slice line) {
  enum { LARGEST_LABEL = 64 };
  size_t look = line.size < LARGEST_LABEL ? line.size : LARGEST_LABEL;
  const char *end = line.bytes[0] == '[' ? memchr(line.bytes, ']', look) : NULL;
  if (end == NULL) {
    return base_slice_of("");
  }
  struct base_slice label = {line.bytes + 1, (size_t)(end - line.bytes) - 1};
  label.size -= base_slice_ends(label, ":");
  return mail_trim(label);
}

/* Whether one of the names is the word. */
static bool is_name(struct base_slice word, struct base_slice names) {
  struct mail_name_reader reader = mail_name_reader_of(names);
  struct base_slice name;
  bool same = false;
  while (!same && mail_name_next(&reader, &name)) {
    same = mail_same_nocase(name, word);
  }
  return same;
}

static bool are_initials(struct base_slice label, struct base_slice names) {
  struct mail_name_reader reader = mail_name_reader_of(names);
  struct base_slice name;
  size_t same = 0;
  while (same < label.size && mail_name_next(&reader, &name) &&
         name.bytes[0] == label.bytes[same]) {
    same++;
  }
  return label.size >= 2 && same == label.size;
}

/* "Tom", "Tom Park", "Park, Tom" or "TP" of "Tom Park <tom@acme.example>". */
static bool is_senders(struct base_slice label, struct base_slice sender) {
  if (label.size == 0 || are_initials(label, sender)) {
    return label.size > 0;
  }
  bool same = true;
  while (same && label.size > 0) {
    size_t word = 0;
    while (word < label.size && !base_is_one_of(label.bytes[word], " ,")) {
      word++;
    }
    same = word == 0 || is_name((struct base_slice){label.bytes, word}, sender);
    label = mail_skip(label, word + (word < label.size));
  }
  return same;
}

/* Whether the author's words on top say to answer below, or there are none. */
static bool says_to_answer(const struct mail_page *page) {
  size_t i = 0;
  while (i < page->lines.count && mail_is_open(page, i)) {
    if (mail_says_to_answer(mail_page_line(page, i))) {
      return true;
    }
    i++;
  }
  return i == 0;
}

/* Makes lines own that have the sender's name in front, as Outlook writes it:
 *
 *     From: Ana Lima                    forward
 *     Is the draft fine?                forward
 *     [Tom Park] It is.                 body
 */
static void open_labelled(struct mail_page *page, struct base_slice sender) {
  enum { LARGEST_SENDER = 256 }; /* a longer one is read as far */
  sender.size = sender.size < LARGEST_SENDER ? sender.size : LARGEST_SENDER;
  bool says = false;
  for (size_t i = 0; i < page->lines.count; i++) {
    struct mail_line *line = &page->lines.items[i];
    if (line->zone != COURTESY_ZONE_FORWARD ||
        !mail_has_trait(page, i, MAIL_STARTS_LINK) ||
        !is_senders(label_of(mail_page_line(page, i)), sender)) {
      continue;
    }
    says = says || says_to_answer(page);
    if (!says) {
      break;
    }
    line->zone = COURTESY_ZONE_BODY;
  }
}

void mail_mark_answers(struct mail_page *page, const struct mail_marks *marks,
                       struct mail_hints *hints) {
  size_t first = 0;
  while (first < marks->count && marks->items[first].hue == MAIL_HUE_UNSAID) {
    first++;
  }
  enum mail_hue hue = first < marks->count ? announced(page) : MAIL_HUE_UNSAID;
  if (hue != MAIL_HUE_UNSAID) {
    open_lines(page, hue, marks, first, hints);
  }
  if ((page->traits & MAIL_STARTS_LINK) != 0 && page->has_zones) {
    open_labelled(page, hints->sender);
  }
}
