/* SPDX-License-Identifier: MIT */
#include "text/contraction.h"
#include "text/known.h"
#include "text/line.h"
#include "text/quotation.h"
#include "text/scan.h"
#include "text/sentence.h"
#include "text/token.h"
#include "text/vocabulary.h"

void text_document_reset(struct text_document *document) {
  text_tokens_empty(&document->tokens);
  text_signs_empty(&document->signs);
  if (document->signs.capacity < document->tokens.capacity) {
    /* Memory was out when only the signs had grown. */
    text_tokens_destroy(&document->tokens);
  }
  text_blocks_empty(&document->blocks);
  text_sentences_empty(&document->sentences);
  document->written = 0;
  document->quotes = false;
  document->known = 0;
  text_blocks_empty(&document->known_blocks);
}

void text_document_destroy(struct text_document *document) {
  text_tokens_destroy(&document->tokens);
  text_signs_destroy(&document->signs);
  text_blocks_destroy(&document->blocks);
  text_sentences_destroy(&document->sentences);
  text_blocks_destroy(&document->known_blocks);
  *document = (struct text_document){0};
}

/* The block that is read. */
struct block {
  uint32_t lines;        /* 0: none is open */
  struct text_line last; /* of them */
  uint8_t item;          /* TEXT_ITEM, TEXT_STEP; 0: it is none */
  bool goes_on;          /* with the paragraph of the region before */
};

/* Settles what spans lines, and closes the block. */
static bool end_block(struct text_scan *scan, struct block *block,
                      const struct text_region *region) {
  if (!text_scan_lines(scan)) {
    return false;
  }
  uint32_t first = scan->block;
  uint32_t count = scan->count - first;
  bool quotes = scan->quotes;
  text_scan_settle_hyphen(scan);
  scan->block = scan->count;
  scan->quotes = false;
  block->lines = 0;
  if (count == 0) {
    return true;
  }
  scan->document->quotes |= quotes;
  if (quotes) {
    text_quotation_mark(scan->bytes, scan->tokens + first, scan->signs + first,
                        count);
  }
  struct text_block whole = {
      .end = scan->count,
      .source = region->source_number,
      .zone = region->zone,
      .flags = block->item,
      .goes_on = block->goes_on && block->item == 0,
  };
  block->goes_on = false;
  return text_blocks_add(&scan->document->blocks, whole);
}

/* Begins with a line that is not empty: its tokens up to the first of its text,
 * which is left to scan. */
static bool begin_line(struct text_scan *scan, const struct text_line *line,
                       bool item) {
  uint32_t first = scan->count;
  scan->document->known = 0;
  scan->start = line->start;
  scan->end = line->end;
  scan->blank = true;
  if (line->indent_end > line->indent_start &&
      text_scan_add(scan, TEXT_SKIPPED, line->indent_start, line->indent_end) ==
          NULL) {
    return false;
  }
  scan->at = line->content;
  scan->blank = true;
  if (item) {
    struct text_token *bullet =
        text_scan_add(scan, TEXT_SKIPPED, line->content, line->bullet_end);
    if (bullet == NULL) {
      return false;
    }
    bullet->flags |= TEXT_BULLET;
  }
  if (scan->count > first) {
    text_scan_sign(scan, first);
  }
  if (!text_scan_is_word_at(scan, scan->at)) {
    text_scan_settle_hyphen(scan);
  }
  return true;
}

/* Adds a line that is not empty to an open block. One that begins with a word
 * is scanned together with those before it. */
static bool add_line(struct text_scan *scan, const struct text_line *line,
                     bool item) {
  if (scan->at < scan->end && line->is_plain) {
    scan->end = line->end;
    return true;
  }
  return text_scan_lines(scan) &&
         (text_known_take(scan, line, item) || begin_line(scan, line, item));
}

static bool ends_with_colon(const char *bytes, const struct text_line *line) {
  return line->end > line->content && bytes[line->end - 1] == ':';
}

/* What kind of item its bullet begins: that of a number ends with a mark. */
static uint8_t item_of(const char *bytes, const struct text_line *line) {
  char last = bytes[line->bullet_end - 1];
  return last == '.' || last == ')' ? TEXT_ITEM | TEXT_STEP : TEXT_ITEM;
}

/* Adds all lines; the last block stays open. */
static bool add_lines(struct text_scan *scan, struct block *block,
                      const struct text_region *region) {
  const char *bytes = scan->bytes;
  struct text_line_frame frame = {region->source, region->start, region->end,
                                  0};
  bool list_context = region->after_colon;
  struct text_line line;
  for (uint32_t at = region->start; at < region->end; at = line.next) {
    text_line_read(region->source, at, region->end, &line);
    bool empty = line.content == line.end;
    bool item =
        line.bullet_end > line.content && (line.bullet_sure || list_context);
    bool apart = empty || item ||
                 (block->lines == 1 &&
                  text_line_ends_block(&frame, &block->last, &line));
    if (block->lines > 0 && apart && !end_block(scan, block, region)) {
      return false;
    }
    if (empty) {
      list_context = true;
      continue;
    }
    if (!add_line(scan, &line, item)) {
      return false;
    }
    if (block->lines == 0) {
      block->item = item ? item_of(bytes, &line) : 0;
    }
    block->last = line;
    block->lines++;
    list_context = block->item != 0 || ends_with_colon(bytes, &line);
    if (scan->count < scan->document->known &&
        text_known_pass(scan, block->lines == 1, block->item, &line.next)) {
      block->lines++;
      list_context = block->item != 0; /* the next line is no item's first */
    }
  }
  return true;
}

bool text_document_read(struct text_document *document,
                        const struct text_region *region,
                        const struct text_lexicon *lexicon) {
  struct text_scan scan = {
      .source = region->source,
      .bytes = region->source->bytes,
      .size = region->source->size,
      .region_end = region->end,
      .lexicon = lexicon,
      .words = text_vocabulary_tables(lexicon->vocabulary),
  };
  text_scan_begin(&scan, document);
  struct block block = {.goes_on = region->goes_on};
  bool added =
      add_lines(&scan, &block, region) && end_block(&scan, &block, region);
  text_scan_end(&scan);
  return added;
}

/* "Could you please:" goes on in the list behind it, "It is late." does not. */
static bool is_open(const struct text_document *document,
                    const struct text_sentence *sentence) {
  const struct text_token *last =
      &document->tokens.items[sentence->token_end - 1];
  return last->kind != TEXT_PUNCTUATION ||
         (last->mark != '.' && last->mark != '!');
}

/* The first sentence of the list that a block is an item of, which is to be
 * divided next: another's where that is in the list, too. */
static uint32_t list_of(const struct text_document *document,
                        const struct text_block *block) {
  uint32_t count = (uint32_t)document->sentences.count;
  if ((block->flags & TEXT_ITEM) == 0 || count == 0) {
    return 0;
  }
  const struct text_sentence *before = &document->sentences.items[count - 1];
  if (before->source != block->source || before->zone != block->zone) {
    return 0;
  }
  bool goes_on = (before->flags & TEXT_ITEM) != 0;
  return goes_on ? before->list : is_open(document, before) ? count : 0;
}

static uint32_t paragraph_of(const struct text_document *document,
                             size_t number) {
  size_t count = document->sentences.count;
  return document->blocks.items[number].goes_on && count > 0
             ? document->sentences.items[count - 1].paragraph
             : (uint32_t)number + 1;
}

static bool divide_block(struct text_document *document, size_t number,
                         const char *bytes) {
  const struct text_block *block = &document->blocks.items[number];
  struct text_sentence model = {
      .list = list_of(document, block),
      .paragraph = paragraph_of(document, number),
      .source = block->source,
      .zone = block->zone,
      .flags = block->flags,
  };
  return text_sentence_divide(document, bytes, number == 0 ? 0 : block[-1].end,
                              block->end, &model);
}

bool text_document_divide(struct text_document *document,
                          const struct text_source *const *sources) {
  bool divided = true;
  document->sentences.count = 0;
  for (size_t i = 0; i < document->blocks.count && divided; i++) {
    uint8_t source = document->blocks.items[i].source;
    divided = divide_block(document, i, sources[source]->bytes);
  }
  return divided;
}

bool text_document_add(struct text_document *document,
                       const struct text_region *region,
                       const struct text_lexicon *lexicon) {
  size_t first = document->blocks.count;
  bool added = text_document_read(document, region, lexicon);
  for (size_t i = first; i < document->blocks.count && added; i++) {
    added = divide_block(document, i, region->source->bytes);
  }
  return added;
}

bool text_document_divide_run(struct text_document *document,
                              const struct text_region *region, uint32_t first,
                              uint32_t end) {
  struct text_sentence model = {
      .paragraph = 1,
      .source = region->source_number,
      .zone = region->zone,
  };
  document->sentences.count = 0;
  return text_sentence_divide(document, region->source->bytes, first, end,
                              &model);
}

bool text_token_folded(const struct text_source *source,
                       const struct text_token *token,
                       struct text_folded *folded) {
  struct base_slice word = {source->bytes + token->start,
                            token->end - token->start};
  if (token->kind == TEXT_WORD && word.size > 1 &&
      word.bytes[word.size - 1] == '.') {
    word.size--;
  }
  if (!text_fold(word, folded)) {
    return false;
  }
  struct text_contraction contraction;
  if (token->kind == TEXT_WORD &&
      text_contraction_split(folded->bytes, folded->size, &contraction)) {
    folded->size = (uint32_t)contraction.stem;
  }
  return true;
}
