/* SPDX-License-Identifier: MIT */
/*
 * Sets of marks, the 32 ASCII characters that are no letter, digit or blank, as
 * the bits of a number:
 *
 *     bit  0 … 14  15 … 21  22 … 27  28 … 31
 *          ! … /   : … @    [ … `    { … ~
 */
#ifndef COURTESY_TEXT_MARK_SET_H
#define COURTESY_TEXT_MARK_SET_H

#include <stddef.h>
#include <stdint.h>

/* The bit of one mark; 0: the byte is none. */
uint32_t text_mark_bit(char byte);

/* The set of those that stand in a text. */
uint32_t text_mark_set(const char *bytes, size_t size);

#endif
