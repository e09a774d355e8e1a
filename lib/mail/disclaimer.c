/* SPDX-License-Identifier: MIT */
#include "mail/phrase.h"
#include "mail/zones.h"

enum {
  LARGEST_LOOK = 2048,  /* bytes of a paragraph that are searched */
  LARGEST_BANNER = 400, /* … of a line that a gateway put on top */
};

/* How legal text starts. Each needs one of `legal_words` in its paragraph,
 * since a colleague may well write "This e-mail is to let you know …". */
static const char *const openers[] = {
    "this e-mail",
    "this email",
    "this electronic mail",
    "this electronic message",
    "this message",
    "this communication",
    "this transmission",
    "the information contained in",
    "the information in this",
    "the information transmitted",
    "the contents of this",
    "the content of this",
    "the preceding e-mail",
    "the preceding email",
    "if you are not the intended",
    "if you have received this",
    "any review, retransmission",
    "confidentiality notice",
    "confidentiality note",
    "confidentiality statement",
    "disclaimer",
    "legal notice",
    "privileged and confidential",
    "privileged/confidential",
    "diese e-mail",
    "diese nachricht",
    "der inhalt dieser e-mail",
    "ce message",
    "ce courriel",
    "cet e-mail",
    "ce mail",
    "este mensaje",
    "este correo",
    "el contenido de este",
    "la información contenida",
    "questo messaggio",
    "questa e-mail",
    "il contenuto di questa",
    "le informazioni contenute",
    "dit bericht",
    "deze e-mail",
    "dit e-mailbericht",
    "de informatie in dit",
    "esta mensagem",
    "este e-mail",
    "este email",
    "ta wiadomość",
    "niniejsza wiadomość",
    "treść tej wiadomości",
    "detta meddelande",
    "detta e-postmeddelande",
    "denne e-mail",
    "denne mail",
    "denne meddelelse",
    "denne e-posten",
    "denne meldingen",
    "tämä viesti",
    "tämä sähköposti",
    "tato zpráva",
    "tento e-mail",
    "это сообщение",
    "это письмо",
    "данное сообщение",
    "настоящее сообщение",
    "本邮件",
    "本電子郵件",
    "本メール",
    "このメール",
};

static const char *const legal_words[] = {
    "intended recipient",
    "intended recipients",
    "intended recipient(s)",
    "intended solely",
    "intended only",
    "intended exclusively",
    "sole use",
    "confidential",
    "privileged",
    "unauthorized",
    "unauthorised",
    "addressee",
    "addressee(s)",
    "strictly prohibited",
    "not responsible for",
    "monitored",
    "liable",
    "liability",
    "disclaimed",
    "viruses",
    "legally binding",
    "views expressed",
    "opinions expressed",
    "haftung",
    "responsabilité",
    "responsabilidad",
    "aansprakelijk",
    "aansprakelijkheid",
    "vertraulich",
    "vertrauliche",
    "vertraulichen",
    "unbefugt",
    "confidentiel",
    "confidentiels",
    "confidentielle",
    "confidentielles",
    "confidencial",
    "confidenciales",
    "confidenciais",
    "riservato",
    "riservata",
    "riservate",
    "confidenziali",
    "vertrouwelijk",
    "vertrouwelijke",
    "poufne",
    "poufny",
    "konfidentiell",
    "konfidentiella",
    "konfidentielt",
    "fortrolig",
    "fortrolige",
    "luottamuksellinen",
    "luottamuksellista",
    "důvěrné",
    "důvěrná",
    "конфиденциально",
    "конфиденциальную",
    "конфиденциальной",
    "机密",
    "保密",
    "機密",
};

/* What gateways put on top. */
static const char *const banners[] = {
    "[external]",
    "[external email]",
    "[external sender]",
    "[ext]",
    "*external*",
    "external email",
    "external sender",
    "external message",
    "caution: this email originated",
    "caution: this e-mail originated",
    "caution: this message originated",
    "caution: external",
    "caution - external",
    "warning: this email originated",
    "warning: this e-mail originated",
    "warning: external",
    "this email originated from outside",
    "this e-mail originated from outside",
    "this message originated from outside",
    "this message was sent from outside",
    "this email was sent from outside",
    "you don't often get email from",
    "you do not often get email from",
    "some people who received this message don't often get email from",
    "achtung: externe e-mail",
    "externe e-mail",
    "extern:",
    "attention: courriel externe",
    "[externe]",
    "[extern]",
    "[externo]",
    "[esterno]",
};

/* A banner's further lines talk of these. */
static const char *const banner_words[] = {
    "click",     "links",        "attachments",  "sender",  "recognize",
    "recognise", "organization", "organisation", "is safe", "learn why",
};

/* What mailing lists and archives write below a message. */
static const char *const footers[] = {
    "to unsubscribe",
    "to post to this group",
    "please consider the environment",
    "please think before you print",
    "think before you print",
    "bitte denken sie an die umwelt",
    "pensez à l'environnement",
    "to manage your subscription",
    "unsubscribe:",
    "manage your subscription",
    "you received this message because",
    "you are receiving this",
    "view this message in context",
    "sent from: http",
    "if you reply to this email, your message will be added",
    "this message was sent by an automated",
    "this is an automated message",
    "this is an automatically generated",
    "please do not reply to this",
    "do not reply to this",
    "diese nachricht wurde automatisch",
    "diese e-mail wurde automatisch",
    "dies ist eine automatisch",
    "bitte antworten sie nicht auf diese",
    "vous recevez ce message parce que",
    "ce message est généré automatiquement",
    "ceci est un message automatique",
    "merci de ne pas répondre à ce",
    "este es un mensaje automático",
    "este mensaje se ha generado automáticamente",
    "por favor no responda a este",
    "questo è un messaggio automatico",
    "si prega di non rispondere a questo",
    "dit is een automatisch gegenereerd",
    "dit is een automatisch bericht",
    "esta é uma mensagem automática",
    "por favor não responda a este",
    "detta är ett automatiskt",
    "dette er en automatisk",
    "tämä on automaattinen",
    "tämä viesti on lähetetty automaattisesti",
    "ta wiadomość została wygenerowana automatycznie",
    "wiadomość wygenerowana automatycznie",
    "tato zpráva byla vygenerována automaticky",
};

/* A sentence of the author may start so too, but is followed by others. */
enum { MOST_FOOTER = 4 /* lines */ };

/* `line` without the bars, stars, brackets and indentation around it. */
static struct base_slice bare(struct base_slice line) {
  while (line.size > 0 && memchr("-_=*#(\"", line.bytes[0], 7) != NULL) {
    line = mail_skip(line, 1);
  }
  return mail_trim(line);
}

static size_t paragraph_end(const struct mail_page *page, size_t i) {
  size_t end = i + 1;
  while (end < page->lines.count && mail_is_open(page, end) &&
         !page->lines.items[end].gap) {
    end++;
  }
  return end;
}

static bool is_legal(const struct mail_page *page, size_t i, size_t end) {
  struct base_slice text = bare(mail_page_line(page, i));
  if (mail_phrases_size(text, MAIL_PHRASES(openers)) == 0) {
    return false;
  }
  text = mail_page_lines(page, i, end - 1);
  text.size = text.size < LARGEST_LOOK ? text.size : LARGEST_LOOK;
  return mail_phrases_within(text, MAIL_PHRASES(legal_words));
}

/* Whether a line may start legal text: the first of a paragraph, or the next
 * below a rule or heading. */
static bool may_start(const struct mail_page *page, size_t i) {
  if (page->lines.items[i].gap) {
    return true;
  }
  if (i == 0 || !mail_is_open(page, i - 1)) {
    return false;
  }
  struct base_slice above = bare(mail_page_line(page, i - 1));
  return above.size == 0;
}

static void mark_legal(struct mail_page *page) {
  size_t end = 0;
  for (size_t i = 0; i < page->lines.count; i++) {
    if (!mail_is_open(page, i)) {
      continue;
    }
    if (i >= end) {
      end = paragraph_end(page, i);
    }
    if (may_start(page, i) && is_legal(page, i, end)) {
      bool rule = i > 0 && !page->lines.items[i].gap;
      mail_mark(page, rule ? i - 1 : i, end, COURTESY_ZONE_DISCLAIMER);
      i = end - 1;
    }
  }
}

/* "--" or a bar of any length. */
static bool is_bar(struct base_slice line) {
  return bare(line).size == 0;
}

/* The footer of a list at the end of a stretch of own text, with the bar above
 * it. What archives add may have several of them. */
static size_t mark_footer(struct mail_page *page, size_t start, size_t end) {
  size_t first = end;
  while (first > start && end - first < MOST_FOOTER) {
    first--;
    struct base_slice line = bare(mail_page_line(page, first));
    bool starts = page->lines.items[first].gap || first == start ||
                  is_bar(mail_page_line(page, first - 1));
    if (starts && mail_phrases_size(line, MAIL_PHRASES(footers)) > 0) {
      first -= first > start && is_bar(mail_page_line(page, first - 1));
      mail_mark(page, first, end, COURTESY_ZONE_DISCLAIMER);
      return first;
    }
    if (page->lines.items[first].gap) {
      break;
    }
  }
  return end;
}

static void mark_footers(struct mail_page *page) {
  size_t end = 0;
  for (size_t i = 0; i<page->lines.count; i = end> i ? end : i + 1) {
    for (end = i; end < page->lines.count && mail_is_open(page, end);) {
      end++;
    }
    size_t left = end;
    size_t before = end + 1;
    while (left > i && left < before) {
      before = left;
      left = mark_footer(page, i, left);
    }
  }
}

/* Only the first lines of a message can be a banner. */
static void mark_banner(struct mail_page *page) {
  struct mail_lines *lines = &page->lines;
  if (lines->count == 0 || !mail_is_open(page, 0)) {
    return;
  }
  struct base_slice line = mail_page_line(page, 0);
  size_t size = mail_phrases_size(line, MAIL_PHRASES(banners));
  if (size == 0) {
    size = mail_phrases_size(bare(line), MAIL_PHRASES(banners));
  }
  if (size == 0 || line.size > LARGEST_BANNER) {
    return;
  }
  size_t end = 1;
  while (end < lines->count && mail_is_open(page, end) &&
         !lines->items[end].gap &&
         mail_page_line(page, end).size <= LARGEST_BANNER &&
         mail_phrases_within(mail_page_line(page, end),
                             MAIL_PHRASES(banner_words))) {
    end++;
  }
  mail_mark(page, 0, end, COURTESY_ZONE_DISCLAIMER);
}

void mail_mark_disclaimers(struct mail_page *page) {
  mark_banner(page);
  mark_legal(page);
  mark_footers(page);
}
