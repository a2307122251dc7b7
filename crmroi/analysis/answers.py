"""The three answers that every question of a scenario comes back to: NPV, ROI, break-even."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from crmroi.assumptions import Scenario
from crmroi.model import finance
from crmroi.model.arrays import Array
from crmroi.model.batch import evaluate_batch
from crmroi.model.projection import Projection

ANSWERS = ("npv", "roi", "break_even_month")


@dataclass(frozen=True)
class Answer:
    """What a case comes to; `roi` is None without costs, `break_even_month` where it never does."""

    npv: float
    roi: float | None
    break_even_month: int | None


def answers(columns: Mapping[str, ArrayLike], base: Scenario) -> tuple[Answer, ...]:
    """The answers of many scenarios, `columns` as `evaluate_batch` takes them."""
    return as_answers(evaluate_batch(columns, base, measures=ANSWERS))


def as_answers(found: Mapping[str, Array]) -> tuple[Answer, ...]:
    """The answers of a batch in which NaN is no value."""
    rows = zip(*(found[name].tolist() for name in ANSWERS), strict=True)
    return tuple(Answer(npv, _known(roi), _month(month)) for npv, roi, month in rows)


def answer_of(projection: Projection) -> Answer:
    """The answer of one scenario."""
    found = (projection.metrics[name] for name in ANSWERS)
    npv, roi, month = (np.nan if value is None else float(value) for value in found)
    return Answer(npv, _known(roi), _month(month))


def answer_of_flows(gains: Array, costs: Array, discount_rate: float) -> Answer:
    """The answer of gains and costs by month, (months,) each, costs positive; the rate a year's."""
    net = (gains - costs)[:, None]
    total = np.array([costs.sum()])
    zero = finance.NEGLIGIBLE * total
    cumulative = finance.cumulative_sum(net)
    rate = finance.monthly_rate(np.array([discount_rate]))
    return Answer(
        npv=float(finance.npv(net, rate)[0]),
        roi=_known(float(finance.ratio(net.sum(axis=0), total)[0])),
        break_even_month=_month(float(finance.break_even(cumulative, zero, len(net) - 1)[0])),
    )


def _known(value: float) -> float | None:
    return None if np.isnan(value) else value


def _month(value: float) -> int | None:
    return None if np.isnan(value) else int(value)
