/* SPDX-License-Identifier: MIT */
#include "mail/placeholder_bare.h"

#include "base/line_end.h"
#include "mail/phrase.h"
#include "mail/placeholder_code.h"
#include "mail/placeholder_reach.h"

static const struct mail_directive *find_directive(
    const struct mail_directive *list, struct base_slice word, bool asks) {
  while (list->word != NULL &&
         (list->asks != asks || !mail_equals_nocase(word, list->word))) {
    list++;
  }
  return list->word == NULL ? NULL : list;
}

const struct mail_directive *mail_directive_at(
    const struct mail_directive *list, struct base_slice text, size_t at,
    size_t *end) {
  struct base_slice word = mail_word_at(text, at);
  *end = mail_reach_condition(text, at + word.size);
  const struct mail_directive *found =
      *end > 0 ? find_directive(list, word, true) : NULL;
  if (found == NULL) {
    *end = at + word.size;
    found = base_slice_has(text, *end, '-') ? NULL
                                            : find_directive(list, word, false);
  }
  return found;
}

bool mail_placeholder_is(struct mail_placeholder *found, size_t start,
                         size_t end, enum mail_placeholder_role role) {
  *found = (struct mail_placeholder){
      .start = (uint32_t)start, .end = (uint32_t)end, .role = role};
  return true;
}

static bool find_reference(struct base_slice text, size_t at,
                           struct mail_placeholder *found) {
  size_t start = at + (base_slice_has(text, at + 1, '!') ? 2 : 1);
  size_t end = mail_reach_path(text, start);
  bool escaped = mail_is_behind(text, at, "$");
  return end > start && !escaped && !mail_follows_word(text, at) &&
         mail_placeholder_is(found, at, end, MAIL_PUTS);
}

/* `href="#end"` is an address. */
static bool find_hash(struct base_slice text, size_t at,
                      struct mail_placeholder *found) {
  static const struct mail_directive directives[] = {
      {"define", true, MAIL_DEFINES},     {"else", false, MAIL_PARTS},
      {"elseif", true, MAIL_PARTS},       {"end", false, MAIL_MAY_CLOSE},
      {"evaluate", true, MAIL_IS_SILENT}, {"foreach", true, MAIL_OPENS},
      {"if", true, MAIL_OPENS},           {"include", true, MAIL_IS_SILENT},
      {"macro", true, MAIL_DEFINES},      {"parse", true, MAIL_IS_SILENT},
      {"set", true, MAIL_IS_SILENT},      {0},
  };
  size_t end;
  const struct mail_directive *directive =
      mail_directive_at(directives, text, at + 1, &end);
  return directive != NULL &&
         (directive->asks || !mail_is_behind(text, at, "\"'`")) &&
         mail_placeholder_is(found, at, end, directive->role);
}

bool mail_placeholder_call(struct base_slice text, size_t at,
                           struct mail_placeholder *found) {
  size_t name = mail_word_at(text, at + 1).size;
  size_t group = at + 1 + name;
  size_t end = name > 0 && base_slice_has(text, group, '(')
                   ? mail_reach_group(text, group)
                   : 0;
  return end > 0 && mail_placeholder_is(found, at, end, MAIL_IS_SILENT);
}

/* Mako's `% if late:` and `% endif`. */
static bool find_line(struct base_slice text, size_t at,
                      struct mail_placeholder *found) {
  struct base_slice word = mail_word_at(text, base_skip_space(text, at + 1));
  if (!base_slice_has(text, at + 1, ' ') || !mail_begins_line(text, at)) {
    return false;
  }
  bool ends = mail_code_take_end(&word);
  enum mail_placeholder_role role = mail_code_role(word, MAIL_PUTS);
  if (role == MAIL_PUTS || (ends && role != MAIL_OPENS)) {
    return false;
  }
  size_t end = mail_reach_line(text, at);
  return mail_placeholder_is(found, at, end, ends ? MAIL_CLOSES : role);
}

/* `%s`, `%1$s`, `%ld`; “100% sure” holds none. */
static bool find_conversion(struct base_slice text, size_t at,
                            struct mail_placeholder *found) {
  size_t end = mail_skip_digits(text, at + 1);
  if (end > at + 1 && !base_slice_has(text, end++, '$')) {
    return false;
  }
  while (base_slice_has(text, end, 'l')) {
    end++;
  }
  bool fits = base_slice_has(text, end, 's') ||
              base_slice_has(text, end, 'd') || base_slice_has(text, end, 'u');
  bool escaped = mail_is_behind(text, at, "%");
  return fits && mail_word_at(text, end).size == 1 && !escaped &&
         !mail_follows_word(text, at) &&
         mail_placeholder_is(found, at, end + 1, MAIL_PUTS);
}

/* Thymeleaf's `[/]`. */
static bool find_slash(struct base_slice text, size_t at,
                       struct mail_placeholder *found) {
  return base_slice_has(text, at + 1, '/') &&
         base_slice_has(text, at + 2, ']') &&
         mail_placeholder_is(found, at, at + 3, MAIL_CLOSES);
}

bool mail_has_comments(struct base_slice text, size_t at) {
  struct mail_placeholder found;
  return text.bytes[at] == '%'
             ? find_line(text, at, &found)
             : find_hash(text, at, &found) && text.bytes[found.end - 1] == ')';
}

/* HEEx: the value of an attribute. */
static bool find_value(struct base_slice text, size_t at,
                       struct mail_placeholder *found) {
  bool is_value =
      at > 1 && text.bytes[at - 1] == '=' && mail_follows_word(text, at - 1);
  size_t end = is_value ? mail_reach_group(text, at) : 0;
  return end > 0 && mail_placeholder_is(found, at, end, MAIL_PUTS);
}

bool mail_placeholder_bare(struct base_slice text, size_t at,
                           struct mail_placeholder *found) {
  switch (text.bytes[at]) {
  case '$':
    return find_reference(text, at, found);
  case '#':
    return find_hash(text, at, found) || mail_placeholder_call(text, at, found);
  case '@':
    return mail_placeholder_at_sign(text, at, found);
  case '[':
    return find_slash(text, at, found);
  case '%':
    return find_line(text, at, found) || find_conversion(text, at, found);
  case '{':
    return find_value(text, at, found);
  case '}':
    return mail_placeholder_else(text, at, found);
  case '<':
    return mail_placeholder_component(text, at, found);
  default:
    return false;
  }
}
