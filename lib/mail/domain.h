/* SPDX-License-Identifier: MIT */
/* Whom a message goes to, seen from the domains that are one's own. */
#ifndef COURTESY_MAIL_DOMAIN_H
#define COURTESY_MAIL_DOMAIN_H

#include <stdbool.h>
#include <stddef.h>

/* Where the addresses of lists lie. */
struct mail_reach {
  bool inside;  /* one lies in a given domain, or below it */
  bool outside; /* one does not */
  bool nowhere; /* one has no domain, such as "ana" */
};

/* Adds the addresses of a list (RFC 5322 §3.4). Only ASCII letters are alike
 * as small and capital ones. */
void mail_reach_add(struct mail_reach *reach, const char *list,
                    const char *const *domains, size_t count);

/* Whether a host's domain can be one: labels with dots between them. */
bool mail_is_domain(const char *domain);

#endif
