/* SPDX-License-Identifier: MIT */
/*
 * How severe each rule is, once the profile, the files and the host had their
 * say. Each of them may name a severity (`suggestion: off`, profiles only), a
 * group (`group/complaint: off`) or a rule; the narrower wins.
 */
#ifndef COURTESY_RULES_SEVERITIES_H
#define COURTESY_RULES_SEVERITIES_H

#include "rules/model.h"

/* Finds what the settings of the model and of the host are about, reports what
 * nobody knows, and returns what they make of the severities: a row of all
 * entries for each profile. NULL when memory ran out. */
const enum courtesy_severity *rules_severities(struct rules_model *model,
                                               struct rules_settings *host,
                                               struct rules_report *report,
                                               struct base_arena *arena);

#endif
