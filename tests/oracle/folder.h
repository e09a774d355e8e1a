/* SPDX-License-Identifier: MIT */
/* A folder whose files are read in both ways, one after the other. */
#ifndef COURTESY_TESTS_ORACLE_FOLDER_H
#define COURTESY_TESTS_ORACLE_FOLDER_H

#include "base/buffer.h"
#include "base/slice.h"

#include <dirent.h>
#include <stdio.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static inline struct base_buffer folder_file(const char *path) {
  struct base_buffer bytes = {0};
  char part[1 << 14];
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  for (size_t size; (size = fread(part, 1, sizeof part, file)) > 0;) {
    base_buffer_add(&bytes, part, size);
  }
  fclose(file);
  return bytes;
}

/* Counts how the files were read, by what `read` answers. */
static inline void folder_count(const char *folder,
                                int (*read)(const char *name,
                                            struct base_slice bytes),
                                size_t *counts) {
  DIR *entries = opendir(folder);
  assert_non_null(entries);
  for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
    char path[4096];
    if (entry->d_name[0] == '.') {
      continue;
    }
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    struct base_buffer bytes = folder_file(path);
    counts[read(entry->d_name, (struct base_slice){bytes.bytes, bytes.size})]++;
    base_buffer_destroy(&bytes);
  }
  closedir(entries);
}

#endif
