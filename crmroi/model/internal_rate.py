"""The internal rate of return: the rate at which the net present value of a flow changes sign.

Its status says whether there is one such rate, none or several: no rate is picked in silence. How
rates are found is in `zeros.py`.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crmroi.model.arrays import Array, Mask, Workspace
from crmroi.model.zeros import LEFT, RIGHT, Bracket, carried_signs, newton, zeros

IRR_STATUSES = ("unique", "none", "multiple")
UNIQUE, NONE, MULTIPLE = range(3)

DUST = 1e-12
"""A flow this small beside the largest of its scenario counts as 0."""

_GENERAL_AT_ONCE = 256


def split_flows(flows: Array, workspace: Workspace | None = None) -> tuple[Array, Array]:
    """Inflows and outflows, both ≥ 0, without dust. Two arrays of the shape of `flows`."""
    work = workspace or Workspace()
    dust = DUST * np.maximum(flows.max(axis=0), -flows.min(axis=0))
    kept = work.mask("split", *flows.shape)
    inflow, outflow = work.array("inflow", *flows.shape), work.array("outflow", *flows.shape)
    np.multiply(flows, np.greater(flows, dust, out=kept), out=inflow)
    np.multiply(flows, np.less(flows, -dust, out=kept), out=outflow)
    return inflow, np.negative(outflow, out=outflow)


def irr(
    inflow: Array, outflow: Array, workspace: Workspace | None = None
) -> tuple[Array, NDArray[np.int8]]:
    """The internal rate per period, NaN unless it is unique, and its place in `IRR_STATUSES`.

    Takes what `split_flows` gives, (periods, scenarios) or one flow (periods,).
    """
    if inflow.ndim == 1:
        rates, statuses = irr(inflow[:, None], outflow[:, None])
        return rates[0], statuses[0]
    work = workspace or Workspace()
    order = _order(inflow, outflow)
    rates = np.full(inflow.shape[1], np.nan)
    statuses = np.full(inflow.shape[1], NONE, np.int8)
    single, general = _sort_by_certainty(inflow, outflow, order)
    if single.any():
        # an empty bracket is done at once: the others cost nothing
        left, right = np.where(single, LEFT, 0.0), np.where(single, RIGHT, 0.0)
        bracket = Bracket(left, right, np.where(order.inflow_first, -1.0, 1.0))
        x = newton(inflow, outflow, bracket, np.zeros(len(single)), work)
        inside = single & (x > LEFT + 1e-9) & (x < RIGHT - 1e-9)
        rates[inside] = np.expm1(x[inside])
        statuses[inside] = UNIQUE
    columns = np.flatnonzero(general)
    for start in range(0, len(columns), _GENERAL_AT_ONCE):
        chosen = columns[start : start + _GENERAL_AT_ONCE]
        x, found = zeros(inflow[:, chosen] - outflow[:, chosen])
        count = found.sum(axis=0)
        statuses[chosen] = np.where(count == 0, NONE, np.where(count == 1, UNIQUE, MULTIPLE))
        only = np.expm1(np.where(found, x, 0.0).sum(axis=0))
        rates[chosen] = np.where(count == 1, only, np.nan)
    return rates, statuses


def irr_roots(flow: Array) -> list[float]:
    """Every rate per period at which the present value of one flow changes sign, rising."""
    inflow, outflow = split_flows(np.asarray(flow, dtype=np.float64)[:, None])
    x, found = zeros(inflow - outflow)
    return sorted(float(rate) for rate in np.expm1(x[found]))


class _Order(NamedTuple):
    """Which sign comes when, (scenarios,)."""

    two_signed: Mask
    one_change: Mask
    odd: Mask
    inflow_first: Mask


def _order(inflow: Array, outflow: Array) -> _Order:
    small = np.min_scalar_type(len(inflow) + 1)
    rising = np.arange(1, len(inflow) + 1, dtype=small)[:, None]
    falling = rising[::-1]
    come, go = inflow > 0, outflow > 0
    last_in, last_out = (come * rising).max(axis=0), (go * rising).max(axis=0)
    # counted from the end, so that 0 is "never" here too
    first_in, first_out = (come * falling).max(axis=0), (go * falling).max(axis=0)
    end = len(inflow) + 1
    two_signed = (last_in > 0) & (last_out > 0)
    in_then_out = last_in < end - first_out
    out_then_in = last_out < end - first_in
    inflow_first = first_in > first_out
    return _Order(
        two_signed,
        two_signed & (in_then_out | out_then_in),
        two_signed & (inflow_first != (last_in > last_out)),
        inflow_first,
    )


def _sort_by_certainty(inflow: Array, outflow: Array, order: _Order) -> tuple[Mask, Mask]:
    """Flows sure to have exactly one zero, and flows that may have any number.

    One change of sign means one zero. Else the changes of sign of the running sums bound the zeros
    at rates above 0 (Norstrøm), of the sums from the end those below 0, the whole sum being the
    last of both; and the zeros are odd in number just where the first and the last flow differ in
    sign.
    """
    single = order.one_change.copy()
    general = order.two_signed & ~order.one_change
    columns = np.flatnonzero(general)
    if columns.size:
        flows = inflow[:, columns] - outflow[:, columns]
        sums, from_end = np.cumsum(flows, axis=0), np.cumsum(flows[::-1], axis=0)
        total = sums[-1]
        bound = _sign_changes(sums) + _sign_changes(from_end)
        sure = np.abs(total) > 1e-9 * (inflow[:, columns] + outflow[:, columns]).sum(axis=0)
        odd = order.odd[columns]
        single[columns] = sure & odd & (bound <= 2)
        general[columns] = ~(sure & (bound <= 1 + odd))
    return single, general


def _sign_changes(values: Array) -> NDArray[np.intp]:
    """How often the sign changes down each column, zeros left out."""
    signs = carried_signs(values)
    changes: NDArray[np.intp] = (signs[1:] * signs[:-1] < 0).sum(axis=0)
    return changes
