/* SPDX-License-Identifier: MIT */
#include "mail/seal.h"

#include "mail/part.h"
#include "mail/phrase.h"
#include "mail/problem.h"

static bool is_smime(const struct mail_part *part) {
  return mail_part_is(part, "application/pkcs7-mime") ||
         mail_part_is(part, "application/x-pkcs7-mime");
}

static enum mail_seal smime_seal_of(const struct mail_part *part) {
  struct base_slice content = base_slice_of(part->smime_type);
  if (mail_is_among(content, "enveloped-data authEnveloped-data")) {
    return MAIL_ENCRYPTED;
  }
  return mail_equals_nocase(content, "certs-only") ? MAIL_UNSEALED
                                                   : MAIL_OPAQUE;
}

/* Mail programs name the text of a mail so; other names are of documents. */
static bool is_whole_mail(const struct mail_part_list *parts,
                          const struct mail_part *part) {
  return part == parts->items || part->name == NULL ||
         mail_equals_nocase(base_slice_of(part->name), "smime.p7m");
}

/* Whether it stands where RFC 3156 has the encrypted data; servers that know
 * no multipart/encrypted make another multipart of it. */
static bool is_pgp_data(const struct mail_part_list *parts, size_t i) {
  const struct mail_part *part = &parts->items[i];
  return i > 0 && part[-1].parent == part->parent &&
         mail_part_is(&part[-1], "application/pgp-encrypted") &&
         mail_part_is(part, "application/");
}

/* Rights management of Exchange. */
static bool is_protected(const struct mail_part *part) {
  return mail_part_is(part, "application/x-microsoft-rpmsg-message");
}

enum mail_seal mail_seal_of(const struct mail_part_list *parts, size_t i) {
  const struct mail_part *part = &parts->items[i];
  if (is_smime(part) && is_whole_mail(parts, part)) {
    return smime_seal_of(part);
  }
  return is_pgp_data(parts, i) || is_protected(part) ? MAIL_ENCRYPTED
                                                     : MAIL_UNSEALED;
}

static void tell(struct courtesy_message *message, enum mail_seal seal,
                 size_t offset) {
  bool encrypted = seal == MAIL_ENCRYPTED;
  mail_problem_add(message, encrypted ? "encrypted" : "opaque",
                   encrypted ? "this is encrypted, it was not read"
                             : "this is signed or encrypted in one block "
                               "(S/MIME), it was not read",
                   offset);
}

void mail_seals_tell(struct courtesy_message *message,
                     const struct mail_part_list *parts) {
  for (size_t i = 0; i < parts->count; i++) {
    const struct mail_part *part = &parts->items[i];
    if (part->seal != MAIL_UNSEALED) {
      message->is_sealed = true;
      tell(message, part->seal, (size_t)(part->body.bytes - message->raw));
    }
  }
}

void mail_seal_tell_armor(struct courtesy_message *message, size_t offset) {
  tell(message, MAIL_ENCRYPTED, offset);
}
