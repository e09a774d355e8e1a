/* SPDX-License-Identifier: MIT */
/*
 * A text that is read again, since its regions were divided:
 *
 *     once     Hi Tom, the list is here. Thanks, Eva
 *     again    Hi Tom, │ the list is here. │ Thanks, Eva
 *
 * What a token is depends on its line, and hardly on the lines around: only
 * blocks and quotations are told anew. Where a region now begins or ends so
 * that a token could be another, the line is scanned again, and with it all
 * that is behind it.
 */
#include "text/known.h"

#include "text/byte_class.h"

/* Whether the line would begin with the same tokens: with the indent and the
 * bullet that it has now. What is before tells what a dash is, and an initial:
 * "J. Park"; and without a blank between, what the first word is. */
static bool begins_alike(const struct text_scan *scan,
                         const struct text_line *line, bool item) {
  const char *content = scan->bytes + line->content;
  const struct text_token *first = &scan->tokens[scan->count];
  const struct text_token *word = first;
  if (line->indent_end > line->indent_start) {
    word++;
    if (first->start != line->indent_start || first->end != line->indent_end ||
        first->kind != TEXT_SKIPPED ||
        scan->count + 1 == scan->document->known) {
      return false;
    }
  }
  bool bullet = (word->flags & TEXT_BULLET) != 0;
  bool tied = content[0] == '-' ||
              (line->end - line->content > 1 && content[1] == '.' &&
               text_byte_is(content[0], TEXT_BYTE_UPPER));
  return word->start == line->content && bullet == item && (item || !tied) &&
         (first->flags & TEXT_BLANK_BEFORE) != 0;
}

/* Forgets which are quoted. Returns whether there are marks that quote. */
static bool unquote(struct text_token *tokens, size_t count) {
  unsigned flags = 0;
  for (size_t i = 0; i < count; i++) {
    flags |= tokens[i].flags;
    tokens[i].flags &= (uint8_t)~TEXT_QUOTED;
  }
  return (flags & TEXT_QUOTE_MARK) != 0;
}

/* Whether what follows tells what the last mark is: "well-", " -", "Tom B." */
static bool ends_open(const struct text_scan *scan,
                      const struct text_line *line) {
  const char *end = scan->bytes + line->end;
  uint32_t size = line->end - line->content;
  if (end[-1] == '-') {
    bool word =
        size > 1 && text_byte_is(end[-2], TEXT_BYTE_WORD | TEXT_BYTE_HIGH);
    return word || (line->end < scan->size && end[0] != '\n' && end[0] != '\r');
  }
  return end[-1] == '.' && size > 1 && text_byte_is(end[-2], TEXT_BYTE_UPPER) &&
         (size == 2 || !text_byte_is(end[-3], TEXT_BYTE_WORD));
}

bool text_known_take(struct text_scan *scan, const struct text_line *line,
                     bool item) {
  struct text_token *tokens = scan->tokens;
  uint32_t known = scan->document->known;
  uint32_t first = scan->count;
  if (first >= known || !begins_alike(scan, line, item) ||
      ends_open(scan, line)) {
    return false;
  }
  uint32_t end = text_token_at(tokens, first, known, line->end);
  if (tokens[end - 1].end > line->end || tokens[end - 1].kind == TEXT_HYPHEN ||
      (tokens[end - 1].flags & TEXT_HYPHEN_AFTER) != 0) {
    return false;
  }
  if (scan->document->quotes) {
    scan->quotes |= unquote(tokens + first, end - first);
  }
  scan->count = end;
  while (end > first && tokens[end - 1].kind > TEXT_PLACEHOLDER) {
    end--;
  }
  scan->written = end > first ? tokens[end - 1].written + 1 : scan->written;
  return true;
}

struct text_extent text_document_extent(const struct text_document *document) {
  return (struct text_extent){
      .tokens = (uint32_t)document->tokens.count,
      .blocks = (uint32_t)document->blocks.count,
      .written = document->written,
  };
}

void text_document_cut(struct text_document *document,
                       const struct text_extent *extent) {
  if (document->known < document->tokens.count) {
    document->known = (uint32_t)document->tokens.count;
  }
  document->tokens.count = extent->tokens;
  document->signs.count = extent->tokens;
  document->blocks.count = extent->blocks;
  document->written = extent->written;
}
