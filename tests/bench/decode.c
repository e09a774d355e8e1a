/* SPDX-License-Identifier: MIT */
/* Parses a mailbox with GMime and decodes its texts: the work that a linter
 * would have to wait for if it left the reading to that library. */
#include <gmime/gmime.h>

#include <stdio.h>
#include <string.h>

static size_t decoded;

static void decode(GMimeObject *parent, GMimeObject *part, gpointer unused) {
  (void)parent;
  (void)unused;
  if (GMIME_IS_TEXT_PART(part)) {
    char *text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
    decoded += text != NULL ? strlen(text) : 0;
    g_free(text);
  }
}

int main(int count, char **arguments) {
  GError *error = NULL;
  g_mime_init();
  GMimeStream *file =
      count == 2 ? g_mime_stream_fs_open(arguments[1], 0, 0, &error) : NULL;
  if (file == NULL) {
    return 1;
  }
  GMimeStream *stream =
      g_mime_stream_buffer_new(file, GMIME_STREAM_BUFFER_BLOCK_READ);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX);
  while (!g_mime_parser_eos(parser)) {
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    if (message == NULL) {
      break;
    }
    g_mime_message_get_subject(message);
    g_mime_message_foreach(message, decode, NULL);
    g_object_unref(message);
  }
  printf("%zu\n", decoded);
  g_object_unref(parser);
  g_object_unref(stream);
  g_object_unref(file);
  return 0;
}
