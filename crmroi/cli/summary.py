"""A projection for people: the answer, the measures, and each line that is not zero."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from crmroi.charts.headline import headline
from crmroi.charts.measure_words import shown_measures, worded
from crmroi.cli.console import file_title, one_line, write_table
from crmroi.model import Projection
from crmroi.model.lines import LINE
from crmroi.model.measures import MEASURES
from crmroi.text import _, money

_BLANK = ("", "")


def write_summary(projection: Projection, file: str, *, first: bool) -> None:
    """Print a summary in the language spoken now."""
    sys.stdout.write("" if first else "\n\n")
    write_head(projection, file)
    sys.stdout.write("\n")
    write_table(
        [
            *((_(MEASURES[name].label), worded(projection, name)) for name in shown_measures()),
            *_lines(projection, _("Gains"), projection.gains),
            *_lines(projection, _("Costs"), projection.costs),
        ]
    )


def write_head(projection: Projection, file: str) -> None:
    """Print what the scenario is called and its answer."""
    title = one_line(projection.scenario.name or file_title(file))
    sys.stdout.write(f"{title}\n{headline(projection)}\n")


def _lines(
    projection: Projection, title: str, totals: Mapping[str, float]
) -> list[tuple[str, str]]:
    """The lines of one side, the largest first; those of 0 are left out."""
    rows = sorted(totals.items(), key=lambda row: -abs(row[1]))
    currency = projection.scenario.currency
    shown = [(f"  {_(LINE[name].label)}", money(total, currency)) for name, total in rows if total]
    return [_BLANK, (title, money(sum(totals.values()), currency)), *shown]
