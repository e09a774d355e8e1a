/* SPDX-License-Identifier: MIT */
#include "mail/label.h"

#include "mail/line.h"
#include "mail/phrase.h"

/* The longest label in the table, with marks and blanks around it. */
enum { LARGEST_LABEL = 48 };

struct label {
  const char *word;
  enum mail_role role;
};

/* en de fr es it nl pt pl sv da no fi cs ru ja zh hu tr ro el uk ko; a word that stands in
 * several languages is written once. */
static const struct label labels[] = {
    {"from", MAIL_ROLE_FROM},
    {"author", MAIL_ROLE_FROM},
    {"von", MAIL_ROLE_FROM},
    {"de", MAIL_ROLE_FROM},
    {"da", MAIL_ROLE_FROM},
    {"van", MAIL_ROLE_FROM},
    {"od", MAIL_ROLE_FROM},
    {"från", MAIL_ROLE_FROM},
    {"fra", MAIL_ROLE_FROM},
    {"lähettäjä", MAIL_ROLE_FROM},
    {"от", MAIL_ROLE_FROM},
    {"от кого", MAIL_ROLE_FROM},
    {"差出人", MAIL_ROLE_FROM},
    {"发件人", MAIL_ROLE_FROM},
    {"寄件者", MAIL_ROLE_FROM},
    {"feladó", MAIL_ROLE_FROM},
    {"kimden", MAIL_ROLE_FROM},
    {"de la", MAIL_ROLE_FROM},
    {"από", MAIL_ROLE_FROM},
    {"від", MAIL_ROLE_FROM},
    {"보낸 사람", MAIL_ROLE_FROM},
    {"sent", MAIL_ROLE_SENT},
    {"elküldve", MAIL_ROLE_SENT},
    {"gönderildi", MAIL_ROLE_SENT},
    {"tarih", MAIL_ROLE_SENT},
    {"trimis", MAIL_ROLE_SENT},
    {"ημερομηνία", MAIL_ROLE_SENT},
    {"надіслано", MAIL_ROLE_SENT},
    {"보낸 날짜", MAIL_ROLE_SENT},
    {"címzett", MAIL_ROLE_TO},
    {"kime", MAIL_ROLE_TO},
    {"către", MAIL_ROLE_TO},
    {"προς", MAIL_ROLE_TO},
    {"받는 사람", MAIL_ROLE_TO},
    {"tárgy", MAIL_ROLE_SUBJECT},
    {"konu", MAIL_ROLE_SUBJECT},
    {"subiect", MAIL_ROLE_SUBJECT},
    {"θέμα", MAIL_ROLE_SUBJECT},
    {"제목", MAIL_ROLE_SUBJECT},
    {"date", MAIL_ROLE_SENT},
    {"gesendet", MAIL_ROLE_SENT},
    {"gesendet am", MAIL_ROLE_SENT},
    {"datum", MAIL_ROLE_SENT},
    {"envoyé", MAIL_ROLE_SENT},
    {"envoyé le", MAIL_ROLE_SENT},
    {"enviado", MAIL_ROLE_SENT},
    {"enviado el", MAIL_ROLE_SENT},
    {"enviado em", MAIL_ROLE_SENT},
    {"enviada", MAIL_ROLE_SENT},
    {"enviada em", MAIL_ROLE_SENT},
    {"fecha", MAIL_ROLE_SENT},
    {"data", MAIL_ROLE_SENT},
    {"inviato", MAIL_ROLE_SENT},
    {"inviato il", MAIL_ROLE_SENT},
    {"verzonden", MAIL_ROLE_SENT},
    {"wysłano", MAIL_ROLE_SENT},
    {"skickat", MAIL_ROLE_SENT},
    {"sendt", MAIL_ROLE_SENT},
    {"dato", MAIL_ROLE_SENT},
    {"lähetetty", MAIL_ROLE_SENT},
    {"päivämäärä", MAIL_ROLE_SENT},
    {"odesláno", MAIL_ROLE_SENT},
    {"отправлено", MAIL_ROLE_SENT},
    {"дата", MAIL_ROLE_SENT},
    {"送信日時", MAIL_ROLE_SENT},
    {"日付", MAIL_ROLE_SENT},
    {"日時", MAIL_ROLE_SENT},
    {"发送时间", MAIL_ROLE_SENT},
    {"发送日期", MAIL_ROLE_SENT},
    {"日期", MAIL_ROLE_SENT},
    {"寄件日期", MAIL_ROLE_SENT},
    {"to", MAIL_ROLE_TO},
    {"an", MAIL_ROLE_TO},
    {"à", MAIL_ROLE_TO},
    {"para", MAIL_ROLE_TO},
    {"a", MAIL_ROLE_TO},
    {"aan", MAIL_ROLE_TO},
    {"do", MAIL_ROLE_TO},
    {"till", MAIL_ROLE_TO},
    {"til", MAIL_ROLE_TO},
    {"vastaanottaja", MAIL_ROLE_TO},
    {"komu", MAIL_ROLE_TO},
    {"кому", MAIL_ROLE_TO},
    {"宛先", MAIL_ROLE_TO},
    {"收件人", MAIL_ROLE_TO},
    {"收件者", MAIL_ROLE_TO},
    {"cc", MAIL_ROLE_CC},
    {"bcc", MAIL_ROLE_CC},
    {"kopie", MAIL_ROLE_CC},
    {"kopie (cc)", MAIL_ROLE_CC},
    {"dw", MAIL_ROLE_CC},
    {"kopia", MAIL_ROLE_CC},
    {"kopi", MAIL_ROLE_CC},
    {"kopio", MAIL_ROLE_CC},
    {"копия", MAIL_ROLE_CC},
    {"抄送", MAIL_ROLE_CC},
    {"副本", MAIL_ROLE_CC},
    {"subject", MAIL_ROLE_SUBJECT},
    {"betreff", MAIL_ROLE_SUBJECT},
    {"thema", MAIL_ROLE_SUBJECT},
    {"objet", MAIL_ROLE_SUBJECT},
    {"asunto", MAIL_ROLE_SUBJECT},
    {"oggetto", MAIL_ROLE_SUBJECT},
    {"onderwerp", MAIL_ROLE_SUBJECT},
    {"assunto", MAIL_ROLE_SUBJECT},
    {"temat", MAIL_ROLE_SUBJECT},
    {"ämne", MAIL_ROLE_SUBJECT},
    {"emne", MAIL_ROLE_SUBJECT},
    {"aihe", MAIL_ROLE_SUBJECT},
    {"předmět", MAIL_ROLE_SUBJECT},
    {"тема", MAIL_ROLE_SUBJECT},
    {"件名", MAIL_ROLE_SUBJECT},
    {"主题", MAIL_ROLE_SUBJECT},
    {"主旨", MAIL_ROLE_SUBJECT},
    {"attachments", MAIL_ROLE_OTHER},
    {"importance", MAIL_ROLE_OTHER},
    {"priority", MAIL_ROLE_OTHER},
    {"sensitivity", MAIL_ROLE_OTHER},
    {"organization", MAIL_ROLE_OTHER},
    {"reply-to", MAIL_ROLE_OTHER},
    {"sent by", MAIL_ROLE_OTHER},
    {"please respond to", MAIL_ROLE_OTHER},
    {"anlagen", MAIL_ROLE_OTHER},
    {"priorität", MAIL_ROLE_OTHER},
    {"wichtigkeit", MAIL_ROLE_OTHER},
    {"antwort an", MAIL_ROLE_OTHER},
    {"gesendet von", MAIL_ROLE_OTHER},
    {"pièces jointes", MAIL_ROLE_OTHER},
    {"répondre à", MAIL_ROLE_OTHER},
    {"datos adjuntos", MAIL_ROLE_OTHER},
    {"allegati", MAIL_ROLE_OTHER},
    {"bijlagen", MAIL_ROLE_OTHER},
    {"anexos", MAIL_ROLE_OTHER},
    {"załączniki", MAIL_ROLE_OTHER},
    {"bilagor", MAIL_ROLE_OTHER},
    {"附件", MAIL_ROLE_OTHER},
};

static bool is_emphasis(char byte) {
  return byte == '*' || byte == '_';
}

static struct base_slice strip_emphasis(struct base_slice text) {
  while (text.size > 0 && is_emphasis(text.bytes[0])) {
    text = mail_skip(text, 1);
  }
  while (text.size > 0 && is_emphasis(text.bytes[text.size - 1])) {
    text.size--;
  }
  return mail_trim(text);
}

/* The label with its colon, or nothing. */
static struct base_slice label_part(struct base_slice line) {
  size_t most = line.size < LARGEST_LABEL ? line.size : LARGEST_LABEL;
  const char *colon = memchr(line.bytes, ':', most);
  size_t size = colon == NULL ? 0 : (size_t)(colon + 1 - line.bytes);
  size_t left = colon == NULL ? most : size;
  const char *wide = memchr(line.bytes, '\xef', left);
  while (wide != NULL) { /* a full-width colon before it? */
    size_t at = (size_t)(wide - line.bytes);
    if (at + 3 <= left && memcmp(wide, "\xef\xbc\x9a", 3) == 0) {
      return (struct base_slice){line.bytes, at + 3};
    }
    wide = memchr(wide + 1, '\xef', left - at - 1);
  }
  return (struct base_slice){line.bytes, size};
}

enum mail_role mail_role_of(struct base_slice line) {
  struct base_slice label;
  if (!mail_ends_with_colon(label_part(line), &label)) {
    return MAIL_ROLE_NONE;
  }
  label = strip_emphasis(label);
  if (label.size == 0 || mail_is_digit(label.bytes[0])) {
    return MAIL_ROLE_NONE;
  }
  bool ascii = mail_is_letter(label.bytes[0]);
  char first = (char)(label.bytes[0] | 0x20);
  for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
    const char *word = labels[i].word;
    if ((!ascii || word[0] == first) &&
        mail_phrase_size(label, word) == label.size) {
      return labels[i].role;
    }
  }
  return MAIL_ROLE_NONE;
}
