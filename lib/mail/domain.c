/* SPDX-License-Identifier: MIT */
#include "mail/domain.h"

#include "mail/address.h"
#include "mail/phrase.h"

static bool is_label_byte(char byte) {
  return mail_is_letter(byte) || mail_is_digit(byte) || byte == '-' ||
         byte == '_' || (byte & 0x80) != 0;
}

bool mail_is_domain(const char *domain) {
  size_t label = 0;
  for (; *domain != '\0'; domain++) {
    if (*domain == '.' ? label == 0 : !is_label_byte(*domain)) {
      return false;
    }
    label = *domain == '.' ? 0 : label + 1;
  }
  return label > 0;
}

static bool lies_in(struct base_slice domain, const char *outer) {
  size_t size = strlen(outer);
  if (domain.size < size) {
    return false;
  }
  size_t before = domain.size - size;
  return (before == 0 || domain.bytes[before - 1] == '.') &&
         mail_equals_nocase(mail_skip(domain, before), outer);
}

/* What stands behind the last @ of an atom, or `before` when there is none. */
static struct base_slice behind_at(struct base_slice atom,
                                   struct base_slice before) {
  for (size_t i = atom.size; i > 0; i--) {
    if (atom.bytes[i - 1] == '@') {
      return mail_skip(atom, i);
    }
  }
  return before;
}

/* The domain of an address; empty when it has none. The one in angles counts:
 * the name before them may look like an address, too. */
static struct base_slice domain_of(struct base_slice address) {
  struct base_slice domain = {address.bytes, 0};
  struct mail_piece piece;
  bool closed = false; /* the angles were */
  while (mail_piece_next(&address, &piece)) {
    char first = piece.text.bytes[0];
    if (piece.kind == MAIL_PIECE_ATOM && !closed) {
      domain = behind_at(piece.text, domain);
    } else if (first == '<') {
      domain.size = 0;
    }
    closed = closed || first == '>';
  }
  if (domain.size > 0 && domain.bytes[domain.size - 1] == '.') {
    domain.size--; /* of the root, RFC 1034 §3.1 */
  }
  return domain;
}

void mail_reach_add(struct mail_reach *reach, const char *list,
                    const char *const *domains, size_t count) {
  struct base_slice rest = base_slice_of(list);
  struct mail_address address;
  while (mail_address_next(&rest, &address)) {
    if (!address.is_one) {
      continue;
    }
    struct base_slice domain = domain_of(address.text);
    bool inside = false;
    for (size_t i = 0; i < count && !inside; i++) {
      inside = lies_in(domain, domains[i]);
    }
    reach->nowhere = reach->nowhere || domain.size == 0;
    reach->inside = reach->inside || inside;
    reach->outside = reach->outside || (domain.size > 0 && !inside);
  }
}
