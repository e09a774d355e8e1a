/* SPDX-License-Identifier: MIT */
/*
 * The words of the code in a placeholder, and what they do: shared by the files
 * that know the languages.
 */
#ifndef COURTESY_MAIL_PLACEHOLDER_CODE_H
#define COURTESY_MAIL_PLACEHOLDER_CODE_H

#include "mail/placeholder.h"

/* Without blanks and the signs that cut blanks off: {%- -%}, {{~ ~}}. */
struct base_slice mail_code_core(struct base_slice inner, const char *signs);

/* Takes the first word off; empty when there is none. */
struct base_slice mail_code_take_word(struct base_slice *code);

/* Takes `end` off, as from `endif`; false when it is not there, or alone. */
bool mail_code_take_end(struct base_slice *word);

/* Takes the last word off, and blanks before it. */
struct base_slice mail_code_take_last_word(struct base_slice *code);

/* What a word does that code begins with in most languages; `other` when it is
 * none of them. */
enum mail_placeholder_role mail_code_role(struct base_slice word,
                                          enum mail_placeholder_role other);

/* What code does in `{ }`, `%%[ ]%%` and `*| |*`. */
enum mail_placeholder_role mail_code_role_in_brace(struct base_slice inner);
enum mail_placeholder_role mail_code_role_in_percents(struct base_slice inner);
enum mail_placeholder_role mail_code_role_in_star(struct base_slice inner);

#endif
