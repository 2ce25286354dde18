#!/bin/sh
# small-jobs.sh [--rounds N] [--no-judging] [SUBJECTS]
# Measures `consentgate vet` of 1,000 rows and of 10 against a big ledger, beside sqlite3 answering as many look-ups by primary key in
# one query; the 10 rows also with a ledger that is not in memory. Whole commands, from start to end, files and certificate
# included.
#
# Uses what vet-millions.sh made of that size, or makes it: a ledger of a million subjects unless told otherwise. Needs sqlite3. Ends with
# status 1 if `vet` takes over three times as long.
set -eu
exec python3 -B "$(dirname "$0")/Whole/small_jobs.py" "$@"
