/* SPDX-License-Identifier: MIT */
/*
 * The quick way through running text, which is nearly all of a mail:
 *
 *     We  send  the  list ,  and  call  Ann's team
 *     └──────────── taken here ───────────┘ └ a joiner: left to the others
 *
 * A word is taken when it is short, ASCII, no contraction and no abbreviation
 * with its full stop, and has nothing behind it that could belong to it; a
 * mark, when it is a single one before a blank. For these, what is done here
 * is what scan_word.c and scan_mark.c would do.
 */
#include "text/scan.h"

#include "text/byte_class.h"
#include "text/vocabulary.h"
#include "text/word.h"

static unsigned class_at(const struct text_scan *scan, uint32_t at) {
  return at < scan->end ? text_byte_classes[(unsigned char)scan->bytes[at]]
                        : TEXT_BYTE_BLANK;
}

static void skip_blanks(struct text_scan *scan) {
  uint32_t at = scan->at;
  while (at < scan->end && text_byte_is(scan->bytes[at], TEXT_BYTE_BLANK)) {
    at++;
  }
  scan->blank |= at > scan->at;
  scan->at = at;
}

/* Whether the word that ends at `end` ends there for sure. *stop: by a full
 * stop, which is its own if it is an abbreviation. */
static bool ends_at(const struct text_scan *scan, const struct text_peek *peek,
                    uint32_t end, bool *stop) {
  *stop = false;
  if ((class_at(scan, end) & TEXT_BYTE_JOINER) == 0) {
    return true;
  }
  *stop = scan->bytes[end] == '.' && peek->size > 1 &&
          (class_at(scan, end + 1) & TEXT_BYTE_BLANK) != 0;
  return *stop;
}

/* At a letter. *taken tells whether the word was one for us. */
static bool take_word(struct text_scan *scan, bool *taken) {
  *taken = false;
  if (scan->hyphen != 0 || scan->size - scan->at < TEXT_PEEK_SIZE) {
    return true;
  }
  struct text_peek peek;
  bool stop;
  text_peek(scan->bytes + scan->at, scan->end - scan->at, &peek);
  if (peek.size > TEXT_KEY_MAX ||
      !ends_at(scan, &peek, scan->at + peek.size, &stop)) {
    return true;
  }
  uint32_t word = text_vocabulary_find_key(scan->words, peek.key);
  if (text_word_is_bare_contraction(word) ||
      (stop && text_word_set_has(&scan->lexicon->abbreviations, word))) {
    return true;
  }
  struct text_token *token =
      text_scan_add(scan, TEXT_WORD, scan->at, scan->at + peek.size);
  if (token == NULL) {
    return false;
  }
  token->written = scan->document->written++;
  token->words[0] = word;
  token->flags |= text_word_capitals(&peek);
  *taken = true;
  return true;
}

/* At , . ? or !. The same for marks. */
static bool take_mark(struct text_scan *scan, bool *taken) {
  *taken = (class_at(scan, scan->at + 1) & TEXT_BYTE_BLANK) != 0;
  if (!*taken) {
    return true;
  }
  struct text_token *token =
      text_scan_add(scan, TEXT_PUNCTUATION, scan->at, scan->at + 1);
  if (token == NULL) {
    return false;
  }
  token->mark = (unsigned char)scan->bytes[scan->at - 1];
  return true;
}

bool text_scan_plain(struct text_scan *scan) {
  bool added = true;
  bool taken = true;
  while (added && taken) {
    skip_blanks(scan);
    unsigned class = scan->at < scan->end ? class_at(scan, scan->at) : 0;
    taken = false;
    if ((class & TEXT_BYTE_LETTER) != 0) {
      added = take_word(scan, &taken);
    } else if ((class & TEXT_BYTE_MARK) != 0) {
      added = take_mark(scan, &taken);
    }
  }
  return added;
}
