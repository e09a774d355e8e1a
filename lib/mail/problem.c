/* SPDX-License-Identifier: MIT */
#include "mail/problem.h"

#include "mail/utf8.h"

void mail_problem_add(struct courtesy_message *message, const char *code,
                      const char *text, size_t offset) {
  mail_problems_add(
      &message->problems,
      (struct courtesy_problem){
          .code = code, .message = text, .has_offset = true, .offset = offset});
}

void mail_problem_add_cut(struct courtesy_message *message, size_t offset) {
  message->text_is_cut = true;
  mail_problem_add(message, "text-limit",
                   "the text is too long, its end was not read", offset);
}

void mail_problem_check_utf8(struct courtesy_message *message,
                             const struct text_source *source,
                             struct base_slice bytes) {
  size_t damage = mail_utf8_damage(bytes);
  if (damage != SIZE_MAX) {
    size_t place = (size_t)(bytes.bytes - source->bytes) + damage;
    mail_problem_add(message, "damaged-text",
                     "some bytes mean nothing in UTF-8, as which this was read",
                     text_source_raw_place(source, (uint32_t)place));
  }
}
