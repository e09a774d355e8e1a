/* SPDX-License-Identifier: MIT */
#include "mail/people.h"

#include "mail/domain.h"
#include "mail/message.h"
#include "mail/person.h"

enum { SENDERS = 0, FIRST_RECIPIENTS = 1, LISTS = 4 };

/* From, To, Cc, Bcc; NULL for a list that is not there. */
static const char *list_at(const struct courtesy_facts *facts, size_t list) {
  const char *const lists[LISTS] = {facts->from, facts->to, facts->cc,
                                    facts->bcc};
  return lists[list];
}

bool mail_recipients_count(const struct courtesy_facts *facts, size_t *count) {
  bool known = false;
  *count = 0;
  for (size_t i = FIRST_RECIPIENTS; i < LISTS; i++) {
    const char *list = list_at(facts, i);
    if (list != NULL) {
      known = true;
      *count += mail_addresses_count(base_slice_of(list));
    }
  }
  return known;
}

bool mail_recipients_are_persons(const struct courtesy_facts *facts) {
  return facts->to != NULL &&
         mail_addresses_count(base_slice_of(facts->to)) > 0 &&
         mail_all_persons(facts->to) &&
         (facts->cc == NULL || mail_all_persons(facts->cc));
}

struct base_slice mail_recipient_name(const struct courtesy_facts *facts) {
  return facts->to == NULL ? (struct base_slice){NULL, 0}
                           : mail_only_first_name(facts->to);
}

/* One address outside makes a message an external one, whatever the others
 * are; an address that cannot be told keeps it from being an internal one. */
const char *mail_audience_of(const struct courtesy_facts *facts) {
  struct mail_reach reach = {0};
  if (facts->internal_domain_count == 0) {
    return NULL;
  }
  for (size_t i = FIRST_RECIPIENTS; i < LISTS; i++) {
    const char *list = list_at(facts, i);
    if (list != NULL) {
      mail_reach_add(&reach, list, facts->internal_domains,
                     facts->internal_domain_count);
    }
  }
  bool internal = reach.inside && !reach.nowhere;
  return reach.outside ? "external" : internal ? "internal" : NULL;
}

const char *courtesy_message_audience(const struct courtesy_message *message) {
  return mail_audience_of(&message->facts);
}

struct mail_people mail_people_of(const struct courtesy_facts *facts) {
  return (struct mail_people){.facts = facts};
}

bool mail_people_next(struct mail_people *people, struct base_slice *name,
                      bool *is_sender) {
  while (!mail_name_next(&people->reader, name)) {
    if (people->list == LISTS) {
      return false;
    }
    const char *list = list_at(people->facts, people->list);
    people->reader =
        mail_name_reader_of(base_slice_of(list == NULL ? "" : list));
    people->list++;
  }
  *is_sender = people->list == SENDERS + 1;
  return true;
}
