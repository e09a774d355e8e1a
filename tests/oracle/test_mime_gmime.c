/* SPDX-License-Identifier: MIT */
/*
 * Compares the decoded text parts of mails, and their subjects, with what
 * GMime makes of them: of a few mails written here, and of all files in the
 * folder that COURTESY_MAILS names. A mail of which GMime warns is left out.
 * README.md above this folder says in what the two differ by design.
 */
#include "folder.h"

#include "base/vector.h"
#include "mail/charset.h"
#include "mail/charset_table.h"
#include "mail/mime.h"
#include "mail/phrase.h"
#include "mail/parameter.h"
#include "text/unicode.h"

#include <gmime/gmime.h>
#include <stdlib.h>
#include <string.h>

#include <courtesy/courtesy.h>

#define FOLDER "COURTESY_MAILS"

/* The text of one part. A part is doubtful when its bytes are not all in its
 * charset: README.md says what each of the two does then. */
struct text {
  struct base_buffer bytes;
  bool doubtful;
};

BASE_VECTOR(texts, struct text);

static void destroy_texts(struct texts *texts) {
  for (size_t i = 0; i < texts->count; i++) {
    base_buffer_destroy(&texts->items[i].bytes);
  }
  texts_destroy(texts);
}

/* --- What we read --- */

static bool is_utf8(const struct text_source *text) {
  for (uint32_t at = 0; at < text->size;) {
    uint32_t code;
    uint32_t size = text_decode(text->bytes + at, text->size - at, &code);
    if (code == 0 || code == TEXT_REPLACEMENT || (code >= 0x80 && size == 1)) {
      return false;
    }
    at += size;
  }
  return true;
}

static bool is_ascii(const struct text_source *text) {
  for (uint32_t at = 0; at < text->size; at++) {
    if ((text->bytes[at] & 0x80) != 0) {
      return false;
    }
  }
  return true;
}

/* Whether Latin-1 is named and Windows-1252 is meant. */
static bool is_mislabelled(struct base_slice charset,
                           const struct text_source *bytes) {
  bool controls = false;
  for (uint32_t at = 0; at < bytes->size; at++) {
    controls = controls || ((unsigned char)bytes->bytes[at] & 0xe0) == 0x80;
  }
  return controls && mail_charset_table(charset) != NULL;
}

/* Whether GMime joins letters and what stands above or below them. */
static bool has_points(struct base_slice charset) {
  static const char *const names[] = {"windows-1255", "windows-1258", "cp1255",
                                      "cp1258", "tcvn"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (mail_equals_nocase(charset, names[i])) {
      return true;
    }
  }
  return false;
}

/* Transfer encoding and charset only: GMime knows no format=flowed. */
static void read_part(const struct mail_part *part, struct texts *texts) {
  struct mail_mapped bytes = {0};
  struct mail_mapped decoded = {0};
  unsigned flaws =
      mail_transfer_decode(part->transfer, part->body, 0, SIZE_MAX, &bytes);
  struct text_source source = mail_mapped_source(&bytes);
  bool named =
      part->charset.size > 0 && !mail_equals_nocase(part->charset, "us-ascii");
  bool doubtful = (!named && !is_ascii(&source)) ||
                  is_mislabelled(part->charset, &source) ||
                  has_points(part->charset);
  flaws |= mail_charset_decode(part->charset, &source, SIZE_MAX, &decoded);
  if ((flaws & MAIL_UNKNOWN) == 0) {
    source = mail_mapped_source(&decoded);
  }
  if (source.size > 0) {
    struct text *text = texts_push(texts);
    base_buffer_add(&text->bytes, source.bytes, source.size);
    text->doubtful = doubtful || flaws != 0 || !is_utf8(&source);
  }
  mail_mapped_destroy(&bytes);
  mail_mapped_destroy(&decoded);
}

static bool is_text(const struct mail_part *part) {
  static const char prefix[] = "text/";
  struct base_slice start = part->type;
  if (start.size > sizeof prefix - 1) {
    start.size = sizeof prefix - 1;
  }
  return part->transfer != MAIL_TRANSFER_UNKNOWN &&
         (mail_equals_nocase(start, prefix) ||
          mail_equals_nocase(part->type, "text"));
}

/* GMime takes two bytes for the line end before a boundary when the first
 * line has two. */
static bool mixes_line_ends(struct base_slice mail) {
  size_t feeds = 0;
  size_t pairs = 0;
  for (size_t at = 0; at < mail.size; at++) {
    bool feed = mail.bytes[at] == '\n';
    feeds += feed;
    pairs += feed && at > 0 && mail.bytes[at - 1] == '\r';
  }
  return pairs > 0 && pairs < feeds;
}

/* False when the structure is damaged. */
static bool read_ours(struct base_slice mail, struct texts *texts) {
  struct mail_fields fields = {0};
  struct base_arena arena = {0};
  struct mail_structure structure = {{0}, {0}};
  size_t limit;
  size_t body = mail_header_read(mail, &fields, &limit);
  mail_structure_read(mail, body, &fields, &arena, &structure);
  for (size_t i = 0; i < structure.parts.count; i++) {
    if (is_text(&structure.parts.items[i])) {
      read_part(&structure.parts.items[i], texts);
    }
  }
  bool sound = structure.troubles.count == 0;
  for (size_t i = 0; mixes_line_ends(mail) && i < texts->count; i++) {
    texts->items[i].doubtful = true;
  }
  mail_structure_destroy(&structure);
  base_arena_destroy(&arena);
  return sound;
}

/* --- What GMime reads --- */

static void count_warning(gint64 offset, GMimeParserWarning error,
                          const gchar *item, gpointer warnings) {
  (void)offset;
  (void)error;
  (void)item;
  ++*(size_t *)warnings;
}

static bool is_known_encoding(GMimeObject *object) {
  GMimeContentEncoding encoding =
      g_mime_part_get_content_encoding(GMIME_PART(object));
  const char *named =
      g_mime_object_get_header(object, "Content-Transfer-Encoding");
  return encoding != GMIME_CONTENT_ENCODING_UUENCODE &&
         (named == NULL || encoding != GMIME_CONTENT_ENCODING_DEFAULT ||
          mail_transfer_of(mail_first_word(base_slice_of(named))) ==
              MAIL_VERBATIM);
}

static void add_theirs(GMimeObject *object, struct texts *texts) {
  char *text = g_mime_text_part_get_text(GMIME_TEXT_PART(object));
  if (text != NULL && *text != '\0') {
    base_buffer_add_string(&texts_push(texts)->bytes, text);
  }
  g_free(text);
}

static void walk(GMimeObject *object, struct texts *texts) {
  if (object == NULL) {
    return;
  }
  if (GMIME_IS_MULTIPART(object)) {
    GMimeMultipart *multipart = GMIME_MULTIPART(object);
    for (int i = 0; i < g_mime_multipart_get_count(multipart); i++) {
      walk(g_mime_multipart_get_part(multipart, i), texts);
    }
  } else if (GMIME_IS_MESSAGE_PART(object)) {
    GMimeMessage *inner =
        g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
    walk(inner == NULL ? NULL : g_mime_message_get_mime_part(inner), texts);
  } else if (GMIME_IS_TEXT_PART(object) && is_known_encoding(object)) {
    add_theirs(object, texts);
  }
}

struct theirs {
  bool read;
  size_t warnings;
  struct texts texts;
  char *subject;
};

static struct theirs read_theirs(struct base_slice mail) {
  struct theirs theirs = {.read = false};
  GMimeStream *stream =
      g_mime_stream_mem_new_with_buffer(mail.bytes, mail.size);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  GMimeParserOptions *options = g_mime_parser_options_new();
  g_mime_parser_options_set_warning_callback(options, count_warning,
                                             &theirs.warnings);
  GMimeMessage *message = g_mime_parser_construct_message(parser, options);
  if (message != NULL) {
    theirs.read = true;
    walk(g_mime_message_get_mime_part(message), &theirs.texts);
    theirs.subject = g_strdup(g_mime_message_get_subject(message));
    g_object_unref(message);
  }
  g_mime_parser_options_free(options);
  g_object_unref(parser);
  g_object_unref(stream);
  return theirs;
}

/* --- The comparison --- */

enum outcome { SAME = 0, WARNED, SPLIT, DOUBTFUL, DIFFERENT };

/* The worse of two. */
static enum outcome worse(enum outcome one, enum outcome other) {
  return one > other ? one : other;
}

/* Line ends alike, without those at the end. */
static struct base_slice normal(struct base_buffer *text) {
  size_t size = 0;
  for (size_t i = 0; i < text->size; i++) {
    if (text->bytes[i] != '\r') {
      text->bytes[size++] = text->bytes[i];
    }
  }
  while (size > 0 && text->bytes[size - 1] == '\n') {
    size--;
  }
  return (struct base_slice){text->bytes, size};
}

static void show_difference(const char *name, struct base_slice ours,
                            struct base_slice theirs) {
  size_t at = 0;
  while (at < ours.size && at < theirs.size &&
         ours.bytes[at] == theirs.bytes[at]) {
    at++;
  }
  size_t from = at < 20 ? 0 : at - 20;
  size_t left = ours.size - from < 60 ? ours.size - from : 60;
  size_t right = theirs.size - from < 60 ? theirs.size - from : 60;
  print_message("# %s at %zu:\n# ours   %.*s\n# theirs %.*s\n", name, at,
                (int)left, ours.bytes + from, (int)right, theirs.bytes + from);
}

static enum outcome compare_text(const char *name, struct text *ours,
                                 struct text *theirs) {
  struct base_slice a = normal(&ours->bytes);
  struct base_slice b = normal(&theirs->bytes);
  if (a.size == b.size &&
      (a.size == 0 || memcmp(a.bytes, b.bytes, a.size) == 0)) {
    return SAME;
  }
  if (ours->doubtful) {
    return DOUBTFUL;
  }
  show_difference(name, a, b);
  return DIFFERENT;
}

static enum outcome compare_texts(const char *name, struct texts *ours,
                                  struct texts *theirs) {
  if (ours->count != theirs->count) {
    print_message("# %s: %zu text parts, GMime sees %zu\n", name, ours->count,
                  theirs->count);
    return SPLIT;
  }
  enum outcome outcome = SAME;
  for (size_t i = 0; i < ours->count; i++) {
    outcome =
        worse(outcome, compare_text(name, &ours->items[i], &theirs->items[i]));
  }
  return outcome;
}

/* Each run of blanks as one. */
static struct base_buffer squeezed(const char *subject) {
  struct base_buffer text = {0};
  base_buffer_add_string(&text, "");
  for (const char *at = subject; at != NULL && *at != '\0'; at++) {
    bool blank = strchr(" \t\r\n", *at) != NULL;
    if (!blank) {
      base_buffer_add_byte(&text, *at);
    } else if (text.size > 0 && text.bytes[text.size - 1] != ' ') {
      base_buffer_add_byte(&text, ' ');
    }
  }
  return text;
}

/* GMime loses encoded words that follow a padded one, or begin inside a
 * character: a subject of several words is doubtful. */
static bool has_several_words(struct base_slice mail) {
  struct mail_fields fields = {0};
  size_t limit;
  mail_header_read(mail, &fields, &limit);
  struct base_slice subject = fields.values[MAIL_FIELD_SUBJECT];
  size_t words = 0;
  for (size_t at = 1; at < subject.size; at++) {
    words += memcmp(subject.bytes + at - 1, "=?", 2) == 0;
  }
  return words > 1;
}

static enum outcome compare_subjects(const char *name, struct base_slice mail,
                                     const char *theirs) {
  struct courtesy_message *message = NULL;
  assert_int_equal(courtesy_message_create(COURTESY_MAIL, mail.bytes, mail.size,
                                           NULL, &message),
                   COURTESY_OK);
  struct base_buffer a = squeezed(courtesy_message_facts(message)->subject);
  struct base_buffer b = squeezed(theirs);
  enum outcome outcome = SAME;
  if (a.size != b.size || memcmp(a.bytes, b.bytes, a.size) != 0) {
    outcome = has_several_words(mail) ? DOUBTFUL : DIFFERENT;
    show_difference(name, (struct base_slice){a.bytes, a.size},
                    (struct base_slice){b.bytes, b.size});
  }
  base_buffer_destroy(&a);
  base_buffer_destroy(&b);
  courtesy_message_destroy(message);
  return outcome;
}

static int read_both(const char *name, struct base_slice mail) {
  struct texts ours = {0};
  struct theirs theirs = read_theirs(mail);
  enum outcome outcome = WARNED;
  if (read_ours(mail, &ours) && theirs.read && theirs.warnings == 0) {
    outcome = worse(compare_texts(name, &ours, &theirs.texts),
                    compare_subjects(name, mail, theirs.subject));
  }
  destroy_texts(&ours);
  destroy_texts(&theirs.texts);
  g_free(theirs.subject);
  return (int)outcome;
}

static void small_mails_read_alike(void **state) {
  (void)state;
  static const char *const mails[] = {
      "Subject: soup\n\nHot.\n",
      "From: ana@a.example\nSubject: =?utf-8?Q?hot_so=C3=9Fe?=\n"
      "Content-Type: text/plain; charset=utf-8\n"
      "Content-Transfer-Encoding: quoted-printable\n\nSo=C3=9F=\ne.\n",
      "Subject: =?iso-8859-1?Q?So=DFe?=\r\n =?iso-8859-1?Q?_=FCber?= all\r\n"
      "Content-Type: text/plain; charset=iso-8859-1\r\n"
      "Content-Transfer-Encoding: base64\r\n\r\nU2/fZSD8YmVyCg==\r\n",
      "Subject: parts\nMIME-Version: 1.0\n"
      "Content-Type: multipart/mixed; boundary=\"b b\"\n\n"
      "--b b\nContent-Type: text/plain; charset=iso-2022-jp\n\n"
      "\x1b$BF|K\\\x1b(B\n"
      "--b b\nContent-Type: message/rfc822\n\n"
      "Subject: inner\nContent-Type: text/html\n\n<p>Hot\n--b b--\n",
  };
  for (size_t i = 0; i < sizeof mails / sizeof mails[0]; i++) {
    assert_int_equal(read_both("a mail", base_slice_of(mails[i])), SAME);
  }
}

static void mails_of_a_folder_read_alike(void **state) {
  (void)state;
  size_t counts[DIFFERENT + 1] = {0};
  folder_count(getenv(FOLDER), read_both, counts);
  print_message("# %zu alike, %zu with warnings, %zu split otherwise, "
                "%zu doubtful, %zu differ\n",
                counts[SAME], counts[WARNED], counts[SPLIT], counts[DOUBTFUL],
                counts[DIFFERENT]);
  assert_int_equal(counts[DIFFERENT], 0);
}

static int check_folder(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(mails_of_a_folder_read_alike),
  };
  if (getenv(FOLDER) == NULL) {
    printf("1..0 # SKIP " FOLDER " names no folder\n");
    return 0;
  }
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* With any argument, the folder. */
int main(int argc, char **argv) {
  (void)argv;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(small_mails_read_alike),
  };
  g_mime_init();
  return argc > 1 ? check_folder() : cmocka_run_group_tests(tests, NULL, NULL);
}
