"""The declarations as a JavaScript module: lines with their amounts, series, levers, constants.

What the hand-written modules beside this file compute with is written here from the one place where
each is declared.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from crmroi.charts import labels, rows, template, timeline
from crmroi.charts.waterfall import FILLS, HEIGHT
from crmroi.charts.yearly import BUCKETS
from crmroi.model.adoption import PHASES
from crmroi.model.customers import LEVERS
from crmroi.model.finance import NEGLIGIBLE
from crmroi.model.internal_rate import DUST
from crmroi.model.lines import CONSTANTS, LINES, SALES, THEMES, Line
from crmroi.model.measures import MEASURES
from crmroi.model.names import assumptions_by_field
from crmroi.model.printing import javascript
from crmroi.model.series import ESCALATORS, MONTH_0, series
from crmroi.model.zeros import HIGHEST, LOWEST

NAME = "declared.js"
"""The name by which the other modules import this one."""


def declared() -> str:
    """The module: `LINES` and more as data, and `amounts(v)`, the amount of each line."""
    constants: Mapping[str, Any] = {
        "LINES": [_line(line) for line in LINES],
        "LEVERS": LEVERS,
        "ESCALATORS": dict(ESCALATORS),
        "PHASES": dict(PHASES),
        "THEMES": list(THEMES),
        "LOWEST_RATE": LOWEST,
        "HIGHEST_RATE": HIGHEST,
        "DUST": DUST,
        "NEGLIGIBLE": NEGLIGIBLE,
        "MEASURES": [{"name": name, "form": each.form} for name, each in MEASURES.items()],
        "BUCKETS": [{"name": bucket.name, "sign": bucket.sign} for bucket in BUCKETS],
        "DRAWING": _drawing(),
    }
    exported = (f"export const {name} = {json.dumps(value)};" for name, value in constants.items())
    return "\n".join([*exported, _amounts()])


def _drawing() -> Mapping[str, Any]:
    """Sizes of charts in pixels, and how many ticks they have."""
    of_template = (
        *("TOP", "BOTTOM", "WIDTH", "HEIGHT", "NARROW_WIDTH", "NARROW_HEIGHT"),
        *("LEAST_PLOT_HEIGHT", "NARROW_TICKS"),
    )
    return {name: getattr(template, name) for name in of_template} | {
        "NARROW_YEARS": timeline.NARROW_YEARS,
        "WIDE_YEARS": timeline.WIDE_YEARS,
        "LINE_HEIGHT": labels.LINE_HEIGHT,
        "GAP": labels.GAP,
        "ROW": rows.ROW,
        "NARROW_ROW": rows.NARROW_ROW,
        "WATERFALL_HEIGHT": HEIGHT,
        "FILLS": list(FILLS),
    }


def _line(line: Line) -> Mapping[str, Any]:
    shape, escalator = (None, None) if line.series in (MONTH_0, SALES) else series(line.series)
    return {
        "name": line.name,
        "side": line.side,
        "kind": line.kind,
        "theme": line.theme,
        "bucket": next(bucket.name for bucket in BUCKETS if bucket.holds(line)),
        "shape": shape,
        "escalator": escalator,
    }


def _amounts() -> str:
    """The amounts of all lines, printed from their expressions; a line may name one before it."""
    constants = [f"  const {name} = {value!r};" for name, value in CONSTANTS.items()]
    lines = [f"  line.{line.name} = {javascript(line.amount, _named)};" for line in LINES]
    body = [*constants, "  const line = {};", *lines, "  return line;"]
    return "\n".join(["export function amounts(v) {", *body, "}"])


def _named(symbol: str) -> str:
    """What stands for a symbol: a constant, an assumption's value, or another line's amount."""
    if symbol in CONSTANTS:
        return symbol
    return f"v.{symbol}" if symbol in assumptions_by_field() else f"line.{symbol}"
