"""The stages of a vetting one by one, beside copying and beside OpenSSL; see micro.sh."""

import argparse
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass

import workshop

ROWS = 100_000
KEYS = 1_000_000
MESSAGES = 1_000_000
HASHING = "OpenSSL, a message of 64 bytes"


@dataclass
class Stage:
    """Something that is done for every row, and what it is held against; times are nanoseconds a row."""

    name: str
    limit: str
    """Under which the limit of its ratio stands in thresholds.json."""
    measured: str
    beside: str
    copied: str = ""
    """The name of what it is held against, for people."""


STAGES = [
    Stage("scan: rows found", "scan to memcpy", "scan/rows in blocks", "scan/memcpy", "copying the list"),
    Stage("normalise: addresses read", "normalise to memcpy", "scan/addresses as bytes", "scan/memcpy", "copying the list"),
    Stage("digest: HMAC-SHA-256 of 29 bytes", "digest to openssl", "lookup/HMAC-SHA-256 of 29 bytes", HASHING),
    Stage("look up: a key among a million", "look-up to openssl", "lookup/all again", HASHING),
    Stage("decide: by the default policy", "decide to openssl", "policies/1000", HASHING),
    Stage("write: rows that are accepted", "write accepted to memcpy", "scan/rows accepted", "scan/rows accepted, copied", "copying them at once"),
    Stage("write: rows that stay out", "write kept out to memcpy", "scan/rows kept out", "scan/rows kept out, copied", "copying them at once"),
]


def main():
    words = argparse.ArgumentParser(prog="micro.sh", description="Times the stages of a vetting one by one.")
    words.add_argument("--rounds", type=int, default=5)
    words.add_argument("--no-judging", action="store_true")
    told = words.parse_args()
    programs = built()
    limits = json.loads((workshop.PEERS.parent / "thresholds.json").read_text()).get("micro", {})
    best = {}
    for _ in range(told.rounds):
        for name, nanoseconds in one_round(programs):
            best[name] = min(nanoseconds, best.get(name, nanoseconds))
    print("| Stage | ns a row | Beside | ns a row | Ratio | Limit |\n| --- | ---: | --- | ---: | ---: | ---: |")
    failures = []
    for stage in STAGES:
        own, peer = best[stage.measured], best[stage.beside]
        ratio, limit = own / peer, limits.get(stage.limit)
        shown = "" if limit is None else f"{limit:.2f} "
        print(f"| {stage.name} | {own:.1f} | {stage.copied or stage.beside} | {peer:.1f} | {ratio:.2f} | {shown}|")
        if limit is not None and ratio > limit:
            failures.append(f"{stage.name}: {ratio:.2f} times {stage.copied or stage.beside}, over {limit:.2f}")
    if told.no_judging:
        return
    for failure in failures:
        print(failure, file=sys.stderr)
    sys.exit(1 if failures else 0)


def built():
    """The programs that measure, by their names."""
    build = ["swift", "build", "-c", "release"]
    products = ["bench-scan", "bench-lookup", "bench-policies"]
    for product in products:
        subprocess.check_call(build + ["--product", product], cwd=workshop.REPOSITORY, stdout=subprocess.DEVNULL)
    place = subprocess.check_output(build + ["--show-bin-path"], cwd=workshop.REPOSITORY, text=True).strip()
    workshop.FOLDER.mkdir(parents=True, exist_ok=True)
    hasher = workshop.FOLDER / "openssl-sha256"
    compiler = os.environ.get("CC") or shutil.which("cc") or "clang"
    source = workshop.PEERS.parent / "openssl-sha256.c"
    subprocess.check_call([compiler, "-O2", "-o", str(hasher), str(source), "-lcrypto"])
    return {name: f"{place}/{name}" for name in products} | {"openssl-sha256": str(hasher)}


def one_round(programs):
    """What was measured, and nanoseconds for each row."""
    yield HASHING, int(said(programs["openssl-sha256"], MESSAGES, 1, 64)) / MESSAGES
    for cells in table(said(programs["bench-scan"], ROWS, 1)):
        yield "scan/" + cells[0], float(cells[1])
    for cells in table(said(programs["bench-policies"], "gdpr", 0.001, 1000)):
        yield "policies/" + cells[0], float(cells[-1])
    folder = workshop.FOLDER / "look-ups"
    folder.mkdir(exist_ok=True)
    for line in said(programs["bench-lookup"], "table", KEYS, folder).splitlines():
        cells = line.split("\t")
        if len(cells) == 3 and cells[2].endswith(" ns"):
            yield "lookup/" + cells[0], float(cells[2].removesuffix(" ns"))


def said(*command):
    return subprocess.check_output([str(word) for word in command], text=True)


def table(text):
    """The rows of a table below its header."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


if __name__ == "__main__":
    main()
