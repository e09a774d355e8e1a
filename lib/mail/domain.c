/* SPDX-License-Identifier: MIT */
#include "mail/domain.h"

#include "mail/address.h"
#include "mail/phrase.h"

/* What was read of one address. The one in angles counts: the name before
 * them may look like an address, too. */
struct address {
  struct base_slice domain; /* empty when there is none */
  bool some;                /* of it was read */
  bool closed;              /* the angles were */
};

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

static void add_address(struct mail_reach *reach, struct address *address,
                        const char *const *domains, size_t count) {
  struct base_slice domain = address->domain;
  if (domain.size > 0 && domain.bytes[domain.size - 1] == '.') {
    domain.size--; /* of the root, RFC 1034 §3.1 */
  }
  bool inside = false;
  for (size_t i = 0; i < count && !inside; i++) {
    inside = lies_in(domain, domains[i]);
  }
  if (address->some) {
    reach->nowhere = reach->nowhere || domain.size == 0;
    reach->inside = reach->inside || inside;
    reach->outside = reach->outside || (domain.size > 0 && !inside);
  }
  *address = (struct address){0};
}

static void read_atom(struct address *address, struct base_slice atom) {
  address->some = true;
  for (size_t i = atom.size; i > 0 && !address->closed; i--) {
    if (atom.bytes[i - 1] == '@') {
      address->domain = mail_skip(atom, i);
      break;
    }
  }
}

void mail_reach_add(struct mail_reach *reach, const char *list,
                    const char *const *domains, size_t count) {
  struct base_slice rest = base_slice_of(list);
  struct address address = {0};
  while (rest.size > 0) {
    char byte = rest.bytes[0];
    size_t size = mail_atom_size(rest);
    if (size > 0) {
      read_atom(&address, (struct base_slice){rest.bytes, size});
    } else if (byte == '"' || byte == '(') {
      size = mail_enclosed_size(rest);
      address.some = address.some || byte == '"';
    } else {
      size = 1;
      address.closed = address.closed || byte == '>';
      if (byte == '<') {
        address.domain.size = 0;
      } else if (byte == ':') { /* the name of a group was before it */
        address = (struct address){0};
      } else if (byte == ',' || byte == ';') {
        add_address(reach, &address, domains, count);
      }
    }
    rest = mail_skip(rest, size);
  }
  add_address(reach, &address, domains, count);
}
