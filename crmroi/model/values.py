"""A scenario's assumptions as the arrays that the model computes with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

from crmroi.assumptions import Scenario, Value, assumptions
from crmroi.model.adoption import CURVES
from crmroi.model.arrays import Array, Values

_CURVE_NUMBERS: Mapping[Value, float] = {name: float(n) for n, name in enumerate(CURVES)}


def field_name(key: str) -> str:
    """The field of a dotted key, which is its symbol: "users" of "team.users"."""
    return key.rpartition(".")[2]


def as_number(value: Value) -> float:
    """A value as the model computes with it: a flag as 0 or 1, a curve as its place."""
    return _CURVE_NUMBERS[value] if isinstance(value, str) else float(value)


def values_of(scenario: Scenario) -> Values:
    """Every assumption of one scenario by its field name, (1,) each."""
    return {
        field_name(key): np.array([as_number(value)]) for key, value in scenario.values().items()
    }


def columns_of(columns: Mapping[str, ArrayLike], base: Scenario) -> tuple[Values, int]:
    """The values of many scenarios by field name, and how many they are.

    `columns` holds by dotted key what varies: numbers, flags, or names of choices, one a scenario.
    Raises ValueError for an unknown key, for columns of different lengths, and for what the model
    does not allow.
    """
    return with_columns(columns, values_of(base))


def with_columns(columns: Mapping[str, ArrayLike], base: Values) -> tuple[Values, int]:
    """The same, from the values of the base."""
    values = dict(base)
    sizes = {key: len(np.atleast_1d(column)) for key, column in columns.items()}
    if len(set(sizes.values())) > 1:
        raise ValueError(f"Columns are of different lengths: {sizes}")
    for key, column in columns.items():
        values[field_name(key)] = _column(key, column)
    return values, max(sizes.values(), default=1)


def _column(key: str, column: ArrayLike) -> Array:
    assumption = assumptions().get(key)
    if assumption is None:
        raise ValueError(f"{key!r} is not an assumption")
    array = np.atleast_1d(np.asarray(column))
    if assumption.choices is not None:
        return _choices(key, array, assumption.choices)
    numbers = np.asarray(array, dtype=np.float64)  # a copy of a million is not free
    low, high = assumption.allowed or (0.0, 1.0)
    if not numbers.size:
        return numbers
    if not (low <= numbers.min() and numbers.max() <= high):  # NaN is neither
        raise ValueError(f"{key}: every value must lie from {low:g} to {high:g}")
    if assumption.kind != "number" and (numbers != np.rint(numbers)).any():
        raise ValueError(f"{key}: every value must be whole")
    return numbers


def _choices(key: str, array: NDArray[np.generic], choices: Iterable[str]) -> Array:
    names, places = np.unique(array, return_inverse=True)
    for name in names:
        if name not in choices:
            raise ValueError(f"{key}: {str(name)!r} is not one of {', '.join(choices)}")
    return np.array([as_number(str(name)) for name in names])[places]
