"""The names at the ends of the curves: as much of each as stands without touching another."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from crmroi.charts import template
from crmroi.charts.compare.flows import Flows
from crmroi.charts.compare.naming import NARROW_LETTERS, WIDE_LETTERS, beside_swatch, in_lines
from crmroi.charts.labels import GAP, height, margin
from crmroi.charts.theme import colours
from crmroi.charts.traces import End
from crmroi.charts.words import short_money


@dataclass(frozen=True)
class _Form:
    """How names are written: so many letters a line, with the last amount, with the grey ones."""

    letters: int
    amounts: bool = True
    greys: bool = True
    most: int | None = None
    """Lines of a name."""


_WIDE = (
    _Form(WIDE_LETTERS), _Form(WIDE_LETTERS, amounts=False), _Form(26, amounts=False),
    _Form(40, amounts=False), _Form(40, amounts=False, most=2),
)  # fmt: skip
_NARROW = (
    _Form(NARROW_LETTERS), _Form(NARROW_LETTERS, greys=False), _Form(14, greys=False),
    _Form(14, amounts=False, greys=False), _Form(14, amounts=False, greys=False, most=2),
)  # fmt: skip
"""What is tried, one after the other, until it fits."""
_SWATCH = re.compile("<span .*?</span>")


def ends(
    drawn: Flows, chosen: Collection[int], theme: str, *, small: bool = False
) -> tuple[list[End], int]:
    """Return what stands at each curve's end, and the margin that holds it.

    Those not `chosen` are grey, by name alone.
    """
    for form in _NARROW if small else _WIDE:
        found = _written(drawn, chosen, theme, form)
        if _fits(found):
            break
    texts = [_SWATCH.sub("—", end.text) for end in found if end.text]
    return found, margin(texts, extra=24, bold=True)


def _written(drawn: Flows, chosen: Collection[int], theme: str, form: _Form) -> list[End]:
    colour, found = colours(theme), []
    for member, series in zip(drawn.found.members, drawn.series, strict=True):
        last = float(series[-1])
        if member.number not in chosen:
            name = in_lines(member.name, form.letters, form.most) if form.greys else ""
            found.append(End(name, last if name else None, colour["muted"]))
            continue
        amount = f"<br>{short_money(last, drawn.currency)}" if form.amounts else ""
        name = beside_swatch(member, theme, form.letters, form.most)
        found.append(End(f"{name}{amount}", last, colour["text"]))
    return found


def _fits(found: Sequence[End]) -> bool:
    tall = sum(height(end.text) + GAP for end in found if end.text)
    return tall <= template.LEAST_PLOT_HEIGHT
