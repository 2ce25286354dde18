"""The bare join by Polars, its streaming engine, in one pass: polars_join.py LIST LEDGER.parquet FOLDER

Prints how many rows had each reason.
"""

import sys

import polars as pl

people, ledger, folder = sys.argv[1:4]
FORM = r'^[^\s@"]+@[^\s@."]+(\.[^\s@."]+)+$'

address, state = pl.col("address"), pl.col("state")
judged = (
    pl.scan_csv(people, infer_schema=False)
    .with_columns(address=pl.col("email").str.strip_chars().str.to_lowercase())
    .join(pl.scan_parquet(ledger), left_on="address", right_on="email", how="left")
    .with_columns(
        reason=pl.when(address.is_null() | ~address.str.contains(FORM))
        .then(pl.lit("invalid"))
        .when(state.is_null())
        .then(pl.lit("unknown"))
        .otherwise(state)
    )
    .drop("address", "state")
)
accepted = judged.filter(pl.col("reason") == "granted").drop("reason").sink_csv(f"{folder}/accepted.csv", lazy=True)
rejected = judged.filter(pl.col("reason") != "granted").sink_csv(f"{folder}/rejected.csv", lazy=True)
counts = judged.group_by("reason").len()
for reason, count in sorted(pl.collect_all([accepted, rejected, counts], engine="streaming")[2].rows()):
    print(reason, count)
