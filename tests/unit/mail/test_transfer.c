/* SPDX-License-Identifier: MIT */
#include "mapping.h"

#include "mail/transfer.h"

#include <string.h>

/* One decoding; `flaws` is what it said. */
struct decoded {
  struct mail_mapped mapped;
  struct text_source text;
  unsigned flaws;
};

static struct decoded decode(enum mail_transfer transfer, const char *raw,
                             size_t most) {
  struct decoded decoded = {.flaws = 0};
  decoded.flaws = mail_transfer_decode(transfer, base_slice_of(raw), 0, most,
                                       &decoded.mapped);
  decoded.text = mail_mapped_source(&decoded.mapped);
  assert_sound(&decoded.text, strlen(raw));
  return decoded;
}

static void assert_decodes(enum mail_transfer transfer, const char *raw,
                           const char *text, unsigned flaws) {
  struct decoded decoded = decode(transfer, raw, SIZE_MAX);
  assert_text(&decoded.text, text);
  assert_int_equal(decoded.flaws, flaws);
  mail_mapped_destroy(&decoded.mapped);
}

static void assert_place(enum mail_transfer transfer, const char *raw,
                         const char *shown, const char *encoded) {
  struct decoded decoded = decode(transfer, raw, SIZE_MAX);
  assert_maps(&decoded.text, raw, shown, encoded);
  mail_mapped_destroy(&decoded.mapped);
}

static void encodings_are_known_in_any_case(void **state) {
  (void)state;
  assert_int_equal(mail_transfer_of(base_slice_of("BASE64")), MAIL_BASE64);
  assert_int_equal(mail_transfer_of(base_slice_of("Quoted-Printable")),
                   MAIL_QUOTED_PRINTABLE);
  assert_int_equal(mail_transfer_of(base_slice_of("8bit")), MAIL_VERBATIM);
  assert_int_equal(mail_transfer_of(base_slice_of("")), MAIL_VERBATIM);
  assert_int_equal(mail_transfer_of(base_slice_of("x-uuencode")),
                   MAIL_TRANSFER_UNKNOWN);
}

static void quoted_printable_has_escapes_and_soft_breaks(void **state) {
  (void)state;
  assert_decodes(MAIL_QUOTED_PRINTABLE, "Gr=C3=BC=c3=9fe =3D\r\n",
                 "Gr\xc3\xbc\xc3\x9f"
                 "e =\r\n",
                 MAIL_FLAWLESS);
  /* RFC 2045 §6.7 */
  assert_decodes(MAIL_QUOTED_PRINTABLE,
                 "Now's the time =\r\nfor all folk to come=\r\n to the aid "
                 "of their country.",
                 "Now's the time for all folk to come to the aid of their "
                 "country.",
                 MAIL_FLAWLESS);
  assert_decodes(MAIL_QUOTED_PRINTABLE, "so= \t\nup=\rs=", "soups",
                 MAIL_FLAWLESS);
}

static void careless_equals_signs_stay(void **state) {
  (void)state;
  assert_decodes(MAIL_QUOTED_PRINTABLE, "a=b =ZZ =4", "a=b =ZZ =4",
                 MAIL_FLAWLESS);
}

static void quoted_printable_bytes_know_their_places(void **state) {
  (void)state;
  const char *raw = "Gr=C3=BC=\r\n=C3=9Fe an a=\nlle";
  assert_place(MAIL_QUOTED_PRINTABLE, raw, "Gr", "Gr");
  assert_place(MAIL_QUOTED_PRINTABLE, raw, "\xc3\xbc", "=C3=BC");
  assert_place(MAIL_QUOTED_PRINTABLE, raw, "\xc3\x9f", "=C3=9F");
  assert_place(MAIL_QUOTED_PRINTABLE, raw, "\xc3\xbc\xc3\x9f",
               "=C3=BC=\r\n=C3=9F");
  assert_place(MAIL_QUOTED_PRINTABLE, raw, "alle", "a=\nlle");
  assert_place(MAIL_QUOTED_PRINTABLE, raw, "lle", "lle");
}

static void base64_is_decoded(void **state) {
  (void)state;
  assert_decodes(MAIL_BASE64, "c291cA==", "soup", MAIL_FLAWLESS);
  assert_decodes(MAIL_BASE64, "c29\r\n1cHM=\r\n", "soups", MAIL_FLAWLESS);
  assert_decodes(MAIL_BASE64, "c291cA", "soup", MAIL_FLAWLESS);
  assert_decodes(MAIL_BASE64, "c291cA==c291cA==", "soupsoup", MAIL_FLAWLESS);
  assert_decodes(MAIL_BASE64, "c291cA==\nc291\ncA==", "soupsoup",
                 MAIL_FLAWLESS);
  assert_decodes(MAIL_BASE64, "", "", MAIL_FLAWLESS);
}

static void damaged_base64_is_told(void **state) {
  (void)state;
  assert_decodes(MAIL_BASE64, "c2*91cA==", "soup", MAIL_DAMAGED);
  assert_decodes(MAIL_BASE64, "c291cA=\nc", "soup", MAIL_DAMAGED);
  assert_decodes(MAIL_BASE64, "c291cA==\n____\nA footer", "soup", MAIL_DAMAGED);
  assert_decodes(MAIL_BASE64, "c291cA== ignored", "soup", MAIL_DAMAGED);
  assert_decodes(MAIL_BASE64, "c291c", "sou", MAIL_DAMAGED);
  assert_decodes(MAIL_BASE64, "c291cCAmIGJyZWF\xe9k", "soup & bread",
                 MAIL_DAMAGED);
}

/* Programs break lines where they like. */
static void base64_may_be_broken_anywhere(void **state) {
  (void)state;
  static const char soup[] =
      "U291cCBhbmQgYnJlYWQgYW5kIHdoYXQgZWxzZSB0aGUga2l0Y2hlbiBoYXMgbGVmdCBvbi"
      "BhIEZyaWRheSBhZnRlcm5vb24sIGFsbCBvZiBpdCB3YXJt";
  static const char text[] = "Soup and bread and what else the kitchen has "
                             "left on a Friday afternoon, all of it warm";
  assert_decodes(MAIL_BASE64, soup, text, MAIL_FLAWLESS);
  for (size_t at = 1; at < strlen(soup); at++) {
    char raw[sizeof soup + 2];
    memcpy(raw, soup, at);
    memcpy(raw + at, "\r\n", 2);
    strcpy(raw + at + 2, soup + at);
    assert_decodes(MAIL_BASE64, raw, text, MAIL_FLAWLESS);
  }
  assert_place(MAIL_BASE64, soup, "Friday", "IEZyaWRheSBh");
}

static void base64_bytes_know_their_quads(void **state) {
  (void)state;
  const char *raw = "SGkg\r\nU2Ft\r\nLA==";
  assert_place(MAIL_BASE64, raw, "Hi", "SGkg");
  assert_place(MAIL_BASE64, raw, "i S", "SGkg\r\nU2Ft");
  assert_place(MAIL_BASE64, raw, "a", "U2Ft");
  assert_place(MAIL_BASE64, raw, ",", "LA==");
  assert_place(MAIL_BASE64, "SG\nkg", "Hi", "SG\nkg");
}

/* However a decoded text is cut into pieces, all its bytes keep their quads. */
static void pieces_of_base64_know_their_quads(void **state) {
  (void)state;
  struct decoded whole = decode(
      MAIL_BASE64, "U2VlIHlvdSBhdA==\r\nIG5vb24gYnkgdGhl IGxha2U=", SIZE_MAX);
  for (uint32_t first = 0; first <= whole.text.size; first++) {
    for (uint32_t second = first; second <= whole.text.size; second++) {
      struct mail_mapped mapped = {0};
      mail_mapped_add_copy(&mapped, &whole.text, 0, first);
      mail_mapped_add_copy(&mapped, &whole.text, first, second);
      mail_mapped_add_copy(&mapped, &whole.text, second, whole.text.size);
      struct text_source text = mail_mapped_source(&mapped);
      assert_text(&text, "See you at noon by the lake");
      for (uint32_t i = 0; i < text.size; i++) {
        uint32_t places[4];
        text_source_raw(&whole.text, i, i + 1, &places[0], &places[1]);
        text_source_raw(&text, i, i + 1, &places[2], &places[3]);
        assert_int_equal(places[0], places[2]);
        assert_int_equal(places[1], places[3]);
      }
      mail_mapped_destroy(&mapped);
    }
  }
  mail_mapped_destroy(&whole.mapped);
}

static void no_more_is_decoded_than_wanted(void **state) {
  (void)state;
  struct decoded decoded = decode(MAIL_BASE64, "c291c291c29w", 3);
  assert_text(&decoded.text, "sou");
  assert_int_equal(decoded.flaws, MAIL_CUT);
  mail_mapped_destroy(&decoded.mapped);
  decoded = decode(MAIL_QUOTED_PRINTABLE, "soup=20is on", 5);
  assert_text(&decoded.text, "soup ");
  assert_int_equal(decoded.flaws, MAIL_CUT);
  mail_mapped_destroy(&decoded.mapped);
  decoded = decode(MAIL_VERBATIM, "soup is on", 4);
  assert_text(&decoded.text, "soup");
  assert_int_equal(decoded.flaws, MAIL_CUT);
  mail_mapped_destroy(&decoded.mapped);
}

static void what_is_not_escaped_is_kept(void **state) {
  (void)state;
  struct base_slice plain = base_slice_of("1 = 2 and a=b");
  assert_true(mail_transfer_keeps(MAIL_QUOTED_PRINTABLE, plain));
  assert_true(mail_transfer_keeps(MAIL_VERBATIM, plain));
  assert_false(mail_transfer_keeps(MAIL_BASE64, plain));
  assert_false(
      mail_transfer_keeps(MAIL_QUOTED_PRINTABLE, base_slice_of("soup=20is")));
  assert_false(
      mail_transfer_keeps(MAIL_QUOTED_PRINTABLE, base_slice_of("so=\nup")));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(encodings_are_known_in_any_case),
      cmocka_unit_test(quoted_printable_has_escapes_and_soft_breaks),
      cmocka_unit_test(careless_equals_signs_stay),
      cmocka_unit_test(quoted_printable_bytes_know_their_places),
      cmocka_unit_test(base64_is_decoded),
      cmocka_unit_test(damaged_base64_is_told),
      cmocka_unit_test(base64_may_be_broken_anywhere),
      cmocka_unit_test(base64_bytes_know_their_quads),
      cmocka_unit_test(pieces_of_base64_know_their_quads),
      cmocka_unit_test(no_more_is_decoded_than_wanted),
      cmocka_unit_test(what_is_not_escaped_is_kept),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
