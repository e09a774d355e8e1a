/* SPDX-License-Identifier: MIT */
/* Bars, the lines of dashes and the like that part what stands above them from
 * what stands below; and the same marks where they stand before the words of a
 * line, as in "---- Original message". */
#ifndef COURTESY_MAIL_BAR_H
#define COURTESY_MAIL_BAR_H

#include "mail/page.h"

#include <stdbool.h>
#include <stddef.h>

/* What rules are drawn with. */
static inline bool mail_is_rule_mark(char byte) {
  return byte == '-' || byte == '_' || byte == '=' || byte == '*';
}

/* The bytes of a dash of any length, an underscore, an equals sign or an
 * asterisk at the start of `text`, or 0. */
size_t mail_bar_mark_size(struct base_slice text);

/* A line without the bars, stars and brackets before its words. */
struct base_slice mail_skip_bar(struct base_slice line);

/* The same of a line of the page. */
static inline struct base_slice mail_bare_line(const struct mail_page *page,
                                               size_t i) {
  struct base_slice line = mail_page_line(page, i);
  return mail_has_trait(page, i, MAIL_STARTS_BAR) ? mail_skip_bar(line) : line;
}

/* Whether a line is "--" or a bar of any length. */
static inline bool mail_is_bar(const struct mail_page *page, size_t i) {
  return mail_has_trait(page, i, MAIL_STARTS_BAR) &&
         mail_skip_bar(mail_page_line(page, i)).size == 0;
}

#endif
