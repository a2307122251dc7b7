"""Why one scenario beats another: from the one's worth to the other's, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import accumulate, pairwise
from math import ceil

from crmroi.analysis.comparison import Member
from crmroi.analysis.difference import Difference, Step
from crmroi.charts import template
from crmroi.charts.balance import quantum, whole
from crmroi.charts.chart import Chart, Column, Table, Trace
from crmroi.charts.compare.naming import in_lines, most_lines
from crmroi.charts.labels import LINE_HEIGHT
from crmroi.charts.rows import Rows, reworded_rows, rows_axis, rows_layout, rows_traces
from crmroi.charts.words import alternative, short_money, spoken_money
from crmroi.model.lines import LINE
from crmroi.text import _, money

FILLS = {"gain": "", "cost": "", "net": ""}
_MOST = 9
"""Lines that have a bar of their own; what the others add up to stands in one."""
_LETTERS, _NARROW_LETTERS = 26, 14
_WIDTH = 0.75
"""The height of a bar, as a share of its row."""


def why(better: Member, worse: Member, found: Difference, theme: str = "light") -> Chart:
    """Return the waterfall from the worse one's NPV to the better one's; it sums exactly."""
    wide, small = (_rows(better, worse, found, letters) for letters in (_LETTERS, _NARROW_LETTERS))
    axes = rows_axis(wide, template.WIDTH, most=5)
    currency = found.first.currency
    return Chart(
        id="why",
        title=_title(better, worse, found),
        subtitle=_(
            "From one worth today (NPV) to the other’s, {unit}, by line of gains and costs",
            unit=template.money_unit(axes.smallest, currency),
        ),
        alt=_alt(better, worse, found),
        figure=template.figure(_bars(wide, theme), rows_layout(wide, axes, theme)),
        narrow=reworded_rows(small, FILLS),
        notes=_notes(better, worse) if _steps(found) else (),
    )


def _notes(better: Member, worse: Member) -> tuple[str, ...]:
    return (
        _("Teal: what speaks for {better}. Orange: what speaks for {worse}.",
          better=better.name, worse=worse.name),
    )  # fmt: skip


def _bars(rows: Rows, theme: str) -> list[Trace]:
    """Return the bars, all as high: those of a trace that stand far apart would be as wide."""
    return [{**trace, "width": _WIDTH} for trace in rows_traces(rows, FILLS, theme)]


def _steps(found: Difference) -> list[tuple[str, float]]:
    """Return the largest steps by name, gains of ground first, then what the others add up to."""
    moved = sorted((step for step in found.steps if step.npv), key=lambda step: -abs(step.npv))
    front = moved if len(moved) <= _MOST + 1 else moved[:_MOST]
    front.sort(key=lambda step: -step.npv)
    rest = sum(step.npv for step in moved if step not in front)
    named = [(_label(step), step.npv) for step in front]
    return [*named, (_("All other lines"), rest)] if len(front) < len(moved) else named


def _label(step: Step) -> str:
    return _(LINE[step.line].label)


def _rows(better: Member, worse: Member, found: Difference, letters: int) -> Rows:
    """Return the bars in whole units: where it starts, each step, where it ends."""
    currency, (start, end) = found.first.currency, found.npvs
    steps = _steps(found)
    unit = quantum([start, end, *(amount for _name, amount in steps)])
    base = round(start / unit)
    moved, _net = whole([amount for _name, amount in steps], round(end / unit) * unit - base * unit,
                        unit)  # fmt: skip
    reached = [*accumulate(moved, initial=base)]
    pairs = [(0, base), *pairwise(reached), (0, reached[-1])]
    show = partial(short_money, currency=currency)
    whole_bars = [f"<b>{show(at * unit)}</b>" for at in (base, reached[-1])]
    hover = [_hover(name, amount, currency) for name, amount in steps]
    ends = [_hover(member.name, npv, currency, sign=False)
            for member, npv in ((worse, start), (better, end))]  # fmt: skip
    between = [in_lines(name, letters) for name, _amount in steps]
    outer = [in_lines(member.name, letters) for member in (worse, better)]
    return Rows(
        names=[outer[0], *between, outer[1]],
        fills=["net", *("gain" if amount > 0 else "cost" for _name, amount in steps), "net"],
        lows=[min(pair) * unit for pair in pairs],
        highs=[max(pair) * unit for pair in pairs],
        words=[whole_bars[0], *(_word(step, unit, currency) for step in moved), whole_bars[1]],
        hovers=[ends[0], *hover, ends[1]],
        show=show,
        row=_row(between, outer),
    )


def _row(between: Sequence[str], outer: Sequence[str]) -> int:
    """Return the height of a row: no name reaches into the one below, nor the first out at top."""
    ends = most_lines(outer)
    inner = most_lines(between) if between else ends
    return max(28, LINE_HEIGHT * inner, ceil(LINE_HEIGHT * (inner + ends) / 2),
               LINE_HEIGHT * ends - 2 * template.TOP)  # fmt: skip


def _word(step: int, unit: float, currency: str) -> str:
    if step:
        return short_money(step * unit, currency, sign=True)
    return _("< {x}", x=short_money(unit, currency))


def _hover(name: str, amount: float, currency: str, *, sign: bool = True) -> str:
    return f"{in_lines(name, 40)}<br><b>{money(amount, currency, sign=sign)}</b>"


def _title(better: Member, worse: Member, found: Difference) -> str:
    by = found.npvs[1] - found.npvs[0]
    if not by:
        words = {"better": better.name, "worse": worse.name}
        return _("{better} and {worse} are worth the same", **words)
    return _(
        "{better} beats {worse} by {x}",
        better=better.name, worse=worse.name, x=short_money(by, found.first.currency),
    )  # fmt: skip


def _alt(better: Member, worse: Member, found: Difference) -> str:
    currency = found.first.currency
    steps = sorted(_steps(found), key=lambda step: -abs(step[1]))[:3]
    rest = [
        _("{name}: {x}.", name=name, x=money(amount, currency, compact=True, sign=True))
        for name, amount in steps
    ]
    ends = [
        _("{name}: {x}.", name=member.name, x=spoken_money(npv, currency))
        for member, npv in zip((worse, better), found.npvs, strict=True)
    ]
    kind = _("Waterfall chart of the difference by line of gains and costs.")
    return alternative(kind, _title(better, worse, found), [*ends, *rest])


def why_table(better: Member, worse: Member, found: Difference) -> Table:
    """Return a row for each line that differs, between both ends: NPV and net gain."""
    currency = found.first.currency
    rows: list[tuple[str, float, float]] = [
        (worse.name, found.npvs[0], found.net_gains[0]),
        *((_label(step), step.npv, step.net_gain) for step in _moved(found.steps)),
        (better.name, found.npvs[1], found.net_gains[1]),
    ]
    columns = (
        Column(_("Line")), Column(_("Worth today (NPV)"), currency), Column(_("Net gain"), currency)
    )  # fmt: skip
    last = len(rows) - 1
    shown = [
        (name, *(money(value, currency, sign=0 < at < last) for value in (npv, gain)))
        for at, (name, npv, gain) in enumerate(rows)
    ]
    return Table(columns, tuple(rows), tuple(shown))


def _moved(steps: Sequence[Step]) -> list[Step]:
    return sorted((s for s in steps if s.npv or s.net_gain), key=lambda step: -abs(step.npv))
