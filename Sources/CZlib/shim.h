#pragma once
#include <zlib.h>

/* A macro, and so out of Swift's reach. 15 is the largest window; 16 more asks for gzip with its checksums. */
static inline int czlib_start_gzip(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
