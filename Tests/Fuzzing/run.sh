#!/bin/sh
# run.sh [seconds] [target ...]
# Fuzzes each target, or those that are named, for some seconds (60 unless told otherwise) with its kept corpus, and stops
# at the first finding.
# Inputs that reach something new are left in .build/found/<target>; `merge.sh` takes the best of them into the corpus.
set -eu
seconds="${1:-60}"
[ $# -eq 0 ] || shift
cd "$(dirname "$0")"
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS="${ASAN_OPTIONS:-detect_leaks=0}"

swift build -c release --sanitize=address -Xswiftc -sanitize=fuzzer \
    -Xswiftc -use-ld=lld -Xlinker -lstdc++
folder="$(swift build -c release --sanitize=address --show-bin-path)"

[ $# -gt 0 ] || set -- $(ls Corpus)
for target in "$@"; do
    corpus="Corpus/$target"
    found=".build/found/$target"
    mkdir -p "$found"
    echo "$target: $seconds s"
    "$folder/$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=512 -malloc_limit_mb=256 \
        -max_len=8192 -print_final_stats=1 -verbosity=0 -artifact_prefix="$found/" "$found" "$corpus"
    echo "$target: clean"
done
