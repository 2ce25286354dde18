"""The gate beside the engines that could be used instead; see vet-millions.sh."""

import argparse
import json
import shutil
import subprocess
import sys

import rounds
import workshop
from rounds import Job


def main():
    words = argparse.ArgumentParser(prog="vet-millions.sh", description="Vets a list beside the bare join of other engines.")
    words.add_argument("rows", type=int, nargs="*", default=[1_000_000], help="rows of the list; several to see growth")
    words.add_argument("--subjects", type=int, help="people in the ledger; as many as rows unless told")
    words.add_argument("--rounds", type=int, default=5)
    words.add_argument("--alone", action="store_true", help="the gate alone, by the default policy: for lists that fill the disk with two of them")
    words.add_argument("--no-judging", action="store_true", help="compare the counts alone, and judge no time")
    told = words.parse_args()
    gate = workshop.program()
    thresholds = json.loads((workshop.PEERS.parent / "thresholds.json").read_text())["vet"]
    failures, growth = [], []
    for rows in told.rows:
        print(f"## {rows:,} rows, {told.subjects or rows:,} subjects\n", flush=True)
        if told.alone:
            size = Alone(gate, rows, told.subjects or rows)
            size.measure(told.rounds)
            failures += size.table(thresholds)
            growth.append((rows, size.job.wall))
            continue
        size = Size(gate, rows, told.subjects or rows)
        # Both policies, for one lets more pass and so writes other files.
        for policy in ("gdpr", "migration"):
            size.compare(policy)
        size.measure(1 if told.no_judging else told.rounds)
        failures += size.table(thresholds)
        growth.append((rows, size.gate_jobs[0].wall))
    if len(growth) > 1:
        failures += linear(sorted(growth), thresholds["growth"])
    if told.no_judging:
        return
    for failure in failures:
        print(failure, file=sys.stderr)
    sys.exit(1 if failures else 0)


def linear(growth, limit):
    """Whether a row costs the same however many there are, from the second size on: the first pays the start."""
    print("| Rows | Nanoseconds a row |\n| ---: | ---: |")
    for rows, wall in growth:
        print(f"| {rows:,} | {wall / rows * 1e9:,.0f} |")
    costs = [wall / rows for rows, wall in growth]
    return ["a row costs more in a longer list"] if costs[-1] > limit * min(costs[:-1]) else []


class Alone:
    """One list with one ledger, and the gate."""

    def __init__(self, gate, rows, subjects):
        self.rows = rows
        self.people = workshop.people(rows)
        self.home = workshop.home(gate, subjects)
        self.folder = workshop.FOLDER / f"out-{rows}"
        words = ["vet", str(self.people), "--purpose", "newsletter", "--out", str(self.folder), "--json"]
        self.job = Job("`vet`", [gate] + words, {"CONSENTGATE_HOME": str(self.home)}, statuses=(0, 1))

    def measure(self, count):
        rounds.measure([self.job], count)

    def table(self, thresholds):
        """Prints what was measured, and gives what is beyond a threshold."""
        own, mapped = rounds.memory(self.job)
        print("| Rows | Wall, s | Processor, s | Rows a second | Own memory, MB | Mapped, MB |")
        print("| ---: | ---: | ---: | ---: | ---: | ---: |")
        processor = sum(self.job.processor) / len(self.job.processor)
        print(f"| {self.rows:,} | {self.job.wall:.2f} | {processor:.2f} | {self.rows / self.job.wall:,.0f} | {own:.0f} | {mapped:.0f} |\n", flush=True)
        shutil.rmtree(self.folder)
        limit = thresholds["megabytes of its own"]
        return [f"{self.rows} rows: {own:.0f} MB of its own, over {limit}"] if own > limit else []


class Size:
    """One list with one ledger, and everything that runs on them."""

    def __init__(self, gate, rows, subjects):
        self.rows = rows
        self.people = workshop.people(rows)
        self.ledger = workshop.peers_ledger(subjects)
        self.home = workshop.home(gate, subjects)
        self.gate = gate
        self.gate_jobs = [self.vetting("gdpr"), self.vetting("migration")]
        python, peers = workshop.python(), workshop.PEERS
        duck = [python, str(peers / "duck.py")]
        self.ducks = [
            Job("DuckDB, a table, then two files", duck + ["table", str(self.people), self.ledger + ".duckdb", self.folder("table")]),
            Job("DuckDB, two files in one pass", duck + ["partitions", str(self.people), self.ledger + ".duckdb", self.folder("parts")]),
        ]
        polars = [python, str(peers / "polars_join.py"), str(self.people), self.ledger + ".parquet", self.folder("polars")]
        self.polars = Job("Polars, streaming", polars)
        copy = ["cp", str(self.people), self.folder("copy") + "/list.csv"]
        self.floor = [Job("`wc -l`", ["wc", "-l", str(self.people)]), Job("`cp`", copy)]

    def folder(self, name):
        place = workshop.FOLDER / f"out-{self.rows}" / name
        place.mkdir(parents=True, exist_ok=True)
        return str(place)

    def vetting(self, policy):
        words = ["vet", str(self.people), "--purpose", "newsletter", "--out", self.folder(policy), "--policy", policy, "--json"]
        return Job(f"`vet`, policy {policy}", [self.gate] + words, {"CONSENTGATE_HOME": str(self.home)}, statuses=(0, 1))

    def compare(self, policy):
        """Lets DuckDB read what the gate wrote, row by row, and the gate's own counts with it."""
        job = self.vetting(policy)
        wall, _, _ = rounds.run(job)
        answer = json.loads(job.output)
        print(f"First vetting by {policy}: {wall:.2f} s, {answer['accepted']:,} of {answer['rows']:,} accepted.\n", flush=True)
        if answer["rows"] != self.rows:
            sys.exit(f"The list has {self.rows} rows, and the gate counted {answer['rows']}.")
        check = [workshop.python(), str(workshop.REPOSITORY / "Tests/Benchmarks/Whole/agreement.py")]
        subprocess.check_call(check + [self.ledger + ".duckdb", str(self.people), self.folder(policy), self.people.stem])
        print(flush=True)

    def measure(self, count):
        rounds.measure(self.floor + self.gate_jobs + self.ducks + [self.polars], count)
        if self.counts(self.ducks[0]) != self.counts(self.polars):
            sys.exit("DuckDB and Polars do not agree:\n" + self.ducks[0].output + self.polars.output)

    @staticmethod
    def counts(job):
        return sorted(line.split() for line in job.output.splitlines())

    def table(self, thresholds):
        """Prints what was measured, and gives what is beyond a threshold."""
        failures = []
        best = min(job.wall for job in self.ducks)
        print("| What | Wall, s | from – to | Processor, s | Rows a second | Ratio to DuckDB | Own memory, MB | Mapped, MB |")
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        for job in self.floor + self.gate_jobs + self.ducks + [self.polars]:
            own, mapped = (None, None) if job in self.floor else rounds.memory(job)
            ratio = job.wall / best
            spread = f"{min(job.walls):.2f} – {max(job.walls):.2f}"
            sizes = "| |" if own is None else f"| {own:.0f} | {mapped:.0f} |"
            print(
                f"| {job.name} | {job.wall:.2f} | {spread} | {sum(job.processor) / len(job.processor):.2f}"
                f" | {self.rows / job.wall:,.0f} | {ratio:.2f} {sizes}", flush=True)
            if job not in self.gate_jobs:
                continue
            if ratio > thresholds["wall to DuckDB"]:
                failures.append(f"{self.rows} rows, {job.name}: {ratio:.2f} of DuckDB's time, over {thresholds['wall to DuckDB']}")
            if own > thresholds["megabytes of its own"]:
                failures.append(f"{self.rows} rows, {job.name}: {own:.0f} MB of its own, over {thresholds['megabytes of its own']}")
        print()
        shutil.rmtree(workshop.FOLDER / f"out-{self.rows}")
        return failures


if __name__ == "__main__":
    main()
