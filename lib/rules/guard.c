/* SPDX-License-Identifier: MIT */
#include "rules/guard.h"

#include "text/mark_set.h"
#include "text/sign.h"

#include <string.h>

static bool is_run(const char *entry) {
  size_t size = strlen(entry);
  return size > 1 && strspn(entry, "!?") == size;
}

uint64_t rules_guard_sign(const char *entry) {
  if (is_run(entry)) {
    return text_sign_of_mark('!') | text_sign_of_mark('?');
  }
  if (strlen(entry) != 1) {
    return 0;
  }
  if (strchr("()[]{}<>", entry[0]) != NULL) {
    return text_sign_of_kind(TEXT_BRACKET);
  }
  if (strchr("!?", entry[0]) != NULL) {
    return text_sign_of_mark((unsigned char)entry[0]);
  }
  if (strchr("*_", entry[0]) != NULL) { /* emphasis, or not */
    return text_sign_of_kind(TEXT_OTHER) | text_sign_of_kind(TEXT_SKIPPED);
  }
  return strchr("%$#@\\|~^+=", entry[0]) != NULL ? text_sign_of_kind(TEXT_OTHER)
                                                 : 0;
}

void rules_guard_add(struct rules_guard *guard, const char *entry) {
  size_t size = strlen(entry);
  if (is_run(entry)) {
    uint32_t run = (uint32_t)size;
    guard->run = guard->run == 0 || run < guard->run ? run : guard->run;
  } else if (rules_guard_sign(entry) != 0) {
    guard->either |= text_mark_bit(entry[0]);
  }
}

/* Looks from the end of where a run may be, and behind what is none. */
static bool holds_run(const char *bytes, size_t size, uint32_t length) {
  for (size_t end = length; end <= size;) {
    uint32_t run = 0;
    while (run < length &&
           (bytes[end - 1 - run] == '!' || bytes[end - 1 - run] == '?')) {
      run++;
    }
    if (run == length) {
      return true;
    }
    end += length - run;
  }
  return false;
}

static bool holds_one(uint32_t marks, uint32_t asked) {
  return asked == 0 || (marks & asked) != 0;
}

bool rules_guard_lets(const struct rules_guard *guard, uint32_t marks,
                      const char *bytes, size_t size) {
  if (!holds_one(marks, guard->sure.first) ||
      !holds_one(marks, guard->sure.last)) {
    return false;
  }
  bool asks = guard->run > 0 || guard->either != 0;
  return !asks || (marks & guard->either) != 0 ||
         (guard->run > 0 && holds_run(bytes, size, guard->run));
}
