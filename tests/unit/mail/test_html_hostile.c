/* SPDX-License-Identifier: MIT */
/* Documents that are meant to cost, and documents that went wrong. */
#include "html_picture.h"

#include <string.h>

enum { HUGE = 2 * 1024 * 1024 };

/* `part` as often as it fits into HUGE bytes, or `most` times. */
static void assert_many_read_soundly(const char *before, const char *part,
                                     size_t most, const char *after) {
  struct base_buffer html = {0};
  base_buffer_add_string(&html, before);
  for (size_t i = 0; i < most && html.size < HUGE; i++) {
    base_buffer_add_string(&html, part);
  }
  base_buffer_add_string(&html, after);
  assert_reads_soundly(html.bytes, html.size);
  base_buffer_destroy(&html);
}

static void depth_costs_nothing(void **state) {
  (void)state;
  assert_many_read_soundly("", "<div>", 100000, "a");
  assert_many_read_soundly("", "<div>a", 100000, "");
  assert_many_read_soundly("", "<b><p>", 100000, "a</b>");
  assert_many_read_soundly("", "<table><tr><td>a", HUGE, "");
  assert_many_read_soundly("", "<blockquote class=gmail_quote>a:", HUGE, "");
  assert_many_read_soundly("", "<svg><desc>a", HUGE, "");
}

static void what_lies_too_deep_keeps_its_state(void **state) {
  (void)state;
  struct base_buffer html = {0};
  base_buffer_add_string(&html, "<div hidden>");
  for (int i = 0; i < 1000; i++) {
    base_buffer_add_string(&html, "<div>a<b hidden>b</b>");
  }
  for (int i = 0; i < 1001; i++) {
    base_buffer_add_string(&html, "</div>");
  }
  base_buffer_add_string(&html, "c");
  assert_shows(html.bytes, "c");
  base_buffer_destroy(&html);
}

static void repetition_costs_nothing(void **state) {
  (void)state;
  static const char *const parts[] = {
      "<",
      "&",
      "<!--",
      "</",
      "<a ",
      "<a b='",
      "<![CDATA[",
      "&#",
      "&a",
      "&notin",
      "<script>",
      "<!--<script",
      "<title>",
      "</p>",
      "</b>",
      "<br>",
      "<li>",
      "<td>",
      "- ",
      "\n",
      " &nbsp;",
      "<pre>\n",
      "<style></",
      "<!doctype",
      "<p><b>",
      "</table>",
      "<b></p></b>",
      "<blockquote>a:</blockquote>",
      "<div class=gmail_quote><br></div>",
      "<div class=gmail_quote><div class=gmail_attr>-</div>",
      "<span style=display:none>a</span>",
  };
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
    assert_many_read_soundly("", parts[i], HUGE, "");
    assert_many_read_soundly("<table><svg>", parts[i], HUGE, "</svg>");
  }
  assert_many_read_soundly("<div class=gmail_quote>", "<br>", 100000,
                           "<blockquote>a</blockquote>");
  assert_many_read_soundly("<p", " class='a b'", 50000, ">a");
  assert_many_read_soundly("<p style='", "display:none;", 50000, "'>a");
  assert_many_read_soundly("<p style='a", "&quot;", 50000, "'>a");
  assert_many_read_soundly("&#", "0", HUGE, "");
}

/* xorshift32: the same documents on every machine. */
static uint32_t next_random(uint32_t *state) {
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state;
}

static void random_documents_are_sound(void **state) {
  (void)state;
  static const char *const parts[] = {
      "<div>",
      "</div>",
      "<p>",
      "</p>",
      "<b>",
      "</b>",
      "<table>",
      "</table>",
      "<tr>",
      "<td>",
      "<li>",
      "</li>",
      "<ul>",
      "</ul>",
      "<pre>",
      "</pre>",
      "<code>",
      "</code>",
      "<svg>",
      "</svg>",
      "<span style='font-size:0'>",
      "</span>",
      "<font hidden>",
      "</font>",
      "<title>",
      "</title>",
      "<script>",
      "</script>",
      "<!--",
      "-->",
      "<blockquote type=cite>",
      "</blockquote>",
      "<div class=gmail_quote>",
      "<div class=gmail_attr>",
      "<div class=gmail_signature>",
      "<h1>",
      "</h2>",
      "---",
      "On 3 May 2017 Ana wrote:",
      "<br>",
      "\r\n",
      " ",
      "  ",
      "&amp;",
      "&#10;",
      "&nbsp;",
      "fine",
      "<![CDATA[",
      "]]>",
      "<img data-emoji=a alt=b>",
      "<",
      "&",
      "\"",
      "'",
      ">",
      "\xff",
      "\xc3\xbc",
  };
  uint32_t random = 2463534242;
  for (int round = 0; round < 4000; round++) {
    struct base_buffer html = {0};
    for (uint32_t left = next_random(&random) % 60 + 1; left > 0; left--) {
      size_t part = next_random(&random) % (sizeof parts / sizeof parts[0]);
      base_buffer_add_string(&html, parts[part]);
      if (next_random(&random) % 16 == 0) {
        html.bytes[next_random(&random) % html.size] =
            (char)next_random(&random);
      }
    }
    assert_reads_soundly(html.bytes, html.size);
    base_buffer_destroy(&html);
  }
}

static void every_cut_is_sound(void **state) {
  (void)state;
  static const char html[] =
      "<!DOCTYPE html><html><head><title>a</title><style>b</style></head>"
      "<body style=\"color:#000\"><p class='MsoNormal'>Hi&nbsp;Ana,</p><!-- c "
      "--><div class=gmail_quote><div class=gmail_attr>On 3 May 2017 Ana "
      "wrote:</div><blockquote>d &lt; e</blockquote></div><script>f<!-- "
      "<script></script> --></script><svg><![CDATA[g]]></svg></body></html>";
  for (size_t size = 0; size < sizeof html; size++) {
    assert_reads_soundly(html, size);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(depth_costs_nothing),
      cmocka_unit_test(what_lies_too_deep_keeps_its_state),
      cmocka_unit_test(repetition_costs_nothing),
      cmocka_unit_test(random_documents_are_sound),
      cmocka_unit_test(every_cut_is_sound),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
