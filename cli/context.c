/* SPDX-License-Identifier: MIT */
#include "context.h"

#include "utf8.h"

#include <string.h>

/* NUL is a blank in what a match reads. */
static bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n' ||
         byte == '\0';
}

static size_t skip_blanks(const char *bytes, size_t at, size_t size) {
  while (at < size && is_blank(bytes[at])) {
    at++;
  }
  return at;
}

/* Whether bytes begin as a match's text does, blanks and line ends aside;
 * *end is where they have said all of it. */
static bool begin_as(const char *bytes, size_t size, const char *text,
                     size_t *end) {
  size_t at = 0;
  *end = 0;
  for (; *text != '\0'; text++) {
    if (is_blank(*text)) {
      continue;
    }
    at = skip_blanks(bytes, at, size);
    if (at == size || bytes[at] != *text) {
      return false;
    }
    *end = ++at;
  }
  return true;
}

/* Whether the line of the match is UTF-8, as far as it is looked at: a mail
 * may be in another charset. */
static bool is_utf8(const struct cli_excerpt *excerpt) {
  const char *bytes = excerpt->bytes;
  size_t left = excerpt->size - excerpt->offset;
  size_t end = left < CLI_LOOK ? excerpt->size : excerpt->offset + CLI_LOOK;
  for (size_t at = cli_line_begin(bytes, excerpt->offset);
       at < end && bytes[at] != '\n';) {
    struct cli_character c = cli_utf8_decode(bytes + at, excerpt->size - at);
    if (!c.valid) {
      return false;
    }
    at += c.size;
    at += at < end ? cli_utf8_plain_size(bytes + at, end - at) : 0;
  }
  return true;
}

/* Whether the file shows the match as it reads. An encoded line of a mail
 * would only puzzle its reader. */
static bool shows_match(const struct cli_excerpt *excerpt, const char *text) {
  const char *bytes = excerpt->bytes + excerpt->offset;
  size_t end;
  return begin_as(bytes, excerpt->length, text, &end) &&
         skip_blanks(bytes, end, excerpt->length) == excerpt->length;
}

bool cli_begins_behind(const struct courtesy_span *span,
                       const struct courtesy_span *other) {
  return span->in_subject != other->in_subject ? other->in_subject
                                               : span->offset > other->offset;
}

bool cli_sentence_at(const struct courtesy_session *session,
                     const struct courtesy_span *span, size_t *index,
                     struct courtesy_sentence *sentence) {
  size_t low = 0; /* sentences before it do not begin behind the span */
  size_t high = courtesy_session_sentence_count(session);
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    courtesy_session_sentence(session, middle, sentence);
    if (cli_begins_behind(&sentence->span, span)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  if (low == 0) {
    return false;
  }
  *index = low - 1;
  courtesy_session_sentence(session, *index, sentence);
  return sentence->span.in_subject == span->in_subject &&
         span->offset < sentence->span.offset + sentence->span.length;
}

/* The first token of a sentence that does not end before an offset. */
static size_t token_at(const struct courtesy_session *session, size_t sentence,
                       size_t offset) {
  size_t low = 0;
  size_t high = courtesy_session_token_count(session, sentence);
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    struct courtesy_token token;
    courtesy_session_token(session, sentence, middle, &token);
    if (token.span.offset + token.span.length <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/* Several tokens may share the unit that the match begins in: it is the one
 * from where the sentence reads as the match does. */
static bool find_decoded(const struct courtesy_session *session,
                         const struct courtesy_finding *finding,
                         struct cli_excerpt *excerpt) {
  struct courtesy_sentence sentence;
  size_t index;
  if (!cli_sentence_at(session, &finding->span, &index, &sentence)) {
    return false;
  }
  size_t count = courtesy_session_token_count(session, index);
  for (size_t i = token_at(session, index, finding->span.offset); i < count;
       i++) {
    struct courtesy_token token;
    size_t length;
    courtesy_session_token(session, index, i, &token);
    if (token.span.offset > finding->span.offset) {
      return false;
    }
    size_t offset = (size_t)(token.text - sentence.text);
    if (begin_as(token.text, sentence.text_size - offset, finding->text,
                 &length)) {
      *excerpt = (struct cli_excerpt){
          .bytes = sentence.text,
          .size = sentence.text_size,
          .offset = offset,
          .length = length,
          .label = "decoded",
      };
      return true;
    }
  }
  return false;
}

/* A given subject, or the input. */
static struct cli_excerpt as_given(const struct cli_result *result,
                                   const struct courtesy_span *span) {
  struct cli_excerpt excerpt = {
      .bytes = result->bytes,
      .size = result->size,
      .offset = span->offset - result->origin.offset,
      .length = span->length,
      .line = span->line,
  };
  if (span->in_subject) {
    excerpt.bytes = courtesy_message_facts(result->message)->subject;
    excerpt.size = strlen(excerpt.bytes);
    excerpt.offset = span->offset;
  }
  return excerpt;
}

bool cli_context_of(const struct cli_result *result,
                    const struct courtesy_finding *finding,
                    struct cli_excerpt *excerpt) {
  *excerpt = as_given(result, &finding->span);
  if (excerpt->offset > excerpt->size ||
      excerpt->length > excerpt->size - excerpt->offset) {
    return false;
  }
  bool is_wide =
      !finding->span.in_subject && cli_is_utf16(result->bytes, result->size);
  if (courtesy_message_kind(result->message) != COURTESY_MAIL && !is_wide) {
    return true;
  }
  bool shows = !is_wide && shows_match(excerpt, finding->text);
  return (shows && is_utf8(excerpt)) ||
         find_decoded(result->session, finding, excerpt) || shows;
}
