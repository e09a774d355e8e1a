/* SPDX-License-Identifier: MIT */
/*
 * Rule files, and a text that is linted by them:
 *
 *     rules:                   a file
 *       too-late: …
 *     # next file
 *     too-late+: …             one that changes it
 *     # text
 *     Now it is too late.
 */
#include "linter.h"

#include "base/buffer.h"
#include "base/slice.h"

#include <stdio.h>
#include <string.h>

/* Takes what stands before a line off the input, and the line; all of it where
 * there is no such line. */
static struct base_slice take_until(struct base_slice *input,
                                    const char *line) {
  size_t size = strlen(line);
  const char *found =
      input->size == 0 ? NULL : memmem(input->bytes, input->size, line, size);
  struct base_slice taken = *input;
  if (found != NULL) {
    taken.size = (size_t)(found - input->bytes);
    size += taken.size;
  } else {
    size = input->size;
  }
  *input = (struct base_slice){input->bytes + size, input->size - size};
  return taken;
}

/* Diagnostics stand inside their files, and tell something. */
static void check_diagnostics(const struct courtesy_builder *builder,
                              size_t size, enum courtesy_status status) {
  size_t count = courtesy_builder_diagnostic_count(builder);
  size_t errors = 0;
  for (size_t i = 0; i < count; i++) {
    const struct courtesy_diagnostic *diagnostic =
        courtesy_builder_diagnostic(builder, i);
    FUZZ_HOLDS(diagnostic->severity == COURTESY_ERROR ||
               diagnostic->severity == COURTESY_WARNING);
    FUZZ_HOLDS(diagnostic->line >= 1 && diagnostic->column >= 1);
    FUZZ_HOLDS(diagnostic->line <= size + 1 && diagnostic->column <= size + 2);
    FUZZ_HOLDS(diagnostic->message[0] != '\0');
    errors += diagnostic->severity == COURTESY_ERROR;
  }
  FUZZ_HOLDS(status == (errors > 0 ? COURTESY_BAD_RULES : COURTESY_OK));
  FUZZ_HOLDS(courtesy_builder_diagnostic(builder, count) == NULL);
}

/* A text that a phrase is said to find must not be longer than asked for. */
static void check_samples(const struct courtesy_ruleset *ruleset,
                          const struct courtesy_rule *rule) {
  char text[256];
  struct courtesy_phrase phrase;
  for (size_t i = 0; courtesy_rule_phrase(ruleset, rule, i, &phrase); i++) {
    FUZZ_HOLDS(phrase.text[0] != '\0' && phrase.line >= 1);
    for (unsigned variant = 0; variant < 3; variant++) {
      if (courtesy_rule_sample(ruleset, rule, i, variant, text, sizeof text)) {
        FUZZ_HOLDS(memchr(text, '\0', sizeof text) != NULL);
      }
    }
  }
}

static void check_rule(const struct courtesy_ruleset *ruleset,
                       const struct courtesy_rule *rule) {
  struct courtesy_rule_facts facts;
  struct courtesy_rule_trigger trigger;
  struct courtesy_example example;
  courtesy_rule_describe(ruleset, rule, &facts);
  courtesy_rule_describe_trigger(ruleset, rule, &trigger);
  FUZZ_HOLDS(facts.id[0] != '\0');
  for (size_t i = 0; courtesy_rule_example(ruleset, rule, i, &example); i++) {
    FUZZ_HOLDS(strlen(example.text) == example.size);
    for (size_t k = 0; k < example.span_count; k++) {
      size_t offset = example.spans[2 * k];
      FUZZ_HOLDS(offset <= example.size &&
                 example.spans[2 * k + 1] <= example.size - offset);
    }
  }
  check_samples(ruleset, rule);
}

static void keep(void *context, const void *bytes, size_t size) {
  base_buffer_add(context, bytes, size);
}

/* What is written can be read, and says the same. */
static void check_image(const struct courtesy_ruleset *ruleset) {
  struct base_buffer image = {0};
  struct base_buffer again = {0};
  struct courtesy_ruleset *copy = NULL;
  FUZZ_HOLDS(courtesy_ruleset_write(ruleset, keep, &image) == COURTESY_OK);
  FUZZ_HOLDS(courtesy_ruleset_read(image.bytes, image.size, &copy) ==
             COURTESY_OK);
  FUZZ_HOLDS(courtesy_ruleset_write(copy, keep, &again) == COURTESY_OK);
  FUZZ_HOLDS(image.size == again.size &&
             memcmp(image.bytes, again.bytes, image.size) == 0);
  courtesy_ruleset_destroy(copy);
  base_buffer_destroy(&image);
  base_buffer_destroy(&again);
}

static void lint_under(const struct courtesy_ruleset *ruleset,
                       struct base_slice text) {
  struct fuzz_linter linter = fuzz_linter_create(ruleset);
  fuzz_lint(&linter, &(struct fuzz_input){.kind = COURTESY_DRAFT,
                                          .bytes = text.bytes,
                                          .size = text.size});
  fuzz_lint(&linter, &(struct fuzz_input){.kind = COURTESY_TEXT,
                                          .bytes = text.bytes,
                                          .size = text.size});
  fuzz_linter_destroy(&linter);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct base_slice text = {(const char *)data, size};
  struct base_slice files = take_until(&text, "\n# text\n");
  struct courtesy_builder *builder = NULL;
  struct courtesy_ruleset *ruleset = NULL;
  FUZZ_HOLDS(courtesy_builder_create(&builder) == COURTESY_OK);
  while (files.size > 0) {
    struct base_slice file = take_until(&files, "\n# next file\n");
    FUZZ_HOLDS(courtesy_builder_add_file(builder, "file", file.bytes,
                                         file.size) == COURTESY_OK);
  }
  enum courtesy_status status = courtesy_builder_finish(builder, &ruleset);
  check_diagnostics(builder, size, status);
  courtesy_builder_destroy(builder);
  if (status == COURTESY_OK) {
    for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
      check_rule(ruleset, courtesy_ruleset_rule(ruleset, i));
    }
    check_image(ruleset);
    lint_under(ruleset, text);
    courtesy_ruleset_destroy(ruleset);
  }
  return 0;
}
