/* SPDX-License-Identifier: MIT */
/*
 * Bytes that are no text: a program, a picture, an archive given by mistake, or
 * sent as the text of a mail.
 * If they were decoded and read all the same, the words found in them would
 * mean nothing.
 */
#ifndef COURTESY_MAIL_BINARY_H
#define COURTESY_MAIL_BINARY_H

#include "base/slice.h"

/* Where the first zero byte stands when the bytes are no text, else SIZE_MAX.
 * They are no text when a zero byte and many other control characters stand at
 * their start; a text into which a few of them strayed is still a text. UTF-16,
 * which is full of zeros, must be decoded before. */
size_t mail_binary_zero(struct base_slice bytes);

/* Whether they are text to a program alone, which shows it: RTF, PDF. */
bool mail_is_rtf_or_pdf(struct base_slice bytes);

#endif
