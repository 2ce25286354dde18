"""Short lists against a big ledger, beside as many look-ups by sqlite3; see small-jobs.sh."""

import argparse
import json
import sys
from pathlib import Path

import rounds
import workshop
from rounds import Job


def main():
    words = argparse.ArgumentParser(prog="small-jobs.sh", description="Vets short lists beside primary-key look-ups of sqlite3.")
    words.add_argument("subjects", type=int, nargs="?", default=1_000_000, help="people in the ledger")
    words.add_argument("--rounds", type=int, default=9)
    words.add_argument("--no-judging", action="store_true")
    told = words.parse_args()
    gate = workshop.program()
    limit = json.loads((workshop.PEERS.parent / "thresholds.json").read_text())["small jobs"]["wall to sqlite3"]
    ledger = Path(workshop.peers_ledger(told.subjects) + ".sqlite")
    home = workshop.home(gate, told.subjects)
    failures = []
    print(f"{told.subjects:,} subjects\n")
    print("| What | sqlite3, ms | `vet`, ms | Ratio |\n| --- | ---: | ---: | ---: |")
    for rows, is_cold in ((1000, False), (10, False), (10, True)):
        jobs = pair(gate, home, ledger, rows, is_cold)
        rounds.measure(jobs, told.rounds)
        asked, vetted = jobs
        found = len(asked.output.splitlines())
        if found != rows:
            sys.exit(f"sqlite3 answered {found} of {rows}.")
        if json.loads(vetted.output)["rows"] != rows:
            sys.exit(f"The gate did not see {rows} rows.")
        ratio = vetted.wall / asked.wall
        name = f"{rows:,} rows" + (", ledger not in memory" if is_cold else "")
        print(f"| {name} | {asked.wall * 1000:.1f} | {vetted.wall * 1000:.1f} | {ratio:.1f} |", flush=True)
        if ratio > limit:
            failures.append(f"{name}: {ratio:.1f} times sqlite3, over {limit}")
    if told.no_judging:
        return
    for failure in failures:
        print(failure, file=sys.stderr)
    sys.exit(1 if failures else 0)


def pair(gate, home, ledger, rows, is_cold):
    """One query with as many addresses, and a vetting of them."""
    people = workshop.people(rows)
    query = workshop.FOLDER / f"query-{rows}.sql"
    source = workshop.generated("ledger", rows).read_text().splitlines()[1:]
    wanted = ", ".join("('" + line.rsplit(",", 1)[0].replace("'", "''") + "')" for line in source)
    query.write_text(
        f"with wanted (email) as (values {wanted})\n"
        "select wanted.email, state from wanted left join ledger on ledger.email = wanted.email;\n")
    out = workshop.FOLDER / "out-small"
    out.mkdir(parents=True, exist_ok=True)

    def forget():
        rounds.forget([ledger] + [file for file in home.rglob("*") if file.is_file()])

    prepare = forget if is_cold else None
    asked = Job("sqlite3", ["sqlite3", "-readonly", str(ledger), f".read {query}"], prepare=prepare)
    words = ["vet", str(people), "--purpose", "newsletter", "--out", str(out), "--json"]
    vetted = Job("vet", [gate] + words, {"CONSENTGATE_HOME": str(home)}, statuses=(0, 1), prepare=prepare)
    return [asked, vetted]


if __name__ == "__main__":
    main()
