/* SPDX-License-Identifier: MIT */
/*
 * The public builder: files in, diagnostics and one ruleset out.
 */
#include "base/sort.h"
#include "data/yaml.h"
#include "rules/arrange.h"
#include "rules/compile.h"
#include "rules/pack.h"
#include "rules/severities.h"

#include <stdlib.h>
#include <string.h>

static const char default_profile[] = "internal";
static const char default_language[] = "en";
static const char default_group[] = "other";

/* How messages begin and end in every language: comes with any pack. */
static const char zones_folder[] = "zones";

/* What diagnostics name for what came from no file. */
static const char settings_name[] = "(settings)";

BASE_VECTOR(builder_trees, const struct data_tree *);

/* An entry that the host puts into a list. */
struct extension {
  const char *list;
  const char *entry;
};

BASE_VECTOR(builder_extensions, struct extension);

struct courtesy_builder {
  struct base_arena arena;  /* strings and tables; becomes the ruleset's */
  struct base_arena forest; /* the trees of the files */
  struct builder_trees trees;
  struct rules_report report;
  struct rules_model model;
  struct builder_extensions extensions;
  struct rules_settings settings; /* of the host */
  const char *profile;
  struct text_vocabulary *vocabulary; /* the ruleset's; NULL: an empty one */
  bool has_zones; /* the pack of all languages' greetings was added */
  bool finished;
  bool failed; /* memory ran out: nothing can be trusted to be complete */
};

enum courtesy_status courtesy_builder_create(struct courtesy_builder **out) {
  *out = calloc(1, sizeof **out);
  return *out == NULL ? COURTESY_NO_MEMORY : COURTESY_OK;
}

void courtesy_builder_destroy(struct courtesy_builder *builder) {
  if (builder == NULL) {
    return;
  }
  rules_model_destroy(&builder->model);
  rules_settings_destroy(&builder->settings);
  builder_extensions_destroy(&builder->extensions);
  text_vocabulary_destroy(builder->vocabulary);
  builder_trees_destroy(&builder->trees);
  rules_report_destroy(&builder->report);
  base_arena_destroy(&builder->forest);
  base_arena_destroy(&builder->arena);
  free(builder);
}

/* Sorts the diagnostics and looks at all sticky flags. */
static enum courtesy_status settle(struct courtesy_builder *builder) {
  rules_report_sort(&builder->report);
  builder->failed = builder->failed || builder->arena.failed ||
                    builder->forest.failed || builder->trees.failed ||
                    builder->extensions.failed || builder->settings.failed ||
                    rules_report_failed(&builder->report) ||
                    rules_model_failed(&builder->model);
  return builder->failed ? COURTESY_NO_MEMORY : COURTESY_OK;
}

/* ----------------------------------------------------------------- files */

static void report_problems(struct courtesy_builder *builder,
                            const struct rules_reading *reading) {
  for (size_t i = 0; i < reading->problems->count; i++) {
    const struct data_problem *problem = &reading->problems->items[i];
    rules_error(&builder->report, rules_spot_of(reading, problem->place), "%s",
                problem->message);
  }
}

static void read_bytes(struct courtesy_builder *builder,
                       struct rules_reading *reading, const char *bytes,
                       size_t size) {
  struct data_problems problems = {0};
  struct data_tree *tree = base_arena_alloc(&builder->forest, sizeof *tree);
  if (tree != NULL && builder_trees_add(&builder->trees, tree) &&
      data_yaml_parse(&builder->forest, bytes, size, &problems, tree) ==
          COURTESY_OK) {
    reading->tree = tree;
    reading->problems = &problems;
    report_problems(builder, reading);
    rules_read_file(reading, &builder->model);
  } else {
    builder->failed = true;
  }
  data_problems_destroy(&problems);
}

static enum courtesy_status add_file(struct courtesy_builder *builder,
                                     const char *name, const char *bytes,
                                     size_t size, bool from_pack) {
  struct rules_reading reading = {
      .arena = &builder->arena,
      .report = &builder->report,
      .name = base_arena_string(&builder->arena, name),
      .file = (uint32_t)builder->trees.count,
      .language = default_language,
      .group = default_group,
      .from_pack = from_pack,
  };
  if (size <= DATA_SIZE_MAX) {
    read_bytes(builder, &reading, bytes, size);
    return settle(builder);
  }
  struct rules_spot start = {reading.name, reading.file, 1, 1};
  builder_trees_add(&builder->trees, NULL);
  rules_error(&builder->report, start,
              "the file has %zu bytes: split it, %zu is the most", size,
              DATA_SIZE_MAX);
  enum courtesy_status status = settle(builder);
  return status == COURTESY_OK ? COURTESY_TOO_LARGE : status;
}

enum courtesy_status courtesy_builder_add_file(struct courtesy_builder *builder,
                                               const char *name,
                                               const char *bytes, size_t size) {
  return builder->finished ? COURTESY_INVALID_ARGUMENT
                           : add_file(builder, name, bytes, size, false);
}

/* The files below rules/FOLDER. */
static enum courtesy_status add_folder(struct courtesy_builder *builder,
                                       const char *folder) {
  size_t size = strlen(folder);
  enum courtesy_status status = COURTESY_UNKNOWN_NAME;
  for (size_t i = 0; i < rules_pack_file_count; i++) {
    const struct rules_embedded *file = &rules_pack_files[i];
    if (strncmp(file->name, folder, size) != 0 || file->name[size] != '/') {
      continue;
    }
    status = add_file(builder, file->name, file->bytes, file->size, true);
    if (status != COURTESY_OK) {
      return status;
    }
  }
  return status;
}

enum courtesy_status courtesy_builder_add_pack(struct courtesy_builder *builder,
                                               const char *language) {
  if (builder->finished) {
    return COURTESY_INVALID_ARGUMENT;
  }
  bool is_language = strcmp(language, zones_folder) != 0;
  enum courtesy_status status =
      is_language ? add_folder(builder, language) : COURTESY_UNKNOWN_NAME;
  if (status == COURTESY_OK && !builder->has_zones) {
    builder->has_zones = true;
    status = add_folder(builder, zones_folder);
  }
  return status;
}

/* ---------------------------------------------------- what the host says */

enum courtesy_status courtesy_builder_set_profile(
    struct courtesy_builder *builder, const char *profile) {
  if (builder->finished) {
    return COURTESY_INVALID_ARGUMENT;
  }
  builder->profile = base_arena_string(&builder->arena, profile);
  return settle(builder);
}

enum courtesy_status courtesy_builder_extend_list(
    struct courtesy_builder *builder, const char *list, const char *entry) {
  if (builder->finished) {
    return COURTESY_INVALID_ARGUMENT;
  }
  struct extension extension = {base_arena_string(&builder->arena, list),
                                base_arena_string(&builder->arena, entry)};
  builder_extensions_add(&builder->extensions, extension);
  return settle(builder);
}

static struct rules_spot no_file(void) {
  return (struct rules_spot){settings_name, UINT32_MAX, 1, 1};
}

enum courtesy_status courtesy_builder_set_severity(
    struct courtesy_builder *builder, const char *rule_or_group,
    enum courtesy_severity severity) {
  if (builder->finished || severity > COURTESY_ERROR) {
    return COURTESY_INVALID_ARGUMENT;
  }
  struct rules_setting setting = {
      .name = base_arena_string(&builder->arena, rule_or_group),
      .place = no_file(),
      .severity = severity,
  };
  rules_settings_add(&builder->settings, setting);
  return settle(builder);
}

static void extend(struct courtesy_builder *builder,
                   const struct extension *extension) {
  struct rules_phrase_error error;
  if (!rules_phrase_check_entry(extension->entry, &builder->arena, &error)) {
    rules_warning(&builder->report, no_file(), "`%s` is left out of `%s`: %s",
                  extension->entry, extension->list, error.message);
    return;
  }
  struct rules_lists *lists = &builder->model.lists.lists;
  bool known = false;
  for (size_t i = 0; i < lists->count; i++) {
    if (strcmp(lists->items[i].name, extension->list) == 0) {
      struct rules_line *line = base_arena_alloc(&builder->arena, sizeof *line);
      if (line != NULL) {
        line->text = extension->entry;
        line->place = no_file();
      }
      rules_lines_add(&lists->items[i].lines, line);
      known = true;
    }
  }
  if (!known) {
    rules_error(&builder->report, no_file(), "there is no list `%s` to extend",
                extension->list);
  }
}

/* `colleagues` is there even when no file defines it. */
static void apply_extensions(struct courtesy_builder *builder) {
  struct rules_shelf *lists = &builder->model.lists;
  if (rules_shelf_find(lists, &builder->arena, default_language,
                       "colleagues") == NULL) {
    struct rules_list list = {
        .name = "colleagues", .language = default_language, .place = no_file()};
    rules_shelf_add(lists, &builder->arena, &list);
  }
  for (size_t i = 0; i < builder->extensions.count; i++) {
    extend(builder, &builder->extensions.items[i]);
  }
}

/* -------------------------------------------------------------- profiles */

static int compare_profiles(const void *left, const void *right) {
  const struct rules_profile *one = left;
  const struct rules_profile *other = right;
  return strcmp(one->name, other->name);
}

static bool name_profiles(struct courtesy_builder *builder,
                          struct courtesy_ruleset *ruleset) {
  struct rules_profiles *profiles = &builder->model.profiles;
  if (rules_model_profile(&builder->model, default_profile) == NULL) {
    return false;
  }
  base_sort(profiles->items, profiles->count, sizeof *profiles->items,
            compare_profiles);
  const char **names =
      base_arena_alloc(&builder->arena, profiles->count * sizeof *names);
  for (size_t i = 0; names != NULL && i < profiles->count; i++) {
    names[i] = profiles->items[i].name;
  }
  ruleset->profile_names = names;
  ruleset->profile_count = profiles->count;
  return names != NULL;
}

static void apply_profile(struct courtesy_builder *builder,
                          const struct rules_profile *profile) {
  for (size_t i = 0; i < profile->settings.count; i++) {
    const struct rules_setting *setting = &profile->settings.items[i];
    if (setting->change != NULL && setting->target == RULES_TARGET_ENTRY) {
      rules_overlay(&builder->report,
                    builder->model.entries.items[setting->number],
                    setting->change);
    }
  }
}

/* ------------------------------------------------------------- the ruleset */

/* Everything but the checks for memory and errors. The number of the chosen
 * profile is known. */
static bool compile(struct courtesy_builder *builder,
                    struct courtesy_ruleset *ruleset, size_t profile) {
  struct rules_compiler compiler = {
      .ruleset = ruleset,
      .arena = &builder->arena,
      .report = &builder->report,
      .model = &builder->model,
      .trees = builder->trees.items,
  };
  ruleset->vocabulary = builder->vocabulary;
  builder->vocabulary = NULL;
  apply_profile(builder, &builder->model.profiles.items[profile]);
  ruleset->profile = ruleset->profile_names[profile];
  bool made =
      rules_compile(&compiler, ruleset->profile_severities +
                                   profile * builder->model.entries.count);
  rules_languages_destroy(&compiler.languages);
  text_filing_destroy(&compiler.filing);
  return made;
}

static enum courtesy_status build(struct courtesy_builder *builder,
                                  struct courtesy_ruleset *ruleset) {
  apply_extensions(builder);
  if (!name_profiles(builder, ruleset)) {
    return COURTESY_NO_MEMORY;
  }
  ruleset->profile_severities = rules_severities(
      &builder->model, &builder->settings, &builder->report, &builder->arena);
  if (ruleset->profile_severities == NULL) {
    return COURTESY_NO_MEMORY;
  }
  const char *wanted =
      builder->profile == NULL ? default_profile : builder->profile;
  size_t profile = 0;
  while (profile < ruleset->profile_count &&
         strcmp(ruleset->profile_names[profile], wanted) != 0) {
    profile++;
  }
  if (profile == ruleset->profile_count) {
    return COURTESY_UNKNOWN_NAME;
  }
  return compile(builder, ruleset, profile) ? COURTESY_OK : COURTESY_NO_MEMORY;
}

void rules_builder_use_vocabulary(struct courtesy_builder *builder,
                                  struct text_vocabulary *vocabulary) {
  text_vocabulary_destroy(builder->vocabulary);
  builder->vocabulary = vocabulary;
}

enum courtesy_status courtesy_builder_finish(struct courtesy_builder *builder,
                                             struct courtesy_ruleset **out) {
  if (builder->finished) {
    return COURTESY_INVALID_ARGUMENT;
  }
  builder->finished = true;
  struct courtesy_ruleset *ruleset = calloc(1, sizeof *ruleset);
  enum courtesy_status status = ruleset == NULL || builder->failed
                                    ? COURTESY_NO_MEMORY
                                    : build(builder, ruleset);
  if (settle(builder) != COURTESY_OK) {
    status = COURTESY_NO_MEMORY;
  } else if (status == COURTESY_OK && builder->report.errors > 0) {
    status = COURTESY_BAD_RULES;
  }
  if (status != COURTESY_OK) {
    courtesy_ruleset_destroy(ruleset);
    return status;
  }
  ruleset->arena = builder->arena;
  builder->arena = (struct base_arena){0};
  *out = ruleset;
  return COURTESY_OK;
}

size_t courtesy_builder_diagnostic_count(
    const struct courtesy_builder *builder) {
  return builder->report.items.count;
}

const struct courtesy_diagnostic *courtesy_builder_diagnostic(
    const struct courtesy_builder *builder, size_t index) {
  return index < builder->report.items.count
             ? &builder->report.items.items[index].facts
             : NULL;
}
