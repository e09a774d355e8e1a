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

/* Whether what follows a line tells what its last mark is: "well-", " -",
 * "Tom B." */
static bool ends_open(const struct text_scan *scan, uint32_t start,
                      uint32_t end) {
  const char *last = scan->bytes + end;
  uint32_t size = end - start;
  if (last[-1] == '-') {
    bool word =
        size > 1 && text_byte_is(last[-2], TEXT_BYTE_WORD | TEXT_BYTE_HIGH);
    return word || (end < scan->size && last[0] != '\n' && last[0] != '\r');
  }
  return last[-1] == '.' && size > 1 &&
         text_byte_is(last[-2], TEXT_BYTE_UPPER) &&
         (size == 2 || !text_byte_is(last[-3], TEXT_BYTE_WORD));
}

/* Whether the token is tied to a word on the next line. */
static bool is_tied(const struct text_token *token) {
  return token->kind == TEXT_HYPHEN || (token->flags & TEXT_HYPHEN_AFTER) != 0;
}

/* Takes the tokens up to this one. */
static void take(struct text_scan *scan, uint32_t end) {
  struct text_token *tokens = scan->tokens;
  uint32_t first = scan->count;
  if (scan->document->quotes) {
    scan->quotes |= unquote(tokens + first, end - first);
  }
  scan->count = end;
  while (end > first && !text_token_is_written(&tokens[end - 1])) {
    end--;
  }
  scan->written = end > first ? tokens[end - 1].written + 1 : scan->written;
}

bool text_known_take(struct text_scan *scan, const struct text_line *line,
                     bool item) {
  const struct text_token *tokens = scan->tokens;
  uint32_t known = scan->document->known;
  uint32_t first = scan->count;
  if (first >= known || !begins_alike(scan, line, item) ||
      ends_open(scan, line->content, line->end)) {
    return false;
  }
  uint32_t end = text_token_at(tokens, first, known, line->end);
  if (tokens[end - 1].end > line->end || is_tied(&tokens[end - 1])) {
    return false;
  }
  take(scan, end);
  return true;
}

/* The block that the tokens on both sides of this one's start were in; NULL:
 * they were in none. */
static const struct text_block *known_around(struct text_document *document,
                                             uint32_t token) {
  const struct text_blocks *blocks = &document->known_blocks;
  size_t *at = &document->known_block;
  while (*at < blocks->count && blocks->items[*at].end <= token) {
    ++*at;
  }
  bool around =
      *at > 0 && *at < blocks->count && blocks->items[*at - 1].end < token;
  return around ? &blocks->items[*at] : NULL;
}

/* Whether the line from `start` to the end of the region, behind which there
 * may be something else than there was, ends with the token before this one,
 * and holds more than marks of indent. */
static bool ends_alike(const struct text_scan *scan, uint32_t start,
                       uint32_t token) {
  const struct text_token *last = &scan->tokens[token - 1];
  return last->end == scan->region_end && last->kind != TEXT_SKIPPED &&
         !is_tied(last) && !ends_open(scan, start, scan->region_end);
}

/* Where the last line of those up to a token begins, none of which goes on
 * behind the region. */
static uint32_t last_line(const struct text_scan *scan, uint32_t token) {
  uint32_t end = scan->tokens[token - 1].end;
  return text_source_line_start(
      scan->source, end < scan->region_end ? end : scan->region_end);
}

bool text_known_pass(struct text_scan *scan, bool first, uint8_t item,
                     uint32_t *next) {
  const struct text_token *tokens = scan->tokens;
  const struct text_block *block = known_around(scan->document, scan->count);
  if (block == NULL || block->flags != item) {
    return false;
  }
  uint32_t end =
      text_token_at(tokens, scan->count, block->end, scan->region_end);
  bool within = end < block->end || tokens[end - 1].end == scan->region_end;
  if (first && (!within || block[-1].end != scan->block)) {
    return false;
  }
  uint32_t last = last_line(scan, end);
  if (last <= *next) {
    return false;
  }
  bool whole = ends_alike(scan, last, end);
  end = whole ? end : text_token_at(tokens, scan->count, end, last);
  if (tokens[end - 1].kind == TEXT_HYPHEN) {
    scan->document->known_block++; /* a word of the last line is tied to it */
    return false;
  }
  take(scan, end);
  *next = whole ? scan->region_end : last;
  return true;
}

struct text_extent text_document_extent(const struct text_document *document) {
  return (struct text_extent){
      .tokens = (uint32_t)document->tokens.count,
      .blocks = (uint32_t)document->blocks.count,
      .written = document->written,
  };
}

/* Keeps the blocks that are cut off, behind one that ends there. */
static bool keep_blocks(struct text_document *document,
                        const struct text_extent *extent) {
  struct text_blocks *kept = &document->known_blocks;
  const struct text_blocks *blocks = &document->blocks;
  size_t count = blocks->count - extent->blocks;
  text_blocks_empty(kept);
  document->known_block = 0;
  if (!text_blocks_make_room(kept, count + 1)) {
    return false;
  }
  kept->items[0] = (struct text_block){.end = extent->tokens};
  for (size_t i = 0; i < count; i++) {
    kept->items[i + 1] = blocks->items[extent->blocks + i];
  }
  kept->count = count + 1;
  return true;
}

bool text_document_cut(struct text_document *document,
                       const struct text_extent *extent) {
  if (document->known < document->tokens.count) {
    document->known = (uint32_t)document->tokens.count;
  }
  bool kept = keep_blocks(document, extent);
  document->tokens.count = extent->tokens;
  document->signs.count = extent->tokens;
  document->blocks.count = extent->blocks;
  document->written = extent->written;
  return kept;
}
