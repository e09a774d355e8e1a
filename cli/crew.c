/* SPDX-License-Identifier: MIT */
#include "crew.h"

#include "batch.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>

enum {
  BATCHES_A_THREAD = 4,
  MOST_WAITING = 1 << 24, /* bytes of pieces; one may be larger */
};

struct place {
  struct cli_batch batch;
  bool done; /* it waits to be written; guarded by the crew's lock */
};

struct member {
  struct cli_crew *crew;
  struct cli_checker checker;
  pthread_t thread;
};

struct cli_crew {
  struct member *members;
  size_t member_count; /* of those that run */
  struct place *ring;
  size_t ring_size;
  /* Of the member that writes: */
  struct cli_checker *head;
  bool any_written; /* something stands in the report */
  /* Of the thread that fills: */
  struct place *filling; /* NULL: none */
  struct cli_pieces pieces;
  bool gives_up; /* the last batch met a report that cannot be written */
  /* Guarded by the lock: */
  pthread_mutex_t lock;
  pthread_cond_t filled;  /* a batch is there to be taken, or no more come */
  pthread_cond_t written; /* a batch is empty again */
  size_t fill_count;      /* batches filled so far; the next is that one … */
  size_t take_count;      /* … modulo their number. These were taken … */
  size_t write_count;     /* … and these are written */
  size_t waiting;         /* bytes of pieces that are not written yet */
  bool writing;           /* a member is at it */
  bool failed;            /* the report cannot be written */
  bool closed;            /* no more batches come */
};

static struct place *place_at(struct cli_crew *crew, size_t number) {
  return &crew->ring[number % crew->ring_size];
}

/* The next batch to be worked on; NULL when there is none any more. */
static struct place *take_place(struct cli_crew *crew) {
  pthread_mutex_lock(&crew->lock);
  while (crew->take_count == crew->fill_count && !crew->closed) {
    pthread_cond_wait(&crew->filled, &crew->lock);
  }
  struct place *place = crew->take_count < crew->fill_count
                            ? place_at(crew, crew->take_count++)
                            : NULL;
  pthread_mutex_unlock(&crew->lock);
  return place;
}

static void add_totals(struct cli_totals *all, const struct cli_totals *more) {
  all->files += more->files;
  all->bytes += more->bytes;
  all->failed += more->failed;
  all->unlisted += more->unlisted;
  all->has_messages |= more->has_messages;
  all->hidden += more->hidden;
  for (size_t i = 0; i <= COURTESY_ERROR; i++) {
    all->by_severity[i] += more->by_severity[i];
  }
}

/* Adds what a batch says to the report. Who waits for an answer before sending
 * more gets it. */
static void write_batch(struct cli_crew *crew, const struct cli_batch *batch) {
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
}

/* Writes the first batch in order, and makes room for another one. The lock
 * is held before and after, and lets the others work meanwhile. */
static void write_first(struct cli_crew *crew, struct place *first) {
  crew->writing = true;
  pthread_mutex_unlock(&crew->lock);
  size_t size = first->batch.bytes.size;
  write_batch(crew, &first->batch);
  cli_batch_empty(&first->batch);
  pthread_mutex_lock(&crew->lock);
  crew->writing = false;
  crew->failed = crew->head->report.output->error != 0;
  crew->waiting -= size;
  crew->write_count++;
  first->done = false;
  pthread_cond_signal(&crew->written);
}

/* Says that a batch is done, and writes what stands first in order as long as
 * that is done, too, and nobody else is at it. */
static void finish_place(struct cli_crew *crew, struct place *place) {
  pthread_mutex_lock(&crew->lock);
  place->done = true;
  struct place *first;
  while (!crew->writing && (first = place_at(crew, crew->write_count))->done) {
    write_first(crew, first);
  }
  pthread_mutex_unlock(&crew->lock);
}

static void *work(void *argument) {
  struct member *member = argument;
  struct cli_crew *crew = member->crew;
  for (struct place *place; (place = take_place(crew)) != NULL;) {
    cli_batch_check(&place->batch, &member->checker, &crew->head->report);
    finish_place(crew, place);
  }
  return NULL;
}

/* The batch that is being filled, or the next one, once it is empty. */
static struct cli_batch *batch_to_fill(struct cli_crew *crew) {
  if (crew->filling == NULL) {
    pthread_mutex_lock(&crew->lock);
    while (crew->fill_count - crew->write_count == crew->ring_size ||
           crew->waiting > MOST_WAITING) {
      pthread_cond_wait(&crew->written, &crew->lock);
    }
    crew->filling = place_at(crew, crew->fill_count);
    pthread_mutex_unlock(&crew->lock);
  }
  return &crew->filling->batch;
}

static void hand_over(struct cli_crew *crew) {
  if (crew->filling != NULL) {
    pthread_mutex_lock(&crew->lock);
    crew->waiting += crew->filling->batch.bytes.size;
    crew->fill_count++;
    crew->gives_up = crew->failed;
    pthread_cond_signal(&crew->filled);
    pthread_mutex_unlock(&crew->lock);
    crew->filling = NULL;
  }
}

static void take_whole(struct cli_crew *crew, const struct cli_source *source) {
  if (cli_batch_add_source(batch_to_fill(crew), source)) {
    hand_over(crew);
  }
}

/* Hands over what was read of ndjson before the next read, which may have to
 * wait. */
static void read_pieces(struct cli_crew *crew,
                        const struct cli_source *source) {
  struct cli_piece piece;
  while (!crew->gives_up && cli_pieces_next(&crew->pieces, &piece)) {
    bool full = cli_batch_add_piece(batch_to_fill(crew), source, &piece);
    if (full || !cli_pieces_ready(&crew->pieces)) {
      hand_over(crew);
    }
  }
  hand_over(crew);
}

/* Reads a source here, unless it is a file that cannot be shared out. */
static void take_pieces(struct cli_crew *crew,
                        const struct cli_source *source) {
  struct cli_source left = *source;
  bool read = true;
  left.error = cli_pieces_open(&crew->pieces, crew->head->arguments, source);
  if (left.error == 0) {
    read = crew->pieces.form != CLI_WHOLE || source->size == SIZE_MAX;
    if (read) {
      hand_over(crew);
      read_pieces(crew, source);
    }
    left.error = cli_pieces_close(&crew->pieces);
  }
  if (left.error != 0 || !read) {
    take_whole(crew, &left);
  }
}

bool cli_crew_take(struct cli_crew *crew, const struct cli_source *source) {
  if (source->error == 0 && source->size > CLI_BATCH_BYTES) {
    take_pieces(crew, source);
  } else {
    take_whole(crew, source);
  }
  return !crew->gives_up;
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
  for (size_t i = 0; i < crew->ring_size; i++) {
    cli_batch_destroy(&crew->ring[i].batch);
  }
  cli_pieces_destroy(&crew->pieces);
  pthread_cond_destroy(&crew->written);
  pthread_cond_destroy(&crew->filled);
  pthread_mutex_destroy(&crew->lock);
  free(crew->ring);
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
      .ring_size = jobs * BATCHES_A_THREAD,
  };
  /* Of a batch of files the room for pieces is never touched. */
  crew->ring = cli_zeroed(crew->ring_size, sizeof *crew->ring);
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
