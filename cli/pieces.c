/* SPDX-License-Identifier: MIT */
#include "pieces.h"

#include "utf8.h"

#include <errno.h>
#include <string.h>

const char *cli_source_name(const struct cli_source *source,
                            const struct cli_arguments *arguments) {
  return strcmp(source->path, "-") == 0 ? arguments->stdin_path : source->path;
}

/* A file that starts as a mailbox may be a single mail, which only its end
 * tells. */
static enum cli_piece_form form_of(struct cli_pieces *pieces) {
  enum cli_input_mode mode = pieces->arguments->input;
  if (mode == CLI_INPUT_NDJSON) {
    return CLI_LINE;
  }
  bool messages =
      !pieces->in_maildir &&
      (mode == CLI_INPUT_MBOX ||
       (mode == CLI_INPUT_AUTO && cli_mailbox_begins(&pieces->mailbox)));
  return messages ? CLI_MESSAGE : CLI_WHOLE;
}

int cli_pieces_open(struct cli_pieces *pieces,
                    const struct cli_arguments *arguments,
                    const struct cli_source *source) {
  *pieces = (struct cli_pieces){
      .arguments = arguments,
      .name = cli_source_name(source, arguments),
      .in_folder = source->in_folder,
      .in_maildir = source->in_maildir,
      .limit = COURTESY_MESSAGE_MAX,
      .folder = pieces->folder,
      .input = pieces->input,
  };
  int error = cli_input_open(&pieces->input, source);
  if (error == 0) {
    cli_mailbox_open(&pieces->mailbox, &pieces->input);
    pieces->form = form_of(pieces);
  }
  return error;
}

static void fill_whole(struct cli_pieces *pieces, struct cli_piece *piece) {
  piece->form = CLI_WHOLE;
  piece->number = 0;
  piece->of_many = pieces->in_folder;
  piece->bytes = cli_input_bytes(&pieces->input);
  piece->size = cli_input_size(&pieces->input);
  piece->kind = pieces->in_maildir
                    ? COURTESY_MAIL
                    : cli_kind_of(pieces->arguments, &pieces->folder,
                                  pieces->name, piece->bytes, piece->size);
}

static bool next_whole(struct cli_pieces *pieces, struct cli_piece *piece) {
  struct cli_input *input = &pieces->input;
  if (pieces->number > 1) {
    return false;
  }
  while (cli_input_more(input)) {
    if (cli_input_size(input) > pieces->limit) {
      input->error = EFBIG;
    }
  }
  *piece = (struct cli_piece){0};
  fill_whole(pieces, piece);
  return input->error == 0;
}

static bool next_message(struct cli_pieces *pieces, struct cli_piece *piece) {
  const struct cli_mailbox *mailbox = &pieces->mailbox;
  if (!cli_mailbox_next(&pieces->mailbox)) {
    return false;
  }
  *piece = (struct cli_piece){
      .form = CLI_MESSAGE,
      .kind = COURTESY_MAIL,
      .number = mailbox->number,
      .of_many = true,
      .origin = mailbox->origin,
      .bytes = cli_input_bytes(&pieces->input),
      .size = mailbox->too_large ? 0 : mailbox->message_size,
      .too_large = mailbox->too_large,
  };
  if (pieces->arguments->input == CLI_INPUT_AUTO && mailbox->number == 1 &&
      cli_mailbox_at_last(mailbox) && !piece->too_large) {
    fill_whole(pieces, piece);
  }
  return true;
}

/* The end of the line at hand, or NULL; what was looked at once is not looked
 * at again. */
static const char *find_line_end(struct cli_pieces *pieces) {
  const char *bytes = cli_input_bytes(&pieces->input);
  size_t size = cli_input_size(&pieces->input);
  const char *feed =
      memchr(bytes + pieces->scanned, '\n', size - pieces->scanned);
  pieces->scanned = feed != NULL ? (size_t)(feed - bytes) : size;
  return feed;
}

static void drop_line(struct cli_pieces *pieces) {
  cli_input_drop(&pieces->input, pieces->taken);
  pieces->scanned -=
      pieces->scanned < pieces->taken ? pieces->scanned : pieces->taken;
  pieces->taken = 0;
}

static bool next_line(struct cli_pieces *pieces, struct cli_piece *piece) {
  struct cli_input *input = &pieces->input;
  const char *end;
  drop_line(pieces);
  *piece = (struct cli_piece){.form = CLI_LINE, .number = pieces->number};
  while ((end = find_line_end(pieces)) == NULL) {
    if (pieces->scanned > pieces->limit) {
      piece->too_large = true;
      pieces->taken = pieces->scanned;
      drop_line(pieces);
    }
    if (!cli_input_more(input)) {
      break;
    }
  }
  piece->too_large |= pieces->scanned > pieces->limit;
  piece->bytes = cli_input_bytes(input);
  piece->size = piece->too_large ? 0 : pieces->scanned;
  if (piece->number == 1) {
    size_t mark = cli_utf8_mark_size(piece->bytes, piece->size);
    piece->bytes += mark;
    piece->size -= mark;
  }
  pieces->taken = pieces->scanned + (end != NULL);
  return (pieces->taken > 0 || piece->too_large) && input->error == 0;
}

bool cli_pieces_next(struct cli_pieces *pieces, struct cli_piece *piece) {
  pieces->number++;
  switch (pieces->form) {
  case CLI_LINE:
    return next_line(pieces, piece);
  case CLI_MESSAGE:
    return next_message(pieces, piece);
  default:
    return next_whole(pieces, piece);
  }
}

bool cli_pieces_ready(struct cli_pieces *pieces) {
  if (pieces->form != CLI_LINE) {
    return true;
  }
  drop_line(pieces);
  return find_line_end(pieces) != NULL;
}

int cli_pieces_close(struct cli_pieces *pieces) {
  cli_input_close(&pieces->input);
  return pieces->input.error;
}

void cli_pieces_destroy(struct cli_pieces *pieces) {
  cli_bytes_destroy(&pieces->folder.name);
  cli_input_destroy(&pieces->input);
}
