/* SPDX-License-Identifier: MIT */
/* Address lists (RFC 5322 §3.4), read leniently: what is wanted is how many
 * people there are and by what words they may be called. */
#ifndef COURTESY_MAIL_ADDRESS_H
#define COURTESY_MAIL_ADDRESS_H

#include "base/arena.h"
#include "base/slice.h"
#include "base/vector.h"

#include <stdbool.h>
#include <stddef.h>

BASE_VECTOR(mail_names, const char *);

/* The addresses in a list: groups count by their members, and a semicolon
 * separates as a comma does. Adds the words of display names, comments and
 * local parts, of two letters or more, to `names`; they live in the arena. */
size_t mail_addresses_read(const char *list, struct mail_names *names,
                           struct base_arena *arena);

/* The bytes of the atom at the start of `text`: up to a blank or a mark of the
 * list, or 0. An address without angles is one atom here. */
size_t mail_atom_size(struct base_slice text);

/* The bytes of the quoted string or comment at the start of `text` with its
 * marks; comments nest. One that nobody closed goes to the end. */
size_t mail_enclosed_size(struct base_slice text);

/* The local part of the first address of a list; empty when there is none.
 * It points into `list`. */
struct base_slice mail_first_local_part(const char *list);

/* Whether a list names one address only, the first of `other`; the case of
 * ASCII letters does not count. */
bool mail_is_only_address(const char *list, const char *other);

#endif
