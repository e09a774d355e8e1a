/* SPDX-License-Identifier: MIT */
#include "template_reads.h"

#include "mail/message.h"
#include "mail/template.h"

#include <string.h>

void assert_template_text(const struct text_source *text,
                          const char *expected) {
  struct base_buffer seen = {0};
  for (uint32_t i = 0; i < text->size; i++) {
    if (text->size - i >= 3 && memcmp(text->bytes + i, "\uFFFC", 3) == 0) {
      base_buffer_add(&seen, "¤", strlen("¤"));
      i += 2;
    } else {
      base_buffer_add_byte(&seen, text->bytes[i]);
    }
  }
  base_buffer_add_byte(&seen, '\0');
  assert_string_equal(seen.bytes, expected);
  base_buffer_destroy(&seen);
}

void assert_reads(const char *template, const char *expected) {
  struct text_source from = {.bytes = template,
                             .size = (uint32_t)strlen(template)};
  struct mail_mapped to = {0};
  mail_template_read(&from, 0, from.size, false, &to);
  assert_false(mail_mapped_failed(&to));
  struct text_source text = mail_mapped_source(&to);
  assert_template_text(&text, expected);
  mail_mapped_destroy(&to);
}

void assert_shows(const char *html, const char *expected) {
  const struct courtesy_facts facts = {.markup = COURTESY_MARKUP_HTML};
  struct courtesy_message *message =
      message_of(COURTESY_TEMPLATE, html, &facts);
  assert_template_text(&message->sources[MAIL_SOURCE_TEXT], expected);
  courtesy_message_destroy(message);
}
