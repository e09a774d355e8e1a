/* SPDX-License-Identifier: MIT */
#ifndef COURTESY_CLI_RETRY_H
#define COURTESY_CLI_RETRY_H

#include <stdbool.h>

/* After a read() or write() that failed: whether to call it again, as errno
 * says. Of a pipe that does not wait, as whoever gave it may have made it, this
 * waits for `event` (POLLIN, POLLOUT). */
bool cli_retry(int descriptor, short event);

#endif
