#!/bin/sh
# import-million.sh [ROWS]
# Measures how fast opt-ins are imported and recorded, against SQLite's own shell that inserts the very same rows of
# vault and log into bare tables with the same indexes: kept while it inserts, and built afterwards. For comparison also
# with an index over each key as it is, where the vault has smaller ones or such that grow at their end.
#
# By turns, the best of three (of ROWS, a million unless told otherwise). Ends with status 1 where the import has less
# than the row rate of the insert with its indexes kept, or less than 0.75 of the one with its indexes built afterwards;
# where one record at a time has less than 0.6 of the durable commits of a bare insert; where the import takes over
# 192 MB of memory (80 of them are pages of SQLite); or where the same list once more changes anything.
set -eu
cd "$(dirname "$0")/../.."
rows=${1:-1000000}
swift build -c release --product bench-record > /dev/null
swift build -c release --product consentgate > /dev/null
programs=$(swift build -c release --show-bin-path)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

python3 - "${CONSENTGATE:-$programs/consentgate}" "$programs/bench-record" "$work" "$rows" <<'PYTHON'
import json, os, random, shutil, subprocess, sys, time

program, recorder, work, rows = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
home, listing = os.path.join(work, "ledger"), os.path.join(work, "list.csv")
environment = dict(os.environ, CONSENTGATE_HOME=home)
rounds = 3


def make_list():
    """An export of Mailchimp's columns, each row with a moment of its own."""
    draw = random.Random(1)
    with open(listing, "w") as file:
        file.write("Email Address,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP\n")
        for number in range(rows):
            moment = 1546300800 + draw.randrange(157000000)
            form = "%Y-%m-%d %H:%M:%S"
            opted = time.strftime(form, time.gmtime(moment))
            confirmed = time.strftime(form, time.gmtime(moment + 30 + draw.randrange(3000)))
            address = f"192.0.{draw.randrange(256)}.{draw.randrange(1, 255)}"
            file.write(f"person.{draw.randrange(1 << 40):x}.{number}@example.org,{opted},{address},{confirmed},{address}\n")


def timed(arguments, stdin=None):
    """Wall and processor seconds, and megabytes."""
    start = time.monotonic()
    process = subprocess.Popen(
        arguments, env=environment, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        sys.exit(f"{arguments[0]} ended with {code}:\n{output}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output


def begin():
    shutil.rmtree(home, ignore_errors=True)
    subprocess.check_call(
        [program, "init", "--controller", "Example GmbH", "--country", "DE"], env=environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def take():
    return timed([program, "import", listing, "--purpose", "newsletter", "--tool", "Mailchimp", "--json"])


TABLES = """
CREATE TABLE threads (id INTEGER PRIMARY KEY, lookup BLOB, purpose TEXT, wrapped_key BLOB);
CREATE TABLE events (id INTEGER PRIMARY KEY, thread INTEGER, rid BLOB, position INTEGER, leaf BLOB,
    kind TEXT, occurred_at INTEGER, recorded_at INTEGER, grade INTEGER, method TEXT, wording TEXT,
    evidence_count INTEGER, has_source INTEGER, release BLOB, idempotency BLOB, payload BLOB);
CREATE TABLE evidence (event INTEGER, place INTEGER, mark BLOB, digest BLOB, kind TEXT, size INTEGER, sealed BLOB,
    PRIMARY KEY (event, place)) WITHOUT ROWID;
CREATE TABLE leaves (position INTEGER PRIMARY KEY, leaf BLOB);
CREATE TABLE tiles (level INTEGER, position INTEGER, hashes BLOB, PRIMARY KEY (level, position)) WITHOUT ROWID;
"""
COMMON = """
CREATE UNIQUE INDEX threads_by_lookup ON threads (lookup, purpose);
CREATE UNIQUE INDEX events_by_rid ON events (rid);
CREATE INDEX events_by_thread ON events (thread, position);
CREATE INDEX events_by_position ON events (position);
"""
INDEXES = COMMON + """
CREATE UNIQUE INDEX events_by_idempotency ON events (thread, idempotency);
CREATE INDEX evidence_by_mark ON evidence (mark);
"""
WHOLE_KEYS = COMMON + """
CREATE UNIQUE INDEX events_by_idempotency ON events (idempotency);
CREATE INDEX evidence_by_digest ON evidence (digest);
"""
# Sorted, for else SQLite copies whole pages of equal tables.
INSERT = """
INSERT INTO threads SELECT * FROM v.threads ORDER BY id;
INSERT INTO events SELECT id, thread, rid, position, leaf, kind, occurred_at, recorded_at, grade, method, wording,
    evidence_count, has_source, release, idempotency, payload FROM v.events ORDER BY id;
INSERT INTO evidence SELECT event, place, mark, digest, kind, size, sealed FROM v.evidence ORDER BY event, place;
INSERT INTO leaves SELECT * FROM l.leaves ORDER BY position;
INSERT INTO tiles SELECT * FROM l.tiles ORDER BY level, position;
"""


def peer(parts):
    path = os.path.join(work, "peer.db")
    for ending in ("", "-wal", "-shm"):
        if os.path.exists(path + ending):
            os.remove(path + ending)
    script = (
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        f"ATTACH '{home}/vault.db' AS v; ATTACH '{home}/log.db' AS l; BEGIN; {''.join(parts)} COMMIT;")
    return timed(["sqlite3", path, script])


def bare(count):
    """Seconds of so many durable inserts of a row as long as a record, by SQLite's shell."""
    path = os.path.join(work, "bare.db")
    for ending in ("", "-wal", "-shm"):
        if os.path.exists(path + ending):
            os.remove(path + ending)
    script = os.path.join(work, "bare.sql")
    draw = random.Random(2)
    with open(script, "w") as file:
        file.write("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;\n")
        file.write("CREATE TABLE t (id INTEGER PRIMARY KEY, a BLOB UNIQUE, b BLOB UNIQUE, c BLOB);\n")
        for _ in range(count):
            a, b, c = draw.randbytes(16).hex(), draw.randbytes(32).hex(), draw.randbytes(1100).hex()
            file.write(f"INSERT INTO t (a, b, c) VALUES (x'{a}', x'{b}', x'{c}');\n")
    with open(script) as file:
        return timed(["sqlite3", path], stdin=file)[0]


def one_by_one(count):
    place = os.path.join(work, "single")
    shutil.rmtree(place, ignore_errors=True)
    return float(subprocess.check_output([recorder, place, str(count)], text=True))


make_list()
results = {"ours": [], "kept": [], "after": [], "whole": []}
memory = 0
for _ in range(rounds):
    begin()
    wall, processor, megabytes, output = take()
    if json.loads(output[output.index("{"):])["recorded"] != rows:
        sys.exit("not every row was recorded:\n" + output)
    memory = max(memory, megabytes)
    results["ours"].append((wall, processor))
    results["kept"].append(peer([TABLES, INDEXES, INSERT])[:2])
    results["after"].append(peer([TABLES, INSERT, INDEXES])[:2])
    results["whole"].append(peer([TABLES, WHOLE_KEYS, INSERT])[:2])
failures = []
again, _, _, output = take()
told = json.loads(output[output.index("{"):])
if told["known"] != rows or told["recorded"] != 0 or told["run"] is not None:
    failures.append("the same list once more was recorded again")
held = subprocess.run([program, "verify"], env=environment, capture_output=True, text=True)
if held.returncode != 0:
    failures.append("the ledger does not hold:\n" + held.stdout)
count = max(200, min(2000, rows))
pairs = [(one_by_one(count), bare(count)) for _ in range(rounds)]
ours_single, bare_single = min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)

print("| What | Seconds | Rows a second | Import against it | Processor seconds | Import against it |")
print("| --- | ---: | ---: | ---: | ---: | ---: |")
best = {name: (min(t[0] for t in times), min(t[1] for t in times)) for name, times in results.items()}
names = {
    "ours": "`import`", "kept": "SQLite, indexes kept", "after": "SQLite, indexes built afterwards",
    "whole": "SQLite, an index kept over each whole key",
}
for name, (wall, processor) in best.items():
    print(
        f"| {names[name]} | {wall:.1f} | {rows / wall:,.0f} | {wall / best['ours'][0]:.2f} | {processor:.1f} | "
        f"{processor / best['ours'][1]:.2f} |")
print(f"\nMemory of the import: {memory:.0f} MB. The same list once more: {again:.1f} s.")
print(
    f"One at a time: {count / ours_single:,.0f} records a second, a bare SQLite insert {count / bare_single:,.0f}: "
    f"{bare_single / ours_single:.2f} of it.")

if best["kept"][0] < best["ours"][0]:
    failures.append("import is slower than SQLite with its indexes kept")
if best["after"][0] < 0.75 * best["ours"][0]:
    failures.append("import has less than 0.75 of the rate of SQLite with its indexes built afterwards")
if bare_single < 0.6 * ours_single:
    failures.append("one record at a time has less than 0.6 of the commits of a bare insert")
if memory > 192:
    failures.append("the import takes over 192 MB")
for failure in failures:
    print(failure, file=sys.stderr)
sys.exit(1 if failures else 0)
PYTHON
