/* SPDX-License-Identifier: MIT */
/* Languages whose placeholders no sign ends. */
#include "template_reads.h"

static void velocity(void **state) {
  (void)state;
  assert_reads("Hi $name, $!name, ${name}, $!{user.name}", "Hi ¤, ¤, ¤, ¤");
  assert_reads("It is $issue.key, due on $date.format('d MMM', $day).",
               "It is ¤, due on ¤.");
  assert_reads("$lines[0].title is for $user.name's desk", "¤ is for ¤'s desk");
  assert_reads("#set( $a = \"b\" )\n#parse('top.vm')\nHi", "Hi");
  assert_reads("Hi#* soon: Ana *# all", "Hi all");
  assert_reads("#if ($late && $a.b())\nSorry.\n#elseif($b)\nThanks.\n#else\n"
               "Hello.\n#end\nBye",
               "Sorry.\n\n\n\nThanks.\n\n\n\nHello.\nBye");
  assert_reads("#if($a)my#{else}our#end tea", "my tea");
  assert_reads("#foreach($a in $b)* $a#if($foreach.hasNext),#end\n#end",
               "* ¤,\n");
  assert_reads("#macro(foot)Bye#end Hi", "\n\nBye\n\n Hi");
  assert_reads("#foot(\"a\")\n#top()\nHi", "Hi");
}

static void python_and_shells(void **state) {
  (void)state;
  assert_reads("Hi $first_name, it is $$12 for ${pages} pages",
               "Hi ¤, it is $$12 for ¤ pages");
  assert_reads("%(count)d of %(all)s", "¤ of ¤");
  assert_reads("Hi {0}, {1,number} of {2}, {day:%d.%m.} {name!r} {a[b]}",
               "Hi ¤, ¤ of ¤, ¤ ¤ {a[b]}");
  assert_reads("Hi %s, %d of %1$s and %ld", "Hi ¤, ¤ of ¤ and ¤");
}

static void comments_to_the_end_of_the_line(void **state) {
  (void)state;
  assert_reads("## soon: Ana\n#set ($a = 1)\nHi all\n", "Hi all\n");
  assert_reads("% if late:\n## soon\nSorry.\n% endif\n", "Sorry.\n");
  assert_reads("## Menu\n$soup #a(b)\n", "## Menu\n¤ \n");
}

static void mako(void **state) {
  (void)state;
  assert_reads("% for a in b:\n* ${a.c | h}\n% endfor\nBye", "* ¤\nBye");
  assert_reads("% if a:\nYes.\n% else:\nNo.\n% endif\n", "Yes.\n\n\n\nNo.\n");
  assert_reads("5 % if late", "5 % if late");
}

static void blade(void **state) {
  (void)state;
  assert_reads("Hi {{ $name }}, {!! $team !!} @{{ $ana }}", "Hi ¤, ¤ @¤");
  assert_reads("@if ($a->count() > 1)\nTwo.\n@elseif ($b)\nOne.\n@else\nNone.\n"
               "@endif\nBye",
               "Two.\n\n\n\nOne.\n\n\n\nNone.\nBye");
  assert_reads("@foreach ($a as $b)\n- {{ $b }}\n@endforeach\nBye", "- ¤\nBye");
  assert_reads("@if ($a)\n{{ $b }}\n@endif\n", "¤\n");
  assert_reads("Hi @isset($b){{ $b }} @endisset all", "Hi ¤  all");
  assert_reads("@php\n$a = 'soon';\n@endphp\nHi", "Hi");
  assert_reads("@extends('mail')@section('body')\nHi\n@endsection", "Hi\n");
  assert_reads("@lang('See you on :day.', ['day' => $day])",
               "See you on :day.");
  assert_reads("@lang(\"a \\\") b\", []) Hi", "a \") b Hi");
}

static void razor(void **state) {
  (void)state;
  assert_reads("@model Mail.Offer\n@using Mail\n@{\n  var a = \"b\";\n}\nHi",
               "Hi");
  assert_reads(
      "Dear @Model.Name, @(a + b)@* soon *@ @item.When.ToString(\"d\")",
      "Dear ¤, ¤ ¤");
  assert_shows("@if (Model.Late)\n{\n<p>Sorry.</p>\n}\nelse\n{\n<p>Thanks.</p>"
               "\n<p>Bye</p>",
               "Sorry.\n\nThanks.\n\nBye");
  assert_shows("<a href=\"@Url.Action(\"a\", \"b > c\")\">Hi</a>", "Hi");
  assert_reads("@foreach (var a in b) {\n@a.Name\n} else if (c) {\nBye",
               "¤\n\n\n\nBye");
}

static void php(void **state) {
  (void)state;
  assert_shows("<p>Hi <?= $user->name ?>, <?php echo $day; ?></p>", "Hi ¤, ¤");
  assert_shows("<?php if ($a->b > 1): ?><p>Two.</p><?php else: ?><p>One.</p>"
               "<?php endif; ?>",
               "Two.\n\nOne.");
  assert_shows("<?php foreach ($a as $b) { ?>- <?= $b ?><?php } ?>", "- ¤");
  assert_shows("<?php if ($a) { b(); } ?>Hi<?xml version=\"1.0\"?>", "Hi");
  assert_shows("<?php esc_html_e( 'Thanks for it.', 'shop' ); ?>",
               "Thanks for it.");
  assert_shows("<?php printf( esc_html__( 'Hi %s,', 'shop' ), $name ); ?>",
               "Hi ¤,");
}

static void thymeleaf(void **state) {
  (void)state;
  assert_reads("Hi [(${name})], [[${day}]]", "Hi ¤, ¤");
  assert_reads("[# th:if=\"${late}\"]Sorry.[/] Bye [# th:utext=\"${a}\"/]",
               "Sorry. Bye ¤");
}

static void components(void **state) {
  (void)state;
  assert_shows("<.page title=\"a > b\"><p>Hi</p><:foot>all</:foot></.page>",
               "Hi\n\nall");
  assert_shows("<p class={if a > 1, do: \"b\"}>Hi</p>", "Hi");
  assert_shows("<.badge on={fn a -> %{b: a > 1} end} />Hi", "Hi");
  assert_reads("<x-mail::panel>\nHi\n</x-mail::panel>\n", "Hi\n");
}

/* The zones of what is pressed: see button.c. */
static void components_that_are_labels(void **state) {
  (void)state;
  assert_shows("<.link href={~p\"/a/#{b}\"}>See it</.link> here",
               "See it here");
  assert_reads("<x-mail::button :url=\"$a->b\">\nSee it\n</x-mail::button>\n",
               "[See it](#)\n");
  assert_reads(
      "@component('mail::message')\n@component('mail::button', ['url' => "
      "$a])\nSee it\n@endcomponent\nBye\n@endcomponent\n",
      "[See it](#)\nBye\n");
  assert_reads("<x-button>\nSee it\n", "See it\n");
}

static void breaks_of_markdown(void **state) {
  (void)state;
  assert_reads("Thanks,<br>\nAna<br />", "Thanks,\nAna");
  assert_shows("Thanks,<br>Ana", "Thanks,\nAna");
}

static void the_rest_is_text(void **state) {
  (void)state;
  static const char *const texts[] = {
      "$5, US$name, $, $!",
      "#12 and #name, #iffy, #if you like, #elsewhere",
      "<a href=\"#end\">",
      "ana@if.example (soon), @ana, @@if(a), @media (a)",
      "@else-where, #end-to-end",
      "100%s, 5 %, 7% so, %%s, %sure, %12",
      "} otherwise",
      "{1, 2} and {}",
      "a ={b > c}",
      "[#12], [/a], [# no]",
      "<x, <x-, <.>, </.> and <brr>",
      "<? and ?",
      "see `@else` and `#else`",
      "#if (never (closed",
  };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    assert_reads(texts[i], texts[i]);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(velocity),
      cmocka_unit_test(python_and_shells),
      cmocka_unit_test(comments_to_the_end_of_the_line),
      cmocka_unit_test(mako),
      cmocka_unit_test(blade),
      cmocka_unit_test(razor),
      cmocka_unit_test(php),
      cmocka_unit_test(thymeleaf),
      cmocka_unit_test(components),
      cmocka_unit_test(components_that_are_labels),
      cmocka_unit_test(breaks_of_markdown),
      cmocka_unit_test(the_rest_is_text),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
