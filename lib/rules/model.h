/* SPDX-License-Identifier: MIT */
/*
 * All that the files said so far: descriptions in the order of the files,
 * with what later files changed already done.
 */
#ifndef COURTESY_RULES_MODEL_H
#define COURTESY_RULES_MODEL_H

#include "rules/description.h"
#include "rules/index.h"
#include "rules/read.h"

BASE_VECTOR(rules_descriptions, struct rules_description *);

/* A list, or the forms of a word. */
struct rules_list {
  const char *name;
  const char *language;
  struct rules_spot place;
  struct rules_lines lines;
  bool broken; /* a line is no entry, which was told */
};

BASE_VECTOR(rules_lists, struct rules_list);

/* Lists or forms by language and name. */
struct rules_shelf {
  struct rules_lists lists;
  struct rules_index index; /* of "en/greetings" */
};

/* `told-you-before: off`, `group/complaint: suggestion`, `suggestion: off`,
 * or a change of a rule that a profile makes. */
enum rules_target {
  RULES_TARGET_NONE = 0,
  RULES_TARGET_SEVERITY, /* all rules of a severity */
  RULES_TARGET_GROUP,
  RULES_TARGET_ENTRY,
};

struct rules_setting {
  const char *name;
  struct rules_spot place;
  enum rules_target target; /* once resolved */
  uint32_t number;          /* of the severity, group or entry */
  enum courtesy_severity severity;
  struct rules_description *change; /* NULL: a severity */
};

BASE_VECTOR(rules_settings, struct rules_setting);

struct rules_profile {
  const char *name;
  struct rules_settings settings;
};

BASE_VECTOR(rules_profiles, struct rules_profile);

struct rules_model {
  struct rules_descriptions entries;
  struct rules_index ids; /* of "told-you-before", "en/greeting" (markers) */
  struct rules_shelf lists;
  struct rules_shelf forms;
  struct rules_settings severities;
  struct rules_profiles profiles;
  bool unread; /* a file has more than could be read, which was told */
};

void rules_model_destroy(struct rules_model *model);
bool rules_model_failed(const struct rules_model *model);

/* Adds what a file says. */
void rules_read_file(const struct rules_reading *reading,
                     struct rules_model *model);

/* The number of an entry. Markers belong to a language, rules and signals to
 * all. RULES_NOT_FOUND when there is none. */
uint32_t rules_model_find(const struct rules_model *model, const char *id);
uint32_t rules_model_find_marker(const struct rules_model *model,
                                 struct base_arena *arena, const char *language,
                                 const char *id);

/* The list of a language and name, or NULL. */
struct rules_list *rules_shelf_find(const struct rules_shelf *shelf,
                                    struct base_arena *arena,
                                    const char *language, const char *name);
struct rules_list *rules_shelf_add(struct rules_shelf *shelf,
                                   struct base_arena *arena,
                                   const struct rules_list *list);

/* The profile of that name; adds it when it is new. NULL: no memory. */
struct rules_profile *rules_model_profile(struct rules_model *model,
                                          const char *name);

/* Reports a name that nobody knows, with the nearest that there is among
 * rules and markers (bits as RULES_CLASS_…). */
void rules_unknown_name(struct rules_report *report, struct rules_spot place,
                        const struct rules_model *model, unsigned classes,
                        const char *name);

/* Changes an entry as a house file or a profile says. */
void rules_overlay(struct rules_report *report, struct rules_description *entry,
                   const struct rules_description *change);

/* Takes away and adds lines; warns of what is not there to be taken away.
 * `what` names it for the reader, such as "find-". */
void rules_adjust_lines(struct rules_report *report, const char *what,
                        struct rules_lines *lines,
                        const struct rules_lines *minus,
                        const struct rules_lines *plus);

#endif
