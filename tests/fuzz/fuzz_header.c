/* SPDX-License-Identifier: MIT */
/* The header of a mail: its fields, and each value read in every way in which
 * any field is. */
#include "map.h"

#include "base/arena.h"
#include "mail/address.h"
#include "mail/domain.h"
#include "mail/header.h"
#include "mail/parameter.h"
#include "mail/stamp.h"
#include "mail/subject.h"
#include "mail/word.h"

#include <courtesy/courtesy.h>

#include <string.h>

static bool lies_in(struct base_slice inner, struct base_slice outer) {
  return inner.size == 0 ||
         (inner.bytes >= outer.bytes &&
          inner.bytes + inner.size <= outer.bytes + outer.size);
}

static void read_words(struct base_slice value, uint32_t start) {
  for (int is_list = 0; is_list < 2; is_list++) {
    struct mail_mapped text = {0};
    mail_words_decode(value, start, is_list != 0, &text);
    fuzz_check_map(&text, start, start + value.size, true);
    mail_mapped_destroy(&text);
  }
}

/* All parameters at once are what they are one by one. */
static void read_parameters(struct base_slice value) {
  struct base_arena arena = {0};
  struct mail_parameters all = mail_parameters_read(value, &arena);
  for (size_t i = 0; i < MAIL_PARAMETERS; i++) {
    const char *one =
        mail_parameter_string(value, mail_parameter_names[i], &arena);
    FUZZ_HOLDS((one == NULL) == (all.strings[i] == NULL));
    FUZZ_HOLDS(one == NULL || strcmp(one, all.strings[i]) == 0);
  }
  struct mail_mapped text = {0};
  mail_parameter_decode(value, "filename", &text);
  fuzz_check_map(&text, 0, value.size, false); /* sorted */
  mail_mapped_destroy(&text);
  FUZZ_HOLDS(!arena.failed);
  FUZZ_HOLDS(lies_in(mail_first_word(value), value));
  base_arena_destroy(&arena);
}

static void read_addresses(struct base_slice value) {
  struct base_slice list = value;
  struct mail_address address;
  size_t count = 0;
  while (mail_address_next(&list, &address)) {
    struct base_slice rest = address.text;
    struct mail_piece piece;
    FUZZ_HOLDS(lies_in(address.text, value) && lies_in(list, value));
    count += address.is_one;
    while (mail_piece_next(&rest, &piece)) {
      FUZZ_HOLDS(piece.text.size > 0 && lies_in(piece.text, address.text));
    }
  }
  FUZZ_HOLDS(mail_addresses_count(value) == count);
  struct mail_name_reader names = mail_name_reader_of(value);
  struct base_slice name;
  while (mail_name_next(&names, &name)) {
    FUZZ_HOLDS(name.size >= 2 && lies_in(name, value));
  }
}

/* Dates, times and the like, at every place of the value's start. */
static void read_stamps(struct base_slice value) {
  enum { PLACES = 64 };
  size_t start;
  bool seconds;
  for (size_t i = 0; i < value.size && i < PLACES; i++) {
    struct base_slice rest = {value.bytes + i, value.size - i};
    FUZZ_HOLDS(mail_date_size(rest) <= rest.size);
    FUZZ_HOLDS(mail_time_size(rest, &seconds) <= rest.size);
    FUZZ_HOLDS(mail_prefix_of(rest).size <= rest.size);
  }
  mail_holds_date(value);
  mail_holds_time(value);
  mail_holds_address(value);
  mail_ends_with_ctime(value);
  FUZZ_HOLDS(!mail_ends_with_stamp(value, &start) || start < value.size);
}

/* What takes strings. */
static void read_string(struct base_slice value) {
  struct base_arena arena = {0};
  const char *string = base_arena_copy(&arena, value.bytes, value.size);
  int minutes = mail_minutes(string);
  FUZZ_HOLDS(minutes >= -1 && minutes < 24 * 60);
  FUZZ_HOLDS(mail_first_local_part(string).size <= strlen(string));
  mail_is_only_address(string, "ana@acme.example");
  base_arena_destroy(&arena);
}

/* What becomes of the fields in a mail. */
static void read_mail(struct base_slice header) {
  static const char *const domains[] = {"acme.example"};
  const struct courtesy_facts facts = {.internal_domains = domains,
                                       .internal_domain_count = 1};
  struct courtesy_message *message = NULL;
  size_t days;
  FUZZ_HOLDS(courtesy_message_create(COURTESY_MAIL, header.bytes, header.size,
                                     &facts, &message) == COURTESY_OK);
  FUZZ_HOLDS(courtesy_facts_flaw(&facts) == NULL);
  courtesy_message_audience(message);
  courtesy_message_quote_age(message, &days);
  courtesy_message_destroy(message);
  courtesy_message_guess_kind(header.bytes, header.size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct base_slice header = {(const char *)data, size};
  struct mail_header_reader reader = mail_header_reader_of(header, true);
  struct mail_header_field field;
  while (mail_header_next(&reader, &field)) {
    FUZZ_HOLDS(lies_in(field.name, header) && lies_in(field.value, header));
    FUZZ_HOLDS(field.name.size > 0 && reader.at <= size);
    if (field.value.size == 0) {
      continue;
    }
    uint32_t start = (uint32_t)(field.value.bytes - header.bytes);
    read_words(field.value, start);
    read_parameters(field.value);
    read_addresses(field.value);
    read_stamps(field.value);
    read_string(field.value);
  }
  read_mail(header);
  return 0;
}
