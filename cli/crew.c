/* SPDX-License-Identifier: MIT */
#include "crew.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum {
  BATCH_SOURCES = 16, /* enough that handing over costs little */
  BATCHES_A_THREAD = 4,
};

enum stage { EMPTY = 0, FILLED, TAKEN, DONE };

struct batch {
  enum stage stage;                         /* guarded by the crew's lock */
  struct cli_source sources[BATCH_SOURCES]; /* paths are its own */
  size_t count;
  struct cli_bytes report;
  struct cli_bytes errors;
};

struct member {
  struct cli_crew *crew;
  struct cli_checker checker;
  pthread_t thread;
};

struct cli_crew {
  struct cli_checker *head;
  struct member *members;
  size_t member_count; /* of those that run */
  struct batch *batches;
  size_t batch_count;
  struct batch *filling;
  size_t fill;  /* batches filled so far: the next is fill % batch_count */
  size_t taken; /* by members */
  size_t written;
  bool any_written; /* something stands in the report */
  pthread_mutex_t lock;
  pthread_cond_t filled; /* a batch is there to be taken, or no more come */
  pthread_cond_t done;   /* a batch is done */
  bool closed;
};

static struct batch *batch_at(struct cli_crew *crew, size_t number) {
  return &crew->batches[number % crew->batch_count];
}

/* The next batch to be worked on; NULL when there is none any more. */
static struct batch *take_batch(struct cli_crew *crew) {
  pthread_mutex_lock(&crew->lock);
  while (crew->taken == crew->fill && !crew->closed) {
    pthread_cond_wait(&crew->filled, &crew->lock);
  }
  struct batch *batch = NULL;
  if (crew->taken < crew->fill) {
    batch = batch_at(crew, crew->taken++);
    batch->stage = TAKEN;
  }
  pthread_mutex_unlock(&crew->lock);
  return batch;
}

static void return_batch(struct cli_crew *crew, struct batch *batch) {
  pthread_mutex_lock(&crew->lock);
  batch->stage = DONE;
  pthread_cond_signal(&crew->done);
  pthread_mutex_unlock(&crew->lock);
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
  for (size_t i = 0; i < batch->count; i++) {
    cli_checker_take(checker, &batch->sources[i]);
  }
  cli_output_flush(&report);
  cli_output_flush(&errors);
}

static void *work(void *argument) {
  struct member *member = argument;
  for (struct batch *batch; (batch = take_batch(member->crew)) != NULL;) {
    check_batch(member, batch);
    return_batch(member->crew, batch);
  }
  return NULL;
}

/* Waits for the oldest batch, adds what it says to the report, and empties
 * it. */
static void write_oldest(struct cli_crew *crew) {
  struct batch *batch = batch_at(crew, crew->written++);
  pthread_mutex_lock(&crew->lock);
  while (batch->stage != DONE) {
    pthread_cond_wait(&crew->done, &crew->lock);
  }
  pthread_mutex_unlock(&crew->lock);
  struct cli_output *output = crew->head->report.output;
  const char *between = crew->head->reporter->between;
  if (batch->report.size > 0) {
    if (crew->any_written && between != NULL) {
      cli_output_string(output, between);
    }
    cli_output_bytes(output, batch->report.bytes, batch->report.size);
    crew->any_written = true;
  }
  if (batch->errors.size > 0) {
    cli_output_flush(output);
    cli_complain_as_is(batch->errors.bytes, batch->errors.size);
  }
  for (size_t i = 0; i < batch->count; i++) {
    free((char *)batch->sources[i].path);
  }
  batch->count = batch->report.size = batch->errors.size = 0;
  batch->stage = EMPTY;
}

static void hand_over(struct cli_crew *crew) {
  pthread_mutex_lock(&crew->lock);
  crew->filling->stage = FILLED;
  crew->fill++;
  pthread_cond_signal(&crew->filled);
  pthread_mutex_unlock(&crew->lock);
  crew->filling = NULL;
}

void cli_crew_take(struct cli_crew *crew, const struct cli_source *source) {
  if (crew->filling == NULL) {
    if (crew->fill - crew->written == crew->batch_count) {
      write_oldest(crew);
    }
    crew->filling = batch_at(crew, crew->fill);
  }
  struct batch *batch = crew->filling;
  batch->sources[batch->count] = *source;
  batch->sources[batch->count++].path =
      cli_copy(source->path, strlen(source->path));
  if (batch->count == BATCH_SOURCES) {
    hand_over(crew);
  }
}

static void add_totals(struct cli_checker *head,
                       const struct cli_checker *part) {
  struct cli_totals *all = &head->report.totals;
  const struct cli_totals *more = &part->report.totals;
  all->files += more->files;
  all->bytes += more->bytes;
  all->in_mailbox |= more->in_mailbox;
  all->hidden += more->hidden;
  for (size_t i = 0; i <= COURTESY_ERROR; i++) {
    all->by_severity[i] += more->by_severity[i];
  }
  head->worst = part->worst > head->worst ? part->worst : head->worst;
  head->trouble |= part->trouble;
}

static void dismiss(struct cli_crew *crew) {
  pthread_mutex_lock(&crew->lock);
  crew->closed = true;
  pthread_cond_broadcast(&crew->filled);
  pthread_mutex_unlock(&crew->lock);
  for (size_t i = 0; i < crew->member_count; i++) {
    pthread_join(crew->members[i].thread, NULL);
    add_totals(crew->head, &crew->members[i].checker);
    cli_checker_end(&crew->members[i].checker);
  }
  for (size_t i = 0; i < crew->batch_count; i++) {
    cli_bytes_destroy(&crew->batches[i].report);
    cli_bytes_destroy(&crew->batches[i].errors);
  }
  pthread_cond_destroy(&crew->done);
  pthread_cond_destroy(&crew->filled);
  pthread_mutex_destroy(&crew->lock);
  free(crew->batches);
  free(crew->members);
  free(crew);
}

void cli_crew_finish(struct cli_crew *crew) {
  if (crew->filling != NULL) {
    hand_over(crew);
  }
  while (crew->written < crew->fill) {
    write_oldest(crew);
  }
  dismiss(crew);
}

static bool add_member(struct cli_crew *crew,
                       const struct courtesy_ruleset *ruleset) {
  struct member *member = &crew->members[crew->member_count];
  member->crew = crew;
  bool made = cli_checker_start(&member->checker, crew->head->arguments,
                                ruleset, NULL) == COURTESY_OK &&
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
  pthread_cond_init(&crew->done, NULL);
  while (crew->member_count < jobs && add_member(crew, ruleset)) {
  }
  if (crew->member_count == 0) {
    dismiss(crew);
    return COURTESY_NO_MEMORY;
  }
  *out = crew;
  return COURTESY_OK;
}
