/* What the kernel can do and Swift's view of the C library does not show. */
#pragma once
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* renameat2(2) with RENAME_EXCHANGE: two names change places in one step. The call itself, for syscall(2) is variadic. */
static inline int clinux_exchange(const char *one, const char *other) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, 1 << 1);
}
