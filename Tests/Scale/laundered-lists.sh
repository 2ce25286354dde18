#!/bin/sh
# Registers an export of invented LinkedIn connections, vets lists that hide them among innocent namesakes, and prints
# for each laundering trick what was found. Usage: laundered-lists.sh [CONNECTIONS [INNOCENT [SEED]]],
# after swift build -c release; BIN is the folder with the built programs, unless they lie where that puts them.
#
# Ends with status 1 if precision is under 0.999 anywhere, or recall under 0.95 where a name and company, a profile or an
# address is left. Precision and recall are of what is rejected; held rows stay out too, until somebody decides.
set -eu
connections=${1:-5000} innocent=${2:-50000} seed=${3:-1}
bin=${BIN:-$(swift build -c release --show-bin-path)}
gate=${CONSENTGATE:-$bin/consentgate}
place=$(mktemp -d "${TMPDIR:-/tmp}/consentgate-laundered.XXXXXX")
trap 'rm -rf "$place"' EXIT
export CONSENTGATE_HOME="$place/ledger"
"$bin/launder" "$place" "$connections" "$innocent" "$seed" > "$place/tricks"
"$gate" source add "$place/Connections.csv" > /dev/null 2>&1
count() { grep -c "^$1" "$place/out/$2.csv" || true; }
echo "| Trick | Laundered rows | Rejected of them | Held of them | Innocent rejected | Innocent held | Precision | Recall |"
echo "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
failed=0
while IFS="$(printf '\t')" read -r file title sure; do
    "$gate" vet "$place/$file.csv" --purpose newsletter --policy linkedin-only --out "$place/out" > /dev/null || true
    line=$(echo "$(count L "$file.rejected") $(count L "$file.held") $(count L "$file.accepted")" \
        "$(count I "$file.rejected") $(count I "$file.held")" | awk -v title="$title" -v sure="$sure" '{
        all = $1 + $2 + $3
        precision = $1 + $4 > 0 ? $1 / ($1 + $4) : 1
        recall = all > 0 ? $1 / all : 1
        printf "| %s | %d | %d | %d | %d | %d | %s | %.4f |", title, all, $1, $2, $4, $5,
            ($1 + $4 > 0 ? sprintf("%.4f", precision) : "–"), recall
        if (precision < 0.999 || (sure == "yes" && recall < 0.95)) print " below the goal"
    }')
    echo "$line"
    case $line in *"below the goal") failed=1 ;; esac
done < "$place/tricks"
exit $failed
