#!/bin/sh
# progress.sh [--rounds N] [ROWS]
# Measures what the line costs that says how far a vetting is: on a terminal, and with nobody looking, by turns.
#
# Uses what vet-millions.sh made of that size, or makes it. Ends with status 1 if the line costs over 2 % of processor time.
set -eu
exec python3 -B "$(dirname "$0")/Whole/progress.py" "$@"
