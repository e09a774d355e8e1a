/* SPDX-License-Identifier: MIT */
#include "ignore.h"

#include "input.h"
#include "utf8.h"

#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Written by hand, such a file is never as large. */
enum { LARGEST_FILE = 1 << 20 };

struct cli_ignore_pattern {
  struct cli_names segments; /* between its slashes */
  size_t depth;              /* of its file: names of the path above that */
  bool negated;              /* what fits is not left out after all */
  bool folders_only;
};

/* The first `size` bytes of a folder's path, and what follows there. */
static void join(struct cli_bytes *path, const char *folder, size_t size,
                 const char *rest) {
  path->size = 0;
  cli_bytes_add(path, folder, size);
  cli_bytes_add(path, rest, strlen(rest) + 1);
}

/* How much of the path is the top of a repository; 0 when it is in none. */
static size_t top_size(const char *folder) {
  struct cli_bytes path = {0};
  struct stat facts;
  size_t size = strlen(folder);
  while (size > 0) {
    join(&path, folder, size, "/.git");
    if (stat(path.bytes, &facts) == 0) {
      break;
    }
    do {
      size--;
    } while (size > 0 && folder[size] != '/');
  }
  cli_bytes_destroy(&path);
  return size;
}

/* Adds the names between the slashes of `path`, which is cut up. */
static void split(struct cli_names *names, char *path) {
  while (*path != '\0') {
    size_t size = strcspn(path, "/");
    bool last = path[size] == '\0';
    path[size] = '\0';
    if (size > 0) {
      cli_names_add(names, path);
    }
    path += size + (last ? 0 : 1);
  }
}

static void add_pattern(struct cli_ignore *ignore, char *line, size_t depth) {
  struct cli_ignore_pattern pattern = {.depth = depth};
  pattern.negated = *line == '!';
  line += pattern.negated ? 1 : 0;
  size_t size = strlen(line);
  pattern.folders_only = size > 0 && line[size - 1] == '/';
  line[size - (pattern.folders_only ? 1 : 0)] = '\0';
  if (*line == '\0') {
    return;
  }
  if (strchr(line, '/') == NULL) { /* at any depth */
    cli_names_add(&pattern.segments, "**");
  }
  split(&pattern.segments, line);
  if (ignore->count == ignore->capacity) {
    ignore->capacity = ignore->capacity > 0 ? ignore->capacity * 2 : 16;
    ignore->patterns = cli_resize(ignore->patterns,
                                  ignore->capacity * sizeof *ignore->patterns);
  }
  ignore->patterns[ignore->count++] = pattern;
}

/* The line without the carriage return and the blanks at its end, but for a
 * blank after a backslash. */
static void trim(char *line) {
  size_t size = strlen(line);
  if (size > 0 && line[size - 1] == '\r') {
    size--;
  }
  while (size > 0 && line[size - 1] == ' ' &&
         !(size > 1 && line[size - 2] == '\\')) {
    size--;
  }
  line[size] = '\0';
}

static void add_patterns(struct cli_ignore *ignore, char *text, size_t depth) {
  char *line = text + cli_utf8_mark_size(text, strlen(text));
  while (*line != '\0') {
    char *next = line + strcspn(line, "\n");
    if (*next != '\0') {
      *next++ = '\0';
    }
    trim(line);
    if (*line != '\0' && *line != '#') {
      add_pattern(ignore, line, depth);
    }
    line = next;
  }
}

/* As git does, follows no link; a missing file says nothing. */
static void read_patterns(struct cli_ignore *ignore, const char *path,
                          size_t depth) {
  struct cli_bytes text = {0};
  struct stat facts;
  if (lstat(path, &facts) == 0 && S_ISREG(facts.st_mode) &&
      facts.st_size <= LARGEST_FILE && cli_read_file(path, &text) == 0) {
    cli_bytes_add(&text, "", 1);
    add_patterns(ignore, text.bytes, depth);
  }
  cli_bytes_destroy(&text);
}

void cli_ignore_read(struct cli_ignore *ignore, const char *folder) {
  *ignore = (struct cli_ignore){.count = 0};
  char *real = realpath(folder, NULL);
  size_t size = real != NULL ? top_size(real) : 0;
  struct cli_bytes path = {0};
  if (size > 0) {
    join(&path, real, size, "/.git/info/exclude");
    read_patterns(ignore, path.bytes, 0);
    join(&path, real, size, "/.gitignore");
    read_patterns(ignore, path.bytes, 0);
  }
  while (size > 0 && real[size] == '/') {
    size_t name = strcspn(real + size + 1, "/");
    join(&path, real + size + 1, name, "");
    cli_names_add(&ignore->path, path.bytes);
    size += 1 + name;
    join(&path, real, size, "/.gitignore");
    read_patterns(ignore, path.bytes, ignore->path.count);
  }
  cli_bytes_destroy(&path);
  free(real);
}

/* Whether names fit the segments, where ** stands for any number of names.
 * The last ** is the only one that need be tried again. */
static bool fits(const struct cli_names *segments, char *const *names,
                 size_t count) {
  size_t segment = 0;
  size_t name = 0;
  size_t after_any = 0; /* the segment after the last **; 0: none yet */
  size_t tried = 0;
  while (name < count) {
    const char *glob =
        segment < segments->count ? segments->names[segment] : "";
    if (strcmp(glob, "**") == 0) {
      after_any = ++segment;
      tried = name;
    } else if (fnmatch(glob, names[name], 0) == 0) {
      segment++;
      name++;
    } else if (after_any > 0) {
      segment = after_any;
      name = ++tried;
    } else {
      return false;
    }
  }
  return segment == segments->count;
}

bool cli_ignore_holds(struct cli_ignore *ignore, const char *name,
                      bool is_folder) {
  struct cli_names *path = &ignore->path;
  bool ignored = false;
  bool decided = false;
  cli_names_add(path, name);
  for (size_t i = ignore->count; i > 0 && !decided; i--) {
    const struct cli_ignore_pattern *pattern = &ignore->patterns[i - 1];
    decided = (is_folder || !pattern->folders_only) &&
              fits(&pattern->segments, path->names + pattern->depth,
                   path->count - pattern->depth);
    ignored = decided && !pattern->negated;
  }
  free(path->names[--path->count]);
  return ignored;
}

void cli_ignore_destroy(struct cli_ignore *ignore) {
  for (size_t i = 0; i < ignore->count; i++) {
    cli_names_destroy(&ignore->patterns[i].segments);
  }
  free(ignore->patterns);
  cli_names_destroy(&ignore->path);
}
