"""A ledger in the forms that the peers like best: prepare.py LEDGER.csv STEM, for STEM.duckdb, STEM.parquet, STEM.sqlite."""

import os
import sqlite3
import sys

import duckdb

source, stem = sys.argv[1:3]
for ending in ("duckdb", "parquet", "sqlite"):
    if os.path.exists(f"{stem}.{ending}"):
        os.unlink(f"{stem}.{ending}")

database = duckdb.connect(f"{stem}.duckdb")
database.execute(f"""
    create table ledger as select email, state::enum('granted', 'withdrawn', 'pending') as state
    from read_csv('{source}', all_varchar=true)""")
database.execute(f"copy (select email, state::varchar as state from ledger) to '{stem}.parquet'")

keyed = sqlite3.connect(f"{stem}.sqlite")
keyed.execute("pragma journal_mode=off")
keyed.execute("create table ledger (email text primary key, state text) without rowid")
# In the order of the key, so that the tree is as dense as can be.
rows = database.execute("select email, state::varchar from ledger order by email")
while batch := rows.fetchmany(100_000):
    keyed.executemany("insert into ledger values (?, ?)", batch)
keyed.commit()
database.close()
