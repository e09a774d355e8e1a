/* SPDX-License-Identifier: MIT */
/*
 * A case for each state of the standard's tokenizer (HTML §13.2.5), its
 * tokens written as
 *
 *     [text] {characters of a reference} <tag class=a> </tag> <tag/>
 *     !comment! D (a doctype)
 */
#include "html_picture.h"

#include "mail/html_known.h"

#include <stdio.h>
#include <string.h>

struct state_case {
  const char *state;
  const char *html;
  const char *tokens;
};

static void write_tag(struct base_buffer *out,
                      const struct mail_html_token *token) {
  base_buffer_add(out, token->name.bytes, token->name.size);
  if (mail_html_has(token, MAIL_HTML_CLASS)) {
    base_buffer_add_string(out, " class=");
    base_buffer_add(out, token->attributes[MAIL_HTML_CLASS].bytes,
                    token->attributes[MAIL_HTML_CLASS].size);
  }
  if (mail_html_has(token, MAIL_HTML_ID)) {
    base_buffer_add_string(out, " id=");
    base_buffer_add(out, token->attributes[MAIL_HTML_ID].bytes,
                    token->attributes[MAIL_HTML_ID].size);
  }
  base_buffer_add_string(out, token->self_closing ? "/>" : ">");
}

static void write_token(struct base_buffer *out,
                        const struct mail_html_token *token, const char *html) {
  switch (token->kind) {
  case MAIL_HTML_TEXT:
    base_buffer_add_byte(out, '[');
    base_buffer_add(out, html + token->start, token->end - token->start);
    base_buffer_add_byte(out, ']');
    break;
  case MAIL_HTML_REFERENCE:
    base_buffer_add_byte(out, '{');
    base_buffer_add(out, token->characters.text, token->characters.size);
    base_buffer_add_byte(out, '}');
    break;
  case MAIL_HTML_START_TAG:
    base_buffer_add_string(out, "<");
    write_tag(out, token);
    break;
  case MAIL_HTML_END_TAG:
    base_buffer_add_string(out, "</");
    write_tag(out, token);
    break;
  case MAIL_HTML_COMMENT:
    base_buffer_add_byte(out, '!');
    base_buffer_add(out, html + token->start, token->end - token->start);
    base_buffer_add_byte(out, '!');
    break;
  case MAIL_HTML_DOCTYPE:
    base_buffer_add_byte(out, 'D');
    break;
  }
}

/* Writes the tokens of a document, of which some tags may be known. */
static void write_tokens(struct base_buffer *out, const char *html,
                         bool foreign, struct mail_html_known *known) {
  struct mail_html_tokenizer tokenizer = {
      .bytes = html,
      .size = (uint32_t)strlen(html),
      .foreign = foreign,
      .known = known,
  };
  struct mail_html_token token;
  while (mail_html_next(&tokenizer, &token)) {
    write_token(out, &token, html);
  }
  base_buffer_add_byte(out, '\0');
}

static void check(const struct state_case *row, bool foreign) {
  struct mail_html_known known;
  mail_html_known_start(&known);
  for (int i = 0; i < 3; i++) { /* not looked up, not known, known */
    struct base_buffer found = {0};
    write_tokens(&found, row->html, foreign, i == 0 ? NULL : &known);
    if (strcmp(found.bytes, row->tokens) != 0) {
      fail_msg("%s: %s reads as %s", row->state, row->html, found.bytes);
    }
    base_buffer_destroy(&found);
  }
}

#define CHECK(rows, foreign)                                                   \
  for (size_t i = 0; i < sizeof(rows) / sizeof(rows)[0]; i++) {                \
    check(&(rows)[i], (foreign));                                              \
  }

static void data_and_tags(void **state) {
  (void)state;
  static const struct state_case rows[] = {
      {"data", "a&amp;b<i>c", "[a]{&}[b]<i>[c]"},
      {"data", "", ""},
      {"tag open: a letter", "<B>", "<B>"},
      {"tag open: a mark", "<!-->", "!<!-->!"},
      {"tag open: a slash", "</b>", "</b>"},
      {"tag open: a question mark", "<?xml a?>b", "!<?xml a?>![b]"},
      {"tag open: the end", "a<", "[a][<]"},
      {"tag open: anything else", "1 < 2 <3", "[1 ][< 2 ][<3]"},
      {"end tag open: a letter", "</p >", "</p>"},
      {"end tag open: an angle", "a</>b", "[a]!</>![b]"},
      {"end tag open: the end", "a</", "[a][</]"},
      {"end tag open: anything else", "</ a>b", "!</ a>![b]"},
      {"tag name: white space", "<p\n>", "<p>"},
      {"tag name: a slash", "<br/>", "<br/>"},
      {"tag name: anything else", "<o:p>a</o:p>", "<o:p>[a]</o:p>"},
      {"tag name: the end", "a<div", "[a]"},
      {"self-closing start tag", "<br / ><br /><br/ class=a>",
       "<br><br/><br class=a>"},
      {"self-closing start tag: the end", "<br/", ""},
  };
  CHECK(rows, false);
}

static void tags_are_known_by_all_their_bytes(void **state) {
  (void)state;
  static const struct state_case rows[] = {
      {"again", "<p class=a>b</p><p class=a>b</p>",
       "<p class=a>[b]</p><p class=a>[b]</p>"},
      {"another value",
       "<p class=abcdefgh id=b title=1><p class=abcdefgh id=c title=1>",
       "<p class=abcdefgh id=b><p class=abcdefgh id=c>"},
      {"another case", "<P class=a><p class=a><P class=A>",
       "<P class=a><p class=a><P class=A>"},
      {"an angle in a value", "<p class='>a' id=b><p class='>a' id=c>",
       "<p class=>a id=b><p class=>a id=c>"},
      {"longer", "<b><b/><b ><b id><bb>", "<b><b/><b><b id=><bb>"},
      {"the end", "<p class=a><p class=a", "<p class=a>"},
      {"as an end tag", "</p><p></p>", "</p><p></p>"},
  };
  CHECK(rows, false);
}

/* More than there is room for. */
static void many_tags_are_known(void **state) {
  (void)state;
  struct mail_html_known known;
  mail_html_known_start(&known);
  char html[4096] = "";
  for (int i = 0; i < 200; i++) {
    sprintf(html + strlen(html), "<p id=%d>", i * i % 37);
  }
  struct base_buffer expected = {0};
  struct base_buffer found = {0};
  write_tokens(&expected, html, false, NULL);
  write_tokens(&found, html, false, &known);
  assert_string_equal(found.bytes, expected.bytes);
  base_buffer_destroy(&expected);
  base_buffer_destroy(&found);
}

static void attributes(void **state) {
  (void)state;
  static const struct state_case rows[] = {
      {"before attribute name", "<p   class=a\tid=b>", "<p class=a id=b>"},
      {"before attribute name: =", "<p =class=a>", "<p>"},
      {"before attribute name: the end", "<p ", ""},
      {"attribute name: any case", "<p CLASS=a>", "<p class=a>"},
      {"attribute name: an angle", "<p class>", "<p class=>"},
      {"attribute name: a quote in it", "<p class\"=a>", "<p>"},
      {"attribute name: a slash", "<p class/id=b>", "<p class= id=b>"},
      {"attribute name: twice", "<p class=a class=b>", "<p class=a>"},
      {"after attribute name", "<p class id=b>", "<p class= id=b>"},
      {"after attribute name: =", "<p class =a>", "<p class=a>"},
      {"after attribute name: the end", "<p class ", ""},
      {"before attribute value", "<p class= a>", "<p class=a>"},
      {"before attribute value: an angle", "<p class=>a", "<p class=>[a]"},
      {"attribute value (double-quoted)", "<p class=\"a>'b\">",
       "<p class=a>'b>"},
      {"attribute value (double-quoted): the end", "<p class=\"a>b", ""},
      {"attribute value (single-quoted)", "<p class='a>\"b'>",
       "<p class=a>\"b>"},
      {"attribute value (single-quoted): the end", "<p class='a>b", ""},
      {"attribute value (unquoted)", "<p class=a/b\"c id=d>",
       "<p class=a/b\"c id=d>"},
      {"attribute value (unquoted): the end", "<p class=a", ""},
      {"after attribute value (quoted)", "<p class='a'id='b'/>",
       "<p class=a id=b/>"},
      {"after attribute value (quoted): the end", "<p class='a'", ""},
  };
  CHECK(rows, false);
}

static void elements_with_other_content(void **state) {
  (void)state;
  static const struct state_case rows[] = {
      {"RCDATA", "<title>a&lt;<b></title>c", "<title>[a]{<}[<b>]</title>[c]"},
      {"RCDATA less-than sign", "<textarea>a<b", "<textarea>[a][<b]"},
      {"RCDATA end tag open", "<title></ title>", "<title>[</ title>]"},
      {"RCDATA end tag name", "<title></titles></TITLE class=a>b",
       "<title>[</titles>]</TITLE class=a>[b]"},
      {"RCDATA end tag name: the end", "<title></title", "<title>[</title]"},
      {"RAWTEXT", "<style>a&lt;<b></style>c", "<style>[a&lt;<b>]</style>[c]"},
      {"RAWTEXT less-than sign", "<xmp><</xmp>", "<xmp>[<]</xmp>"},
      {"RAWTEXT end tag open", "<xmp></</xmp>", "<xmp>[</]</xmp>"},
      {"RAWTEXT end tag name", "<iframe></xmp></iframe\n>a",
       "<iframe>[</xmp>]</iframe>[a]"},
      {"RAWTEXT: the end", "<noembed>a</noembe", "<noembed>[a</noembe]"},
      {"PLAINTEXT", "a<plaintext>b&lt;</plaintext>",
       "[a]<plaintext>[b&lt;</plaintext>]"},
  };
  CHECK(rows, false);
}

static void scripts(void **state) {
  (void)state;
  static const struct state_case rows[] = {
      {"script data", "<script>a&lt;<b></script>c",
       "<script>[a&lt;<b>]</script>[c]"},
      {"script data less-than sign", "<script><</script>",
       "<script>[<]</script>"},
      {"script data end tag open", "<script></</script>",
       "<script>[</]</script>"},
      {"script data end tag name", "<script></scripts></script/>a",
       "<script>[</scripts>]</script/>[a]"},
      {"script data escape start", "<script><!a</script>b",
       "<script>[<!a]</script>[b]"},
      {"script data escape start dash", "<script><!-a<script></script>b",
       "<script>[<!-a<script>]</script>[b]"},
      {"script data escaped", "<script><!--a</script>b",
       "<script>[<!--a]</script>[b]"},
      {"script data escaped dash", "<script><!--a-<script></script>b",
       "<script>[<!--a-<script></script>b]"},
      {"script data escaped dash dash", "<script><!--a--><script></script>b",
       "<script>[<!--a--><script>]</script>[b]"},
      {"script data escaped dash dash, at once",
       "<script><!--><script></script>b",
       "<script>[<!--><script>]</script>[b]"},
      {"script data escaped less-than sign", "<script><!--<<</script>b",
       "<script>[<!--<<]</script>[b]"},
      {"script data escaped end tag open", "<script><!--</</script>b",
       "<script>[<!--</]</script>[b]"},
      {"script data escaped end tag name", "<script><!--</scripts></script>b",
       "<script>[<!--</scripts>]</script>[b]"},
      {"script data double escape start", "<script><!--<scripts></script>b",
       "<script>[<!--<scripts>]</script>[b]"},
      {"script data double escaped",
       "<script><!--<script>a</script>b</script>c",
       "<script>[<!--<script>a</script>b]</script>[c]"},
      {"script data double escaped dash",
       "<script><!--<script>-a</script>-</script>b",
       "<script>[<!--<script>-a</script>-]</script>[b]"},
      {"script data double escaped dash dash",
       "<script><!--<script>--></script>b",
       "<script>[<!--<script>-->]</script>[b]"},
      {"script data double escaped less-than sign",
       "<script><!--<script><a></script></script>b",
       "<script>[<!--<script><a></script>]</script>[b]"},
      {"script data double escape end",
       "<script><!--<script></scripts></script></script>b",
       "<script>[<!--<script></scripts></script>]</script>[b]"},
      {"script data: the end", "<script>a<!--<script>b",
       "<script>[a<!--<script>b]"},
  };
  CHECK(rows, false);
}

static void comments(void **state) {
  (void)state;
  static const struct state_case rows[] = {
      {"bogus comment", "<!a-->b", "!<!a-->![b]"},
      {"bogus comment: the end", "<!a", "!<!a!"},
      {"markup declaration open: a comment", "<!--a-->b", "!<!--a-->![b]"},
      {"markup declaration open: a doctype", "<!DocType html>a", "D[a]"},
      {"markup declaration open: CDATA is HTML's no more", "<![CDATA[a>b]]>",
       "!<![CDATA[a>![b]]>]"},
      {"markup declaration open: Outlook's", "<![if !mso]>a<![endif]>",
       "!<![if !mso]>![a]!<![endif]>!"},
      {"comment start: an angle", "<!-->a", "!<!-->![a]"},
      {"comment start dash: an angle", "<!--->a", "!<!--->![a]"},
      {"comment start dash: anything else", "<!---a-->b", "!<!---a-->![b]"},
      {"comment", "<!--a>b-->c", "!<!--a>b-->![c]"},
      {"comment: the end", "a<!--b", "[a]!<!--b!"},
      {"comment less-than sign", "<!--<<-->a", "!<!--<<-->![a]"},
      {"comment less-than sign bang", "<!--<!a-->b", "!<!--<!a-->![b]"},
      {"comment less-than sign bang dash", "<!--<!-a-->b", "!<!--<!-a-->![b]"},
      {"comment less-than sign bang dash dash", "<!--<!-->a-->",
       "!<!--<!-->![a-->]"},
      {"comment end dash", "<!--a-b-->c", "!<!--a-b-->![c]"},
      {"comment end", "<!--a--b---->c", "!<!--a--b---->![c]"},
      {"comment end bang", "<!--a--!>b", "!<!--a--!>![b]"},
      {"comment end bang: no end", "<!--a--!b-->c", "!<!--a--!b-->![c]"},
  };
  CHECK(rows, false);
}

static void doctypes(void **state) {
  (void)state;
  static const struct state_case rows[] = {
      {"DOCTYPE", "<!doctype>a", "D[a]"},
      {"DOCTYPE: the end", "<!doctype html", "D"},
      {"before DOCTYPE name", "<!doctype  html>a", "D[a]"},
      {"DOCTYPE name", "<!doctypehtml>a", "D[a]"},
      {"after DOCTYPE name", "<!doctype html a>b", "D[b]"},
      {"DOCTYPE public identifier", "<!doctype html public 'a' 'b'>c", "D[c]"},
      {"DOCTYPE public identifier: an angle", "<!doctype html public 'a>b",
       "D[b]"},
      {"DOCTYPE system identifier", "<!doctype html system \"a\">b", "D[b]"},
      {"bogus DOCTYPE", "<!doctype html public a>b", "D[b]"},
  };
  CHECK(rows, false);
}

static void foreign_content(void **state) {
  (void)state;
  static const struct state_case rows[] = {
      {"CDATA section", "<![CDATA[a<b>&lt;]]>c",
       "!<![CDATA[![a<b>&lt;]!]]>![c]"},
      {"CDATA section: empty", "<![CDATA[]]>a", "!<![CDATA[!!]]>![a]"},
      {"CDATA section bracket", "<![CDATA[a]b]]>c", "!<![CDATA[![a]b]!]]>![c]"},
      {"CDATA section end", "<![CDATA[a]]]>b", "!<![CDATA[![a]]!]]>![b]"},
      {"CDATA section: the end", "<![CDATA[a", "!<![CDATA[![a]"},
      {"no raw text", "<style>a<b></style>", "<style>[a]<b></style>"},
  };
  CHECK(rows, true);
}

static void references(void **state) {
  (void)state;
  static const struct state_case rows[] = {
      {"character reference", "a& b&", "[a][& b][&]"},
      {"named character reference", "&notin;&notit;", "{∉}{¬}[it;]"},
      {"ambiguous ampersand", "&abc;", "[&abc;]"},
      {"numeric character reference", "&#a;&#;", "[&#a;][&#;]"},
      {"hexadecimal character reference start", "&#x;&#Xe4;", "[&#x;]{ä}"},
      {"decimal character reference start", "&#228;", "{ä}"},
      {"hexadecimal character reference", "&#xE4g", "{ä}[g]"},
      {"decimal character reference", "&#228a", "{ä}[a]"},
      {"numeric character reference end", "&#0;&#x110000;&#xD800;&#150;",
       "{\uFFFD}{\uFFFD}{\uFFFD}{–}"},
  };
  CHECK(rows, false);
}

static void assert_known(const char *name, const char *known) {
  assert_string_equal(mail_html_tag_find(base_slice_of(name))->name, known);
}

static void an_element_is_known_by_all_of_its_name(void **state) {
  (void)state;
  static const char *const names[] = {
      "a",  "address", "blockquote", "colgroup", "foreignobject", "h1",
      "h6", "img",     "nobr",       "p",        "plaintext",     "textarea",
      "ul", "xmp",     "mj-head",    "mj-title",
  };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    assert_known(names[i], names[i]);
  }
  assert_known("BlockQuote", "blockquote");
  static const char *const unknown[] = {
      "",
      "aa",
      "blockquotes",
      "blockquo",
      "foreignobjects",
      "textarea2",
      "span",
      "zzz",
      "o:p",
      "p\xc3\xa9",
      "mj-text",
      "mj-accordion-element",
  };
  for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++) {
    assert_known(unknown[i], "");
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_element_is_known_by_all_of_its_name),
      cmocka_unit_test(data_and_tags),
      cmocka_unit_test(tags_are_known_by_all_their_bytes),
      cmocka_unit_test(many_tags_are_known),
      cmocka_unit_test(attributes),
      cmocka_unit_test(elements_with_other_content),
      cmocka_unit_test(scripts),
      cmocka_unit_test(comments),
      cmocka_unit_test(doctypes),
      cmocka_unit_test(foreign_content),
      cmocka_unit_test(references),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
