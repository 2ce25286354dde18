#!/bin/sh
# start-up.sh [--rounds N] [--no-judging]
# Measures how long the program takes to start: its help, and vetting a list that has a header and no rows, beside `sqlite3 --version`.
#
# Ends with status 1 if one of them takes over twice as long as sqlite3 and 20 milliseconds.
set -eu
exec python3 -B "$(dirname "$0")/Whole/start_up.py" "$@"
