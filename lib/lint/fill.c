/* SPDX-License-Identifier: MIT */
#include "lint/fill.h"

#include <string.h>

/* What stands for the slot at `brace`, and its size; NULL when it is none. */
static const char *slot_at(const char *brace,
                           const struct lint_filling *filling, size_t *size) {
  const struct {
    const char *name;
    const char *value;
  } slots[] = {
      {"{text}", filling->text},
      {"{lower}", filling->lower},
      {"{recipient}", filling->recipient},
  };
  for (size_t i = 0; i < sizeof slots / sizeof slots[0]; i++) {
    *size = strlen(slots[i].name);
    if (slots[i].value != NULL && strncmp(brace, slots[i].name, *size) == 0) {
      return slots[i].value;
    }
  }
  return NULL;
}

static size_t copy(char *out, const char *bytes, size_t size) {
  if (out != NULL) {
    memcpy(out, bytes, size);
  }
  return size;
}

/* Writes the filled template to `out`, or only measures it when that is
 * NULL. */
static size_t fill(char *out, const char *template,
                   const struct lint_filling *filling) {
  size_t used = 0;
  for (;;) {
    const char *brace = strchr(template, '{');
    size_t step = brace != NULL ? (size_t)(brace - template) : strlen(template);
    used += copy(out != NULL ? out + used : NULL, template, step);
    if (brace == NULL) {
      return used;
    }
    template = brace;
    const char *value = slot_at(template, filling, &step);
    if (value == NULL) { /* a brace and no slot */
      value = "{";
      step = 1;
    }
    used += copy(out != NULL ? out + used : NULL, value, strlen(value));
    template += step;
  }
}

const char *lint_fill(struct base_arena *arena, const char *template,
                      const struct lint_filling *filling) {
  if (strchr(template, '{') == NULL) {
    return template;
  }
  size_t size = fill(NULL, template, filling);
  char *result = base_arena_take(arena, size + 1);
  if (result != NULL) {
    fill(result, template, filling);
    result[size] = '\0';
  }
  return result;
}
