"""Whether the gate and a join by DuckDB agree on every row: agreement.py LEDGER.duckdb LIST FOLDER STEM

Reads what the gate wrote (STEM.accepted.csv, STEM.held.csv, STEM.rejected.csv in FOLDER) and the list, and prints a table of what can be
compared. Ends with status 1 if a row is missing, or if the gate took somebody who withdrew, of whom nothing is known or who has no address,
or found one of these where DuckDB does not, or the other way round.
"""

import sys

import duckdb

ledger, people, folder, stem = sys.argv[1:5]
# The gate mends a dot at the end of an address and says so.
ADDRESS = r"regexp_replace(lower(trim(email)), '\.$', '')"
FORM = r"[^\s@\"]+@[^\s@.\"]+(\.[^\s@.\"]+)+"

database = duckdb.connect()
database.execute(f"attach '{ledger}' as known (read_only)")
database.execute("set enable_progress_bar=false")


def table(file):
    return f"""read_csv('{file}', all_varchar=true, header=true, quote='"', escape='"', null_padding=false)"""


def rows(kind, rule, findings):
    return f"""
        select '{kind}' as file, email, {rule} as rule, {findings} as findings
        from {table(f"{folder}/{stem}.{kind}.csv")}"""


database.execute(f"""
    create temp table compared as
    select file, rule, case
        when email is null or not regexp_full_match(address, '{FORM}') then 'invalid'
        when state is null then 'unknown'
        else state::varchar end as peer, string_split(findings, ' ') as findings
    from (select *, {ADDRESS} as address from (
        {rows("accepted", "''", "''")}
        union all {rows("held", "consentgate_rule", "consentgate_findings")}
        union all {rows("rejected", "consentgate_rule", "consentgate_findings")}))
    left join (select email as subject, state from known.ledger) on address = subject""")


def count(condition):
    return database.sql(f"select count(*) from compared where {condition}").fetchall()[0][0]


in_list = database.sql(f"select count(*) from {table(people)}").fetchall()[0][0]
compared = [("rows", in_list, count("true"))]
for what, peer, rule in [("no address", "invalid", "H03"), ("withdrawn", "withdrawn", "D01"), ("not known", "unknown", "L01")]:
    finding = f"list_contains(findings, '{rule}')"
    compared.append((what, count(f"peer = '{peer}'"), count(finding)))
    compared.append((f"{what}, by one alone", 0, count(f"(peer = '{peer}') <> {finding}")))
wrong = "file = 'accepted' and peer not in ('granted', 'pending')"
compared.append(("accepted, though not agreed", 0, count(wrong)))

print("| | DuckDB | The gate |")
print("| --- | ---: | ---: |")
for what, theirs, ours in compared:
    print(f"| {what} | {theirs:,} | {ours:,} |")
agreed = count("peer in ('granted', 'pending')")
print(f"| agreed | {agreed:,} | |")
for file in ("accepted", "held", "rejected"):
    written = count(f"file = '{file}'")
    print(f"| {file} | | {written:,} |")
differences = [what for what, theirs, ours in compared if theirs != ours]
if differences:
    sys.exit("The gate and DuckDB do not agree: " + "; ".join(differences) + ".")
