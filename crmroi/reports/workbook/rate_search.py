"""The internal rate by halving, so that Excel's IRR begins where it ends.

From its usual guess IRR fails on rates far away. Where the flow changes sign once its present value
does too, and halving an interval finds the rate whatever it is: x = ln(1 + rate) is searched over
the rates that the model searches. For x below 0 all flows are taken times e^(x H), which changes no
sign and lets no figure grow beyond what a cell holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import expm1
from typing import NamedTuple

import numpy as np

from crmroi.model.arrays import Array
from crmroi.model.zeros import HIGHEST, LEFT, LOWEST, RIGHT
from crmroi.reports.workbook.rows import MONTHS
from crmroi.text import N_

STEPS = 45
"""Halvings: enough for twelve decimals of the rate."""

FIGURES = "0.0000000000"

FOUND, BETWEEN = "rate_found", "rate_is_between"
"""The names of the cells of the monthly rate and of whether it lies in the interval at all."""

_LOW, _HIGH, _LOW_WORTH, _HIGH_WORTH = (
    "rate_lowest",
    "rate_highest",
    "rate_lowest_worth",
    "rate_highest_worth",
)

COLUMNS = ("A", "B", "C", "D")
"""The columns of low, high, middle and worth."""

_WORTH = (
    "SUMPRODUCT({{flow:}},EXP(-ABS({x})*(({x}<0)*ABS(months_counted-{{elapsed:}})"
    "+({x}>=0)*{{elapsed:}})))"
)


class Named(NamedTuple):
    """A named cell of the search."""

    name: str
    label: str
    number: str
    formula: str
    value: float


Step = tuple[tuple[str, float], ...]
"""Low, high, middle and worth of one halving: each a formula and what it comes to."""


class Search:
    """The search for the rate of one flow."""

    def __init__(self, flow: Array, years: int) -> None:
        self.flow, self.years = flow, years
        self.low_worth, self.high_worth = self._worth(LEFT), self._worth(RIGHT)

    def _worth(self, x: float) -> float:
        """What the flow is worth, scaled: only its sign is used."""
        months = np.arange(MONTHS)
        far = np.abs(12 * self.years - months) if x < 0 else months
        return float(self.flow @ np.exp(-abs(x) * far))

    def steps(self, row: int) -> Iterator[Step]:
        """Every halving, its formulas in the rows of this number and on."""
        low, high = LEFT, RIGHT
        left, right, centre, value = COLUMNS
        for at in range(row, row + STEPS):
            middle = (low + high) / 2
            found = self._worth(middle)
            above = at - 1
            same = f"SIGN({value}{above})=SIGN({_LOW_WORTH})"
            first = at == row
            yield (
                (_LOW if first else f"IF({same},{centre}{above},{left}{above})", low),
                (_HIGH if first else f"IF({same},{right}{above},{centre}{above})", high),
                (f"({left}{at}+{right}{at})/2", middle),
                (_WORTH.format(x=f"{centre}{at}"), found),
            )
            low, high = (middle, high) if _same(found, self.low_worth) else (low, middle)

    def named(self, last: Step, row: int) -> tuple[Named, ...]:
        """The cells by name: the ends, and what was found in the last step, in this row."""
        between = not _same(self.low_worth, self.high_worth) and self.low_worth * self.high_worth
        ends = (
            (_LOW, N_("Lowest x"), f"LN(1+({LOWEST!r}))", LEFT),
            (_HIGH, N_("Highest x"), f"LN(1+{HIGHEST!r})", RIGHT),
            (_LOW_WORTH, N_("Worth at the lowest, scaled"), _WORTH.format(x=_LOW), self.low_worth),
            (_HIGH_WORTH, N_("Worth at the highest"), _WORTH.format(x=_HIGH), self.high_worth),
        )
        return (
            *(Named(name, label, FIGURES, formula, value) for name, label, formula, value in ends),
            Named(
                BETWEEN,
                N_("The worth changes its sign in between (1 = yes)"),
                "0",
                f"IF(SIGN({_LOW_WORTH})*SIGN({_HIGH_WORTH})<0,1,0)",
                1.0 if between else 0.0,
            ),
            Named(
                FOUND,
                N_("Rate of a month that is found"),
                "0.0000%",
                f"EXP({COLUMNS[2]}{row})-1",
                expm1(last[2][1]),
            ),
        )


def _same(one: float, other: float) -> bool:
    return bool(np.sign(one) == np.sign(other))
