/* SPDX-License-Identifier: MIT */
/* What a host says of a message and cannot be meant. */
#include "base/language_tag.h"
#include "mail/calendar.h"
#include "mail/domain.h"
#include "mail/stamp.h"

#include <courtesy/message.h>

static bool has_null(const char *const *names, size_t count) {
  size_t i = 0;
  while (i < count && names != NULL && names[i] != NULL) {
    i++;
  }
  return i < count;
}

static bool are_domains(const char *const *names, size_t count) {
  size_t i = 0;
  while (i < count && mail_is_domain(names[i])) {
    i++;
  }
  return i == count;
}

/* Whether a day or time can be read in it; "yesterday" says neither. */
static bool is_date(const char *date) {
  long day;
  return date == NULL || mail_day_of(base_slice_of(date), &day) ||
         mail_holds_date(base_slice_of(date)) || mail_minutes(date) >= 0;
}

static bool is_answer(enum courtesy_answer answer) {
  return answer <= COURTESY_YES;
}

const char *courtesy_facts_flaw(const struct courtesy_facts *facts) {
  if (!is_date(facts->date)) {
    return "date";
  }
  if (!is_date(facts->now)) {
    return "now";
  }
  if (facts->language != NULL && !base_language_is_tag(facts->language)) {
    return "language";
  }
  if (facts->markup > COURTESY_MARKUP_HTML) {
    return "markup";
  }
  if (!is_answer(facts->reply)) {
    return "reply";
  }
  if (!is_answer(facts->automatic)) {
    return "automatic";
  }
  if (has_null(facts->attachments, facts->attachment_count)) {
    return "attachments";
  }
  if (has_null(facts->internal_domains, facts->internal_domain_count) ||
      !are_domains(facts->internal_domains, facts->internal_domain_count)) {
    return "internal_domains";
  }
  return NULL;
}
