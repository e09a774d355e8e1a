/* SPDX-License-Identifier: MIT */
#include "mail/charset_table.h"

#include "mail/phrase.h"

#include <string.h>

/* "x-Windows_1252" as "windows1252", cut when it is longer than any. */
static void simplify(struct base_slice name,
                     char simple[MAIL_CHARSET_NAME + 1]) {
  size_t size = 0;
  bool is_private =
      name.size > 2 && (name.bytes[0] | 0x20) == 'x' && name.bytes[1] == '-';
  for (size_t i = is_private ? 2 : 0; i < name.size && size < MAIL_CHARSET_NAME;
       i++) {
    if (strchr("-_:", name.bytes[i]) == NULL) {
      char byte = name.bytes[i];
      simple[size++] = (char)(mail_is_letter(byte) ? byte | 0x20 : byte);
    }
  }
  simple[size] = '\0';
}

const uint16_t *mail_charset_table(struct base_slice name) {
  char simple[MAIL_CHARSET_NAME + 1];
  simplify(name, simple);
  const struct mail_charset_entry *entry = mail_charset_entries;
  while (entry->name[0] != '\0' && strcmp(entry->name, simple) != 0) {
    entry++;
  }
  return entry->name[0] == '\0' ? NULL : mail_charset_codes[entry->codes];
}
