/* SPDX-License-Identifier: MIT */
/*
 * Writes the image of a rule pack to a file, while the library is built.
 *
 * usage: compile-pack LANGUAGE PROFILE OUTPUT
 */
#include "rules/arrange.h"

#include <courtesy/courtesy.h>

#include <stdio.h>

static void write_bytes(void *context, const void *bytes, size_t size) {
  fwrite(bytes, 1, size, context);
}

static int write_image(const struct courtesy_ruleset *ruleset,
                       const char *path) {
  FILE *file = fopen(path, "wb");
  if (file == NULL) {
    perror(path);
    return 1;
  }
  bool written =
      courtesy_ruleset_write(ruleset, write_bytes, file) == COURTESY_OK &&
      ferror(file) == 0;
  if (fclose(file) != 0 || !written) {
    fprintf(stderr, "%s: could not be written\n", path);
    return 1;
  }
  return 0;
}

int main(int count, char **arguments) {
  if (count != 4) {
    fputs("usage: compile-pack LANGUAGE PROFILE OUTPUT\n", stderr);
    return 2;
  }
  struct courtesy_ruleset *ruleset = NULL;
  enum courtesy_status status =
      rules_arrange_pack(arguments[1], arguments[2], &ruleset);
  if (status != COURTESY_OK) {
    fprintf(stderr, "%s, %s: %s\n", arguments[1], arguments[2],
            courtesy_status_text(status));
    return 1;
  }
  int result = write_image(ruleset, arguments[3]);
  courtesy_ruleset_destroy(ruleset);
  return result;
}
