/* SPDX-License-Identifier: MIT */
/*
 * Bytes that are no text: a program, a picture, an archive given by mistake, or
 * sent as the text of a mail.
 * What decoded or guessed words of theirs look like says nothing.
 */
#ifndef COURTESY_MAIL_BINARY_H
#define COURTESY_MAIL_BINARY_H

#include "base/slice.h"

/* Where the first zero byte stands when the bytes are no text, else SIZE_MAX:
 * they start with one among many control characters. A few that strayed into a
 * text leave it one. UTF-16 is to be decoded before. */
size_t mail_binary_zero(struct base_slice bytes);

#endif
