/* SPDX-License-Identifier: MIT */
/* Languages of those who send mailings. */
#include "mail/placeholder_code.h"

#include "mail/line.h"
#include "mail/phrase.h"

/* Smarty: `if $late`, `else`, `/if`; else a name. */
enum mail_placeholder_role mail_code_role_in_brace(struct base_slice inner) {
  bool ends = base_slice_has(inner, 0, '/');
  if (ends) {
    inner = mail_skip(inner, 1);
  }
  struct base_slice word = mail_code_take_word(&inner);
  if (mail_code_role(word, MAIL_PUTS) == MAIL_OPENS) {
    bool asks = base_slice_holds(inner, '$');
    return ends ? MAIL_CLOSES : asks ? MAIL_OPENS : MAIL_PUTS;
  }
  if (mail_is_among(word, "else elseif foreachelse")) {
    return MAIL_PARTS;
  }
  return ends || mail_is_among(word, "assign capture include literal strip")
             ? MAIL_IS_SILENT
             : MAIL_PUTS;
}

/* AMPscript: `IF @a == 1 THEN`; a block may hold all of a condition. */
enum mail_placeholder_role mail_code_role_in_percents(struct base_slice inner) {
  struct base_slice code = inner;
  struct base_slice last = mail_code_take_last_word(&code);
  inner = mail_trim(inner);
  enum mail_placeholder_role role =
      mail_code_role(mail_code_take_word(&inner), MAIL_IS_SILENT);
  if (mail_is_among(last, "endif next")) {
    return code.size == 0 ? MAIL_CLOSES : MAIL_IS_SILENT;
  }
  return role;
}

/* Mailchimp: `*|IF:X|*`, `*|END:IF|*`. */
enum mail_placeholder_role mail_code_role_in_star(struct base_slice inner) {
  struct base_slice word = mail_code_take_word(&inner);
  if (mail_is_among(word, "if ifnot interested")) {
    return MAIL_OPENS;
  }
  if (mail_is_among(word, "else elseif")) {
    return MAIL_PARTS;
  }
  return mail_equals_nocase(word, "end") ? MAIL_CLOSES : MAIL_PUTS;
}
