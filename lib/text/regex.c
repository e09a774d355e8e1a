/* SPDX-License-Identifier: MIT */
#include "text/regex.h"

#include "text/mark_set.h"
#include "text/unicode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* Searches call with text that was checked before, hence NO_UTF_CHECK there.
 * NEVER_BACKSLASH_C: \C could cut a code point in two. */
static const uint32_t compile_options = PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS |
                                        PCRE2_NEVER_BACKSLASH_C |
                                        PCRE2_USE_OFFSET_LIMIT;

enum {
  PARENTHESES_NEST_LIMIT = 50,
  JIT_STACK_FIRST = 32 * 1024,
  JIT_STACK_MOST = 512 * 1024,
};

struct text_regex_scratch {
  pcre2_match_context *context;
  pcre2_match_data *data;
  uint64_t text;          /* its number, from 1 */
  pcre2_jit_stack *stack; /* made for the first pattern that is translated */
};

struct text_regex {
  pcre2_code *code;
  uint32_t uses;
  uint64_t text; /* that the patience is for */
  uint64_t patience;
};

/* Only the offsets of the whole match are wanted. */
struct text_regex_scratch *text_regex_scratch_create(void) {
  struct text_regex_scratch *scratch = calloc(1, sizeof *scratch);
  if (scratch == NULL) {
    return NULL;
  }
  scratch->context = pcre2_match_context_create(NULL);
  scratch->data = pcre2_match_data_create(1, NULL);
  if (scratch->context == NULL || scratch->data == NULL) {
    text_regex_scratch_destroy(scratch);
    return NULL;
  }
  scratch->text = 1;
  pcre2_set_depth_limit(scratch->context, TEXT_REGEX_DEPTH_LIMIT);
  pcre2_set_heap_limit(scratch->context, TEXT_REGEX_HEAP_KIBIBYTES);
  return scratch;
}

void text_regex_begin_text(struct text_regex_scratch *scratch) {
  scratch->text++;
}

/* Most messages end before a pattern is worth translating. */
static bool has_stack(struct text_regex_scratch *scratch) {
  if (scratch->stack == NULL) {
    scratch->stack =
        pcre2_jit_stack_create(JIT_STACK_FIRST, JIT_STACK_MOST, NULL);
    if (scratch->stack != NULL) {
      pcre2_jit_stack_assign(scratch->context, NULL, scratch->stack);
    }
  }
  return scratch->stack != NULL;
}

void text_regex_scratch_destroy(struct text_regex_scratch *scratch) {
  if (scratch == NULL) {
    return;
  }
  pcre2_match_context_free(scratch->context);
  pcre2_match_data_free(scratch->data);
  if (scratch->stack != NULL) { /* or pages are touched for nothing */
    pcre2_jit_stack_free(scratch->stack);
  }
  free(scratch);
}

static pcre2_code *compile(const char *pattern, int *error, size_t *offset) {
  pcre2_compile_context *context = pcre2_compile_context_create(NULL);
  if (context == NULL) {
    *error = PCRE2_ERROR_NOMEMORY;
    return NULL;
  }
  pcre2_set_parens_nest_limit(context, PARENTHESES_NEST_LIMIT);
  pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
                                   compile_options, error, offset, context);
  pcre2_compile_context_free(context);
  return code;
}

static bool code_is_small(const pcre2_code *code) {
  size_t bytes = 0;
  return pcre2_pattern_info(code, PCRE2_INFO_SIZE, &bytes) == 0 &&
         bytes <= TEXT_REGEX_COMPILED_BYTES;
}

/* What can be told without compiling; NULL when there is nothing to say. */
static const char *refusal(const char *pattern) {
  if (pattern[0] == '\0') {
    return "the regex is empty";
  }
  if (strncmp(pattern, "(*", 2) == 0) {
    return "a regex may not begin with \"(*\": its settings are fixed (UTF, "
           "any case)";
  }
  if (strlen(pattern) > TEXT_REGEX_PATTERN_BYTES) {
    return "the regex is longer than 4096 bytes; split it into several";
  }
  return NULL;
}

/* The set of a mark that stands in the text, too: left out is what the normal
 * form writes for other characters. */
static uint32_t sure_mark(uint32_t unit) {
  bool is_own = unit < 0x80 && strchr("\"'-;`", (int)unit) == NULL;
  return is_own ? text_mark_bit((char)unit) : 0;
}

/* The bytes of which one begins each match are all marks, or nothing is sure. */
static uint32_t first_marks(const pcre2_code *code) {
  uint32_t known = 0;
  uint32_t unit = 0;
  const uint8_t *starts = NULL;
  pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODETYPE, &known);
  pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODEUNIT, &unit);
  pcre2_pattern_info(code, PCRE2_INFO_FIRSTBITMAP, &starts);
  if (known == 1) {
    return sure_mark(unit);
  }
  uint32_t marks = 0;
  for (unsigned byte = 0; starts != NULL && byte <= UINT8_MAX; byte++) {
    if ((starts[byte / 8] >> byte % 8 & 1) == 0) {
      continue;
    }
    if (sure_mark(byte) == 0) {
      return 0;
    }
    marks |= sure_mark(byte);
  }
  return marks;
}

static uint32_t last_mark(const pcre2_code *code) {
  uint32_t known = 0;
  uint32_t unit = 0;
  pcre2_pattern_info(code, PCRE2_INFO_LASTCODETYPE, &known);
  pcre2_pattern_info(code, PCRE2_INFO_LASTCODEUNIT, &unit);
  return known == 1 ? sure_mark(unit) : 0;
}

bool text_regex_check(const char *pattern, struct text_regex_marks *marks,
                      size_t *offset, char *message, size_t size) {
  *marks = (struct text_regex_marks){0};
  *offset = 0;
  const char *refused = refusal(pattern);
  if (refused != NULL) {
    snprintf(message, size, "%s", refused);
    return false;
  }
  int error = 0;
  pcre2_code *code = compile(pattern, &error, offset);
  if (code == NULL) {
    PCRE2_UCHAR text[256];
    pcre2_get_error_message(error, text, sizeof text);
    snprintf(message, size, "the regex is not valid: %s", (const char *)text);
    return false;
  }
  bool small = code_is_small(code);
  uint32_t empty = 0;
  pcre2_pattern_info(code, PCRE2_INFO_MATCHEMPTY, &empty);
  marks->first = first_marks(code);
  marks->last = last_mark(code);
  pcre2_code_free(code);
  *offset = 0;
  if (!small) {
    snprintf(message, size,
             "the regex is too large; split it into several, or use phrases");
    return false;
  }
  if (empty != 0) {
    snprintf(message, size,
             "the regex matches the empty text; write what must stand there");
    return false;
  }
  return true;
}

struct text_regex *text_regex_create(const char *pattern) {
  struct text_regex *regex = calloc(1, sizeof *regex);
  if (regex == NULL || refusal(pattern) != NULL) {
    free(regex);
    return NULL;
  }
  int error = 0;
  size_t offset = 0;
  regex->code = compile(pattern, &error, &offset);
  if (regex->code == NULL) {
    free(regex);
    return NULL;
  }
  return regex;
}

void text_regex_destroy(struct text_regex *regex) {
  if (regex != NULL) {
    pcre2_code_free(regex->code);
    free(regex);
  }
}

/* A regex in a subject. */
struct search {
  struct text_regex *regex;
  struct text_regex_scratch *scratch;
  const char *subject;
  size_t size;
};

/* No JIT on this machine is no error: the interpreter goes on. */
static void translate(const struct search *search) {
  if (has_stack(search->scratch)) {
    (void)pcre2_jit_compile(search->regex->code, PCRE2_JIT_COMPLETE);
  }
}

/* From the start positions [from, end) on. A JIT that runs out of its stack is
 * followed by the interpreter, whose limits decide. */
static int try_window(const struct search *search, size_t from, size_t end,
                      uint32_t limit) {
  const struct text_regex_scratch *scratch = search->scratch;
  const pcre2_code *code = search->regex->code;
  PCRE2_SPTR subject = (PCRE2_SPTR)search->subject;
  uint32_t options = PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY;
  if (++search->regex->uses == TEXT_REGEX_USES_BEFORE_JIT) {
    translate(search);
  }
  pcre2_set_match_limit(scratch->context, limit);
  pcre2_set_offset_limit(scratch->context, end - 1);
  int count = pcre2_match(code, subject, search->size, from, options,
                          scratch->data, scratch->context);
  if (count == PCRE2_ERROR_JIT_STACKLIMIT) {
    count =
        pcre2_match(code, subject, search->size, from, options | PCRE2_NO_JIT,
                    scratch->data, scratch->context);
  }
  return count;
}

static enum text_regex_result failure(int error) {
  return error == PCRE2_ERROR_NOMEMORY ? TEXT_REGEX_NO_MEMORY
                                       : TEXT_REGEX_GAVE_UP;
}

/* The start of the code point that follows so many positions, or the end. */
static size_t window_end(const struct search *search, size_t from,
                         size_t window) {
  if (search->size - from <= window) {
    return search->size;
  }
  size_t end = from + window;
  while (end < search->size && text_continues(search->subject[end])) {
    end++;
  }
  return end;
}

/* Of a search that costs no patience. At each step back PCRE2 may look at all
 * of the subject, so that their product is what is limited; in a sentence of
 * usual size there are some steps for each of its bytes. */
static uint32_t low_limit(size_t size) {
  enum { BYTES = 1 << 16, MOST = 256, LEAST = 16 };
  size_t limit = BYTES / (size + 1);
  return limit > MOST ? MOST : limit < LEAST ? LEAST : (uint32_t)limit;
}

/* Takes a search off the regex's patience. False: it has not so much left. */
static bool is_patient(const struct search *search, uint64_t cost) {
  struct text_regex *regex = search->regex;
  if (regex->text != search->scratch->text) {
    regex->text = search->scratch->text;
    regex->patience = TEXT_REGEX_PATIENCE;
  }
  bool patient = regex->patience >= cost;
  regex->patience -= patient ? cost : 0;
  return patient;
}

/* With ever higher limits. */
static int try_harder(const struct search *search, size_t from, size_t end) {
  enum { FACTOR = 4 };
  uint32_t limit = low_limit(search->size);
  int count = try_window(search, from, end, limit);
  while (count == PCRE2_ERROR_MATCHLIMIT && limit < TEXT_REGEX_MATCH_LIMIT &&
         is_patient(search,
                    (uint64_t)FACTOR * limit * (end - from) * search->size)) {
    limit *= FACTOR;
    limit = limit < TEXT_REGEX_MATCH_LIMIT ? limit : TEXT_REGEX_MATCH_LIMIT;
    count = try_window(search, from, end, limit);
  }
  return count;
}

/* Few start positions at a time: mostly it is one of them that costs. */
static int try_closely(const struct search *search, size_t from, size_t end) {
  int count = PCRE2_ERROR_NOMATCH;
  while (from < end && count == PCRE2_ERROR_NOMATCH) {
    size_t next = window_end(search, from, TEXT_REGEX_CLOSE_WINDOW);
    count = try_harder(search, from, next);
    from = next;
  }
  return count;
}

/* After the first window that gives up, the rest of the subject is left
 * alone. */
static int try_windows(const struct search *search, size_t from) {
  int count = PCRE2_ERROR_NOMATCH;
  while (from < search->size && count == PCRE2_ERROR_NOMATCH) {
    size_t next = window_end(search, from, TEXT_REGEX_WINDOW);
    count = try_window(search, from, next, low_limit(search->size));
    if (count == PCRE2_ERROR_MATCHLIMIT) {
      translate(search); /* or who used it more would see it end otherwise */
      count = try_closely(search, from, next);
    }
    from = next;
  }
  return count;
}

enum text_regex_result text_regex_find(struct text_regex *regex,
                                       struct text_regex_scratch *scratch,
                                       const char *subject, size_t size,
                                       size_t from,
                                       struct text_regex_match *match) {
  const struct search search = {regex, scratch, subject, size};
  int count = try_windows(&search, from);
  if (count >= 0) {
    const size_t *offsets = pcre2_get_ovector_pointer(scratch->data);
    *match = (struct text_regex_match){offsets[0], offsets[1]};
    return TEXT_REGEX_FOUND;
  }
  return count == PCRE2_ERROR_NOMATCH ? TEXT_REGEX_NONE : failure(count);
}
