#pragma once
#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

/* The mask is a macro out of Swift's reach. Without UTF-8 in LC_CTYPE libarchive writes "?" into names of members. */
static inline locale_t carchive_utf8_locale(void) {
    return newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}
