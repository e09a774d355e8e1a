/* SPDX-License-Identifier: MIT */
/* Character references: &amp; &#228; &#xE4; (HTML §13.2.5.72 to .80). */
#ifndef COURTESY_MAIL_HTML_ENTITY_H
#define COURTESY_MAIL_HTML_ENTITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A name of the standard's table. With and without its semicolon it is two
 * entities when both are allowed. */
struct mail_html_entity {
  uint16_t name; /* where it starts in the names */
  uint8_t name_size;
  uint8_t size;
  char text[6]; /* one or two code points in UTF-8 */
};

/* Sorted by name; made by entities.py. */
extern const char mail_html_entity_names[];
extern const struct mail_html_entity mail_html_entities[];

/* Where those start that begin with each byte from A to z; then the number of
 * all. */
enum { MAIL_HTML_ENTITY_STARTS = 'z' - 'A' + 2 };
extern const uint16_t mail_html_entity_starts[MAIL_HTML_ENTITY_STARTS];

/* What a reference stands for. */
struct mail_html_characters {
  char text[6];
  uint8_t size;
};

/* The size of the character reference at `bytes`, which begin with `&`; 0,
 * and *characters stays, when there is none. In the value of an attribute, a
 * name without semicolon is none when `=` or an ASCII letter or digit
 * follows. */
size_t mail_html_reference_size(const char *bytes, size_t size,
                                bool in_attribute,
                                struct mail_html_characters *characters);

#endif
