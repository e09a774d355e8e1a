/* SPDX-License-Identifier: MIT */
#include "crew.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum {
  BATCHES_A_THREAD = 4,
  /* Enough that handing over costs little, few enough that all threads have
   * something to do until the end: */
  BATCH_SOURCES = 16,
  BATCH_PIECES = 256,
  BATCH_BYTES = 1 << 17,
};

enum stage { EMPTY = 0, FILLED, DONE };

struct batch {
  enum stage stage;                         /* guarded by the crew's lock */
  struct cli_source sources[BATCH_SOURCES]; /* paths are its own */
  size_t source_count;
  struct cli_piece pieces[BATCH_PIECES]; /* or pieces of the first source */
  size_t piece_count;
  struct cli_bytes bytes; /* theirs, one behind the other */
  size_t size;            /* of all that is in it */
  struct cli_totals totals;
  struct cli_bytes report;
  struct cli_bytes errors;
};

struct member {
  struct cli_crew *crew;
  struct cli_checker checker;
  pthread_t thread;
};

struct cli_crew {
  struct member *members;
  size_t member_count; /* of those that run */
  struct batch *batches;
  size_t batch_count;
  /* Of the member that writes: */
  struct cli_checker *head;
  bool any_written; /* something stands in the report */
  /* Of the thread that fills: */
  struct batch *filling;
  struct cli_pieces pieces;
  /* Guarded by the lock: */
  pthread_mutex_t lock;
  pthread_cond_t filled;  /* a batch is there to be taken, or no more come */
  pthread_cond_t written; /* a batch is empty again */
  size_t fill_count;      /* batches filled so far; the next is that one … */
  size_t take_count;      /* … modulo their number. These were taken … */
  size_t write_count;     /* … and these are written */
  bool writing;           /* a member is at it */
  bool failed;            /* the report cannot be written */
  bool closed;            /* no more batches come */
};

static struct batch *batch_at(struct cli_crew *crew, size_t number) {
  return &crew->batches[number % crew->batch_count];
}

/* The next batch to be worked on; NULL when there is none any more. */
static struct batch *take_batch(struct cli_crew *crew) {
  pthread_mutex_lock(&crew->lock);
  while (crew->take_count == crew->fill_count && !crew->closed) {
    pthread_cond_wait(&crew->filled, &crew->lock);
  }
  struct batch *batch = crew->take_count < crew->fill_count
                            ? batch_at(crew, crew->take_count++)
                            : NULL;
  pthread_mutex_unlock(&crew->lock);
  return batch;
}

static void check_pieces(struct cli_checker *checker, struct batch *batch) {
  const char *name = cli_source_name(&batch->sources[0], checker->arguments);
  const char *bytes = batch->bytes.size > 0 ? batch->bytes.bytes : "";
  for (size_t i = 0; i < batch->piece_count; i++) {
    batch->pieces[i].bytes = bytes;
    bytes += batch->pieces[i].size;
    cli_checker_check(checker, name, &batch->pieces[i]);
  }
}

static void check_batch(struct member *member, struct batch *batch) {
  struct cli_checker *checker = &member->checker;
  struct cli_output report;
  struct cli_output errors;
  cli_output_keep(&report, &batch->report,
                  member->crew->head->report.output->color);
  cli_output_keep(&errors, &batch->errors, false);
  checker->report.output = &report;
  checker->report.errors = &errors;
  checker->report.json = (struct cli_json){.output = &report};
  checker->report.totals = (struct cli_totals){0};
  if (batch->piece_count > 0) {
    check_pieces(checker, batch);
  } else {
    for (size_t i = 0; i < batch->source_count; i++) {
      cli_checker_take(checker, &batch->sources[i]);
    }
  }
  batch->totals = checker->report.totals;
  cli_output_flush(&report);
  cli_output_flush(&errors);
}

static void add_totals(struct cli_totals *all, const struct cli_totals *more) {
  all->files += more->files;
  all->bytes += more->bytes;
  all->in_mailbox |= more->in_mailbox;
  all->hidden += more->hidden;
  for (size_t i = 0; i <= COURTESY_ERROR; i++) {
    all->by_severity[i] += more->by_severity[i];
  }
}

/* Adds what a batch says to the report, and empties it. Who waits for an
 * answer before sending more gets it. */
static void write_batch(struct cli_crew *crew, struct batch *batch) {
  struct cli_checker *head = crew->head;
  struct cli_output *output = head->report.output;
  struct cli_output *errors = head->report.errors;
  if (batch->report.size > 0) {
    if (crew->any_written && head->reporter->between != NULL) {
      cli_output_string(output, head->reporter->between);
    }
    cli_output_bytes(output, batch->report.bytes, batch->report.size);
    crew->any_written = true;
  }
  cli_output_flush(output);
  cli_output_bytes(errors, batch->errors.bytes, batch->errors.size);
  cli_output_flush(errors);
  add_totals(&head->report.totals, &batch->totals);
  cli_checker_tell_progress(head);
  for (size_t i = 0; i < batch->source_count; i++) {
    free((char *)batch->sources[i].path);
  }
  batch->source_count = batch->piece_count = batch->size = 0;
  batch->bytes.size = batch->report.size = batch->errors.size = 0;
}

/* Says that a batch is done, and writes what stands first in order as long as
 * that is done, too. */
static void finish_batch(struct cli_crew *crew, struct batch *batch) {
  pthread_mutex_lock(&crew->lock);
  batch->stage = DONE;
  while (!crew->writing &&
         (batch = batch_at(crew, crew->write_count))->stage == DONE) {
    crew->writing = true;
    pthread_mutex_unlock(&crew->lock);
    write_batch(crew, batch);
    pthread_mutex_lock(&crew->lock);
    crew->writing = false;
    crew->failed = crew->head->report.output->error != 0;
    batch->stage = EMPTY;
    crew->write_count++;
    pthread_cond_signal(&crew->written);
  }
  pthread_mutex_unlock(&crew->lock);
}

static void *work(void *argument) {
  struct member *member = argument;
  for (struct batch *batch; (batch = take_batch(member->crew)) != NULL;) {
    check_batch(member, batch);
    finish_batch(member->crew, batch);
  }
  return NULL;
}

/* The batch that is being filled, or the next one, once it is empty. */
static struct batch *batch_to_fill(struct cli_crew *crew) {
  if (crew->filling == NULL) {
    pthread_mutex_lock(&crew->lock);
    while (crew->fill_count - crew->write_count == crew->batch_count) {
      pthread_cond_wait(&crew->written, &crew->lock);
    }
    crew->filling = batch_at(crew, crew->fill_count);
    pthread_mutex_unlock(&crew->lock);
  }
  return crew->filling;
}

static void hand_over(struct cli_crew *crew) {
  if (crew->filling != NULL) {
    pthread_mutex_lock(&crew->lock);
    crew->filling->stage = FILLED;
    crew->fill_count++;
    pthread_cond_signal(&crew->filled);
    pthread_mutex_unlock(&crew->lock);
    crew->filling = NULL;
  }
}

static void add_source(struct batch *batch, const struct cli_source *source) {
  struct cli_source *added = &batch->sources[batch->source_count++];
  *added = *source;
  added->path = cli_copy(source->path, strlen(source->path));
}

static void take_whole(struct cli_crew *crew, const struct cli_source *source) {
  struct batch *batch = batch_to_fill(crew);
  add_source(batch, source);
  batch->size += source->error == 0 ? source->size : 0;
  if (batch->source_count == BATCH_SOURCES || batch->size >= BATCH_BYTES) {
    hand_over(crew);
  }
}

static void add_piece(struct cli_crew *crew, const struct cli_source *source,
                      const struct cli_piece *piece) {
  struct batch *batch = batch_to_fill(crew);
  if (batch->piece_count == 0) {
    add_source(batch, source);
  }
  cli_bytes_add(&batch->bytes, piece->bytes, piece->size);
  batch->pieces[batch->piece_count++] = *piece;
  if (batch->piece_count == BATCH_PIECES || batch->bytes.size >= BATCH_BYTES) {
    hand_over(crew);
  }
}

static bool has_failed(struct cli_crew *crew) {
  pthread_mutex_lock(&crew->lock);
  bool failed = crew->failed;
  pthread_mutex_unlock(&crew->lock);
  return failed;
}

/* Reads a source here. What was read of ndjson is handed over before the next
 * read, which may have to wait. */
static void take_pieces(struct cli_crew *crew,
                        const struct cli_source *source) {
  struct cli_source failure = *source;
  struct cli_piece piece;
  hand_over(crew);
  failure.error = cli_pieces_open(&crew->pieces, crew->head->arguments, source);
  if (failure.error == 0) {
    while (!has_failed(crew) && cli_pieces_next(&crew->pieces, &piece)) {
      add_piece(crew, source, &piece);
      if (!cli_pieces_ready(&crew->pieces)) {
        hand_over(crew);
      }
    }
    hand_over(crew);
    failure.error = cli_pieces_close(&crew->pieces);
  }
  if (failure.error != 0) {
    take_whole(crew, &failure);
  }
}

bool cli_crew_take(struct cli_crew *crew, const struct cli_source *source) {
  if (source->error == 0 && source->size > BATCH_BYTES) {
    take_pieces(crew, source);
  } else {
    take_whole(crew, source);
  }
  return !has_failed(crew);
}

static void dismiss(struct cli_crew *crew) {
  struct cli_checker *head = crew->head;
  pthread_mutex_lock(&crew->lock);
  crew->closed = true;
  pthread_cond_broadcast(&crew->filled);
  pthread_mutex_unlock(&crew->lock);
  for (size_t i = 0; i < crew->member_count; i++) {
    struct cli_checker *checker = &crew->members[i].checker;
    pthread_join(crew->members[i].thread, NULL);
    head->worst = checker->worst > head->worst ? checker->worst : head->worst;
    head->trouble |= checker->trouble;
    cli_checker_end(checker);
  }
}

static void destroy(struct cli_crew *crew) {
  for (size_t i = 0; i < crew->batch_count; i++) {
    cli_bytes_destroy(&crew->batches[i].bytes);
    cli_bytes_destroy(&crew->batches[i].report);
    cli_bytes_destroy(&crew->batches[i].errors);
  }
  cli_pieces_destroy(&crew->pieces);
  pthread_cond_destroy(&crew->written);
  pthread_cond_destroy(&crew->filled);
  pthread_mutex_destroy(&crew->lock);
  free(crew->batches);
  free(crew->members);
  free(crew);
}

void cli_crew_finish(struct cli_crew *crew) {
  hand_over(crew);
  dismiss(crew);
  destroy(crew);
}

static bool add_member(struct cli_crew *crew,
                       const struct courtesy_ruleset *ruleset) {
  struct member *member = &crew->members[crew->member_count];
  member->crew = crew;
  bool made = cli_checker_start(&member->checker, crew->head->arguments,
                                ruleset, NULL, NULL) == COURTESY_OK &&
              pthread_create(&member->thread, NULL, work, member) == 0;
  if (made) {
    crew->member_count++;
  } else {
    cli_checker_end(&member->checker);
  }
  return made;
}

enum courtesy_status cli_crew_create(struct cli_checker *head,
                                     const struct courtesy_ruleset *ruleset,
                                     struct cli_crew **out) {
  size_t jobs = head->arguments->jobs;
  struct cli_crew *crew = cli_resize(NULL, sizeof *crew);
  *crew = (struct cli_crew){
      .head = head,
      .members = cli_resize(NULL, jobs * sizeof *crew->members),
      .batch_count = jobs * BATCHES_A_THREAD,
  };
  crew->batches = cli_resize(NULL, crew->batch_count * sizeof *crew->batches);
  memset(crew->batches, 0, crew->batch_count * sizeof *crew->batches);
  pthread_mutex_init(&crew->lock, NULL);
  pthread_cond_init(&crew->filled, NULL);
  pthread_cond_init(&crew->written, NULL);
  while (crew->member_count < jobs && add_member(crew, ruleset)) {
  }
  if (crew->member_count == 0) {
    destroy(crew);
    return COURTESY_NO_MEMORY;
  }
  *out = crew;
  return COURTESY_OK;
}
