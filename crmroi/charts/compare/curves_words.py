"""What the curves say: the last overtaking, all of them in words, the months behind."""

from __future__ import annotations

from crmroi.analysis.comparison import Comparison
from crmroi.charts.chart import Column, Table
from crmroi.charts.compare.naming import pays_nothing
from crmroi.charts.words import alternative, short_money, spoken_money
from crmroi.text import _, money, number

_MOST_SAID = 4


def title(found: Comparison) -> str:
    """Return the last overtaking among those that cost something, else who ends ahead."""
    told = [
        each
        for each in found.overtakes
        if not any(pays_nothing(found.members[at]) for at in (each.ahead, each.behind))
    ]
    if told:
        return found.sentence(told[-1]).message.removesuffix(".")
    ends = [float(member.projection.monthly["cumulative"][-1]) for member in found.members]
    best = found.members[ends.index(max(ends))]
    value = short_money(max(ends), found.scenarios[0].currency)
    if max(ends) == min(ends):
        return _("All end level with {x}", x=value)
    return _("{name} ends ahead with {x}", name=best.name, x=value)


def notes(found: Comparison) -> tuple[str, ...]:
    """Return every overtaking in words: the circles."""
    said = [found.sentence(each).message for each in found.overtakes]
    more = len(said) - _MOST_SAID
    rest = [_("{n} more in the table.", n=number(more))] if more > 0 else []
    return (*said[:_MOST_SAID], *rest)


def alt(found: Comparison) -> str:
    """Return the text alternative: the finding and where each ends."""
    currency = found.scenarios[0].currency
    rest = [
        _(
            "{name} ends at {x}.",
            name=member.name,
            x=spoken_money(float(member.projection.monthly["cumulative"][-1]), currency),
        )
        for member in found.members
    ]
    return alternative(
        _("Line chart of cumulative net cash by month, one line a scenario."), title(found), rest
    )


def curves_table(found: Comparison) -> Table:
    """Return a row for each month: each scenario's cumulative net, and who overtakes whom."""
    currency = found.scenarios[0].currency
    series = [member.projection.monthly["cumulative"].tolist() for member in found.members]
    said: dict[int, str] = {}
    for each in found.overtakes:
        said[each.month] = f"{said.get(each.month, '')} {found.sentence(each).message}".strip()
    raw, shown = [], []
    for at in range(max(map(len, series))):
        amounts = [each[at] if at < len(each) else None for each in series]
        texts = ["" if amount is None else money(amount, currency) for amount in amounts]
        raw.append((at, *amounts, said.get(at, "")))
        shown.append((number(at), *texts, said.get(at, "")))
    heads = (Column(member.name, currency) for member in found.members)
    columns = (Column(_("Month")), *heads, Column(_("Overtaking")))
    return Table(columns, tuple(raw), tuple(shown))
