/* SPDX-License-Identifier: MIT */
/* Sections of a rule file that say nothing of single entries. */
#ifndef COURTESY_RULES_READ_SECTIONS_H
#define COURTESY_RULES_READ_SECTIONS_H

#include "rules/model.h"

/* `lists:`, whose names are `plural`, or `forms:`. */
void rules_read_shelf(const struct rules_reading *reading,
                      struct rules_shelf *shelf, bool plural,
                      const struct data_node *node);

/* `severities:`; in a profile, which may change rules, too. */
void rules_read_settings(const struct rules_reading *reading,
                         struct rules_settings *settings, bool may_change,
                         const struct data_node *node);

/* `profiles:` */
void rules_read_profiles(const struct rules_reading *reading,
                         struct rules_model *model,
                         const struct data_node *node);

#endif
