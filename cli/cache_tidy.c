/* SPDX-License-Identifier: MIT */
#include "cache_tidy.h"

#include "memory.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct kept {
  char *name;
  struct timespec written;
};

struct kept_files {
  struct kept *files;
  size_t count;
};

static int compare_newest_first(const void *a, const void *b) {
  const struct kept *one = a;
  const struct kept *other = b;
  if (one->written.tv_sec != other->written.tv_sec) {
    return one->written.tv_sec < other->written.tv_sec ? 1 : -1;
  }
  if (one->written.tv_nsec != other->written.tv_nsec) {
    return one->written.tv_nsec < other->written.tv_nsec ? 1 : -1;
  }
  return strcmp(one->name, other->name);
}

static void add_file(struct kept_files *kept, int folder, const char *name) {
  struct stat facts;
  if (strspn(name, "0123456789abcdef") != CLI_CACHE_DIGITS ||
      fstatat(folder, name, &facts, AT_SYMLINK_NOFOLLOW) != 0) {
    return;
  }
  kept->files =
      cli_resize(kept->files, (kept->count + 1) * sizeof *kept->files);
  kept->files[kept->count++] =
      (struct kept){cli_copy(name, strlen(name)), facts.st_mtim};
}

void cli_cache_tidy(const char *folder) {
  DIR *directory = opendir(folder);
  if (directory == NULL) {
    return;
  }
  struct kept_files kept = {0};
  for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
    add_file(&kept, dirfd(directory), entry->d_name);
  }
  if (kept.count > CLI_CACHE_FILES) {
    qsort(kept.files, kept.count, sizeof *kept.files, compare_newest_first);
  }
  for (size_t i = 0; i < kept.count; i++) {
    if (i >= CLI_CACHE_FILES) {
      unlinkat(dirfd(directory), kept.files[i].name, 0);
    }
    free(kept.files[i].name);
  }
  free(kept.files);
  closedir(directory);
}
