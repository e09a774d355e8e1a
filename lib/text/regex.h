/* SPDX-License-Identifier: MIT */
/*
 * Regular expressions: PCRE2 with the settings and limits of the rule
 * language. Rule files are half trusted and messages not at all, so a search
 * gives up at a limit, and says so.
 */
#ifndef COURTESY_TEXT_REGEX_H
#define COURTESY_TEXT_REGEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
  TEXT_REGEX_PATTERN_BYTES = 4096,
  TEXT_REGEX_MATCH_LIMIT = 10000,    /* backtracking at a start position */
  TEXT_REGEX_DEPTH_LIMIT = 10000,    /* nested backtracking points */
  TEXT_REGEX_HEAP_KIBIBYTES = 4096,  /* of the interpreter */
  TEXT_REGEX_WINDOW = 512,           /* start positions a call may try */
  TEXT_REGEX_CLOSE_WINDOW = 32,      /* where that was not enough */
  TEXT_REGEX_USES_BEFORE_JIT = 1024, /* the code it makes stays in memory; a
                                        costly search does not wait for it */
  TEXT_REGEX_COMPILED_BYTES = 32768, /* a larger pattern is refused */
};

/* Of a regex in a text: see text_regex_find. */
#define TEXT_REGEX_PATIENCE (UINT64_C(1) << 35)

/* Marks (text/mark_set.h) of which every match holds one: those that it can begin
 * with, and the last that is sure. Empty: none is known. A text without them
 * need not be searched, nor the pattern be compiled for it. */
struct text_regex_marks {
  uint32_t first;
  uint32_t last;
};

/* Whether the pattern may be used, and the marks of its matches. If not,
 * *offset is a byte of it and `message` says in plain words what to write. */
bool text_regex_check(const char *pattern, struct text_regex_marks *marks,
                      size_t *offset, char *message, size_t size);

/* What searches of one thread share: limits, results, the JIT's stack, and
 * which text the subjects are of. */
struct text_regex_scratch;

struct text_regex_scratch *text_regex_scratch_create(void); /* NULL: no
                                                               memory */
void text_regex_scratch_destroy(struct text_regex_scratch *scratch);

/* The next subjects are of another text: what searches cost in the last one no
 * longer counts (see text_regex_find). */
void text_regex_begin_text(struct text_regex_scratch *scratch);

/* A compiled pattern, for one thread. */
struct text_regex;

/* NULL: no memory, or a pattern that text_regex_check refuses. */
struct text_regex *text_regex_create(const char *pattern);
void text_regex_destroy(struct text_regex *regex);

enum text_regex_result {
  TEXT_REGEX_NONE = 0,
  TEXT_REGEX_FOUND,
  TEXT_REGEX_GAVE_UP, /* a limit was hit */
  TEXT_REGEX_NO_MEMORY,
};

struct text_regex_match {
  size_t start; /* bytes of the subject */
  size_t end;
};

/* The first match of one byte or more that begins at `from` or later. The
 * subject is valid UTF-8 and `from` the start of a code point.
 *
 * PCRE2 counts how often it goes back, anew at each start position, and not
 * how far it looks each time. So a search begins under a limit that is low, and
 * lower in long subjects. Where that does not do, it goes on under higher ones
 * up to TEXT_REGEX_MATCH_LIMIT, and the most that may cost, limit × start
 * positions × bytes of the subject, is taken off the patience that the regex
 * has with the text; when that is used up, the search gives up. */
enum text_regex_result text_regex_find(struct text_regex *regex,
                                       struct text_regex_scratch *scratch,
                                       const char *subject, size_t size,
                                       size_t from,
                                       struct text_regex_match *match);

#endif
