/* What the kernel and the processor can do and Swift's view of the C library does not show. */
#pragma once
#include <sys/syscall.h>

/* As unistd.h has it. No header with types is included here: Swift would take this module for their home. */
extern long syscall(long number, ...);

/* renameat2(2) with RENAME_EXCHANGE: two names change places in one step. The call itself, for syscall(2) is variadic. */
static inline int clinux_exchange(const char *one, const char *other) {
    const int here = -100; /* AT_FDCWD */
    return (int)syscall(SYS_renameat2, here, one, here, other, 1 << 1);
}

/* Asks for the line of memory at an address, and does not wait for it. */
static inline void clinux_prefetch(const void *address) { __builtin_prefetch(address); }
