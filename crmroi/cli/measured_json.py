"""A measurement as JSON: every part under its own name, in full digits."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING

from crmroi.files.exports.table import Report, Table
from crmroi.measure.results import BeforeAfter, Measurement, Months
from crmroi.text import Notice

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def as_json(tables: Mapping[str, Table], measurement: Measurement) -> dict[str, object]:
    """All that was read and measured, in plain values; a reason is in the language spoken now."""
    return {
        "tables": {kind: _report(table.report) for kind, table in tables.items()},
        "kpis": _plain(measurement.kpis),
        "monthly": {name: _months(months) for name, months in measurement.monthly.items()},
        "before_after": {
            name: _compared(compared) for name, compared in measurement.before_after.items()
        },
        "breakdown": _plain(measurement.breakdown),
        "realised": _plain(measurement.realised),
        "baseline": _plain(measurement.baseline),
        "uplifts": _plain(measurement.uplifts),
        "remarks": _plain(measurement.remarks),
    }


def _report(report: Report) -> dict[str, object]:
    said = {name: value for name, value in _fields(report).items() if name != "dates"}
    orders = {column: dates.order for column, dates in report.dates.items()}
    proofs = {column: dates.proof.message for column, dates in report.dates.items()}
    return {**said, "date_order": orders, "date_proof": proofs}


def _months(months: Months) -> dict[str, float | None]:
    return dict(zip(months.months, months.values, strict=True))


def _compared(compared: BeforeAfter) -> dict[str, object]:
    return {**_fields(compared), "months": compared.window.months if compared.window else None}


def _plain(value: object) -> object:
    """A result as JSON knows it: a notice is its message, a dataclass its fields."""
    if isinstance(value, Notice):
        return value.message
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    return value


def _fields(value: DataclassInstance) -> dict[str, object]:
    """The fields of a result by name."""
    return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
