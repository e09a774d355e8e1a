/* SPDX-License-Identifier: MIT */
#include "mail/facts.h"

#include "base/language_tag.h"
#include "mail/address.h"
#include "mail/language.h"
#include "mail/phrase.h"
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
  if (fields->count == 0) {
    return NULL; /* as of most drafts */
  }
  return message->kind == COURTESY_MAIL
             ? mail_words_string(fields, field, is_address_list,
                                 &message->arena)
             : mail_field_string(fields, field, &message->arena);
}

/* Names of files, in the arena, to be filled; NULL for none. */
static const char **new_names(struct courtesy_message *message, size_t count) {
  if (count == 0) {
    return NULL;
  }
  const char **names = base_arena_alloc(&message->arena, count * sizeof *names);
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

/* Whether the mail itself, and not one in it, accepts or declines an
 * invitation. */
static bool answers_invitation(const struct mail_part_list *parts) {
  bool answers = false;
  for (size_t i = 0; i < parts->count && !answers;) {
    const struct mail_part *part = &parts->items[i];
    answers = part->answers;
    i = part->media == MAIL_MEDIA_MESSAGE ? part->end : i + 1;
  }
  return answers;
}

/* A forward without anything else is no reply, though it has an original
 * below it. */
static enum courtesy_answer find_reply(const struct courtesy_message *message,
                                       const struct mail_fields *fields,
                                       const struct mail_part_list *parts,
                                       const struct mail_hints *hints) {
  if (message->prefix.answers || answers_invitation(parts) ||
      mail_has_field(fields, MAIL_FIELD_IN_REPLY_TO) ||
      mail_has_field(fields, MAIL_FIELD_REFERENCES) ||
      (hints->answers && !hints->forwards && !message->prefix.forwards)) {
    return COURTESY_YES;
  }
  bool header = message->kind == COURTESY_MAIL || fields->count > 0 ||
                message->has_subject;
  return header && !message->header_is_cut ? COURTESY_NO : COURTESY_UNKNOWN;
}

static const char *const machine_names[] = {
    "no-reply",   "noreply",      "no_reply",      "do-not-reply",
    "donotreply", "do_not_reply", "mailer-daemon", "postmaster",
    "bounce",     "bounces",      "notification",  "notifications",
};

static bool is_machine(const char *from) {
  struct base_slice local = mail_first_local_part(from);
  for (size_t i = 0; i < sizeof machine_names / sizeof machine_names[0]; i++) {
    size_t size = strlen(machine_names[i]);
    if (mail_begins_nocase(local, machine_names[i]) &&
        (local.size == size || !mail_is_letter(local.bytes[size]))) {
      return true;
    }
  }
  return false;
}

/* To its sender alone goes a bulletin with all readers in Bcc, the report of a
 * program, a note: no letter to anybody. */
static bool is_to_its_sender(const struct courtesy_facts *facts) {
  return facts->to != NULL && mail_is_only_address(facts->to, facts->from);
}

static bool names_somebody(const char *list) {
  return list != NULL && strchr(list, '@') != NULL;
}

/* Sent, and nobody named (RFC 5322 asks for no To): to a list by Bcc. */
static bool is_to_nobody(const struct courtesy_message *message) {
  const struct courtesy_facts *facts = &message->facts;
  return message->kind == COURTESY_MAIL && facts->date != NULL &&
         !names_somebody(facts->to) && !names_somebody(facts->cc);
}

static bool is_bulk(struct base_slice precedence) {
  return mail_is_among(precedence, "bulk junk list auto_reply");
}

/* RFC 6522: what became of a mail, told by the server or program it met. */
static bool is_report(const struct mail_part_list *parts) {
  return parts->count > 0 &&
         mail_equals_nocase(parts->items[0].type, "multipart/report");
}

/* RFC 3834 §5, RFC 2919, and what programs did before them. */
static bool is_sent_by_program(const struct mail_fields *fields) {
  struct base_slice submitted = fields->values[MAIL_FIELD_AUTO_SUBMITTED];
  return (submitted.size > 0 && !mail_equals_nocase(submitted, "no")) ||
         mail_has_field(fields, MAIL_FIELD_LIST_ID) ||
         mail_has_field(fields, MAIL_FIELD_X_AUTOREPLY) ||
         mail_has_field(fields, MAIL_FIELD_X_AUTORESPOND) ||
         (mail_has_field(fields, MAIL_FIELD_PRECEDENCE) &&
          is_bulk(fields->values[MAIL_FIELD_PRECEDENCE])) ||
         base_slice_equals(fields->values[MAIL_FIELD_RETURN_PATH], "<>");
}

/* Of one whose sender is known. */
static bool is_from_program(const struct courtesy_message *message) {
  return is_machine(message->facts.from) || is_to_its_sender(&message->facts) ||
         is_to_nobody(message);
}

static enum courtesy_answer find_automatic(
    const struct courtesy_message *message, const struct mail_fields *fields,
    const struct mail_part_list *parts) {
  bool automatic = (fields->count > 0 && is_sent_by_program(fields)) ||
                   is_report(parts) || message->prefix.automatic ||
                   (message->facts.from != NULL && is_from_program(message));
  if (automatic) {
    return COURTESY_YES;
  }
  return message->kind == COURTESY_MAIL && !message->header_is_cut
             ? COURTESY_NO
             : COURTESY_UNKNOWN;
}

static void copy_domains(struct courtesy_message *message,
                         const struct courtesy_facts *given) {
  size_t count = given->internal_domain_count;
  if (count == 0) {
    return;
  }
  const char **domains =
      base_arena_alloc(&message->arena, count * sizeof *domains);
  for (size_t i = 0; domains != NULL && i < count; i++) {
    domains[i] = base_arena_string(&message->arena, given->internal_domains[i]);
  }
  message->facts.internal_domains = domains;
  message->facts.internal_domain_count = domains == NULL ? 0 : count;
}

static const char *fold_language(struct courtesy_message *message,
                                 const char *given) {
  char *tag = base_arena_string(&message->arena, given);
  if (tag != NULL) {
    base_language_fold(tag);
  }
  return tag;
}

/* As the host says, else as the words tell. */
static void tell_language(struct courtesy_message *message, const char *given) {
  struct mail_language told = {0};
  if (given == NULL || *given == '\0') {
    told = mail_language_of(message);
  }
  message->facts.language =
      given != NULL ? fold_language(message, given) : told.own;
  message->answered = told.answered;
  message->among = told.among;
}

/* What the host or the header says as it stands. */
static void copy_strings(struct courtesy_message *message,
                         const struct courtesy_facts *given,
                         const struct mail_fields *fields) {
  struct courtesy_facts *facts = &message->facts;
  facts->subject =
      pick(message, given->subject, fields, MAIL_FIELD_SUBJECT, false);
  facts->from = pick(message, given->from, fields, MAIL_FIELD_FROM, true);
  facts->to = pick(message, given->to, fields, MAIL_FIELD_TO, true);
  facts->cc = pick(message, given->cc, fields, MAIL_FIELD_CC, true);
  facts->bcc = pick(message, given->bcc, fields, MAIL_FIELD_BCC, true);
  facts->date = pick(message, given->date, fields, MAIL_FIELD_DATE, false);
  facts->now = base_arena_string(&message->arena, given->now);
}

void mail_facts_fill(struct courtesy_message *message,
                     const struct courtesy_facts *given,
                     const struct mail_fields *fields,
                     const struct mail_structure *structure,
                     const struct mail_hints *hints) {
  struct courtesy_facts *facts = &message->facts;
  if (given == NULL) {
    given = &nothing_given;
  }
  copy_strings(message, given, fields);
  facts->markup =
      message->kind == COURTESY_MAIL ? COURTESY_MARKUP_NONE : given->markup;
  tell_language(message, given->language);
  find_attachments(message, given, structure, hints);
  facts->reply = given->reply != COURTESY_UNKNOWN
                     ? given->reply
                     : find_reply(message, fields, &structure->parts, hints);
  facts->automatic = given->automatic != COURTESY_UNKNOWN
                         ? given->automatic
                         : find_automatic(message, fields, &structure->parts);
  copy_domains(message, given);
}
