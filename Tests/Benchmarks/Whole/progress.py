"""A vetting that shows how far it is on a terminal, beside one that nobody looks at; see progress.sh."""

import argparse
import json
import os
import pty
import sys
import threading
import time

import workshop


def main():
    words = argparse.ArgumentParser(prog="progress.sh", description="Times a vetting with progress on a terminal and without.")
    words.add_argument("rows", type=int, nargs="?", default=1_000_000)
    words.add_argument("--rounds", type=int, default=7)
    told = words.parse_args()
    gate = workshop.program()
    limit = json.loads((workshop.PEERS.parent / "thresholds.json").read_text())["progress"]["processor with to without"]
    people, home = workshop.people(told.rows), workshop.home(gate, told.rows)
    command = [gate, "vet", str(people), "--purpose", "newsletter", "--dry-run", "--json"]
    environment = dict(os.environ, CONSENTGATE_HOME=str(home), TERM="xterm")
    # By turns, and the least of each: what else the machine does only ever adds.
    best = {True: (float("inf"),) * 2, False: (float("inf"),) * 2}
    shown = 0
    for number in range(-1, told.rounds):
        for on_terminal in (True, False):
            wall, processor, seen = vetting(command, environment, on_terminal)
            if on_terminal:
                shown = max(shown, seen)
            if number >= 0:
                best[on_terminal] = (min(best[on_terminal][0], wall), min(best[on_terminal][1], processor))
    if shown == 0:
        sys.exit("No progress was shown on the terminal.")
    print("| | Wall, s | Processor, s |\n| --- | ---: | ---: |")
    for on_terminal, name in ((True, f"on a terminal, {shown} lines shown"), (False, "with nobody looking")):
        wall, processor = best[on_terminal]
        print(f"| {name} | {wall:.3f} | {processor:.3f} |")
    ratio = best[True][1] / best[False][1]
    print(f"\nProcessor time with progress to without: {ratio:.3f}")
    sys.exit(1 if ratio > limit else 0)


def vetting(command, environment, on_terminal):
    """Seconds, seconds of processor time, and how often a line was drawn on standard error."""
    if on_terminal:
        reading, writing = pty.openpty()
    else:
        reading, writing = os.pipe()
    null = os.open(os.devnull, os.O_RDWR)
    start = time.monotonic()
    process = os.posix_spawn(
        command[0], command, environment,
        file_actions=[
            (os.POSIX_SPAWN_DUP2, null, 0), (os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, writing, 2),
            (os.POSIX_SPAWN_CLOSE, reading),
        ])
    os.close(writing)
    drawn = []
    reader = threading.Thread(target=drain, args=(reading, drawn))
    reader.start()
    _, status, usage = os.wait4(process, 0)
    wall = time.monotonic() - start
    reader.join()
    os.close(reading)
    os.close(null)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"vet ended with {os.waitstatus_to_exitcode(status)}")
    return wall, usage.ru_utime + usage.ru_stime, b"".join(drawn).count(b"\r\x1b[Kvetting")


def drain(descriptor, drawn):
    while True:
        try:
            read = os.read(descriptor, 65536)
        except OSError:  # A terminal that nobody has open any more gives an error where a pipe gives its end.
            return
        if not read:
            return
        drawn.append(read)


if __name__ == "__main__":
    main()
