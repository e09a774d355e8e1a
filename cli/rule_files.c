/* SPDX-License-Identifier: MIT */
#include "rule_files.h"

#include "cache.h"
#include "excerpt.h"
#include "report.h"
#include "utf8.h"
#include "walk.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool load_file(struct cli_rule_files *files, const char *path) {
  struct cli_bytes text = {0};
  int error = cli_read_file(path, &text);
  if (error != 0) {
    cli_complain("%s: cannot read these rules: %s", path, strerror(error));
    cli_bytes_destroy(&text);
    return false;
  }
  files->files =
      cli_resize(files->files, (files->count + 1) * sizeof *files->files);
  files->files[files->count++] =
      (struct cli_rule_file){cli_copy(path, strlen(path)), text};
  return true;
}

static bool is_rule_name(const char *name) {
  return cli_name_ends(name, ".yaml") || cli_name_ends(name, ".yml");
}

/* A folder stands for the rule files in it, in the order of their names. */
static bool load_path(struct cli_rule_files *files, const char *path) {
  struct cli_walk walk;
  struct cli_source file;
  size_t count = files->count;
  bool ok = true;
  cli_walk_begin(&walk, &path, 1, is_rule_name);
  while (cli_walk_next(&walk, &file)) {
    ok = load_file(files, file.path) && ok;
  }
  cli_walk_end(&walk);
  if (ok && files->count == count) {
    cli_complain("%s: no file there ends in .yaml or .yml", path);
    return false;
  }
  return ok;
}

bool cli_rule_files_load(struct cli_rule_files *files,
                         const struct cli_arguments *arguments,
                         const char *const *more, size_t more_count) {
  *files = (struct cli_rule_files){.pack = arguments->default_rules,
                                   .cache = arguments->cache,
                                   .profile = arguments->profile};
  bool ok = true;
  for (size_t i = 0; i < arguments->rules_count; i++) {
    ok = load_path(files, arguments->rules[i]) && ok;
  }
  files->first_named = files->count;
  for (size_t i = 0; i < more_count; i++) {
    ok = load_path(files, more[i]) && ok;
  }
  return ok;
}

void cli_rule_files_destroy(struct cli_rule_files *files) {
  for (size_t i = 0; i < files->count; i++) {
    free(files->files[i].name);
    cli_bytes_destroy(&files->files[i].text);
  }
  free(files->files);
}

static const struct cli_rule_file *file_named(
    const struct cli_rule_files *files, const char *name) {
  for (size_t i = 0; i < files->count; i++) {
    if (strcmp(files->files[i].name, name) == 0) {
      return &files->files[i];
    }
  }
  return NULL;
}

bool cli_rule_file_is_meant(const struct cli_rule_files *files,
                            const char *name) {
  for (size_t i = files->first_named; i < files->count; i++) {
    if (strcmp(files->files[i].name, name) == 0) {
      return true;
    }
  }
  return files->first_named == files->count;
}

/* The offset of a line and column, or the text's end. */
static size_t offset_of(const struct cli_bytes *text, uint32_t line,
                        uint32_t column) {
  size_t offset = 0;
  while (line > 1 && offset < text->size) {
    const char *feed = memchr(text->bytes + offset, '\n', text->size - offset);
    offset = feed != NULL ? (size_t)(feed + 1 - text->bytes) : text->size;
    line--;
  }
  while (column > 1 && offset < text->size && text->bytes[offset] != '\n') {
    offset += cli_utf8_decode(text->bytes + offset, text->size - offset).size;
    column--;
  }
  return offset;
}

uint32_t cli_rule_column(const struct cli_rule_files *files, const char *name,
                         uint32_t line) {
  const struct cli_rule_file *file = file_named(files, name);
  uint32_t column = 1;
  if (file != NULL) {
    size_t offset = offset_of(&file->text, line, 1);
    while (offset < file->text.size && file->text.bytes[offset] == ' ') {
      offset++;
      column++;
    }
  }
  return column;
}

void cli_print_diagnostic(struct cli_output *output,
                          const struct cli_rule_files *files,
                          const struct courtesy_diagnostic *diagnostic) {
  cli_print_heading(output, diagnostic->file, diagnostic->line,
                    diagnostic->column, diagnostic->severity);
  cli_output_shown_string(output, diagnostic->message);
  cli_output_string(output, "\n");
  const struct cli_rule_file *file = file_named(files, diagnostic->file);
  if (file != NULL && file->text.size > 0 &&
      !cli_is_utf16(file->text.bytes, file->text.size)) {
    struct cli_excerpt excerpt = {
        .bytes = file->text.bytes,
        .size = file->text.size,
        .offset = offset_of(&file->text, diagnostic->line, diagnostic->column),
        .line = diagnostic->line,
    };
    cli_excerpt_print(output, &excerpt,
                      cli_severity_style(diagnostic->severity));
  }
}

/* A file with thousands of mistakes is no rule file at all. Errors are told
 * before warnings find room, all in the order of the files. */
enum { MOST_DIAGNOSTICS = 200 };

/* Whether a diagnostic is asked for: errors are, always. */
static bool is_asked_for(const struct cli_rule_files *files,
                         const struct cli_build *build,
                         const struct courtesy_diagnostic *diagnostic) {
  return diagnostic->severity == COURTESY_ERROR ||
         (build->warnings && cli_rule_file_is_meant(files, diagnostic->file));
}

static void count_diagnostics(const struct cli_rule_files *files,
                              struct cli_build *build,
                              const struct courtesy_builder *builder) {
  for (size_t i = 0; i < courtesy_builder_diagnostic_count(builder); i++) {
    const struct courtesy_diagnostic *diagnostic =
        courtesy_builder_diagnostic(builder, i);
    if (is_asked_for(files, build, diagnostic)) {
      build->counts[diagnostic->severity]++;
    }
  }
}

static void print_diagnostics(const struct cli_rule_files *files,
                              const struct cli_build *build,
                              const struct courtesy_builder *builder) {
  size_t room[COURTESY_ERROR + 1];
  size_t left_out[COURTESY_ERROR + 1];
  bool cut = false;
  cli_share_room(build->counts, MOST_DIAGNOSTICS, room);
  for (int i = COURTESY_OFF; i <= COURTESY_ERROR; i++) {
    left_out[i] = build->counts[i] - room[i];
    cut = cut || left_out[i] > 0;
  }
  for (size_t i = 0; i < courtesy_builder_diagnostic_count(builder); i++) {
    const struct courtesy_diagnostic *diagnostic =
        courtesy_builder_diagnostic(builder, i);
    if (is_asked_for(files, build, diagnostic) &&
        room[diagnostic->severity] > 0) {
      cli_print_diagnostic(build->output, files, diagnostic);
      room[diagnostic->severity]--;
    }
  }
  if (cut) {
    cli_output_string(build->output, "… and ");
    cli_print_counts(build->output, left_out);
    cli_output_string(build->output, " more\n");
  }
}

static enum courtesy_status add_layers(const struct cli_rule_files *files,
                                       const struct cli_build *build,
                                       struct courtesy_builder *builder) {
  enum courtesy_status status = COURTESY_OK;
  if (files->pack) {
    status = courtesy_builder_add_pack(builder, "en");
  }
  for (size_t i = 0; status == COURTESY_OK && i < build->file_count; i++) {
    const struct cli_rule_file *file = &files->files[i];
    status = courtesy_builder_add_file(
        builder, file->name, file->text.size > 0 ? file->text.bytes : "",
        file->text.size);
    if (status == COURTESY_TOO_LARGE) {
      status = COURTESY_OK; /* it is among the diagnostics */
    }
  }
  if (status == COURTESY_OK && files->profile != NULL) {
    status = courtesy_builder_set_profile(builder, files->profile);
  }
  for (size_t i = 0; status == COURTESY_OK && i < build->change_count; i++) {
    status = courtesy_builder_set_severity(
        builder, build->changes[i].rule_or_group, build->changes[i].severity);
  }
  return status;
}

/* Says which profiles there are. */
static void complain_of_profile(const struct cli_rule_files *files) {
  struct cli_rule_files any = *files;
  struct cli_build build = {.file_count = files->count};
  struct cli_bytes names = {0};
  any.profile = NULL;
  struct courtesy_ruleset *ruleset = cli_rules_build(&any, &build);
  size_t count = ruleset != NULL ? courtesy_ruleset_profile_count(ruleset) : 0;
  for (size_t i = 0; i < count; i++) {
    cli_bytes_add_string(&names, i == 0 ? ", but " : ", ");
    cli_bytes_add_string(&names, courtesy_ruleset_profile_name(ruleset, i));
  }
  cli_bytes_add(&names, "", 1);
  cli_complain("--profile: there is no profile “%s”%s", files->profile,
               names.bytes);
  cli_bytes_destroy(&names);
  courtesy_ruleset_destroy(ruleset);
}

static enum courtesy_status build_layers(const struct cli_rule_files *files,
                                         struct cli_build *build,
                                         struct courtesy_ruleset **ruleset) {
  struct courtesy_builder *builder = NULL;
  enum courtesy_status status = courtesy_builder_create(&builder);
  if (status == COURTESY_OK) {
    status = add_layers(files, build, builder);
  }
  if (status == COURTESY_OK) {
    status = courtesy_builder_finish(builder, ruleset);
  }
  if (builder != NULL) {
    count_diagnostics(files, build, builder);
  }
  if (builder != NULL && build->output != NULL) {
    print_diagnostics(files, build, builder);
  }
  courtesy_builder_destroy(builder);
  return status;
}

/* The pack alone: the library may have it ready. */
static bool is_pack_only(const struct cli_rule_files *files,
                         const struct cli_build *build) {
  return files->pack && build->file_count == 0 && build->change_count == 0 &&
         !build->warnings;
}

struct courtesy_ruleset *cli_rules_build(const struct cli_rule_files *files,
                                         struct cli_build *build) {
  struct courtesy_ruleset *ruleset = NULL;
  const char *profile = files->profile != NULL ? files->profile : "";
  enum courtesy_status status =
      is_pack_only(files, build)
          ? courtesy_ruleset_create_pack("en", profile, &ruleset)
          : build_layers(files, build, &ruleset);
  if (status == COURTESY_UNKNOWN_NAME && files->profile != NULL) {
    complain_of_profile(files);
  } else if (status != COURTESY_OK && status != COURTESY_BAD_RULES) {
    cli_complain("the rules cannot be loaded: %s",
                 courtesy_status_text(status));
  }
  return status == COURTESY_OK ? ruleset : NULL;
}

/* Rules without a mistake are built once and kept. */
static struct courtesy_ruleset *build_or_recall(
    const struct cli_rule_files *files, struct cli_build *build) {
  struct cli_cache cache;
  cli_cache_open(&cache, files);
  struct courtesy_ruleset *ruleset = cli_cache_read(&cache);
  if (ruleset == NULL) {
    ruleset = cli_rules_build(files, build);
    if (ruleset != NULL) {
      cli_cache_write(&cache, ruleset);
    }
  }
  cli_cache_close(&cache);
  return ruleset;
}

/* Not inlined: most runs need no output on the stack, which is large. */
__attribute__((noinline)) static struct courtesy_ruleset *build_aloud(
    const struct cli_rule_files *files, struct cli_build *build,
    enum cli_color color) {
  struct cli_output diagnostics;
  cli_output_open(&diagnostics, STDERR_FILENO,
                  cli_color_wanted(color, STDERR_FILENO));
  build->output = &diagnostics;
  struct courtesy_ruleset *ruleset = build_or_recall(files, build);
  cli_output_flush(&diagnostics);
  if (build->counts[COURTESY_ERROR] > 0) {
    cli_complain("nothing was checked: the rules hold %zu error%s",
                 build->counts[COURTESY_ERROR],
                 cli_plural(build->counts[COURTESY_ERROR]));
  }
  return ruleset;
}

/* Whether a line says nothing: it is empty, a comment, or a key such as
 * `rules:` with nothing behind it. */
static bool is_idle(const char *line, size_t size) {
  size_t at = 0;
  while (at < size && line[at] >= 'a' && line[at] <= 'z') {
    at++;
  }
  at = at > 0 && at < size && line[at] == ':' ? at + 1 : 0;
  while (at < size && (line[at] == ' ' || line[at] == '\r')) {
    at++;
  }
  return at == size || line[at] == '#';
}

/* Whether there are such lines alone: what stands below a key says more. */
static bool is_blank(const struct cli_bytes *text) {
  const char *at = text->bytes;
  size_t left = text->size;
  size_t mark = cli_utf8_mark_size(at, left);
  bool idle = true;
  for (at += mark, left -= mark; left > 0 && idle;) {
    const char *feed = memchr(at, '\n', left);
    size_t size = feed != NULL ? (size_t)(feed - at) : left;
    idle = is_idle(at, size);
    size += feed != NULL;
    at += size;
    left -= size;
  }
  return idle;
}

/* A house file that is empty is most likely the wrong one, or lost: without a
 * word it would be missed for long. */
static void complain_of_blank(const struct cli_rule_files *files) {
  for (size_t i = 0; i < files->count; i++) {
    if (is_blank(&files->files[i].text)) {
      cli_complain("%s: no rules in it", files->files[i].name);
    }
  }
}

struct courtesy_ruleset *cli_rules_for(const struct cli_arguments *arguments) {
  struct cli_rule_files files;
  struct courtesy_ruleset *ruleset = NULL;
  if (cli_rule_files_load(&files, arguments, NULL, 0)) {
    struct cli_build build = {.file_count = files.count};
    complain_of_blank(&files);
    bool usual = is_pack_only(&files, &build) && files.profile == NULL;
    ruleset = usual ? cli_rules_build(&files, &build)
                    : build_aloud(&files, &build, arguments->color);
  }
  cli_rule_files_destroy(&files);
  return ruleset;
}
