/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/message.h"

#include <string.h>

/* The problem that a mail has, and the words that it points at; NULL for none.
 */
static void assert_sealed(const char *mail, const char *code,
                          const char *place) {
  struct courtesy_message *message = message_of(COURTESY_MAIL, mail, NULL);
  assert_int_equal(courtesy_message_problem_count(message), code != NULL);
  if (code != NULL) {
    const struct courtesy_problem *problem =
        courtesy_message_problem(message, 0);
    assert_string_equal(problem->code, code);
    assert_int_equal(problem->offset, strstr(mail, place) - mail);
  }
  courtesy_message_destroy(message);
}

static enum courtesy_part_use use_of(const char *mail, size_t part) {
  struct courtesy_message *message = message_of(COURTESY_MAIL, mail, NULL);
  enum courtesy_part_use use = courtesy_message_part(message, part)->use;
  courtesy_message_destroy(message);
  return use;
}

static const char pgp_mime[] =
    "Content-Type: multipart/encrypted; boundary=b;\n"
    " protocol=\"application/pgp-encrypted\"\n\n"
    "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n"
    "--b\nContent-Type: application/octet-stream; name=encrypted.asc\n\n"
    "-----BEGIN PGP MESSAGE-----\n\nhF4D\n-----END PGP MESSAGE-----\n--b--";

static void an_encrypted_mail_is_told(void **state) {
  (void)state;
  assert_sealed(pgp_mime, "encrypted", "-----BEGIN");
  assert_int_equal(use_of(pgp_mime, 1), COURTESY_PART_OTHER);
  assert_int_equal(use_of(pgp_mime, 2), COURTESY_PART_UNREAD);
  assert_sealed("Content-Type: application/pkcs7-mime;\n"
                " smime-type=enveloped-data; name=smime.p7m\n"
                "Content-Disposition: attachment; filename=smime.p7m\n\nMIIP",
                "encrypted", "MIIP");
  assert_sealed("Content-Type: application/pkcs7-mime;\n"
                " smime-type=authEnveloped-data\n\nMIIP",
                "encrypted", "MIIP");
}

/* Exchange rewrites the structure, and leaves an empty text on top. */
static void so_it_is_in_another_multipart(void **state) {
  (void)state;
  assert_sealed("Content-Type: multipart/mixed; boundary=b\n\n"
                "--b\n\n\n"
                "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n"
                "--b\nContent-Type: application/octet-stream\n\nhF4D\n--b--",
                "encrypted", "hF4D");
  assert_sealed("Content-Type: multipart/mixed; boundary=b\n\n"
                "--b\n\nThis message is protected.\n"
                "--b\nContent-Type: application/x-microsoft-rpmsg-message;\n"
                " name=message.rpmsg\n\ndgTE\n--b--",
                "encrypted", "dgTE");
}

static void a_block_with_its_signature_is_not_read(void **state) {
  (void)state;
  assert_sealed("Content-Type: application/pkcs7-mime;\n"
                " smime-type=signed-data; name=smime.p7m\n\nMIIH",
                "opaque", "MIIH");
  assert_sealed(
      "Content-Type: application/x-pkcs7-mime; name=smime.p7m\n\nMIIH",
      "opaque", "MIIH");
}

static void a_signed_text_is_read(void **state) {
  (void)state;
  assert_sealed("Content-Type: multipart/signed; boundary=b\n\n"
                "--b\n\nSee you at nine.\n"
                "--b\nContent-Type: application/pkcs7-signature;\n"
                " name=smime.p7s\n\nMIIH\n--b--",
                NULL, NULL);
  assert_sealed("Subject: soup\n\n-----BEGIN PGP SIGNED MESSAGE-----\n\n"
                "See you at nine.\n"
                "-----BEGIN PGP SIGNATURE-----\nabc\n"
                "-----END PGP SIGNATURE-----\n",
                NULL, NULL);
}

static void a_signed_document_is_an_attachment(void **state) {
  (void)state;
  const char *mail = "Content-Type: multipart/mixed; boundary=b\n\n"
                     "--b\n\nHere is the contract.\n"
                     "--b\nContent-Type: application/pkcs7-mime;\n"
                     " name=contract.pdf.p7m\n\nMIIH\n--b--";
  assert_sealed(mail, NULL, NULL);
  assert_int_equal(use_of(mail, 2), COURTESY_PART_ATTACHMENT);
}

static void an_encrypted_mail_passed_on_has_other_words(void **state) {
  (void)state;
  assert_sealed("Content-Type: multipart/mixed; boundary=c\n\n"
                "--c\n\nCan you read this?\n"
                "--c\nContent-Type: message/rfc822\n\n"
                "Content-Type: application/pkcs7-mime;\n"
                " smime-type=enveloped-data\n\nMIIP\n--c--",
                NULL, NULL);
}

static void armour_in_a_text_is_told(void **state) {
  (void)state;
  const char *text = "Subject: soup\n\nFor you alone:\n\n"
                     "-----BEGIN PGP MESSAGE-----\n\nhF4D\n"
                     "-----END PGP MESSAGE-----\n";
  assert_sealed(text, "encrypted", "-----BEGIN");
  assert_sealed("Subject: soup\n\n-----BEGIN PGP MESSAGE-----\n\nno end", NULL,
                NULL);
  assert_sealed("Subject: soup\n\n-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n"
                "mQEN\n-----END PGP PUBLIC KEY BLOCK-----\n",
                NULL, NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_encrypted_mail_is_told),
      cmocka_unit_test(so_it_is_in_another_multipart),
      cmocka_unit_test(a_block_with_its_signature_is_not_read),
      cmocka_unit_test(a_signed_text_is_read),
      cmocka_unit_test(a_signed_document_is_an_attachment),
      cmocka_unit_test(an_encrypted_mail_passed_on_has_other_words),
      cmocka_unit_test(armour_in_a_text_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
