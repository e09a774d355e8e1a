/* SPDX-License-Identifier: MIT */
/*
 * What an author writes between the lines of a message, behind a name that
 * Outlook puts in front:
 *
 *     See my answers below.             body
 *     From: Ana Lima                    forward
 *     Is the draft fine?                forward
 *     [Tom Park] It is.                 body
 *     Is it new? [Tom Park] Yes.        forward, then body
 */
#include "mail/address.h"
#include "mail/hue.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/tails.h"
#include "mail/zones.h"

/* What stands in brackets where a line begins: Tom of "[Tom:] Yes." */
static struct base_slice label_of(struct base_slice line) {
  enum { LARGEST_LABEL = 64 };
  line.size = line.size < LARGEST_LABEL ? line.size : LARGEST_LABEL;
  size_t end = base_slice_find(line, ']');
  if (end == line.size || line.bytes[0] != '[') {
    return base_slice_of("");
  }
  struct base_slice label = {line.bytes + 1, end - 1};
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

/* Where the sender's name stands from which on a line is theirs, be it behind a
 * sentence of others; the line's end for nowhere. */
static uint32_t comment_start(const struct mail_page *page, size_t i,
                              struct base_slice sender) {
  const struct mail_line *line = &page->lines.items[i];
  for (uint32_t at = line->start; at < line->end; at++) {
    struct base_slice rest = {page->bytes + at, line->end - at};
    size_t bracket = base_slice_find(rest, '[');
    at += (uint32_t)bracket;
    rest = mail_skip(rest, bracket);
    if ((at == line->start || mail_tail_may_begin(page, i, at)) &&
        is_senders(label_of(rest), sender)) {
      return at;
    }
  }
  return line->end;
}

static void open_comments(struct mail_page *page, struct base_slice sender) {
  struct mail_tails tails = {0};
  for (size_t i = 0; i < page->lines.count; i++) {
    struct mail_line *line = &page->lines.items[i];
    uint32_t start = line->zone == COURTESY_ZONE_FORWARD
                         ? comment_start(page, i, sender)
                         : line->end;
    if (start == line->start) {
      line->zone = COURTESY_ZONE_BODY;
    } else if (start < line->end) {
      mail_tails_add(&tails, (struct mail_tail){.line = i, .start = start});
    }
  }
  mail_split_tails(page, &tails);
  mail_tails_destroy(&tails);
}

void mail_mark_comments(struct mail_page *page, struct base_slice sender) {
  enum { LARGEST_SENDER = 256 }; /* a longer one is read as far */
  sender.size = sender.size < LARGEST_SENDER ? sender.size : LARGEST_SENDER;
  struct base_slice text = {page->bytes, page->size};
  if (base_slice_holds(text, '[') && says_to_answer(page)) {
    open_comments(page, sender);
  }
}
