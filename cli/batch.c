/* SPDX-License-Identifier: MIT */
#include "batch.h"

#include <stdlib.h>
#include <string.h>

static void add_source(struct cli_batch *batch,
                       const struct cli_source *source) {
  struct cli_source *added = &batch->sources[batch->source_count++];
  *added = *source;
  added->path = cli_copy(source->path, strlen(source->path));
}

bool cli_batch_add_source(struct cli_batch *batch,
                          const struct cli_source *source) {
  add_source(batch, source);
  batch->source_size += source->error == 0 ? source->size : 0;
  return batch->source_count == CLI_BATCH_SOURCES ||
         batch->source_size >= CLI_BATCH_BYTES;
}

bool cli_batch_add_piece(struct cli_batch *batch,
                         const struct cli_source *source,
                         const struct cli_piece *piece) {
  if (batch->piece_count == 0) {
    add_source(batch, source);
  }
  cli_bytes_add(&batch->bytes, piece->bytes, piece->size);
  batch->pieces[batch->piece_count++] = *piece;
  return batch->piece_count == CLI_BATCH_PIECES ||
         batch->bytes.size >= CLI_BATCH_BYTES;
}

static void check_pieces(struct cli_batch *batch, struct cli_checker *checker) {
  const char *name = cli_source_name(&batch->sources[0], checker->arguments);
  const char *bytes = batch->bytes.size > 0 ? batch->bytes.bytes : "";
  for (size_t i = 0; i < batch->piece_count; i++) {
    batch->pieces[i].bytes = bytes;
    bytes += batch->pieces[i].size;
    cli_checker_check(checker, name, &batch->pieces[i]);
  }
}

static void check_sources(struct cli_batch *batch,
                          struct cli_checker *checker) {
  for (size_t i = 0; i < batch->source_count; i++) {
    cli_checker_take(checker, &batch->sources[i]);
  }
}

void cli_batch_check(struct cli_batch *batch, struct cli_checker *checker,
                     const struct cli_report *report) {
  struct cli_output output;
  struct cli_output errors;
  cli_output_keep(&output, &batch->report, report->output);
  cli_output_keep(&errors, &batch->errors, report->errors);
  checker->report.output = &output;
  checker->report.errors = &errors;
  checker->report.json = (struct cli_json){.output = &output};
  checker->report.totals = (struct cli_totals){0};
  if (batch->piece_count > 0) {
    check_pieces(batch, checker);
  } else {
    check_sources(batch, checker);
  }
  cli_output_flush(&output);
  cli_output_flush(&errors);
  batch->totals = checker->report.totals;
}

void cli_batch_empty(struct cli_batch *batch) {
  for (size_t i = 0; i < batch->source_count; i++) {
    free((char *)batch->sources[i].path);
  }
  batch->source_count = batch->source_size = batch->piece_count = 0;
  batch->bytes.size = batch->report.size = batch->errors.size = 0;
  if (batch->bytes.capacity > 2 * CLI_BATCH_BYTES) {
    cli_bytes_destroy(&batch->bytes); /* what a large piece took is not kept */
  }
}

void cli_batch_destroy(struct cli_batch *batch) {
  cli_batch_empty(batch);
  cli_bytes_destroy(&batch->bytes);
  cli_bytes_destroy(&batch->report);
  cli_bytes_destroy(&batch->errors);
}
