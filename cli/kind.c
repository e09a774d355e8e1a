/* SPDX-License-Identifier: MIT */
#include "kind.h"

#include "input.h"

#include <string.h>
#include <strings.h>

/* What the end of a name tells. */
enum meaning {
  NOTHING, /* no folder stands for such a file */
  ANY,     /* the bytes tell more */
  HTML,
  TEMPLATE,
};

static enum meaning meaning_of(const char *name) {
  static const struct {
    const char *ending;
    enum meaning meaning;
  } endings[] = {
      {".txt", ANY},           {".md", ANY},         {".eml", ANY},
      {".mbox", ANY},          {".html", HTML},      {".htm", HTML},
      {".j2", TEMPLATE},       {".jinja", TEMPLATE}, {".jinja2", TEMPLATE},
      {".mustache", TEMPLATE}, {".hbs", TEMPLATE},   {".handlebars", TEMPLATE},
      {".liquid", TEMPLATE},   {".twig", TEMPLATE},  {".njk", TEMPLATE},
      {".tmpl", TEMPLATE},     {".erb", TEMPLATE},   {".ftl", TEMPLATE},
      {".tt", TEMPLATE},
  };
  for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
    if (cli_name_ends(name, endings[i].ending)) {
      return endings[i].meaning;
    }
  }
  return NOTHING;
}

bool cli_is_message_name(const char *name) {
  return meaning_of(name) != NOTHING;
}

enum courtesy_kind cli_kind_of(const struct cli_arguments *arguments,
                               const char *path, const char *bytes,
                               size_t size) {
  if (arguments->input != CLI_INPUT_AUTO) {
    return arguments->kind;
  }
  return meaning_of(path) == TEMPLATE
             ? COURTESY_TEMPLATE
             : courtesy_message_guess_kind(bytes, size);
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
  return meaning_of(path) == HTML ||
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
