"""Whole commands, timed in rounds: each round runs every command once, so that what else the machine does hits all of them."""

import os
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field

TICKS = os.sysconf("SC_CLK_TCK")
PROCESSORS = os.cpu_count() or 1


@dataclass
class Job:
    """A command with the statuses that mean that it did its work."""

    name: str
    command: list
    environment: dict = field(default_factory=dict)
    statuses: tuple = (0,)
    prepare: object = None
    """Called before each run, not timed."""
    walls: list = field(default_factory=list)
    """Seconds of each run."""
    processor: list = field(default_factory=list)
    """Seconds of processor time of each run."""
    output: str = ""
    """What the last run printed."""

    @property
    def wall(self):
        return statistics.median(self.walls)


def run(job):
    """Runs a job once: seconds, seconds of processor time, and the share of the machine that others took meanwhile."""
    if job.prepare:
        job.prepare()
    all_before, idle_before = machine()
    start = time.monotonic()
    process = spawn(job, subprocess.PIPE)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    all_after, idle_after = machine()
    check(job, process.returncode, output)
    own = usage.ru_utime + usage.ru_stime
    busy = ((all_after - all_before) - (idle_after - idle_before)) / TICKS
    others = max(0.0, busy - own) / max(wall * PROCESSORS, 0.04)
    return wall, own, others


def spawn(job, output):
    environment = dict(os.environ, **job.environment)
    return subprocess.Popen(job.command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.DEVNULL, env=environment)


def check(job, status, output):
    job.output = output.decode("utf-8", "replace")
    if status not in job.statuses:
        sys.exit(f"{job.name} ended with {status}:\n{job.output[-600:]}\nRun it alone: {' '.join(job.command)}")


def machine():
    """Ticks of all processors, and those that were idle."""
    with open("/proc/stat") as file:
        ticks = [int(word) for word in file.readline().split()[1:]]
    return sum(ticks[:8]), ticks[3] + ticks[4]


def measure(jobs, rounds, warm=1, repeats=1):
    """Runs all jobs so many rounds after some that do not count; a run in which others took over 15 % is repeated."""
    for number in range(-warm, rounds):
        for job in jobs:
            for attempt in range(repeats + 1):
                wall, own, others = run(job)
                if number < 0 or others < 0.15:
                    break
            if number >= 0:
                job.walls.append(wall)
                job.processor.append(own)


def memory(job, pause=0.01):
    """The most megabytes of memory of its own, and of mapped files, that a job had in a run that is not timed."""
    if job.prepare:
        job.prepare()
    process = spawn(job, subprocess.PIPE)
    output = []
    reader = threading.Thread(target=lambda: output.append(process.stdout.read()))
    reader.start()
    own = mapped = 0
    while process.poll() is None:
        sizes = rollup(process.pid)
        if sizes:
            own = max(own, sizes["Anonymous"])
            mapped = max(mapped, sizes["Rss"] - sizes["Anonymous"])
        time.sleep(pause)
    reader.join()
    check(job, process.returncode, output[0])
    return own / 1024, mapped / 1024


def rollup(process):
    """Kilobytes by kind; nothing where the process has ended (proc(5), smaps_rollup)."""
    try:
        with open(f"/proc/{process}/smaps_rollup") as file:
            lines = [line.split() for line in file][1:]
    except OSError:
        return None
    sizes = {line[0].rstrip(":"): int(line[1]) for line in lines if len(line) > 1}
    return sizes if "Anonymous" in sizes else None


def forget(paths):
    """Takes files out of the page cache, so that the next reader meets the disk."""
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fdatasync(descriptor)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)
