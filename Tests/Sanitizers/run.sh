#!/bin/sh
# run.sh [thread|address] [ROWS]
# Runs the tests of the rooms that have threads, or unsafe code, under a sanitizer; then a vetting on two threads of a list of so
# many rows (50,000 unless told otherwise), which must end as it does on one.
#
# Builds in .build/sanitize-<name>, which takes as long as building everything. Ends with status 1 at the first finding.
set -eu
cd "$(dirname "$0")/../.."
sanitizer=${1:-thread}
rows=${2:-50000}
case $sanitizer in
thread)
    rooms='Audit|Claims|Files|Gate|Ledger|LookUp|Origins|Policies|UnicodeForms|Workers'
    export TSAN_OPTIONS="${TSAN_OPTIONS:-halt_on_error=1}"
    ;;
address)
    rooms='CanonicalJSON|Containers|Cryptography|Database|Files|Gate|HTTPRequests|Ledger|LookUp|Pages|Tables|UnicodeForms|Workers'
    # The runtime keeps what it makes once; that is no leak, and cannot be told from one.
    export ASAN_OPTIONS="${ASAN_OPTIONS:-detect_leaks=0}"
    ;;
*)
    sed -n '2,4p' "$0" >&2
    exit 64
    ;;
esac
export SWIFT_BACKTRACE=enable=no
set -- --scratch-path ".build/sanitize-$sanitizer" --sanitize="$sanitizer"
swift build "$@" --build-tests
swift test "$@" --skip-build --filter "^($rooms)Tests\\."

program=$(swift build "$@" --show-bin-path)/consentgate
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
export CONSENTGATE_HOME="$work/ledger"
seq 1 "$rows" | awk '
    BEGIN { print "Email Address,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,UNSUB_TIME" > claims; print "email,name,source" > list }
    { print "p" $1 "@example.org,Ada " $1 % 7 "," ($1 % 5 ? "" : "linkedin") > list }
    $1 % 10 == 0 {
        time = sprintf("2025-03-%02d %02d:%02d:%02d", 1 + $1 % 28, $1 % 24, $1 / 7 % 60, $1 / 11 % 60)
        print "p" $1 "@example.org," time ",192.0.2.1," time ",192.0.2.1," ($1 % 30 ? "" : "2025-06-01 10:11:12") > claims
    }' claims="$work/claims.csv" list="$work/list.csv"
"$program" init --controller "Example GmbH" --country DE > "$work/init" 2>&1
"$program" import "$work/claims.csv" --purpose newsletter --tool Mailchimp > "$work/import"
for threads in 1 2; do
    status=0
    "$program" vet "$work/list.csv" --purpose newsletter --policy linkedin-only --threads $threads \
        --out "$work/out-$threads" > "$work/vet-$threads" || status=$?
    [ $status -eq 1 ] || exit 1
done
for verdict in accepted held rejected; do cmp "$work/out-1/list.$verdict.csv" "$work/out-2/list.$verdict.csv"; done
grep accepted "$work/vet-2"
echo "$sanitizer: clean"
