/* SPDX-License-Identifier: MIT */
/*
 * The text of header fields: folds undone (RFC 5322 §2.2.3) and encoded words
 * decoded (RFC 2047), every byte's raw place kept.
 *
 *     =?utf-8?Q?Gr=C3=BC?=␍␊␣=?utf-8?Q?=C3=9Fe?= aus Bonn
 *               Grü                    ße        aus Bonn
 */
#ifndef COURTESY_MAIL_WORD_H
#define COURTESY_MAIL_WORD_H

#include "base/arena.h"
#include "base/slice.h"
#include "mail/header.h"
#include "mail/mapped.h"

#include <stdbool.h>
#include <stdint.h>

/* Whether a value might hold an encoded word. */
bool mail_has_words(struct base_slice value);

/* Whether decoding changes a value: it might hold such a word, or holds bytes
 * that are no UTF-8, which count as Windows-1252 (as in parts without a
 * charset). */
bool mail_words_change(struct base_slice value);

/* Adds the text of a field's value that stands at `raw_start`. In a list of
 * addresses, decoded words that hold a comma or the like are put into
 * quotation marks, so that the list stays one. Words in a charset that is not
 * known stay as they are. Returns a set of enum mail_flaw. */
unsigned mail_words_decode(struct base_slice value, uint32_t raw_start,
                           bool is_address_list, struct mail_mapped *text);

/* A field as text, in the arena; NULL when there is none (or memory ran out:
 * see the arena). */
const char *mail_words_string(const struct mail_fields *fields,
                              enum mail_field field, bool is_address_list,
                              struct base_arena *arena);

#endif
