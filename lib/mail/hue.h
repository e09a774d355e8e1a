/* SPDX-License-Identifier: MIT */
/* The colours in which authors answer between the lines of what they answer:
 * "My answers are below, in red." */
#ifndef COURTESY_MAIL_HUE_H
#define COURTESY_MAIL_HUE_H

#include "base/slice.h"

#include <stdbool.h>

enum mail_hue {
  MAIL_HUE_UNSAID = 0,
  MAIL_HUE_PLAIN, /* black, grey, what programs take for links and answers */
  MAIL_HUE_RED,   /* from here on as in phrases.txt */
  MAIL_HUE_BLUE,
  MAIL_HUE_GREEN,
  MAIL_HUE_PURPLE,
  MAIL_HUE_ORANGE,
};

/* Of a colour as CSS and `<font color=…>` write it: "red", "#C00000",
 * "rgb(192, 0, 0)". What is not known, such as "inherit", says none. */
enum mail_hue mail_hue_of(struct base_slice colour);

/* Whether the author of a line says to answer, rather than who else did. */
bool mail_says_to_answer(struct base_slice line);

/* The hue in which the author of a line says to answer; MAIL_HUE_UNSAID when
 * it says no such thing. */
enum mail_hue mail_hue_announced(struct base_slice line);

#endif
