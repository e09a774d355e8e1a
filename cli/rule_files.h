/* SPDX-License-Identifier: MIT */
/* Rule files: reading them, building rulesets, and telling what is wrong. */
#ifndef COURTESY_CLI_RULE_FILES_H
#define COURTESY_CLI_RULE_FILES_H

#include "arguments.h"
#include "memory.h"

struct cli_rule_file {
  char *name;
  struct cli_bytes text;
};

/* The layers of a ruleset: the pack that is built in, then files. */
struct cli_rule_files {
  bool pack;
  bool cache;          /* whether what was compiled is kept */
  const char *profile; /* NULL: the library's default */
  struct cli_rule_file *files;
  size_t count;
  size_t first_named; /* files from here on were named as operands */
};

/* Reads the files of --rules and `more`. False, after messages, when one
 * cannot be read. */
bool cli_rule_files_load(struct cli_rule_files *files,
                         const struct cli_arguments *arguments,
                         const char *const *more, size_t more_count);
void cli_rule_files_destroy(struct cli_rule_files *files);

/* Whether a file was named as an operand; when none was, all are meant. */
bool cli_rule_file_is_meant(const struct cli_rule_files *files,
                            const char *name);

struct cli_severity_change {
  const char *rule_or_group;
  enum courtesy_severity severity;
};

/* How a ruleset is built from the files. */
struct cli_build {
  size_t file_count; /* the first so many files; the pack is extra */
  const struct cli_severity_change *changes;
  size_t change_count;
  bool warnings;                     /* also those of files that are meant */
  struct cli_output *output;         /* where diagnostics go; NULL: nowhere */
  size_t counts[COURTESY_ERROR + 1]; /* set: diagnostics by severity */
};

/* NULL when the rules cannot be used; why has then been said. */
struct courtesy_ruleset *cli_rules_build(const struct cli_rule_files *files,
                                         struct cli_build *build);

/* Loads and builds what the arguments ask for, saying on standard error what
 * is wrong. The texts of the files are let go. */
struct courtesy_ruleset *cli_rules_for(const struct cli_arguments *arguments);

/* Prints "FILE:LINE:COLUMN: SEVERITY: MESSAGE" and, of files that were read,
 * the line with a caret. */
void cli_print_diagnostic(struct cli_output *output,
                          const struct cli_rule_files *files,
                          const struct courtesy_diagnostic *diagnostic);

/* The column at which a line of a file that was read begins after its
 * indent; 1 for other files. */
uint32_t cli_rule_column(const struct cli_rule_files *files, const char *name,
                         uint32_t line);

#endif
