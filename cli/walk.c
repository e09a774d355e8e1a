/* SPDX-License-Identifier: MIT */
#include "input.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

void cli_walk_begin(struct cli_walk *walk, const char *const *paths,
                    size_t count, const char *const *endings) {
  *walk = (struct cli_walk){.endings = endings};
  for (size_t i = count; i > 0; i--) {
    cli_names_add(&walk->pending, paths[i - 1]);
  }
}

bool cli_name_ends(const char *name, const char *ending) {
  size_t size = strlen(name);
  size_t end = strlen(ending);
  return size > end && strcasecmp(name + size - end, ending) == 0;
}

static bool is_wanted(const struct cli_walk *walk, const char *name) {
  for (const char *const *ending = walk->endings; *ending != NULL; ending++) {
    if (cli_name_ends(name, *ending)) {
      return true;
    }
  }
  return false;
}

/* Folders below, and files with a wanted name; a linked folder is not
 * followed, so that no walk goes in a circle. */
static bool is_walked(const struct cli_walk *walk, const char *path,
                      const char *name) {
  struct stat facts;
  if (lstat(path, &facts) == 0 && S_ISDIR(facts.st_mode)) {
    return true;
  }
  return is_wanted(walk, name) && stat(path, &facts) == 0 &&
         S_ISREG(facts.st_mode);
}

static void reverse(char **names, size_t count) {
  for (size_t i = 0; i < count / 2; i++) {
    char *name = names[i];
    names[i] = names[count - 1 - i];
    names[count - 1 - i] = name;
  }
}

/* Puts a folder's entries on the stack, the first one on top. */
static int push_folder(struct cli_walk *walk, const char *folder) {
  DIR *directory = opendir(folder);
  if (directory == NULL) {
    return errno;
  }
  size_t first = walk->pending.count;
  size_t length = strlen(folder);
  struct cli_bytes path = {0};
  cli_bytes_add(&path, folder, length);
  if (length > 0 && folder[length - 1] != '/') {
    cli_bytes_add(&path, "/", 1);
  }
  length = path.size;
  for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
    path.size = length;
    cli_bytes_add(&path, entry->d_name, strlen(entry->d_name) + 1);
    if (entry->d_name[0] != '.' && is_walked(walk, path.bytes, entry->d_name)) {
      cli_names_add(&walk->pending, path.bytes);
    }
  }
  closedir(directory);
  cli_bytes_destroy(&path);
  cli_names_sort(&walk->pending, first);
  reverse(walk->pending.names + first, walk->pending.count - first);
  return 0;
}

const char *cli_walk_next(struct cli_walk *walk, int *error) {
  *error = 0;
  while (walk->pending.count > 0) {
    struct stat facts;
    free(walk->current);
    walk->current = walk->pending.names[--walk->pending.count];
    if (strcmp(walk->current, "-") == 0) {
      return walk->current;
    }
    if (stat(walk->current, &facts) != 0) {
      *error = errno;
      return walk->current;
    }
    if (!S_ISDIR(facts.st_mode)) {
      return walk->current;
    }
    *error = push_folder(walk, walk->current);
    if (*error != 0) {
      return walk->current;
    }
  }
  return NULL;
}

void cli_walk_end(struct cli_walk *walk) {
  cli_names_destroy(&walk->pending);
  free(walk->current);
  walk->current = NULL;
}
