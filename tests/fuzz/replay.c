/* SPDX-License-Identifier: MIT */
/*
 * usage: replay-TARGET FOLDER|FILE...
 *
 * Gives a target files as inputs, each in memory of exactly its size, so that
 * sanitizers and valgrind see a byte that is read behind it. The name of each
 * is told before, so that what ends the program is known.
 */
#include "fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void stop(const char *path) {
  perror(path);
  exit(2);
}

static void replay_file(const char *path, size_t size) {
  uint8_t *bytes = malloc(size > 0 ? size : 1);
  FILE *file = fopen(path, "rb");
  if (bytes == NULL || file == NULL || fread(bytes, 1, size, file) != size) {
    stop(path);
  }
  fclose(file);
  printf("%s\n", path);
  fflush(stdout);
  LLVMFuzzerTestOneInput(bytes, size);
  free(bytes);
}

static int is_visible(const struct dirent *entry) {
  return entry->d_name[0] != '.';
}

static size_t replay_folder(const char *path) {
  struct dirent **entries;
  int count = scandir(path, &entries, is_visible, alphasort);
  if (count < 0) {
    stop(path);
  }
  for (int i = 0; i < count; i++) {
    char inside[4096];
    struct stat about;
    snprintf(inside, sizeof inside, "%s/%s", path, entries[i]->d_name);
    if (stat(inside, &about) != 0) {
      stop(inside);
    }
    replay_file(inside, (size_t)about.st_size);
    free(entries[i]);
  }
  free(entries);
  return (size_t)count;
}

int main(int count, char **paths) {
  size_t files = 0;
  for (int i = 1; i < count; i++) {
    struct stat about;
    if (stat(paths[i], &about) != 0) {
      stop(paths[i]);
    }
    if (S_ISDIR(about.st_mode)) {
      files += replay_folder(paths[i]);
    } else {
      replay_file(paths[i], (size_t)about.st_size);
      files++;
    }
  }
  printf("%zu inputs\n", files);
  return files > 0 ? 0 : 2;
}
