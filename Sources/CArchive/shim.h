// The system's libarchive, opened when the first archive is met: it brings a dozen libraries (libxml2, ICU, nettle, zstd and
// others), and loading them took a fifth of what it costs that the program starts.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>
#include <locale.h>
#include <stddef.h>

// What the header describes; NULL if the system has none. It stays open until the process ends.
static inline void *carchive_library(void) {
    return dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
}

static inline int carchive_is_there(void) { return carchive_library() != NULL; }

// Each function under its name with a c before it, looked up at each call: that costs nothing beside what it does.
#define CARCHIVE(result, name, parameters, arguments)                                        \
    static inline result c##name parameters {                                                \
        return ((__typeof__(&name))dlsym(carchive_library(), #name)) arguments;              \
    }

CARCHIVE(struct archive *, archive_read_new, (void), ())
CARCHIVE(int, archive_read_free, (struct archive *a), (a))
CARCHIVE(int, archive_read_support_format_zip_seekable, (struct archive *a), (a))
CARCHIVE(int, archive_read_set_read_callback, (struct archive *a, archive_read_callback *b), (a, b))
CARCHIVE(int, archive_read_set_seek_callback, (struct archive *a, archive_seek_callback *b), (a, b))
CARCHIVE(int, archive_read_set_callback_data, (struct archive *a, void *b), (a, b))
CARCHIVE(int, archive_read_open1, (struct archive *a), (a))
CARCHIVE(int, archive_read_next_header, (struct archive *a, struct archive_entry **b), (a, b))
CARCHIVE(int, archive_read_has_encrypted_entries, (struct archive *a), (a))
CARCHIVE(la_ssize_t, archive_read_data, (struct archive *a, void *b, size_t c), (a, b, c))

CARCHIVE(const char *, archive_entry_pathname, (struct archive_entry *a), (a))
CARCHIVE(unsigned, archive_entry_filetype, (struct archive_entry *a), (a))
CARCHIVE(int, archive_entry_is_data_encrypted, (struct archive_entry *a), (a))
CARCHIVE(struct archive_entry *, archive_entry_new, (void), ())
CARCHIVE(void, archive_entry_free, (struct archive_entry *a), (a))
CARCHIVE(void, archive_entry_set_pathname, (struct archive_entry *a, const char *b), (a, b))
CARCHIVE(void, archive_entry_set_filetype, (struct archive_entry *a, unsigned b), (a, b))
CARCHIVE(void, archive_entry_set_perm, (struct archive_entry *a, unsigned b), (a, b))
CARCHIVE(void, archive_entry_set_size, (struct archive_entry *a, la_int64_t b), (a, b))
CARCHIVE(void, archive_entry_set_mtime, (struct archive_entry *a, time_t b, long c), (a, b, c))

CARCHIVE(struct archive *, archive_write_new, (void), ())
CARCHIVE(int, archive_write_free, (struct archive *a), (a))
CARCHIVE(int, archive_write_set_format_zip, (struct archive *a), (a))
CARCHIVE(int, archive_write_set_bytes_in_last_block, (struct archive *a, int b), (a, b))
CARCHIVE(int, archive_write_open,
         (struct archive *a, void *b, archive_open_callback *c, archive_write_callback *d, archive_close_callback *e),
         (a, b, c, d, e))
CARCHIVE(int, archive_write_header, (struct archive *a, struct archive_entry *b), (a, b))
CARCHIVE(la_ssize_t, archive_write_data, (struct archive *a, const void *b, size_t c), (a, b, c))
CARCHIVE(int, archive_write_finish_entry, (struct archive *a), (a))
CARCHIVE(int, archive_write_close, (struct archive *a), (a))

#undef CARCHIVE

/* The mask is a macro out of Swift's reach. Without UTF-8 in LC_CTYPE libarchive writes "?" into names of members. */
static inline locale_t carchive_utf8_locale(void) {
    return newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}
