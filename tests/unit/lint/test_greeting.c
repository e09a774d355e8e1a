/* SPDX-License-Identifier: MIT */
/* How messages begin and end, with the pack that is built in: each test shows
 * a message with the zone before each line. */
#include <courtesy/courtesy.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { ZONE_COLUMN = 12, TEXT_MAX_BYTES = 4096 };

static struct courtesy_ruleset *ruleset;

static int make_ruleset(void **state) {
  (void)state;
  struct courtesy_builder *builder = NULL;
  assert_int_equal(courtesy_builder_create(&builder), COURTESY_OK);
  assert_int_equal(courtesy_builder_add_pack(builder, "en"), COURTESY_OK);
  assert_int_equal(courtesy_builder_finish(builder, &ruleset), COURTESY_OK);
  courtesy_builder_destroy(builder);
  return 0;
}

static int drop_ruleset(void **state) {
  (void)state;
  courtesy_ruleset_destroy(ruleset);
  return 0;
}

/* The zone that the byte is in, or "". */
static const char *zone_at(const struct courtesy_session *session,
                           size_t offset) {
  for (size_t i = 0; i < courtesy_session_zone_count(session); i++) {
    struct courtesy_zone_span zone;
    courtesy_session_zone(session, i, &zone);
    if (offset >= zone.span.offset &&
        offset < zone.span.offset + zone.span.length) {
      return courtesy_zone_name(zone.zone);
    }
  }
  return "";
}

/* The text that a picture shows: "zone        | line" a line. */
static void read_picture(const char *picture, char *text) {
  size_t size = 0;
  for (const char *at = picture; *at != '\0';) {
    const char *line = at + ZONE_COLUMN + 1;
    line += *line == ' ';
    size_t length = strcspn(line, "\n") + 1;
    assert_true(size + length < TEXT_MAX_BYTES);
    memcpy(text + size, line, length);
    size += length;
    at = line + length;
  }
  text[size] = '\0';
}

/* The picture of what the session found; a line shows the zone in which it
 * begins. */
static void draw_picture(const struct courtesy_session *session,
                         const char *text, char *picture) {
  size_t size = 0;
  for (const char *at = text; *at != '\0';) {
    size_t length = strcspn(at, "\n");
    const char *zone = length == 0 ? "" : zone_at(session, (size_t)(at - text));
    size += (size_t)snprintf(picture + size, TEXT_MAX_BYTES - size,
                             "%-*s|%s%.*s\n", ZONE_COLUMN, zone,
                             length == 0 ? "" : " ", (int)length, at);
    at += length + 1;
  }
}

/* A picture does not show zones that begin before others end. */
static void assert_apart(const struct courtesy_session *session) {
  size_t end = 0;
  for (size_t i = 0; i < courtesy_session_zone_count(session); i++) {
    struct courtesy_zone_span zone;
    courtesy_session_zone(session, i, &zone);
    assert_true(zone.span.in_subject || zone.span.offset >= end);
    end = zone.span.in_subject ? 0 : zone.span.offset + zone.span.length;
  }
}

static void assert_forms_of(enum courtesy_kind kind, const char *picture) {
  char text[TEXT_MAX_BYTES];
  char found[TEXT_MAX_BYTES];
  struct courtesy_session *session = NULL;
  struct courtesy_message *message = NULL;
  read_picture(picture, text);
  assert_int_equal(
      courtesy_message_create(kind, text, strlen(text), NULL, &message),
      COURTESY_OK);
  assert_int_equal(courtesy_session_create(ruleset, &session), COURTESY_OK);
  assert_int_equal(courtesy_session_lint(session, message), COURTESY_OK);
  draw_picture(session, text, found);
  assert_string_equal(found, picture);
  assert_apart(session);
  courtesy_session_destroy(session);
  courtesy_message_destroy(message);
}

static void assert_forms(const char *picture) {
  assert_forms_of(COURTESY_DRAFT, picture);
}

/* Asserts that a zone of a draft, its first or its last, is these words. */
static void assert_edge(const char *text, enum courtesy_zone edge,
                        const char *words) {
  struct courtesy_session *session = NULL;
  struct courtesy_message *message = NULL;
  assert_int_equal(courtesy_message_create(COURTESY_DRAFT, text, strlen(text),
                                           NULL, &message),
                   COURTESY_OK);
  assert_int_equal(courtesy_session_create(ruleset, &session), COURTESY_OK);
  assert_int_equal(courtesy_session_lint(session, message), COURTESY_OK);
  size_t count = courtesy_session_zone_count(session);
  struct courtesy_zone_span zone;
  assert_true(count > 0);
  courtesy_session_zone(session, edge == COURTESY_ZONE_GREETING ? 0 : count - 1,
                        &zone);
  assert_int_equal(zone.zone, edge);
  assert_int_equal(zone.span.length, strlen(words));
  assert_memory_equal(text + zone.span.offset, words, strlen(words));
  courtesy_session_destroy(session);
  courtesy_message_destroy(message);
}

static void assert_greeting(const char *text, const char *words) {
  assert_edge(text, COURTESY_ZONE_GREETING, words);
}

static void assert_closing(const char *text, const char *words) {
  assert_edge(text, COURTESY_ZONE_CLOSING, words);
}

static void a_quotation_below_the_greeting_is_body(void **state) {
  (void)state;
  assert_forms("greeting    | Hi Ana,\n"
               "body        | \"Tea at four\" is what the plan says.\n");
  assert_greeting("Hi \"Ana\n\",\nthe tea is ready.\n", "Hi \"Ana\n\",");
}

/* What another line begins or ends counts for none. */
static void a_quotation_over_several_lines_hides_neither(void **state) {
  (void)state;
  assert_greeting("“Hi Ana,\nthe soup is ready” is what I was to tell you.\n",
                  "“Hi Ana,");
  assert_closing("The soup was good, as I said: “well then,\n"
                 "kind regards,\nTom”\n",
                 "kind regards,\nTom”");
  assert_closing("The soup was good, as I said: “well then,\n"
                 "kind regards” to all.\n",
                 "kind regards” to all.");
}

/* Editors for the web write U+00A0 between words. */
static void no_break_spaces_are_blanks(void **state) {
  (void)state;
  assert_greeting("Good\u00A0morning,\u00A0 could you bring the soup?\n",
                  "Good\u00A0morning,");
  assert_closing("The plan for the summer party is in the shared folder.\n"
                 "Please\u00A0let me know if you have any questions.\n",
                 "Please\u00A0let me know if you have any questions.");
  assert_closing(
      "The plan for the summer party is in the shared folder.\n"
      "Thanks.\u00A0Please\u00A0call me if you have any questions.\n",
      "Thanks.\u00A0Please\u00A0call me if you have any questions.");
  assert_closing("The keys are here. And I forgot to say\u2009thank you!\n",
                 "And I forgot to say\u2009thank you!");
  assert_forms(
      "body        | The plan is in the shared folder.\n"
      "            |\n"
      "closing     | Best wishes,\n"
      "closing     | Ana\n"
      "body        | the\u00A0soup\u00A0is\u00A0on\u00A0its\u00A0way\n");
}

static void words_of_other_languages(void **state) {
  (void)state;
  assert_forms("greeting    | Sehr geehrte Frau Park,\n"
               "            |\n"
               "body        | der Drucker ist wieder da.\n"
               "            |\n"
               "closing     | Mit freundlichen Grüßen\n"
               "closing     | Ana Lima\n");
  assert_forms("greeting    | Bonjour à tous,\n"
               "body        | l'imprimante est de retour.\n"
               "closing     | Bonne journée\n");
  assert_forms("greeting    | Dzień dobry,\n"
               "body        | drukarka już działa.\n"
               "closing     | Pozdrawiam serdecznie\n"
               "closing     | Ewa\n");
}

static void words_without_capitals(void **state) {
  (void)state;
  assert_forms("greeting    | 田中様\n"
               "            |\n"
               "greeting    | お世話になっております。\n"
               "body        | 表を送ります。茶は四時です。\n"
               "            |\n"
               "closing     | よろしくお願いいたします。\n"
               "closing     | 鈴木\n");
  assert_forms("greeting    | 小王，你好：\n"
               "body        | 表在文件夹里。茶四点开始。\n"
               "            |\n"
               "closing     | 此致\n"
               "closing     | 敬礼！\n"
               "closing     | 李娜\n");
  assert_forms("greeting    | 林經理 您好，\n"
               "body        | 表在資料夾裡。\n"
               "            |\n"
               "closing     | 順頌商祺\n");
  assert_forms("greeting    | 김 과장님, 안녕하세요.\n"
               "body        | 표를 보냅니다. 차는 네 시입니다.\n"
               "            |\n"
               "closing     | 도와주셔서 감사합니다.\n"
               "closing     | 이지은 드림\n");
}

static void words_of_east_and_south(void **state) {
  (void)state;
  assert_forms("greeting    | Ana Hanım merhaba,\n"
               "body        | yazıcı yeniden çalışıyor.\n"
               "closing     | İyi çalışmalar\n");
  assert_forms("greeting    | Шановна пані Ліма!\n"
               "body        | принтер знову працює.\n"
               "closing     | З повагою\n");
  assert_forms("greeting    | Tisztelt Lima Úr!\n"
               "body        | a nyomtató újra működik.\n"
               "closing     | Üdvözlettel:\n"
               "closing     | Ana\n");
  assert_forms("greeting    | Bună ziua,\n"
               "body        | imprimanta merge din nou.\n"
               "closing     | O zi frumoasă!\n");
  assert_forms("greeting    | Αγαπητοί συνάδελφοι,\n"
               "body        | ο εκτυπωτής λειτουργεί ξανά.\n"
               "closing     | Με εκτίμηση\n"
               "closing     | Άνα Λίμα\n");
}

static void words_between_the_baltic_and_the_balkans(void **state) {
  (void)state;
  assert_forms("greeting    | Vážená pani Lima,\n"
               "body        | tlačiareň opäť funguje.\n"
               "closing     | S pozdravom\n"
               "closing     | Zuzana\n");
  assert_forms("greeting    | Drage kolegice i kolege,\n"
               "body        | pisač opet radi.\n"
               "closing     | Hvala na strpljenju i lijep pozdrav\n");
  assert_forms("greeting    | Поштовани,\n"
               "body        | штампач опет ради.\n"
               "closing     | Срдачан поздрав, Милица\n");
  assert_forms("greeting    | Здравейте, колеги!\n"
               "body        | принтерът пак работи.\n"
               "closing     | Приятен ден!\n"
               "closing     | Яна\n");
  assert_forms("greeting    | Pozdravljena Maja,\n"
               "body        | tiskalnik spet dela.\n"
               "closing     | Hvala in lep pozdrav\n");
  assert_forms("greeting    | Gerbiama ponia Lima,\n"
               "body        | spausdintuvas vėl veikia.\n"
               "closing     | Pagarbiai\n"
               "closing     | Rasa\n");
  assert_forms("greeting    | Labdien, Lima kundze!\n"
               "body        | printeris atkal strādā.\n"
               "closing     | Paldies par pacietību!\n");
  assert_forms("greeting    | Head kolleegid,\n"
               "body        | printer töötab jälle.\n"
               "closing     | Aitäh abi eest\n"
               "closing     | Kadri\n");
  assert_forms("greeting    | Benvolguda senyora Lima,\n"
               "body        | la impressora torna a anar.\n"
               "closing     | Moltes gràcies per la paciència\n");
}

/* “lisa” heads what is enclosed in Estonian. */
static void a_name_may_be_a_word_elsewhere(void **state) {
  (void)state;
  assert_forms("greeting    | Lisa\n"
               "            |\n"
               "body        | The printer is back.\n");
}

static void a_greeting_may_take_two_lines(void **state) {
  (void)state;
  assert_forms("greeting    | Dear Ana,\n"
               "            |\n"
               "greeting    | Good morning!\n"
               "            |\n"
               "body        | The menu is here.\n");
  assert_forms("greeting    | Dear Ana, \n"
               "greeting    | Good morning!\n"
               "            |\n"
               "body        | The menu is here.\n");
  assert_forms("greeting    | Dear Ana,\n"
               "            |\n"
               "body        | Good morning! The menu is here.\n");
  assert_forms("greeting    | Dear Ana,\n"
               "            |\n"
               "body        | Bob, the menu is here.\n");
}

static void a_greeting_below_headings(void **state) {
  (void)state;
  assert_forms("body        | https://acme.example/menu\n"
               "            |\n"
               "greeting    | Ana,\n"
               "body        | the menu is here.\n");
  assert_forms("body        | May 3, 2021\n"
               "body        | By house mail\n"
               "            |\n"
               "greeting    | Dear Ana Lima:\n"
               "            |\n"
               "body        | The menu is here.\n");
  assert_forms("body        | Menu for May\n"
               "            |\n"
               "greeting    | Hi Bob,\n"
               "body        | the menu is here.\n");
  assert_forms("body        | ** For internal use **\n"
               "            |\n"
               "greeting    | Bob Baker,\n"
               "body        | the menu is here.\n");
}

static void a_greeting_below_a_heading_like_a_name(void **state) {
  (void)state;
  assert_forms("body        | Status: draft\n"
               "            |\n"
               "greeting    | Hi Bob,\n"
               "body        | the menu is here.\n");
  assert_forms("body        | Oslo, 3 May 2021\n"
               "            |\n"
               "greeting    | Dear colleagues,\n"
               "body        | the menu is here.\n");
  assert_greeting("Bob, the menu\n\nThe soup is hot.\n", "Bob,");
}

static void openings_are_no_greetings(void **state) {
  (void)state;
  assert_forms("body        | Thanks. The menu is on the share.\n");
  assert_forms("body        | Leider, leider ist der Raum belegt.\n");
  assert_forms("body        | Acme, Inc. has a new lift.\n");
}

static void labels_and_words_are_no_greetings(void **state) {
  (void)state;
  assert_forms("body        | Approved-by: Ana Lima\n"
               "body        | The menu is here.\n");
  assert_forms("body        | SUPPER: there is soup tonight.\n");
  assert_forms("body        | TPL: there is soup tonight.\n");
  assert_greeting("\nJP: where is the menu?\n", "JP:");
  assert_forms("greeting    | BOB:\n"
               "body        | The menu is here.\n");
  assert_forms("body        | Tested.\n"
               "body        | The lift works again.\n");
  assert_forms("body        | Tested.\n");
  assert_forms("body        | Ana and I will bring soup.\n");
}

static void headings_are_no_greetings(void **state) {
  (void)state;
  assert_forms("body        | Clarification:\n"
               "body        | The menu of May is the one of June.\n");
  assert_forms("body        | Effective: soup at noon, not at one.\n");
  assert_forms("body        | CANTEEN / KITCHEN is on the move.\n");
  assert_forms("body        | CANTEEN, which was closed, is open.\n");
  assert_forms("greeting    | CANTEEN,\n"
               "body        | where is the menu?\n");
  assert_greeting("TPL, where is the menu?\n", "TPL,");
  assert_greeting("ROSA, WHERE IS THE MENU?\n", "ROSA,");
  assert_forms("body        | Testing... one, two.\n");
  assert_forms("body        | May 3\n"
               "            |\n"
               "body        | No Soup\n"
               "            |\n"
               "body        | May 4\n");
  assert_forms("body        | No Soup, No Bread\n");
  assert_forms("body        | Lima, Ana would like to recall the message, "
               "\"Menu\".\n");
}

static void names_that_are_words_greet(void **state) {
  (void)state;
  assert_forms("greeting    | Will,\n"
               "body        | the menu is here.\n");
  assert_forms("greeting    | Ella,\n"
               "body        | the menu is here.\n");
  assert_forms("body        | Will Tom come?\n");
  assert_closing("The menu is on the share.\n\nWill\n", "Will");
}

static void what_stands_for_a_name_is_greeted(void **state) {
  (void)state;
  assert_greeting("Hi [Name],\n\nThe menu is here.\n", "Hi [Name],");
  assert_greeting("Hi {{ a.name | or: \"you\" }}, the menu is here.\n",
                  "Hi {{ a.name | or: \"you\" }},");
  assert_greeting("Dear Ms. <%= name %>!\n\nThe menu is here.\n",
                  "Dear Ms. <%= name %>!");
  assert_greeting("Dear %%First Name%%\n\nThe menu is here.\n",
                  "Dear %%First Name%%");
  assert_greeting("Dear «Name»,\n\nThe menu is here.\n", "Dear «Name»,");
  assert_greeting("Hi $name, the menu is here.\n", "Hi $name,");
  assert_greeting("Hi $!{name}, the menu is here.\n", "Hi $!{name},");
  assert_greeting("Hi @Ana, the menu is here.\n", "Hi @Ana,");
  assert_greeting("Hi *Ana*, the menu is here.\n", "Hi *Ana*,");
  assert_greeting("Hi [new] menus are here, all of them.\n", "Hi");
  assert_greeting("Hi $ [and] a menu\n", "Hi");
}

static void groups_are_greeted(void **state) {
  (void)state;
  assert_greeting("Kitchen Team -\n\nThe menu is here.\n", "Kitchen Team -");
  assert_greeting("Night shift staff,\nthe menu is here.\n",
                  "Night shift staff,");
  assert_greeting("Ana and team,\n\nThe menu is here.\n", "Ana and team,");
  assert_greeting("Ana / Tom / Eva,\n\nThe menu is here.\n",
                  "Ana / Tom / Eva,");
  assert_greeting("Ana/Tom/Eva: the menu is here.\n", "Ana/Tom/Eva:");
  assert_forms("body        | The kitchen team, which is new, bakes.\n");
  assert_forms("body        | Kitchen team:\n"
               "            |\n"
               "body        | Ana bakes, and Tom cleans the tables at noon.\n");
}

static void a_greeting_ends_where_its_sentence_does(void **state) {
  (void)state;
  assert_greeting("Hi Rosalind.  Soup is on.\n", "Hi Rosalind.");
  assert_greeting("Hello, The menu is here.\n", "Hello,");
  assert_greeting("Hallo. Der Raum ist frei.\n", "Hallo.");
  assert_greeting("Bob, Eva and I will come.\n", "Bob,");
  assert_greeting("All-  The menu is here.\n", "All-");
  assert_greeting("@Ana, the menu is here.\n", "@Ana,");
  assert_greeting("Dear “Bob”, the menu is here.\n", "Dear “Bob”,");
  assert_greeting("Dear “Bob\n”,\n\nThe menu is here.\n", "Dear “Bob\n”,");
}

static void a_heading_may_greet(void **state) {
  (void)state;
  assert_greeting("# Hi Ana,\n\nThe menu is here.\n", "# Hi Ana,");
  assert_greeting("## Hello all\n\nThe menu is here.\n", "## Hello all");
  assert_forms("body        | # Menu\n"
               "            |\n"
               "body        | Soup is on.\n");
  assert_forms("body        | #Hi Ana\n"
               "            |\n"
               "body        | Soup is on.\n");
}

static void smiles_belong_to_the_greeting(void **state) {
  (void)state;
  assert_greeting("Hi Ana :)\n\nSoup is on.\n", "Hi Ana :)");
  assert_greeting("Hi Ana! 👋🏽\n\nSoup is on.\n", "Hi Ana! 👋🏽");
  assert_greeting("Hello all :D\n\nSoup is on.\n", "Hello all :D");
  assert_greeting("Hi Ana ;-) Soup is on.\n", "Hi Ana ;-)");
  assert_greeting("Hi Ana: Did you bring it?\n", "Hi Ana:");
}

static void whole_teams_are_greeted_below_a_heading(void **state) {
  (void)state;
  assert_forms("body        | # Soup of May\n"
               "            |\n"
               "greeting    | Hi @all,\n"
               "            |\n"
               "body        | Soup is on.\n");
}

/* In two languages, or before and behind a name. */
static void some_greet_twice(void **state) {
  (void)state;
  assert_greeting("Hallo / Hi all,\n\nSoup is on.\n", "Hallo / Hi all,");
  assert_greeting("Hallo zusammen, hi all,\n\nSoup is on.\n",
                  "Hallo zusammen, hi all,");
  assert_greeting("Ana, hi :)\n\nSoup is on.\n", "Ana, hi :)");
  assert_greeting("Hi Ana, hello is all I hear.\n", "Hi Ana,");
  assert_forms("greeting    | Hallo zusammen,\n"
               "greeting    | Hi all,\n"
               "            |\n"
               "body        | Soup is on.\n");
  assert_forms("greeting    | Hi Ana,\n"
               "body        | Hello is all I hear.\n");
}

static void smiles_behind_names_and_farewells_in_two_languages_close(
    void **state) {
  (void)state;
  assert_closing("Soup is on.\n\nAna 😊\n", "Ana 😊");
  assert_closing("Soup is on.\n\nAna Lima :-) 👋🏽\n",
                 "Ana Lima :-) 👋🏽");
  assert_closing("Soup is on.\n\nMit freundlichen Grüßen / Kind regards\nAna\n",
                 "Mit freundlichen Grüßen / Kind regards\nAna");
  assert_forms("body        | Soup is on.\n"
               "            |\n"
               "body        | Faster!!! 😊\n");
}

static void no_break_spaces_between_zones_are_blanks(void **state) {
  (void)state;
  assert_greeting("Hi Ana.\u00a0 Soup is on.\n", "Hi Ana.");
  assert_edge("Hi Ana.\u00a0 Soup is on.\n", COURTESY_ZONE_BODY, "Soup is on.");
  assert_closing("Soup is on.\u00a0\n\u00a0 Best regards,\nBob\u00a0\n",
                 "Best regards,\nBob");
}

/* With a full stop a crew signs nothing, but as a name it may. */
static void a_name_closes_where_its_words_do_not(void **state) {
  (void)state;
  assert_closing("The soup is done.\n\nKitchen Crew.\n", "Kitchen Crew.");
}

static void initials_and_dashes_close(void **state) {
  (void)state;
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | -Simon\n");
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | JP\n");
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | Tom\n"
               "            |\n"
               "body        | - Menu for May.pdf\n");
}

static void words_with_a_run_of_marks_close_nothing(void **state) {
  (void)state;
  assert_closing("The list is wrong.\n\nAna!\n", "Ana!");
  assert_forms("body        | The list is wrong.\n"
               "            |\n"
               "body        | Faster!!!\n");
  assert_forms("body        | The list is wrong.\n"
               "            |\n"
               "body        | Faster!!\n");
}

static void the_end_of_a_wrapped_line_closes_nothing(void **state) {
  (void)state;
  assert_forms("body        | The new kitchen was built by the people of "
               "Kitchen and Sons\n"
               "body        | Limited.\n");
  assert_forms("body        | For lunch there is:\n"
               "body        | Meat Loaf\n"
               "body        | Iced Tea\n");
}

/* A farewell is found wherever a program wrapped its sentence. */
static void a_wrapped_farewell_closes(void **state) {
  (void)state;
  assert_closing("The plan for the party is in the shared folder. Thank you\n"
                 "for your help with it.\n",
                 "Thank you\nfor your help with it.");
  assert_closing("The plan for the party is in the folder. Please let me\n"
                 "know if you have any questions.\nTom\n",
                 "Please let me\nknow if you have any questions.\nTom");
  assert_forms(
      "body        | The plan for the party is in the folder.\n"
      "            |\n"
      "closing     | It was fun to plan it, and I look forward to hearing\n"
      "closing     | what you think of it.\n"
      "closing     | Tom\n");
  assert_forms("body        | The plan for the party needs the people of the\n"
               "body        | kitchen, who thank you for your help.\n");
  assert_forms("body        | The soup is ready, and if the bread is we can\n"
               "closing     | kind regards\n"
               "closing     | tom\n");
}

static void a_farewell_is_wrapped_within_its_paragraph(void **state) {
  (void)state;
  assert_forms("body        | Best wishes, Ana, and the key to the kitchen is "
               "on the shelf\n"
               "            |\n"
               "body        | ...\n"
               "body        | of the team\n");
}

static void above_a_quote_that_lost_its_marks(void **state) {
  (void)state;
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | Best,\n"
               "closing     | Tom\n"
               "            |\n"
               "attribution | On Monday, May 3, 2021, Ana Lima wrote:\n"
               "quote       | > Where is the menu of this week, and who makes "
               "the soup now that\n"
               "body        | the two of them are on holiday?\n"
               "quote       | >\n");
}

static void names_and_initials_in_small_letters_close(void **state) {
  (void)state;
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | tom\n");
  assert_forms("body        | Yes, lunch is at noon\n"
               "            |\n"
               "closing     | tp\n");
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | ad\n");
  assert_closing("The menu is here.\nSoup is on.  ad\n", "ad");
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "body        | ok\n");
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "body        | ad hoc\n");
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "body        | enjoyable\n"
               "            |\n"
               "body        | done\n");
  assert_forms("body        | For lunch there is:\n"
               "body        | soup\n"
               "body        | beetroot\n");
  assert_forms("body        | tom\n");
}

static void words_that_are_no_names_close_nothing(void **state) {
  (void)state;
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "body        | We Agree\n");
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "body        | Lunch Forecast\n");
  assert_forms("body        | Room Booked.\n");
  assert_forms("closing     | FYI, Tom.\n");
}

static void a_smile_before_initials_and_a_job_behind_a_name(void **state) {
  (void)state;
  assert_closing("The menu is here.\nSoup is on. :-) kd\n", "kd");
  assert_closing("The menu is here.\n\n:) kd\n", "kd");
  assert_closing("The menu is here.\n\nAna Lima Purchasing Manager\n",
                 "Ana Lima Purchasing Manager");
}

static void a_farewell_between_quotes_ends_above_the_next(void **state) {
  (void)state;
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | Best regards, Eva\n"
               "quote       | > Where is the soup?\n"
               "            |\n"
               "body        | In the hall.\n"
               "            |\n"
               "quote       | > And the bread?\n"
               "            |\n"
               "body        | Beside it.\n");
}

static void a_name_that_is_a_list_item_closes_nothing(void **state) {
  (void)state;
  assert_forms("body        | These come to the tea:\n"
               "body        | 1. those who bake the bread.\n"
               "body        | 2. Ana Lima\n");
  assert_forms("body        | Who comes to the tea is told by the kitchen.\n"
               "            |\n"
               "body        | b) Ana Lima\n");
}

static void initials_above_an_extension(void **state) {
  (void)state;
  assert_forms("body        | The soup is pumpkin.\n"
               "            |\n"
               "closing     | tpl\n"
               "closing     | x3-5551\n");
  assert_forms("body        | The soup is pumpkin.\n"
               "            |\n"
               "body        | tpl\n"
               "body        | x3-5551 or the hall\n");
}

static void a_closing_above_answers_in_colour(void **state) {
  (void)state;
  assert_forms_of(
      COURTESY_MAIL,
      "            | Content-Type: text/html\n"
      "            |\n"
      "            | <p>\n"
      "body        | See my answers below in red.\n"
      "            | <p>\n"
      "closing     | Thanks, Eva\n"
      "            | <div style='border:none;border-top:solid #E1E1E1 1pt'>\n"
      "forward     | From: Ana Lima<br>Subject: Bread</div><p>\n"
      "forward     | Is the bread rye?\n"
      "            | <p style='color:red'>\n"
      "body        | It is.\n"
      "            | <p>\n"
      "forward     | And the soup?\n"
      "            | <p style='color:red'>\n"
      "body        | Leek and pumpkin, as it was last week in the hall.\n");
}

static void a_note_below_is_a_postscript(void **state) {
  (void)state;
  assert_forms(
      "body        | The menu is on the share.\n"
      "            |\n"
      "closing     | Thanks\n"
      "            |\n"
      "closing     | Eva\n"
      "            |\n"
      "body        | Note: this answer was written by the machine that minds "
      "the menu.\n"
      "body        | It writes such answers when nobody is in the kitchen, "
      "and it says\n"
      "body        | the same to everybody who asks for the menu. Whoever has "
      "more to ask\n"
      "body        | may call the kitchen from nine to five, or come by and "
      "knock.\n");
}

static void a_number_behind_the_name(void **state) {
  (void)state;
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | Tom Park (555) 010-0100\n");
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | Thanks, Eva x5551\n");
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "body        | Room 4.12\n");
}

static void two_farewells_in_a_line(void **state) {
  (void)state;
  assert_forms("body        | The menu is here.\n"
               "closing     | Please let me know if you have any questions.  "
               "Thanks, Tom.\n");
}

/* Thanks as a whole line, far above the end, open a text; a name that ends its
 * paragraph still signs. */
static void a_name_signs_where_thanks_do_not(void **state) {
  (void)state;
  assert_forms("closing     | Thanks. Eva Park\n"
               "            |\n"
               "closing     | Acme Tower, Harbour Street 17, Springfield\n");
}

static void a_name_behind_thanks_and_a_dash(void **state) {
  (void)state;
  assert_closing("The keys are here.\n\nThanks -Eva\n", "Thanks -Eva");
  assert_closing("The keys are here. Thanks -Eva\n", "Thanks -Eva");
  assert_closing("The keys are here.\n\nBest - Eva\n", "Best - Eva");
}

/* As programs send text that nobody wrapped. */
static void a_farewell_at_the_end_of_a_long_line(void **state) {
  (void)state;
  static const char words[] =
      "Please let me know if you have any questions. Thanks, Tom";
  char text[TEXT_MAX_BYTES];
  size_t size = 0;
  while (size < TEXT_MAX_BYTES / 2) {
    size += (size_t)snprintf(text + size, sizeof text - size,
                             "Käse is on the list, and so is soup. ");
  }
  snprintf(text + size, sizeof text - size, "%s\n", words);
  assert_closing(text, words);
}

/* The words before a farewell in its sentence go with it, not so those of the
 * sentence before, and not very many. */
static void what_leads_to_a_farewell(void **state) {
  (void)state;
  assert_closing("Hi Ana,\n\nThe bread is rye. If there are any questions, "
                 "please feel free to call me.\n",
                 "If there are any questions, please feel free to call me.");
  assert_closing("Hi Ana,\n\nOnce more we are glad of the bread that was baked "
                 "for the hall, and look forward to working with you.\n",
                 "look forward to working with you.");
  assert_closing("Hi Ana,\n\nI look forward to meeting all of you at the tea. "
                 "Thanks in advance for your help.\n",
                 "Thanks in advance for your help.");
}

static void a_sentence_is_not_cut(void **state) {
  (void)state;
  assert_forms("body        | The menu is on the share.\n"
               "closing     | We look forward to seeing you.\n"
               "closing     | Eva Park, Head of the Canteen\n");
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | Please let me know if you have any questions.\n");
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | We look forward to seeing you.\n"
               "            |\n"
               "closing     | Eva\n");
  assert_forms(
      "body        | The menu is here, and your ideas for it are always "
      "greatly\n"
      "body        | appreciated. Soup is on the list.\n");
}

static void a_name_below_an_emoji_closes(void **state) {
  (void)state;
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "body        | 👋\n"
               "closing     | Eva\n");
}

static void thanks_in_a_postscript_are_body(void **state) {
  (void)state;
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | Regards,\n"
               "closing     | Eva\n"
               "            |\n"
               "body        | P.S. Here is the second list.\n"
               "body        | PPS: It was a good soup. Thanks!\n");
  assert_forms("body        | La lista está en la mesa.\n"
               "            |\n"
               "closing     | Un saludo,\n"
               "closing     | Eva\n"
               "            |\n"
               "body        | P. D.: Gracias por la sopa.\n");
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "body        | PS: It was a good soup.\n"
               "            |\n"
               "closing     | Thanks, Eva\n");
}

#define LONG_TEXT                                                              \
  "body        | and the soup that is left from lunch stands on the stove in " \
  "the kitchen,\n"

/* Too much text for a farewell above it, but for one above a postscript. */
static void a_postscript_may_be_long(void **state) {
  (void)state;
  assert_forms(
      "body        | The menu is on the share.\n"
      "            |\n"
      "closing     | Eva\n"
      "            |\n"
      "body        | PS: The list is on the table,\n" LONG_TEXT LONG_TEXT
          LONG_TEXT LONG_TEXT LONG_TEXT LONG_TEXT);
  assert_forms(
      "body        | The menu is on the share.\n"
      "            |\n"
      "closing     | Eva\n"
      "            |\n"
      "body        | PS: The list is on the table,\n" LONG_TEXT LONG_TEXT
          LONG_TEXT LONG_TEXT);
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "body        | Eva\n"
               "            |\n"
               "body        | The list is on the table,\n" LONG_TEXT LONG_TEXT
                   LONG_TEXT LONG_TEXT LONG_TEXT LONG_TEXT);
}

static void below_a_postscript_is_a_second_farewell(void **state) {
  (void)state;
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | Regards,\n"
               "            |\n"
               "body        | PS Many thanks for the soup\n"
               "            |\n"
               "closing     | Eva\n");
}

static void a_farewell_in_small_letters_fills_its_line(void **state) {
  (void)state;
  assert_forms("body        | The menu of the week is on the share, and there "
               "is soup with bread on\n"
               "closing     | kind regards\n");
}

static void thanks_in_a_postscript_close_nothing(void **state) {
  (void)state;
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | Regards,\n"
               "closing     | Eva\n"
               "            |\n"
               "body        | PS: The soup was great, many thanks\n");
}

static void farewell_above_names_and_titles(void **state) {
  (void)state;
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | Thank you,\n"
               "            |\n"
               "closing     | Eva M. Park, Jr.\n"
               "            |\n"
               "closing     | Canteen, Second Floor\n");
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | Thanks, Eva\n"
               "            |\n"
               "body        | PS: bring the list\n");
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | Eva\n"
               "            |\n"
               "body        | PS: bring the list,\n"
               "body        | since none of the guests who come on Friday has "
               "ever seen it.\n");
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "body        | Eva\n"
               "            |\n"
               "body        | Bring the list,\n"
               "body        | since none of the guests who come on Friday has "
               "ever seen it.\n");
}

static void farewell_above_names_and_titles_each_apart(void **state) {
  (void)state;
  assert_forms("body        | The totals are on the share.\n"
               "            |\n"
               "closing     | Kind regards,\n"
               "            |\n"
               "closing     | Eva Baker\n"
               "            |\n"
               "closing     | Head of the kitchen\n"
               "            |\n"
               "closing     | Acme Canteen Services\n");
}

static void farewells_of_several_paragraphs(void **state) {
  (void)state;
  assert_forms("body        | The canteen opens at noon.\n"
               "            |\n"
               "closing     | We look forward to seeing you there!\n"
               "            |\n"
               "closing     | Best wishes from the whole of the team\n"
               "closing     | Eva\n");
}

static void a_name_above_a_farewell_is_the_text_s(void **state) {
  (void)state;
  assert_forms("body        | The lift works.\n"
               "            |\n"
               "body        | Wonderful News!\n"
               "closing     | Best regards,\n"
               "closing     | Eva\n");
  assert_closing("Please show it to\nEva Baker.  Let me know if you have any "
                 "questions.\nThanks,\nTom\n",
                 "Let me know if you have any questions.\nThanks,\nTom");
  assert_closing("It works.\n\nPls. let me know if you have any questions.\n",
                 "Pls. let me know if you have any questions.");
}

static void above_a_quote_is_one_closing(void **state) {
  (void)state;
  assert_forms("body        | The soup is ready.\n"
               "            |\n"
               "body        | Bravissimo!\n"
               "            |\n"
               "closing     | Kind regards,\n"
               "closing     | Eva\n"
               "            |\n"
               "attribution | On 3 May 2017, Tom wrote:\n"
               "quote       | > Is the soup ready?\n");
}

static void farewell_at_the_start_of_a_signature(void **state) {
  (void)state;
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | Kind regards\n"
               "signature   | Tom Park\n"
               "signature   | +1 555 010 0100\n"
               "signature   | tom@acme.example\n");
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "signature   | Tom Park\n"
               "signature   | Canteen\n"
               "signature   | +1 555 010 0100\n");
  assert_forms("body        | The menu is on the share.\n"
               "signature   | --\n"
               "closing     | Best regards,\n"
               "signature   | Tom Park\n");
  assert_forms("body        | The menu is on the share.\n"
               "signature   | --\n"
               "signature   | Tom Park\n");
}

static void teams_and_several_names_close(void **state) {
  (void)state;
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | Thanks & regards,\n"
               "closing     | Tom, Eva and Ana\n");
  assert_forms("body        | Das Menü steht im Netz.\n"
               "            |\n"
               "closing     | Danke für eure Geduld!\n"
               "closing     | Euer Team aus der Kantine\n");
  assert_forms("body        | Le menu est sur le serveur.\n"
               "            |\n"
               "closing     | Merci & bonne journée\n"
               "closing     | Votre équipe de la cantine\n");
}

static void a_list_of_names_is_no_closing(void **state) {
  (void)state;
  assert_forms("body        | On the list are:\n"
               "            |\n"
               "body        | Ana Lima\n"
               "body        | Eva Baker\n");
  assert_forms(
      "body        | The people of the second floor are the ones below.\n"
      "            |\n"
      "body        | Ana Lima, Room 4\n"
      "body        | Second Floor\n"
      "            |\n"
      "body        | Eva Baker\n"
      "body        | Second Floor\n"
      "body        | Room 5\n");
  assert_forms("body        | The totals are on the share.\n"
               "            |\n"
               "body        | Soup\tLarge\n");
  assert_forms("body        | Whom to ask while I am away:\n"
               "            |\n"
               "body        | Tom 3-5551 Kitchen\n"
               "body        |    Oven (night)\n"
               "body        |    Stores\n"
               "body        |    Cups and Plates\n"
               "            |\n"
               "body        | Ana 3-5552 Hall\n"
               "body        |    Tables / Chairs\n");
}

static void a_long_list_of_names_is_no_closing(void **state) {
  (void)state;
  assert_forms("body        | The people who bake are these:\n"
               "            |\n"
               "body        | Mill and Sons, L.P.\n"
               "body        | Bakery\n"
               "body        | Kitchen\n"
               "body        | Stores\n"
               "body        | Porters\n"
               "body        | Guards\n");
  assert_forms("body        | The bread is in the hall.\n"
               "            |\n"
               "closing     | Eva Baker\n"
               "closing     | Kitchen\n"
               "closing     | Mill and Sons\n"
               "closing     | Mill Lane\n"
               "closing     | Room 4.12\n");
  assert_forms("body        | The bread is in the hall.\n"
               "            |\n"
               "closing     | Eva Baker\n"
               "closing     | Kitchen\n"
               "closing     | Mill and Sons\n"
               "closing     | Mill Lane\n"
               "closing     | Bread: https://bread.acme.example\n");
}

static void a_closing_above_what_was_added_below(void **state) {
  (void)state;
  static const char table[] =
      "body        | Day       Soup            Bread\n"
      "body        | Monday    pumpkin         rye with seeds\n"
      "body        | Tuesday   leek            white\n"
      "body        | Wednesday lentil          rye\n"
      "            |\n"
      "body        | Whoever eats no bread is asked to tell the kitchen by the "
      "day before.\n"
      "body        | The kitchen bakes in the night, and what is baked is "
      "eaten.\n";
  char picture[TEXT_MAX_BYTES];
  snprintf(picture, sizeof picture, "%s%s",
           "body        | The menu of the week is below.\n"
           "            |\n"
           "closing     | Thanks,\n"
           "closing     | Eva\n"
           "closing     | x5551\n"
           "            |\n"
           "body        | ====================\n"
           "            |\n",
           table);
  assert_forms(picture);
  snprintf(picture, sizeof picture, "%s%s",
           "body        | The menu of the week is below.\n"
           "            |\n"
           "closing     | Kind regards.\n"
           "            |\n"
           "closing     | Eva\n"
           "            |\n",
           table);
  assert_forms(picture);
  snprintf(picture, sizeof picture, "%s%s",
           "body        | The menu of the week is below.\n"
           "            |\n"
           "body        | Thanks!\n"
           "            |\n"
           "body        | The list is:\n"
           "            |\n"
           "body        | Eva\n"
           "            |\n",
           table);
  assert_forms(picture);
}

static void the_sender_s_name_above_what_was_added(void **state) {
  (void)state;
  static const char news[] =
      "            |\n"
      "body        | The Canteen Bakes Again\n"
      "body        | The oven, which was cold all spring, is warm, and the "
      "bread "
      "of the\n"
      "body        | week is rye. Whoever likes white bread may ask for it by "
      "the evening,\n"
      "body        | and the kitchen will see to it that there is some on the "
      "next day.\n"
      "            |\n"
      "body        | The Oven\n"
      "body        | It was made in the town, and it is as large as the room "
      "that it stands in.\n";
  char picture[TEXT_MAX_BYTES];
  snprintf(picture, sizeof picture, "%s%s",
           "            | From: Eva Baker <eva@acme.example>\n"
           "            |\n"
           "body        | This stood in the paper.\n"
           "            |\n"
           "closing     | Eva\n",
           news);
  assert_forms_of(COURTESY_MAIL, picture);
  snprintf(picture, sizeof picture, "%s%s",
           "            | From: Eva Baker <eva@acme.example>\n"
           "            |\n"
           "body        | This stood in the paper.\n"
           "            |\n"
           "body        | Kitchen\n",
           news);
  assert_forms_of(COURTESY_MAIL, picture);
}

static const char soup_of_the_day[] =
    "            |\n"
    "body        | The soup of the day is leek, and the bread is rye. It was "
    "baked in the night,\n"
    "body        | by those who came early, and who would like to hear how it "
    "was.\n"
    "            |\n"
    "body        | Whoever eats no bread is asked to tell the kitchen by the "
    "day before.\n"
    "body        | The kitchen bakes in the night, and what is baked is "
    "eaten.\n";

/* Asserts a mail by Robert Lima with more below its closing. */
static void assert_signed_above(const char *head) {
  char picture[TEXT_MAX_BYTES];
  snprintf(picture, sizeof picture, "%s%s%s",
           "            | From: Robert Lima <robert.lima@acme.example>\n"
           "            |\n",
           head, soup_of_the_day);
  assert_forms_of(COURTESY_MAIL, picture);
}

static void the_sender_signs_above_what_was_added(void **state) {
  (void)state;
  assert_signed_above("body        | The menu is below.\n"
                      "            |\n"
                      "closing     | Bob\n");
  assert_signed_above("body        | The menu is below.\n"
                      "closing     | Robert\n");
  assert_signed_above("body        | The menu is below.\n"
                      "            |\n"
                      "closing     | Bob Lima\n"
                      "closing     | 5-5501\n");
  assert_signed_above("body        | The menu is below.\n"
                      "            |\n"
                      "closing     | Best regards, Bob\n");
  assert_signed_above("body        | The menu is below.\n"
                      "            |\n"
                      "body        | Best regards, Eva\n");
}

static void the_sender_signs_with_an_extension(void **state) {
  (void)state;
  assert_forms_of(COURTESY_MAIL,
                  "            | From: Robert Lima <robert.lima@acme.example>\n"
                  "            |\n"
                  "body        | The menu is on the share.\n"
                  "            |\n"
                  "closing     | Bob 3-5501\n");
  assert_forms_of(COURTESY_MAIL,
                  "            | From: Robert Lima <robert.lima@acme.example>\n"
                  "            |\n"
                  "body        | The menu hangs here.\n"
                  "            |\n"
                  "body        | Canteen 3-5501\n");
  assert_forms_of(COURTESY_MAIL,
                  "            | From: Rob Lima <rob.lima@acme.example>\n"
                  "            |\n"
                  "body        | The menu hangs here.\n"
                  "            |\n"
                  "body        | Robots 3-5501\n");
}

static void the_sender_s_name_above_thanks(void **state) {
  (void)state;
  assert_forms_of(COURTESY_MAIL,
                  "            | From: Robert Lima <robert.lima@acme.example>\n"
                  "            |\n"
                  "body        | The menu is on the share.\n"
                  "            |\n"
                  "closing     | Bob\n"
                  "closing     | Thanks!\n");
  assert_forms_of(COURTESY_MAIL,
                  "            | From: Robert Lima <robert.lima@acme.example>\n"
                  "            |\n"
                  "body        | The menu is written by the two of them.\n"
                  "            |\n"
                  "body        | Eva\n"
                  "closing     | Thanks!\n");
}

static void the_sender_signs_above_others_with_numbers(void **state) {
  (void)state;
  assert_signed_above("body        | These know the menu.\n"
                      "            |\n"
                      "closing     | Bob\n"
                      "            |\n"
                      "body        | Eva Baker (x5551)\n"
                      "            |\n"
                      "body        | Ana Lima (x5552)\n");
}

static void the_sender_signs_behind_a_sentence(void **state) {
  (void)state;
  char text[TEXT_MAX_BYTES];
  struct courtesy_session *session = NULL;
  struct courtesy_message *message = NULL;
  static const char above[] =
      "From: Robert Lima <robert.lima@acme.example>\n\n"
      "This menu is worth a look, and so is what they write of it.  Bob\n\n"
      "Monday\n";
  read_picture(soup_of_the_day, text);
  char mail[2 * TEXT_MAX_BYTES];
  snprintf(mail, sizeof mail, "%s%s", above, text);
  assert_int_equal(courtesy_message_create(COURTESY_MAIL, mail, strlen(mail),
                                           NULL, &message),
                   COURTESY_OK);
  assert_int_equal(courtesy_session_create(ruleset, &session), COURTESY_OK);
  assert_int_equal(courtesy_session_lint(session, message), COURTESY_OK);
  assert_string_equal(zone_at(session, (size_t)(strstr(mail, "This") - mail)),
                      "body");
  assert_string_equal(zone_at(session, (size_t)(strstr(mail, "Bob") - mail)),
                      "closing");
  assert_string_equal(zone_at(session, (size_t)(strstr(mail, "Monday") - mail)),
                      "body");
  courtesy_session_destroy(session);
  courtesy_message_destroy(message);
}

static void the_sender_s_name_in_a_list_is_body(void **state) {
  (void)state;
  assert_signed_above("body        | Thank you all for your help.\n"
                      "            |\n"
                      "body        | Eva\n"
                      "            |\n"
                      "body        | rye and white bread\n"
                      "            |\n"
                      "body        | Robert\n"
                      "            |\n"
                      "body        | leek soup\n");
  assert_signed_above("body        | Thank you all for your help.\n"
                      "            |\n"
                      "body        | Robert\n"
                      "            |\n"
                      "body        | leek soup\n"
                      "            |\n"
                      "body        | Eva\n"
                      "            |\n"
                      "body        | rye and white bread\n");
}

static void a_list_above_a_farewell_is_body(void **state) {
  (void)state;
  assert_forms("body        | These may come in:\n"
               "            |\n"
               "body        | Night Guards\n"
               "body        | Kitchen Management\n"
               "body        | Porters\n"
               "            |\n"
               "closing     | Thank you for your time.\n"
               "            |\n"
               "closing     | Eva Baker\n");
  assert_forms("body        | The menu is on the share.\n"
               "            |\n"
               "closing     | Many thanks,\n"
               "closing     | Eva Baker\n"
               "closing     | Kitchen\n"
               "            |\n"
               "closing     | Happy Easter!\n");
  assert_forms("body        | These may come in:\n"
               "            |\n"
               "body        | Porters\n"
               "            |\n"
               "closing     | Many thanks,\n"
               "closing     | Kitchen\n"
               "            |\n"
               "closing     | Happy Easter!\n");
}

static void placeholders_greet_and_sign(void **state) {
  (void)state;
  assert_forms_of(COURTESY_TEMPLATE,
                  "greeting    | {{ greeting }} {{ name }},\n"
                  "body        | the menu of {{ month }} is here.\n"
                  "            |\n"
                  "closing     | {{ first_name }} {{ last_name }}\n"
                  "closing     | {{ team }}\n");
  assert_forms_of(
      COURTESY_TEMPLATE,
      "greeting    | Dear {% if a %}{{ a }}{% else %}all{% endif %},\n"
      "body        | the menu of {{ month }} is here:\n"
      "            |\n"
      "body        | {{ link }}\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_quotation_below_the_greeting_is_body),
      cmocka_unit_test(a_quotation_over_several_lines_hides_neither),
      cmocka_unit_test(no_break_spaces_are_blanks),
      cmocka_unit_test(words_of_other_languages),
      cmocka_unit_test(words_of_east_and_south),
      cmocka_unit_test(words_without_capitals),
      cmocka_unit_test(words_between_the_baltic_and_the_balkans),
      cmocka_unit_test(a_name_may_be_a_word_elsewhere),
      cmocka_unit_test(a_greeting_may_take_two_lines),
      cmocka_unit_test(a_greeting_below_headings),
      cmocka_unit_test(a_greeting_below_a_heading_like_a_name),
      cmocka_unit_test(openings_are_no_greetings),
      cmocka_unit_test(labels_and_words_are_no_greetings),
      cmocka_unit_test(headings_are_no_greetings),
      cmocka_unit_test(names_that_are_words_greet),
      cmocka_unit_test(what_stands_for_a_name_is_greeted),
      cmocka_unit_test(groups_are_greeted),
      cmocka_unit_test(a_greeting_ends_where_its_sentence_does),
      cmocka_unit_test(a_heading_may_greet),
      cmocka_unit_test(smiles_belong_to_the_greeting),
      cmocka_unit_test(whole_teams_are_greeted_below_a_heading),
      cmocka_unit_test(some_greet_twice),
      cmocka_unit_test(
          smiles_behind_names_and_farewells_in_two_languages_close),
      cmocka_unit_test(no_break_spaces_between_zones_are_blanks),
      cmocka_unit_test(a_name_closes_where_its_words_do_not),
      cmocka_unit_test(initials_and_dashes_close),
      cmocka_unit_test(words_with_a_run_of_marks_close_nothing),
      cmocka_unit_test(the_end_of_a_wrapped_line_closes_nothing),
      cmocka_unit_test(a_wrapped_farewell_closes),
      cmocka_unit_test(a_farewell_is_wrapped_within_its_paragraph),
      cmocka_unit_test(above_a_quote_that_lost_its_marks),
      cmocka_unit_test(names_and_initials_in_small_letters_close),
      cmocka_unit_test(words_that_are_no_names_close_nothing),
      cmocka_unit_test(a_smile_before_initials_and_a_job_behind_a_name),
      cmocka_unit_test(a_farewell_between_quotes_ends_above_the_next),
      cmocka_unit_test(a_name_that_is_a_list_item_closes_nothing),
      cmocka_unit_test(initials_above_an_extension),
      cmocka_unit_test(a_closing_above_answers_in_colour),
      cmocka_unit_test(a_note_below_is_a_postscript),
      cmocka_unit_test(a_number_behind_the_name),
      cmocka_unit_test(two_farewells_in_a_line),
      cmocka_unit_test(a_name_signs_where_thanks_do_not),
      cmocka_unit_test(a_name_behind_thanks_and_a_dash),
      cmocka_unit_test(a_farewell_at_the_end_of_a_long_line),
      cmocka_unit_test(what_leads_to_a_farewell),
      cmocka_unit_test(a_sentence_is_not_cut),
      cmocka_unit_test(a_name_below_an_emoji_closes),
      cmocka_unit_test(thanks_in_a_postscript_are_body),
      cmocka_unit_test(a_postscript_may_be_long),
      cmocka_unit_test(below_a_postscript_is_a_second_farewell),
      cmocka_unit_test(a_farewell_in_small_letters_fills_its_line),
      cmocka_unit_test(thanks_in_a_postscript_close_nothing),
      cmocka_unit_test(farewell_above_names_and_titles),
      cmocka_unit_test(farewell_above_names_and_titles_each_apart),
      cmocka_unit_test(farewells_of_several_paragraphs),
      cmocka_unit_test(a_name_above_a_farewell_is_the_text_s),
      cmocka_unit_test(above_a_quote_is_one_closing),
      cmocka_unit_test(farewell_at_the_start_of_a_signature),
      cmocka_unit_test(teams_and_several_names_close),
      cmocka_unit_test(a_list_of_names_is_no_closing),
      cmocka_unit_test(a_long_list_of_names_is_no_closing),
      cmocka_unit_test(a_closing_above_what_was_added_below),
      cmocka_unit_test(the_sender_s_name_above_what_was_added),
      cmocka_unit_test(the_sender_signs_above_what_was_added),
      cmocka_unit_test(the_sender_signs_with_an_extension),
      cmocka_unit_test(the_sender_s_name_above_thanks),
      cmocka_unit_test(the_sender_signs_above_others_with_numbers),
      cmocka_unit_test(the_sender_signs_behind_a_sentence),
      cmocka_unit_test(the_sender_s_name_in_a_list_is_body),
      cmocka_unit_test(a_list_above_a_farewell_is_body),
      cmocka_unit_test(placeholders_greet_and_sign),
  };
  return cmocka_run_group_tests(tests, make_ruleset, drop_ruleset);
}
