/* SPDX-License-Identifier: MIT */
#include "kind.h"

#include "ending.h"
#include "utf8.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* What a project tells those who work on it, and not whoever gets its mails:
 * README.md, LICENSE.txt. */
static bool is_paper(const char *name) {
  static const char *const papers[] = {
      "readme",    "license",      "licence",         "copying",
      "changelog", "contributing", "code_of_conduct",
  };
  size_t size = strcspn(name, ".");
  for (size_t i = 0; i < sizeof papers / sizeof papers[0]; i++) {
    if (strlen(papers[i]) == size && cli_is_word(name, papers[i], size)) {
      return true;
    }
  }
  return false;
}

bool cli_is_message_name(const char *name) {
  enum cli_meaning meaning = cli_ending_of(name)->meaning;
  return meaning != CLI_MEANS_NOTHING &&
         (meaning != CLI_MEANS_TEXT || !is_paper(name));
}

/* Whether the name of a folder or of one above it ends in "templates". */
static bool names_templates(const char *folder) {
  static const char name[] = "templates";
  enum { SIZE = sizeof name - 1 };
  size_t size;
  for (const char *at = folder; *at != '\0'; at += size + (at[size] == '/')) {
    const char *slash = strchr(at, '/');
    size = slash != NULL ? (size_t)(slash - at) : strlen(at);
    if (size >= SIZE && cli_is_word(at + size - SIZE, name, SIZE)) {
      return true;
    }
  }
  return false;
}

/* The same, wherever the path of the folder begins. */
static bool is_of_templates(const char *folder) {
  char whole[PATH_MAX];
  return names_templates(folder) ||
         (realpath(folder, whole) != NULL && names_templates(whole));
}

/* Whether a file's folder is one of templates, or below one. */
static bool is_among_templates(struct cli_folder *folder, const char *path) {
  const char *slash = strrchr(path, '/');
  size_t size = slash == NULL ? 0 : (size_t)(slash + 1 - path);
  struct cli_bytes *name = &folder->name;
  if (name->size != size + 1 || memcmp(name->bytes, path, size) != 0) {
    name->size = 0;
    cli_bytes_add(name, path, size);
    cli_bytes_add(name, "", 1);
    folder->is_of_templates = is_of_templates(size == 0 ? "." : name->bytes);
  }
  return folder->is_of_templates;
}

enum courtesy_kind cli_kind_of(const struct cli_arguments *arguments,
                               struct cli_folder *folder, const char *path,
                               const char *bytes, size_t size) {
  if (arguments->input != CLI_INPUT_AUTO) {
    return arguments->kind;
  }
  enum cli_meaning meaning = cli_ending_of(path)->meaning;
  if (meaning == CLI_MEANS_TEMPLATE) {
    return COURTESY_TEMPLATE;
  }
  bool may_be_template = meaning == CLI_MEANS_TEXT || meaning == CLI_MEANS_HTML;
  return may_be_template && is_among_templates(folder, path)
             ? COURTESY_TEMPLATE
             : courtesy_message_guess_kind(bytes, size);
}

/* Whether a document starts so, whatever the case, behind blanks and a byte
 * order mark. */
static bool starts_with(const char *bytes, size_t size, const char *start) {
  size_t at = cli_utf8_mark_size(bytes, size);
  while (at < size && strchr(" \t\r\n", bytes[at]) != NULL &&
         bytes[at] != '\0') {
    at++;
  }
  return size - at >= strlen(start) &&
         cli_is_word(bytes + at, start, strlen(start));
}

/* What a name tells below the ending of a template: offer.html.j2. */
static enum cli_meaning inner_meaning_of(const char *path) {
  char inner[PATH_MAX];
  const struct cli_ending *ending = cli_ending_of(path);
  size_t size = strlen(path) - strlen(ending->text);
  if (ending->meaning != CLI_MEANS_TEMPLATE || size >= sizeof inner) {
    return ending->meaning;
  }
  memcpy(inner, path, size);
  inner[size] = '\0';
  return cli_ending_of(inner)->meaning;
}

/* </p>, </h1>, </mj-text>: the end of an element, at `<`. */
static bool is_end_tag(const char *bytes, size_t size) {
  enum { NAME = 2 };
  size_t at = NAME;
  while (at < size &&
         (((bytes[at] | 0x20) >= 'a' && (bytes[at] | 0x20) <= 'z') ||
          (bytes[at] >= '1' && bytes[at] <= '6') || bytes[at] == '-')) {
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

/* Laravel's mails are Markdown, in which “Thanks,<br>” is usual. */
static bool is_markdown(const char *bytes, size_t size) {
  static const char component[] = "mail::message";
  enum { SIZE = sizeof component - 1 };
  const char *end = bytes + size;
  const char *at = bytes;
  while ((at = memchr(at, ':', (size_t)(end - at))) != NULL) {
    const char *start = at - strcspn(component, ":");
    if (start >= bytes && end - start >= SIZE &&
        memcmp(start, component, SIZE) == 0) {
      return true;
    }
    at++;
  }
  return false;
}

/* The name says more than the bytes; but that of a template often says
 * nothing. */
static bool is_html(enum courtesy_kind kind, const char *path,
                    const char *bytes, size_t size) {
  enum cli_meaning meaning = inner_meaning_of(path);
  if (meaning == CLI_MEANS_HTML || starts_with(bytes, size, "<!doctype html") ||
      starts_with(bytes, size, "<html")) {
    return true;
  }
  return kind == COURTESY_TEMPLATE && meaning != CLI_MEANS_TEXT &&
         holds_tag(bytes, size) && !is_markdown(bytes, size);
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
