/* SPDX-License-Identifier: MIT */
#include "json_in.h"

#include "base64.h"
#include "date.h"
#include "json_scan.h"
#include "nearest.h"
#include "utf8.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

__attribute__((format(printf, 2, 3))) static bool fail(struct cli_line *line,
                                                       const char *format,
                                                       ...) {
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(line->error, sizeof line->error, format, arguments);
  va_end(arguments);
  return false;
}

/* A member that is there and not null, or NULL. */
static json_t *member(const json_t *object, const char *key) {
  json_t *value = json_object_get(object, key);
  return json_is_null(value) ? NULL : value;
}

/* Leaves *into when there is no such member. */
static bool read_string(struct cli_line *line, const json_t *object,
                        const char *key, const char **into) {
  json_t *value = member(object, key);
  if (value == NULL) {
    return true;
  }
  if (!json_is_string(value)) {
    return fail(line, "“%s” must be a string", key);
  }
  if (strlen(json_string_value(value)) != json_string_length(value)) {
    return fail(line, "“%s” must not hold U+0000", key);
  }
  *into = json_string_value(value);
  return true;
}

static bool read_answer(struct cli_line *line, const json_t *object,
                        const char *key, enum courtesy_answer *answer) {
  json_t *value = member(object, key);
  const char *word = json_string_value(value);
  if (value == NULL) {
    return true;
  }
  if (json_is_true(value) || (word != NULL && strcmp(word, "yes") == 0)) {
    *answer = COURTESY_YES;
  } else if (json_is_false(value) ||
             (word != NULL && strcmp(word, "no") == 0)) {
    *answer = COURTESY_NO;
  } else {
    return fail(line, "“%s” must be true or false", key);
  }
  return true;
}

static bool read_date(struct cli_line *line, const json_t *object) {
  const char *date = NULL;
  if (!read_string(line, object, "date", &date)) {
    return false;
  }
  if (date == NULL) {
    return true;
  }
  line->facts.date = date;
  return cli_is_date(date) || fail(line, "“date” is no date: " CLI_DATE_FORMS);
}

static bool read_kind(struct cli_line *line, const json_t *object) {
  const char *name = "draft";
  if (!read_string(line, object, "kind", &name)) {
    return false;
  }
  if (!courtesy_kind_parse(name, &line->kind)) {
    return fail(line, "“kind” must be draft, text, mail or template");
  }
  return true;
}

/* A list of strings, in memory that is used again; NULL and 0 when there is no
 * such member. */
static bool read_list(struct cli_line *line, const json_t *object,
                      const char *key, const char *what, const char ***names,
                      size_t *count) {
  json_t *list = member(object, key);
  if (list != NULL && !json_is_array(list)) {
    return fail(line, "“%s” must be a list of %s", key, what);
  }
  *count = json_array_size(list);
  *names = cli_resize(*names, *count * sizeof **names);
  for (size_t i = 0; i < *count; i++) {
    json_t *name = json_array_get(list, i);
    (*names)[i] = json_string_value(name);
    if (!json_is_string(name) ||
        strlen((*names)[i]) != json_string_length(name)) {
      return fail(line, "“%s” must be a list of %s", key, what);
    }
  }
  return true;
}

static bool read_attachments(struct cli_line *line, const json_t *object) {
  size_t count;
  if (!read_list(line, object, "attachments", "file names", &line->attachments,
                 &count)) {
    return false;
  }
  if (member(object, "attachments") != NULL) {
    line->facts.attachments_known = true;
    line->facts.attachments = line->attachments;
    line->facts.attachment_count = count;
  }
  return true;
}

static bool read_domains(struct cli_line *line, const json_t *object) {
  size_t count;
  if (!read_list(line, object, "internal_domains", "mail domains",
                 &line->domains, &count)) {
    return false;
  }
  if (member(object, "internal_domains") != NULL) {
    line->facts.internal_domains = line->domains;
    line->facts.internal_domain_count = count;
  }
  return true;
}

/* What the library would refuse without saying why. */
static bool check_facts(struct cli_line *line) {
  const char *flaw = courtesy_facts_flaw(&line->facts);
  if (flaw == NULL) {
    return true;
  }
  if (strcmp(flaw, "internal_domains") == 0) {
    return fail(line,
                "“internal_domains” must be a list of mail domains, such as "
                "[\"acme.example\"]");
  }
  if (strcmp(flaw, "language") == 0) {
    return fail(line, "“language” must be a tag such as en or pt-BR");
  }
  return fail(line, "“%s” makes no sense", flaw);
}

/* The first one that says something is the message, those behind it the
 * caller's own. Of two forms of a mail people read the plain one here. */
static const char *const bodies[] = {"text", "base64", "html"};
enum { BODY_COUNT = sizeof bodies / sizeof bodies[0] };

/* NULL when there is none. */
static const char *body_of(const struct cli_line *line, const json_t *object) {
  const char *body = NULL;
  bool is_empty = true;
  for (size_t i = 0; i < BODY_COUNT && is_empty; i++) {
    json_t *value = member(object, bodies[i]);
    if (body == NULL ? value != NULL : json_is_string(value)) {
      body = bodies[i];
      is_empty = json_is_string(value) && json_string_length(value) == 0 &&
                 line->lifted_from != body;
    }
  }
  return body;
}

static bool is_body(const char *name) {
  size_t i = 0;
  while (i < BODY_COUNT && strcmp(name, bodies[i]) != 0) {
    i++;
  }
  return i < BODY_COUNT;
}

/* What the form of the message asks for: a draft's markup, or decoding. */
static bool read_form(struct cli_line *line, const char *body) {
  if (strcmp(body, "html") == 0) {
    line->facts.markup = COURTESY_MARKUP_HTML;
    return line->kind != COURTESY_MAIL ||
           fail(line, "“html” is no mail as it was sent: leave “kind” out");
  }
  if (strcmp(body, "base64") == 0) {
    if (!cli_base64_decode(line->bytes, line->size, &line->text)) {
      return fail(line, "“base64” is not well formed");
    }
    line->bytes = line->text.bytes;
    line->size = line->text.size;
  }
  return true;
}

static bool read_body(struct cli_line *line, const json_t *object) {
  const char *body = body_of(line, object);
  if (body == NULL) {
    return fail(line, "“text” is missing, or “base64” or “html” in its place");
  }
  if (member(object, "base64") != NULL && member(object, "text") != NULL) {
    return fail(line, "“text” and “base64” are both there: write one of them");
  }
  json_t *value = member(object, body);
  if (!json_is_string(value)) {
    return fail(line, "“%s” must be a string", body);
  }
  bool is_lifted = line->lifted_from == body;
  line->bytes =
      is_lifted ? line->lifted.string.bytes : json_string_value(value);
  line->size = is_lifted ? line->lifted.string.size : json_string_length(value);
  return read_form(line, body);
}

/* input.schema.json describes them. */
static const char *const member_names[] = {
    "id",
    "text",
    "base64",
    "html",
    "kind",
    "subject",
    "from",
    "to",
    "cc",
    "bcc",
    "date",
    "reply",
    "automatic",
    "language",
    "attachments",
    "path",
    "internal_domains",
};
enum { MEMBER_COUNT = sizeof member_names / sizeof member_names[0] };

static bool is_member_name(const char *name) {
  size_t i = 0;
  while (i < MEMBER_COUNT && strcmp(member_names[i], name) != 0) {
    i++;
  }
  return i < MEMBER_COUNT;
}

/* The known member that a name is in other letters, the start of, as `lang`
 * is, or close to; NULL when it is none of ours. Short names are close to
 * anything, and tried only where the text is missing. */
static const char *mistyped(const char *name, bool has_text) {
  enum { LEAST_START = 4, LEAST_SIZE = 5 };
  size_t size = strlen(name);
  struct cli_nearest nearest = cli_nearest_to(name);
  for (size_t i = 0; i < MEMBER_COUNT; i++) {
    if (strcasecmp(member_names[i], name) == 0 ||
        (size >= LEAST_START && strncmp(member_names[i], name, size) == 0)) {
      return member_names[i];
    }
  }
  for (size_t i = 0; size >= LEAST_SIZE && i < MEMBER_COUNT; i++) {
    cli_nearest_try(&nearest, member_names[i]);
  }
  if (size < LEAST_SIZE && !has_text) {
    cli_nearest_try(&nearest, "text");
  }
  return nearest.best;
}

/* A mistyped member would be a fact that nobody looks at. Others are a
 * pipeline's own and pass, and so does what stands beside the right one, or
 * beside a message as one in another form. */
static bool knows_members(struct cli_line *line, json_t *object) {
  const char *name;
  json_t *value;
  json_object_foreach(object, name, value) {
    if (is_member_name(name)) {
      continue;
    }
    bool has_text = body_of(line, object) != NULL;
    const char *meant = mistyped(name, has_text);
    bool is_spare = meant != NULL && has_text && is_body(meant);
    if (meant != NULL && !is_spare && member(object, meant) == NULL) {
      return fail(line, "there is no member “%s”; did you mean “%s”?", name,
                  meant);
    }
  }
  return true;
}

static bool read_members(struct cli_line *line, const json_t *object) {
  struct courtesy_facts *facts = &line->facts;
  return read_kind(line, object) && read_body(line, object) &&
         read_string(line, object, "path", &line->path) &&
         read_string(line, object, "subject", &facts->subject) &&
         read_string(line, object, "from", &facts->from) &&
         read_string(line, object, "to", &facts->to) &&
         read_string(line, object, "cc", &facts->cc) &&
         read_string(line, object, "bcc", &facts->bcc) &&
         read_date(line, object) &&
         read_string(line, object, "language", &facts->language) &&
         read_answer(line, object, "reply", &facts->reply) &&
         read_answer(line, object, "automatic", &facts->automatic) &&
         read_attachments(line, object) && read_domains(line, object) &&
         check_facts(line);
}

/* The parser's complaint, with the column where the trouble begins. */
static bool fail_syntax(struct cli_line *line, const char *json, size_t size,
                        const json_error_t *error) {
  size_t column;
  if (!cli_json_is_utf8(json, size, &column)) {
    return fail(line, "column %zu: not UTF-8", column);
  }
  if (cli_utf8_mark_size(json, size) > 0) {
    return fail(line, "begins with a byte order mark");
  }
  if (!cli_json_opens_object(json, size)) {
    return fail(line, "not a JSON object");
  }
  column = cli_json_column(json, size, (size_t)error->position);
  return fail(line, "column %zu: %s", column, error->text);
}

/* Without memory the JSON library would leave characters out of a string, and
 * not say so. */
static void *allocate(size_t size) {
  return cli_resize(NULL, size);
}

void cli_line_prepare(void) {
  json_set_alloc_funcs(allocate, free);
}

/* Whole numbers as reals: a large id is no mistake. */
static json_t *load(const char *json, size_t size, json_error_t *error) {
  return json_loadb(
      json, size,
      JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, error);
}

/* Parses a line, without what is most of it if there is such a thing. One that
 * fails so is parsed whole, so that a complaint tells its place. */
static json_t *parse(struct cli_line *line, const char *json, size_t size,
                     json_error_t *error) {
  struct cli_json_lifted *lifted = &line->lifted;
  size_t i = 0;
  while (i < BODY_COUNT && !cli_json_lift(json, size, bodies[i], lifted)) {
    i++;
  }
  if (i < BODY_COUNT) {
    line->lifted_from = bodies[i];
    json_t *object = load(lifted->rest.bytes, lifted->rest.size, error);
    if (object != NULL) {
      return object;
    }
  }
  line->lifted_from = NULL;
  return load(json, size, error);
}

bool cli_line_read(struct cli_line *line, const char *json, size_t size,
                   const struct courtesy_facts *known) {
  json_error_t error;
  json_decref(line->document);
  line->path = NULL;
  line->facts = *known;
  line->error[0] = '\0';
  cli_json_find_id(json, size, &line->id);
  json_t *object = parse(line, json, size, &error);
  line->document = object;
  if (object == NULL) {
    return fail_syntax(line, json, size, &error);
  }
  if (!json_is_object(object)) {
    return fail(line, "not a JSON object");
  }
  json_t *id = member(object, "id");
  if (id != NULL && !json_is_string(id) && !json_is_number(id)) {
    return fail(line, "“id” must be a string or a number");
  }
  return knows_members(line, object) && read_members(line, object);
}

void cli_line_destroy(struct cli_line *line) {
  json_decref(line->document);
  cli_bytes_destroy(&line->id);
  cli_json_lifted_destroy(&line->lifted);
  cli_bytes_destroy(&line->text);
  free(line->attachments);
  free(line->domains);
}
