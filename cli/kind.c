/* SPDX-License-Identifier: MIT */
#include "kind.h"

#include "input.h"

#include <string.h>
#include <strings.h>

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

/* Whether a document starts so, whatever the case, behind blanks and a byte
 * order mark. */
static bool starts_with(const char *bytes, size_t size, const char *start) {
  static const char mark[] = "\xEF\xBB\xBF";
  size_t at = size >= 3 && memcmp(bytes, mark, 3) == 0 ? 3 : 0;
  while (at < size && strchr(" \t\r\n", bytes[at]) != NULL &&
         bytes[at] != '\0') {
    at++;
  }
  return size - at >= strlen(start) &&
         strncasecmp(bytes + at, start, strlen(start)) == 0;
}

static bool is_html(const char *path, const char *bytes, size_t size) {
  return cli_name_ends(path, ".html") || cli_name_ends(path, ".htm") ||
         starts_with(bytes, size, "<!doctype html") ||
         starts_with(bytes, size, "<html");
}

struct courtesy_facts cli_facts_of(const struct cli_arguments *arguments,
                                   enum courtesy_kind kind, const char *path,
                                   const char *bytes, size_t size) {
  struct courtesy_facts facts = arguments->facts;
  if ((kind == COURTESY_DRAFT || kind == COURTESY_TEXT) &&
      is_html(path, bytes, size)) {
    facts.markup = COURTESY_MARKUP_HTML;
  }
  return facts;
}
