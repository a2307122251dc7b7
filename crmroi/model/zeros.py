"""Zeros of the present value of a flow, as a function of x = ln(1 + rate).

f(x) = Σ a(t) e^(−t x). After Laguerre: between two zeros of e^(c x) f(x) lies a zero of its
derivative, which is such a sum again, of the flow (c − t) a(t). Where c lies between two flows of
opposite sign, that has one change of sign less. So the zeros of a flow are found from those of
simpler flows, none is missed however near to another, and a flow with one change of sign has one
zero at most. Where f only touches 0 there is no zero here.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crmroi.model.arrays import Array, Mask, Workspace

LOWEST, HIGHEST = -0.9999, 1000.0
"""The rates searched, per period."""

LEFT, RIGHT = math.log1p(LOWEST), math.log1p(HIGHEST)
"""The same as x."""

_TOUCH = 1e-13  # |f| ≤ this share of Σ |a| e^(−t x) is 0 within rounding
_STEP = 1e-7  # the error after such a step of Newton is of the order of its square
_GAP = 1e-14
_MOST_EXPONENT = 600.0  # e^709 is the largest number there is
_MOST_STEPS = 256


def carried_signs(values: Array) -> NDArray[np.int8]:
    """The sign of each value, a zero taking that of the value before it."""
    signs = np.sign(values).astype(np.int8)
    for index in range(1, len(signs)):
        np.copyto(signs[index], signs[index - 1], where=signs[index] == 0)
    return signs


def _powers(x: Array, periods: int, out: Array) -> Array:
    """e^(−t x) for each period t: (periods, scenarios).

    Where one would overflow, all columns with x < 0 come times e^((periods − 1) x).
    """
    overflow = x.min(initial=0.0) * periods < -_MOST_EXPONENT
    z = np.exp(-np.abs(x) if overflow else -x)
    out[0] = 1.0
    filled = 1
    while filled < periods:
        more = min(filled, periods - filled)
        np.multiply(out[:more], z, out=out[filled : filled + more])
        filled += more
        if filled < periods:
            z = z * z
    return np.where(x < 0, out[::-1], out) if overflow else out


class Bracket(NamedTuple):
    """Where a zero of each column lies: f has the sign `left` at `low` and the other at `high`."""

    low: Array
    high: Array
    left: Array


def newton(
    inflow: Array, outflow: Array, bracket: Bracket, start: Array, work: Workspace | None = None
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
        inside = (following > low) & (following < high) & (step % 16 < 12)
        following = np.where(inside, following, 0.5 * (low + high))
        following = np.where(done | (height == 0), x, following)
        done |= (high - low <= _GAP) | (height == 0)
        done |= inside & (np.abs(following - x) <= _STEP)
        x = following
        left_over = np.flatnonzero(~done)
        if not left_over.size:
            break
        if left_over.size <= len(x) // 4:
            few = Bracket(low[left_over], high[left_over], left[left_over])
            x[left_over] = newton(inflow[:, left_over], outflow[:, left_over], few, x[left_over])
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


def zeros(flows: Array) -> tuple[Array, Mask]:
    """All zeros x of each column, (most zeros, scenarios), and which of these places hold one."""
    signs = carried_signs(flows)
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
    ends = np.full((1, flows.shape[1]), LEFT), np.full((1, flows.shape[1]), RIGHT)
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
    found_at = points[1:].copy()
    rows, columns = np.nonzero(found)
    low, high = points[rows, columns], points[rows + 1, columns]
    bracket = Bracket(low, high, signs[rows, columns])
    found_at[rows, columns] = newton(
        inflow[:, columns], outflow[:, columns], bracket, 0.5 * (low + high)
    )
    return found_at, found


def _sign(inflow: Array, outflow: Array, x: Array) -> Array:
    """The sign of f at x, 0 where rounding could turn it."""
    powers = _powers(x, len(inflow), np.empty_like(inflow))
    pv_in, pv_out = _dot(inflow, powers), _dot(outflow, powers)
    signs = np.where(np.abs(pv_in - pv_out) <= _TOUCH * (pv_in + pv_out), 0.0, pv_in - pv_out)
    tiny = pv_in + pv_out == 0
    if tiny.any():
        carried = carried_signs(inflow - outflow)
        first = carried_signs((inflow - outflow)[::-1])[-1]
        signs = np.where(tiny, np.where(x < 0, carried[-1], first), signs)
    return np.sign(signs)
