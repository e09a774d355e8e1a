/* SPDX-License-Identifier: MIT */
/*
 * The words of enumerations, each at the place of its value; NULL ends them.
 * The public *_name and *_parse functions go by them, and so does who reads
 * one of several words.
 */
#ifndef COURTESY_BASE_NAMES_H
#define COURTESY_BASE_NAMES_H

extern const char *const base_severity_names[];
extern const char *const base_kind_names[];
extern const char *const base_zone_names[];

#endif
