/* SPDX-License-Identifier: MIT */
/*
 * Placeholders that no sign ends:
 *
 *     Hi $name, $!user.name, $date.get("d MMM")       Velocity, Python, shells
 *     #if ($late) sorry #else thank you #end
 *     @if ($late) sorry @else thank you @endif        Blade
 *     Hi @Model.Name, @if (late) { sorry }            Razor
 *     % if late:                                      Mako, a line each
 *     Hi %s, %1$s                                     printf
 *     <.button href={if a > b, do: c}>Open</.button>  HEEx, and Blade's <x-mail>
 */
#ifndef COURTESY_MAIL_PLACEHOLDER_BARE_H
#define COURTESY_MAIL_PLACEHOLDER_BARE_H

#include "mail/placeholder.h"

#include <stddef.h>

/* What a word behind a sign does. */
struct mail_directive {
  const char *word;
  bool asks; /* parentheses belong to it */
  enum mail_placeholder_role role;
};

/* The one at text[at] behind its sign, with parentheses if it may have them;
 * NULL when there is none. *end is where it ends. The list ends with NULL. */
const struct mail_directive *mail_directive_at(
    const struct mail_directive *list, struct base_slice text, size_t at,
    size_t *end);

/* Says where it is. */
bool mail_placeholder_is(struct mail_placeholder *found, size_t start,
                         size_t end, enum mail_placeholder_role role);

/* Whether a sign at text[at] calls something: `#foot("a")`, `@include('foot')`.
 * What that puts nobody knows. */
bool mail_placeholder_call(struct base_slice text, size_t at,
                           struct mail_placeholder *found);

/* Whether code begins at text[at] of a language with comments from `##` on:
 * `#set ($a = 1)`, `% if a:`. */
bool mail_has_comments(struct base_slice text, size_t at);

/* Whether one begins at text[at]; then its place and its role. */
bool mail_placeholder_bare(struct base_slice text, size_t at,
                           struct mail_placeholder *found);

/* Those that begin with `@`, `}` and `<`. */
bool mail_placeholder_at_sign(struct base_slice text, size_t at,
                              struct mail_placeholder *found);
bool mail_placeholder_else(struct base_slice text, size_t at,
                           struct mail_placeholder *found);
bool mail_placeholder_component(struct base_slice text, size_t at,
                                struct mail_placeholder *found);

#endif
