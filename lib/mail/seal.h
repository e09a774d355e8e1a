/* SPDX-License-Identifier: MIT */
/* Parts that hold a text which is not read: encrypted, or in one block with
 * its signature. */
#ifndef COURTESY_MAIL_SEAL_H
#define COURTESY_MAIL_SEAL_H

#include "mail/message.h"
#include "mail/mime.h"

/* What seals part `i`. A signed document that is attached is none of these:
 *
 *     multipart/encrypted              RFC 3156
 *       application/pgp-encrypted
 *       application/octet-stream       encrypted
 *     application/pkcs7-mime           RFC 8551: encrypted, or opaque
 */
enum mail_seal mail_seal_of(const struct mail_part_list *parts, size_t i);

/* Adds a problem for each part that is sealed. */
void mail_seals_tell(struct courtesy_message *message,
                     const struct mail_part_list *parts);

/* The same for armour in a text (encoded.c), at a raw offset. */
void mail_seal_tell_armor(struct courtesy_message *message, size_t offset);

#endif
