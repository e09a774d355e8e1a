/* SPDX-License-Identifier: MIT */
/*
 * A page about rules, for a terminal or as Markdown. The same calls write
 * both, so that the two cannot say different things.
 *
 *     title ─ heading ─ words … paragraph | item | block of lines
 *
 * Words gather until cli_page_paragraph or cli_page_item prints them.
 */
#ifndef COURTESY_CLI_PAGE_H
#define COURTESY_CLI_PAGE_H

#include "memory.h"
#include "output.h"

struct cli_page {
  struct cli_output *output;
  bool markdown;
  bool in_list;           /* the last thing printed was an item */
  struct cli_bytes words; /* of the paragraph or item under way */
};

struct cli_page cli_page_of(struct cli_output *output, const char *format);
void cli_page_destroy(struct cli_page *page);

/* What the whole page is about: an id. */
void cli_page_title(struct cli_page *page, const char *title);
void cli_page_heading(struct cli_page *page, const char *heading);

/* Words as they are; what Markdown would take for markup is escaped. */
void cli_page_add(struct cli_page *page, const char *text);
__attribute__((format(printf, 2, 3))) void cli_page_format(
    struct cli_page *page, const char *format, ...);
/* "3,000": a count of things. */
void cli_page_count(struct cli_page *page, size_t count);
/* Words to be typed, between backticks, a line end as \n. */
void cli_page_code(struct cli_page *page, const char *text);
/* The name of a rule or marker; its page, where there are links. */
void cli_page_link(struct cli_page *page, const char *id);
/* Words that lead to the index, or to a heading of the manual of the rule
 * language, where there are links. */
void cli_page_index_link(struct cli_page *page, const char *text);
void cli_page_manual_link(struct cli_page *page, const char *text,
                          const char *anchor);

/* Print what was added, wrapped where the page is for a terminal. */
void cli_page_paragraph(struct cli_page *page);
void cli_page_item(struct cli_page *page);
/* A paragraph of these words. */
void cli_page_say(struct cli_page *page, const char *text);

/* A table, which only Markdown has, with heads such as "rule | group"; its rows
 * are what was added, with cli_page_cell between the cells. */
void cli_page_table(struct cli_page *page, const char *heads);
void cli_page_cell(struct cli_page *page);
void cli_page_row(struct cli_page *page);

/* Lines to be taken literally, after cli_page_block. */
void cli_page_block(struct cli_page *page);
void cli_page_line(struct cli_page *page, const char *line);
/* A terminal wraps a phrase. */
void cli_page_phrase(struct cli_page *page, const char *phrase);
/* Words that both wrap; the margins are ASCII. */
void cli_page_wrapped_line(struct cli_page *page, const char *first,
                           const char *hang, const char *line, size_t size);

#endif
