/* SPDX-License-Identifier: MIT */
#include "retry.h"

#include <errno.h>
#include <poll.h>

bool cli_retry(int descriptor, short event) {
  if (errno == EAGAIN || errno == EWOULDBLOCK) {
    struct pollfd place = {.fd = descriptor, .events = event};
    if (poll(&place, 1, -1) >= 0) {
      return true;
    }
  }
  return errno == EINTR;
}
