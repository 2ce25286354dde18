#!/bin/sh
# Takes into each kept corpus what the last runs found, no more than is needed to reach as much as they did.
set -eu
cd "$(dirname "$0")"
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
folder="$(swift build -c release --sanitize=address --show-bin-path)"

for found in .build/found/*/; do
    target="$(basename "$found")"
    # Workbooks and whole lists are hardly ever shorter than this; tables and addresses are.
    case "$target" in fuzz-containers) longest=6144 ;; fuzz-lists) longest=2048 ;; *) longest=512 ;; esac
    rm -rf ".build/merged/$target"
    mkdir -p ".build/merged/$target" "Corpus/$target"
    "$folder/$target" -set_cover_merge=1 -max_len="$longest" -verbosity=0 ".build/merged/$target" "Corpus/$target" "$found"
    # Of too many every other is kept, or every third, and so on, so that small and large ones stay.
    every=$(($(ls ".build/merged/$target" | wc -l) / 280 + 1))
    rm -f "Corpus/$target"/*
    ls -Sr ".build/merged/$target" | awk -v every="$every" 'NR % every == 0' | while read -r name; do
        cp ".build/merged/$target/$name" "Corpus/$target/$name"
    done
    echo "$target: $(ls "Corpus/$target" | wc -l) inputs"
done
