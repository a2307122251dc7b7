"""The internal rate of return: every rate at which the net present value of a flow changes sign.

With x = ln(1 + i) the present value of a flow a is f(x) = Σ a(t) e^(−t x). After Laguerre: between
two zeros of e^(c x) f(x) lies a zero of its derivative, which is such a sum again, of the flow
(c − t) a(t). Where c lies between two flows of opposite sign, that has one change of sign less. So
the zeros of a flow are found from those of simpler flows, none is missed however near to another,
and a flow with one change of sign has one zero at most. Where f only touches 0 there is no rate.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crmroi.model.arrays import Array, Mask, Workspace

LOWEST, HIGHEST = -0.9999, 1000.0
"""The rates searched, per period."""

IRR_STATUSES = ("unique", "none", "multiple")
UNIQUE, NONE, MULTIPLE = range(3)

DUST = 1e-12
"""A flow this small beside the largest of its scenario counts as 0."""

_LEFT, _RIGHT = math.log1p(LOWEST), math.log1p(HIGHEST)
_TOUCH = 1e-13  # |f| ≤ this share of Σ |a| e^(−t x) is 0 within rounding
_STEP = 1e-7  # the error after such a step of Newton is of the order of its square
_GAP = 1e-14
_MOST_EXPONENT = 600.0  # e^709 is the largest number there is
_MOST_STEPS = 256
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
        left, right = np.where(single, _LEFT, 0.0), np.where(single, _RIGHT, 0.0)
        bracket = _Bracket(left, right, np.where(order.inflow_first, -1.0, 1.0))
        x = _newton(inflow, outflow, bracket, np.zeros(len(single)), work)
        inside = single & (x > _LEFT + 1e-9) & (x < _RIGHT - 1e-9)
        rates[inside] = np.expm1(x[inside])
        statuses[inside] = UNIQUE
    columns = np.flatnonzero(general)
    for start in range(0, len(columns), _GENERAL_AT_ONCE):
        chosen = columns[start : start + _GENERAL_AT_ONCE]
        x, found = _zeros(inflow[:, chosen] - outflow[:, chosen])
        count = found.sum(axis=0)
        statuses[chosen] = np.where(count == 0, NONE, np.where(count == 1, UNIQUE, MULTIPLE))
        only = np.expm1(np.where(found, x, 0.0).sum(axis=0))
        rates[chosen] = np.where(count == 1, only, np.nan)
    return rates, statuses


def irr_roots(flow: Array) -> list[float]:
    """Every rate per period at which the present value of one flow changes sign, rising."""
    inflow, outflow = split_flows(np.asarray(flow, dtype=np.float64)[:, None])
    x, found = _zeros(inflow - outflow)
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
    at rates above 0 (Norstrøm), of the sums from the end those below 0; and the zeros are odd in
    number just where the first and the last flow differ in sign.
    """
    single = order.one_change.copy()
    general = order.two_signed & ~order.one_change
    columns = np.flatnonzero(general)
    if columns.size:
        flows = inflow[:, columns] - outflow[:, columns]
        sums = np.cumsum(flows, axis=0)
        total = sums[-1]
        bound = _sign_changes(sums) + _sign_changes(total - sums[:-1])
        sure = np.abs(total) > 1e-9 * (inflow[:, columns] + outflow[:, columns]).sum(axis=0)
        odd = order.odd[columns]
        single[columns] = sure & odd & (bound <= 2)
        general[columns] = ~(sure & (bound <= 1 + odd))
    return single, general


def _sign_changes(values: Array) -> NDArray[np.intp]:
    """How often the sign changes down each column, zeros left out."""
    signs = _carried_signs(values)
    changes: NDArray[np.intp] = (signs[1:] * signs[:-1] < 0).sum(axis=0)
    return changes


def _carried_signs(values: Array) -> NDArray[np.int8]:
    """The sign of each value, a zero taking that of the value before it."""
    signs = np.sign(values).astype(np.int8)
    for index in range(1, len(signs)):
        np.copyto(signs[index], signs[index - 1], where=signs[index] == 0)
    return signs


def _powers(x: Array, periods: int, out: Array) -> Array:
    """e^(−t x) for each period t: (periods, scenarios). Where one would overflow, all columns with
    x < 0 come times e^((periods − 1) x).
    """
    overflow = x.min(initial=0.0) * periods < -_MOST_EXPONENT
    z = np.exp(-np.abs(x) if overflow else -x)
    out[0] = 1.0
    filled, factor = 1, z
    while filled < periods:
        more = min(filled, periods - filled)
        np.multiply(out[:more], factor, out=out[filled : filled + more])
        filled, factor = 2 * filled, factor * factor
    return np.where(x < 0, out[::-1], out) if overflow else out


class _Bracket(NamedTuple):
    """Where a zero of each column lies: f has the sign `left` at `low` and the other at `high`."""

    low: Array
    high: Array
    left: Array


def _newton(
    inflow: Array, outflow: Array, bracket: _Bracket, start: Array, work: Workspace | None = None
) -> Array:
    """The zero of ln PV(in) − ln PV(out) in each bracket, one a column: (scenarios,).

    Newton steps kept inside a bracket that only shrinks, else its middle. Where there is no zero in
    the bracket, one of its ends.
    """
    low, high, left = bracket
    x, done = start, np.zeros(start.shape, np.bool_)
    evaluate = _Evaluation(inflow, outflow, work or Workspace())
    for step in range(_MOST_STEPS):
        height, slope = evaluate.height_and_slope(x)
        # where all is too small to tell, the last flow rules below 0 and the first above
        on_left = (height * left > 0) | (np.isnan(height) & (x < 0))
        low, high = np.where(on_left, x, low), np.where(on_left, high, x)
        with np.errstate(divide="ignore", invalid="ignore"):
            following = x - height / slope
        newton = (following > low) & (following < high) & (step % 16 < 12)
        following = np.where(newton, following, 0.5 * (low + high))
        following = np.where(done | (height == 0), x, following)
        done |= (high - low <= _GAP) | (height == 0)
        done |= newton & (np.abs(following - x) <= _STEP)
        x = following
        left_over = np.flatnonzero(~done)
        if not left_over.size:
            break
        if left_over.size <= len(x) // 4:
            few = _Bracket(low[left_over], high[left_over], left[left_over])
            x[left_over] = _newton(inflow[:, left_over], outflow[:, left_over], few, x[left_over])
            break
    return x


class _Evaluation:
    """ln PV(in) − ln PV(out) of each column and its slope, at one x a column."""

    def __init__(self, inflow: Array, outflow: Array, work: Workspace) -> None:
        self.inflow, self.outflow = inflow, outflow
        months = np.arange(len(inflow), dtype=np.float64)[:, None]
        self.later_in = np.multiply(inflow, months, out=work.array("later_in", *inflow.shape))
        self.later_out = np.multiply(outflow, months, out=work.array("later_out", *inflow.shape))
        self.powers = work.array("powers", *inflow.shape)

    def height_and_slope(self, x: Array) -> tuple[Array, Array]:
        powers = _powers(x, len(self.inflow), self.powers)
        pv_in, pv_out = _dot(self.inflow, powers), _dot(self.outflow, powers)
        with np.errstate(divide="ignore", invalid="ignore"):
            slope = _dot(self.later_out, powers) / pv_out - _dot(self.later_in, powers) / pv_in
            return np.log(pv_in / pv_out), slope


def _dot(flows: Array, powers: Array) -> Array:
    return np.asarray(np.einsum("tn,tn->n", flows, powers))


def _zeros(flows: Array) -> tuple[Array, Mask]:
    """All zeros x of each column, (most zeros, scenarios), and which of these places hold one."""
    signs = _carried_signs(flows)
    switches = signs[1:] * signs[:-1] < 0
    counts = switches.sum(axis=0)
    x = np.zeros((counts.max(initial=0), flows.shape[1]))
    found = np.zeros(x.shape, np.bool_)
    for count in np.unique(counts[counts > 0]):
        columns = np.flatnonzero(counts == count)
        # a switch lies half a period before the first flow of the new sign
        where = np.nonzero(switches[:, columns].T)[1].reshape(-1, count).T + np.float64(0.5)
        x[:count, columns], found[:count, columns] = _zeros_of(flows[:, columns], where)
    return x, found


def _zeros_of(flows: Array, switches: Array) -> tuple[Array, Mask]:
    """All zeros of flows with the same number of switches, (switches, scenarios)."""
    months = np.arange(len(flows), dtype=np.float64)[:, None]
    levels = [flows]
    for switch in switches[:0:-1]:
        simpler = levels[-1] * (switch - months)
        levels.append(simpler / np.abs(simpler).max(axis=0))
    ends = np.full((1, flows.shape[1]), _LEFT), np.full((1, flows.shape[1]), _RIGHT)
    points = np.concatenate(ends)
    while True:
        x, found = _zeros_between(levels.pop(), points)
        if not levels:
            return x, found
        points = np.concatenate([ends[0], x, ends[1]])


def _zeros_between(flows: Array, points: Array) -> tuple[Array, Mask]:
    """The zero between each two points, at most one: else the right one of the two stands there."""
    inflow, outflow = np.maximum(flows, 0.0), np.maximum(-flows, 0.0)
    signs = np.stack([_sign(inflow, outflow, x) for x in points])
    for index in range(1, len(signs)):  # a touch is no change
        np.copyto(signs[index], signs[index - 1], where=signs[index] == 0)
    found = signs[1:] * signs[:-1] < 0
    zeros = points[1:].copy()
    rows, columns = np.nonzero(found)
    low, high = points[rows, columns], points[rows + 1, columns]
    bracket = _Bracket(low, high, signs[rows, columns])
    zeros[rows, columns] = _newton(
        inflow[:, columns], outflow[:, columns], bracket, 0.5 * (low + high)
    )
    return zeros, found


def _sign(inflow: Array, outflow: Array, x: Array) -> Array:
    """The sign of f at x, 0 where rounding could turn it."""
    powers = _powers(x, len(inflow), np.empty_like(inflow))
    pv_in, pv_out = _dot(inflow, powers), _dot(outflow, powers)
    signs = np.where(np.abs(pv_in - pv_out) <= _TOUCH * (pv_in + pv_out), 0.0, pv_in - pv_out)
    tiny = pv_in + pv_out == 0
    if tiny.any():
        carried = _carried_signs(inflow - outflow)
        first = _carried_signs((inflow - outflow)[::-1])[-1]
        signs = np.where(tiny, np.where(x < 0, carried[-1], first), signs)
    return np.sign(signs)
