/* SPDX-License-Identifier: MIT */
/*
 * HTML mail as the text that its reader sees.
 *
 *     <p>Hi Ana,<p>the draft     Hi Ana,
 *     is <b>fi</b>ne.<br>                            (a paragraph)
 *     Tom<blockquote>Is the      the draft is fine.
 *     draft fine?</blockquote>   Tom
 *                                                    (a margin)
 *                                Is the draft fine?  a mark: quote
 *
 * Every byte knows its raw place: a letter its own, a character reference
 * the whole of it, a line end the tag that makes it.
 *
 * The bytes are read by the tokenizer of the HTML standard (§13.2.5), its
 * tokens by rules for a bounded stack of open elements: there is no tree, no
 * recursion and no cost above the size of the text. White space and lines
 * follow the standard's steps for `innerText`, with blank lines at all
 * margins and "- " or "1. " before list items.
 *
 *     html_token.c    bytes to tags, text, references
 *     html_entity.c   character references
 *     html_tag.c      what is known of each element
 *     html_style.c    what a style attribute says
 *     html_stack.c    which elements are open
 *     html_flow.c     white space, lines
 *     html_zone.c     what markup tells of zones
 *     html_text.c     all of it together
 *     html_charset.c  the charset that a document names
 */
#ifndef COURTESY_MAIL_HTML_H
#define COURTESY_MAIL_HTML_H

#include "base/slice.h"
#include "mail/mapped.h"

/* Adds the visible text of an HTML document, and the zones its markup tells;
 * counts in *links those that lead out of the document. Once `text` is longer
 * than `most` the rest of the document is not read.
 * The new marks are in order and apart; one begins and ends inside a line
 * only for code among prose, or when its markup does. `text` is empty or ends
 * with a line end. Returns false when memory ran out. */
bool mail_html_read(const struct text_source *html, size_t most,
                    struct mail_mapped *text, struct mail_marks *marks,
                    size_t *links);

/* The charset that a document of unknown charset names at its start, as
 * `<meta charset>` or in a `content`; empty when it names none. */
struct base_slice mail_html_charset(struct base_slice html);

#endif
