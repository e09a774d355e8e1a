/* SPDX-License-Identifier: MIT */
#ifndef COURTESY_TEXT_KNOWN_H
#define COURTESY_TEXT_KNOWN_H

#include "text/line.h"
#include "text/scan.h"

/* Takes the tokens of a line that are there already: text_document_cut.
 * Returns false when it is to be scanned. */
bool text_known_take(struct text_scan *scan, const struct text_line *line,
                     bool item);

/* Where tokens are known: takes those of the lines from `*next` on that were in
 * one block with the line before and stay so, now that `item` begins the block
 * and that line is the first of it, or not. The last of them is left where it
 * may end otherwise: `*next` becomes its start, else the region's end. Returns
 * false when none is taken. */
bool text_known_pass(struct text_scan *scan, bool first, uint8_t item,
                     uint32_t *next);

#endif
