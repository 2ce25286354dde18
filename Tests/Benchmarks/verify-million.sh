#!/bin/sh
# verify-million.sh [--ledger] [ENTRIES]
# Measures how fast an exported log is verified, against the system OpenSSL's own SHA-256 over messages of the same
# number and lengths.
#
# On one thread in processor time, so that what else the machine does counts little; on two in time that passes, beside
# two processes of OpenSSL that have half of the messages each. Each is the best of five, taken by turns. Ends with
# status 1 if a log of so many entries (a million unless told otherwise) is verified at less than half of OpenSSL's
# speed on one thread or on two, takes over 200 MB of memory, or if a log with one changed byte passes. With --ledger
# it also makes a ledger of as many records and tells in processor time how long it takes to verify it, to back it up, to try the
# backups and to restore them; this needs some gigabytes and minutes, and ends with status 1 if trying or restoring takes
# over three times as long as verifying.
set -eu
cd "$(dirname "$0")/../.."
withLedger=
if [ "${1-}" = --ledger ]; then
    withLedger=yes
    shift
fi
entries=${1:-1000000}

swift build -c release --product bench-verify > /dev/null
swift build -c release --product consentgate > /dev/null
programs=$(swift build -c release --show-bin-path)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

cc -O2 -o "$work/openssl-sha256" Tests/Benchmarks/openssl-sha256.c -lcrypto
"$programs/bench-verify" log "$work/log" "$entries"

python3 - "$programs/consentgate" "$work" "$entries" "$withLedger" <<'PYTHON'
import json, os, subprocess, sys, time

program, work, entries, with_ledger = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
log = os.path.join(work, "log")


with open("Tests/Benchmarks/thresholds.json") as file:
    limits = json.load(file)["verify"]


def timed(arguments, home):
    """Seconds of processor time, megabytes, what was said, and seconds that passed."""
    environment = dict(os.environ, CONSENTGATE_HOME=home)
    start = time.monotonic()
    process = subprocess.Popen([program] + arguments, stdout=subprocess.PIPE, env=environment)
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    passed = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{arguments[0]} ended with {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output, passed


def verified(path, home=None, threads=1):
    """Seconds of processor time, megabytes, whether it held, what was said, and seconds that passed."""
    arguments = ["verify", "--threads", str(threads)] + ([path] if path else [])
    seconds, megabytes, output, passed = timed(arguments, home or os.path.join(work, "none"))
    return seconds, megabytes, "it holds" in output, output, passed


hasher = os.path.join(work, "openssl-sha256")


def openssl():
    return int(subprocess.check_output([hasher, str(entries)])) / 1e9


def openssl_twice():
    """Seconds that pass while two processes hash half of the messages each; the programs' own start counts for nothing."""
    start = time.monotonic()
    both = [subprocess.Popen([hasher, str(entries // 2), "1"], stdout=subprocess.DEVNULL) for _ in range(2)]
    for process in both:
        process.wait()
    return time.monotonic() - start


def command_speed(length):
    """Messages a second by `openssl speed`, which begins anew for each of them."""
    line = subprocess.run(
        ["openssl", "speed", "-seconds", "1", "-bytes", str(length), "-evp", "sha256"],
        capture_output=True, text=True).stdout.splitlines()[-1]
    return float(line.split()[-1].rstrip("k")) * 1000 / length


verified(log)
hashing, hashing_twice, ours, ours_twice, memory = [], [], [], [], 0
for _ in range(5):
    hashing.append(openssl())
    seconds, megabytes, holds, output, _ = verified(log)
    if not holds or f"checked  {entries} entries" not in output:
        sys.exit("the log does not hold:\n" + output)
    ours.append(seconds)
    hashing_twice.append(openssl_twice())
    _, more, holds, output, passed = verified(log, threads=2)
    if not holds or f"checked  {entries} entries" not in output:
        sys.exit("the log does not hold on two threads:\n" + output)
    ours_twice.append(passed)
    memory = max(memory, megabytes, more)
peer, own = min(hashing), min(ours)
peer_twice, own_twice = min(hashing_twice), min(ours_twice)
by_command = entries / command_speed(34) + entries / command_speed(65)
version = subprocess.check_output(["openssl", "version"], text=True).split()[1]

failures = []
if own > limits["seconds to openssl"] * peer:
    failures.append("verify is slower than half of OpenSSL's SHA-256 on one thread")
if own_twice > limits["seconds to openssl, two threads"] * peer_twice:
    failures.append("verify is slower than half of OpenSSL's SHA-256 on two threads")
if memory > limits["megabytes"]:
    failures.append(f"verify takes over {limits['megabytes']} MB")
bundle = os.path.join(log, "tile/entries/000")
with open(bundle, "r+b") as file:
    file.seek(100)
    byte = file.read(1)[0]
    file.seek(100)
    file.write(bytes([byte ^ 1]))
if verified(log)[2] or verified(log, threads=2)[2]:
    failures.append("a changed byte was not noticed")

print("| What | Seconds | Entries a second | Share of OpenSSL | Memory |")
print("| --- | ---: | ---: | ---: | ---: |")
print(f"| OpenSSL {version}, one context | {peer:.2f} | {entries / peer:,.0f} | 100 % | |")
print(f"| `openssl speed`, 34 and 65 bytes | {by_command:.2f} | {entries / by_command:,.0f} | {100 * peer / by_command:.0f} % | |")
print(f"| `verify` of the exported log | {own:.2f} | {entries / own:,.0f} | {100 * peer / own:.0f} % | {memory:.0f} MB |")
print(f"| OpenSSL {version}, two processes, time that passed | {peer_twice:.2f} | {entries / peer_twice:,.0f} | 100 % | |")
print(f"| `verify --threads 2`, time that passed | {own_twice:.2f} | {entries / own_twice:,.0f} | {100 * peer_twice / own_twice:.0f} % | |")

if with_ledger:
    home = os.path.join(work, "ledger")
    subprocess.check_call([os.path.join(os.path.dirname(program), "bench-verify"), "ledger", home, str(entries)])
    seconds, megabytes, holds, output, _ = verified(None, home)
    if not holds:
        failures.append("the ledger does not hold:\n" + output)
    print(f"| `verify` of the ledger | {seconds:.2f} | {entries / seconds:,.0f} | {100 * peer / seconds:.0f} % | {megabytes:.0f} MB |")
    copies, keys = os.path.join(work, "copies"), os.path.join(work, "keys")
    timed(["backup", "--keys", keys], home)
    for name, arguments, place in [
        ("backup --all", ["backup", "--all", copies], home),
        ("drill", ["drill", copies, keys, "--scratch", work], home),
        ("restore", ["restore", copies, keys], os.path.join(work, "restored")),
    ]:
        own, megabytes, output, _ = timed(arguments, place)
        print(f"| `{name}` | {own:.2f} | {entries / own:,.0f} | {100 * peer / own:.0f} % | {megabytes:.0f} MB |")
        if own > limits["restoring to verifying a ledger"] * seconds:
            failures.append(f"{name} takes over three times as long as verifying the ledger")
    if not verified(None, os.path.join(work, "restored"))[2]:
        failures.append("the restored ledger does not hold")

for failure in failures:
    print(failure, file=sys.stderr)
sys.exit(1 if failures else 0)
PYTHON
