/* SPDX-License-Identifier: MIT */
/*
 * The placeholders of template languages:
 *
 *     Hi {{ name }},{% if late %} sorry{% endif %}      Jinja, Liquid, Twig
 *     {{#late}}sorry{{/late}} {{{ name }}}              Handlebars, Mustache
 *     <% if late %>sorry<% end %> <%= name %>           ERB, EJS
 *     [% IF late %]sorry[% END %]                       Template Toolkit
 *     <#if late>sorry</#if> ${name}                     FreeMarker
 *     {if $late}sorry{/if} {$name}                      Smarty
 *     %%[IF @late THEN]%%sorry%%[ENDIF]%% %%=v(@name)=%% AMPscript
 *     *|NAME|* %%name%% %name% [[name]] {name} <<name>> «name» mailings
 *     <? if (late): ?>sorry<? endif ?> <?= name ?>      PHP
 *     $name #if ($late) sorry #end                      see placeholder_bare.h
 *
 * No language is told by its name: their signs are apart enough. What looks
 * like an opening and has no end is no placeholder.
 *
 *     placeholder.c        where one stands; placeholder_bare.c,
 *                          placeholder_at.c: where no sign ends it
 *     placeholder_role.c   what it does there; placeholder_mailing.c: in mailings
 *     placeholder_words.c  which words it is sure to put: {{ _("Hello") }}
 *     template_piece.c     which belong together, and what is left out
 *     template.c           the text that is read then
 */
#ifndef COURTESY_MAIL_PLACEHOLDER_H
#define COURTESY_MAIL_PLACEHOLDER_H

#include "base/slice.h"

#include <stdbool.h>
#include <stdint.h>

enum mail_placeholder_role {
  MAIL_PUTS = 0,  /* stands for words */
  MAIL_IS_SILENT, /* puts nothing: a comment, an assignment, an include */
  MAIL_OPENS,     /* a condition or a loop */
  MAIL_DEFINES,   /* opens what is put elsewhere: Go's {{ define "subject" }} */
  MAIL_PARTS,     /* begins its next alternative */
  MAIL_INVERTS,   /* Mustache's {{^name}}: opens what {{/name}} closed */
  MAIL_CLOSES,
  MAIL_MAY_CLOSE, /* {{ end }}: a name, unless something is open */
  MAIL_COMMENTS,  /* begins what nobody reads: {% comment %} */
  MAIL_UNCOMMENTS,
  MAIL_LABELS, /* a button or a link: <.button>Open it</.button> */
  MAIL_UNLABELS,
  MAIL_MAY_UNLABEL, /* @endcomponent */
};

struct mail_placeholder {
  uint32_t start; /* of the text */
  uint32_t end;
  enum mail_placeholder_role role;
  uint32_t words; /* what it is sure to put, if anything: a stretch of it */
  uint32_t words_end;
};

/* What placeholders are looked for in. */
struct mail_template_text {
  struct base_slice bytes;
  bool html;         /* else `<br>` is one, too: Markdown has it */
  bool has_comments; /* `##` begins one, and no heading of Markdown */
};

struct mail_template_text mail_template_text_of(struct base_slice bytes,
                                                bool html);

/* Finds the first placeholder from `at` on; false when there is none. Reading
 * all of a text, each from the end of the one before, costs no more than its
 * size. */
bool mail_placeholder_find(const struct mail_template_text *text, uint32_t at,
                           struct mail_placeholder *found);

/* Whose signs those around a placeholder are. */
enum mail_dialect {
  MAIL_DIALECT_VALUE = 0,     /* ${ }: always a value */
  MAIL_DIALECT_COMMENT,       /* {# #}: always silent */
  MAIL_DIALECT_BRACE,         /* { } */
  MAIL_DIALECT_BRACES,        /* {{ }} */
  MAIL_DIALECT_PERCENT,       /* {% %} */
  MAIL_DIALECT_PERCENTS,      /* %%[ ]%% */
  MAIL_DIALECT_ANGLE,         /* <% %> */
  MAIL_DIALECT_PHP,           /* <? ?> */
  MAIL_DIALECT_HASH,          /* #{ } */
  MAIL_DIALECT_SQUARE,        /* [% %] */
  MAIL_DIALECT_ATTRIBUTE,     /* [# th:if="a"] */
  MAIL_DIALECT_STAR,          /* *| |* */
  MAIL_DIALECT_DIRECTIVE,     /* <# > */
  MAIL_DIALECT_END_DIRECTIVE, /* </# > */
};

/* What a placeholder does, by what stands between its signs. */
enum mail_placeholder_role mail_placeholder_role_of(enum mail_dialect dialect,
                                                    struct base_slice inner);

/* The text that is translated, unless it is a key or kept for later; empty when
 * there is none. It may hold placeholders and escapes, `\'`. */
struct base_slice mail_placeholder_words(struct base_slice inner);

#endif
