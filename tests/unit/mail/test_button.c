/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "base/buffer.h"
#include "mail/message.h"

#include <string.h>

/* The lines of a message that are buttons, each with a bar behind it. */
static void assert_buttons(const char *html, const char *expected) {
  const struct courtesy_facts facts = {.markup = COURTESY_MARKUP_HTML};
  struct courtesy_message *message = message_of(COURTESY_DRAFT, html, &facts);
  const struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  struct base_buffer found = {0};
  for (size_t i = 0; i < message->regions.count; i++) {
    const struct mail_region *region = &message->regions.items[i];
    if (region->zone == COURTESY_ZONE_BUTTON) {
      base_buffer_add(&found, text->bytes + region->start,
                      region->end - region->start);
      base_buffer_add_byte(&found, '|');
    }
  }
  base_buffer_add_byte(&found, '\0');
  assert_string_equal(found.bytes, expected);
  base_buffer_destroy(&found);
  courtesy_message_destroy(message);
}

static void a_link_with_a_line_to_itself_is_one(void **state) {
  (void)state;
  assert_buttons("<p>Hi Ana,</p><p><a href='a'>Order <b>the</b> soup</a></p>",
                 "Order the soup|");
  assert_buttons("<table><tr><td><a href='a'>\n Order the soup\n</a></td></tr>"
                 "<tr><td>by noon</td></tr></table>",
                 "");
  assert_buttons("<ul><li><a href='a'>Order the soup</a>.<li><a href='b'>Ask "
                 "Tom</a></ul>",
                 "- Order the soup.\n- Ask Tom|");
  assert_buttons("<p><a href='a'>Order now</a> <a href='b'>Not now</a></p>",
                 "Order now Not now|");
  assert_buttons("<p><a href='a'>Order&nbsp;now</a></p>", "Order\xC2\xA0now|");
}

static void a_button_with_a_line_to_itself_is_one(void **state) {
  (void)state;
  assert_buttons("Hi<br><button>Order the soup</button><br>Tom",
                 "Order the soup|");
  assert_buttons("<mj-text>Hi</mj-text><mj-button>Order it</mj-button>",
                 "Order it|");
}

static void what_is_part_of_a_sentence_is_none(void **state) {
  (void)state;
  assert_buttons("<p>Please <a href='a'>order the soup</a>.</p>", "");
  assert_buttons("Please<br><a href='a'>order the soup</a>", "");
  assert_buttons("<a href='a'>Order the soup</a><br>by noon", "");
  assert_buttons("<a href='a'>Order the soup</a> by noon", "");
}

static void what_is_no_label_is_none(void **state) {
  (void)state;
  assert_buttons("<p><a href='a'>Soup</a></p>", "");
  assert_buttons("<p><a href='mailto:a'>Ana ana@acme.example</a></p>", "");
  assert_buttons("<p><a name='a'>Order the soup</a></p>", "");
  assert_buttons("<p><a href='a'>The soup of the day is made of carrots that "
                 "Tom grew.</a></p>",
                 "");
  assert_buttons("<blockquote><a href='a'>Order the soup</a></blockquote>", "");
}

/* A link that nobody closed. */
static void quotes_in_links_are_quotes(void **state) {
  (void)state;
  assert_buttons("<a href='a'>Order the soup<blockquote><p>Is it hot?</p>"
                 "</blockquote><p>It is.</p>",
                 "Order the soup|");
}

static void links_of_markdown_are_some(void **state) {
  (void)state;
  assert_zones("body        | Hi Ana,\n"
               "            |\n"
               "button      | [Order the soup](https://acme.example/soup)\n"
               "            |\n"
               "body        | [Order the soup](a) or [not](b)\n"
               "            |\n"
               "body        | [soup](https://acme.example)\n"
               "body        | []() and [Order the soup]\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_link_with_a_line_to_itself_is_one),
      cmocka_unit_test(a_button_with_a_line_to_itself_is_one),
      cmocka_unit_test(what_is_part_of_a_sentence_is_none),
      cmocka_unit_test(what_is_no_label_is_none),
      cmocka_unit_test(quotes_in_links_are_quotes),
      cmocka_unit_test(links_of_markdown_are_some),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
