/* SPDX-License-Identifier: MIT */
#include "match/names.h"

#include "base/sort.h"
#include "mail/people.h"
#include "text/fold.h"

void match_names_reset(struct match_names *names,
                       const struct courtesy_facts *facts) {
  names->facts = facts;
  names->were_read = false;
  names->sorted.count = 0;
  names->sorted.failed = false;
  base_buffer_reset(&names->folded);
}

void match_names_destroy(struct match_names *names) {
  match_slices_destroy(&names->sorted);
  base_buffer_destroy(&names->folded);
}

bool match_names_failed(const struct match_names *names) {
  return names->sorted.failed || names->folded.failed;
}

static int compare(const void *left, const void *right) {
  const struct base_slice *a = left;
  const struct base_slice *b = right;
  size_t size = a->size < b->size ? a->size : b->size;
  int order = size == 0 ? 0 : memcmp(a->bytes, b->bytes, size);
  return order != 0 ? order : base_order(a->size, b->size);
}

/* The slices are made last: the buffer moves while it grows. */
static void read(struct match_names *names) {
  struct mail_people people = mail_people_of(names->facts);
  struct base_slice name;
  bool is_sender;
  while (mail_people_next(&people, &name, &is_sender)) {
    struct text_folded folded;
    if (text_fold(name, &folded)) { /* a name that is too long is left out */
      base_buffer_add(&names->folded, folded.bytes, folded.size);
      match_slices_add(&names->sorted, (struct base_slice){NULL, folded.size});
    }
  }
  if (match_names_failed(names)) {
    names->sorted.count = 0;
  }
  const char *bytes = names->folded.bytes;
  for (size_t i = 0; i < names->sorted.count; i++) {
    names->sorted.items[i].bytes = bytes;
    bytes += names->sorted.items[i].size;
  }
  base_sort(names->sorted.items, names->sorted.count,
            sizeof *names->sorted.items, compare);
}

bool match_names_has(struct match_names *names, struct base_slice word) {
  if (!names->were_read && names->facts != NULL) {
    read(names);
  }
  names->were_read = true;
  return names->sorted.count > 0 &&
         bsearch(&word, names->sorted.items, names->sorted.count,
                 sizeof *names->sorted.items, compare) != NULL;
}
