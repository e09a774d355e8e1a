/* SPDX-License-Identifier: MIT */
#include "mail/language.h"
#include "base/eight.h"
#include "mail/stop_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct mail_language languages_of(const char *text) {
  struct courtesy_message *message = NULL;
  assert_int_equal(courtesy_message_create(COURTESY_DRAFT, text, strlen(text),
                                           NULL, &message),
                   COURTESY_OK);
  struct mail_language told = mail_language_of(message);
  courtesy_message_destroy(message);
  return told;
}

/* "?": nothing is told. */
static void assert_told(const char *told, const char *language) {
  assert_string_equal(told == NULL ? "?" : told, language);
}

static void assert_language(const char *text, const char *language) {
  assert_told(languages_of(text).own, language);
}

static void assert_answered(const char *text, const char *language) {
  assert_told(languages_of(text).answered, language);
}

static void each_language_is_told(void **state) {
  (void)state;
  assert_language("The soup is on the table and you can have it now.", "en");
  assert_language("Die Suppe steht auf dem Tisch und ist noch warm.", "de");
  assert_language("La soupe est sur la table et vous attend dans la salle.",
                  "fr");
  assert_language("La sopa está en la mesa y los platos son para el equipo.",
                  "es");
  assert_language("La zuppa è sulla tavola e i piatti sono nel cesto, ma non "
                  "c'è il pane.",
                  "it");
  assert_language("De soep staat op de tafel en het brood is er ook nog.",
                  "nl");
  assert_language("A sopa está na mesa e o pão não é para as visitas.", "pt");
  assert_language("Soppan står på bordet och jag är inte hungrig än.", "sv");
  assert_language("Keitto on pöydällä ja se on vielä lämmin, mutta leipä ei "
                  "ole.",
                  "fi");
  assert_language("Zupa jest na stole i nie jest jeszcze zimna, ale to się "
                  "zmieni.",
                  "pl");
  assert_language("Polévka je na stole a není studená, ale už se to mění.",
                  "cs");
  assert_language("Суп на столе и не остыл, но это как для вас.", "ru");
  assert_language("Суп на столі і ще не вистиг, але це вже не для вас.", "uk");
  assert_language("Supa este pe masă și nu este rece, dar pâinea nu mai este.",
                  "ro");
  assert_language(
      "La sopa és a la taula i el pa també hi és, però ja és freda.", "ca");
  assert_language("Supp on laual ja leib on ka juba olemas, aga soola ei ole.",
                  "et");
  assert_language("Juha je na stolu, ali ne znam što je s kruhom i gdje je.",
                  "hr");
  assert_language("A leves az asztalon van, és a kenyér is meg van már.", "hu");
  assert_language("Sriuba jau yra ant stalo, bet duonos dar nėra.", "lt");
  assert_language("Zupa ir uz galda un maize arī ir, bet sāls nav.", "lv");
  assert_language("Polievka už je na stole, ale nie som si istý, či je teplá.",
                  "sk");
  assert_language("Juha je na mizi in kruh je tudi že tam, samo soli še ni.",
                  "sl");
  assert_language("Supa je na stolu, ali ne znam šta je sa hlebom i gde je.",
                  "sr");
  assert_language("Çorba masada ve ekmek de var, bir şey daha var mı?", "tr");
  assert_language("Супата е на масата и не е студена, но хлябът още го няма.",
                  "bg");
  assert_language("Супа је на столу и није хладна, али хлеба још нема.", "sr");
}

static void capitals_count_as_small_letters(void **state) {
  (void)state;
  assert_language("SOPPAN ÄR PÅ BORDET FÖR ALLA FRÅN KÖKET, DÄR BRÖD ÄR.",
                  "sv");
  assert_language("СУПАТА Е НА МАСАТА И НЕ Е СТУДЕНА, А ХЛЯБ НЯМА.", "bg");
}

static void assert_among(const char *text, const char *one, const char *other) {
  struct mail_language told = languages_of(text);
  assert_told(told.own, "?");
  assert_true(mail_language_is_among(told.among, one));
  assert_true(mail_language_is_among(told.among, other));
  assert_int_equal(__builtin_popcount(told.among), 2);
  assert_false(mail_language_is_among(told.among, "en"));
  assert_false(mail_language_is_among(told.among, "eo"));
}

/* Danish and Norwegian differ in few words: one is not told for the other, but
 * English it is not. */
static void neighbours_are_told_apart_or_left_open(void **state) {
  (void)state;
  static const char either[] = "Suppen er på bordet, og brødet er ikke til os.";
  assert_among(either, "da", "no");
  assert_language("Suppen er på bordet, og hvad er der nu til os?", "da");
  assert_language("Suppa er på bordet, og hva er det nå til oss?", "no");
  assert_among("Hvala, juha je na stolu, ali soli još nema.", "hr", "sr");
  assert_int_equal(languages_of("Suppen er på bordet.").among, 0);
  assert_int_equal(languages_of("The soup is on it.").among, 0);
  assert_int_equal(
      languages_of("Jan van der Berg, Piet van de Velde, Kees de Vries, Anna "
                   "van den Broek")
          .among,
      0);
}

static void a_letter_by_itself_tells_nothing(void **state) {
  (void)state;
  assert_language("Rooms: a, a, s, s, v, v, k, k, z, z, o, o, u, u", "?");
  assert_language("It's Tom's car, Ana's bike, Eva's boat.", "?");
}

static void letters_of_one_language_tell_it(void **state) {
  (void)state;
  static const struct {
    const char *text;
    const char *language;
  } texts[] = {
      {"Ευχαριστώ πολύ!", "el"},
      {"Շնորհակալություն", "hy"},
      {"תודה רבה", "he"},
      {"ਧੰਨਵਾਦ", "pa"},
      {"આભાર", "gu"},
      {"ଧନ୍ୟବାଦ", "or"},
      {"நன்றி", "ta"},
      {"ధన్యవాదాలు", "te"},
      {"ಧನ್ಯವಾದ", "kn"},
      {"നന്ദി", "ml"},
      {"ස්තුතියි", "si"},
      {"ขอบคุณค่ะ", "th"},
      {"ຂອບໃຈ", "lo"},
      {"ကျေးဇူးတင်ပါတယ်", "my"},
      {"გმადლობთ", "ka"},
      {"អរគុណ", "km"},
      {"감사합니다.", "ko"},
      {"감사", "ko"}, /* its letters by themselves */
      {"谢谢。", "zh"},
      {"謝謝你的幫忙。", "zh"},
      {"ありがとう。", "ja"},
      {"資料を確認。", "ja"},
      {"ランチ？", "ja"},
  };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    assert_language(texts[i].text, texts[i].language);
  }
}

static void letters_of_several_languages_tell_the_script(void **state) {
  (void)state;
  assert_language("Спасибо!", "und-cyrl");
  assert_language("Рақмет сізге!", "und-cyrl"); /* Kazakh */
  assert_language("شكرا جزيلا", "und-arab");
  assert_language("धन्यवाद", "und-deva");
  assert_language("ধন্যবাদ", "und-beng");
  assert_language("አመሰግናለሁ", "und-ethi");
}

static void alphabets_tell_languages_in_cyrillic_letters(void **state) {
  (void)state;
  assert_language("Сыр вкусный!", "ru");
  assert_language("Дякую, їжа смачна.", "uk");
  assert_language("ЇЖА СМАЧНА, ҐАНОК ТЕЖ", "uk");
  assert_language("Љубазно, видимо се.", "sr");
  /* A longer text without “і” or “ј” is no Ukrainian and no Serbian one. */
  assert_language("Щи да каша пища наша, а к чаю печенье, варенье, орехи, "
                  "яблоки, груши, сливки, лимон, сахар",
                  "und-cyrl");
}

static void names_and_terms_do_not_hide_the_script(void **state) {
  (void)state;
  assert_language("请把 Project Phoenix Dashboard 的报告发给我，谢谢。", "zh");
  assert_language("Backend API 배포는 내일 오전에 진행하겠습니다.", "ko");
  assert_language("API는 준비했습니다. UI는 내일입니다.", "ko");
  assert_language("UI를 API로", "?");
  assert_language("Release 2.0 の Schedule を更新しました。ご確認ください。",
                  "ja");
  assert_language("说明在这里：https://wiki.example.com/how/to/use/the/table",
                  "zh");
  assert_language("Адреса: суп.рф, хлеб.рф, чай.рф", "und-cyrl");
  assert_language(
      "各位同事：客户昨天写信说：“We have a question about the list, "
      "and it is not on the page.” 我已经回复了他们，并且说明我们会"
      "在下周之前修复页面的问题。请大家今天看一下日志，明天再确认。",
      "zh");
}

/* "Li" is a word of Catalan, and a name. */
static void a_greeting_and_a_farewell_do_not_hide_the_script(void **state) {
  (void)state;
  assert_language("Hi Li,\n\n请把菜单发给我。\n谢谢。\n\nBest regards\nAna\n",
                  "zh");
  assert_language("Hi Da,\n\nПришлите, пожалуйста, меню.\n\nBest regards,\n"
                  "Ana Lima\n",
                  "und-cyrl");
  assert_language("Hi Li, see the list on the share.\n\n王小明\n采购部\n", "?");
}

static void english_with_names_in_other_letters_is_english(void **state) {
  (void)state;
  assert_language("Please send the list to 王小明 and 李华, and ask them if it "
                  "is what they need.",
                  "en");
  assert_language("The list is on the share, and you can have a look at it.\n"
                  "\n"
                  "Иван Петров\nОтдел продаж, Москва\n",
                  "en");
  assert_language("Will do!\n\nИван Петров\n", "?");
  assert_language("The rise Δt of α is what we have on the list.", "en");
  assert_language("α, β, Δt", "?");
  assert_language("¯\\_(ツ)_/¯ ಠ_ಠ", "?");
}

/* Half of it is English, and is linted. */
static void a_message_in_two_languages_is_left_open(void **state) {
  (void)state;
  assert_language("会议改到星期五下午三点，地点不变，请大家准时参加。谢谢！\n\n"
                  "The meeting has moved to three on Friday. It is in the same "
                  "room, and we hope to see all of you there.\n",
                  "?");
}

/* Eighty words in letters of a language without votes do not end the vote. */
static void english_below_a_long_text_in_cyrillic_letters_counts(void **state) {
  (void)state;
#define TEN(text) text text text text text text text text text text
#define ENGLISH "The meeting is in the same room, and we hope to see you. "
  assert_language(TEN("Рақмет сізге, көп рақмет айтамыз, жаңа тізім дайын. ")
                      TEN(ENGLISH) TEN(ENGLISH),
                  "en");
  assert_language(TEN("Рақмет сізге! ") TEN(ENGLISH), "en");
#undef ENGLISH
#undef TEN
}

/* Eight votes of English are enough, for it is linted; those of another
 * language, which would silence the message, must be twice as many. */
static void english_is_told_sooner_than_others(void **state) {
  (void)state;
#define ENGLISH                                                                \
  "The soup is on the table and the bread is in the basket, and you can have " \
  "it all. "
#define GERMAN                                                                 \
  "Die Suppe steht auf dem Tisch und ist noch warm, das Brot ist auch da. "
  assert_string_equal(mail_languages[MAIL_ENGLISH], "en");
  assert_language(ENGLISH GERMAN GERMAN, "en");
  assert_language(GERMAN ENGLISH ENGLISH, "en");
  /* Signs side by side, or a name behind a full stop, raise no doubt. */
  assert_language("“…” " ENGLISH GERMAN GERMAN GERMAN, "en");
  assert_language("4.李华 " ENGLISH GERMAN GERMAN GERMAN, "en");
#undef ENGLISH
#undef GERMAN
}

static void borrowed_words_do_not_count(void **state) {
  (void)state;
  assert_language("Das Meeting ist um zehn, bitte den Status Report und die "
                  "Action Items für das Board mitbringen. The show must go on!",
                  "de");
}

/* "i" and "by" are Czech, too. */
static void what_is_english_as_well_tells_no_other(void **state) {
  (void)state;
  assert_language("I want soup, I want bread. Plates by noon, spoons by ten.",
                  "?");
}

static void a_word_or_two_tell_nothing(void **state) {
  (void)state;
  assert_language("", "?");
  assert_language("Ok, thanks", "?");
  assert_language("Tom Park, Ana Lima, Eva Berg", "?");
  assert_language("Box 1: 20, Box 2: 30, Box 3: 40", "?");
}

static void quotes_and_addresses_have_no_vote(void **state) {
  (void)state;
  assert_language("> Die Suppe steht auf dem Tisch und ist noch warm.\n"
                  "> Das Brot ist auch da.\n"
                  "\n"
                  "The bread is on the table, and the soup is in it.\n",
                  "en");
  assert_language("www.acme.de mail.acme.de a_la_carte de/la/que", "?");
}

#define QUESTION                                                               \
  "\n\n> Could you bring the soup? We need it for the guests, and the "        \
  "bread is on the table.\n"

static void a_word_in_the_language_that_is_answered_tells_it(void **state) {
  (void)state;
  assert_language("Yes, that works." QUESTION, "?");
  assert_answered("Yes, that works." QUESTION, "en");
  assert_answered("Yes, that works.\n\n-----Original Message-----\n"
                  "From: Ana\nSent: Monday\nTo: Tom\nSubject: Soup\n" QUESTION,
                  "en");
  assert_answered("Ja, das passt." QUESTION, "?");
  assert_answered("In Ordnung." QUESTION, "?"); /* German, English, … */
  assert_answered("Ok." QUESTION, "?");
  assert_answered("Yes, that works.\n\n> Soup?\n", "?");
  assert_answered("Yes, that works.\n", "?");
}

/* Text is read in blocks: wherever one ends, a word stays a word, and what
 * joins it to a name of the computer's stays beside it. */
static void it_does_not_matter_where_words_stand(void **state) {
  (void)state;
  static const char words[] = "Zur Verabschiedungsfeier ist der Tisch und das";
  static const char names[] =
      "x9die@der.das_und x9die@der.das_und x9die@der.das_und "
      "süpsüpsüpsüpsüpsüpsüpsüpsüpsüpsüpsüpsüpsüpsüpsüpsüpsüp@der.das";
  for (size_t before = 1; before < 70; before++) {
    char text[300];
    memset(text, '9', before);
    text[before] = ' ';
    strcpy(text + before + 1, words);
    assert_language(text, "de");
    strcpy(text + before + 1, names);
    assert_language(text, "?");
  }
}

static void signs_are_no_letters(void **state) {
  (void)state;
  assert_language("“The\u00A0soup\u00A0is\u00A0on\u00A0the\u00A0table.”", "en");
  assert_language("C’est l’été, et l’eau n’est pas froide.", "fr");
  for (size_t before = 1; before < 140; before++) {
    char text[300];
    memset(text, '9', before);
    strcpy(text + before, " “The” soup–is hot “and…” « ready »");
    assert_language(text, "en");
  }
}

static void words_go_on_behind_what_is_not_seen(void **state) {
  (void)state;
  assert_language(
      "The soup is on the table in the gar\u00ADden\u00ADhou\u00ADse "
      "win\u00ADter\u00ADgar\u00ADden sum\u00ADmer\u00ADhou\u00ADse "
      "wa\u00ADter\u00ADme\u00ADlon ci\u00ADne\u00ADma\u00ADtics "
      "po\u00ADly\u00ADtech\u00ADnic the\u00ADo\u00ADre\u00ADtic "
      "gar\u200Bden\u200Bhou\u200Bse win\u200Bter\u200Bgar\u200Bden",
      "en");
}

/* Wherever it stands: “und” would be German. */
static void half_a_word_has_no_vote(void **state) {
  (void)state;
  for (size_t before = 1; before < 140; before++) {
    char text[300];
    memset(text, 'x', before);
    strcpy(text + before, " und der qq\u00ADund zz");
    assert_language(text, "?");
    strcpy(text + before, " und der qq\u200Cund zz");
    assert_language(text, "?");
  }
}

/* A list of names with dashes says as much as one without. */
static void dashes_are_no_words(void **state) {
  (void)state;
  assert_language("The soup is on the table – – – – – – – – – – – – – – – – – "
                  "– – – – – – – – – – – – – – – – – – – – – – –",
                  "en");
}

static void a_host_knows_better(void **state) {
  (void)state;
  struct courtesy_message *message = NULL;
  const char *text = "The soup is on the table and you can have it now.";
  assert_int_equal(courtesy_message_create(
                       COURTESY_DRAFT, text, strlen(text),
                       &(struct courtesy_facts){.language = "de"}, &message),
                   COURTESY_OK);
  assert_string_equal(message->facts.language, "de");
  courtesy_message_destroy(message);
}

static const struct mail_votes *votes_of(const char *word) {
  char bytes[BASE_EIGHT + 1];
  snprintf(bytes, sizeof bytes, "%8s", word);
  return mail_votes_of(base_eight_load(bytes, BASE_EIGHT));
}

static void each_word_is_found_in_the_table(void **state) {
  (void)state;
  static const struct mail_votes none;
  size_t words = 0;
  for (size_t i = 0; i < MAIL_STOP_WORDS; i++) {
    if (mail_stop_words[i] != 0) {
      words++;
      assert_ptr_equal(mail_votes_of(mail_stop_words[i]),
                       &mail_stop_word_votes[i + 1]);
      assert_memory_not_equal(&mail_stop_word_votes[i + 1], &none, sizeof none);
    }
  }
  assert_true(words > 400);
  assert_int_equal(votes_of("the")->bytes[0], 1);
  assert_memory_equal(votes_of("soup"), &none, sizeof none);
}

static void capitals_of_all_scripts_are_folded(void **state) {
  (void)state;
  assert_language("LE POTAGE EST À TABLE, LES ASSIETTES SONT LÀ AUSSI.", "fr");
  assert_language("ЭТО ТАК, КАК ОН НАПИСАЛ: ЧТО НЕ В ЭТОМ, ТО НА СТОЛЕ.", "ru");
}

static void what_is_no_tag_is_refused(void **state) {
  (void)state;
  static const char *const wrong[] = {"", "English", "e", "en-"};
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    const struct courtesy_facts facts = {.language = wrong[i]};
    struct courtesy_message *message = NULL;
    assert_string_equal(courtesy_facts_flaw(&facts), "language");
    assert_int_equal(
        courtesy_message_create(COURTESY_TEXT, "Hi", 2, &facts, &message),
        COURTESY_INVALID_ARGUMENT);
  }
}

static void languages_have_names(void **state) {
  (void)state;
  assert_true(mail_language_is_told("en"));
  assert_false(mail_language_is_told("xx"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_language_is_told),
      cmocka_unit_test(capitals_count_as_small_letters),
      cmocka_unit_test(neighbours_are_told_apart_or_left_open),
      cmocka_unit_test(a_letter_by_itself_tells_nothing),
      cmocka_unit_test(letters_of_one_language_tell_it),
      cmocka_unit_test(letters_of_several_languages_tell_the_script),
      cmocka_unit_test(alphabets_tell_languages_in_cyrillic_letters),
      cmocka_unit_test(a_greeting_and_a_farewell_do_not_hide_the_script),
      cmocka_unit_test(names_and_terms_do_not_hide_the_script),
      cmocka_unit_test(english_with_names_in_other_letters_is_english),
      cmocka_unit_test(a_message_in_two_languages_is_left_open),
      cmocka_unit_test(english_below_a_long_text_in_cyrillic_letters_counts),
      cmocka_unit_test(english_is_told_sooner_than_others),
      cmocka_unit_test(borrowed_words_do_not_count),
      cmocka_unit_test(what_is_english_as_well_tells_no_other),
      cmocka_unit_test(a_word_or_two_tell_nothing),
      cmocka_unit_test(quotes_and_addresses_have_no_vote),
      cmocka_unit_test(a_word_in_the_language_that_is_answered_tells_it),
      cmocka_unit_test(it_does_not_matter_where_words_stand),
      cmocka_unit_test(signs_are_no_letters),
      cmocka_unit_test(words_go_on_behind_what_is_not_seen),
      cmocka_unit_test(half_a_word_has_no_vote),
      cmocka_unit_test(dashes_are_no_words),
      cmocka_unit_test(a_host_knows_better),
      cmocka_unit_test(each_word_is_found_in_the_table),
      cmocka_unit_test(capitals_of_all_scripts_are_folded),
      cmocka_unit_test(what_is_no_tag_is_refused),
      cmocka_unit_test(languages_have_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
