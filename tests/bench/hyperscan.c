/* SPDX-License-Identifier: MIT */
/*
 * Scans a file of messages for phrases with Hyperscan, all of them so many
 * times, and prints the bytes, the seconds and the matches. Any run of white
 * space may stand between the words of a phrase, as in a mail that is wrapped.
 *
 *     hyperscan MESSAGES PASSES PHRASES
 */
#define _POSIX_C_SOURCE 200809L
#include "messages.h"

#include <hs.h>

enum { PATTERN_SIZE = 4096 };

/* A phrase as an expression; one that does not fit is cut. */
static char *expression_of(const char *phrase, size_t size) {
  char *pattern = malloc(PATTERN_SIZE);
  char *at = pattern;
  at += sprintf(at, "\\b");
  for (size_t i = 0; i < size && at < pattern + PATTERN_SIZE - 16; i++) {
    if (phrase[i] == ' ') {
      at += sprintf(at, "\\s+");
    } else if (strchr("\\^$.[]|()?*+{}", phrase[i]) != NULL) {
      at += sprintf(at, "\\%c", phrase[i]);
    } else {
      *at++ = phrase[i];
    }
  }
  sprintf(at, "\\b");
  return pattern;
}

/* One expression a line of the file. */
static hs_database_t *compile(const struct messages *phrases) {
  size_t most = 1;
  for (size_t i = 0; i < phrases->size; i++) {
    most += phrases->bytes[i] == '\n';
  }
  char **patterns = calloc(most, sizeof *patterns);
  unsigned *flags = calloc(most, sizeof *flags);
  unsigned *ids = calloc(most, sizeof *ids);
  unsigned count = 0;
  hs_database_t *database = NULL;
  hs_compile_error_t *error = NULL;
  for (const char *line = phrases->bytes; *line != '\0'; line++) {
    size_t size = strcspn(line, "\n");
    patterns[count] = expression_of(line, size);
    flags[count] = HS_FLAG_CASELESS;
    ids[count] = count;
    count++;
    line += size;
  }
  if (hs_compile_multi((const char *const *)patterns, flags, ids, count,
                       HS_MODE_BLOCK, NULL, &database, &error) != HS_SUCCESS) {
    fprintf(stderr, "hyperscan: %s\n", error->message);
    hs_free_compile_error(error);
  }
  for (unsigned i = 0; i < count; i++) {
    free(patterns[i]);
  }
  free(patterns);
  free(flags);
  free(ids);
  return database;
}

static int count_match(unsigned id, unsigned long long from,
                       unsigned long long to, unsigned flags, void *matches) {
  (void)id;
  (void)from;
  (void)to;
  (void)flags;
  ++*(long *)matches;
  return 0;
}

static long scan_all(const hs_database_t *database, hs_scratch_t *scratch,
                     const struct messages *messages) {
  long matches = 0;
  const char *end = messages->bytes + messages->size;
  for (const char *text = messages->bytes; text < end;) {
    size_t size = strlen(text);
    hs_scan(database, text, (unsigned)size, 0, scratch, count_match, &matches);
    text += size + 1;
  }
  return matches;
}

int main(int count, char **words) {
  struct messages messages = {NULL, 0};
  struct messages phrases = {NULL, 0};
  if (count == 4) {
    messages = read_messages(words[1]);
    phrases = read_messages(words[3]);
  }
  if (messages.bytes == NULL || phrases.bytes == NULL) {
    return 1;
  }
  hs_scratch_t *scratch = NULL;
  hs_database_t *database = compile(&phrases);
  if (database == NULL || hs_alloc_scratch(database, &scratch) != HS_SUCCESS) {
    return 1;
  }
  long passes = atol(words[2]);
  long matches = 0;
  double start = seconds_now();
  for (long i = 0; i < passes; i++) {
    matches = scan_all(database, scratch, &messages);
  }
  printf("%zu %.6f %ld\n", messages.size * (size_t)passes,
         seconds_now() - start, matches);
  hs_free_scratch(scratch);
  hs_free_database(database);
  free(messages.bytes);
  free(phrases.bytes);
  return 0;
}
