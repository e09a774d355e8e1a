/* SPDX-License-Identifier: MIT */
#include "refusal.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *place, size_t size);
iconv_t __real_iconv_open(const char *to, const char *from);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *place, size_t size);
iconv_t __wrap_iconv_open(const char *to, const char *from);

/* Allocations that are still granted; SIZE_MAX: all. */
static size_t left = SIZE_MAX;

void refusal_after(size_t granted) {
  left = granted;
}

bool refusal_end(void) {
  bool refused = left == SIZE_MAX;
  left = SIZE_MAX;
  return refused;
}

static bool refuse(void) {
  bool last = left == 0;
  if (left != SIZE_MAX) {
    left = last ? SIZE_MAX : left - 1;
  }
  return last;
}

void *__wrap_malloc(size_t size) {
  return refuse() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size) {
  return refuse() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *place, size_t size) {
  return refuse() ? NULL : __real_realloc(place, size);
}

iconv_t __wrap_iconv_open(const char *to, const char *from) {
  if (refuse()) {
    errno = ENOMEM;
    return (iconv_t)-1;
  }
  return __real_iconv_open(to, from);
}
