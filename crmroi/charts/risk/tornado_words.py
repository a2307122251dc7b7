"""What a tornado says: its finding, both ends of each bar, its table."""

from __future__ import annotations

from collections.abc import Sequence

from crmroi.analysis.sensitivity import Bar, Tornado
from crmroi.charts.chart import Column, Table
from crmroi.charts.risk.naming import label, outcome, pays_back, returned, value
from crmroi.charts.words import alternative, short_money
from crmroi.text import _, money


def hover(bar: Bar, found: Tornado) -> str:
    """Return both ends in words."""
    ends = ((bar.low, bar.at_low), (bar.high, bar.at_high))
    ends_said = [
        _(
            "{value}: {outcome}",
            value=value(bar.assumption, amount, found.scenario),
            outcome=outcome(answer, found.scenario),
        )
        for amount, answer in ends
    ]
    return "<br>".join([f"<b>{label(bar.assumption)}</b>", *ends_said])


def title(bars: Sequence[Bar]) -> str:
    """Return which assumption moves the answer most."""
    if not bars:
        return _("No assumption moves the answer")
    return _("What moves the answer most: {label}", label=label(bars[0].assumption))


def notes(bars: Sequence[Bar], shown: Sequence[Bar]) -> tuple[str, ...]:
    """Return what the colours mean, and how many bars are not drawn."""
    said = _("Orange: the end that lowers the NPV. Teal: the end that raises it.")
    more = len(bars) - len(shown)
    return (said, _("{n} more in the table.", n=more)) if more else (said,)


def alt(found: Tornado, bars: Sequence[Bar]) -> str:
    """Return the text alternative: the finding and the two widest bars."""
    currency = found.scenario.currency
    rest = [
        _(
            "{label}: NPV {low} at {from_}, {high} at {to}.",
            label=label(bar.assumption),
            low=short_money(bar.at_low.npv, currency),
            high=short_money(bar.at_high.npv, currency),
            from_=value(bar.assumption, bar.low, found.scenario),
            to=value(bar.assumption, bar.high, found.scenario),
        )
        for bar in bars[:2]
    ]
    kind = _("Bars of the NPV with one assumption changed at a time.")
    return alternative(kind, title(bars), rest)


def tornado_table(found: Tornado, bars: Sequence[Bar]) -> Table:
    """Return a row for each assumption: its ends, and what the case comes to at each."""
    currency = found.scenario.currency
    heads = (
        Column(_("Assumption")), Column(_("Low")), Column(_("High")),
        Column(_("NPV at low"), currency), Column(_("NPV at high"), currency),
        Column(_("ROI at low")), Column(_("ROI at high")),
        Column(_("Pays back at low")), Column(_("Pays back at high")),
    )  # fmt: skip
    raw, shown = [], []
    for bar in bars:
        both = (bar.at_low, bar.at_high)
        raw.append(
            (
                bar.assumption, bar.low, bar.high, *(each.npv for each in both),
                *(each.roi for each in both), *(each.break_even_month for each in both),
            )
        )  # fmt: skip
        ends = (value(bar.assumption, end, found.scenario) for end in (bar.low, bar.high))
        shown.append(
            (
                label(bar.assumption), *ends, *(money(each.npv, currency) for each in both),
                *(returned(each) for each in both), *(pays_back(each) for each in both),
            )
        )  # fmt: skip
    return Table(heads, tuple(raw), tuple(shown))
