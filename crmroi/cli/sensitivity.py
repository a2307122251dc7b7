"""`crmroi sensitivity`: what moves the answer of a scenario."""

from __future__ import annotations

import argparse
import sys

from crmroi.analysis.sensitivity import Bar, Tornado, tornado
from crmroi.assumptions import assumptions
from crmroi.cli.console import BAD_DATA, GOOD, write_json, write_table
from crmroi.cli.scenarios import read_case
from crmroi.cli.summary import write_head
from crmroi.model import project
from crmroi.model.measures import MEASURES
from crmroi.text import _, money, show


def run(arguments: argparse.Namespace) -> int:
    """Print the NPV, the ROI and the break-even at both ends of each numeric assumption."""
    scenario = read_case(arguments.file)
    if scenario is None:
        return BAD_DATA
    found = tornado(scenario)
    if arguments.json:
        write_json([_as_json(bar) for bar in found.bars])
        return GOOD
    write_head(project(scenario), arguments.file)
    sys.stdout.write("\n")
    _write(found)
    return GOOD


def _as_json(bar: Bar) -> dict[str, object]:
    return {
        "assumption": bar.assumption,
        "low": bar.low,
        "high": bar.high,
        "npv_low": bar.at_low.npv,
        "npv_high": bar.at_high.npv,
        "roi_low": bar.at_low.roi,
        "roi_high": bar.at_high.roi,
        "break_even_low": bar.at_low.break_even_month,
        "break_even_high": bar.at_high.break_even_month,
    }


def _write(found: Tornado) -> None:
    """The assumptions that move the NPV, widest first, and how many do not."""
    currency = found.scenario.currency
    worth = MEASURES["npv"]
    npv = _(worth.label)
    heads = [_("{measure}, low", measure=npv), _("{measure}, high", measure=npv)]
    rows = [["", _("Low"), _("High"), *heads]]
    moving = [bar for bar in found.bars if bar.width]
    for bar in moving:
        item = assumptions()[bar.assumption]
        ends = [show(end, item.unit, currency) for end in (bar.low, bar.high)]
        npvs = [money(end.npv, currency) for end in (bar.at_low, bar.at_high)]
        rows.append([_(item.label), *ends, *npvs])
    write_table(rows)
    still = len(found.bars) - len(moving)
    if still:
        sys.stdout.write("\n" + _("Without effect on this case: {n}.", n=still) + "\n")
