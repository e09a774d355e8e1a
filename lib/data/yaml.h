/* SPDX-License-Identifier: MIT */
/*
 * Reads the strict YAML profile of rule files: UTF-8; plain, quoted and block
 * scalars, lists and maps; one document; no anchors, aliases, tags, complex
 * keys, duplicate keys or tabs; at most DATA_DEPTH_MAX deep.
 */
#ifndef COURTESY_DATA_YAML_H
#define COURTESY_DATA_YAML_H

#include "data/node.h"

#include <courtesy/types.h>

/* Reads a file into a tree in the arena. Every mistake becomes a problem;
 * the tree then holds what could be read, and the nodes around a mistake are
 * marked as damaged. Errors: COURTESY_NO_MEMORY, COURTESY_TOO_LARGE. */
enum courtesy_status data_yaml_parse(struct base_arena *arena,
                                     const char *bytes, size_t size,
                                     struct data_problems *problems,
                                     struct data_tree *tree);

#endif
