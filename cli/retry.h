/* SPDX-License-Identifier: MIT */
#ifndef COURTESY_CLI_RETRY_H
#define COURTESY_CLI_RETRY_H

#include <stdbool.h>

/* After a read() or write() that failed: whether to call it again, as errno
 * says. Who gave us a pipe may have made it one that does not wait, for
 * reasons of his own: then this waits until `event` (POLLIN, POLLOUT). */
bool cli_retry(int descriptor, short event);

#endif
