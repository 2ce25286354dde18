"""What the benchmarks need, made once and kept in a folder of their own: the program, the peers, lists and ledgers."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
PEERS = REPOSITORY / "Tests/Benchmarks/Peers"
FOLDER = Path(os.environ.get("CONSENTGATE_BENCHMARKS", REPOSITORY / ".build/benchmarks"))
SEED = "1"

WORDING = """---
id: newsletter
language: en
purposes: [newsletter]
controller named: true
withdrawal explained: true
pre-ticked: false
bundled: false
---
Yes, send me the monthly newsletter of Example GmbH. I can stop it at any time with the link in every mail.
"""


def program():
    """The program as it is released, or the one that CONSENTGATE names."""
    named = os.environ.get("CONSENTGATE")
    if named:
        return named
    build = ["swift", "build", "-c", "release"]
    subprocess.check_call(build + ["--product", "consentgate"], cwd=REPOSITORY, stdout=subprocess.DEVNULL)
    place = subprocess.check_output(build + ["--show-bin-path"], cwd=REPOSITORY, text=True).strip()
    return place + "/consentgate"


def python():
    """A Python that has the peers; ends with status 3 where they cannot be installed."""
    environment = FOLDER / "peers"
    own = environment / "bin/python"
    wanted = (PEERS / "requirements.txt").read_text()
    stamp = environment / "installed.txt"
    if not stamp.exists() or stamp.read_text() != wanted:
        FOLDER.mkdir(parents=True, exist_ok=True)
        install = [str(own), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        try:
            subprocess.check_call([sys.executable, "-m", "venv", str(environment)])
            subprocess.check_call(install + ["-r", str(PEERS / "requirements.txt")])
        except subprocess.CalledProcessError:
            print("The peers could not be installed from PyPI: is there a network?", file=sys.stderr)
            sys.exit(3)
        stamp.write_text(wanted)
    return str(own)


def made(path, make):
    """The path, after making what is not there under another name first, so that a run that was stopped leaves no half."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(path.name + ".unfinished")
        subprocess.check_call(["rm", "-rf", str(unfinished)])
        make(unfinished)
        unfinished.rename(path)
    return path


def generated(kind, rows):
    """A list, the ledger of the peers, or the claims of another tool."""
    compiler = os.environ.get("CC") or shutil.which("cc") or "clang"
    source = PEERS / "lists.c"
    tool = FOLDER / "lists"
    if not tool.exists() or tool.stat().st_mtime < source.stat().st_mtime:
        FOLDER.mkdir(parents=True, exist_ok=True)
        subprocess.check_call([compiler, "-O2", "-o", str(tool), str(source)])

    def make(path):
        with open(path, "wb") as file:
            subprocess.check_call([str(tool), kind, str(rows), SEED], stdout=file)

    return made(FOLDER / f"{kind}-{rows}.csv", make)


def people(rows):
    """A list of so many rows."""
    return generated("list", rows)


def peers_ledger(subjects):
    """The beginning of the names of the peers' ledgers: .duckdb, .parquet and .sqlite follow."""

    def make(folder):
        folder.mkdir()
        source = generated("ledger", subjects)
        subprocess.check_call([python(), str(PEERS / "prepare.py"), str(source), str(folder / "ledger")])

    return str(made(FOLDER / f"peers-{subjects}", make) / "ledger")


def home(gate, subjects):
    """A ledger of so many subjects, made by the program's own import of what another tool claims."""

    def make(folder):
        environment = dict(os.environ, CONSENTGATE_HOME=str(folder))
        wording = FOLDER / "newsletter.md"
        wording.write_text(WORDING)
        claims = generated("claims", subjects)

        def consentgate(*words):
            subprocess.check_call([gate, *words], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        consentgate("init", "--controller", "Example GmbH", "--country", "DE")
        consentgate("wording", "publish", str(wording))
        start = time.monotonic()
        consentgate("import", str(claims), "--purpose", "newsletter", "--wording", "newsletter@1")
        seconds = time.monotonic() - start
        print(f"Imported {subjects:,} claims in {seconds:.1f} s, {subjects / seconds:,.0f} a second.\n", flush=True)

    return made(FOLDER / f"home-{subjects}", make)
