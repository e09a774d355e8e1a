/* SPDX-License-Identifier: MIT */
#ifndef COURTESY_TEXT_KNOWN_H
#define COURTESY_TEXT_KNOWN_H

#include "text/line.h"
#include "text/scan.h"

/* Takes the tokens of a line that are there already: text_document_cut.
 * Returns false when it is to be scanned. */
bool text_known_take(struct text_scan *scan, const struct text_line *line,
                     bool item);

#endif
