/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "base/buffer.h"
#include "mail/address.h"
#include "mail/draft_header.h"

#include <stdio.h>

struct reading {
  struct mail_fields fields;
  struct base_arena arena;
  size_t body;
};

static struct reading read_mail(const char *text) {
  struct reading reading = {0};
  size_t limit;
  reading.body = mail_header_read(base_slice_of(text), &reading.fields, &limit);
  return reading;
}

static struct reading read_draft(const char *text) {
  struct reading reading = {0};
  reading.body = mail_draft_header_read(base_slice_of(text), &reading.fields);
  return reading;
}

static void assert_field(struct reading *reading, enum mail_field field,
                         const char *value) {
  const char *found =
      mail_field_string(&reading->fields, field, &reading->arena);
  assert_non_null(found);
  assert_string_equal(found, value);
}

static void assert_addresses(struct reading *reading, enum mail_field field,
                             size_t count) {
  const char *list =
      mail_field_string(&reading->fields, field, &reading->arena);
  assert_int_equal(mail_addresses_count(base_slice_of(list)), count);
}

static void forget(struct reading *reading) {
  base_arena_destroy(&reading->arena);
}

static void folded_fields_are_one_line(void **state) {
  (void)state;
  struct reading reading = read_mail("Subject: soup\r\n"
                                     " and\r\n"
                                     "\tbread\r\n"
                                     "To : ana@acme.example\r\n"
                                     "\r\n"
                                     "text");
  assert_field(&reading, MAIL_FIELD_SUBJECT, "soup and bread");
  assert_field(&reading, MAIL_FIELD_TO, "ana@acme.example");
  assert_false(mail_has_field(&reading.fields, MAIL_FIELD_CC));
  assert_int_equal(reading.body, 54);
  forget(&reading);
}

static void zeros_are_left_out_of_a_field(void **state) {
  (void)state;
  static const char value[] = "\0soup\0 \0and\0\n\0\n br\0\0ead\0";
  struct reading reading = {0};
  reading.fields.values[MAIL_FIELD_SUBJECT] =
      (struct base_slice){value, sizeof value - 1};
  assert_field(&reading, MAIL_FIELD_SUBJECT, "soup and bread");
  forget(&reading);
}

static void lines_may_end_with_lf_or_cr(void **state) {
  (void)state;
  struct reading lf = read_mail("To: a\nCc: b\n\ntext");
  assert_field(&lf, MAIL_FIELD_CC, "b");
  assert_int_equal(lf.body, 13);
  forget(&lf);
  struct reading cr = read_mail("To: a\rCc: b\r\rtext");
  assert_field(&cr, MAIL_FIELD_CC, "b");
  assert_int_equal(cr.body, 13);
  forget(&cr);
}

static void a_mailbox_line_comes_first(void **state) {
  (void)state;
  struct reading reading =
      read_mail("From ana@acme.example Mon Jul  9 14:03:00 2001\n"
                "Subject: soup\n\ntext");
  assert_int_equal(reading.fields.count, 1);
  assert_field(&reading, MAIL_FIELD_SUBJECT, "soup");
  forget(&reading);
}

static void a_line_that_is_no_field_starts_the_body(void **state) {
  (void)state;
  struct reading reading = read_mail("Subject: soup\nHi Ana,\n");
  assert_int_equal(reading.body, 14);
  forget(&reading);
}

static void a_draft_may_have_header_lines(void **state) {
  (void)state;
  struct reading reading = read_draft("\n"
                                      "Subject: soup\n"
                                      "To: ana@acme.example\n"
                                      "\n"
                                      "Hi Ana,\n");
  assert_int_equal(reading.fields.count, 2);
  assert_field(&reading, MAIL_FIELD_SUBJECT, "soup");
  assert_int_equal(reading.body, 37);
  forget(&reading);
  reading = read_draft("Subject: soup\nHi Ana,\n");
  assert_int_equal(reading.body, 14);
  forget(&reading);
}

static void a_draft_may_have_a_separator_line(void **state) {
  (void)state;
  struct reading reading = read_draft("Subject: soup\n"
                                      "Mood: fine\n"
                                      "Cc: tom@acme.example\n"
                                      "--text follows this line--\n"
                                      "Hi Ana,\n");
  assert_int_equal(reading.fields.count, 3);
  assert_field(&reading, MAIL_FIELD_CC, "tom@acme.example");
  assert_int_equal(reading.body, 73);
  forget(&reading);
}

static void assert_no_header(const char *text) {
  struct reading reading = read_draft(text);
  assert_int_equal(reading.fields.count, 0);
  assert_int_equal(reading.body, 0);
  forget(&reading);
}

static void front_matter_is_a_header(void **state) {
  (void)state;
  struct reading reading = read_draft("---\n"
                                      "title: Late soup\n"
                                      "# for the canteen\n"
                                      "tags:\n"
                                      "  - soup\n"
                                      "- bread\n"
                                      "\n"
                                      "subject: \"Your soup, {{ name }}\"\n"
                                      "to: 'ana@acme.example'\n"
                                      "---\r\n"
                                      "Hi Ana,\n");
  assert_field(&reading, MAIL_FIELD_SUBJECT, "Your soup, {{ name }}");
  assert_field(&reading, MAIL_FIELD_TO, "ana@acme.example");
  assert_int_equal(reading.fields.count, 2);
  assert_int_equal(reading.body, 124);
  forget(&reading);
  reading = read_draft("---\nsubject: >\n  Soup\n---\nHi,\n");
  assert_false(mail_has_field(&reading.fields, MAIL_FIELD_SUBJECT));
  assert_int_equal(reading.body, 26);
  forget(&reading);
}

static void assert_subject(const char *written, const char *expected) {
  char text[128];
  snprintf(text, sizeof text, "---\nsubject: %s\n---\nHi Ana,\n", written);
  struct reading reading = read_draft(text);
  assert_field(&reading, MAIL_FIELD_SUBJECT, expected);
  forget(&reading);
}

static void front_matter_is_yaml(void **state) {
  (void)state;
  assert_subject("Late soup # for the canteen", "Late soup");
  assert_subject("\"Soup #1\"  # the first", "Soup #1");
  assert_subject("'Ana''s soup' # hers", "Ana''s soup");
  assert_subject("\"The \\\"new\\\" soup\"", "The \\\"new\\\" soup");
  assert_subject("\"Soup\" and bread", "\"Soup\" and bread");
  assert_subject("\"{{ t(\"soup\") }}\"", "{{ t(\"soup\") }}");
  assert_subject("Soup for #lunch", "Soup for");
  assert_subject("C# soup, \"hot", "C# soup, \"hot");
  struct reading reading =
      read_draft("---\nto: [ana@acme.example, bob@acme.example]\n---\nHi\n");
  assert_field(&reading, MAIL_FIELD_TO, "ana@acme.example, bob@acme.example");
  forget(&reading);
}

static void a_rule_above_a_text_is_no_front_matter(void **state) {
  (void)state;
  static const char *const texts[] = {
      "---\nHi Ana,\n---\nsoup\n",
      "---\nTo do: soup\n\nHi Ana,\n---\n",
      "---\n---\nHi",
      "---\nsubject: soup\nHi Ana,\n",
      "----\ntitle: soup\n----\n",
      "---",
  };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    assert_no_header(texts[i]);
  }
}

static void sentences_are_no_header_lines(void **state) {
  (void)state;
  static const char *const texts[] = {
      "Russell: could you open the door?\n",
      "Date: shall we say Tuesday?\n",
      "Hi Ana,\nSubject: soup\n",
      "",
  };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    assert_no_header(texts[i]);
  }
}

static void text_may_begin_like_a_field_below_the_header(void **state) {
  (void)state;
  struct reading reading =
      read_draft("Subject: soup\nTom: please come.\nTo: day is fine.\n");
  assert_int_equal(reading.fields.count, 1);
  assert_false(mail_has_field(&reading.fields, MAIL_FIELD_TO));
  assert_int_equal(reading.body, 14);
  forget(&reading);
}

static void a_draft_may_have_a_date(void **state) {
  (void)state;
  struct reading dated =
      read_draft("To: Ana\nDate: Fri, 21 Nov 1997 09:55\n\nHi\n");
  assert_int_equal(dated.body, 38);
  forget(&dated);
  struct reading asking = read_draft("To: Ana\nDate: shall we say Tuesday?\n");
  assert_int_equal(asking.body, 8);
  forget(&asking);
}

static void copied_headers_are_not_the_drafts(void **state) {
  (void)state;
  struct reading outlook = read_draft("From: Ana\nSent: Monday\nTo: Tom\n");
  assert_int_equal(outlook.fields.count, 0);
  forget(&outlook);
  struct reading notes =
      read_draft("From: Ana/Acme on 07/02/2001 06:07 PM\nTo: Tom\n");
  assert_int_equal(notes.fields.count, 0);
  forget(&notes);
}

static void a_draft_may_have_labels_of_any_language(void **state) {
  (void)state;
  struct reading german = read_draft("\n"
                                     "Von: Ana Lima\n"
                                     "An: Tom Park\n"
                                     "Betreff: Suppe\n"
                                     "\n"
                                     "Hallo Tom,\n");
  assert_field(&german, MAIL_FIELD_SUBJECT, "Suppe");
  assert_field(&german, MAIL_FIELD_TO, "Tom Park");
  assert_int_equal(german.body, 43);
  forget(&german);
  struct reading french = read_draft("De : Ana\n"
                                     "À : Tom\n"
                                     "Cc : Eva\n"
                                     "Objet : Soupe\n"
                                     "Bonjour Tom,\n");
  assert_field(&french, MAIL_FIELD_SUBJECT, "Soupe");
  assert_int_equal(french.fields.count, 4);
  forget(&french);
}

static void labels_make_no_header_alone_or_with_a_date(void **state) {
  (void)state;
  static const char *const texts[] = {
      "Von: Ana\nAn: Tom\nHallo,\n",
      "A: Monday\nB: Tuesday\n",
      "Von: Ana\nGesendet: Montag\nAn: Tom\nBetreff: Suppe\n",
      "Von: Ana\nAn: Tom\nBetreff: Suppe\nDatum: 9. Juli 2001\n",
      "Siehe unten.\nVon: Ana\nAn: Tom\nBetreff: Suppe\n",
  };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    struct reading reading = read_draft(texts[i]);
    assert_int_equal(reading.fields.count, 0);
    assert_int_equal(reading.body, 0);
    forget(&reading);
  }
}

/* Most drafts begin with words, which the first block tells; a field has its
 * colon behind one word, however long, and blanks. */
static void words_are_no_field(void **state) {
  (void)state;
  static const struct {
    const char *start; /* of sixty-four bytes and more */
    const char *rest;
    bool has_header;
  } drafts[] = {
      {"Please send the soup to the table by noon, and bread with it, too",
       ": thanks\nSubject: soup\n\nHi", false},
      {"Please\nsend the soup to the table by noon, and bread with it, too",
       "\nSubject: soup\n\nHi", false},
      {"Subject                                                          ",
       "\t: soup\n\nHi", true},
      {"From ana@acme.example Mon May  7 18:16:00 2001                  \n",
       "Subject: soup\n\nHi", true},
      {"X-A-name-that-is-as-long-as-no-other-one-and-goes-on-a-while-as-it",
       ": soup\nSubject: soup\n\nHi", true},
  };
  for (size_t i = 0; i < sizeof drafts / sizeof drafts[0]; i++) {
    char text[200];
    assert_true(strlen(drafts[i].start) > 64);
    snprintf(text, sizeof text, "%s%s", drafts[i].start, drafts[i].rest);
    struct reading reading = read_draft(text);
    assert_int_equal(reading.body > 0, drafts[i].has_header);
    assert_int_equal(mail_has_field(&reading.fields, MAIL_FIELD_SUBJECT),
                     drafts[i].has_header);
    forget(&reading);
  }
}

static void a_header_may_end_anywhere(void **state) {
  (void)state;
  static const char *const texts[] = {
      "Subject: soup",
      "Subject:soup\r",
      "Subject:  soup \r\n",
      "Subject\t: soup\n",
      "Subject:\n soup",
      "X-A-Name-Longer-Than-Sixteen-Bytes:\nSubject: soup\n\n",
  };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    struct reading reading = read_mail(texts[i]);
    assert_field(&reading, MAIL_FIELD_SUBJECT, "soup");
    assert_int_equal(reading.body, strlen(texts[i]));
    forget(&reading);
  }
  struct reading reading = read_mail("Subject");
  assert_int_equal(reading.fields.count, 0);
  assert_int_equal(reading.body, 0);
}

static void the_first_of_a_name_counts(void **state) {
  (void)state;
  struct reading reading = read_mail("To: ana\nTO: tom\n\n");
  assert_int_equal(reading.fields.count, 2);
  assert_field(&reading, MAIL_FIELD_TO, "ana");
  forget(&reading);
}

static void names_are_known_in_any_case(void **state) {
  (void)state;
  static const struct {
    const char *name;
    enum mail_field field;
  } names[] = {
      {"to", MAIL_FIELD_TO},
      {"CC", MAIL_FIELD_CC},
      {"Bcc", MAIL_FIELD_BCC},
      {"Fcc", MAIL_FIELD_FCC},
      {"FROM", MAIL_FIELD_FROM},
      {"date", MAIL_FIELD_DATE},
      {"Sent", MAIL_FIELD_SENT},
      {"Sender", MAIL_FIELD_SENDER},
      {"sUbJeCt", MAIL_FIELD_SUBJECT},
      {"List-ID", MAIL_FIELD_LIST_ID},
      {"Received", MAIL_FIELD_RECEIVED},
      {"Reply-To", MAIL_FIELD_REPLY_TO},
      {"Message-Id", MAIL_FIELD_MESSAGE_ID},
      {"precedence", MAIL_FIELD_PRECEDENCE},
      {"References", MAIL_FIELD_REFERENCES},
      {"Content-ID", MAIL_FIELD_CONTENT_ID},
      {"Attachment", MAIL_FIELD_ATTACHMENT},
      {"Attachments", MAIL_FIELD_ATTACHMENTS},
      {"In-Reply-To", MAIL_FIELD_IN_REPLY_TO},
      {"Return-Path", MAIL_FIELD_RETURN_PATH},
      {"X-Autoreply", MAIL_FIELD_X_AUTOREPLY},
      {"MIME-Version", MAIL_FIELD_MIME_VERSION},
      {"content-type", MAIL_FIELD_CONTENT_TYPE},
      {"Organization", MAIL_FIELD_ORGANIZATION},
      {"X-AutoRespond", MAIL_FIELD_X_AUTORESPOND},
      {"Auto-submitted", MAIL_FIELD_AUTO_SUBMITTED},
      {"Content-Disposition", MAIL_FIELD_CONTENT_DISPOSITION},
      {"Content-Transfer-Encoding", MAIL_FIELD_CONTENT_TRANSFER_ENCODING},
      {"T", MAIL_FIELD_OTHER},
      {"Subjekt", MAIL_FIELD_OTHER},
      {"Content-Transfer-Encodings", MAIL_FIELD_OTHER},
  };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    struct base_slice name = base_slice_of(names[i].name);
    assert_int_equal(mail_field_at(name, name.size), names[i].field);
  }
}

static void each_letter_of_a_name_counts(void **state) {
  (void)state;
  char name[] = "Content-Transfer-Encoding";
  size_t size = sizeof name - 1;
  for (size_t i = 0; i < size; i++) {
    name[i] ^= 1;
    assert_int_equal(mail_field_at(base_slice_of(name), size),
                     MAIL_FIELD_OTHER);
    name[i] ^= 1;
  }
}

/* RFC 5322 appendix A.1.1, A.1.2 and A.1.3. */
static void the_standards_addresses_are_counted(void **state) {
  (void)state;
  struct reading reading = read_mail(
      "From: John Doe <jdoe@machine.example>\r\n"
      "Sender: Michael Jones <mjones@machine.example>\r\n"
      "To: Mary Smith <mary@x.test>, jdoe@example.org, Who? <one@y.test>\r\n"
      "Cc: <boss@nil.test>, \"Giant; \\\"Big\\\" Box\" <sysservices@e.net>\r\n"
      "Bcc: A Group:Ed Jones <c@a.test>,joe@where.test,John <jdoe@o.test>;\r\n"
      "Reply-To: Undisclosed recipients:;\r\n"
      "Date: Fri, 21 Nov 1997 09:55:06 -0600\r\n"
      "\r\n"
      "Testing.\r\n");
  assert_field(&reading, MAIL_FIELD_SENDER,
               "Michael Jones <mjones@machine.example>");
  assert_addresses(&reading, MAIL_FIELD_TO, 3);
  assert_addresses(&reading, MAIL_FIELD_CC, 2);
  assert_addresses(&reading, MAIL_FIELD_BCC, 3);
  assert_addresses(&reading, MAIL_FIELD_REPLY_TO, 0);
  forget(&reading);
}

/* RFC 5322 appendix A.5: white space, comments and folds. */
static void the_standards_folds_are_undone(void **state) {
  (void)state;
  struct reading reading =
      read_mail("From: Pete(A nice \\) chap) <pete(his account)@silly.test>\r\n"
                "To:A Group(Some people)\r\n"
                "     :Chris Jones <c@(Chris's host.)public.example>,\r\n"
                "         joe@example.org,\r\n"
                "  John <jdoe@one.test> (my dear friend); (the end of the "
                "group)\r\n"
                "Cc:(Empty list)(start)Hidden recipients  :(nobody(that I "
                "know))  ;\r\n"
                "Date: Thu,\r\n"
                "      13\r\n"
                "        Feb\r\n"
                "          1969\r\n"
                "      23:32\r\n"
                "               -0330 (Newfoundland Time)\r\n"
                "\r\n"
                "Testing.\r\n");
  assert_field(&reading, MAIL_FIELD_DATE,
               "Thu, 13 Feb 1969 23:32 -0330 (Newfoundland Time)");
  assert_addresses(&reading, MAIL_FIELD_FROM, 1);
  assert_addresses(&reading, MAIL_FIELD_TO, 3);
  forget(&reading);
}

/* RFC 5322 appendix A.6.3: blanks before the colon, and a fold in a line
 * that holds nothing but blanks. */
static void the_standards_obsolete_forms_are_read(void **state) {
  (void)state;
  struct reading reading =
      read_mail("From  : John Doe <jdoe@machine(comment).  example>\r\n"
                "To    : Mary Smith\r\n"
                "  \r\n"
                "          <mary@example.net>\r\n"
                "Subject     : Saying Hello\r\n"
                "Date  : Fri, 21 Nov 1997 09(comment):   55  :  06 -0600\r\n"
                "\r\n"
                "This is a message just to say hello.\r\n");
  assert_field(&reading, MAIL_FIELD_TO, "Mary Smith <mary@example.net>");
  assert_field(&reading, MAIL_FIELD_SUBJECT, "Saying Hello");
  assert_int_equal(reading.fields.count, 4);
  forget(&reading);
}

static void mailbox_lines_are_no_field(void **state) {
  (void)state;
  struct reading reading =
      read_mail("From ana@acme.example Mon Jul  9 14:03:00 2001\n"
                "Subject: soup\n\n");
  assert_field(&reading, MAIL_FIELD_SUBJECT, "soup");
  forget(&reading);
  reading = read_mail("From ana@acme.example\nSubject: soup\n\n");
  assert_field(&reading, MAIL_FIELD_SUBJECT, "soup");
  forget(&reading);
  /* in a mail nothing else can stand above a field */
  reading = read_mail("From nobody, today\r\nSubject: soup\r\n\r\n");
  assert_field(&reading, MAIL_FIELD_SUBJECT, "soup");
  forget(&reading);
  reading = read_mail("From what I hear,\nthe soup is fine.\n");
  assert_int_equal(reading.fields.count, 0);
  assert_int_equal(reading.body, 0);
  forget(&reading);
  assert_false(mail_starts_mbox(base_slice_of("From ana@acme.example\nHi.")));
  assert_false(mail_starts_mbox(base_slice_of("From Ana\nSubject: soup\n")));
}

static void byte_order_marks_are_no_field(void **state) {
  (void)state;
  const char *mail = "\xef\xbb\xbf"
                     "From: ana@acme.example\n\nHot.";
  struct reading reading = read_mail(mail);
  assert_field(&reading, MAIL_FIELD_FROM, "ana@acme.example");
  assert_string_equal(mail + reading.body, "Hot.");
  assert_true(mail_header_is_mail(base_slice_of(mail)));
  forget(&reading);
  reading = read_mail("\xef\xbb\xbf"
                      "From ana@acme.example\nSubject: soup\n\n");
  assert_field(&reading, MAIL_FIELD_SUBJECT, "soup");
  forget(&reading);
}

static void limits_hold_and_the_body_is_found(void **state) {
  (void)state;
  struct base_buffer text = {0};
  while (text.size <= MAIL_HEADER_MAX) {
    base_buffer_add_string(&text, "X-Long: 0123456789 0123456789 0123456789"
                                  " 0123456789 0123456789 0123456789\n");
    for (int i = 0; i < 9; i++) {
      base_buffer_add_string(&text, " 0123456789 0123456789 0123456789"
                                    " 0123456789 0123456789 0123456789\n");
    }
  }
  base_buffer_add_string(&text, "Subject: soup\n\nHot.");
  struct reading reading = {0};
  size_t limit;
  reading.body = mail_header_read((struct base_slice){text.bytes, text.size},
                                  &reading.fields, &limit);
  assert_true(limit <= MAIL_HEADER_MAX);
  assert_string_equal(text.bytes + reading.body, "Hot.");
  assert_false(mail_has_field(&reading.fields, MAIL_FIELD_SUBJECT));
  forget(&reading);
  base_buffer_destroy(&text);
}

static void unread_fields_have_limits_too(void **state) {
  (void)state;
  struct base_buffer text = {0};
  base_buffer_add_string(&text, "X-Long: ");
  while (text.size < MAIL_FIELD_MAX + 100) {
    base_buffer_add_string(&text, "0123456789");
  }
  base_buffer_add_string(&text, "\nSubject: soup\n\nHot.");
  struct reading reading = {0};
  size_t limit;
  mail_header_read((struct base_slice){text.bytes, text.size}, &reading.fields,
                   &limit);
  assert_int_equal(limit, strlen("X-Long: ") + MAIL_FIELD_MAX);
  assert_field(&reading, MAIL_FIELD_SUBJECT, "soup");
  forget(&reading);
  base_buffer_reset(&text);
  for (int i = 0; i < MAIL_FIELDS_MAX; i++) {
    base_buffer_add_string(&text, "X: y\n");
  }
  base_buffer_add_string(&text, "Subject: soup\n\nHot.");
  reading = (struct reading){0};
  reading.body = mail_header_read((struct base_slice){text.bytes, text.size},
                                  &reading.fields, &limit);
  assert_int_equal(limit, MAIL_FIELDS_MAX * strlen("X: y\n"));
  assert_int_equal(reading.fields.count, MAIL_FIELDS_MAX);
  assert_false(mail_has_field(&reading.fields, MAIL_FIELD_SUBJECT));
  assert_string_equal(text.bytes + reading.body, "Hot.");
  base_buffer_destroy(&text);
}

static void a_mail_is_told_by_its_fields(void **state) {
  (void)state;
  assert_true(mail_header_is_mail(base_slice_of("X: y\nReceived: soon\n")));
  assert_true(mail_header_is_mail(base_slice_of("mime-version: 1.0\n")));
  assert_false(mail_header_is_mail(base_slice_of("Subject: soup\nTo: ana\n")));
  assert_false(mail_header_is_mail(base_slice_of("Hi Ana,\nFrom: here\n")));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(folded_fields_are_one_line),
      cmocka_unit_test(zeros_are_left_out_of_a_field),
      cmocka_unit_test(lines_may_end_with_lf_or_cr),
      cmocka_unit_test(a_mailbox_line_comes_first),
      cmocka_unit_test(a_line_that_is_no_field_starts_the_body),
      cmocka_unit_test(a_draft_may_have_header_lines),
      cmocka_unit_test(a_draft_may_have_a_separator_line),
      cmocka_unit_test(front_matter_is_a_header),
      cmocka_unit_test(front_matter_is_yaml),
      cmocka_unit_test(a_rule_above_a_text_is_no_front_matter),
      cmocka_unit_test(sentences_are_no_header_lines),
      cmocka_unit_test(text_may_begin_like_a_field_below_the_header),
      cmocka_unit_test(a_draft_may_have_a_date),
      cmocka_unit_test(copied_headers_are_not_the_drafts),
      cmocka_unit_test(a_draft_may_have_labels_of_any_language),
      cmocka_unit_test(labels_make_no_header_alone_or_with_a_date),
      cmocka_unit_test(words_are_no_field),
      cmocka_unit_test(a_header_may_end_anywhere),
      cmocka_unit_test(the_first_of_a_name_counts),
      cmocka_unit_test(unread_fields_have_limits_too),
      cmocka_unit_test(a_mail_is_told_by_its_fields),
      cmocka_unit_test(names_are_known_in_any_case),
      cmocka_unit_test(each_letter_of_a_name_counts),
      cmocka_unit_test(the_standards_addresses_are_counted),
      cmocka_unit_test(the_standards_folds_are_undone),
      cmocka_unit_test(the_standards_obsolete_forms_are_read),
      cmocka_unit_test(mailbox_lines_are_no_field),
      cmocka_unit_test(byte_order_marks_are_no_field),
      cmocka_unit_test(limits_hold_and_the_body_is_found),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
