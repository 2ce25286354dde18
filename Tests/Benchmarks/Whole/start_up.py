"""What it costs that the program starts, beside sqlite3; see start-up.sh."""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile

import rounds
import workshop
from rounds import Job


def main():
    words = argparse.ArgumentParser(prog="start-up.sh", description="Times commands that do next to nothing.")
    words.add_argument("--rounds", type=int, default=25)
    words.add_argument("--no-judging", action="store_true")
    told = words.parse_args()
    gate = workshop.program()
    thresholds = json.loads((workshop.PEERS.parent / "thresholds.json").read_text())["start-up"]
    with tempfile.TemporaryDirectory() as place:
        jobs = commands(gate, place)
        rounds.measure(jobs, told.rounds)
    peer = jobs[0].wall * 1000
    limit = thresholds["times sqlite3"] * peer + thresholds["plus milliseconds"]
    print("| Command | Median, ms | Fastest, ms | Processor, ms | Limit, ms |\n| --- | ---: | ---: | ---: | ---: |")
    failures = []
    for job in jobs:
        wall, fastest = job.wall * 1000, min(job.walls) * 1000
        processor = statistics.median(job.processor) * 1000
        told_limit = "" if job is jobs[0] else f"{limit:.1f} "
        print(f"| `{job.name}` | {wall:.1f} | {fastest:.1f} | {processor:.1f} | {told_limit}|")
        if job is not jobs[0] and wall > limit:
            failures.append(f"{job.name}: {wall:.1f} ms, over {limit:.1f}")
    if told.no_judging:
        return
    for failure in failures:
        print(failure, file=sys.stderr)
    sys.exit(1 if failures else 0)


def commands(gate, place):
    empty, one = os.path.join(place, "empty.csv"), os.path.join(place, "one.csv")
    with open(empty, "w") as file:
        file.write("email,name\n")
    with open(one, "w") as file:
        file.write("email,name\nada@example.org,Ada\n")
    environment = {"CONSENTGATE_HOME": os.path.join(place, "ledger")}
    subprocess.check_call(
        [gate, "init", "--controller", "Example GmbH", "--country", "DE"], env=dict(os.environ, **environment),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    vet = [gate, "vet", "--purpose", "newsletter"]
    return [
        Job("sqlite3 --version", ["/usr/bin/sqlite3", "--version"]),
        Job("consentgate --help", [gate, "--help"]),
        # A list without rows is refused, but only after everything was read that a vetting needs.
        Job("consentgate vet, a header and no rows", vet + [empty], environment, statuses=(2,)),
        Job("consentgate vet, one row, --dry-run", vet + [one, "--dry-run"], environment, statuses=(1,)),
        Job("consentgate vet, one row", vet + [one], environment, statuses=(1,)),
    ]


if __name__ == "__main__":
    main()
