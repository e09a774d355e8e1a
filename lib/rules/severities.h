/* SPDX-License-Identifier: MIT */
/*
 * How severe each rule is, once the profile, the files and the host had their
 * say. Each of them may name a severity (`suggestion: off`, profiles only), a
 * group (`group/complaint: off`) or a rule; the narrower wins.
 */
#ifndef COURTESY_RULES_SEVERITIES_H
#define COURTESY_RULES_SEVERITIES_H

#include "rules/model.h"

/* The groups of a model's rules, numbered. */
struct rules_groups {
  struct rules_index index;
  uint32_t *of_entry; /* RULES_NOT_FOUND for markers and signals */
  size_t count;
};

/* Returns false when memory ran out. */
bool rules_groups_create(const struct rules_model *model,
                         struct base_arena *arena, struct rules_groups *groups);
void rules_groups_destroy(struct rules_groups *groups);

/* Finds what each setting is about and reports what nobody knows. */
void rules_settings_resolve(struct rules_settings *settings,
                            struct rules_report *report,
                            const struct rules_model *model,
                            const struct rules_groups *groups, bool is_profile);

/* What the entries are set to in their files. */
void rules_severities_start(const struct rules_model *model,
                            enum courtesy_severity *severities);

/* Applies resolved settings to the severities of all entries. Returns false
 * when memory ran out. */
bool rules_severities_apply(const struct rules_settings *settings,
                            const struct rules_groups *groups,
                            size_t entry_count,
                            enum courtesy_severity *severities);

#endif
