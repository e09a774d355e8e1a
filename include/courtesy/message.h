/* SPDX-License-Identifier: MIT */
/*
 * A message: the text that is linted, what is known about it, and its zones
 * as far as they can be told without a word list. Immutable once made, so
 * that any number of sessions may read it.
 */
#ifndef COURTESY_MESSAGE_H
#define COURTESY_MESSAGE_H

#include <courtesy/types.h>

#ifdef __cplusplus
extern "C" {
#endif

struct courtesy_message;

/* The largest message taken, in bytes. */
#define COURTESY_MESSAGE_MAX ((size_t)1 << 30)

/* How the text of a draft, a template or loose text is marked up. A mail says
 * that of each of its parts itself. */
enum courtesy_markup {
  COURTESY_MARKUP_NONE = 0,
  COURTESY_MARKUP_HTML, /* linted as its reader sees it, WHATWG HTML §13.2 */
};

/* What a host knows about a message beside its text. Zero-initialise; a NULL
 * or unknown member is taken from the text itself where it says so (header
 * lines, quotes), else it stays unknown. */
struct courtesy_facts {
  const char *subject;
  const char *from;
  const char *to; /* addresses as in the header field, RFC 5322 §3.4 */
  const char *cc;
  const char *bcc;
  const char *date;     /* RFC 5322 §3.3 or YYYY-MM-DD[THH:MM] */
  const char *now;      /* the sender's clock, as `date`; for `time:` */
  const char *language; /* a tag, RFC 5646, such as "en" or "pt-BR", in any
                           case, "mul" for several; else told by the author's
                           letters and a vote of his small words: "und-cyrl"
                           where the script is certain and no more, or
                           unknown */
  enum courtesy_markup markup;
  enum courtesy_answer reply;
  enum courtesy_answer automatic;
  bool attachments_known; /* false: nobody said whether there are any, and the
                             input is no mail whose parts were all read */
  const char *const *attachments; /* file names */
  size_t attachment_count;
  /* One's own domains, such as "acme.example", with those below them: who
   * gets the message is told apart by them. */
  const char *const *internal_domains;
  size_t internal_domain_count;
};

/* The name of the first member that no message can have, such as
 * "internal_domains" when one of them is no domain; NULL when all is well. */
COURTESY_API const char *courtesy_facts_flaw(
    const struct courtesy_facts *facts);

/* Makes a message of `size` bytes; bytes and facts are copied, `facts` may be
 * NULL. The bytes may be anything: but for a mail, UTF-16 is known by its byte
 * order mark, and what is not UTF-8 stays in its place.
 * The caller destroys *out. Errors: COURTESY_NO_MEMORY, COURTESY_TOO_LARGE
 * (over COURTESY_MESSAGE_MAX), COURTESY_INVALID_ARGUMENT (no such kind, or
 * courtesy_facts_flaw names a member). */
COURTESY_API enum courtesy_status courtesy_message_create(
    enum courtesy_kind kind, const char *bytes, size_t size,
    const struct courtesy_facts *facts, struct courtesy_message **out);

/* Where a message stands in a larger input, such as a mailbox. */
struct courtesy_origin {
  size_t offset;  /* bytes before it */
  uint32_t lines; /* lines before it: it begins with a line */
};

/* The same for a message inside a larger input: its spans, positions and the
 * offsets of its problems count from the start of that input, of which only
 * the message's own bytes are given and kept. */
COURTESY_API enum courtesy_status courtesy_message_create_at(
    const struct courtesy_origin *origin, enum courtesy_kind kind,
    const char *bytes, size_t size, const struct courtesy_facts *facts,
    struct courtesy_message **out);

/* Frees a message, once no session holds results of it that are still read. */
COURTESY_API void courtesy_message_destroy(struct courtesy_message *message);

/* The kind that bytes of an unnamed kind look like: COURTESY_MAIL when they
 * start with a mailbox's "From " line (RFC 4155: with date and time) or with a
 * block of header fields that holds From, Date, Message-ID, Received or
 * MIME-Version, else COURTESY_DRAFT. */
COURTESY_API enum courtesy_kind courtesy_message_guess_kind(const char *bytes,
                                                            size_t size);

/* The kind that it was made as. */
COURTESY_API enum courtesy_kind courtesy_message_kind(
    const struct courtesy_message *message);

/* The facts as they hold for the message, after its own header lines and
 * quotes were read; the language in small letters, with hyphens. Strings live
 * as long as the message. */
COURTESY_API const struct courtesy_facts *courtesy_message_facts(
    const struct courtesy_message *message);

/* "internal" when the addresses of To, Cc and Bcc all lie in
 * facts->internal_domains, "external" when one does not; NULL when there are
 * no such domains or no recipients, or an address has no domain. */
COURTESY_API const char *courtesy_message_audience(
    const struct courtesy_message *message);

/* How many working days lie between the uppermost message that is quoted and
 * this one: from the date above the quote to facts->date, else facts->now.
 * Returns false, and leaves *days, when one of the two is unknown or may be
 * read in two ways. */
COURTESY_API bool courtesy_message_quote_age(
    const struct courtesy_message *message, size_t *days);

/* How many links the markup of a message holds, of a mail in any form of its
 * text; what only the words show, such as an address in plain text, does not
 * count. Returns false, and leaves *links, when a part could not be read. */
COURTESY_API bool courtesy_message_links(const struct courtesy_message *message,
                                         size_t *links);

/* Line and column of a raw offset (at most the end of the message). */
COURTESY_API void courtesy_message_position(
    const struct courtesy_message *message, size_t offset, uint32_t *line,
    uint32_t *column);

/* Something that could not be read as it should, or should be known. The codes
 * of a message:
 *
 *   header-limit       a header, or the subject that was given, is too long: its
 *                      end was not read
 *   nesting-limit      parts lie too deep in each other
 *   part-limit         there are too many parts
 *   text-limit         the texts are too long: what lies behind their first
 *                      16 MiB was not read
 *   no-text            a draft is a program, a picture, RTF, PDF or the like,
 *                      or a part is that should be text: of such bytes nothing
 *                      is read
 *   damaged-multipart  no boundary stands between the parts
 *   encrypted          a part, or armour in a text, was not read (OpenPGP,
 *                      S/MIME, rights management)
 *   opaque             the same of S/MIME in one block, which may be no more
 *                      than signed
 *   damaged-base64     what can be decoded was
 *   damaged-text       bytes mean nothing in the charset of the part or the
 *                      subject; or, in a draft, in UTF-8
 *   unknown-charset    a text or the subject was read as it stands
 *   unknown-encoding   a part was not read
 *   forms-differ       the author's HTML has a sentence that the plain text
 *                      beside it has not; or a sentence is in the plain text
 *                      only, and the HTML was linted or a third of the plain
 *                      text is not in it: it stands there. Or the plain text is
 *                      but a stub of the HTML. Other words are not compared
 *
 * and of a session:
 *
 *   other-language     no rule is in the message's language
 *   regex-limit        a regex gave up on a sentence
 *   sentence-cut       regexes saw only the start of a sentence
 *   match-limit        something fits so often that only the first places count
 *   finding-limit      there are more than COURTESY_FINDINGS_MAX */
struct courtesy_problem {
  const char *code; /* a fixed word, such as "damaged-base64" */
  const char *message;
  bool has_offset;
  size_t offset;
};

/* How many problems its bytes have. */
COURTESY_API size_t
courtesy_message_problem_count(const struct courtesy_message *message);
/* One of them, in the order in which they were met. */
COURTESY_API const struct courtesy_problem *courtesy_message_problem(
    const struct courtesy_message *message, size_t index);

/* What becomes of a part of a mail, and so why it is linted or not. */
enum courtesy_part_use {
  COURTESY_PART_OTHER = 0,   /* neither written nor attached by the author: a
                                signature of the bytes, a report, an entry of a
                                calendar, what a mail passed on has attached */
  COURTESY_PART_CONTAINER,   /* multipart: its parts follow */
  COURTESY_PART_LINTED,      /* the author's text */
  COURTESY_PART_FORWARDED,   /* the text of a mail passed on, all of it in
                                COURTESY_ZONE_FORWARD */
  COURTESY_PART_ALTERNATIVE, /* another form of a text that is read (RFC 2046
                                §5.1.4) */
  COURTESY_PART_INLINE,      /* a picture that the text shows */
  COURTESY_PART_ATTACHMENT,
  COURTESY_PART_UNREAD, /* it could not be read: see the problems */
};

/* "other", "container", "linted", "forwarded", "alternative", "inline",
 * "attachment" or "unread". */
COURTESY_API const char *courtesy_part_use_name(enum courtesy_part_use use);

/* A part of a mail as its own header describes it (RFC 2045, RFC 2183). What
 * that does not say is NULL. */
struct courtesy_part {
  size_t parent;        /* the part it lies in; its own number for the mail */
  size_t depth;         /* parts around it */
  const char *type;     /* as written, such as "text/plain", or the default */
  const char *charset;  /* as written */
  const char *encoding; /* Content-Transfer-Encoding, as written */
  const char *name;     /* of the file, decoded (RFC 2231) */
  size_t offset;        /* of its encoded body, below its header */
  size_t length;
  enum courtesy_part_use use;
};

/* How many parts a COURTESY_MAIL has, itself among them; other kinds have
 * none. */
COURTESY_API size_t
courtesy_message_part_count(const struct courtesy_message *message);
/* One of them, in the order of the bytes, each before those inside it: first
 * the mail itself. It lives as long as the message. */
COURTESY_API const struct courtesy_part *courtesy_message_part(
    const struct courtesy_message *message, size_t index);

#ifdef __cplusplus
}
#endif

#endif
