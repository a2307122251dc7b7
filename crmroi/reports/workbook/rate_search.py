"""The internal rate by halving, so that Excel's IRR begins where it ends.

From its usual guess IRR fails on rates far away. Where the flow changes sign once its present value
does too, and halving an interval finds the rate whatever it is: x = ln(1 + rate) is searched over
the rates that the model searches. For x below 0 all flows are taken times e^(x H), which changes no
sign and lets no figure grow beyond what a cell holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from crmroi.model.arrays import Array
from crmroi.model.zeros import HIGHEST, LEFT, LOWEST, RIGHT
from crmroi.reports.workbook.rows import MONTHS

STEPS = 45
"""Halvings: enough for thirteen decimals of the rate."""

FOUND, BRACKETED = "rate_found", "rate_is_between"
"""The names of the cells of the monthly rate and of whether it lies in the interval at all."""

_WORTH = (
    "SUMPRODUCT({{flow:}},EXP(-ABS({x})*(({x}<0)*ABS(months_counted-{{elapsed:}})"
    "+({x}>=0)*{{elapsed:}})))"
)


COLUMNS = ("B", "C", "D", "E")
"""The columns of low, high, middle and worth."""

Cell = tuple[str, float]
"""A formula and what it comes to."""


class Step(NamedTuple):
    """One row of the search."""

    low: Cell
    high: Cell
    middle: Cell
    worth: Cell


def worth(flow: Array, years: int, x: float) -> float:
    """What the flow is worth at a rate, scaled: only its sign is used."""
    months = np.arange(MONTHS)
    far = np.abs(12 * years - months) if x < 0 else months
    return float(flow @ np.exp(-abs(x) * far))


def is_between(flow: Array, years: int) -> float:
    """1 if the worth has two signs at the ends, else 0."""
    return float(np.sign(worth(flow, years, LEFT)) * np.sign(worth(flow, years, RIGHT)) < 0)


def ends(flow: Array, years: int, row: int) -> Step:
    """The first row: both ends, the worth at the right one, that at the left one."""
    left, right, *_ = COLUMNS
    return Step(
        (f"LN(1+({LOWEST!r}))", LEFT),
        (f"LN(1+{HIGHEST!r})", RIGHT),
        (_WORTH.format(x=f"{right}{row}"), worth(flow, years, RIGHT)),
        (_WORTH.format(x=f"{left}{row}"), worth(flow, years, LEFT)),
    )


def steps(flow: Array, years: int, row: int) -> Iterator[Step]:
    """Every halving, its formulas in the rows from this number on, just below the ends."""
    low, high, final = LEFT, RIGHT, np.sign(worth(flow, years, LEFT))
    left, right, centre, value = COLUMNS
    for at in range(row, row + STEPS):
        middle = (low + high) / 2
        found = worth(flow, years, middle)
        above = at - 1
        same = f"SIGN({value}{above})=SIGN(${value}${row - 1})"
        yield Step(
            (f"{left}{above}" if at == row else f"IF({same},{centre}{above},{left}{above})", low),
            (
                f"{right}{above}" if at == row else f"IF({same},{right}{above},{centre}{above})",
                high,
            ),
            (f"({left}{at}+{right}{at})/2", middle),
            (_WORTH.format(x=f"{centre}{at}"), found),
        )
        low, high = (middle, high) if np.sign(found) == final else (low, middle)


def between_formula(row: int) -> str:
    """Whether the worth has two signs at the ends, which stand in the row of this number."""
    _left, _right, at_high, at_low = COLUMNS
    return f"IF(SIGN({at_low}{row})*SIGN({at_high}{row})<0,1,0)"
