/* SPDX-License-Identifier: MIT */
/*
 * From a tree to descriptions: the values that keys may have. A value of the
 * wrong kind is reported, and the caller's variable stays as it was.
 */
#ifndef COURTESY_RULES_READ_H
#define COURTESY_RULES_READ_H

#include "rules/description.h"

/* One file while it is read. */
struct rules_reading {
  struct base_arena *arena; /* what descriptions point to */
  struct rules_report *report;
  const struct data_tree *tree;
  const struct data_problems *problems; /* of the tree, sorted by line */
  const char *name;
  uint32_t file;
  const char *language;
  const char *group;
  bool from_pack;
};

struct rules_spot rules_spot_of(const struct rules_reading *reading,
                                struct data_place place);

/* Where a byte of a line stands in its file, which became the tree. */
struct rules_spot rules_line_place(const struct data_tree *tree,
                                   const struct rules_line *line,
                                   size_t offset);

/* Report, unless the tree had a problem on the line already. */
void rules_wrong(const struct rules_reading *reading, struct data_place place,
                 const char *format, ...) __attribute__((format(printf, 3, 4)));
void rules_doubt(const struct rules_reading *reading, struct data_place place,
                 const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The number among some names, which NULL ends, of a map's key; how many they
 * are when it is none of them, which is told: `claim`, such as "an example has
 * no key", and what it may have been meant as, or `otherwise`. */
size_t rules_read_key(const struct rules_reading *reading,
                      const struct data_node *node, const char *const *names,
                      const char *claim, const char *otherwise);

/* A map; reports anything else. An empty value is an empty map. */
bool rules_is_map(const struct rules_reading *reading,
                  const struct data_node *node);

/* The first child of a map, NULL when it is empty; the same of anything else,
 * which is reported. */
static inline const struct data_node *rules_first_of_map(
    const struct rules_reading *reading, const struct data_node *node) {
  return rules_is_map(reading, node) ? node->first : NULL;
}

/* A text that says what its author typed; reports anything else. */
bool rules_is_whole_text(const struct rules_reading *reading,
                         const struct data_node *node);

/* Prose or a name: such a text, and not an empty one. */
bool rules_read_text(const struct rules_reading *reading,
                     const struct data_node *node, struct rules_text *text);
/* The name of a group, rule, …: lower-case letters, digits and single
 * hyphens. */
bool rules_is_id(const char *name);
bool rules_read_id(const struct rules_reading *reading,
                   const struct data_node *node, const char **id);
/* A language tag (RFC 5646), in small letters. */
bool rules_read_language(const struct rules_reading *reading,
                         const struct data_node *node, const char **tag);

bool rules_read_yes_no(const struct rules_reading *reading,
                       const struct data_node *node, bool *value);
/* `cure` says which number to write. */
bool rules_read_number(const struct rules_reading *reading,
                       const struct data_node *node, const char *cure,
                       double *value);
bool rules_read_severity(const struct rules_reading *reading,
                         const struct data_node *node,
                         enum courtesy_severity *value);

/* One of some names; its number. NULL ends the names. */
bool rules_read_choice(const struct rules_reading *reading,
                       const struct data_node *node, const char *const *names,
                       size_t *value);

/* A name or a list of names. */
bool rules_read_words(const struct rules_reading *reading,
                      const struct data_node *node, struct rules_words *words);
/* The same as strings; NULL and 0 when they could not be read. */
const char *const *rules_read_names(const struct rules_reading *reading,
                                    const struct data_node *node,
                                    size_t *count);

/* Phrases or list entries: a block of one a line, or a list of texts. */
void rules_read_lines(const struct rules_reading *reading,
                      const struct data_node *node, struct rules_lines *lines);
void rules_lines_add(struct rules_lines *lines, struct rules_line *line);

/* One item of such a list, NULL if it is damaged or no text. */
struct rules_line *rules_read_item(const struct rules_reading *reading,
                                   const struct data_node *item);

/* `when:` and `unless:`. */
void rules_read_conditions(const struct rules_reading *reading,
                           const struct data_node *node,
                           struct rules_conditions *conditions);

/* `bad:`, `good:`, `found:` and `not-found:`. */
void rules_read_samples(const struct rules_reading *reading,
                        const struct data_node *node, bool bad,
                        struct rules_lines *samples);

/* `find+` is the name `find`, of *size bytes, with a sign. */
enum rules_how rules_split_sign(const char *name, size_t *size);

/* A rule, marker or signal of a map `rules:`, `markers:`, … `classes` are the
 * bits 1 << enum courtesy_rule_class that it may be; a change has not
 * everything that a definition must have. */
struct rules_description *rules_read_entry(const struct rules_reading *reading,
                                           const struct data_node *node,
                                           unsigned classes);
bool rules_is_change(const struct rules_description *description);
/* Whether a rule, marker or signal has a key of that name, signs aside. */
bool rules_names_key(const char *name);
void rules_check_definition(const struct rules_reading *reading,
                            const struct rules_description *description);

#endif
