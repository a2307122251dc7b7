"""A comparison for people: measures and lines side by side, overtakings, differences."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from crmroi.analysis.comparison import Comparison
from crmroi.analysis.difference import Difference
from crmroi.charts.measure_words import shown_measures, worded
from crmroi.cli.console import file_title, one_line, write_section, write_table
from crmroi.model.lines import LINES, Side
from crmroi.model.measures import MEASURES
from crmroi.text import N_, _, money

_SIDES: dict[Side, str] = {"gain": N_("Gains"), "cost": N_("Costs")}


def write_comparison(found: Comparison, files: Sequence[str]) -> None:
    """Print a summary in the language spoken now."""
    named = _named(found, files)
    names = [member.name for member in named.members]
    rows = [["", *names]]
    for measure in shown_measures():
        label = _(MEASURES[measure].label)
        rows.append([label, *(worded(member.projection, measure) for member in named.members)])
    for side, title in _SIDES.items():
        rows += [[""] * len(rows[0]), *_lines(named, side, _(title))]
    write_table([[one_line(cell) for cell in row] for row in rows])
    if named.overtakes:
        write_section(_("Overtaking, in cumulative cash"))
        for overtake in named.overtakes:
            sys.stdout.write(f"  {one_line(named.sentence(overtake).message)}\n")
    for each in named.differences:
        words = {"other": names[each.number], "first": names[0]}
        write_section(one_line(_("What makes the difference of {other} from {first}", **words)))
        _difference(each)


def _named(found: Comparison, files: Sequence[str]) -> Comparison:
    """Each scenario under a name of its own: the file's where it has none or shares it."""
    shared = Counter(member.scenario.name for member in found.members)
    members = []
    for file, member in zip(files, found.members, strict=True):
        name, shown = member.scenario.name, file_title(file)
        if shared[name] > 1 or not name:
            name = f"{name} ({shown})" if name else shown
        scenario = member.scenario.model_copy(update={"name": name})
        members.append(replace(member, scenario=scenario))
    return replace(found, members=tuple(members))


def _lines(found: Comparison, side: Side, title: str) -> list[list[str]]:
    """The lines of one side, in total: those that somebody has, the largest first."""
    projections = [member.projection for member in found.members]
    totals = [each.gains if side == "gain" else each.costs for each in projections]
    currency = found.scenarios[0].currency
    sums = [money(sum(each.values()), currency) for each in totals]
    there = [line for line in LINES if line.side == side and any(t[line.name] for t in totals)]
    there.sort(key=lambda line: -max(abs(each[line.name]) for each in totals))
    return [
        [title, *sums],
        *(
            [f"  {_(line.label)}", *(money(each[line.name], currency) for each in totals)]
            for line in there
        ),
    ]


def _difference(each: Difference) -> None:
    """From the first's figures to the other's, line by line, the largest step first."""
    currency = each.first.currency
    worth, net = MEASURES["npv"], MEASURES["net_gain"]
    npv, net_gain = _(worth.label), _(net.label)
    start, end = _("From"), _("To")
    ends = [[money(npv, currency), money(gain, currency)]
            for npv, gain in zip(each.npvs, each.net_gains, strict=True)]  # fmt: skip
    steps = sorted(each.steps, key=lambda step: -abs(step.npv))
    write_table(
        [
            ["", npv, net_gain],
            [f"  {start}", *ends[0]],
            *(
                [
                    f"  {_(step.declared.label)}",
                    money(step.npv, currency, sign=True),
                    money(step.net_gain, currency, sign=True),
                ]
                for step in steps
                if step.npv or step.net_gain
            ),
            [f"  {end}", *ends[1]],
        ]
    )
