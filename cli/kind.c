/* SPDX-License-Identifier: MIT */
#include "kind.h"

#include "input.h"
#include "mailbox.h"

const char *const cli_endings[] = {
    ".txt",    ".md",       ".html", ".eml",        ".j2",     ".jinja",
    ".jinja2", ".mustache", ".hbs",  ".handlebars", ".liquid", ".twig",
    ".njk",    ".tmpl",     ".erb",  ".ftl",        ".tt",     NULL,
};
enum { FIRST_TEMPLATE = 4 };

enum courtesy_kind cli_kind_of(const struct cli_arguments *arguments,
                               const char *path, const char *bytes,
                               size_t size) {
  if (arguments->input != CLI_INPUT_AUTO) {
    return arguments->kind;
  }
  for (size_t i = FIRST_TEMPLATE; cli_endings[i] != NULL; i++) {
    if (cli_name_ends(path, cli_endings[i])) {
      return COURTESY_TEMPLATE;
    }
  }
  return courtesy_message_guess_kind(bytes, size);
}

bool cli_holds_mailbox(const struct cli_arguments *arguments, const char *bytes,
                       size_t size) {
  return arguments->input == CLI_INPUT_MBOX ||
         (arguments->input == CLI_INPUT_AUTO && cli_mailbox_is(bytes, size));
}
