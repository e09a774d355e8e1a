/* SPDX-License-Identifier: MIT */
#include "mapping.h"

#include "base/buffer.h"
#include "mail/choice.h"
#include "mail/mime.h"

#include <string.h>

struct reading {
  struct mail_fields fields;
  struct base_arena arena;
  struct mail_structure structure;
};

static struct reading read(const char *mail) {
  struct reading reading = {0};
  struct base_slice text = base_slice_of(mail);
  size_t limit;
  size_t body = mail_header_read(text, &reading.fields, &limit);
  mail_structure_read(text, body, &reading.fields, &reading.arena,
                      &reading.structure);
  mail_choose_parts(&reading.structure.parts);
  assert_false(reading.arena.failed);
  return reading;
}

static void finish(struct reading *reading) {
  base_arena_destroy(&reading->arena);
  mail_structure_destroy(&reading->structure);
}

/* A part a line: two spaces for each level, what becomes of it, its type and
 * its body, in which a stroke is a line end. */
static void assert_parts(const char *mail, const char *expected) {
  struct reading reading = read(mail);
  struct base_buffer found = {0};
  for (size_t i = 0; i < reading.structure.parts.count; i++) {
    const struct mail_part *part = &reading.structure.parts.items[i];
    for (uint32_t depth = 0; depth < part->depth; depth++) {
      base_buffer_add_string(&found, "  ");
    }
    base_buffer_add_string(&found, courtesy_part_use_name(part->use));
    base_buffer_add_string(&found, " ");
    base_buffer_add(&found, part->type.bytes, part->type.size);
    if (part->use == COURTESY_PART_LINTED ||
        part->use == COURTESY_PART_FORWARDED ||
        part->use == COURTESY_PART_ATTACHMENT) {
      base_buffer_add_string(&found, " ");
      base_buffer_add(&found, part->body.bytes, part->body.size);
    }
    base_buffer_add_string(&found, "\n");
  }
  assert_string_equal(found.bytes, expected);
  base_buffer_destroy(&found);
  finish(&reading);
}

static void assert_trouble(const char *mail, const char *code) {
  struct reading reading = read(mail);
  assert_int_equal(reading.structure.troubles.count, 1);
  assert_string_equal(reading.structure.troubles.items[0].code, code);
  finish(&reading);
}

static void a_mail_without_mime_is_one_text(void **state) {
  (void)state;
  assert_parts("Subject: soup\n\nHot.\n", "linted text/plain Hot.\n\n");
  assert_parts("Content-Type: text\n\nHot.", "linted text Hot.\n");
  assert_parts("", "linted text/plain \n");
}

/* RFC 2046 §5.1.1, with its preamble, epilogue and a part without a header. */
static void boundaries_part_a_mail(void **state) {
  (void)state;
  assert_parts("Content-Type: multipart/mixed; boundary=\"simple boundary\"\n"
               "\n"
               "This is the preamble.\n"
               "\n"
               "--simple boundary\n"
               "\n"
               "This does NOT end with a linebreak.\n"
               "--simple boundary\n"
               "Content-type: text/plain; charset=us-ascii\n"
               "\n"
               "This DOES end with a linebreak.\n"
               "\n"
               "--simple boundary--\n"
               "\n"
               "This is the epilogue.\n",
               "container multipart/mixed\n"
               "  linted text/plain This does NOT end with a linebreak.\n"
               "  linted text/plain This DOES end with a linebreak.\n\n");
}

static void line_ends_may_be_any(void **state) {
  (void)state;
  assert_parts("Content-Type: multipart/mixed; boundary=b\r\n\r\n"
               "--b\r\n\r\nOne\r\n--b \t\r\n\r\nTwo\r\n--b--",
               "container multipart/mixed\n"
               "  linted text/plain One\n"
               "  linted text/plain Two\n");
  assert_parts("Content-Type: multipart/mixed; boundary=b\r\r"
               "--b\r\rOne\r--b\r\rTwo\r--b--\r",
               "container multipart/mixed\n"
               "  linted text/plain One\n"
               "  linted text/plain Two\n");
}

static void only_whole_lines_are_boundaries(void **state) {
  (void)state;
  assert_parts("Content-Type: multipart/mixed; boundary=b\n\n"
               "--b\n\nOne --b\n--bb\n---b\n --b\n",
               "container multipart/mixed\n"
               "  linted text/plain One --b\n--bb\n---b\n --b\n\n");
}

static void a_missing_end_is_the_end(void **state) {
  (void)state;
  assert_parts("Content-Type: multipart/mixed; boundary=outer\n\n"
               "--outer\n"
               "Content-Type: multipart/mixed; boundary=inner\n\n"
               "--inner\n\nOne\n"
               "--outer\n\nTwo\n",
               "container multipart/mixed\n"
               "  container multipart/mixed\n"
               "    linted text/plain One\n"
               "  linted text/plain Two\n\n");
}

static void a_boundary_ends_a_header(void **state) {
  (void)state;
  assert_parts("Content-Type: multipart/mixed; boundary=\"b:c\"\n\n"
               "--b:c\nContent-Type: text/html\n--b:c\n\nTwo",
               "container multipart/mixed\n"
               "  linted text/html \n"
               "  linted text/plain Two\n");
}

static void plain_text_is_preferred(void **state) {
  (void)state;
  assert_parts("Content-Type: multipart/alternative; boundary=b\n\n"
               "--b\nContent-Type: text/plain\n\nPlain\n"
               "--b\nContent-Type: text/html\n\n<p>Rich\n"
               "--b\nContent-Type: text/calendar\n\nBEGIN\n--b--",
               "container multipart/alternative\n"
               "  linted text/plain Plain\n"
               "  alternative text/html\n"
               "  alternative text/calendar\n");
  assert_parts("Content-Type: multipart/alternative; boundary=b\n\n"
               "--b\nContent-Type: text/html\n\n<p>Rich\n"
               "--b\nContent-Type: text/calendar\n\nBEGIN\n--b--",
               "container multipart/alternative\n"
               "  linted text/html <p>Rich\n"
               "  alternative text/calendar\n");
  assert_parts("Content-Type: multipart/alternative; boundary=b\n\n"
               "--b\nContent-Disposition: attachment\n\nPlain\n"
               "--b\nContent-Type: text/html\n\n<p>Rich\n--b--",
               "container multipart/alternative\n"
               "  attachment text/plain Plain\n"
               "  linted text/html <p>Rich\n");
}

static void a_form_that_nobody_can_decode_is_passed_over(void **state) {
  (void)state;
  assert_parts("Content-Type: multipart/alternative; boundary=b\n\n"
               "--b\nContent-Transfer-Encoding: x-own\n\n?!\n"
               "--b\nContent-Type: text/html\n\n<p>Rich\n--b--",
               "container multipart/alternative\n"
               "  alternative text/plain\n"
               "  linted text/html <p>Rich\n");
}

static void pictures_of_a_text_are_no_attachments(void **state) {
  (void)state;
  assert_parts("Content-Type: multipart/related; boundary=b\n\n"
               "--b\nContent-Type: text/html\n\n<p>Rich\n"
               "--b\nContent-Type: image/png; name=logo.png\n"
               "Content-ID: <logo>\n\niVBO\n"
               "--b\nContent-Type: application/pdf\n\nJVBE\n--b--",
               "container multipart/related\n"
               "  linted text/html <p>Rich\n"
               "  inline image/png\n"
               "  attachment application/pdf JVBE\n");
}

static void files_are_attachments(void **state) {
  (void)state;
  assert_parts("Content-Type: multipart/mixed; boundary=b\n\n"
               "--b\n\nHello\n"
               "--b\nContent-Type: text/plain; name=log.txt\n\nlog\n"
               "--b\nContent-Disposition: attachment\n\nnotes\n"
               "--b\nContent-Type: image/jpeg\n\n/9j/\n"
               "--b\nContent-Type: application/pgp-signature\n\nsigned\n"
               "--b\n\n-- \nThe list\n--b--",
               "container multipart/mixed\n"
               "  linted text/plain Hello\n"
               "  attachment text/plain log\n"
               "  attachment text/plain notes\n"
               "  attachment image/jpeg /9j/\n"
               "  other application/pgp-signature\n"
               "  linted text/plain -- \nThe list\n");
}

static void a_mail_in_a_mail_is_a_forward(void **state) {
  (void)state;
  assert_parts("Content-Type: multipart/mixed; boundary=b\n\n"
               "--b\n\nSee below.\n"
               "--b\nContent-Type: message/rfc822\n\n"
               "Subject: soup\n\nHot.\n--b--",
               "container multipart/mixed\n"
               "  linted text/plain See below.\n"
               "  attachment message/rfc822 Subject: soup\n\nHot.\n"
               "    forwarded text/plain Hot.\n");
}

/* RFC 2046 §5.1.5. */
static void a_digest_holds_mails(void **state) {
  (void)state;
  assert_parts("Content-Type: multipart/digest; boundary=b\n\n"
               "--b\n\nSubject: one\n\nOne\n--b--",
               "container multipart/digest\n"
               "  attachment message/rfc822 Subject: one\n\nOne\n"
               "    forwarded text/plain One\n");
}

static void what_has_no_parts_is_read_as_text(void **state) {
  (void)state;
  const char *mail = "Content-Type: multipart/mixed; boundary=b\n\nHi.\n";
  assert_parts(mail, "linted multipart/mixed Hi.\n\n");
  assert_trouble(mail, "damaged-multipart");
  assert_trouble("Content-Type: multipart/mixed\n\n--b\n\nHi.\n",
                 "damaged-multipart");
}

static void add_times(struct base_buffer *text, const char *piece, int count) {
  for (int i = 0; i < count; i++) {
    base_buffer_add_string(text, piece);
  }
}

static void nesting_has_a_limit(void **state) {
  (void)state;
  struct base_buffer mail = {0};
  add_times(&mail, "Content-Type: multipart/mixed; boundary=b\n\n--b\n", 32);
  base_buffer_add_string(&mail, "\nDeep.");
  struct reading reading = read(mail.bytes);
  assert_int_equal(reading.structure.troubles.count, 0);
  assert_int_equal(reading.structure.parts.count, 33);
  assert_int_equal(reading.structure.parts.items[32].use, COURTESY_PART_LINTED);
  finish(&reading);
  base_buffer_reset(&mail);
  add_times(&mail, "Content-Type: message/rfc822\n\n", 20000);
  assert_trouble(mail.bytes, "nesting-limit");
  base_buffer_destroy(&mail);
}

static void parts_have_a_limit(void **state) {
  (void)state;
  struct base_buffer mail = {0};
  base_buffer_add_string(&mail,
                         "Content-Type: multipart/mixed; boundary=b\n\n");
  add_times(&mail, "--b\n\nHi.\n", MAIL_PARTS_MAX - 1);
  struct reading reading = read(mail.bytes);
  assert_int_equal(reading.structure.troubles.count, 0);
  finish(&reading);
  base_buffer_add_string(&mail, "--b\n\nHi.\n");
  assert_trouble(mail.bytes, "part-limit");
  base_buffer_destroy(&mail);
}

static void headers_of_parts_have_a_limit(void **state) {
  (void)state;
  struct base_buffer mail = {0};
  base_buffer_add_string(&mail,
                         "Content-Type: multipart/mixed; boundary=b\n\n--b\n");
  add_times(&mail, "X: y\n", MAIL_FIELDS_MAX + 1);
  base_buffer_add_string(&mail, "\nHi.");
  assert_trouble(mail.bytes, "header-limit");
  base_buffer_destroy(&mail);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_mail_without_mime_is_one_text),
      cmocka_unit_test(boundaries_part_a_mail),
      cmocka_unit_test(line_ends_may_be_any),
      cmocka_unit_test(only_whole_lines_are_boundaries),
      cmocka_unit_test(a_missing_end_is_the_end),
      cmocka_unit_test(a_boundary_ends_a_header),
      cmocka_unit_test(plain_text_is_preferred),
      cmocka_unit_test(a_form_that_nobody_can_decode_is_passed_over),
      cmocka_unit_test(pictures_of_a_text_are_no_attachments),
      cmocka_unit_test(files_are_attachments),
      cmocka_unit_test(a_mail_in_a_mail_is_a_forward),
      cmocka_unit_test(a_digest_holds_mails),
      cmocka_unit_test(what_has_no_parts_is_read_as_text),
      cmocka_unit_test(nesting_has_a_limit),
      cmocka_unit_test(parts_have_a_limit),
      cmocka_unit_test(headers_of_parts_have_a_limit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
