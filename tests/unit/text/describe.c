/* SPDX-License-Identifier: MIT */
#include "describe.h"

#include "text/unicode.h"

#include <stdio.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The first words are those of contractions, so that they show. */
static const char *const known_words[] = {
    "not",   "are",     "have", "am",    "will", "shall",  "us",
    "would", "had",     "is",   "has",   "do",   "can",    "should",
    "we",    "50%",     "50",   "w/o",   "p&o",  "kindly", "you",
    "shan",  "strasse", "don",  "didn't"};
static const char *const abbreviations[] = {"mr", "vs", "etc", "e.g", "ph.d"};
static const char *const not_names[] = {"the", "this", "it"};

enum { MOST = 16 };

static int by_id(const void *one, const void *other) {
  uint32_t first = *(const uint32_t *)one;
  uint32_t second = *(const uint32_t *)other;
  return (first > second) - (first < second);
}

static struct text_word_set fill(struct text_vocabulary *vocabulary,
                                 uint32_t ids[MOST], const char *const *words,
                                 size_t count) {
  for (size_t i = 0; i < count; i++) {
    ids[i] = text_vocabulary_add(vocabulary, base_slice_of(words[i]));
  }
  qsort(ids, count, sizeof ids[0], by_id);
  return (struct text_word_set){ids, count};
}

static void append(struct described *described, const char *bytes,
                   size_t size) {
  size_t used = strlen(described->line);
  assert_true(used + size + 1 < sizeof described->line);
  memcpy(described->line + used, bytes, size);
  described->line[used + size] = '\0';
}

static void append_string(struct described *described, const char *string) {
  append(described, string, strlen(string));
}

static void append_written(struct described *described, const char *prefix,
                           const struct text_token *token) {
  append_string(described, prefix);
  append(described, described->source.bytes + token->start,
         token->end - token->start);
}

static void append_word(struct described *described,
                        const struct text_token *token) {
  if (token->words[0] == TEXT_NO_WORD) {
    append_written(described, "", token);
  }
  for (size_t i = 0; i < TEXT_READINGS; i++) {
    uint32_t word = token->words[i];
    if (word == TEXT_NO_WORD) {
      break;
    }
    append_string(described, i == 0 ? "" : "|");
    struct base_slice spelling =
        text_vocabulary_spelling(described->vocabulary, word);
    if (word == TEXT_POSSESSIVE) {
      spelling = base_slice_of("'s");
    }
    append(described, spelling.bytes, spelling.size);
  }
}

static void append_skipped(struct described *described,
                           const struct text_token *token) {
  append_string(described, (token->flags & TEXT_BULLET) != 0       ? "•"
                           : (token->flags & TEXT_QUOTE_MARK) != 0 ? "\""
                                                                   : "~");
}

static void append_token(struct described *described,
                         const struct text_token *token) {
  char mark[4];
  switch ((enum text_token_kind)token->kind) {
  case TEXT_WORD:
    append_word(described, token);
    break;
  case TEXT_NUMBER:
    append_written(described, "#", token);
    break;
  case TEXT_URL:
    append_written(described, "url:", token);
    break;
  case TEXT_ADDRESS:
    append_written(described, "mail:", token);
    break;
  case TEXT_PLACEHOLDER:
    append_string(described, "{}");
    break;
  case TEXT_PUNCTUATION:
    append(described, mark, text_encode(token->mark, mark));
    break;
  case TEXT_SKIPPED:
    append_skipped(described, token);
    break;
  case TEXT_EMOJI:
    append_string(described, token->mark == TEXT_SMILE ? ":)" : ":|");
    break;
  case TEXT_OTHER:
    append_written(described, "?", token);
    break;
  case TEXT_HYPHEN:
    append_string(described, "-");
    break;
  case TEXT_BRACKET:
    append_written(described, "", token);
    break;
  }
}

static void describe_line(struct described *described) {
  const struct text_sentence *sentences = described->document.sentences.items;
  for (size_t i = 0; i < described->document.sentences.count; i++) {
    if (i > 0) {
      append_string(
          described,
          sentences[i].paragraph == sentences[i - 1].paragraph ? " ‖ " : " ¶ ");
    }
    for (uint32_t at = sentences[i].first_token; at < sentences[i].token_end;
         at++) {
      append_string(described, at > sentences[i].first_token ? " " : "");
      append_token(described, &described->document.tokens.items[at]);
    }
  }
}

void describe(struct described *described, const char *text, bool after_colon) {
  memset(described, 0, sizeof *described);
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  for (size_t i = 0; i < sizeof known_words / sizeof known_words[0]; i++) {
    text_vocabulary_add(vocabulary, base_slice_of(known_words[i]));
  }
  for (size_t i = 0; i < sizeof abbreviations / sizeof abbreviations[0]; i++) {
    text_vocabulary_abbreviate(
        vocabulary,
        text_vocabulary_add(vocabulary, base_slice_of(abbreviations[i])));
  }
  uint32_t ids[MOST];
  const struct text_lexicon lexicon = {
      .vocabulary = vocabulary,
      .not_names = fill(vocabulary, ids, not_names,
                        sizeof not_names / sizeof not_names[0]),
  };
  described->vocabulary = vocabulary;
  described->source =
      (struct text_source){.bytes = text, .size = (uint32_t)strlen(text)};
  const struct text_region region = {.source = &described->source,
                                     .after_colon = after_colon,
                                     .end = described->source.size};
  assert_true(text_document_add(&described->document, &region, &lexicon));
  describe_line(described);
}

void described_destroy(struct described *described) {
  text_document_destroy(&described->document);
  text_vocabulary_destroy(described->vocabulary);
}

void assert_described(const char *text, const char *line) {
  struct described described;
  describe(&described, text, true);
  assert_string_equal(described.line, line);
  described_destroy(&described);
}

const struct text_token *described_token(const struct described *described,
                                         const char *written) {
  size_t size = strlen(written);
  for (size_t i = 0; i < described->document.tokens.count; i++) {
    const struct text_token *token = &described->document.tokens.items[i];
    if (token->end - token->start == size &&
        memcmp(described->source.bytes + token->start, written, size) == 0) {
      return token;
    }
  }
  return NULL;
}
