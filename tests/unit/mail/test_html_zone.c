/* SPDX-License-Identifier: MIT */
#include "html_picture.h"

static void a_blockquote_quotes(void **state) {
  (void)state;
  assert_html_zones("<p>Fine with me.</p><blockquote><p>Is Tuesday fine?</p>"
                    "<p>Or Monday?</p></blockquote>Tom",
                    "body        | Fine with me.\n"
                    "quote       | Is Tuesday fine?\n"
                    "quote       | Or Monday?\n"
                    "body        | Tom\n");
}

static void indented_text_is_own(void **state) {
  (void)state;
  assert_html_zones("We need<blockquote style=\"margin:0 0 0 40px;border:none;"
                    "padding:0px\">bread</blockquote>"
                    "<blockquote class=\"webkit-indent-blockquote\">soup"
                    "</blockquote>",
                    "body        | We need\n"
                    "body        | bread\n"
                    "body        | soup\n");
}

static void a_reply_by_gmail(void **state) {
  (void)state;
  assert_html_zones(
      "<div dir=\"ltr\">Fine with me.</div><br>"
      "<div class=\"gmail_quote gmail_quote_container\">"
      "<div dir=\"ltr\" class=\"gmail_attr\">On 3 May 2017 Ana wrote:<br></div>"
      "<blockquote class=\"gmail_quote\" style=\"border-left:1px solid\">"
      "<div>Is Tuesday fine?</div>"
      "<div class=\"gmail_signature\">Ana</div></blockquote></div>",
      "body        | Fine with me.\n"
      "attribution | On 3 May 2017 Ana wrote:\n"
      "quote       | Is Tuesday fine?\n"
      "quote       | Ana\n");
}

static void a_reply_by_zoho(void **state) {
  (void)state;
  assert_html_zones(
      "<div>Fine with me.<br></div><div id=\"Zm-_Id_-Sgn\">Tom, Canteen</div>"
      "<div class=\"zmail_extra\"><div id=\"Zm-_Id_-Sgn1\">---- On 3 May 2017 "
      "Ana wrote ---</div><blockquote id=\"blockquote_zmail\">Is Tuesday "
      "fine?</blockquote></div>",
      "body        | Fine with me.\n"
      "signature   | Tom, Canteen\n"
      "attribution | ---- On 3 May 2017 Ana wrote ---\n"
      "quote       | Is Tuesday fine?\n");
}

static void answers_between_quotes_are_own(void **state) {
  (void)state;
  assert_html_zones(
      "<div class=\"gmail_quote\">El 3 de mayo, Ana escribió:<br>"
      "<blockquote>Is Tuesday fine?</blockquote><div>It is.</div>"
      "<blockquote>Who comes?</blockquote><div>All of us.</div></div>",
      "attribution | El 3 de mayo, Ana escribió:\n"
      "quote       | Is Tuesday fine?\n"
      "body        | It is.\n"
      "quote       | Who comes?\n"
      "body        | All of us.\n");
}

static void a_message_passed_on_by_gmail(void **state) {
  (void)state;
  assert_html_zones(
      "See below.<div class=\"gmail_quote\"><div class=\"gmail_attr\">"
      "---------- Weitergeleitete Nachricht ---------<br>Von: Ana</div>"
      "<div>Is Tuesday fine?</div><blockquote>Monday was not.</blockquote>"
      "</div>",
      "body        | See below.\n"
      "forward     | ---------- Weitergeleitete Nachricht ---------\n"
      "forward     | Von: Ana\n"
      "forward     | Is Tuesday fine?\n"
      "forward     | Monday was not.\n");
  assert_html_zones(
      "See below.<div class=\"gmail_quote\">---------- Forwarded message "
      "----------<br>From: Ana<br>Is Tuesday fine?</div>",
      "body        | See below.\n"
      "forward     | ---------- Forwarded message ----------\n"
      "forward     | From: Ana\n"
      "forward     | Is Tuesday fine?\n");
  assert_html_zones(
      "See below.<div class=\"gmail_quote\">---------- Forwarded message "
      "----------<br>From: Ana<blockquote>Is Tuesday fine?</blockquote>"
      "<div>Monday was not.</div></div>",
      "body        | See below.\n"
      "forward     | ---------- Forwarded message ----------\n"
      "forward     | From: Ana\n"
      "forward     | Is Tuesday fine?\n"
      "forward     | Monday was not.\n");
}

static void a_gmail_quote_without_blockquote(void **state) {
  (void)state;
  assert_html_zones("Fine.<div class=\"gmail_quote\">Is Tuesday fine?</div>"
                    "Tom",
                    "body        | Fine.\n"
                    "quote       | Is Tuesday fine?\n"
                    "body        | Tom\n");
}

static void a_reply_by_thunderbird(void **state) {
  (void)state;
  assert_html_zones(
      "<p>Fine with me.</p>"
      "<div class=\"moz-cite-prefix\">On 5/3/17 10:00, Ana wrote:<br></div>"
      "<blockquote type=\"cite\" cite=\"mid:1@acme.example\">"
      "<pre class=\"moz-quote-pre\" wrap=\"\">Is Tuesday fine?</pre>"
      "</blockquote><pre class=\"moz-signature\" cols=\"72\">-- \nTom</pre>",
      "body        | Fine with me.\n"
      "attribution | On 5/3/17 10:00, Ana wrote:\n"
      "quote       | Is Tuesday fine?\n"
      "signature   | -- \n"
      "signature   | Tom\n");
  assert_html_zones("See below.<div class=\"moz-forward-container\">"
                    "-------- Forwarded Message --------<table><tr><th>From:"
                    "<td>Ana</table>Is Tuesday fine?</div>",
                    "body        | See below.\n"
                    "forward     | -------- Forwarded Message --------\n"
                    "forward     | From:\tAna\n"
                    "forward     | Is Tuesday fine?\n");
}

static void an_answer_above_an_attribution_is_own(void **state) {
  (void)state;
  assert_html_zones(
      "<div class=\"moz-cite-prefix\">Hi Ana,<br><br>fine with me.<br>Tom<br>"
      "&nbsp;<br>On 5/3/17 10:00, Ana Lima<br>wrote:<br></div>"
      "<blockquote type=\"cite\">Is Tuesday fine?</blockquote>",
      "body        | Hi Ana,\n"
      "body        | fine with me.\n"
      "body        | Tom\n"
      "body        | \u00A0\n"
      "attribution | On 5/3/17 10:00, Ana Lima\n"
      "attribution | wrote:\n"
      "quote       | Is Tuesday fine?\n");
  assert_html_zones(
      "<div class=\"moz-cite-prefix\">Fine with me.</div>"
      "<div class=\"moz-cite-prefix\">Tom</div>"
      "<div class=\"moz-cite-prefix\">On 5/3/17 10:00, Ana wrote:</div>"
      "<blockquote type=\"cite\">Is Tuesday fine?</blockquote>",
      "body        | Fine with me.\n"
      "body        | Tom\n"
      "attribution | On 5/3/17 10:00, Ana wrote:\n"
      "quote       | Is Tuesday fine?\n");
}

static void a_reply_by_outlook(void **state) {
  (void)state;
  /* In the browser … */
  assert_html_zones(
      "<div>Fine with me.</div><div id=\"Signature\">Tom</div>"
      "<div id=\"appendonsend\"></div><hr tabindex=\"-1\">"
      "<div id=\"divRplyFwdMsg\"><b>Von:</b> Ana<br><b>An:</b> Tom</div>"
      "<div>Is Tuesday fine?<blockquote>No.</blockquote></div>",
      "body        | Fine with me.\n"
      "signature   | Tom\n"
      "forward     | Von: Ana\n"
      "forward     | An: Tom\n"
      "forward     | Is Tuesday fine?\n"
      "forward     | No.\n");
  /* … and on the desk. */
  assert_html_zones(
      "<p class=MsoNormal>Fine with me.</p><div><div style='border:none;"
      "border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>"
      "<p class=MsoNormal><b>From:</b> Ana</p></div></div>"
      "<p class=MsoNormal>Is Tuesday fine?</p>",
      "body        | Fine with me.\n"
      "forward     | From: Ana\n"
      "forward     | Is Tuesday fine?\n");
}

static void a_reply_by_apple_mail(void **state) {
  (void)state;
  assert_html_zones(
      "Fine with me.<div><br><blockquote type=\"cite\"><div>On 3 May 2017, "
      "at 10:00, Ana &lt;<a href=\"mailto:ana@acme.example\">"
      "ana@acme.example</a>&gt; wrote:</div>"
      "<br class=\"Apple-interchange-newline\"><div>Is Tuesday fine?</div>"
      "<div>We could bring:</div><div>bread</div></blockquote></div>Tom",
      "body        | Fine with me.\n"
      "attribution | On 3 May 2017, at 10:00, Ana <ana@acme.example> wrote:\n"
      "quote       | Is Tuesday fine?\n"
      "quote       | We could bring:\n"
      "quote       | bread\n"
      "body        | Tom\n");
}

static void a_reply_by_yahoo(void **state) {
  (void)state;
  assert_html_zones(
      "<div>Fine with me.</div><div id=\"yahoo_quoted_1\" class="
      "\"yahoo_quoted\"><div>On Monday, 3 May 2017, Ana wrote:</div>"
      "<div><br></div><div>Is Tuesday fine?</div></div>",
      "body        | Fine with me.\n"
      "attribution | On Monday, 3 May 2017, Ana wrote:\n"
      "quote       | Is Tuesday fine?\n");
}

static void replies_by_others(void **state) {
  (void)state;
  assert_html_zones("Fine.<div class=\"protonmail_quote\">On 3 May, Ana wrote:"
                    "<br><blockquote class=\"protonmail_quote\">Tuesday?"
                    "</blockquote></div>",
                    "body        | Fine.\n"
                    "attribution | On 3 May, Ana wrote:\n"
                    "quote       | Tuesday?\n");
  assert_html_zones("Fine.<hr id=\"zwchr\"><b>From: </b>Ana<br>Tuesday?",
                    "body        | Fine.\n"
                    "forward     | From: Ana\n"
                    "forward     | Tuesday?\n");
  assert_html_zones("Fine.<div name=\"quote\">Tuesday?</div>",
                    "body        | Fine.\n"
                    "quote       | Tuesday?\n");
}

static void signatures(void **state) {
  (void)state;
  assert_html_zones("Fine.<br><span class=\"gmail_signature_prefix\">-- </span>"
                    "<br><div class=\"gmail_signature\" data-smartmail="
                    "\"gmail_signature\">Tom<br>Canteen</div>",
                    "body        | Fine.\n"
                    "signature   | --\n"
                    "signature   | Tom\n"
                    "signature   | Canteen\n");
}

static void code_is_marked_where_it_stands(void **state) {
  (void)state;
  assert_html_zones("Try this:<pre>make\nmake check</pre>or <code>make</code>",
                    "body        | Try this:\n"
                    "code        | make\n"
                    "code        | make check\n"
                    "body        | or make\n");
  assert_html_zones("Fine.<pre style='white-space:pre-wrap'>Tom</pre>"
                    "<pre wrap>Ana</pre>",
                    "body        | Fine.\n"
                    "body        | Tom\n"
                    "body        | Ana\n");
}

static void a_mail_of_one_pre_is_prose(void **state) {
  (void)state;
  assert_html_zones("<html><body><pre>Hi Ana,\nthe draft is fine.</pre>"
                    "<blockquote><pre>Is it?</pre></blockquote></body></html>",
                    "body        | Hi Ana,\n"
                    "body        | the draft is fine.\n"
                    "quote       | Is it?\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_blockquote_quotes),
      cmocka_unit_test(indented_text_is_own),
      cmocka_unit_test(a_reply_by_gmail),
      cmocka_unit_test(a_reply_by_zoho),
      cmocka_unit_test(answers_between_quotes_are_own),
      cmocka_unit_test(a_message_passed_on_by_gmail),
      cmocka_unit_test(a_gmail_quote_without_blockquote),
      cmocka_unit_test(a_reply_by_thunderbird),
      cmocka_unit_test(an_answer_above_an_attribution_is_own),
      cmocka_unit_test(a_reply_by_outlook),
      cmocka_unit_test(a_reply_by_apple_mail),
      cmocka_unit_test(a_reply_by_yahoo),
      cmocka_unit_test(replies_by_others),
      cmocka_unit_test(signatures),
      cmocka_unit_test(code_is_marked_where_it_stands),
      cmocka_unit_test(a_mail_of_one_pre_is_prose),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
