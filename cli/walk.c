/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* what a folder tells of its entries: dirent.h */

#include "walk.h"

#include "ignore.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void cli_walk_begin(struct cli_walk *walk, const char *const *paths,
                    size_t count, bool (*wants)(const char *name)) {
  *walk = (struct cli_walk){
      .paths = paths,
      .path_count = count,
      .wants = wants,
      .maildir_floor = SIZE_MAX,
  };
}

static void reverse(char **names, size_t count) {
  for (size_t i = 0; i < count / 2; i++) {
    char *name = names[i];
    names[i] = names[count - 1 - i];
    names[count - 1 - i] = name;
  }
}

/* The path of `name` in a folder, in the emptied bytes. */
static const char *path_in(struct cli_bytes *path, const char *folder,
                           const char *name) {
  size_t length = strlen(folder);
  path->size = 0;
  cli_bytes_add(path, folder, length);
  if (length > 0 && folder[length - 1] != '/') {
    cli_bytes_add(path, "/", 1);
  }
  cli_bytes_add(path, name, strlen(name) + 1);
  return path->bytes;
}

static mode_t type_of(const char *path) {
  struct stat facts;
  return stat(path, &facts) == 0 ? facts.st_mode & S_IFMT : 0;
}

/* The type of an entry of a folder; of a link, S_IFLNK. Most systems tell it
 * with the name. */
static mode_t entry_type(const struct dirent *entry, const char *path) {
#ifdef DT_UNKNOWN
  switch (entry->d_type) {
  case DT_REG:
    return S_IFREG;
  case DT_DIR:
    return S_IFDIR;
  case DT_LNK:
    return S_IFLNK;
  default:
    break;
  }
#else
  (void)entry;
#endif
  struct stat facts;
  return lstat(path, &facts) == 0 ? facts.st_mode & S_IFMT : 0;
}

static bool is_file(const struct dirent *entry, const char *path) {
  mode_t type = entry_type(entry, path);
  return (type == S_IFLNK ? type_of(path) : type) == S_IFREG;
}

/* Folders below, and files with a wanted name; a linked folder is not
 * followed, so that no walk goes in a circle. */
static bool is_walked(const struct cli_walk *walk, struct cli_ignore *ignore,
                      const struct dirent *entry, const char *path) {
  bool below = entry_type(entry, path) == S_IFDIR;
  return (below || (walk->wants(entry->d_name) && is_file(entry, path))) &&
         !cli_ignore_holds(ignore, entry->d_name, below);
}

static bool is_maildir(const char *folder) {
  static const char *const names[] = {"cur", "new", "tmp"};
  struct cli_bytes path = {0};
  bool all = true;
  for (size_t i = 0; all && i < sizeof names / sizeof names[0]; i++) {
    all = type_of(path_in(&path, folder, names[i])) == S_IFDIR;
  }
  cli_bytes_destroy(&path);
  return all;
}

/* Puts a folder's entries on the stack, the first one on top: all files of a
 * Maildir's folder, what is wanted of another. */
static int push_entries(struct cli_walk *walk, const char *folder,
                        bool all_files) {
  DIR *directory = opendir(folder);
  if (directory == NULL) {
    return errno;
  }
  struct cli_ignore ignore = {.count = 0};
  if (walk->without_ignored && !all_files) {
    cli_ignore_read(&ignore, folder);
  }
  size_t first = walk->pending.count;
  struct cli_bytes path = {0};
  for (const struct dirent *entry; (entry = readdir(directory)) != NULL;) {
    const char *name = path_in(&path, folder, entry->d_name);
    if (entry->d_name[0] != '.' &&
        (all_files ? is_file(entry, name)
                   : is_walked(walk, &ignore, entry, name))) {
      cli_names_add(&walk->pending, name);
    }
  }
  closedir(directory);
  cli_ignore_destroy(&ignore);
  cli_bytes_destroy(&path);
  cli_names_sort(&walk->pending, first);
  reverse(walk->pending.names + first, walk->pending.count - first);
  return 0;
}

/* Where a folder of it cannot be read, the source becomes that one. */
static int push_maildir(struct cli_walk *walk, struct cli_source *source) {
  static const char *const names[] = {"new", "cur"};
  struct cli_bytes path = {0};
  walk->maildir_floor = walk->pending.count;
  walk->met_maildir = true;
  int error = 0;
  for (size_t i = 0; error == 0 && i < sizeof names / sizeof names[0]; i++) {
    error = push_entries(walk, path_in(&path, source->path, names[i]), true);
  }
  if (error != 0) {
    free(walk->current);
    walk->current = cli_copy(path.bytes, path.size - 1);
    source->path = walk->current;
  }
  cli_bytes_destroy(&path);
  return error;
}

static int push_folder(struct cli_walk *walk, struct cli_source *source) {
  return walk->all_are_maildirs || is_maildir(source->path)
             ? push_maildir(walk, source)
             : push_entries(walk, source->path, false);
}

/* Takes the next name off the stack, or else the next path; false when there
 * is none. */
static bool take_next(struct cli_walk *walk, struct cli_source *source) {
  bool found = walk->pending.count > 0;
  if (!found && walk->path_count == 0) {
    return false;
  }
  free(walk->current);
  walk->current = found ? walk->pending.names[--walk->pending.count] : NULL;
  *source = (struct cli_source){
      .path = found ? walk->current : *walk->paths++,
      .in_folder = found,
      .in_maildir = found && walk->pending.count >= walk->maildir_floor,
      .size = SIZE_MAX,
  };
  walk->path_count -= !found;
  if (!source->in_maildir) {
    walk->maildir_floor = SIZE_MAX;
  }
  return true;
}

/* What the path is; a file that can be opened stays so if that is wanted.
 * Returns 0 or an errno. */
static int look_at(const struct cli_walk *walk, struct cli_source *source,
                   struct stat *facts) {
  if (walk->opens) {
    source->descriptor = open(source->path, O_RDONLY | O_CLOEXEC);
    source->is_open =
        source->descriptor >= 0 && fstat(source->descriptor, facts) == 0;
  }
  if (source->is_open && S_ISDIR(facts->st_mode)) {
    source->is_open = false;
    close(source->descriptor);
  } else if (!source->is_open && stat(source->path, facts) != 0) {
    return errno;
  }
  return 0;
}

bool cli_walk_next(struct cli_walk *walk, struct cli_source *source) {
  struct stat facts;
  while (take_next(walk, source)) {
    if (strcmp(source->path, "-") == 0) {
      return true;
    }
    source->error = look_at(walk, source, &facts);
    if (source->error != 0) {
      return true;
    }
    if (!S_ISDIR(facts.st_mode)) {
      source->size = S_ISREG(facts.st_mode) ? (size_t)facts.st_size : SIZE_MAX;
      return true;
    }
    source->error = push_folder(walk, source);
    if (source->error != 0) {
      return true;
    }
  }
  return false;
}

void cli_walk_end(struct cli_walk *walk) {
  cli_names_destroy(&walk->pending);
  free(walk->current);
  walk->current = NULL;
}
