/* SPDX-License-Identifier: MIT */
/* What an input is: as told by --input, else by its name or its bytes. */
#ifndef COURTESY_CLI_KIND_H
#define COURTESY_CLI_KIND_H

#include "arguments.h"
#include "memory.h"

/* Whether a folder stands for a file of that name, among others: mails,
 * mailboxes, drafts and templates. */
bool cli_is_message_name(const char *name);
/* What is said when no file was one. */
#define CLI_NOTHING_THERE                                                      \
  "no file there ends in .txt .md .html .htm .eml .mbox or as a template "     \
  "does, such as .j2 or .hbs; hidden and git-ignored files, README, LICENSE "  \
  "and the like are left out"

/* What was found out about the folder of the file before, for the next one.
 * Zeroed, it is of none. */
struct cli_folder {
  struct cli_bytes name; /* as it was typed, with its slash and a NUL */
  bool is_of_templates;
};

/* A template by its name or, text or HTML, by a folder above it whose name ends
 * in "templates"; else as its bytes look. */
enum courtesy_kind cli_kind_of(const struct cli_arguments *arguments,
                               struct cli_folder *folder, const char *path,
                               const char *bytes, size_t size);

/* The facts that the command line gives, and how a draft is marked up: HTML by
 * its name or its first tag, a template also by any of its tags. */
struct courtesy_facts cli_facts_of(const struct cli_arguments *arguments,
                                   enum courtesy_kind kind, const char *path,
                                   const char *bytes, size_t size);

#endif
