/* What the kernel and the processor can do and Swift's view of the C library does not show. */
#pragma once
#include <sys/syscall.h>

/* As unistd.h has it. No header with types is included here: Swift would take this module for their home. */
extern long syscall(long number, ...);

/* The variables that a program inherits; Swift takes the C library's own name for one that threads may change. */
static inline char **clinux_environment(void) {
    extern char **environ;
    return environ;
}

/* pipe2(2) with O_CLOEXEC: a pipe that other programs do not inherit by chance. */
static inline int clinux_pipe(int ends[2]) {
    extern int pipe2(int ends[2], int flags);
    return pipe2(ends, 02000000);
}

/* renameat2(2) with RENAME_EXCHANGE: two names change places in one step. The call itself, for syscall(2) is variadic. */
static inline int clinux_exchange(const char *one, const char *other) {
    const int here = -100; /* AT_FDCWD */
    return (int)syscall(SYS_renameat2, here, one, here, other, 1 << 1);
}

/* sync_file_range(2) with SYNC_FILE_RANGE_WRITE over the whole file: begins to write it out, and waits for nothing. */
static inline int clinux_start_writeback(int file) {
    extern int sync_file_range(int file, long offset, long count, unsigned flags);
    return sync_file_range(file, 0, 0, 1 << 1);
}

/* Asks for the line of memory at an address, and does not wait for it. */
static inline void clinux_prefetch(const void *address) { __builtin_prefetch(address); }
