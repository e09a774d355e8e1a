/* SPDX-License-Identifier: MIT */
#include "ending.h"

#include "utf8.h"

#include <string.h>

/* Of templates those whose language is read, and in which mails are kept. */
const struct cli_ending cli_endings[] = {
    {".txt", CLI_MEANS_TEXT},
    {".md", CLI_MEANS_TEXT},
    {".html", CLI_MEANS_HTML},
    {".htm", CLI_MEANS_HTML},
    {".eml", CLI_MEANS_MAIL},
    {".mbox", CLI_MEANS_MAIL},
    {".j2", CLI_MEANS_TEMPLATE},
    {".jinja", CLI_MEANS_TEMPLATE},
    {".jinja2", CLI_MEANS_TEMPLATE},
    {".liquid", CLI_MEANS_TEMPLATE},
    {".twig", CLI_MEANS_TEMPLATE},
    {".njk", CLI_MEANS_TEMPLATE},
    {".nunjucks", CLI_MEANS_TEMPLATE},
    {".hbs", CLI_MEANS_TEMPLATE},
    {".handlebars", CLI_MEANS_TEMPLATE},
    {".mustache", CLI_MEANS_TEMPLATE},
    {".mjml", CLI_MEANS_TEMPLATE},
    {".tmpl", CLI_MEANS_TEMPLATE},
    {".gotmpl", CLI_MEANS_TEMPLATE},
    {".gohtml", CLI_MEANS_TEMPLATE},
    {".tpl", CLI_MEANS_TEMPLATE},
    {".erb", CLI_MEANS_TEMPLATE},
    {".ejs", CLI_MEANS_TEMPLATE},
    {".eex", CLI_MEANS_TEMPLATE},
    {".heex", CLI_MEANS_TEMPLATE},
    {".leex", CLI_MEANS_TEMPLATE},
    {".jsp", CLI_MEANS_TEMPLATE},
    {".tt", CLI_MEANS_TEMPLATE},
    {".tt2", CLI_MEANS_TEMPLATE},
    {".ftl", CLI_MEANS_TEMPLATE},
    {".ftlh", CLI_MEANS_TEMPLATE},
    {".vm", CLI_MEANS_TEMPLATE},
    {".vtl", CLI_MEANS_TEMPLATE},
    {".mako", CLI_MEANS_TEMPLATE},
    {".blade.php", CLI_MEANS_TEMPLATE},
    {".phtml", CLI_MEANS_TEMPLATE},
    {".cshtml", CLI_MEANS_TEMPLATE},
    {".ampscript", CLI_MEANS_TEMPLATE},
};

const size_t cli_ending_count = sizeof cli_endings / sizeof cli_endings[0];

/* A dot in the name itself, and not the last byte of it. */
static bool has_ending(const char *name) {
  const char *dot = strrchr(name, '.');
  return dot != NULL && dot[1] != '\0' && strchr(dot, '/') == NULL;
}

const struct cli_ending *cli_ending_of(const char *name) {
  static const struct cli_ending none = {"", CLI_MEANS_NOTHING};
  if (!has_ending(name)) {
    return &none;
  }
  for (size_t i = 0; i < cli_ending_count; i++) {
    if (cli_name_ends(name, cli_endings[i].text)) {
      return &cli_endings[i];
    }
  }
  return &none;
}
