/* SPDX-License-Identifier: MIT */
#include "page.h"

#include "wrap.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { WIDTH = 78 };

struct cli_page cli_page_of(struct cli_output *output, const char *format) {
  return (struct cli_page){
      .output = output,
      .markdown = strcmp(format, "markdown") == 0,
  };
}

void cli_page_destroy(struct cli_page *page) {
  cli_bytes_destroy(&page->words);
}

static void print_bold(struct cli_page *page, const char *prefix,
                       const char *text) {
  cli_output_string(page->output, page->markdown ? prefix : "");
  cli_output_style(page->output, CLI_BOLD);
  cli_output_shown_string(page->output, text);
  cli_output_style(page->output, CLI_PLAIN);
  cli_output_string(page->output, "\n");
}

void cli_page_title(struct cli_page *page, const char *title) {
  print_bold(page, "# ", title);
  page->in_list = false;
}

void cli_page_heading(struct cli_page *page, const char *heading) {
  cli_output_string(page->output, "\n");
  print_bold(page, "## ", heading);
  page->in_list = false;
}

/* ----------------------------------------------------------------- words */

void cli_page_add(struct cli_page *page, const char *text) {
  static const char markup[] = "\\`*_[]<>|";
  for (const char *at = text; *at != '\0'; at++) {
    if (page->markdown && strchr(markup, *at) != NULL) {
      cli_bytes_add(&page->words, "\\", 1);
    }
    cli_bytes_add(&page->words, at, 1);
  }
}

void cli_page_format(struct cli_page *page, const char *format, ...) {
  char text[1024];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  cli_page_add(page, text);
}

void cli_page_count(struct cli_page *page, size_t count) {
  if (count < 1000) {
    cli_page_format(page, "%zu", count);
  } else {
    cli_page_format(page, "%zu,%03zu", count / 1000, count % 1000);
  }
}

void cli_page_code(struct cli_page *page, const char *text) {
  cli_bytes_add_string(&page->words, "`");
  for (const char *at = text; *at != '\0'; at++) {
    bool ends_line = *at == '\n';
    cli_bytes_add(&page->words, ends_line ? "\\n" : at, ends_line ? 2 : 1);
  }
  cli_bytes_add_string(&page->words, "`");
}

/* A link to a place below a page of the reference's folder. */
static void add_link(struct cli_page *page, const char *text, const char *file,
                     const char *anchor) {
  if (!page->markdown) {
    cli_page_add(page, text);
    return;
  }
  cli_bytes_add_string(&page->words, "[");
  cli_page_add(page, text);
  cli_bytes_add_string(&page->words, "](");
  cli_bytes_add_string(&page->words, file);
  cli_bytes_add_string(&page->words, ".md");
  cli_bytes_add_string(&page->words, anchor);
  cli_bytes_add_string(&page->words, ")");
}

void cli_page_link(struct cli_page *page, const char *id) {
  add_link(page, id, id, "");
}

void cli_page_index_link(struct cli_page *page, const char *text) {
  add_link(page, text, "README", "");
}

void cli_page_manual_link(struct cli_page *page, const char *text,
                          const char *anchor) {
  add_link(page, text, "../README", anchor);
}

/* -------------------------------------------------------------- wrapping */

/* Prints text with breaks at blanks and bars, behind `first` and then `hang`,
 * which are ASCII. */
static void print_wrapped(struct cli_output *output, const char *first,
                          const char *hang, const char *text, size_t size) {
  struct cli_wrap wrap = {
      .output = output,
      .width = WIDTH,
      .column = (unsigned)strlen(first),
      .hang = (unsigned)strlen(hang),
      .bars = true,
  };
  cli_output_string(output, first);
  cli_wrap_text(&wrap, text, size);
  cli_output_string(output, "\n");
}

/* Prints the words and forgets them. */
static void print_words(struct cli_page *page, const char *first,
                        const char *hang) {
  const char *text = page->words.size > 0 ? page->words.bytes : "";
  if (page->markdown) {
    cli_output_string(page->output, first);
    cli_output_shown(page->output, text, page->words.size);
    cli_output_string(page->output, "\n");
  } else {
    print_wrapped(page->output, first, hang, text, page->words.size);
  }
  page->words.size = 0;
}

void cli_page_paragraph(struct cli_page *page) {
  const char *margin = page->markdown ? "" : "  ";
  cli_output_string(page->output, page->markdown || page->in_list ? "\n" : "");
  print_words(page, margin, margin);
  page->in_list = false;
}

void cli_page_item(struct cli_page *page) {
  cli_output_string(page->output, page->markdown && !page->in_list ? "\n" : "");
  print_words(page, page->markdown ? "- " : "  - ", "    ");
  page->in_list = true;
}

void cli_page_say(struct cli_page *page, const char *text) {
  cli_page_add(page, text);
  cli_page_paragraph(page);
}

/* ---------------------------------------------------------------- tables */

void cli_page_table(struct cli_page *page, const char *heads) {
  cli_output_format(page->output, "\n| %s |\n|---|", heads);
  while ((heads = strchr(heads, '|')) != NULL) {
    cli_output_string(page->output, "---|");
    heads++;
  }
  cli_output_string(page->output, "\n");
  page->in_list = false;
}

void cli_page_cell(struct cli_page *page) {
  cli_bytes_add_string(&page->words, " | ");
}

void cli_page_row(struct cli_page *page) {
  cli_output_string(page->output, "| ");
  cli_output_shown(page->output, page->words.bytes, page->words.size);
  cli_output_string(page->output, " |\n");
  page->words.size = 0;
}

/* ---------------------------------------------------------------- blocks */

void cli_page_block(struct cli_page *page) {
  cli_output_string(page->output, page->markdown ? "\n" : "");
  page->in_list = false;
}

void cli_page_line(struct cli_page *page, const char *line) {
  cli_output_string(page->output, "    ");
  cli_output_shown_string(page->output, line);
  cli_output_string(page->output, "\n");
}

void cli_page_phrase(struct cli_page *page, const char *phrase) {
  if (page->markdown) {
    cli_page_line(page, phrase);
  } else {
    print_wrapped(page->output, "    ", "        ", phrase, strlen(phrase));
  }
}

void cli_page_wrapped_line(struct cli_page *page, const char *first,
                           const char *hang, const char *line, size_t size) {
  char margins[2][16];
  const char *indent = page->markdown ? "    " : "  ";
  snprintf(margins[0], sizeof margins[0], "%s%s", indent, first);
  snprintf(margins[1], sizeof margins[1], "%s%s", indent, hang);
  if (size > 0) {
    print_wrapped(page->output, margins[0], margins[1], line, size);
  } else {
    cli_output_string(page->output, "\n");
  }
}
