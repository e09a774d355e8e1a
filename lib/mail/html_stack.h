/* SPDX-License-Identifier: MIT */
/*
 * The elements that are open at a place of the document, and what holds in
 * them.
 *
 *     <div><blockquote><p>a <b>b        div  blockquote  p  b
 *                                       0 is the document itself
 */
#ifndef COURTESY_MAIL_HTML_STACK_H
#define COURTESY_MAIL_HTML_STACK_H

#include "mail/html_token.h"
#include "mail/html_zone.h"

#include <stdbool.h>
#include <stddef.h>

/* Twice what mail programs make of long threads. What lies deeper has the
 * state of the deepest element that is kept. */
enum { MAIL_HTML_DEEPEST = 512 };

enum mail_html_state {
  MAIL_HTML_GONE = 1 << 0,      /* takes no place */
  MAIL_HTML_INVISIBLE = 1 << 1, /* takes a place, but is not drawn */
  MAIL_HTML_TINY = 1 << 2,      /* font-size:0 */
  MAIL_HTML_KEEPS = 1 << 3,     /* white space stays */
  MAIL_HTML_IN_FOREIGN = 1 << 4,
  MAIL_HTML_UNSEEN = MAIL_HTML_GONE | MAIL_HTML_INVISIBLE | MAIL_HTML_TINY,
};

struct mail_html_element {
  const struct mail_html_tag *tag;
  struct base_slice name; /* as written */
  unsigned line_ends;     /* that it needs before and behind it, up to 2 */
  unsigned sets;          /* states that it begins */
  unsigned clears;        /* … and ends */
  unsigned state;         /* that holds in it: set by pushing */
  enum mail_hue own_hue;
  enum mail_hue hue; /* that holds in it: set by pushing */
  enum mail_html_role own_role;
  enum mail_html_role role; /* that holds in it: set by pushing */
};

struct mail_html_stack {
  struct mail_html_element items[MAIL_HTML_DEEPEST];
  size_t count;  /* at least 1 once started */
  size_t deeper; /* open elements that are not kept */
  size_t tables; /* how many of `items` are tables */
};

void mail_html_stack_start(struct mail_html_stack *stack);

static inline struct mail_html_element *mail_html_top(
    struct mail_html_stack *stack) {
  return &stack->items[stack->count - 1];
}

/* Opens an element in the last one. False when it is too deep to be kept. */
bool mail_html_push(struct mail_html_stack *stack,
                    const struct mail_html_element *element);

/* Closes the last element; not the document. */
void mail_html_pop(struct mail_html_stack *stack);

/* How many elements stay open when an element of this kind begins: `<li>`
 * ends an item, `<div>` a paragraph. */
size_t mail_html_kept_by_start(const struct mail_html_stack *stack,
                               const struct mail_html_tag *tag);

/* The element that an end tag ends, or 0 when there is none. */
size_t mail_html_ended(const struct mail_html_stack *stack,
                       const struct mail_html_token *end_tag);

/* Whether elements above this one outlive it: those in <b><p>a</b>. */
bool mail_html_is_outlived(const struct mail_html_stack *stack, size_t index);

/* Takes it out from under them. */
void mail_html_remove(struct mail_html_stack *stack, size_t index);

#endif
