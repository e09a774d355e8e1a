/* SPDX-License-Identifier: MIT */
#include "mail/form_order.h"

#include "base/line_end.h"
#include "base/sixteen.h"
#include "mail/form_words.h"
#include "mail/phrase.h"

/* The bytes at the start that are the same in both. */
static size_t same_size(struct base_slice one, struct base_slice other) {
  size_t size = one.size < other.size ? one.size : other.size;
  size_t at = 0;
  for (; size - at >= BASE_SIXTEEN; at += BASE_SIXTEEN) {
    base_sixteen same = (base_sixteen)(base_sixteen_load(one.bytes + at) ==
                                       base_sixteen_load(other.bytes + at));
    uint32_t others = base_sixteen_bits(~same);
    if (others != 0) {
      return at + (size_t)__builtin_ctz(others);
    }
  }
  while (at < size && one.bytes[at] == other.bytes[at]) {
    at++;
  }
  return at;
}

/* The bytes of a text up to what stands behind a last blank. */
static size_t blanks_end(struct base_slice text) {
  size_t at = text.size;
  while (at > 0 && !base_is_blank_or_line_end(text.bytes[at - 1])) {
    at--;
  }
  return at;
}

/* Takes the next word off both, unless these differ; *is_end, when there are
 * none. */
static bool take_same(struct base_slice *one, struct base_slice *other,
                      bool *is_end) {
  uint64_t hash = 0;
  uint64_t other_hash = 0;
  bool is_word = mail_form_take_word(one, &hash);
  *is_end = !is_word;
  return is_word == mail_form_take_word(other, &other_hash) &&
         hash == other_hash;
}

bool mail_form_order_is_same(struct base_slice one, struct base_slice other) {
  bool is_same = true;
  bool is_end = false;
  while (is_same && !is_end) {
    one = mail_skip(one, base_skip_space(one, 0));
    other = mail_skip(other, base_skip_space(other, 0));
    size_t size = same_size(one, other);
    const char *differs = one.bytes + size;
    /* Behind a blank what follows tells alone which words there are. */
    size_t known = blanks_end((struct base_slice){one.bytes, size});
    one = mail_skip(one, known);
    other = mail_skip(other, known);
    do {
      is_same = take_same(&one, &other, &is_end);
    } while (is_same && !is_end && one.bytes < differs);
  }
  return is_same;
}
