/* SPDX-License-Identifier: MIT */
#include "mail/form_choice.h"

#include "mail/forms.h"
#include "mail/part_text.h"
#include "mail/problem.h"

static struct mail_form form_of(const struct mail_part_text *text) {
  return (struct mail_form){mail_part_text_bytes(text), &text->marks};
}

/* Notes that forms differ at a place of what one was decoded to. */
static void tell_at(struct mail_part_text *text, size_t place,
                    const char *message) {
  mail_problem_add(text->message, "forms-differ", message,
                   text_source_raw_place(&text->source, (uint32_t)place));
}

/* Says how two forms differ. */
static void tell_difference(struct mail_part_text *plain,
                            struct mail_part_text *html,
                            const struct mail_comparison *comparison) {
  switch (comparison->likeness) {
  case MAIL_FORMS_ALIKE:
    break;
  case MAIL_FORMS_STUB:
    mail_part_text_tell(
        plain, "forms-differ",
        "the plain text holds little of the HTML beside it: the HTML "
        "was linted");
    break;
  case MAIL_FORMS_BOTH_MORE:
    tell_at(plain, comparison->in_plain,
            "the HTML, which was linted, does not say what the plain "
            "text says here");
    break;
  case MAIL_FORMS_HTML_MORE:
    tell_at(html, comparison->in_html,
            "the plain text beside it does not say this: the HTML was "
            "linted");
    break;
  case MAIL_FORMS_DIFFER:
    tell_at(plain, comparison->in_plain,
            "the HTML beside it does not say this: the plain text was "
            "linted");
    break;
  }
}

/* Notes what is left to tell of two forms that were decoded one after the
 * other, the HTML first. What the one that is taken lacks is told by whoever
 * reads it; where both lack something, the other's says no more. */
static void settle_problems(struct mail_problems *problems, size_t before,
                            size_t of_html, bool takes_html) {
  bool both = problems->count > of_html;
  problems->count = takes_html || both ? before : of_html;
}

/* Reads the HTML in place of a plain text that is worth less, and says so when
 * either says what the other does not. */
static bool compare(struct courtesy_message *message, struct mail_part *plain,
                    struct mail_part *html, size_t most) {
  struct mail_part_text texts[2] = {{.message = message}, {.message = message}};
  struct mail_problems *problems = &message->problems;
  size_t before = problems->count;
  mail_part_text_begin(&texts[1], html);
  mail_part_text_decode(&texts[1], most);
  size_t of_html = problems->count;
  mail_part_text_begin(&texts[0], plain);
  mail_part_text_decode(&texts[0], most);
  struct mail_form forms[2] = {form_of(&texts[0]), form_of(&texts[1])};
  struct mail_comparison comparison = mail_forms_compare(&forms[0], &forms[1]);
  if (comparison.takes_html) {
    html->use = plain->use;
    plain->use = COURTESY_PART_ALTERNATIVE;
  }
  settle_problems(problems, before, of_html, comparison.takes_html);
  tell_difference(&texts[0], &texts[1], &comparison);
  mail_part_text_destroy(&texts[0]);
  mail_part_text_destroy(&texts[1]);
  return !comparison.failed && !texts[0].failed && !texts[1].failed;
}

bool mail_choose_forms(struct courtesy_message *message,
                       struct mail_part_list *parts, size_t most) {
  bool chosen = true;
  for (size_t i = 0; i < parts->count; i++) {
    struct mail_part *part = &parts->items[i];
    if (mail_part_is_read(part) && part->html_form > 0) {
      struct mail_part *html = &parts->items[part->html_form];
      chosen = compare(message, part, html, most) && chosen;
    } else if (part->use == COURTESY_PART_ALTERNATIVE &&
               (part->media == MAIL_MEDIA_PLAIN ||
                part->media == MAIL_MEDIA_HTML)) {
      struct mail_part_text text = {.message = message};
      mail_part_text_begin(&text, part);
      mail_part_text_is_readable(&text);
    }
  }
  return chosen;
}
