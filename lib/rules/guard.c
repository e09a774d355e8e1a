/* SPDX-License-Identifier: MIT */
#include "rules/guard.h"

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
    uint8_t run = size < UINT8_MAX ? (uint8_t)size : UINT8_MAX;
    guard->run = guard->run == 0 || run < guard->run ? run : guard->run;
  } else if (rules_guard_sign(entry) != 0 &&
             memchr(guard->either, entry[0], RULES_GUARD_MARKS) == NULL) {
    *(char *)memchr(guard->either, '\0', RULES_GUARD_MARKS) = entry[0];
  }
}

static bool holds(const char *bytes, size_t size, char mark) {
  return memchr(bytes, mark, size) != NULL;
}

static bool holds_run(const char *bytes, size_t size, unsigned length) {
  unsigned run = 0;
  for (size_t i = 0; i < size && run < length; i++) {
    run = bytes[i] == '!' || bytes[i] == '?' ? run + 1 : 0;
  }
  return run == length;
}

bool rules_guard_lets(const struct rules_guard *guard, const char *bytes,
                      size_t size) {
  for (size_t i = 0; i < sizeof guard->sure.sure; i++) {
    char mark = guard->sure.sure[i];
    if (mark != '\0' && !holds(bytes, size, mark)) {
      return false;
    }
  }
  bool asks = guard->run > 0 || guard->either[0] != '\0';
  bool lets = guard->run > 0 && holds_run(bytes, size, guard->run);
  for (size_t i = 0; !lets && i < RULES_GUARD_MARKS && guard->either[i] != '\0';
       i++) {
    lets = holds(bytes, size, guard->either[i]);
  }
  return lets || !asks;
}
