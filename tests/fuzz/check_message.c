/* SPDX-License-Identifier: MIT */
/* What holds of a message before anybody lints it. */
#include "linter.h"

static void check_problems(const struct fuzz_input *input,
                           const struct courtesy_message *message) {
  size_t count = courtesy_message_problem_count(message);
  for (size_t i = 0; i < count; i++) {
    const struct courtesy_problem *problem =
        courtesy_message_problem(message, i);
    FUZZ_HOLDS(problem->code[0] != '\0' && problem->message[0] != '\0');
    FUZZ_HOLDS(!problem->has_offset || problem->offset <= input->size);
  }
  FUZZ_HOLDS(courtesy_message_problem(message, count) == NULL);
}

/* A part lies inside the one around it and behind the one before. */
static void check_part(const struct courtesy_message *message, size_t index) {
  const struct courtesy_part *part = courtesy_message_part(message, index);
  const struct courtesy_part *around =
      courtesy_message_part(message, part->parent);
  if (index == 0) {
    FUZZ_HOLDS(part->parent == 0 && part->depth == 0);
    return;
  }
  FUZZ_HOLDS(part->parent < index && part->depth == around->depth + 1);
  FUZZ_HOLDS(part->offset >= around->offset);
  FUZZ_HOLDS(part->offset + part->length <= around->offset + around->length);
  FUZZ_HOLDS(part->offset >= courtesy_message_part(message, index - 1)->offset);
}

static void check_parts(const struct fuzz_input *input,
                        const struct courtesy_message *message) {
  size_t count = courtesy_message_part_count(message);
  FUZZ_HOLDS((count > 0) == (input->kind == COURTESY_MAIL));
  for (size_t i = 0; i < count; i++) {
    const struct courtesy_part *part = courtesy_message_part(message, i);
    FUZZ_HOLDS(part->type != NULL);
    FUZZ_HOLDS(part->offset <= input->size &&
               part->length <= input->size - part->offset);
    check_part(message, i);
  }
  FUZZ_HOLDS(courtesy_message_part(message, count) == NULL);
}

/* Positions go forward with the bytes. */
static void check_positions(const struct fuzz_input *input,
                            const struct courtesy_message *message) {
  enum { BYTES_LOOKED_AT = 512 };
  uint32_t line = 1;
  uint32_t column = 1;
  for (size_t i = 0; i <= input->size && i < BYTES_LOOKED_AT; i++) {
    uint32_t next_line;
    uint32_t next_column;
    courtesy_message_position(message, i, &next_line, &next_column);
    FUZZ_HOLDS(next_line == line ? next_column >= column
                                 : next_line == line + 1 && next_column == 1);
    line = next_line;
    column = next_column;
  }
}

void fuzz_check_message(const struct fuzz_input *input,
                        const struct courtesy_message *message) {
  size_t days;
  size_t links;
  FUZZ_HOLDS(courtesy_message_kind(message) == input->kind);
  check_problems(input, message);
  check_parts(input, message);
  check_positions(input, message);
  courtesy_message_audience(message);
  courtesy_message_quote_age(message, &days);
  courtesy_message_links(message, &links);
}
