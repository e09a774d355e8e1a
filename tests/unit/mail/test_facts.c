/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/age.h"
#include "mail/people.h"

static enum courtesy_answer reply_of(enum courtesy_kind kind,
                                     const char *text) {
  struct courtesy_message *message = message_of(kind, text, NULL);
  enum courtesy_answer reply = courtesy_message_facts(message)->reply;
  courtesy_message_destroy(message);
  return reply;
}

static enum courtesy_answer automatic_of(const char *text) {
  struct courtesy_message *message = message_of(COURTESY_MAIL, text, NULL);
  enum courtesy_answer automatic = courtesy_message_facts(message)->automatic;
  courtesy_message_destroy(message);
  return automatic;
}

static void a_draft_is_a_reply_by_what_it_quotes(void **state) {
  (void)state;
  assert_int_equal(reply_of(COURTESY_DRAFT, "Yes.\n> Soup?\n"), COURTESY_YES);
  assert_int_equal(
      reply_of(
          COURTESY_DRAFT,
          "Yes.\n\nOn 3 May 2017 at 18:16 Ana <a@b.example> wrote:\nSoup?"),
      COURTESY_YES);
  assert_int_equal(
      reply_of(COURTESY_DRAFT, "Yes.\n-----Original Message-----\nSoup?"),
      COURTESY_YES);
  assert_int_equal(reply_of(COURTESY_DRAFT, "Yes."), COURTESY_UNKNOWN);
}

static void a_subject_tells_a_reply(void **state) {
  (void)state;
  assert_int_equal(reply_of(COURTESY_DRAFT, "Subject: Re: soup\n\nYes."),
                   COURTESY_YES);
  assert_int_equal(reply_of(COURTESY_DRAFT, "Subject: soup\n\nYes."),
                   COURTESY_NO);
}

static void a_forward_is_no_reply(void **state) {
  (void)state;
  assert_int_equal(
      reply_of(COURTESY_DRAFT,
               "Subject: Fwd: soup\n\nFYI\n-----Original Message-----\nSoup"),
      COURTESY_NO);
  assert_int_equal(
      reply_of(COURTESY_DRAFT, "FYI\n\nBegin forwarded message:\n\n> Soup"),
      COURTESY_UNKNOWN);
}

static void header_fields_tell_a_reply(void **state) {
  (void)state;
  assert_int_equal(
      reply_of(COURTESY_MAIL, "In-Reply-To: <1@acme.example>\n\nYes."),
      COURTESY_YES);
  assert_int_equal(
      reply_of(COURTESY_MAIL, "References: <1@acme.example>\n\nYes."),
      COURTESY_YES);
  assert_int_equal(reply_of(COURTESY_MAIL, "Subject: soup\n\nYes."),
                   COURTESY_NO);
}

static void an_answer_to_an_invitation_is_a_reply(void **state) {
  (void)state;
  assert_int_equal(reply_of(COURTESY_MAIL,
                            "Subject: Accepted: soup\n"
                            "Content-Type: multipart/alternative; boundary=b\n"
                            "\n--b\n\nYes.\n--b\n"
                            "Content-Type: text/calendar; method=REPLY\n\n"
                            "BEGIN:VCALENDAR\n--b--"),
                   COURTESY_YES);
  assert_int_equal(reply_of(COURTESY_MAIL,
                            "Subject: soup\n"
                            "Content-Type: text/calendar; method=REQUEST\n\n"
                            "BEGIN:VCALENDAR\n"),
                   COURTESY_NO);
  assert_int_equal(reply_of(COURTESY_MAIL,
                            "Subject: Fwd: soup\n"
                            "Content-Type: multipart/mixed; boundary=b\n"
                            "\n--b\n\nKim comes.\n--b\n"
                            "Content-Type: message/rfc822\n\n"
                            "Subject: Accepted: soup\n"
                            "Content-Type: text/calendar; method=REPLY\n\n"
                            "BEGIN:VCALENDAR\n--b--"),
                   COURTESY_NO);
}

static void machines_send_automatic_mail(void **state) {
  (void)state;
  assert_int_equal(automatic_of("Auto-Submitted: auto-replied\n\n."),
                   COURTESY_YES);
  assert_int_equal(automatic_of("List-Id: <soup.acme.example>\n\n."),
                   COURTESY_YES);
  assert_int_equal(automatic_of("Precedence: Bulk\n\n."), COURTESY_YES);
  assert_int_equal(automatic_of("Precedence: list\n\n."), COURTESY_YES);
  assert_int_equal(automatic_of("Precedence: junk\n\n."), COURTESY_YES);
  assert_int_equal(automatic_of("Precedence: auto_reply\n\n."), COURTESY_YES);
  assert_int_equal(automatic_of("From: No-Reply@acme.example\n\n."),
                   COURTESY_YES);
  assert_int_equal(automatic_of("Auto-Submitted: no\n\n."), COURTESY_NO);
  assert_int_equal(automatic_of("From: system@acme.example\n"
                                "Content-Type: multipart/report; boundary=b\n"
                                "\n--b\n\n.\n--b--"),
                   COURTESY_YES);
  assert_int_equal(automatic_of("From: bouncer@acme.example\n\n."),
                   COURTESY_NO);
}

static void a_subject_tells_of_an_automatic_answer(void **state) {
  (void)state;
  assert_int_equal(automatic_of("Subject: Automatic reply: soup\n\n."),
                   COURTESY_YES);
  assert_int_equal(automatic_of("Subject: =?utf-8?q?R=C3=A9ponse_automatique?="
                                "\n\n."),
                   COURTESY_YES);
  assert_int_equal(automatic_of("Subject: Re: Automatic reply: soup\n\n."),
                   COURTESY_NO);
}

static void what_goes_to_its_sender_alone_is_no_letter(void **state) {
  (void)state;
  assert_int_equal(automatic_of("From: Ana <ana@acme.example>\n"
                                "To: Ana@Acme.example\n\n."),
                   COURTESY_YES);
  assert_int_equal(automatic_of("From: ana@acme.example\n"
                                "To: ana@acme.example\n"
                                "Cc: tom@acme.example\n\n."),
                   COURTESY_YES);
  assert_int_equal(automatic_of("From: ana@acme.example\n"
                                "To: ana@acme.example, tom@acme.example\n\n."),
                   COURTESY_NO);
  assert_int_equal(automatic_of("From: ana@acme.example\n"
                                "To: ana@acme.example.org\n\n."),
                   COURTESY_NO);
  assert_int_equal(automatic_of("From: Ana\nTo: Ana\n\n."), COURTESY_NO);
}

static void what_names_no_reader_is_no_letter(void **state) {
  (void)state;
  assert_int_equal(automatic_of("From: ana@acme.example\n"
                                "Date: Mon, 4 Mar 2024 10:05:00 +0100\n\n."),
                   COURTESY_YES);
  assert_int_equal(automatic_of("From: ana@acme.example\n"
                                "Date: Mon, 4 Mar 2024 10:05:00 +0100\n"
                                "To: undisclosed-recipients:;\n\n."),
                   COURTESY_YES);
  assert_int_equal(automatic_of("From: ana@acme.example\n"
                                "Date: Mon, 4 Mar 2024 10:05:00 +0100\n"
                                "Cc: tom@acme.example\n\n."),
                   COURTESY_NO);
  /* not sent yet: To may come */
  assert_int_equal(automatic_of("From: ana@acme.example\n\n."), COURTESY_NO);
}

static void facts_given_beside_the_input_win(void **state) {
  (void)state;
  const struct courtesy_facts given = {
      .subject = "tea",
      .to = "tom@acme.example, kim@acme.example",
      .reply = COURTESY_NO,
      .automatic = COURTESY_YES,
  };
  struct courtesy_message *message =
      message_of(COURTESY_DRAFT,
                 "Subject: Re: soup\nTo: ana@acme.example\n\nYes.", &given);
  const struct courtesy_facts *facts = courtesy_message_facts(message);
  assert_string_equal(facts->subject, "tea");
  assert_int_equal(facts->reply, COURTESY_NO);
  assert_int_equal(facts->automatic, COURTESY_YES);
  size_t recipients;
  assert_true(mail_recipients_count(facts, &recipients));
  assert_int_equal(recipients, 2);
  courtesy_message_destroy(message);
}

static void people_of_the_header(void **state) {
  (void)state;
  struct courtesy_message *message =
      message_of(COURTESY_MAIL,
                 "From: Ana Lima <al@acme.example>\n"
                 "To: tom@acme.example\nCc: kim@acme.example\n\n.",
                 NULL);
  const char *const names[] = {"Ana", "Lima", "al", "tom", "kim"};
  struct mail_people people = mail_people_of(&message->facts);
  struct base_slice name;
  bool is_sender;
  for (size_t i = 0; i < 5; i++) {
    assert_true(mail_people_next(&people, &name, &is_sender));
    assert_true(base_slice_equals(name, names[i]));
    assert_int_equal(is_sender, i < 3);
  }
  assert_false(mail_people_next(&people, &name, &is_sender));
  size_t recipients;
  assert_true(mail_recipients_count(&message->facts, &recipients));
  assert_int_equal(recipients, 2);
  courtesy_message_destroy(message);
  message = message_of(COURTESY_DRAFT, "Hi.", NULL);
  assert_false(mail_recipients_count(&message->facts, &recipients));
  courtesy_message_destroy(message);
}

static void the_clock_is_the_dates_or_the_hosts(void **state) {
  (void)state;
  const struct courtesy_facts given = {.now = "2017-05-03T09:30"};
  struct courtesy_message *message = message_of(
      COURTESY_MAIL, "Date: Wed, 3 May 2017 18:16:00 +0200\n\n.", &given);
  assert_int_equal(mail_minutes_of(&message->facts), 18 * 60 + 16);
  courtesy_message_destroy(message);
  message = message_of(COURTESY_DRAFT, "Hi.", &given);
  assert_int_equal(mail_minutes_of(&message->facts), 9 * 60 + 30);
  courtesy_message_destroy(message);
  message = message_of(COURTESY_DRAFT, "Hi.", NULL);
  assert_int_equal(mail_minutes_of(&message->facts), -1);
  courtesy_message_destroy(message);
}

static long quote_age_of(const char *text, const char *now) {
  const struct courtesy_facts given = {.now = now};
  struct courtesy_message *message = message_of(COURTESY_DRAFT, text, &given);
  long age = mail_quote_age(message);
  courtesy_message_destroy(message);
  return age;
}

static void a_quote_is_as_old_as_its_attribution_says(void **state) {
  (void)state;
  const char *quoting = "Yes.\n\nOn 3 May 2017 at 18:16 Ana wrote:\n> Soup?";
  assert_int_equal(quote_age_of(quoting, "2017-05-03T19:00"), 0);
  assert_int_equal(quote_age_of(quoting, "2017-05-17"), 10);
  assert_int_equal(quote_age_of(quoting, NULL), -1);
  assert_int_equal(quote_age_of(quoting, "2017-05-02"), -1);
  assert_int_equal(quote_age_of("Yes.\n> On 3 May 2017: soup?", "2017-05-17"),
                   -1);
  assert_int_equal(quote_age_of("Yes.\n\n-----Original Message-----\n"
                                "From: Ana\nSent: Wednesday, May 03, 2017\n"
                                "To: Tom\nSubject: 1 Jan 2017\n\nSoup?",
                                "2017-05-17"),
                   10);
}

static void what_quotes_its_own_author_is_no_late_answer(void **state) {
  (void)state;
  assert_int_equal(
      quote_age_of("From: ana.lima@acme.example\nTo: tom@acme.example\n\n"
                   "Once more.\n\n-----Original Message-----\n"
                   "From: Lima, Ana\nSent: Wednesday, May 03, 2017\n"
                   "To: Tom\n\nSoup?",
                   "2017-05-17"),
      -1);
  /* she was the reader of what is quoted; another Ana wrote it */
  assert_int_equal(
      quote_age_of("From: ana.lima@acme.example\nTo: tom@acme.example\n\n"
                   "Yes.\n\n-----Original Message-----\n"
                   "From: Ana Roth\nSent: Wednesday, May 03, 2017\n"
                   "To: Ana Lima\n\nSoup?",
                   "2017-05-17"),
      10);
}

static void the_uppermost_quote_counts(void **state) {
  (void)state;
  assert_int_equal(quote_age_of("Yes.\n\nOn 16 May 2017 Ana wrote:\n> Soup?\n"
                                "\nOn 3 May 2017 Tom wrote:\n> Tea?",
                                "2017-05-17"),
                   1);
}

static void the_own_date_wins_over_the_hosts_clock(void **state) {
  (void)state;
  const struct courtesy_facts given = {.now = "2017-05-17"};
  struct courtesy_message *message =
      message_of(COURTESY_MAIL,
                 "Date: Thu, 4 May 2017 09:00:00 +0200\n\nYes.\n\n"
                 "On 3 May 2017 Ana wrote:\n> Soup?",
                 &given);
  assert_int_equal(mail_quote_age(message), 1);
  courtesy_message_destroy(message);
}

static void attachments_are_copied(void **state) {
  (void)state;
  char name[] = "soup.pdf";
  const char *const names[] = {name};
  const struct courtesy_facts given = {
      .attachments_known = true, .attachments = names, .attachment_count = 1};
  struct courtesy_message *message = message_of(COURTESY_DRAFT, "Hi.", &given);
  name[0] = 'S';
  const struct courtesy_facts *facts = courtesy_message_facts(message);
  assert_true(facts->attachments_known);
  assert_int_equal(facts->attachment_count, 1);
  assert_string_equal(facts->attachments[0], "soup.pdf");
  courtesy_message_destroy(message);
}

static void a_mail_of_plain_text_has_no_attachments(void **state) {
  (void)state;
  struct courtesy_message *message =
      message_of(COURTESY_MAIL, "Subject: soup\n\nSee attached.", NULL);
  assert_true(courtesy_message_facts(message)->attachments_known);
  assert_int_equal(courtesy_message_facts(message)->attachment_count, 0);
  courtesy_message_destroy(message);
}

static const char with_files[] =
    "Content-Type: multipart/mixed; boundary=b\n\n"
    "--b\n\nSee attached.\n"
    "--b\nContent-Type: application/pdf\n"
    "Content-Disposition: attachment; filename*=utf-8''Men%C3%BC.pdf\n\n"
    "JVBE\n"
    "--b\nContent-Type: image/png; name=\"=?utf-8?Q?So=C3=9Fe.png?=\"\n\n"
    "iVBO\n"
    "--b\nContent-Type: application/zip\n\nUEsD\n--b--\n";

static void parts_of_a_mail_are_attachments(void **state) {
  (void)state;
  struct courtesy_message *message =
      message_of(COURTESY_MAIL, with_files, NULL);
  const struct courtesy_facts *facts = courtesy_message_facts(message);
  assert_true(facts->attachments_known);
  assert_int_equal(facts->attachment_count, 3);
  assert_string_equal(facts->attachments[0], "Men\xc3\xbc.pdf");
  assert_string_equal(facts->attachments[1], "So\xc3\x9f"
                                             "e.png");
  assert_string_equal(facts->attachments[2], "");
  courtesy_message_destroy(message);
}

static void other_forms_of_the_text_are_no_attachments(void **state) {
  (void)state;
  struct courtesy_message *message =
      message_of(COURTESY_MAIL,
                 "Content-Type: multipart/alternative; boundary=b\n\n"
                 "--b\n\nSee you at noon.\n"
                 "--b\nContent-Type: text/calendar; name=noon.ics\n\n"
                 "BEGIN:VCALENDAR\n--b--\n",
                 NULL);
  const struct courtesy_facts *facts = courtesy_message_facts(message);
  assert_true(facts->attachments_known);
  assert_int_equal(facts->attachment_count, 0);
  courtesy_message_destroy(message);
}

static void attachments_that_are_given_win(void **state) {
  (void)state;
  const struct courtesy_facts none = {.attachments_known = true};
  struct courtesy_message *message =
      message_of(COURTESY_MAIL, with_files, &none);
  assert_int_equal(courtesy_message_facts(message)->attachment_count, 0);
  courtesy_message_destroy(message);
}

static void a_damaged_mail_may_have_attachments(void **state) {
  (void)state;
  struct courtesy_message *message = message_of(
      COURTESY_MAIL, "Content-Type: multipart/mixed\n\n--x\n\nHi.", NULL);
  assert_false(courtesy_message_facts(message)->attachments_known);
  courtesy_message_destroy(message);
}

static void names_are_decoded(void **state) {
  (void)state;
  struct courtesy_message *message = message_of(
      COURTESY_MAIL,
      "From: =?utf-8?Q?Lima=2C_Zo=C3=AB?= <zl@a.example>\n"
      "To: =?iso-8859-1?Q?J=F8rn?= <j@a.example>, k@a.example\n\nHi.",
      NULL);
  const struct courtesy_facts *facts = courtesy_message_facts(message);
  assert_string_equal(facts->from, "\"Lima, Zo\xc3\xab\" <zl@a.example>");
  size_t recipients;
  assert_true(mail_recipients_count(facts, &recipients));
  assert_int_equal(recipients, 2);
  struct mail_people people = mail_people_of(facts);
  struct base_slice name;
  bool is_sender;
  assert_true(mail_people_next(&people, &name, &is_sender));
  assert_true(base_slice_equals(name, "Lima"));
  assert_true(mail_people_next(&people, &name, &is_sender));
  assert_true(base_slice_equals(name, "Zo\xc3\xab"));
  courtesy_message_destroy(message);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_draft_is_a_reply_by_what_it_quotes),
      cmocka_unit_test(a_subject_tells_a_reply),
      cmocka_unit_test(a_forward_is_no_reply),
      cmocka_unit_test(header_fields_tell_a_reply),
      cmocka_unit_test(an_answer_to_an_invitation_is_a_reply),
      cmocka_unit_test(machines_send_automatic_mail),
      cmocka_unit_test(a_subject_tells_of_an_automatic_answer),
      cmocka_unit_test(what_goes_to_its_sender_alone_is_no_letter),
      cmocka_unit_test(what_names_no_reader_is_no_letter),
      cmocka_unit_test(facts_given_beside_the_input_win),
      cmocka_unit_test(people_of_the_header),
      cmocka_unit_test(the_clock_is_the_dates_or_the_hosts),
      cmocka_unit_test(a_quote_is_as_old_as_its_attribution_says),
      cmocka_unit_test(what_quotes_its_own_author_is_no_late_answer),
      cmocka_unit_test(the_uppermost_quote_counts),
      cmocka_unit_test(the_own_date_wins_over_the_hosts_clock),
      cmocka_unit_test(attachments_are_copied),
      cmocka_unit_test(a_mail_of_plain_text_has_no_attachments),
      cmocka_unit_test(parts_of_a_mail_are_attachments),
      cmocka_unit_test(other_forms_of_the_text_are_no_attachments),
      cmocka_unit_test(attachments_that_are_given_win),
      cmocka_unit_test(a_damaged_mail_may_have_attachments),
      cmocka_unit_test(names_are_decoded),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
