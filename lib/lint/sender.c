/* SPDX-License-Identifier: MIT */
#include "lint/sender.h"

#include "lint/names.h"
#include "mail/address.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "text/fold.h"

#include <string.h>

struct lint_sender lint_sender_of(const struct lint_view *view) {
  struct lint_sender sender = {.count = 0};
  const char *from = view->message->facts.from;
  struct mail_name_reader reader =
      mail_name_reader_of(base_slice_of(from != NULL ? from : ""));
  while (sender.count < LINT_SENDER_WORDS &&
         mail_name_next(&reader, &sender.names[sender.count])) {
    sender.count++;
  }
  return sender;
}

/* Whether a word, without a mark behind it, is one of the names, or short for
 * it: "Tom" may be Thomas, but "Tomatoes" is not Tom. */
static bool is_senders(const struct lint_sender *sender,
                       const struct courtesy_ruleset *ruleset,
                       struct base_slice word) {
  struct text_folded written;
  struct text_folded name;
  if (word.size > 0 && base_is_one_of(word.bytes[word.size - 1], ",.!")) {
    word.size--;
  }
  bool found = false;
  bool folds = text_fold(word, &written);
  for (size_t i = 0; folds && i < sender->count && !found; i++) {
    found = text_fold(sender->names[i], &name) && written.size <= name.size &&
            lint_is_short_for(ruleset,
                              (struct base_slice){written.bytes, written.size},
                              (struct base_slice){name.bytes, name.size});
  }
  return found;
}

/* The line behind its last comma, but for one that ends it. */
static struct base_slice behind_comma(struct base_slice line) {
  size_t start = line.size;
  while (start > 0 && (line.bytes[start - 1] != ',' || start == line.size)) {
    start--;
  }
  return mail_trim(mail_skip(line, start));
}

bool lint_sender_signs(const struct lint_sender *sender,
                       const struct courtesy_ruleset *ruleset,
                       struct base_slice line) {
  struct base_slice name = behind_comma(line);
  bool small = name.size > 0 && name.bytes[0] >= 'a' && name.bytes[0] <= 'z';
  bool same = name.size > 0 && !small;
  while (same && name.size > 0) {
    size_t word = base_slice_find(name, ' ');
    same = is_senders(sender, ruleset, (struct base_slice){name.bytes, word});
    name = mail_trim(mail_skip(name, word));
  }
  return same;
}
