/* SPDX-License-Identifier: MIT */
#include "mail/age.h"

#include "mail/address.h"
#include "mail/calendar.h"
#include "mail/phrase.h"
#include "mail/stamp.h"

int mail_minutes_of(const struct courtesy_facts *facts) {
  int minutes = facts->date == NULL ? -1 : mail_minutes(facts->date);
  return minutes >= 0 || facts->now == NULL ? minutes
                                            : mail_minutes(facts->now);
}

enum {
  /* Bytes of an attribution or header block in which its date is looked for:
   * long lists of recipients stand below it. */
  QUOTE_HEAD = 512,
};

/* What stands above the uppermost message that is quoted. */
static struct base_slice quote_head(const struct courtesy_message *message) {
  const struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  struct base_slice head = {text->bytes, 0};
  for (size_t i = 0; i < message->regions.count; i++) {
    const struct mail_region *region = &message->regions.items[i];
    bool above = region->zone == COURTESY_ZONE_ATTRIBUTION ||
                 region->zone == COURTESY_ZONE_FORWARD;
    if (!above && head.size > 0) {
      break;
    }
    if (above) {
      head.bytes = head.size == 0 ? text->bytes + region->start : head.bytes;
      head.size = (size_t)(text->bytes + region->end - head.bytes);
    }
  }
  head.size = head.size < QUOTE_HEAD ? head.size : QUOTE_HEAD;
  return head;
}

/* Who wrote what is quoted stands on the first two lines above it, dashes left
 * aside; whom it was sent to stands below. */
static struct base_slice author_lines(struct base_slice head) {
  size_t start = 0;
  if (head.size > 0 && head.bytes[0] == '-') {
    start = base_slice_find(head, '\n');
    start += start < head.size;
  }
  size_t size = start;
  for (int lines = 0; size < head.size && lines < 2; size++) {
    lines += head.bytes[size] == '\n';
  }
  return (struct base_slice){head.bytes + start, size - start};
}

static bool holds_word(struct base_slice text, struct base_slice word) {
  size_t size = word.size;
  for (size_t i = 0; i + size <= text.size; i++) {
    struct base_slice here = {text.bytes + i, size};
    if ((i == 0 || !mail_is_letter(text.bytes[i - 1])) &&
        (i + size == text.size || !mail_is_letter(text.bytes[i + size])) &&
        mail_same_nocase(here, word)) {
      return true;
    }
  }
  return false;
}

/* Whether two names of the sender, or the only one, are the quoted author's:
 * nobody waits for an answer to oneself. */
static bool quotes_oneself(const struct courtesy_message *message) {
  struct base_slice author = author_lines(quote_head(message));
  const char *from = message->facts.from;
  struct mail_name_reader names =
      mail_name_reader_of(base_slice_of(from == NULL ? "" : from));
  struct base_slice name;
  size_t count = 0;
  size_t found = 0;
  while (mail_name_next(&names, &name)) {
    count++;
    found += holds_word(author, name);
  }
  return found > 0 && found >= (count < 2 ? count : 2);
}

long mail_quote_age(const struct courtesy_message *message) {
  const struct courtesy_facts *facts = &message->facts;
  const char *date = facts->date != NULL ? facts->date : facts->now;
  long own;
  long quoted;
  bool known = date != NULL && mail_day_of(quote_head(message), &quoted) &&
               mail_day_of(base_slice_of(date), &own) && quoted <= own &&
               !quotes_oneself(message);
  return known ? mail_working_days(quoted, own) : -1;
}

bool courtesy_message_quote_age(const struct courtesy_message *message,
                                size_t *days) {
  long age = mail_quote_age(message);
  if (age >= 0) {
    *days = (size_t)age;
  }
  return age >= 0;
}
