"""A million deals, bytes to KPIs, beside bare readers of the same file.

The bare readers stop at typed columns: polars told every type, pandas told which columns are
dates. Ours also finds out what the file is, reports on it and computes every KPI with its months.
All begin with the bytes in memory, as an upload has them.
Each runs in a process of its own and has read a small file of the same kind before the clock, as a
server at work has: imports and what a library prepares once are not what is compared. Memory is
the peak over the start. KPIs and their months, no go-live: what is compared then is not reading.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.engine import memory_kb
from benchmarks.report import Report

ROUNDS = 5
SMALL = 5_000
TIMES_POLARS, TIMES_MEMORY, TIMES_PANDAS = 3, 2, 1


def ours(data: bytes, name: str) -> Callable[[], object]:
    """Read the bytes as the page does, and measure."""
    from crmroi.files.exports.reading import read_export
    from crmroi.measure.measuring import measure
    from crmroi.measure.results import Options

    def work() -> object:
        table = read_export(data, name).table
        if table is None:
            raise SystemExit("the file was not read without a question")
        found = measure({"deals": table}, Options())
        if table.report.rows_used != table.report.rows_read or not found.kpis["win_rate"].value:
            raise SystemExit("the file was not read whole")
        return found

    return work


def bare_polars(data: bytes, name: str) -> Callable[[], object]:
    """Read the typed table with polars and nothing else."""
    import polars as pl

    french = name.startswith("french")
    types = (
        [pl.String] * 6 + [pl.String if french else pl.Date] * 2 + [pl.Float64] + [pl.String] * 3
    )

    def work() -> object:
        if not french:
            return pl.read_csv(data, schema_overrides=types)
        return pl.read_csv(
            data, schema_overrides=types, separator=";", decimal_comma=True, encoding="cp1252"
        ).with_columns(pl.col("Date de création", "Date de clôture").str.to_date("%d.%m.%Y"))

    return work


def bare_pandas(data: bytes, name: str) -> Callable[[], object]:
    """Read the typed table with pandas and nothing else."""
    import pandas as pd

    french = name.startswith("french")

    def work() -> object:
        if not french:
            return pd.read_csv(BytesIO(data), parse_dates=["Created Date", "Close Date"])
        return pd.read_csv(
            BytesIO(data), sep=";", decimal=",", encoding="cp1252", date_format="%d.%m.%Y",
            parse_dates=["Date de création", "Date de clôture"],
        )  # fmt: skip

    return work


READERS: dict[str, Callable[[bytes, str], Callable[[], object]]] = {
    "crmroi, bytes to KPIs": ours,
    "polars.read_csv, typed": bare_polars,
    "pandas.read_csv, dates parsed": bare_pandas,
}


def one(name: str, path: Path) -> None:
    """Print the seconds and the megabytes of one reading, in this process."""
    READERS[name](small_of(path).read_bytes(), path.name)()
    work = READERS[name](path.read_bytes(), path.name)
    before, start = memory_kb("VmRSS"), perf_counter()
    work()
    print(perf_counter() - start, (memory_kb("VmHWM") - before) * 1024 / 1e6)


def small_of(path: Path) -> Path:
    """The small file of the same kind, beside it."""
    return path.with_name(f"{path.stem}-small.csv")


def measured(name: str, path: Path) -> tuple[float, float]:
    """Measure one reading in a process of its own: seconds, megabytes."""
    here = [sys.executable, "-m", "benchmarks.reading", name, str(path)]
    found = subprocess.run(here, capture_output=True, text=True, check=True).stdout.split()
    return float(found[0]), float(found[1])


def race(report: Report, path: Path, dialect: str) -> None:
    """Measure all readers on one file, interleaved, and claim the ratios."""
    rounds = [{name: measured(name, path) for name in READERS} for _round in range(ROUNDS)]
    for name in READERS:
        seconds, megabytes = zip(*(found[name] for found in rounds), strict=True)
        report.row(f"{dialect}: {name}", seconds=median(seconds), peak_memory_mb=median(megabytes))
    us, polars, pandas = READERS

    def ratio(peer: str, which: int) -> float:
        return median(found[us][which] / found[peer][which] for found in rounds)

    report.at_most(f"{dialect}_time_over_polars", ratio(polars, 0), bar=TIMES_POLARS)
    report.at_most(f"{dialect}_memory_over_polars", ratio(polars, 1), bar=TIMES_MEMORY)
    report.at_most(f"{dialect}_time_over_pandas", ratio(pandas, 0), bar=TIMES_PANDAS)


def main() -> int:
    """Write both files, measure, report."""
    from benchmarks.deals_export import ROWS, frame, write_french, write_plain

    report = Report("reading", f"{ROWS:,} deals, 12 columns, some 150 MB")
    with tempfile.TemporaryDirectory() as folder:
        plain, french = Path(folder) / "plain.csv", Path(folder) / "french.csv"
        for rows, name in ((ROWS, lambda path: path), (SMALL, small_of)):
            deals = frame(rows)
            write_plain(name(plain), deals)
            write_french(name(french), deals)
        race(report, plain, "plain")
        race(report, french, "french")
    return report.end()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        one(sys.argv[1], Path(sys.argv[2]))
    else:
        sys.exit(main())
