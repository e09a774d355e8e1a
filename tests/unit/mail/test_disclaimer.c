/* SPDX-License-Identifier: MIT */
#include "picture.h"

static void legal_paragraph(void **state) {
  (void)state;
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "disclaimer  | This e-mail and any attachments are confidential "
               "and intended\n"
               "disclaimer  | solely for the addressee.\n"
               "            |\n"
               "body        | PS: bring the table.\n");
  assert_zones(
      "body        | Bis Dienstag.\n"
      "            |\n"
      "disclaimer  | Diese E-Mail enthält vertrauliche Informationen.\n");
}

static void a_label_before_legal_text(void **state) {
  (void)state;
  assert_zones("disclaimer  | NOTICE: The information in here is "
               "confidential.\n");
  assert_zones(
      "disclaimer  | Confidentiality: this e-mail is for the addressee "
      "only.\n");
  assert_zones("body        | Notice: the prices are confidential.\n");
}

static void below_a_rule_or_a_heading(void **state) {
  (void)state;
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "disclaimer  | **********************\n"
               "disclaimer  | This message is confidential.\n");
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "disclaimer  | Confidentiality Notice\n"
               "disclaimer  | What is in here is privileged.\n");
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "disclaimer  | Disclaimer\n"
               "            |\n"
               "disclaimer  | The information contained in this e-mail is "
               "confidential.\n");
}

static void below_a_signature(void **state) {
  (void)state;
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "body        | Best regards,\n"
               "body        | Tom Park\n"
               "disclaimer  | This e-mail is confidential. If you are not the\n"
               "disclaimer  | intended recipient, please delete it.\n");
  assert_zones("body        | Hi Tom,\n"
               "body        | This e-mail is confidential until Tuesday.\n");
  assert_zones("body        | Hi Tom\n"
               "body        | This e-mail is confidential until Tuesday.\n");
  assert_zones("body        | The soup is ready.\n"
               "            |\n"
               "body        | Please keep what you read in\n"
               "body        | this message confidential.\n");
}

static void between_bars(void **state) {
  (void)state;
  assert_zones("disclaimer  | **********************\n"
               "            |\n"
               "disclaimer  | This message is confidential.\n"
               "            |\n"
               "disclaimer  | **********************\n"
               "            |\n"
               "body        | Hi Tom,\n");
  assert_zones("disclaimer  | This message is confidential.\n"
               "            |\n"
               "body        | ----------------------\n"
               "body        | The list is below.\n");
}

static void a_banner_on_top(void **state) {
  (void)state;
  assert_zones(
      "disclaimer  | CAUTION: This email originated from outside of the "
      "company.\n"
      "disclaimer  | Do not click links unless you recognize the sender.\n"
      "            |\n"
      "body        | Hi Tom,\n");
  assert_zones("disclaimer  | [EXTERNAL]\n"
               "body        | Hi Tom,\n");
  assert_zones("disclaimer  | ACHTUNG: Diese E-Mail stammt von einem externen "
               "Absender.\n"
               "disclaimer  | Öffnen Sie keine Anhänge.\n"
               "            |\n"
               "body        | Hallo Tom,\n");
  assert_zones("disclaimer  | ##- Please type your reply above this line -##\n"
               "            |\n"
               "body        | Hi Tom,\n");
  assert_zones("body        | Achtung: Diese Woche gibt es Suppe.\n");
  assert_zones("disclaimer  | ⚠ External sender. Be careful with links.\n"
               "            |\n"
               "disclaimer  | This message came from outside your company.\n"
               "            |\n"
               "body        | Hi Tom,\n");
  assert_zones("body        | This message came from outside your team.\n");
}

static void a_banner_behind_a_label(void **state) {
  (void)state;
  assert_zones("disclaimer  | WARNING: This message has originated from an "
               "external source.\n"
               "            |\n"
               "disclaimer  | Do not click links or open attachments unless "
               "you trust the sender.\n"
               "            |\n"
               "body        | Hi Ana,\n");
  assert_zones("disclaimer  | Attention – this e-mail was sent from outside "
               "Acme.\n");
  assert_zones("body        | Warning: external auditors have our room.\n");
  assert_zones("body        | Caution: do not click links in the mail of "
               "yesterday.\n");
}

static void banners_of_other_languages(void **state) {
  (void)state;
  assert_zones("disclaimer  | Attention : cet e-mail provient de l’extérieur.\n"
               "            |\n"
               "body        | Bonjour Tom,\n");
  assert_zones("disclaimer  | UWAGA: Ten e-mail pochodzi spoza firmy.\n"
               "            |\n"
               "body        | Cześć Tomek,\n");
  assert_zones("disclaimer  | 【社外メール】\n"
               "            |\n"
               "body        | 朴様\n");
  assert_zones("body        | Attention : cet e-mail est long.\n");
}

static void a_link_to_the_same_on_the_web(void **state) {
  (void)state;
  assert_zones("disclaimer  | View this email in your browser\n"
               "            |\n"
               "body        | Hi all,\n");
}

static void legal_words_of_other_languages(void **state) {
  (void)state;
  assert_zones("disclaimer  | AVISO LEGAL: Si lo ha recibido por error, avise "
               "al remitente.\n");
  assert_zones("disclaimer  | Ce message est pour son destinataire. Si vous "
               "l'avez\n"
               "disclaimer  | reçu par erreur, merci de le détruire.\n");
  assert_zones("body        | Ce message est parti par erreur.\n");
  assert_zones("body        | Diese E-Mail ging irrtümlich an alle.\n");
}

static void before_a_message_is_printed(void **state) {
  (void)state;
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "signature   | Tom Park\n"
               "signature   | +1 555 010 0100\n"
               "disclaimer  | Please consider the environment before "
               "printing.\n");
}

static void plain_words_about_a_mail_are_own(void **state) {
  (void)state;
  assert_zones(
      "body        | This e-mail is to let you know that the soup is ready.\n"
      "            |\n"
      "body        | The new prices are confidential until Tuesday.\n"
      "            |\n"
      "body        | Kim keeps this message confidential.\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(legal_paragraph),
      cmocka_unit_test(below_a_signature),
      cmocka_unit_test(between_bars),
      cmocka_unit_test(a_label_before_legal_text),
      cmocka_unit_test(below_a_rule_or_a_heading),
      cmocka_unit_test(a_banner_on_top),
      cmocka_unit_test(a_banner_behind_a_label),
      cmocka_unit_test(banners_of_other_languages),
      cmocka_unit_test(a_link_to_the_same_on_the_web),
      cmocka_unit_test(legal_words_of_other_languages),
      cmocka_unit_test(before_a_message_is_printed),
      cmocka_unit_test(plain_words_about_a_mail_are_own),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
