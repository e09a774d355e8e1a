/* SPDX-License-Identifier: MIT */
#include "cache.h"

#include "cache_tidy.h"
#include "input.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
  ALIGNMENT = 16, /* of the image */
  OTHERS = S_IRWXG | S_IRWXO,
};

/* What the file begins with, in the machine's byte order; what went into the
 * rules stands behind it, then the image. */
struct head {
  uint64_t size; /* of what went in */
  uint64_t sum;  /* of all behind it */
};

/* FNV-1a, and what it begins with. */
#define HASH_START UINT64_C(14695981039346656037)
static uint64_t hash(uint64_t so_far, const void *bytes, size_t size) {
  const unsigned char *byte = bytes;
  for (size_t i = 0; i < size; i++) {
    so_far = (so_far ^ byte[i]) * UINT64_C(1099511628211);
  }
  return so_far;
}

/* "$HOME/.cache" and the like into `path`, made if it is missing. */
static bool enter_folder(struct cli_bytes *path, const char *name) {
  cli_bytes_add_string(path, name);
  cli_bytes_add(path, "", 1);
  path->size--;
  struct stat facts;
  return (mkdir(path->bytes, S_IRWXU) == 0 || stat(path->bytes, &facts) == 0);
}

/* The XDG base directory specification: a relative path is no path. */
static bool enter_cache(struct cli_bytes *path) {
  const char *cache = getenv("XDG_CACHE_HOME");
  const char *home = getenv("HOME");
  bool there = false;
  if (cache != NULL && cache[0] == '/') {
    there = enter_folder(path, cache);
  } else if (home != NULL && home[0] == '/') {
    cli_bytes_add_string(path, home);
    there = enter_folder(path, "/.cache");
  }
  return there && enter_folder(path, "/courtesy");
}

/* With its NUL. Two sets of rules of one name only take turns in the cache. */
static uint64_t hash_string(uint64_t so_far, const char *string) {
  return hash(so_far, string, strlen(string) + 1);
}

static uint64_t hash_path(uint64_t so_far, const char *path) {
  char *real = realpath(path, NULL);
  so_far = hash_string(so_far, real != NULL ? real : path);
  free(real);
  return so_far;
}

/* The name comes from where the files lie, so that an edited file takes the
 * place of what it was, however its path is written, and no other's. */
static void name_file(struct cli_cache *cache,
                      const struct cli_rule_files *files) {
  uint64_t name =
      hash_string(HASH_START, files->profile != NULL ? files->profile : "");
  for (size_t i = 0; i < files->count; i++) {
    name = hash_path(name, files->files[i].name);
  }
  char text[32];
  snprintf(text, sizeof text, "/%0*llx%s", CLI_CACHE_DIGITS,
           (unsigned long long)name, files->pack ? "" : "-alone");
  cli_bytes_add(&cache->path, text, strlen(text) + 1);
}

/* A name as the rules remember it, for a trace and the like: there one
 * spelling is as good as the other. */
static const char *plain_name(const char *name) {
  while (name[0] == '.' && name[1] == '/') {
    name += 2;
  }
  return name;
}

static void gather(struct cli_bytes *content,
                   const struct cli_rule_files *files) {
  char text[128];
  snprintf(text, sizeof text, "%s %016llx %d %zu", courtesy_version(),
           (unsigned long long)courtesy_pack_hash(), files->pack, files->count);
  cli_bytes_add(content, text, strlen(text) + 1);
  const char *profile = files->profile != NULL ? files->profile : "";
  cli_bytes_add(content, profile, strlen(profile) + 1);
  for (size_t i = 0; i < files->count; i++) {
    const struct cli_rule_file *file = &files->files[i];
    snprintf(text, sizeof text, "%zu", file->text.size);
    const char *name = plain_name(file->name);
    cli_bytes_add(content, name, strlen(name) + 1);
    cli_bytes_add(content, text, strlen(text) + 1);
    cli_bytes_add(content, file->text.bytes, file->text.size);
  }
}

void cli_cache_open(struct cli_cache *cache,
                    const struct cli_rule_files *files) {
  *cache = (struct cli_cache){.path = {0}};
  if (!files->cache || !enter_cache(&cache->path)) {
    cli_bytes_destroy(&cache->path);
    return;
  }
  name_file(cache, files);
  gather(&cache->content, files);
}

void cli_cache_close(struct cli_cache *cache) {
  cli_bytes_destroy(&cache->path);
  cli_bytes_destroy(&cache->content);
}

/* Fletcher's sum, by four numbers at a time. It tells what a disk damaged; a
 * forger is met by the checks of the library. */
static uint64_t sum_of(const char *bytes, size_t size) {
  enum { LANES = 4 };
  uint64_t simple[LANES] = {0};
  uint64_t weighted[LANES] = {0};
  size_t at = 0;
  for (; size - at >= sizeof simple; at += sizeof simple) {
    uint64_t words[LANES];
    memcpy(words, bytes + at, sizeof words);
    for (size_t i = 0; i < LANES; i++) {
      simple[i] += words[i];
      weighted[i] += simple[i];
    }
  }
  uint64_t sum = hash(HASH_START, bytes + at, size - at);
  sum = hash(sum, simple, sizeof simple);
  return hash(sum, weighted, sizeof weighted);
}

static uint64_t sum_behind_head(const struct cli_bytes *file) {
  return sum_of(file->bytes + sizeof(struct head),
                file->size - sizeof(struct head));
}

/* Where the image begins behind content of that size. */
static size_t image_start(size_t content) {
  size_t end = sizeof(struct head) + content;
  return (end + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static bool is_ours(int descriptor) {
  struct stat facts;
  return fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode) &&
         facts.st_uid == geteuid() && (facts.st_mode & OTHERS) == 0;
}

/* (Without O_NONBLOCK a pipe in the file's place would be waited for.) */
static bool read_file(const char *path, struct cli_bytes *bytes) {
  int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (descriptor < 0) {
    return false;
  }
  bool read =
      is_ours(descriptor) && cli_read_descriptor(descriptor, bytes) == 0;
  close(descriptor);
  return read;
}

static bool holds(const struct cli_bytes *file,
                  const struct cli_bytes *content) {
  struct head head;
  if (file->size < image_start(content->size)) {
    return false;
  }
  memcpy(&head, file->bytes, sizeof head);
  return head.size == content->size &&
         memcmp(file->bytes + sizeof head, content->bytes, content->size) ==
             0 &&
         head.sum == sum_behind_head(file);
}

struct courtesy_ruleset *cli_cache_read(const struct cli_cache *cache) {
  struct courtesy_ruleset *ruleset = NULL;
  struct cli_bytes file = {0};
  if (cache->path.size > 0 && read_file(cache->path.bytes, &file) &&
      holds(&file, &cache->content)) {
    size_t start = image_start(cache->content.size);
    courtesy_ruleset_read(file.bytes + start, file.size - start, &ruleset);
  }
  if (ruleset != NULL) {
    courtesy_ruleset_own(ruleset, file.bytes, free);
  } else {
    cli_bytes_destroy(&file);
  }
  return ruleset;
}

static void add_image(void *context, const void *bytes, size_t size) {
  cli_bytes_add(context, bytes, size);
}

static bool write_all(int descriptor, const struct cli_bytes *bytes) {
  size_t done = 0;
  while (done < bytes->size) {
    ssize_t written =
        write(descriptor, bytes->bytes + done, bytes->size - done);
    if (written <= 0) {
      return false;
    }
    done += (size_t)written;
  }
  return true;
}

/* Under another name first, so that nobody reads half of it. */
static void replace_file(const char *path, const struct cli_bytes *bytes) {
  struct cli_bytes temporary = {0};
  cli_bytes_add_string(&temporary, path);
  cli_bytes_add(&temporary, "-XXXXXX", sizeof "-XXXXXX");
  int descriptor = mkstemp(temporary.bytes); /* mode 0600 */
  if (descriptor >= 0) {
    bool written = write_all(descriptor, bytes);
    written = close(descriptor) == 0 && written;
    if (!written || rename(temporary.bytes, path) != 0) {
      unlink(temporary.bytes);
    }
  }
  cli_bytes_destroy(&temporary);
}

static void tidy(const struct cli_cache *cache) {
  const char *path = cache->path.bytes;
  char *folder = cli_copy(path, (size_t)(strrchr(path, '/') - path));
  cli_cache_tidy(folder);
  free(folder);
}

void cli_cache_write(const struct cli_cache *cache,
                     const struct courtesy_ruleset *ruleset) {
  static const char padding[ALIGNMENT];
  const struct cli_bytes *content = &cache->content;
  struct head head = {.size = content->size};
  struct cli_bytes file = {0};
  if (cache->path.size == 0) {
    return;
  }
  cli_bytes_add(&file, (const char *)&head, sizeof head);
  cli_bytes_add(&file, content->bytes, content->size);
  cli_bytes_add(&file, padding, image_start(content->size) - file.size);
  if (courtesy_ruleset_write(ruleset, add_image, &file) == COURTESY_OK) {
    head.sum = sum_behind_head(&file);
    memcpy(file.bytes, &head, sizeof head);
    replace_file(cache->path.bytes, &file);
    tidy(cache);
  }
  cli_bytes_destroy(&file);
}
