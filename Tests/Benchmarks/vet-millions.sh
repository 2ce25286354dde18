#!/bin/sh
# vet-millions.sh [--rounds N] [--subjects N] [--no-judging | --alone] [ROWS ...]
# Measures the whole job, `consentgate vet` with all its files, report and certificate, beside the bare join of DuckDB and Polars on
# the same list and ledger, in rounds that run each command once.
#
# Makes everything in .build/benchmarks (or CONSENTGATE_BENCHMARKS) and keeps it: lists and ledgers of invented people, a
# ledger by the program's own import, the peers from PyPI. A million rows unless told otherwise; several sizes also show how
# time grows. Ends with status 1 if the gate and DuckDB do not agree on every row that can be compared, or if a ratio is
# worse than in thresholds.json; with `--alone` nobody runs beside the gate, and how time grows and memory are judged; 3 if the peers cannot be installed.
set -eu
exec python3 -B "$(dirname "$0")/Whole/vet_millions.py" "$@"
