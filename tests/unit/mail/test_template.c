/* SPDX-License-Identifier: MIT */
#include "template_reads.h"

#include "mail/message.h"
#include "mail/template.h"

#include <string.h>

static void what_puts_words_is_one_word(void **state) {
  (void)state;
  assert_reads("Hi {{ name }},", "Hi ¤,");
  assert_reads("Hi {{{ name }}}, {{~name~}} {{- .Name -}} {{&name}}",
               "Hi ¤, ¤ ¤ ¤");
  assert_reads("Hi <%= name %>, <%- name %> [% name %] [% a IF b %]",
               "Hi ¤, ¤ ¤ ¤");
  assert_reads("Hi ${name!\"friend\"}, #{name} %{name} %(name)s",
               "Hi ¤, ¤ ¤ ¤");
  assert_reads("Hi *|FNAME|*, %%first name%% %FIRSTNAME% [[name]] {name}",
               "Hi ¤, ¤ ¤ ¤ ¤");
  assert_reads("Hi <<First Name>>, {!Contact.Name} *|LIST:NAME|* {$name}",
               "Hi ¤, ¤ ¤ ¤");
  assert_reads("Dear «Title» «Last_Name»,", "Dear ¤ ¤,");
  assert_reads("{% trans greeting %} {% url 'shop' %}", "¤ ¤");
  assert_reads("Hi {%customer.firstName,fallback=there%} all", "Hi ¤ all");
  assert_reads("Hi {!IF(Contact.Nice, \"dear\", \"\")} all", "Hi ¤ all");
  assert_reads("Hi %%=v(@first)=%%, {$name|default:\"friend\"}", "Hi ¤, ¤");
  assert_reads("Hi {@name}, {money(@price)} {math equation='a+b'}",
               "Hi ¤, ¤ ¤");
  assert_reads("from {{ start }} to {{ end }}", "from ¤ to ¤");
  assert_reads("a [% IF b; c; END -%] of tea", "a ¤ of tea");
  assert_reads("the [% next %] and [% LAST.name %] one", "the ¤ and ¤ one");
  assert_reads("on %DAY%, not%2C% later", "on ¤, not%2C% later");
  assert_reads("No. #{{ number }}, ${{ price }}, #{% if a %}1{% endif %}",
               "No. #¤, $¤, #1");
}

static void what_puts_nothing_is_left_out(void **state) {
  (void)state;
  assert_reads("Hi{# soon: Ana #} all{{! and Tom }},{{!-- or }} --}}",
               "Hi all,");
  assert_reads("Hi{% set a = 1 %}{{/* Go */}}<%# Ruby %>[% a = 1 %] all",
               "Hi all");
  assert_reads("Hi{% if a < b %} dear{% endif %}{{#if a}} old{{/if}} team",
               "Hi dear old team");
  assert_reads("file<% if many %>s<% end %> and box<% if (n) { %>es<% } %>",
               "files and boxes");
  assert_reads("a<#if b> cup</#if><@line/> of[% IF c %] black[%- END -%] tea",
               "a cup of black tea");
  assert_reads("{% trans n=a %}one{% pluralize %}two{% endtrans %}, "
               "{% trans with {'%a%': b} from 'c' %}three{% endtrans %}",
               "one, three");
  assert_reads("{% with a as b %}one{% endwith %}", "one");
  assert_reads("a[% TRY %][% INCLUDE b %][% CATCH %][% END %] cup", "a cup");
  assert_reads("{{ range .Items }}one{{ end }} *|IF:VIP|*two*|END:IF|*",
               "one two");
  assert_reads("*|IF:VIP|*One.*|ELSE:|*Two.*|END:IF|*", "One.\n\nTwo.");
  assert_reads("{% trans %}one{% endtrans %} <#list a as b>two</#list>",
               "one two");
}

static void what_is_translated_is_read(void **state) {
  (void)state;
  assert_reads("{% trans \"Hello\" %} {{ name }},", "Hello ¤,");
  assert_reads("{%- translate 'Thanks for it.' context 'shop' -%}",
               "Thanks for it.");
  assert_reads("{{ _(\"It is here.\") }} {{gettext('It\\'s here.')}}",
               "It is here. It's here.");
  assert_reads("{{ 'Hi %name%,'|trans({'%name%': name}) }}", "Hi ¤,");
  assert_reads("{{ T \"Yes, it is.\" }} {{'Go on'|t}}", "Yes, it is. Go on");
  assert_reads("<%= gettext(\"Hi %{name}, yes\", name: a) %>", "Hi ¤, yes");
  assert_reads("<%= I18n.t \"Hi all\" %> [% c.loc('Hi all') %]",
               "Hi all Hi all");
  assert_reads("${t('Hi all')} {gettext(\"Hi all\")}", "Hi all Hi all");
  assert_reads("{{ dgettext(\"mails\", \"Hi all\") }}", "Hi all");
  assert_reads("{% if a %}{% trans 'Sorry.' %}{% else %}{% trans 'No.' %}"
               "{% endif %} Bye",
               "Sorry.\n\nNo.\n\n Bye");
  assert_shows("<p>{% trans 'See <b>it</b> here' %}</p>", "See it here");
}

static void keys_and_code_are_not(void **state) {
  (void)state;
  assert_reads("{{ 'mail.greeting'|trans }} {{ t \"hello\" }}", "¤ ¤");
  assert_reads("<%= t('.hi', default: 'Hi all') %>", "¤");
  assert_reads("{{ name|default('dear friend') }} {{ 'two days'|date }}",
               "¤ ¤");
  assert_reads("{{ link_to('Go on', url) }} {{ t(\"It is\\nhere\") }}", "¤ ¤");
  assert_reads("a{% trans 'Hi all' as greeting %}", "a");
  assert_reads("{{ t('never closed) }} {{ _('') }} {{ t", "¤ ¤ {{ t");
  assert_shows("<a title=\"{% trans 'Mail > New' %}\">Hi</a>", "Hi");
}

static void comments_and_assignments_of_more_languages(void **state) {
  (void)state;
  assert_reads("Hi{* Smarty *}{{-- Blade --}}<%!-- HEEx <%= a %> --%> all",
               "Hi all");
  assert_reads("Hi<!-- soon: Ana --> all<!-- {{ a }} -->", "Hi all<!-- ¤ -->");
  assert_reads("Hi{assign var=a value=\"b\"}{include file='c.tpl'} all",
               "Hi all");
  assert_reads("Hi%%[ SET @a = \"b\" ]%%{% url 'shop' as a %} all", "Hi all");
  assert_reads("Hi<.badge kind={a}> you</.badge><:note>two</:note>",
               "Hi youtwo");
}

static void conditions_of_more_languages(void **state) {
  (void)state;
  assert_reads("Dear {if $a}Ana{elseif $b}Tom{else}team{/if},", "Dear Ana,");
  assert_reads("{foreach from=$a item=b}{$b.name} {/foreach}", "¤ ");
  assert_reads("Dear %%[IF @a == 1 THEN]%%Ana%%[ELSE]%%team%%[ENDIF]%%,",
               "Dear Ana,");
  assert_reads("Dear {{#name}}Ana{{^}}team{{/name}},", "Dear Ana,");
  assert_reads("Dear {if you like}, {when}", "Dear ¤, ¤");
}

static void a_line_of_it_is_no_line(void **state) {
  (void)state;
  assert_reads("Hi all,\n"
               "{% if late %}\n"
               "  {% for item in items %} {# each #}\t\r\n"
               "sorry for the wait.\n"
               "  {% endfor %}\n"
               "{% endif %}\n"
               "Bye",
               "Hi all,\nsorry for the wait.\nBye");
  assert_reads("{% extends 'mail' %}\nHi", "Hi");
  assert_reads("Hi\n{#\n  a comment\n\n#}\n", "Hi\n");
}

static void what_nobody_reads_is_a_comment(void **state) {
  (void)state;
  assert_reads("Hi {% comment %}{{ name }} or {% if %}{% endcomment %}all",
               "Hi all");
  assert_reads("Hi {% comment %}all", "Hi all");
}

static void alternatives_are_paragraphs(void **state) {
  (void)state;
  assert_reads("{% if a %}\nThe form is here.\n{% else %}\nIt is there.\n"
               "{% endif %}\n",
               "The form is here.\n\n\n\nIt is there.\n");
  assert_reads("{{#a}}Yes.{{else if b}}No.{{else}}Well.{{/a}}",
               "Yes.\n\nNo.\n\nWell.");
  assert_reads("{{#a}}\nYes.\n{{/a}}\n{{^a}}\nNo.\n{{/a}}\n",
               "Yes.\n\n\n\nNo.\n");
  assert_reads("{% case a %}{% when 1 %}Yes.{% when 2 %}No.{% endcase %}",
               "Yes.\n\nNo.");
}

static void what_is_put_elsewhere_is_apart(void **state) {
  (void)state;
  assert_reads("{{ define \"subject\" }}Your tea{{ end }}"
               "{{- define \"body\" -}}Hi,{{ if a }} all{{ end }}{{ end }}",
               "\n\nYour tea\n\n\n\nHi, all\n\n");
}

static void of_a_sentence_the_first_alternative_is_read(void **state) {
  (void)state;
  assert_reads("Dear {% if a %}Ana{% elsif b %}Tom{% else %}team{% endif %},",
               "Dear Ana,");
  assert_reads("Dear {{#a}}{{a}}{{/a}}{{^a}}team{{/a}}, hi", "Dear ¤, hi");
  assert_reads("by {% if a %}{% if b %}one{% else %}two{% endif %}"
               "{% else %}three{% endif %} o'clock",
               "by one o'clock");
  assert_reads("{{ a }}{% if b %} and Ana{% else %} and Tom{% endif %}",
               "¤ and Ana");
  assert_reads("[% IF a %]One[% ELSE %]Two[% END %] of us", "One of us");
  assert_reads("<% if (a) { %>One<% } else { %>Two<% } %> of us", "One of us");
  assert_reads("at {% case a %}{% when 1 %}one{% when 2 %}two{% endcase %}.",
               "at one.");
}

static void alternatives_of_whole_sentences_are_all_read(void **state) {
  (void)state;
  assert_reads("Thanks. {% if a %}Sorry for the wait.{% else %}All is here. "
               "Have fun.{% endif %}\n\nBest, Ana",
               "Thanks. Sorry for the wait.\n\nAll is here. Have fun.\n\n\n\n"
               "Best, Ana");
  assert_reads("{{#a}}Is it late?{{/a}}{{^a}}It came.{{/a}} Thanks",
               "Is it late?\n\nIt came.\n\n Thanks");
  assert_reads("Hi, {{ if a }}yes{{ else if b }}no{{ else }}it came at last."
               "{{ end }} Thanks",
               "Hi, yes\n\nit came at last.\n\n Thanks");
  assert_reads("Hi {% if a %}it is with {{ b }}.{% else %}it is not"
               "{% endif %} yet",
               "Hi it is with ¤.\n\nit is not\n\n yet");
  assert_reads("Dear {% if a %}Mr. {{ b }}{% else %}Prof. {{ b }}{% endif %},",
               "Dear Mr. ¤,");
  assert_reads("on {% if a %}shop.{{ b }}{% else %}mail.{{ b }}{% endif %}, at",
               "on shop.¤, at");
  assert_reads("Hi,\r{% if a %}\rThe form is here{% else %}\rIt is there"
               "{% endif %} now\rBye",
               "Hi,\rThe form is here\n\n\rIt is there now\rBye");
}

static void the_rest_is_no_placeholder(void **state) {
  (void)state;
  static const char *const texts[] = {
      "a { b } c",
      "{ }",
      "p { color: red }",
      "100% of 50%",
      "5%off%",
      "see /caf%C3%A9%20au",
      "[1] and [name]",
      "a << b",
      "{{ name",
      "{{ a {% b",
      "$5 and #3",
      "<#12> is the ticket",
      "{# never closed",
      "*| a\n|*",
      "%",
      "{first\nname}",
      "{two  words}",
      "{* no end",
      "<.",
      "a <. b >",
      "50%% [a] %%",
      "« Hi » and «two words»",
  };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    assert_reads(texts[i], texts[i]);
  }
  assert_reads("{{ a {{ name }}", "{{ a ¤");
}

static void markup_is_read_around_them(void **state) {
  (void)state;
  assert_shows("<p>Hi {{ name }},</p><p>the {b}order{c} left.</p>",
               "Hi ¤,\n\nthe ¤order¤ left.");
  assert_shows("<p {% if a < b %}class=\"a\"{% endif %}>Hi</p>", "Hi");
  assert_shows("<a href=\"{{ a|default(\"<b>\") }}\" {{ b }}>Hi</a> all",
               "Hi all");
  assert_shows("{% if a < b and c > d %}<p>Hi{% endif %}{# <p> #} all",
               "Hi all");
  assert_shows("<style>p{color:{{ c }}} @media a{#b{c:d}}</style>Hi", "Hi");
  assert_shows("<!--[if !mso]><!--><p>Hi <!--<![endif]-->all<!-- it -->",
               "Hi all");
  assert_shows("<!-- {{ a --> Hi {{ name }}", "Hi ¤");
  assert_shows("<ul><% items.each do |item| %><li><%= item %></li><% end %>"
               "</ul>",
               "- ¤");
  assert_shows("<div style=\"display:{{ a }}none\">Hi</div>", "Hi");
}

static void what_hides_under_a_condition_is_shown(void **state) {
  (void)state;
  assert_shows("<div {% if not a %}style=\"display:none\"{% endif %}>Hi</div>",
               "Hi");
  assert_shows("<div\n  {% if a %}\n  hidden\n  {% endif %}\n>Hi</div>", "Hi");
  assert_shows("<p style=\"display:{% if a %}none{% else %}block{% endif %}\">"
               "Hi</p>",
               "Hi");
  assert_shows("<p {{#a}}class=b{{/a}}{{^a}}hidden{{/a}}>Hi</p>", "Hi");
  assert_shows("<p {% if a %}{% if b %}hidden{% endif %} id=c{% endif %}>Hi",
               "Hi");
  assert_reads("<a href=\"{% if a %}b{% endif %}\">Hi</a>",
               "<a href=\"b\">Hi</a>");
  assert_reads("if a <b, {% if c %}see here{% endif %} as well",
               "if a <b, see here as well");
}

static void alternatives_in_markup_are_apart(void **state) {
  (void)state;
  assert_shows("<p>Dear {% if a %}Ana{% else %}team{% endif %},</p>",
               "Dear Ana,");
  assert_shows("{% if a %}<p>Yes.</p>{% else %}<p>No.</p>{% endif %}",
               "Yes.\n\nNo.");
  assert_shows("<p>{% if a %}Yes.{% else %}No.{% endif %}</p>", "Yes. No.");
  assert_shows("<p>Hi, {% if a %}yes</p><p>One{% else %}no</p><p>Two{% endif %}"
               "</p><p>Bye</p>",
               "Hi, yes\n\nOne no\n\nTwo\n\nBye");
}

static void a_charset_may_be_a_placeholder(void **state) {
  (void)state;
  const struct courtesy_facts facts = {.markup = COURTESY_MARKUP_HTML};
  struct courtesy_message *message = message_of(
      COURTESY_TEMPLATE, "<meta charset=\"{{ charset }}\">caf\u00E9", &facts);
  assert_int_equal(courtesy_message_problem_count(message), 0);
  courtesy_message_destroy(message);
}

static void a_subject_has_them_too(void **state) {
  (void)state;
  struct courtesy_message *message =
      message_of(COURTESY_TEMPLATE, "Subject: Your {{ thing }}\n\nHi", NULL);
  assert_template_text(&message->sources[MAIL_SOURCE_SUBJECT], "Your ¤");
  courtesy_message_destroy(message);
}

static void other_kinds_are_read_as_they_stand(void **state) {
  (void)state;
  struct courtesy_message *message =
      message_of(COURTESY_DRAFT, "Hi {{ name }}", NULL);
  assert_template_text(&message->sources[MAIL_SOURCE_TEXT], "Hi {{ name }}");
  courtesy_message_destroy(message);
}

/* Every byte of the text knows its place, in whatever charset. */
static void places_are_those_of_the_template(void **state) {
  (void)state;
  static const char template[] = "<meta charset=latin1><p {{ a }}>Gr\xFC\xDF "
                                 "<b>{{ b }}</b> gern</p>";
  const struct courtesy_facts facts = {.markup = COURTESY_MARKUP_HTML};
  struct courtesy_message *message =
      message_of(COURTESY_TEMPLATE, template, &facts);
  const struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  assert_template_text(text, "Gr\u00FC\u00DF ¤ gern");
  uint32_t start;
  uint32_t end;
  text_source_raw(text, 7, 10, &start, &end);
  assert_int_equal(start, strstr(template, "{{ b") - template);
  assert_int_equal(end - start, strlen("{{ b }}"));
  struct base_slice written = mail_placeholder_at(message, text, 7);
  assert_int_equal(written.size, strlen("{{ b }}"));
  assert_memory_equal(written.bytes, "{{ b }}", written.size);
  text_source_raw(text, 11, 15, &start, &end);
  assert_int_equal(start, strstr(template, "gern") - template);
  courtesy_message_destroy(message);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_puts_words_is_one_word),
      cmocka_unit_test(what_puts_nothing_is_left_out),
      cmocka_unit_test(what_is_translated_is_read),
      cmocka_unit_test(keys_and_code_are_not),
      cmocka_unit_test(comments_and_assignments_of_more_languages),
      cmocka_unit_test(conditions_of_more_languages),
      cmocka_unit_test(a_line_of_it_is_no_line),
      cmocka_unit_test(what_nobody_reads_is_a_comment),
      cmocka_unit_test(alternatives_are_paragraphs),
      cmocka_unit_test(what_is_put_elsewhere_is_apart),
      cmocka_unit_test(of_a_sentence_the_first_alternative_is_read),
      cmocka_unit_test(alternatives_of_whole_sentences_are_all_read),
      cmocka_unit_test(the_rest_is_no_placeholder),
      cmocka_unit_test(markup_is_read_around_them),
      cmocka_unit_test(what_hides_under_a_condition_is_shown),
      cmocka_unit_test(alternatives_in_markup_are_apart),
      cmocka_unit_test(a_charset_may_be_a_placeholder),
      cmocka_unit_test(a_subject_has_them_too),
      cmocka_unit_test(other_kinds_are_read_as_they_stand),
      cmocka_unit_test(places_are_those_of_the_template),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
