/* SPDX-License-Identifier: MIT */
#include "mail/address.h"
#include "mail/bar.h"
#include "mail/label.h"
#include "mail/line.h"
#include "mail/notes.h"
#include "mail/phrase.h"
#include "mail/stamp.h"
#include "mail/zones.h"

enum {
  LEAST_RULE = 2,          /* dashes before "Original Message" */
  LEAST_NOTES_RULE = 4,    /* dashes before "Forwarded by Ana Lima on …" */
  LEAST_BARE_RULE = 5,     /* of a rule that stands above a header block */
  LARGEST_SEPARATOR = 120, /* bytes of a line that is looked at as one */
  LARGEST_STAMPED = 200,   /* … as a sender with a date */
  MOST_TRACE = 40,         /* lines of a header above those that are read */
};

/* Takes the rule off the start of *text; the number of its marks. */
static size_t strip_rule(struct base_slice *text) {
  size_t marks = 0;
  for (size_t size = mail_bar_mark_size(*text); size > 0;
       size = mail_bar_mark_size(*text)) {
    *text = mail_skip(*text, size);
    marks++;
  }
  *text = mail_trim(*text);
  return marks;
}

static struct base_slice strip_last_rule(struct base_slice text) {
  while (text.size > 0 &&
         (mail_is_rule_mark(text.bytes[text.size - 1]) ||
          (text.size >= 3 &&
           mail_bar_mark_size(mail_skip(text, text.size - 3)) == 3))) {
    bool ascii = (text.bytes[text.size - 1] & 0x80) == 0;
    text.size -= ascii ? 1 : 3;
  }
  return mail_trim(text);
}

/* "-----Ana Lima <ana@acme.example> wrote: -----" of Notes, and Zoho's
 * "---- On Tue, 03 May 2017 18:16:00 +0200 Ana <ana@acme.example> wrote ---";
 * `marks` stood before the text, of which `inner` is without the marks behind.
 */
static bool tells_who_wrote(size_t marks, struct base_slice text,
                            struct base_slice inner) {
  return marks >= LEAST_NOTES_RULE && inner.size < text.size &&
         mail_holds_address(inner) &&
         mail_phrases_within(inner, &mail_attribution_verbs);
}

/* Whether line `i` alone tells that a message follows. */
static bool is_separator(const struct mail_page *page, size_t i,
                         struct mail_hints *hints) {
  struct base_slice text = mail_page_line(page, i);
  if (text.size > LARGEST_SEPARATOR) {
    return false;
  }
  struct base_slice inner;
  if (mail_ends_with_colon(text, &inner) &&
      mail_phrases_equal(inner, &mail_forward_begin_words)) {
    hints->forwards = true;
    return true;
  }
  if (!mail_has_trait(page, i, MAIL_STARTS_BAR)) {
    return false;
  }
  size_t marks = strip_rule(&text);
  if (marks < LEAST_RULE || text.size == 0) {
    return false;
  }
  inner = strip_last_rule(text);
  if (mail_phrases_equal(inner, &mail_original_words) ||
      tells_who_wrote(marks, text, inner)) {
    hints->answers = true;
    return true;
  }
  bool forwarded = mail_phrases_equal(inner, &mail_forwarded_words) ||
                   (marks >= LEAST_NOTES_RULE &&
                    mail_phrases_size(inner, &mail_forwarded_by_words) > 0);
  hints->forwards = hints->forwards || forwarded;
  return forwarded;
}

/* Reads and notes the role of a line. */
static enum mail_role read_role(struct mail_page *page, size_t i) {
  enum mail_role role = MAIL_ROLE_NONE;
  if (mail_has_trait(page, i, MAIL_HAS_COLON)) {
    role = mail_role_of(mail_page_line(page, i));
    page->lines.items[i].role = (uint8_t)role;
  }
  return role;
}

/* What the run of header lines that starts at a line holds. */
struct block {
  unsigned roles; /* bits 1 << role */
  size_t end;     /* the line after the run */
  size_t last;    /* its last line with a copy's recipients or a subject */
  bool address;   /* an address stands in it */
};

static unsigned role_bit(enum mail_role role) {
  return 1u << role;
}

static bool has_role(const struct block *block, enum mail_role role) {
  return (block->roles & role_bit(role)) != 0;
}

/* Reads header lines from line `i` on. Lists of recipients go on over lines
 * without a label, and a blank line may stand before a label:
 *
 *     To: Ana Lima/Sales/Acme, Tom
 *     Park/Sales/Acme
 *     cc:
 *
 *     Subject: Offer
 */
static struct block read_block(struct mail_page *page, size_t i) {
  struct block block = {.end = i, .last = i};
  bool list = false;
  for (; block.end < page->lines.count && mail_is_open(page, block.end);
       block.end++) {
    const struct mail_line *line = &page->lines.items[block.end];
    enum mail_role role = read_role(page, block.end);
    bool goes_on = list && !line->gap;
    if (role == MAIL_ROLE_NONE && !goes_on) {
      break;
    }
    if (role != MAIL_ROLE_NONE) {
      block.roles |= role_bit(role);
      list = role == MAIL_ROLE_TO || role == MAIL_ROLE_CC ||
             role == MAIL_ROLE_FROM;
    }
    if (role == MAIL_ROLE_CC || role == MAIL_ROLE_SUBJECT) {
      block.last = block.end;
    }
    size_t start = 0;
    struct base_slice text = mail_page_line(page, block.end);
    if (role == MAIL_ROLE_FROM && text.size <= LARGEST_STAMPED &&
        mail_ends_with_stamp(text, &start)) {
      block.roles |= role_bit(MAIL_ROLE_SENT);
    }
    block.address = block.address || mail_holds_address(text);
  }
  return block;
}

/* A sender and two more of date, recipient and subject. A trip also has
 * "From: To: Date:", so that a subject or an address must be there. */
static bool is_header_block(const struct block *block) {
  int more = has_role(block, MAIL_ROLE_SENT) + has_role(block, MAIL_ROLE_TO) +
             has_role(block, MAIL_ROLE_SUBJECT);
  return has_role(block, MAIL_ROLE_FROM) && more >= 2 &&
         (has_role(block, MAIL_ROLE_SUBJECT) || block->address);
}

/* A rule, words between two rules in whatever language, or those of an
 * original without any. */
static bool is_heading(struct base_slice line) {
  if (line.size > LARGEST_SEPARATOR) {
    return false;
  }
  struct base_slice text = line;
  size_t marks = strip_rule(&text);
  if (marks >= LEAST_BARE_RULE) {
    return text.size == 0 || strip_last_rule(text).size < text.size;
  }
  return marks == 0 && mail_phrases_equal(line, &mail_original_words);
}

/* The first line of what programs show above a header block when they show all
 * of a header: how the message came here. */
static size_t header_start(const struct mail_page *page, size_t start) {
  size_t first = start;
  for (size_t i = start; i > 0 && start - i < MOST_TRACE &&
                         !page->lines.items[i].gap && mail_is_open(page, i - 1);
       i--) {
    if (mail_phrases_size(mail_page_line(page, i - 1), &mail_trace_words) > 0) {
      first = i - 1;
    }
  }
  return first;
}

/* Whether a line is the indented name of a department that Notes writes above
 * "From:", right above it if that is not indented. */
static bool is_department(const struct mail_page *page, size_t i) {
  const struct mail_line *line = &page->lines.items[i];
  return line->indent > 0 && line[1].role == MAIL_ROLE_FROM &&
         line->indent >= line[1].indent && (line[1].indent > 0 || !line[1].gap);
}

/* Takes in what stands above a header block: a heading, such a name, or the
 * line in which Notes sums the message up. */
static size_t widen(const struct mail_page *page, size_t start) {
  if (start == 0 || !mail_is_open(page, start - 1)) {
    return start;
  }
  bool above = is_heading(mail_page_line(page, start - 1)) ||
               is_department(page, start - 1);
  return above ? start - 1 : mail_notes_summary(page, start);
}

/* What has such a trait may be the first line of a message below. */
enum { MAY_START = MAIL_HAS_COLON | MAIL_STARTS_BAR | MAIL_STARTS_QUOTE };

/* The line where the message below starts, or the count of lines. All lines
 * before it have their roles then. */
static size_t find_start(struct mail_page *page, struct mail_hints *hints) {
  size_t count = page->lines.count;
  struct block block = {0};
  for (size_t i = 0; i < count; i++) {
    if (!mail_has_trait(page, i, MAY_START) || !mail_is_open(page, i)) {
      continue;
    }
    if (is_separator(page, i, hints)) {
      return i;
    }
    bool found = false;
    /* A run is read once: what starts later in it holds no more. */
    if (i >= block.end && read_role(page, i) != MAIL_ROLE_NONE) {
      block = read_block(page, i);
      found = is_header_block(&block);
    }
    enum mail_role role = (enum mail_role)page->lines.items[i].role;
    size_t start = i;
    if (!found && role == MAIL_ROLE_TO && block.last > i) {
      start = mail_notes_stamped(page, i);
      found = start < i;
    }
    if (!found && role == MAIL_ROLE_NONE) {
      start = mail_notes_columns(page, i);
      found = start <= i;
    }
    if (found) {
      hints->answers = true;
      return widen(page, header_start(page, start));
    }
  }
  return count;
}

void mail_mark_forward(struct mail_page *page, struct mail_hints *hints) {
  size_t start = find_start(page, hints);
  mail_mark(page, start, page->lines.count, COURTESY_ZONE_FORWARD);
}
