#!/bin/sh
# Vets a list of 200 MB and says how much memory that took; ends with status 1 if it was 100 MB or more.
#
# The list is made here: 2,300,000 rows, one in five with a LinkedIn profile, one in fifty twice. Needs GNU time and awk.
set -eu
gate=${CONSENTGATE:-$(swift build -c release --show-bin-path)/consentgate}
place=$(mktemp -d "${TMPDIR:-/tmp}/consentgate-scale.XXXXXX")
trap 'rm -rf "$place"' EXIT
export CONSENTGATE_HOME="$place/ledger"
awk 'BEGIN {
    print "email,first_name,last_name,company,source,linkedin_url,notes"
    for (n = 1; n <= 2300000; n++) {
        key = n % 50 == 0 ? n - 1 : n
        url = n % 5 == 0 ? "https://www.linkedin.com/in/person-" key : ""
        printf "person.%d@example.org,First%d,Last%d,\"Company %d, Inc.\",import,%s,\n", key, key, key, key % 999, url
    }
}' > "$place/list.csv"
ls -l "$place/list.csv"
status=0
/usr/bin/time -o "$place/time" -f '%M %e' "$gate" vet "$place/list.csv" --purpose newsletter --out "$place/out" \
    > "$place/answer" || status=$?
head -6 "$place/answer"
# GNU time puts a line before the figures where the status is not 0.
read -r kilobytes seconds <<EOF
$(tail -n 1 "$place/time")
EOF
echo "status $status, peak memory $kilobytes kB, $seconds s"
[ "$status" -eq 1 ] && [ "$kilobytes" -lt 100000 ]
