/* SPDX-License-Identifier: MIT */
/* Blade, Razor, and components of Blade and HEEx. */
#include "mail/placeholder_bare.h"

#include "base/line_end.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/placeholder_code.h"
#include "mail/placeholder_reach.h"

/* Those of Blade that do more than any other call, `@include('foot')`. */
static const struct mail_directive directives[] = {
    {"auth", false, MAIL_OPENS},
    {"auth", true, MAIL_OPENS},
    {"break", false, MAIL_IS_SILENT},
    {"can", true, MAIL_OPENS},
    {"cannot", true, MAIL_OPENS},
    {"case", true, MAIL_PARTS},
    {"choice", true, MAIL_PUTS},
    {"component", true, MAIL_LABELS},
    {"continue", false, MAIL_IS_SILENT},
    {"default", false, MAIL_PARTS},
    {"else", false, MAIL_PARTS},
    {"elseif", true, MAIL_PARTS},
    {"empty", false, MAIL_PARTS},
    {"empty", true, MAIL_OPENS},
    {"env", true, MAIL_OPENS},
    {"error", true, MAIL_OPENS},
    {"for", true, MAIL_OPENS},
    {"foreach", true, MAIL_OPENS},
    {"forelse", true, MAIL_OPENS},
    {"guest", false, MAIL_OPENS},
    {"hasSection", true, MAIL_OPENS},
    {"if", true, MAIL_OPENS},
    {"isset", true, MAIL_OPENS},
    {"lang", true, MAIL_PUTS},
    {"php", false, MAIL_COMMENTS},
    {"production", false, MAIL_OPENS},
    {"switch", true, MAIL_OPENS},
    {"unless", true, MAIL_OPENS},
    {"verbatim", false, MAIL_IS_SILENT},
    {"while", true, MAIL_OPENS},
    {0},
};

/* `@endif` and the like. */
static bool find_end(struct base_slice text, size_t at,
                     struct mail_placeholder *found) {
  struct base_slice word = mail_word_at(text, at + 1);
  struct base_slice ended = word;
  if (!mail_code_take_end(&ended)) {
    return false;
  }
  enum mail_placeholder_role role = MAIL_IS_SILENT;
  if (mail_equals_nocase(ended, "php")) {
    role = MAIL_UNCOMMENTS;
  } else if (mail_equals_nocase(ended, "component")) {
    role = MAIL_MAY_UNLABEL;
  }
  for (size_t i = 0; directives[i].word != NULL; i++) {
    if (directives[i].role == MAIL_OPENS &&
        mail_equals_nocase(ended, directives[i].word)) {
      role = MAIL_CLOSES;
    }
  }
  return mail_placeholder_is(found, at, at + 1 + word.size, role);
}

/* Razor's `{` stands apart, Blade's `{{ $name }}` does not. */
static size_t reach_brace(struct base_slice text, size_t at) {
  at = base_skip_space(text, at);
  return base_slice_has(text, at, '{') && at + 1 < text.size &&
                 base_is_blank_or_line_end(text.bytes[at + 1])
             ? at + 1
             : 0;
}

/* --- Components --- */

/* `mail::button`, `link`. */
static bool is_pressed(struct base_slice name) {
  struct base_slice last = mail_code_take_last_word(&name);
  return mail_is_among(last, "button link");
}

/* The name in `('mail::button', …)`. */
static struct base_slice literal_in(struct base_slice group) {
  struct base_slice name = mail_trim(mail_skip(group, 1));
  char mark = name.size > 0 ? name.bytes[0] : '\0';
  name = mail_skip(name, name.size > 0 ? 1 : 0);
  size_t end = base_slice_find(name, mark);
  bool quoted = (mark == '\'' || mark == '"') && end < name.size;
  name.size = quoted ? end : 0;
  return name;
}

static bool is_component_byte(char byte) {
  return byte == '_' || byte == '-' || byte == ':' || byte == '.' ||
         mail_is_letter(byte) || mail_is_digit(byte);
}

/* `<.button`, `</.button`, `<:slot`, `<x-mail::button`: where its name begins;
 * 0 when it is none. */
static size_t component_name(struct base_slice text, size_t at) {
  size_t name = at + (base_slice_has(text, at + 1, '/') ? 2 : 1);
  if (base_slice_has(text, name, '.') || base_slice_has(text, name, ':')) {
    name++;
  } else if (base_slice_has(text, name, 'x') &&
             base_slice_has(text, name + 1, '-')) {
    name += 2;
  } else {
    return 0;
  }
  return name < text.size && mail_is_letter(text.bytes[name]) ? name : 0;
}

bool mail_placeholder_component(struct base_slice text, size_t at,
                                struct mail_placeholder *found) {
  size_t start = component_name(text, at);
  size_t end = start > 0 ? mail_reach_group(text, at) : 0;
  if (end == 0) {
    return false;
  }
  struct base_slice name = {text.bytes + start, 0};
  while (is_component_byte(name.bytes[name.size])) {
    name.size++;
  }
  enum mail_placeholder_role role = MAIL_IS_SILENT;
  if (is_pressed(name) && text.bytes[end - 2] != '/') {
    role = text.bytes[at + 1] == '/' ? MAIL_UNLABELS : MAIL_LABELS;
  }
  return mail_placeholder_is(found, at, end, role);
}

/* --- Blade and Razor --- */

static bool find_directive(struct base_slice text, size_t at,
                           struct mail_placeholder *found) {
  size_t end;
  const struct mail_directive *directive =
      mail_directive_at(directives, text, at + 1, &end);
  if (directive == NULL) {
    return find_end(text, at, found) || mail_placeholder_call(text, at, found);
  }
  enum mail_placeholder_role role = directive->role;
  size_t brace = directive->asks ? reach_brace(text, end) : 0;
  if (brace > 0) {
    return mail_placeholder_is(found, at, brace, MAIL_IS_SILENT);
  }
  if (role == MAIL_LABELS) {
    size_t group = at + 1 + strlen(directive->word);
    struct base_slice name =
        literal_in((struct base_slice){text.bytes + group, end - group});
    role = is_pressed(name) ? role : MAIL_IS_SILENT;
  }
  return mail_placeholder_is(found, at, end, role);
}

/* `@model Mail.Offer`, a line of it. */
static bool is_declared(struct base_slice text, size_t at) {
  struct base_slice word = mail_word_at(text, at + 1);
  return base_slice_has(text, at + 1 + word.size, ' ') &&
         mail_begins_line(text, at) &&
         mail_is_among(word,
                       "addTagHelper inherits inject model namespace using");
}

/* An address, `@@` and `@ana` are text. */
bool mail_placeholder_at_sign(struct base_slice text, size_t at,
                              struct mail_placeholder *found) {
  if (mail_follows_word(text, at) || mail_is_behind(text, at, "@`")) {
    return false;
  }
  bool puts = base_slice_has(text, at + 1, '(');
  if (puts || (base_slice_has(text, at + 1, '{') &&
               !base_slice_has(text, at + 2, '{'))) {
    size_t end = mail_reach_group(text, at + 1);
    return end > 0 && mail_placeholder_is(found, at, end,
                                          puts ? MAIL_PUTS : MAIL_IS_SILENT);
  }
  if (find_directive(text, at, found)) {
    return true;
  }
  if (is_declared(text, at)) {
    return mail_placeholder_is(found, at, mail_reach_line(text, at),
                               MAIL_IS_SILENT);
  }
  size_t end = mail_reach_path(text, at + 1);
  return end > at + 1 + mail_word_at(text, at + 1).size &&
         mail_placeholder_is(found, at, end, MAIL_PUTS);
}

/* Razor's `} else if (late) {`. */
bool mail_placeholder_else(struct base_slice text, size_t at,
                           struct mail_placeholder *found) {
  size_t start = base_skip_space(text, at + 1);
  struct base_slice word = mail_word_at(text, start);
  if (!mail_equals_nocase(word, "else") || !mail_begins_line(text, at)) {
    return false;
  }
  size_t end = base_skip_space(text, start + word.size);
  word = mail_word_at(text, end);
  if (mail_equals_nocase(word, "if")) {
    end = mail_reach_condition(text, end + word.size);
  }
  end = end > 0 ? reach_brace(text, end) : 0;
  return end > 0 && mail_placeholder_is(found, at, end, MAIL_PARTS);
}
