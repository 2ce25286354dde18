#!/bin/sh
# The main job, on a LinkedIn export of invented people: one of them has signed up for the newsletter herself.
#
# Works in a folder of its own and leaves it there, so that its files can be looked at. Ends with status 0 if
# the gate did what it should.
set -eu
demo=$(cd "$(dirname "$0")" && pwd)
gate=${CONSENTGATE:-$(cd "$demo/../../.." && swift build -c release --show-bin-path)/consentgate}
place=$(mktemp -d "${TMPDIR:-/tmp}/consentgate-demo.XXXXXX")
export CONSENTGATE_HOME="$place/ledger"
cp "$demo/Connections.csv" "$demo/newsletter.md" "$demo/form.html" "$place"
cd "$place"

show() {
    printf '\n$ consentgate %s\n' "$*"
    "$gate" "$@"
}

show init --controller "Example GmbH" --country DE
show wording publish newsletter.md
show record orla.quimbly@example.com --purpose newsletter --wording newsletter@1 \
    --method web-form --at 2026-10-02T09:15:00Z --evidence form.html
status=0
show vet Connections.csv --purpose newsletter || status=$?
printf '\n$ cat Connections.accepted.csv\n'
cat Connections.accepted.csv
show verify
printf '\nEverything lies in %s\n' "$place"

# 1: some contacts were kept out. One row was accepted, beside the header.
[ "$status" -eq 1 ]
[ "$(wc -l < Connections.accepted.csv)" -eq 2 ]
