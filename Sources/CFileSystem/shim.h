#pragma once

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

// Two names change places in one step. Swift sees neither the function nor its macros.
static inline int shim_exchange_names(const char *one, const char *other) {
    const unsigned int exchange = 2;
    return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, exchange);
}
