/* SPDX-License-Identifier: MIT */
#include "html_picture.h"

static void white_space_collapses(void **state) {
  (void)state;
  assert_shows("  Hi\n  Ana,\tthe\r\ndraft ", "Hi Ana, the draft");
  assert_shows("the <b> draft </b> is", "the draft is");
  assert_shows("one&#32; &#10;two", "one two");
  assert_shows("a&nbsp; b", "a\u00A0 b");
}

static void inline_elements_join(void **state) {
  (void)state;
  assert_shows("the d<b>ra</b>ft is fi<!-- x -->ne", "the draft is fine");
  assert_shows("<o:p>fi</o:p>ne", "fine");
}

static void blocks_are_lines(void **state) {
  (void)state;
  assert_shows("Hi Ana,<div>the draft</div>is<div><div>fine</div></div>Tom",
               "Hi Ana,\nthe draft\nis\nfine\nTom");
  assert_shows("<div> a </div> <div> b </div>", "a\nb");
}

static void breaks_end_lines(void **state) {
  (void)state;
  assert_shows("a<br>b<br/>c</br>d", "a\nb\nc\nd");
  assert_shows("<div>a<br></div><div>b</div>", "a\nb");
  assert_shows("<div>a</div><div><br></div><div>b</div>", "a\n\nb");
  assert_shows("a <br> <br> b", "a\n\nb");
}

static void margins_are_one_blank_line(void **state) {
  (void)state;
  assert_shows("<p>a<p>b</p></p>c", "a\n\nb\n\nc");
  assert_shows("<h1>a</h1>b<hr>c", "a\n\nb\n\nc");
  assert_shows("a<p><div><p>b", "a\n\nb");
  assert_shows("a<br><p>b</p>", "a\n\nb");
}

static void paragraphs_of_word_are_lines(void **state) {
  (void)state;
  assert_shows("<p class=MsoNormal>Hi Ana,</p>"
               "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
               "<p class=MsoNormal>the draft is fine.</p>",
               "Hi Ana,\n\u00A0\nthe draft is fine.");
  assert_shows("<p style='margin:0cm 0cm .0001pt'>a</p>"
               "<p style='margin-top:0;margin-bottom:0'>b</p>c",
               "a\nb\nc");
}

static void margins_may_be_written_in_short(void **state) {
  (void)state;
  assert_shows("<p style='margin:1em'>a</p>b", "a\n\nb");
  assert_shows("<p style='margin:1em 0'>a</p>b", "a\n\nb");
  assert_shows("<p style='margin:0'>a</p>b", "a\nb");
}

static void lists_have_bullets(void **state) {
  (void)state;
  assert_shows("We need<ul><li>bread<li>soup</ul>today",
               "We need\n\n- bread\n- soup\n\ntoday");
  assert_shows("<ol><li><p>a</p><ul><li>b</ul><li></li></ol>c",
               "1. a\n\n- b\n\nc");
  assert_shows("<ol><li>a<li>b<ul><li>c</ul><li>d</ol>",
               "1. a\n1. b\n- c\n1. d");
  assert_shows("<dl><dt>a<dd>b</dl>", "a\nb");
}

static void cells_are_apart(void **state) {
  (void)state;
  assert_shows("<table><tr><td>a <td> b<tr><th>c</th><th>d</th></table>e",
               "a\tb\nc\td\ne");
  assert_shows("<table> <tbody> <tr> <td><p>a</p></td> <td></td> "
               "<td><p>b</p></td></tr></table>",
               "a\n\nb");
}

static void elements_of_mjml_are_blocks(void **state) {
  (void)state;
  assert_shows("<mjml><mj-head><mj-title>a</mj-title><mj-style>b{c:d}"
               "</mj-style></mj-head><mj-body><mj-section><mj-column>"
               "<mj-text>Hi <b>Ana</b>,</mj-text><mj-image src='e' />"
               "<mj-text>the form<br/>is here.</mj-text>"
               "<MJ-BUTTON>Open it</MJ-BUTTON></mj-column></mj-section>"
               "<mj-table><tr><td>f</td><td>g</td></tr></mj-table></mj-body>",
               "Hi Ana,\n\nthe form\nis here.\n\nOpen it\n\nf\tg");
}

static void pre_keeps_its_white_space(void **state) {
  (void)state;
  assert_shows("a<pre>\n  b\n\n   c &lt;\n</pre>d", "a\n\n  b\n\n   c <\n\nd");
  assert_shows("<pre>a&#32;&#32;b&#10;c</pre>", "a  b\nc");
  assert_shows("<div style='white-space: pre-wrap'>a\r\n  b</div>", "a\r\n  b");
  assert_shows("<pre style='white-space:normal'>a\n b</pre>", "a b");
}

static void what_is_not_text_is_dropped(void **state) {
  (void)state;
  assert_shows("<html><head><title>a</title><style>b{}</style>"
               "<script>c<!-- </p></script></head><body>d"
               "<template>e</template><!--[if mso]>f<![endif]-->"
               "<noscript>g</noscript><iframe>h</iframe></body></html>",
               "dg");
}

static void hidden_elements_are_not_shown(void **state) {
  (void)state;
  assert_shows("a<div style='DISPLAY: none !important'>b<div>c</div></div>d",
               "ad");
  assert_shows("a<span hidden>b</span>c<p aria-hidden=true>d</p>", "ac\n\nd");
  assert_shows("<div style=\"font-family:&quot;A&quot;;display:none\">b</div>a",
               "a");
  assert_shows("<span style='mso-hide:all'>b</span>a", "a");
  assert_shows("<div style='max-height:0px;overflow:hidden'>b</div>a", "a");
  assert_shows("<div style='opacity:0'>b</div>a", "a");
  assert_shows("<div style='opacity:0.9;max-height:0.5em;overflow:hidden'>b"
               "</div>a",
               "b\na");
}

static void what_may_show_again_does(void **state) {
  (void)state;
  assert_shows("<div style='font-size:0'>a<b style='font-size:1em'>b</b>"
               "<span style='font-size:13px'>c</span></div>",
               "c");
  assert_shows("<div style='visibility:hidden'>a"
               "<span style='visibility:visible'>b</span></div>",
               "b");
}

static void display_changes_lines(void **state) {
  (void)state;
  assert_shows("a<span style='display:block'>b</span>c", "a\nb\nc");
  assert_shows("a<div style='display:inline'>b</div>c", "abc");
}

static void what_is_unfinished_ends(void **state) {
  (void)state;
  /* Ends that the standard implies. */
  assert_shows("<p hidden>a<div>b</div>", "b");
  assert_shows("<ul><li hidden>a<li>b</ul>", "- b");
  assert_shows("<table><tr hidden><td>a<tr><td>b</table>", "b");
  assert_shows("<h1 hidden>a<h2>b</h2>", "b");
  /* An end without a start, or of what lies outside. */
  assert_shows("</div>a</span><table><td>b</div>c</table>", "a\nbc");
  assert_shows("<span hidden>a<p>b</span>c</p>d", "");
  /* Formatting ends where its end stands. */
  assert_shows("<font style='display:none'>a<p>b</font>c</p>d", "c\n\nd");
}

static void pictures_of_emoji_are_emoji(void **state) {
  (void)state;
  assert_shows("Thanks <img data-emoji=a alt=\"\U0001F642\">"
               "<img alt='a cat'>",
               "Thanks \U0001F642");
}

static void svg_is_a_world_of_its_own(void **state) {
  (void)state;
  assert_shows("<svg><title>a</title><style>b</style>"
               "<text>c<![CDATA[<d>]]></text><g/></svg>e",
               "c<d>e");
  assert_shows("<svg><p>a</p><style>b<i></style>c", "a\n\nc");
}

static void each_byte_knows_its_place(void **state) {
  (void)state;
  const char *html = "<p>Hi  Ana,</p>\n<p>fi<b>sh</b> &amp; ch&icirc;ps"
                     "<br>a\nb<ul><li>c</ul>";
  assert_stands_for(html, "Hi", "Hi");
  assert_stands_for(html, "Hi Ana", "Hi  Ana");
  assert_stands_for(html, "fish", "fi<b>sh");
  assert_stands_for(html, "&", "&amp;");
  assert_stands_for(html, "chîps", "ch&icirc;ps");
  assert_stands_for(html, "\na", "<br>a");
  assert_stands_for(html, "a b", "a\nb");
  assert_stands_for(html, "- ", "<li>");
  assert_stands_for(html, ",\n\n", ",</p>");
}

static void places_reach_through_earlier_steps(void **state) {
  (void)state;
  /* The document was quoted-printable: "a=C3=BC&=\nlt;". */
  static const struct text_segment segments[] = {
      {.start = 0, .raw_start = 0, .raw_length = 1, .verbatim = true},
      {.start = 1, .raw_start = 1, .raw_length = 6},
      {.start = 3, .raw_start = 7, .raw_length = 1, .verbatim = true},
      {.start = 4, .raw_start = 10, .raw_length = 3, .verbatim = true},
  };
  struct text_source html = {.bytes = "a\u00FC&lt;",
                             .size = 7,
                             .segments = segments,
                             .segment_count = 4};
  struct mail_mapped text = {0};
  struct mail_marks marks = {0};
  size_t links = 0;
  assert_true(mail_html_read(&html, SIZE_MAX, &text, &marks, &links));
  struct text_source source = mail_mapped_source(&text);
  uint32_t start;
  uint32_t end;
  assert_int_equal(source.size, 4);
  text_source_raw(&source, 1, 3, &start, &end);
  assert_int_equal(start, 1);
  assert_int_equal(end, 7);
  text_source_raw(&source, 3, 4, &start, &end);
  assert_int_equal(start, 7);
  assert_int_equal(end, 13);
  mail_mapped_destroy(&text);
  mail_marks_destroy(&marks);
}

static void assert_charset(const char *html, const char *name) {
  struct base_slice found = mail_html_charset(base_slice_of(html));
  assert_true(base_slice_equals(found, name));
}

static void a_document_may_name_its_charset(void **state) {
  (void)state;
  assert_charset("<html><head><META charset=\"KOI8-R\"><title>", "KOI8-R");
  assert_charset("<meta http-equiv=Content-Type content=\"text/html; charset="
                 "iso-8859-2; x\">",
                 "iso-8859-2");
  assert_charset("<meta name=a content=b><meta charset=utf-16le>", "utf-8");
  assert_charset("<!-- <meta charset=koi8-r> --><p>a", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(white_space_collapses),
      cmocka_unit_test(inline_elements_join),
      cmocka_unit_test(blocks_are_lines),
      cmocka_unit_test(breaks_end_lines),
      cmocka_unit_test(margins_are_one_blank_line),
      cmocka_unit_test(margins_may_be_written_in_short),
      cmocka_unit_test(paragraphs_of_word_are_lines),
      cmocka_unit_test(lists_have_bullets),
      cmocka_unit_test(cells_are_apart),
      cmocka_unit_test(elements_of_mjml_are_blocks),
      cmocka_unit_test(pre_keeps_its_white_space),
      cmocka_unit_test(what_is_not_text_is_dropped),
      cmocka_unit_test(hidden_elements_are_not_shown),
      cmocka_unit_test(what_may_show_again_does),
      cmocka_unit_test(display_changes_lines),
      cmocka_unit_test(what_is_unfinished_ends),
      cmocka_unit_test(pictures_of_emoji_are_emoji),
      cmocka_unit_test(svg_is_a_world_of_its_own),
      cmocka_unit_test(each_byte_knows_its_place),
      cmocka_unit_test(places_reach_through_earlier_steps),
      cmocka_unit_test(a_document_may_name_its_charset),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
