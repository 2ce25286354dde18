#!/bin/sh
# Takes into each kept corpus what the last runs found, no more than is needed to reach as much as they did.
set -eu
cd "$(dirname "$0")"
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
folder="$(swift build -c release --sanitize=address --show-bin-path)"

for found in .build/found/*/; do
    target="$(basename "$found")"
    rm -rf ".build/merged/$target"
    mkdir -p ".build/merged/$target" "Corpus/$target"
    "$folder/$target" -set_cover_merge=1 -max_len=512 -verbosity=0 ".build/merged/$target" "Corpus/$target" "$found"
    # Those that are left over are the large ones: the corpus stays small.
    ls -Sr ".build/merged/$target" | head -280 | while read -r name; do cp ".build/merged/$target/$name" "Corpus/$target/$name"; done
    echo "$target: $(ls "Corpus/$target" | wc -l) inputs"
done
