/* SPDX-License-Identifier: MIT */
#include "mapping.h"
#include "picture.h"

#include "base/buffer.h"
#include "mail/body.h"
#include "mail/header.h"
#include "mail/message.h"

#include <stdio.h>
#include <string.h>

static enum courtesy_kind guess(const char *text) {
  return courtesy_message_guess_kind(text, strlen(text));
}

static void kinds_are_told_by_their_start(void **state) {
  (void)state;
  assert_int_equal(guess("From ana@acme.example Mon Jul  9 14:03:00 2001\n"),
                   COURTESY_MAIL);
  assert_int_equal(guess("Subject: soup\nMessage-ID: <1@a.example>\n\n"),
                   COURTESY_MAIL);
  assert_int_equal(guess("Received: from a by b\n\n"), COURTESY_MAIL);
  assert_int_equal(guess("Subject: soup\nTo: Ana\n\nHi."), COURTESY_DRAFT);
  assert_int_equal(guess("Russell: could you open the door?"), COURTESY_DRAFT);
  assert_int_equal(guess("From what I hear, it is fine.\n"), COURTESY_DRAFT);
  assert_int_equal(guess("Hi Ana,\nDate: Tuesday\n"), COURTESY_DRAFT);
  assert_int_equal(guess(""), COURTESY_DRAFT);
}

static void a_subject_line_is_a_region_without_re(void **state) {
  (void)state;
  struct courtesy_message *message =
      message_of(COURTESY_DRAFT, "Subject: Re: hot soup\n\nYes.", NULL);
  assert_true(message->has_subject);
  assert_false(message->subject_given);
  const struct mail_region *region = &message->regions.items[0];
  assert_int_equal(region->zone, COURTESY_ZONE_SUBJECT);
  assert_int_equal(region->source, MAIL_SOURCE_SUBJECT);
  const struct text_source *source = &message->sources[MAIL_SOURCE_SUBJECT];
  assert_int_equal(source->raw_start + region->start, 13);
  assert_int_equal(source->raw_start + region->end, 21);
  assert_int_equal(message->sources[MAIL_SOURCE_TEXT].raw_start, 23);
  courtesy_message_destroy(message);
}

static void a_given_subject_counts_in_itself(void **state) {
  (void)state;
  const struct courtesy_facts given = {.subject = "soup"};
  struct courtesy_message *message =
      message_of(COURTESY_DRAFT, "Subject: tea\n\nYes.", &given);
  assert_true(message->subject_given);
  assert_int_equal(message->sources[MAIL_SOURCE_SUBJECT].raw_start, 0);
  assert_string_equal(message->sources[MAIL_SOURCE_SUBJECT].bytes, "soup");
  courtesy_message_destroy(message);
}

static void a_long_given_subject_is_cut(void **state) {
  (void)state;
  static char subject[MAIL_FIELD_MAX + 2];
  const struct courtesy_facts given = {.subject = subject};
  for (size_t extra = 0; extra < 2; extra++) {
    memset(subject, 's', MAIL_FIELD_MAX + extra);
    struct courtesy_message *message = message_of(COURTESY_DRAFT, "Hi", &given);
    const struct courtesy_problem *problem =
        courtesy_message_problem(message, 0);
    assert_int_equal(message->sources[MAIL_SOURCE_SUBJECT].size,
                     MAIL_FIELD_MAX);
    assert_int_equal(problem != NULL, extra > 0);
    if (problem != NULL) {
      assert_string_equal(problem->code, "header-limit");
      assert_false(problem->has_offset);
    }
    courtesy_message_destroy(message);
  }
}

static void an_empty_subject_has_no_region(void **state) {
  (void)state;
  struct courtesy_message *message =
      message_of(COURTESY_DRAFT, "Subject: Re:\n\nYes.", NULL);
  assert_true(message->has_subject);
  assert_int_equal(message->regions.items[0].zone, COURTESY_ZONE_BODY);
  courtesy_message_destroy(message);
}

static void a_mail_is_read_below_its_header(void **state) {
  (void)state;
  struct courtesy_message *message =
      message_of(COURTESY_MAIL, "Subject: soup\r\n\r\nYes.\r\n", NULL);
  assert_int_equal(courtesy_message_kind(message), COURTESY_MAIL);
  assert_int_equal(message->sources[MAIL_SOURCE_TEXT].raw_start, 17);
  assert_int_equal(courtesy_message_problem_count(message), 0);
  courtesy_message_destroy(message);
}

static void an_encoded_body_is_decoded(void **state) {
  (void)state;
  const char *mail = "Content-Transfer-Encoding: base64\n\nWWVzLg==\n";
  struct courtesy_message *message = message_of(COURTESY_MAIL, mail, NULL);
  assert_int_equal(courtesy_message_problem_count(message), 0);
  const struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  assert_text(text, "Yes.");
  assert_maps(text, mail, "Yes", "WWVz");
  courtesy_message_destroy(message);
}

static void a_plain_part_is_its_own_text(void **state) {
  (void)state;
  const char *mail = "Content-Type: multipart/mixed; boundary=b\n\n"
                     "--b\nContent-Type: text/plain; charset=latin1\n\n"
                     "Yes.\n--b--\n";
  struct courtesy_message *message = message_of(COURTESY_MAIL, mail, NULL);
  const struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  assert_text(text, "Yes.");
  assert_int_equal(text->segment_count, 0);
  assert_maps(text, mail, "Yes.", "Yes.");
  courtesy_message_destroy(message);
}

static void several_parts_are_one_text(void **state) {
  (void)state;
  const char *mail = "Content-Type: multipart/mixed; boundary=b\n\n"
                     "--b\n\nYes.\n"
                     "--b\nContent-Transfer-Encoding: base64\n\n"
                     "Tm8u\n--b--\n";
  struct courtesy_message *message = message_of(COURTESY_MAIL, mail, NULL);
  const struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  assert_sound(text, strlen(mail));
  assert_text(text, "Yes.\n\nNo.");
  assert_maps(text, mail, "Yes.", "Yes.");
  assert_maps(text, mail, "No.", "Tm8u");
  courtesy_message_destroy(message);
}

static void html_is_read_as_it_looks(void **state) {
  (void)state;
  const char *mail =
      "Content-Type: text/html\n"
      "Content-Transfer-Encoding: quoted-printable\n\n"
      "<meta charset=3Dkoi8-r><p>=F0=D2=C9&shy;=D7=C5=D4, Ana,</p>\n"
      "<p>th=\ne soup is <code>hot</code>.</p>\n"
      "<blockquote><p>Is it?</p></blockquote>\n";
  struct courtesy_message *message = message_of(COURTESY_MAIL, mail, NULL);
  const struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  assert_sound(text, strlen(mail));
  assert_text(text, "При\u00ADвет, Ana,\n\nthe soup is hot.\n\nIs it?");
  assert_maps(text, mail, "вет", "=D7=C5=D4");
  assert_maps(text, mail, "the", "th=\ne");
  assert_int_equal(message->regions.count, 3);
  assert_int_equal(message->regions.items[1].zone, COURTESY_ZONE_BODY);
  assert_int_equal(message->regions.items[2].zone, COURTESY_ZONE_QUOTE);
  assert_int_equal(courtesy_message_facts(message)->reply, COURTESY_YES);
  courtesy_message_destroy(message);
}

static void marks_of_html_lie_behind_earlier_parts(void **state) {
  (void)state;
  struct courtesy_message *message =
      message_of(COURTESY_MAIL,
                 "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nYes.\n"
                 "--b\nContent-Type: text/html\n\n<p>No.<blockquote>Hot?"
                 "</blockquote>\n--b--",
                 NULL);
  assert_text(&message->sources[MAIL_SOURCE_TEXT], "Yes.\n\nNo.\n\nHot?");
  assert_int_equal(message->regions.count, 3);
  assert_int_equal(message->regions.items[1].zone, COURTESY_ZONE_BODY);
  assert_int_equal(message->regions.items[2].zone, COURTESY_ZONE_QUOTE);
  courtesy_message_destroy(message);
}

static void an_encoded_subject_is_decoded(void **state) {
  (void)state;
  const char *mail = "Subject: Re: =?utf-8?Q?hot_soup?=\n\nYes.";
  struct courtesy_message *message = message_of(COURTESY_MAIL, mail, NULL);
  const struct text_source *subject = &message->sources[MAIL_SOURCE_SUBJECT];
  assert_text(subject, "Re: hot soup");
  assert_int_equal(message->regions.items[0].start, 4);
  assert_maps(subject, mail, "hot soup", "hot_soup");
  assert_string_equal(courtesy_message_facts(message)->subject, "Re: hot soup");
  courtesy_message_destroy(message);
  message = message_of(COURTESY_DRAFT, "Subject: =?utf-8?Q?a?=\n\n", NULL);
  assert_text(&message->sources[MAIL_SOURCE_SUBJECT], "=?utf-8?Q?a?=");
  courtesy_message_destroy(message);
}

/* The problem that a mail has, and the only one. */
static void assert_problem(const char *mail, const char *code, size_t offset) {
  struct courtesy_message *message = message_of(COURTESY_MAIL, mail, NULL);
  assert_int_equal(courtesy_message_problem_count(message), 1);
  const struct courtesy_problem *problem = courtesy_message_problem(message, 0);
  assert_string_equal(problem->code, code);
  assert_true(problem->has_offset);
  assert_int_equal(problem->offset, offset);
  courtesy_message_destroy(message);
}

static void what_cannot_be_read_is_a_problem(void **state) {
  (void)state;
  assert_problem("Content-Transfer-Encoding: x-none\n\nYes.",
                 "unknown-encoding", 35);
  assert_problem(
      "Content-Transfer-Encoding: base64\n\nWW*VzLg==", "damaged-base64", 35);
  assert_problem("Content-Type: text/plain; charset=x-none\n\n\xe9",
                 "unknown-charset", 42);
  assert_problem("Content-Type: text/plain; charset=utf-16be\n\nY",
                 "damaged-text", 44);
  assert_problem("Subject: =?x-none?Q?=E9?=\n\nYes.", "unknown-charset", 9);
  assert_problem("Content-Type: multipart/mixed\n\nYes.", "damaged-multipart",
                 31);
}

static void bytes_that_are_no_utf8_are_pointed_at(void **state) {
  (void)state;
  assert_problem("Content-Type: text/plain; charset=utf-8\n\nCaf\xe9 at nine.",
                 "damaged-text", 44);
  assert_problem("Content-Type: text/plain; charset=utf-8\n"
                 "Content-Transfer-Encoding: quoted-printable\n\nCaf=E9",
                 "damaged-text", 88);
  assert_problem("Subject: =?utf-16?Q?a?=\n\nYes.", "damaged-text", 9);
  struct courtesy_message *draft = message_of(COURTESY_DRAFT, "Caf\xe9", NULL);
  const struct courtesy_problem *problem = courtesy_message_problem(draft, 0);
  assert_string_equal(problem->code, "damaged-text");
  assert_int_equal(problem->offset, 3);
  courtesy_message_destroy(draft);
  draft = message_of(COURTESY_DRAFT, "To: ana@acme.example\n\nCaf\xe9", NULL);
  assert_int_equal(courtesy_message_problem(draft, 0)->offset, 25);
  courtesy_message_destroy(draft);
}

static void assert_no_problem(const char *mail) {
  struct courtesy_message *message = message_of(COURTESY_MAIL, mail, NULL);
  assert_int_equal(courtesy_message_problem_count(message), 0);
  courtesy_message_destroy(message);
}

/* Mail programs have always shown it as it was meant. */
static void what_careless_programs_send_is_no_problem(void **state) {
  (void)state;
  assert_no_problem("Subject: caf\xe9\n\nCaf\xe9 at nine.");
  assert_no_problem("Content-Type: text/plain; charset=us-ascii\n\n"
                    "Caf\xc3\xa9 at nine.");
  assert_no_problem("Content-Type: text/plain; charset=iso-8859-1\n\n"
                    "\x93Yes\x94, he said.");
  assert_no_problem("Content-Transfer-Encoding: quoted-printable\n\n"
                    "See https://acme.example/?id=xy, 50=50.");
  assert_no_problem("Content-Transfer-Encoding: base64\n\nWWVzLg");
}

static void a_form_that_cannot_be_read_is_told(void **state) {
  (void)state;
  assert_problem("Content-Type: multipart/alternative; boundary=b\n\n"
                 "--b\n\nYes.\n"
                 "--b\nContent-Type: text/html\n"
                 "Content-Transfer-Encoding: x-own\n\nabc\n--b--",
                 "unknown-encoding", 121);
  assert_problem("Content-Type: multipart/alternative; boundary=b\n\n"
                 "--b\n\nYes.\n"
                 "--b\nContent-Type: text/html\n"
                 "Content-Transfer-Encoding: base64\n\nWWVz*Lg==\n--b--",
                 "damaged-base64", 122);
}

static void a_long_header_is_cut_and_the_body_found(void **state) {
  (void)state;
  struct base_buffer mail = {0};
  base_buffer_add_string(&mail, "Subject: a");
  for (int i = 0; i < MAIL_FIELD_MAX; i++) {
    base_buffer_add_string(&mail, "b");
  }
  base_buffer_add_string(&mail, "\n\nYes.");
  assert_problem(mail.bytes, "header-limit", 9 + MAIL_FIELD_MAX);
  base_buffer_reset(&mail);
  for (int i = 0; i <= MAIL_FIELDS_MAX; i++) {
    base_buffer_add_string(&mail, "X: y\n");
  }
  base_buffer_add_string(&mail, "\nYes.");
  assert_problem(mail.bytes, "header-limit", 5 * MAIL_FIELDS_MAX);
  struct courtesy_message *message =
      message_of(COURTESY_MAIL, mail.bytes, NULL);
  assert_text(&message->sources[MAIL_SOURCE_TEXT], "Yes.");
  courtesy_message_destroy(message);
  base_buffer_destroy(&mail);
}

static void a_long_text_is_cut(void **state) {
  (void)state;
  struct base_buffer mail = {0};
  base_buffer_add_string(&mail, "Content-Type: text/plain; charset=latin1\n\n"
                                "\xe9");
  for (int i = 0; i < MAIL_TEXT_MAX / 16; i++) {
    base_buffer_add_string(&mail, "0123456789 abcd\n");
  }
  assert_problem(mail.bytes, "text-limit", 42);
  base_buffer_destroy(&mail);
}

static void a_long_text_that_needs_no_decoding_is_cut(void **state) {
  (void)state;
  const char head[] = "Subject: soup\n\n";
  struct base_buffer mail = {0};
  base_buffer_add_string(&mail, head);
  for (int i = 0; i < MAIL_TEXT_MAX / 16; i++) {
    base_buffer_add_string(&mail, "0123456789 abcd\n");
  }
  struct courtesy_message *message =
      message_of(COURTESY_MAIL, mail.bytes, NULL);
  assert_int_equal(courtesy_message_problem_count(message), 0);
  courtesy_message_destroy(message);
  base_buffer_add_string(&mail, "more");
  assert_problem(mail.bytes, "text-limit", strlen(head) + MAIL_TEXT_MAX);
  static const enum courtesy_kind kinds[] = {COURTESY_DRAFT, COURTESY_TEXT,
                                             COURTESY_TEMPLATE};
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
    message = message_of(kinds[i], mail.bytes + strlen(head), NULL);
    assert_int_equal(message->sources[MAIL_SOURCE_TEXT].size, MAIL_TEXT_MAX);
    assert_int_equal(courtesy_message_problem(message, 0)->offset,
                     MAIL_TEXT_MAX);
    courtesy_message_destroy(message);
  }
  base_buffer_destroy(&mail);
}

/* Its placeholders would take many times as much memory. */
static void a_long_template_is_cut_before_it_is_read(void **state) {
  (void)state;
  static const struct courtesy_facts html = {.markup = COURTESY_MARKUP_HTML};
  struct base_buffer text = {0};
  for (int i = 0; i < MAIL_TEXT_MAX / 8; i++) {
    base_buffer_add_string(&text, "{{ a }} ");
  }
  base_buffer_add_string(&text, "more");
  struct courtesy_message *message =
      message_of(COURTESY_TEMPLATE, text.bytes, NULL);
  assert_int_equal(courtesy_message_problem(message, 0)->offset, MAIL_TEXT_MAX);
  assert_int_equal(message->sources[MAIL_SOURCE_TEXT].size, MAIL_TEXT_MAX / 2);
  courtesy_message_destroy(message);
  message = message_of(COURTESY_TEMPLATE, text.bytes, &html);
  assert_string_equal(courtesy_message_problem(message, 0)->code, "text-limit");
  courtesy_message_destroy(message);
  base_buffer_destroy(&text);
}

static void long_html_is_read_no_further_than_it_counts(void **state) {
  (void)state;
  static const struct courtesy_facts html = {.markup = COURTESY_MARKUP_HTML};
  struct base_buffer page = {0};
  base_buffer_add_string(&page, "<a href='https://acme.example'>soup</a>");
  for (int i = 0; i < MAIL_TEXT_MAX / 16; i++) {
    base_buffer_add_string(&page, "<b>Is the soup ready</b>? The tea is.");
  }
  struct courtesy_message *message =
      message_of(COURTESY_DRAFT, page.bytes, &html);
  assert_string_equal(courtesy_message_problem(message, 0)->code, "text-limit");
  assert_int_equal(message->sources[MAIL_SOURCE_TEXT].size, MAIL_TEXT_MAX);
  assert_true(message->text.bytes.size <= MAIL_TEXT_MAX);
  assert_int_equal(message->links, -1);
  courtesy_message_destroy(message);
  base_buffer_destroy(&page);
}

static void html_is_read_with_the_zones_of_its_markup(void **state) {
  (void)state;
  const char *mail = "Content-Type: text/html; charset=latin1\n"
                     "Content-Transfer-Encoding: quoted-printable\n\n"
                     "<p>Caf=E9 &amp; soup<blockquote type=3Dcite>No.";
  struct courtesy_message *message = message_of(COURTESY_MAIL, mail, NULL);
  const struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  assert_sound(text, strlen(mail));
  assert_maps(text, mail, "Caf\xc3\xa9 & soup", "Caf=E9 &amp; soup");
  assert_int_equal(message->regions.count, 2);
  assert_int_equal(message->regions.items[0].zone, COURTESY_ZONE_BODY);
  assert_int_equal(message->regions.items[1].zone, COURTESY_ZONE_QUOTE);
  courtesy_message_destroy(message);
}

static void a_mail_in_a_mail_is_a_forward(void **state) {
  (void)state;
  struct courtesy_message *message = message_of(
      COURTESY_MAIL,
      "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee below.\n"
      "--b\nContent-Type: message/rfc822\n\nSubject: x\n\nHot.\n--b--",
      NULL);
  assert_int_equal(message->regions.count, 2);
  assert_int_equal(message->regions.items[0].zone, COURTESY_ZONE_BODY);
  assert_int_equal(message->regions.items[1].zone, COURTESY_ZONE_FORWARD);
  courtesy_message_destroy(message);
}

static void a_part_is_told_as_its_header_says(void **state) {
  (void)state;
  const char *mail =
      "Content-Type: multipart/mixed; boundary=b\n\n"
      "--b\n\nSee the plan.\n"
      "--b\nContent-Type: Text/Plain; charset=Latin-1; name=\"plan.txt\"\n"
      "Content-Transfer-Encoding: Quoted-Printable\n\ngarden\n--b--";
  struct courtesy_message *message = message_of(COURTESY_MAIL, mail, NULL);
  assert_int_equal(courtesy_message_part_count(message), 3);
  const struct courtesy_part *part = courtesy_message_part(message, 1);
  assert_int_equal(part->use, COURTESY_PART_LINTED);
  assert_string_equal(part->type, "text/plain");
  assert_null(part->charset);
  assert_null(part->encoding);
  assert_null(part->name);
  part = courtesy_message_part(message, 2);
  assert_int_equal(part->use, COURTESY_PART_ATTACHMENT);
  assert_string_equal(part->type, "Text/Plain");
  assert_string_equal(part->charset, "Latin-1");
  assert_string_equal(part->encoding, "Quoted-Printable");
  assert_string_equal(part->name, "plan.txt");
  assert_int_equal(part->parent, 0);
  assert_int_equal(part->depth, 1);
  assert_int_equal(part->offset, strstr(mail, "garden") - mail);
  assert_int_equal(part->length, strlen("garden"));
  courtesy_message_destroy(message);
}

static void an_unknown_encoding_leaves_a_part_unread(void **state) {
  (void)state;
  struct courtesy_message *message = message_of(
      COURTESY_MAIL, "Content-Transfer-Encoding: x-own\n\nabc", NULL);
  assert_int_equal(courtesy_message_part(message, 0)->use,
                   COURTESY_PART_UNREAD);
  courtesy_message_destroy(message);
}

static void a_draft_has_no_parts(void **state) {
  (void)state;
  struct courtesy_message *message =
      message_of(COURTESY_DRAFT, "See the plan.", NULL);
  assert_int_equal(courtesy_message_part_count(message), 0);
  courtesy_message_destroy(message);
}

/* A mail with a text in both forms; what becomes of them, and what the problem
 * points at. */
static void assert_forms(const char *plain, const char *html,
                         enum courtesy_part_use plain_use,
                         enum courtesy_part_use html_use, const char *differs) {
  char mail[1024];
  snprintf(mail, sizeof mail,
           "Content-Type: multipart/alternative; boundary=b\n\n"
           "--b\n\n%s\n"
           "--b\nContent-Type: text/html\n\n%s\n--b--",
           plain, html);
  struct courtesy_message *message = message_of(COURTESY_MAIL, mail, NULL);
  assert_int_equal(courtesy_message_part(message, 1)->use, plain_use);
  assert_int_equal(courtesy_message_part(message, 2)->use, html_use);
  assert_int_equal(courtesy_message_problem_count(message), differs != NULL);
  if (differs != NULL) {
    const struct courtesy_problem *problem =
        courtesy_message_problem(message, 0);
    assert_string_equal(problem->code, "forms-differ");
    assert_int_equal(problem->offset, strstr(mail, differs) - mail);
  }
  courtesy_message_destroy(message);
}

static void one_form_of_a_text_is_linted(void **state) {
  (void)state;
  assert_forms("See the plan of the garden.",
               "<p>See the <b>plan</b> of the garden.", COURTESY_PART_LINTED,
               COURTESY_PART_ALTERNATIVE, NULL);
  assert_forms("=20", "<p>See the plan of the garden.",
               COURTESY_PART_ALTERNATIVE, COURTESY_PART_LINTED, "=20");
}

static void html_that_says_more_is_linted(void **state) {
  (void)state;
  assert_forms("See the plan of the garden.",
               "<p>See the plan of the garden.<p>It is &quot;as</i> good&quot; "
               "as your last one.",
               COURTESY_PART_ALTERNATIVE, COURTESY_PART_LINTED, "It is");
}

static void plain_text_that_says_much_more_is_told(void **state) {
  (void)state;
  assert_forms(
      "See the plan. The plan has changed, the old seats are no longer there. "
      "Each of you finds the new one on the list at the door.",
      "<p>See the plan.", COURTESY_PART_LINTED, COURTESY_PART_ALTERNATIVE,
      "The plan has");
}

static void of_equal_forms_the_first_is_linted(void **state) {
  (void)state;
  struct courtesy_message *message =
      message_of(COURTESY_MAIL,
                 "Content-Type: multipart/alternative; boundary=b\n\n"
                 "--b\n\nSee the plan.\n"
                 "--b\n\nSee the list.\n--b--",
                 NULL);
  assert_int_equal(courtesy_message_part(message, 1)->use,
                   COURTESY_PART_LINTED);
  assert_int_equal(courtesy_message_part(message, 2)->use,
                   COURTESY_PART_ALTERNATIVE);
  courtesy_message_destroy(message);
}

/* -1: unknown. */
static long links_of(enum courtesy_kind kind, const char *text,
                     enum courtesy_markup markup) {
  const struct courtesy_facts given = {.markup = markup};
  struct courtesy_message *message = message_of(kind, text, &given);
  size_t links = 0;
  bool known = courtesy_message_links(message, &links);
  courtesy_message_destroy(message);
  return known ? (long)links : -1;
}

static void links_of_markup_are_counted(void **state) {
  (void)state;
  assert_int_equal(links_of(COURTESY_DRAFT, "See http://acme.example.",
                            COURTESY_MARKUP_NONE),
                   0);
  assert_int_equal(links_of(COURTESY_DRAFT,
                            "<a href='http://acme.example'>here</a>"
                            "<a href='#top'>up</a><a name=top>",
                            COURTESY_MARKUP_HTML),
                   1);
  const char *both =
      "Content-Type: multipart/alternative; boundary=b\n\n"
      "--b\n\nSee the plan here.\n"
      "--b\nContent-Type: text/html\n\n"
      "See the plan <A HREF=http://acme.example>here</a>.\n--b--";
  assert_int_equal(links_of(COURTESY_MAIL, both, COURTESY_MARKUP_NONE), 1);
  const char *unread = "Content-Type: multipart/alternative; boundary=b\n\n"
                       "--b\n\nSee the plan here.\n"
                       "--b\nContent-Type: text/html\n"
                       "Content-Transfer-Encoding: x-own\n\nabc\n--b--";
  assert_int_equal(links_of(COURTESY_MAIL, unread, COURTESY_MARKUP_NONE), -1);
}

static void a_draft_may_be_html(void **state) {
  (void)state;
  const struct courtesy_facts html = {.markup = COURTESY_MARKUP_HTML};
  const char *page = "Subject: soup\n\n<p>Hot&amp;<b>good</b>.";
  struct courtesy_message *message = message_of(COURTESY_DRAFT, page, &html);
  const struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  assert_int_equal(text->size, strlen("Hot&good."));
  assert_memory_equal(text->bytes, "Hot&good.", text->size);
  uint32_t start;
  uint32_t end;
  text_source_raw(text, 3, 4, &start, &end);
  assert_int_equal(start, strstr(page, "&amp;") - page);
  assert_int_equal(end - start, strlen("&amp;"));
  assert_string_equal(courtesy_message_facts(message)->subject, "soup");
  courtesy_message_destroy(message);
}

static void a_page_names_its_charset(void **state) {
  (void)state;
  const struct courtesy_facts html = {.markup = COURTESY_MARKUP_HTML};
  struct courtesy_message *message =
      message_of(COURTESY_TEXT, "<meta charset=latin1><p>Caf\xe9", &html);
  const struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  assert_memory_equal(text->bytes, "Caf\xc3\xa9", text->size);
  courtesy_message_destroy(message);
}

static void a_message_may_stand_in_a_larger_input(void **state) {
  (void)state;
  const struct courtesy_origin origin = {.offset = 100, .lines = 7};
  const char *mail = "Content-Transfer-Encoding: x-none\n\nYes.";
  struct courtesy_message *message = NULL;
  assert_int_equal(courtesy_message_create_at(&origin, COURTESY_MAIL, mail,
                                              strlen(mail), NULL, &message),
                   COURTESY_OK);
  assert_int_equal(courtesy_message_problem(message, 0)->offset, 135);
  uint32_t line;
  uint32_t column;
  courtesy_message_position(message, 136, &line, &column);
  assert_int_equal(line, 10);
  assert_int_equal(column, 2);
  courtesy_message_position(message, 0, &line, &column);
  assert_int_equal(line, 8);
  courtesy_message_destroy(message);
}

static void the_input_is_copied(void **state) {
  (void)state;
  char text[] = "Hi Ana.";
  struct courtesy_message *message = message_of(COURTESY_TEXT, text, NULL);
  text[0] = '?';
  assert_memory_equal(message->sources[MAIL_SOURCE_TEXT].bytes, "Hi Ana.", 7);
  courtesy_message_destroy(message);
}

static void too_large_an_input_is_refused(void **state) {
  (void)state;
  struct courtesy_message *message = NULL;
  assert_int_equal(courtesy_message_create(COURTESY_TEXT, "",
                                           COURTESY_MESSAGE_MAX + 1, NULL,
                                           &message),
                   COURTESY_TOO_LARGE);
  assert_null(message);
}

static void nothing_is_destroyed_quietly(void **state) {
  (void)state;
  courtesy_message_destroy(NULL);
  struct courtesy_message *message = message_of(COURTESY_MAIL, "", NULL);
  assert_int_equal(message->regions.count, 0);
  courtesy_message_destroy(message);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(kinds_are_told_by_their_start),
      cmocka_unit_test(a_subject_line_is_a_region_without_re),
      cmocka_unit_test(a_given_subject_counts_in_itself),
      cmocka_unit_test(a_long_given_subject_is_cut),
      cmocka_unit_test(an_empty_subject_has_no_region),
      cmocka_unit_test(a_mail_is_read_below_its_header),
      cmocka_unit_test(an_encoded_body_is_decoded),
      cmocka_unit_test(a_plain_part_is_its_own_text),
      cmocka_unit_test(several_parts_are_one_text),
      cmocka_unit_test(html_is_read_as_it_looks),
      cmocka_unit_test(marks_of_html_lie_behind_earlier_parts),
      cmocka_unit_test(an_encoded_subject_is_decoded),
      cmocka_unit_test(what_cannot_be_read_is_a_problem),
      cmocka_unit_test(bytes_that_are_no_utf8_are_pointed_at),
      cmocka_unit_test(what_careless_programs_send_is_no_problem),
      cmocka_unit_test(a_form_that_cannot_be_read_is_told),
      cmocka_unit_test(a_long_header_is_cut_and_the_body_found),
      cmocka_unit_test(a_long_text_is_cut),
      cmocka_unit_test(a_long_text_that_needs_no_decoding_is_cut),
      cmocka_unit_test(a_long_template_is_cut_before_it_is_read),
      cmocka_unit_test(long_html_is_read_no_further_than_it_counts),
      cmocka_unit_test(html_is_read_with_the_zones_of_its_markup),
      cmocka_unit_test(a_mail_in_a_mail_is_a_forward),
      cmocka_unit_test(a_part_is_told_as_its_header_says),
      cmocka_unit_test(an_unknown_encoding_leaves_a_part_unread),
      cmocka_unit_test(a_draft_has_no_parts),
      cmocka_unit_test(one_form_of_a_text_is_linted),
      cmocka_unit_test(of_equal_forms_the_first_is_linted),
      cmocka_unit_test(html_that_says_more_is_linted),
      cmocka_unit_test(plain_text_that_says_much_more_is_told),
      cmocka_unit_test(links_of_markup_are_counted),
      cmocka_unit_test(a_draft_may_be_html),
      cmocka_unit_test(a_page_names_its_charset),
      cmocka_unit_test(a_message_may_stand_in_a_larger_input),
      cmocka_unit_test(the_input_is_copied),
      cmocka_unit_test(too_large_an_input_is_refused),
      cmocka_unit_test(nothing_is_destroyed_quietly),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
