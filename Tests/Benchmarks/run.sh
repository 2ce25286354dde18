#!/bin/sh
# run.sh [MILLIONS]
# Measures how fast rows are judged: by the default policy, and by the catalogue with every rule on.
#
# Ends with status 1 if rows that share 1,000 combinations are judged slower than so many millions a second (5 unless
# told otherwise) on one core, or if a judgement is not that of the plain walk over all rules.
set -eu
cd "$(dirname "$0")/../.."
swift build -c release --product bench-policies > /dev/null
bench=$(swift build -c release --show-bin-path)/bench-policies
status=0
for policy in gdpr every; do
    "$bench" "$policy" "${1:-5}" || status=1
    echo
done
exit $status
