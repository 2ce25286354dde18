#!/bin/sh
# micro.sh [--rounds N] [--no-judging]
# Measures each stage of a vetting by itself: finding rows, reading addresses, digests, look-ups, decisions, putting rows together.
#
# Each is held against copying the same bytes, or against OpenSSL hashing as many messages of 64 bytes, in the same minute.
# Needs a C compiler. Ends with status 1 where a ratio passes the one in thresholds.json.
set -eu
exec python3 -B "$(dirname "$0")/Whole/micro.py" "$@"
