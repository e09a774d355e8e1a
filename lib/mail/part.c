/* SPDX-License-Identifier: MIT */
#include "mail/part.h"

#include "mail/line.h"
#include "mail/parameter.h"
#include "mail/phrase.h"

bool mail_part_is(const struct mail_part *part, const char *type) {
  bool is_family = type[strlen(type) - 1] == '/';
  return is_family ? mail_begins_nocase(part->type, type)
                   : mail_equals_nocase(part->type, type);
}

static enum mail_media media_of(const struct mail_part *part) {
  if (mail_is_among(part->type, "text/plain text/markdown") ||
      mail_equals_nocase(part->type, "text")) { /* before MIME */
    return MAIL_MEDIA_PLAIN;
  }
  if (mail_equals_nocase(part->type, "text/html")) {
    return MAIL_MEDIA_HTML;
  }
  if (mail_is_among(part->type, "message/rfc822 message/global")) {
    return MAIL_MEDIA_MESSAGE;
  }
  return mail_begins_nocase(part->type, "multipart/") ? MAIL_MEDIA_MULTIPART
                                                      : MAIL_MEDIA_OTHER;
}

static bool is_word(const char *string, const char *word) {
  return string != NULL && mail_equals_nocase(base_slice_of(string), word);
}

static void read_type(struct mail_part *part, struct base_slice value,
                      struct base_arena *arena) {
  struct mail_parameters parameters = mail_parameters_read(value, arena);
  const char *const *strings = parameters.strings;
  part->type = mail_first_word(value);
  part->name = strings[MAIL_PARAMETER_NAME];
  part->flowed = is_word(strings[MAIL_PARAMETER_FORMAT], "flowed");
  part->delsp = part->flowed && is_word(strings[MAIL_PARAMETER_DELSP], "yes");
  part->answers = mail_part_is(part, "text/calendar") &&
                  (is_word(strings[MAIL_PARAMETER_METHOD], "reply") ||
                   is_word(strings[MAIL_PARAMETER_METHOD], "counter"));
  part->boundary = strings[MAIL_PARAMETER_BOUNDARY];
  if (strings[MAIL_PARAMETER_SMIME_TYPE] != NULL) {
    part->smime_type = strings[MAIL_PARAMETER_SMIME_TYPE];
  }
  if (strings[MAIL_PARAMETER_CHARSET] != NULL) {
    part->charset = mail_trim(base_slice_of(strings[MAIL_PARAMETER_CHARSET]));
  }
}

void mail_part_describe(struct mail_part *part,
                        const struct mail_fields *fields, const char *fallback,
                        struct base_arena *arena) {
  struct base_slice type = fields->values[MAIL_FIELD_CONTENT_TYPE];
  part->charset = part->encoding = base_slice_of("");
  part->smime_type = "";
  if (mail_has_field(fields, MAIL_FIELD_CONTENT_TYPE)) {
    read_type(part, type, arena);
  }
  if (part->type.size == 0) {
    part->type = base_slice_of(fallback);
  }
  part->media = media_of(part);
  if (mail_has_field(fields, MAIL_FIELD_CONTENT_TRANSFER_ENCODING)) {
    part->encoding =
        mail_first_word(fields->values[MAIL_FIELD_CONTENT_TRANSFER_ENCODING]);
    part->transfer = mail_transfer_of(part->encoding);
  }
  if (mail_has_field(fields, MAIL_FIELD_CONTENT_DISPOSITION)) {
    struct base_slice value = fields->values[MAIL_FIELD_CONTENT_DISPOSITION];
    struct mail_parameters parameters = mail_parameters_read(value, arena);
    const char *name = parameters.strings[MAIL_PARAMETER_FILENAME];
    part->is_attached =
        mail_equals_nocase(mail_first_word(value), "attachment");
    part->name = name != NULL ? name : part->name;
  }
  part->has_id = mail_has_field(fields, MAIL_FIELD_CONTENT_ID);
}
