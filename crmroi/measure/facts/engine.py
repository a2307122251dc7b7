"""The engine that KPIs are computed in: DuckDB embedded, Spark, or what Ibis can connect to.

Moments stay here: an engine is given days and months as whole numbers, so that no engine's clock
or time zone has a say, and durations in microseconds.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import duckdb
import ibis
import polars as pl
import pyarrow as pa

from crmroi.text import N_, Notice

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends import BaseBackend
    from ibis.expr.operations import Node

_EMBEDDED = "duckdb"
_NO_ENGINE = N_(
    "The engine “{engine}” could not be opened. It can be duckdb, spark, or the address of a"
    " database; the last two need what requirements-spark.txt or the database’s Ibis backend"
    " installs."
)
_CANNOT = N_(
    "The engine “{engine}” cannot hold the tables or compute one of the KPIs: a median, most often."
    " Choose duckdb or spark."
)


class MeasureError(Exception):
    """What cannot be measured at all, in words: the engine is not there, or not able."""

    def __init__(self, problem: Notice) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Engine:
    """An open engine and the tables in it, by name."""

    def __init__(self, name: str, backend: BaseBackend, tables: Mapping[str, ir.Table]) -> None:
        self.name = name
        self.tables = tables
        self._backend = backend

    def rows(self, query: ir.Table) -> list[dict[str, Any]]:
        """The rows of a small answer. Raises `MeasureError` where the engine cannot give it."""
        answer: list[dict[str, Any]] = self._answer(query).to_pylist()
        return answer

    def frame(self, query: ir.Table) -> pl.DataFrame:
        """A large answer. Raises `MeasureError` where the engine cannot give it."""
        return pl.DataFrame(self._answer(query))

    def _answer(self, query: ir.Table) -> pa.Table:
        if self.name == _EMBEDDED:
            return self._backend.con.sql(_sql(query.op())).to_arrow_table()
        with _told(self.name, _CANNOT):
            return self._backend.to_pyarrow(query)


@lru_cache(maxsize=1024)
def _sql(query: Node) -> str:
    """A query in DuckDB's words, kept: writing them takes longer than most answers, and the tables
    of an upload are asked the same again when a window or a breakdown changes.
    """
    return str(ibis.to_sql(query.to_expr(), dialect="duckdb"))


@contextmanager
def open_engine(url: str, frames: Mapping[str, pl.DataFrame]) -> Iterator[Engine]:
    """The tables in the engine "duckdb", "spark" or at a connection string, until they are done.

    Raises `MeasureError` where it cannot be opened. What a connection string holds is not repeated:
    it may carry a password.
    """
    name = url.partition(":")[0]
    with _told(name, _NO_ENGINE):
        backend = _connect(url)
    # The embedded engine is ours alone: the same names each time make the same queries.
    suffix = "here" if url == _EMBEDDED else uuid.uuid4().hex[:12]
    tables: dict[str, ir.Table] = {}
    try:
        with _told(name, _CANNOT):
            for kind, frame in frames.items():
                tables[kind] = _put(backend, f"crmroi_{kind}_{suffix}", frame)
        yield Engine(name, backend, tables)
    finally:
        _close(url, backend, [f"crmroi_{kind}_{suffix}" for kind in tables])


@contextmanager
def _told(name: str, problem: str) -> Iterator[None]:
    """Says in words that an engine failed: each raises errors of its own, and these may quote a
    cell or a password. Those of the embedded DuckDB are faults of ours and stay what they are.
    """
    try:
        yield
    except Exception:
        if name == _EMBEDDED:
            raise
        raise MeasureError(Notice("engine", name, problem, {"engine": name})) from None


def _connect(url: str) -> BaseBackend:
    if url == _EMBEDDED:
        return ibis.duckdb.from_connection(_embedded().cursor())
    if url == "spark":
        return ibis.pyspark.connect(_local_spark())
    return ibis.connect(url)


@cache
def _embedded() -> duckdb.DuckDBPyConnection:
    """The one embedded database, always empty: each measurement sees its tables through a cursor of
    its own, which takes them along when it closes. Opening a database takes twenty times as long.
    """
    # Nothing is downloaded, and nothing outside is read.
    return duckdb.connect(config={"autoinstall_known_extensions": "false"})


def _local_spark() -> Any:
    from pyspark.sql import SparkSession  # noqa: PLC0415 - no requirement of the app

    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "4",
        "spark.sql.execution.arrow.pyspark.enabled": "true",
        "spark.driver.bindAddress": "127.0.0.1",
    }
    builder = SparkSession.builder.master("local[*]").appName("crmroi")
    return builder.config(map=settings).getOrCreate()


def _put(backend: BaseBackend, name: str, frame: pl.DataFrame) -> ir.Table:
    if backend.name == "duckdb":
        backend.con.register(name, _where_it_lies(frame))
    elif backend.name == "pyspark":
        session = backend._session  # noqa: SLF001
        session.createDataFrame(frame.to_arrow()).createOrReplaceTempView(name)
    else:
        backend.create_table(name, frame.to_arrow(), temp=True)
    found = backend.table(name)
    return ibis.table(found.schema(), name=name) if backend.name == "duckdb" else found


def _where_it_lies(frame: pl.DataFrame) -> pa.Table:
    """A frame as Arrow sees it: no cell is copied, neither texts nor columns in several chunks."""
    newest = pl.CompatLevel.newest()
    columns = {
        column.name: pa.chunked_array(
            [chunk.to_arrow(compat_level=newest) for chunk in column.get_chunks()]
        )
        for column in frame
    }
    return pa.table(columns)


def _close(url: str, backend: BaseBackend, names: Sequence[str]) -> None:
    if backend.name == "duckdb":
        for name in names:
            backend.con.unregister(name)
    elif backend.name == "pyspark":
        for name in names:
            backend._session.catalog.dropTempView(name)  # noqa: SLF001
    else:
        for name in names:
            backend.drop_table(name, force=True)
    if url != "spark":  # its session serves the next measurement too
        backend.disconnect()
