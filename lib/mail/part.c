/* SPDX-License-Identifier: MIT */
#include "mail/part.h"

#include "mail/line.h"
#include "mail/parameter.h"

bool mail_part_is(const struct mail_part *part, const char *type) {
  size_t size = strlen(type);
  struct base_slice start = part->type;
  if (type[size - 1] == '/' && start.size > size) {
    start.size = size;
  }
  return mail_equals_nocase(start, type);
}

static enum mail_media media_of(const struct mail_part *part) {
  static const struct {
    const char *type;
    enum mail_media media;
  } known[] = {
      {"text/plain", MAIL_MEDIA_PLAIN},
      {"text", MAIL_MEDIA_PLAIN}, /* before MIME was a standard */
      {"text/markdown", MAIL_MEDIA_PLAIN},
      {"text/html", MAIL_MEDIA_HTML},
      {"message/rfc822", MAIL_MEDIA_MESSAGE},
      {"message/global", MAIL_MEDIA_MESSAGE},
      {"multipart/", MAIL_MEDIA_MULTIPART},
  };
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
    if (mail_part_is(part, known[i].type)) {
      return known[i].media;
    }
  }
  return MAIL_MEDIA_OTHER;
}

/* A parameter whose value is one of a few words. */
static bool parameter_is(struct base_slice value, const char *name,
                         const char *word, struct base_arena *arena) {
  const char *string = mail_parameter_string(value, name, arena);
  return string != NULL && mail_equals_nocase(base_slice_of(string), word);
}

static void read_type(struct mail_part *part, struct base_slice value,
                      struct base_arena *arena) {
  const char *charset = mail_parameter_string(value, "charset", arena);
  part->type = mail_first_word(value);
  part->name = mail_parameter_string(value, "name", arena);
  part->flowed = parameter_is(value, "format", "flowed", arena);
  part->delsp = part->flowed && parameter_is(value, "delsp", "yes", arena);
  if (charset != NULL) {
    part->charset = mail_trim(base_slice_of(charset));
  }
}

void mail_part_describe(struct mail_part *part,
                        const struct mail_fields *fields, const char *fallback,
                        struct base_arena *arena) {
  const struct mail_field *type = mail_field_find(fields, "Content-Type");
  const struct mail_field *disposition =
      mail_field_find(fields, "Content-Disposition");
  const struct mail_field *transfer =
      mail_field_find(fields, "Content-Transfer-Encoding");
  part->charset = part->encoding = base_slice_of("");
  if (type != NULL) {
    read_type(part, type->value, arena);
  }
  if (type == NULL || part->type.size == 0) {
    part->type = base_slice_of(fallback);
  }
  part->media = media_of(part);
  if (transfer != NULL) {
    part->encoding = mail_first_word(transfer->value);
    part->transfer = mail_transfer_of(part->encoding);
  }
  if (disposition != NULL) {
    const char *name =
        mail_parameter_string(disposition->value, "filename", arena);
    part->is_attached =
        mail_equals_nocase(mail_first_word(disposition->value), "attachment");
    part->name = name != NULL ? name : part->name;
  }
  part->has_id = mail_field_find(fields, "Content-ID") != NULL;
}

struct base_slice mail_part_boundary(const struct mail_fields *fields,
                                     struct base_arena *arena) {
  const struct mail_field *type = mail_field_find(fields, "Content-Type");
  const char *boundary =
      type == NULL ? NULL
                   : mail_parameter_string(type->value, "boundary", arena);
  return mail_trim(base_slice_of(boundary == NULL ? "" : boundary));
}
