"""The bare join by DuckDB: duck.py table|partitions LIST LEDGER.duckdb FOLDER

`table` keeps the joined rows in a temporary table and copies them out twice, `partitions` writes both files in one pass.
Prints how many rows had each reason.
"""

import sys

import duckdb

way, people, ledger, folder = sys.argv[1:5]
ADDRESS = "lower(trim(email))"
FORM = r"[^\s@\"]+@[^\s@.\"]+(\.[^\s@.\"]+)+"

database = duckdb.connect()
database.execute(f"attach '{ledger}' as known (read_only)")
database.execute("set enable_progress_bar=false")
joined = f"""
    select rows.* exclude (address), case
        when email is null or not regexp_full_match(address, '{FORM}') then 'invalid'
        when state is null then 'unknown'
        else state::varchar end as reason
    from (select *, {ADDRESS} as address
          from read_csv('{people}', all_varchar=true, header=true, quote='"', escape='"')) rows
    left join (select email as subject, state from known.ledger) on address = subject"""
if way == "partitions":
    database.execute(f"""
        copy (select *, if(reason = 'granted', 'accepted', 'rejected') as verdict from ({joined}))
        to '{folder}/verdicts' (format csv, header, partition_by (verdict), overwrite_or_ignore)""")
else:
    database.execute(f"create temp table judged as {joined}")
    database.execute(f"""
        copy (select * exclude (reason) from judged where reason = 'granted') to '{folder}/accepted.csv' (header)""")
    database.execute(f"copy (select * from judged where reason <> 'granted') to '{folder}/rejected.csv' (header)")
    for reason, count in sorted(database.sql("select reason, count(*) from judged group by 1").fetchall()):
        print(reason, count)
