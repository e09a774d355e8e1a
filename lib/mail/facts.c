/* SPDX-License-Identifier: MIT */
#include "mail/facts.h"

#include "base/language_tag.h"
#include "mail/address.h"
#include "mail/calendar.h"
#include "mail/domain.h"
#include "mail/language.h"
#include "mail/line.h"
#include "mail/person.h"
#include "mail/phrase.h"
#include "mail/stamp.h"
#include "mail/subject.h"
#include "mail/word.h"

#include <string.h>

static const struct courtesy_facts nothing_given;

/* A string given by the host, else the header field of that name; in a mail
 * its encoded words are decoded. */
static const char *pick(struct courtesy_message *message, const char *given,
                        const struct mail_fields *fields, enum mail_field field,
                        bool is_address_list) {
  if (given != NULL) {
    return base_arena_string(&message->arena, given);
  }
  return message->kind == COURTESY_MAIL
             ? mail_words_string(fields, field, is_address_list,
                                 &message->arena)
             : mail_field_string(fields, field, &message->arena);
}

/* Names of files, in the arena, to be filled. */
static const char **new_names(struct courtesy_message *message, size_t count) {
  const char **names =
      base_arena_alloc(&message->arena, (count + 1) * sizeof *names);
  message->facts.attachments = names;
  message->facts.attachment_count = names == NULL ? 0 : count;
  return names;
}

static void copy_attachments(struct courtesy_message *message,
                             const struct courtesy_facts *given) {
  const char **names = new_names(message, given->attachment_count);
  for (size_t i = 0; names != NULL && i < given->attachment_count; i++) {
    names[i] = base_arena_string(&message->arena, given->attachments[i]);
  }
}

/* Those of the parts, then those in the text. */
static void read_attachments(struct courtesy_message *message,
                             const struct mail_part_list *parts,
                             const struct mail_files *files) {
  size_t count = files->count;
  for (size_t i = 0; i < parts->count; i++) {
    count += parts->items[i].use == COURTESY_PART_ATTACHMENT;
  }
  const char **names = new_names(message, count);
  size_t n = 0;
  for (size_t i = 0; names != NULL && i < parts->count; i++) {
    const struct mail_part *part = &parts->items[i];
    if (part->use == COURTESY_PART_ATTACHMENT) {
      names[n++] = part->name == NULL ? "" : part->name;
    }
  }
  for (size_t i = 0; names != NULL && i < files->count; i++) {
    names[n++] = base_arena_copy(&message->arena, files->items[i].bytes,
                                 files->items[i].size);
  }
}

/* Attachments that the host names count; else those of a mail do, and files
 * in the text. */
static void find_attachments(struct courtesy_message *message,
                             const struct courtesy_facts *given,
                             const struct mail_structure *structure,
                             const struct mail_hints *hints) {
  if (given->attachments_known || given->attachment_count > 0) {
    copy_attachments(message, given);
  } else {
    read_attachments(message, &structure->parts, &hints->files);
  }
  message->facts.attachments_known =
      given->attachments_known ||
      (message->kind == COURTESY_MAIL && structure->troubles.count == 0);
}

/* A forward without anything else is no reply, though it has an original
 * below it. */
static enum courtesy_answer find_reply(const struct courtesy_message *message,
                                       const struct mail_fields *fields,
                                       const struct mail_hints *hints) {
  const char *subject = message->facts.subject;
  struct mail_prefix prefix = {0};
  if (subject != NULL) {
    prefix = mail_prefix_of(mail_trim(base_slice_of(subject)));
  }
  if (prefix.answers || mail_has_field(fields, MAIL_FIELD_IN_REPLY_TO) ||
      mail_has_field(fields, MAIL_FIELD_REFERENCES) ||
      (hints->answers && !hints->forwards && !prefix.forwards)) {
    return COURTESY_YES;
  }
  bool header =
      message->kind == COURTESY_MAIL || fields->count > 0 || subject != NULL;
  return header ? COURTESY_NO : COURTESY_UNKNOWN;
}

static const char *const machine_names[] = {
    "no-reply",   "noreply",      "no_reply",      "do-not-reply",
    "donotreply", "do_not_reply", "mailer-daemon", "postmaster",
    "bounce",     "bounces",      "notification",  "notifications",
};

static bool is_machine(const char *from) {
  struct base_slice local = mail_first_local_part(from);
  for (size_t i = 0; i < sizeof machine_names / sizeof machine_names[0]; i++) {
    struct base_slice start = local;
    size_t size = strlen(machine_names[i]);
    start.size = start.size < size ? start.size : size;
    bool ends = local.size == size ||
                (local.size > size && !mail_is_letter(local.bytes[size]));
    if (ends && mail_equals_nocase(start, machine_names[i])) {
      return true;
    }
  }
  return false;
}

/* To its sender alone goes a bulletin with all readers in Bcc, the report of a
 * program, a note: no letter to anybody. */
static bool is_to_its_sender(const struct courtesy_facts *facts) {
  return facts->from != NULL && facts->to != NULL &&
         mail_is_only_address(facts->to, facts->from);
}

static bool names_somebody(const char *list) {
  return list != NULL && strchr(list, '@') != NULL;
}

/* Sent, and nobody named (RFC 5322 asks for no To): to a list by Bcc. */
static bool is_to_nobody(const struct courtesy_message *message) {
  const struct courtesy_facts *facts = &message->facts;
  return message->kind == COURTESY_MAIL && facts->from != NULL &&
         facts->date != NULL && !names_somebody(facts->to) &&
         !names_somebody(facts->cc);
}

/* RFC 3834 §5, RFC 2919, and what programs did before them. */
static enum courtesy_answer find_automatic(
    const struct courtesy_message *message, const struct mail_fields *fields) {
  struct base_slice submitted = fields->values[MAIL_FIELD_AUTO_SUBMITTED];
  struct base_slice precedence = fields->values[MAIL_FIELD_PRECEDENCE];
  bool automatic =
      (submitted.size > 0 && !mail_equals_nocase(submitted, "no")) ||
      mail_has_field(fields, MAIL_FIELD_LIST_ID) ||
      mail_has_field(fields, MAIL_FIELD_X_AUTOREPLY) ||
      mail_has_field(fields, MAIL_FIELD_X_AUTORESPOND) ||
      mail_equals_nocase(precedence, "bulk") ||
      mail_equals_nocase(precedence, "junk") ||
      mail_equals_nocase(precedence, "list") ||
      mail_equals_nocase(precedence, "auto_reply") ||
      mail_equals_nocase(fields->values[MAIL_FIELD_RETURN_PATH], "<>") ||
      (message->facts.from != NULL && is_machine(message->facts.from)) ||
      is_to_its_sender(&message->facts) || is_to_nobody(message);
  if (automatic) {
    return COURTESY_YES;
  }
  return message->kind == COURTESY_MAIL ? COURTESY_NO : COURTESY_UNKNOWN;
}

/* Names of everybody in the header, and how many receive it. */
static void read_people(struct courtesy_message *message) {
  const struct courtesy_facts *facts = &message->facts;
  const char *const lists[] = {facts->to, facts->cc, facts->bcc};
  struct mail_names names = {0};
  if (facts->from != NULL) {
    mail_addresses_read(facts->from, &names, &message->arena);
  }
  message->sender_name_count = names.count;
  for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
    if (lists[i] != NULL) {
      message->recipients_known = true;
      message->recipients +=
          mail_addresses_read(lists[i], &names, &message->arena);
    }
  }
  const char **kept =
      base_arena_alloc(&message->arena, (names.count + 1) * sizeof *kept);
  if (kept != NULL && names.count > 0) {
    memcpy(kept, names.items, names.count * sizeof *kept);
  }
  message->recipients_are_persons =
      facts->to != NULL && mail_all_persons(facts->to) &&
      (facts->cc == NULL || mail_all_persons(facts->cc));
  if (facts->to != NULL) {
    message->recipient = mail_only_first_name(facts->to);
  }
  message->names = kept;
  message->name_count = names.count;
  message->arena.failed = message->arena.failed || names.failed;
  mail_names_destroy(&names);
}

static void copy_domains(struct courtesy_message *message,
                         const struct courtesy_facts *given) {
  size_t count = given->internal_domain_count;
  const char **domains =
      base_arena_alloc(&message->arena, (count + 1) * sizeof *domains);
  for (size_t i = 0; domains != NULL && i < count; i++) {
    domains[i] = base_arena_string(&message->arena, given->internal_domains[i]);
  }
  message->facts.internal_domains = domains;
  message->facts.internal_domain_count = domains == NULL ? 0 : count;
}

/* One address outside makes a message an external one, whatever the others
 * are; an address that cannot be told keeps it from being an internal one. */
static const char *find_audience(const struct courtesy_facts *facts) {
  const char *const lists[] = {facts->to, facts->cc, facts->bcc};
  struct mail_reach reach = {0};
  for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
    if (lists[i] != NULL) {
      mail_reach_add(&reach, lists[i], facts->internal_domains,
                     facts->internal_domain_count);
    }
  }
  if (facts->internal_domain_count == 0 || (!reach.inside && !reach.outside)) {
    return NULL;
  }
  return reach.outside ? "external" : reach.nowhere ? NULL : "internal";
}

static int find_minutes(const struct courtesy_facts *facts) {
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
    const char *end = memchr(head.bytes, '\n', head.size);
    start = end == NULL ? head.size : (size_t)(end - head.bytes) + 1;
  }
  size_t size = start;
  for (int lines = 0; size < head.size && lines < 2; size++) {
    lines += head.bytes[size] == '\n';
  }
  return (struct base_slice){head.bytes + start, size - start};
}

static bool holds_word(struct base_slice text, const char *word) {
  size_t size = strlen(word);
  for (size_t i = 0; i + size <= text.size; i++) {
    struct base_slice here = {text.bytes + i, size};
    if ((i == 0 || !mail_is_letter(text.bytes[i - 1])) &&
        (i + size == text.size || !mail_is_letter(text.bytes[i + size])) &&
        mail_equals_nocase(here, word)) {
      return true;
    }
  }
  return false;
}

/* Whether two names of the sender, or the only one, are the quoted author's:
 * nobody waits for an answer to oneself. */
static bool quotes_oneself(const struct courtesy_message *message) {
  struct base_slice author = author_lines(quote_head(message));
  size_t count = message->sender_name_count;
  size_t found = 0;
  for (size_t i = 0; i < count; i++) {
    found += holds_word(author, message->names[i]);
  }
  return found > 0 && found >= (count < 2 ? count : 2);
}

static long find_quote_age(const struct courtesy_message *message) {
  const struct courtesy_facts *facts = &message->facts;
  const char *date = facts->date != NULL ? facts->date : facts->now;
  long own;
  long quoted;
  bool known = date != NULL && mail_day_of(base_slice_of(date), &own) &&
               mail_day_of(quote_head(message), &quoted) && quoted <= own &&
               !quotes_oneself(message);
  return known ? mail_working_days(quoted, own) : -1;
}

static const char *fold_language(struct courtesy_message *message,
                                 const char *given) {
  char *tag = base_arena_string(&message->arena, given);
  if (tag != NULL) {
    base_language_fold(tag);
  }
  return tag;
}

void mail_facts_fill(struct courtesy_message *message,
                     const struct courtesy_facts *given,
                     const struct mail_fields *fields,
                     const struct mail_structure *structure,
                     const struct mail_hints *hints) {
  if (given == NULL) {
    given = &nothing_given;
  }
  struct courtesy_facts *facts = &message->facts;
  facts->subject =
      pick(message, given->subject, fields, MAIL_FIELD_SUBJECT, false);
  facts->from = pick(message, given->from, fields, MAIL_FIELD_FROM, true);
  facts->to = pick(message, given->to, fields, MAIL_FIELD_TO, true);
  facts->cc = pick(message, given->cc, fields, MAIL_FIELD_CC, true);
  facts->bcc = pick(message, given->bcc, fields, MAIL_FIELD_BCC, true);
  facts->date = pick(message, given->date, fields, MAIL_FIELD_DATE, false);
  facts->markup =
      message->kind == COURTESY_MAIL ? COURTESY_MARKUP_NONE : given->markup;
  facts->now = base_arena_string(&message->arena, given->now);
  facts->language = given->language != NULL
                        ? fold_language(message, given->language)
                        : mail_language_of(message);
  find_attachments(message, given, structure, hints);
  facts->reply = given->reply != COURTESY_UNKNOWN
                     ? given->reply
                     : find_reply(message, fields, hints);
  facts->automatic = given->automatic != COURTESY_UNKNOWN
                         ? given->automatic
                         : find_automatic(message, fields);
  read_people(message);
  copy_domains(message, given);
  if (!message->arena.failed) {
    message->audience = find_audience(facts);
  }
  message->minutes = find_minutes(facts);
  message->quote_age = find_quote_age(message);
}
