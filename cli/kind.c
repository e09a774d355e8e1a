/* SPDX-License-Identifier: MIT */
#include "kind.h"

#include "input.h"

#include <limits.h>
#include <string.h>
#include <strings.h>

/* What the end of a name tells. */
enum meaning {
  NOTHING, /* no folder stands for such a file */
  MAIL,    /* the bytes tell more */
  TEXT,    /* a template where templates are kept, else the bytes tell */
  HTML,    /* the same, marked up */
  TEMPLATE,
};

struct ending {
  const char *text;
  enum meaning meaning;
};

static const struct ending *ending_of(const char *name) {
  static const struct ending endings[] = {
      {".txt", TEXT},
      {".md", TEXT},
      {".eml", MAIL},
      {".mbox", MAIL},
      {".html", HTML},
      {".htm", HTML},
      {".j2", TEMPLATE},
      {".jinja", TEMPLATE},
      {".jinja2", TEMPLATE},
      {".hbs", TEMPLATE},
      {".handlebars", TEMPLATE},
      {".erb", TEMPLATE},
      {".mustache", TEMPLATE},
      {".liquid", TEMPLATE},
      {".twig", TEMPLATE},
      {".njk", TEMPLATE},
      {".tmpl", TEMPLATE},
      {".ejs", TEMPLATE},
      {".ftl", TEMPLATE},
      {".tt", TEMPLATE},
  };
  static const struct ending none = {"", NOTHING};
  for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
    if (cli_name_ends(name, endings[i].text)) {
      return &endings[i];
    }
  }
  return &none;
}

static enum meaning meaning_of(const char *name) {
  return ending_of(name)->meaning;
}

bool cli_is_message_name(const char *name) {
  return meaning_of(name) != NOTHING;
}

/* Whether a file lies below a folder whose name ends in "templates". */
static bool is_among_templates(const char *path) {
  static const char name[] = "templates";
  enum { SIZE = sizeof name - 1 };
  const char *slash;
  for (const char *at = path; (slash = strchr(at, '/')) != NULL;
       at = slash + 1) {
    if (slash - at >= SIZE && strncasecmp(slash - SIZE, name, SIZE) == 0) {
      return true;
    }
  }
  return false;
}

enum courtesy_kind cli_kind_of(const struct cli_arguments *arguments,
                               const char *path, const char *bytes,
                               size_t size) {
  if (arguments->input != CLI_INPUT_AUTO) {
    return arguments->kind;
  }
  enum meaning meaning = meaning_of(path);
  if (meaning == TEMPLATE) {
    return COURTESY_TEMPLATE;
  }
  enum courtesy_kind kind = courtesy_message_guess_kind(bytes, size);
  bool may_be_template = meaning == TEXT || meaning == HTML;
  return kind == COURTESY_DRAFT && may_be_template && is_among_templates(path)
             ? COURTESY_TEMPLATE
             : kind;
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

/* What a name tells below the ending of a template: offer.html.j2. */
static enum meaning inner_meaning_of(const char *path) {
  char inner[PATH_MAX];
  const struct ending *ending = ending_of(path);
  size_t size = strlen(path) - strlen(ending->text);
  if (ending->meaning != TEMPLATE || size >= sizeof inner) {
    return ending->meaning;
  }
  memcpy(inner, path, size);
  inner[size] = '\0';
  return meaning_of(inner);
}

/* </p>, </h1>: the end of an element, at `<`. */
static bool is_end_tag(const char *bytes, size_t size) {
  enum { NAME = 2 };
  size_t at = NAME;
  while (at < size &&
         (((bytes[at] | 0x20) >= 'a' && (bytes[at] | 0x20) <= 'z') ||
          (bytes[at] >= '1' && bytes[at] <= '6'))) {
    at++;
  }
  return at > NAME && at < size && bytes[1] == '/' && bytes[at] == '>';
}

/* Whether a text holds what texts that are not HTML do not. */
static bool holds_tag(const char *bytes, size_t size) {
  const char *end = bytes + size;
  for (const char *at = bytes;
       (at = memchr(at, '<', (size_t)(end - at))) != NULL; at++) {
    size_t left = (size_t)(end - at);
    if (is_end_tag(at, left) || starts_with(at, left, "<br>") ||
        starts_with(at, left, "<br/>") || starts_with(at, left, "<br />")) {
      return true;
    }
  }
  return false;
}

/* The name says more than the bytes; but that of a template often says
 * nothing. */
static bool is_html(enum courtesy_kind kind, const char *path,
                    const char *bytes, size_t size) {
  enum meaning meaning = inner_meaning_of(path);
  if (meaning == HTML || starts_with(bytes, size, "<!doctype html") ||
      starts_with(bytes, size, "<html")) {
    return true;
  }
  return kind == COURTESY_TEMPLATE && meaning != TEXT && holds_tag(bytes, size);
}

struct courtesy_facts cli_facts_of(const struct cli_arguments *arguments,
                                   enum courtesy_kind kind, const char *path,
                                   const char *bytes, size_t size) {
  struct courtesy_facts facts = arguments->facts;
  if (kind != COURTESY_MAIL && is_html(kind, path, bytes, size)) {
    facts.markup = COURTESY_MARKUP_HTML;
  }
  return facts;
}
