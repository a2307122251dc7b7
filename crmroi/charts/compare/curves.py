"""The curves of cumulative net cash of all scenarios, and where one overtakes another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from crmroi.analysis.comparison import Comparison, Overtake
from crmroi.charts import template
from crmroi.charts.cash_words import subtitle
from crmroi.charts.chart import Chart, Column, Layout, Table, Trace
from crmroi.charts.compare.naming import (
    DASHES,
    NARROW_LETTERS,
    WIDE_LETTERS,
    beside_swatch,
    colour,
    in_lines,
    pays_nothing,
    plain,
)
from crmroi.charts.labels import margin
from crmroi.charts.outcome import horizon
from crmroi.charts.placing import Box, Plot, close_by
from crmroi.charts.scale import Axis, Series, axis, drawn, fewer_ticks
from crmroi.charts.theme import colours
from crmroi.charts.traces import BOLD, End, Spots, end_words, line, words
from crmroi.charts.words import alternative, short_money, spoken_money
from crmroi.text import _, money, month, number

INNER_WORDS, END_WORDS = "6", "7"
"""The numbers of the traces that hold the overtaking months and the names."""
_ROOM = 0.04
_MOST_SAID = 4


@dataclass(frozen=True)
class _Picture:
    found: Comparison
    y: Axis
    years: int

    @property
    def currency(self) -> str:
        return self.found.scenarios[0].currency

    @property
    def series(self) -> list[Series]:
        return [member.projection.monthly["cumulative"] for member in self.found.members]


def curves(found: Comparison, theme: str = "light") -> Chart:
    """Return one curve for each scenario, named at its end, with circles where one overtakes."""
    picture = _picture(found)
    ends = _ends(picture, theme, WIDE_LETTERS)
    layout = template.layout(
        theme,
        left=template.left_margin(picture.y.words),
        right=_right(picture, WIDE_LETTERS),
    )
    layout["xaxis"] = template.time_axis(theme, picture.years)
    layout["yaxis"] = template.value_axis(theme, picture.y)
    return Chart(
        id="curves",
        title=_title(found),
        subtitle=subtitle(picture.y.smallest, picture.currency),
        alt=_alt(picture),
        figure=template.figure(_traces(picture, ends, layout, theme), layout),
        narrow=_narrow(picture, theme),
        notes=_notes(found),
    )


def _picture(found: Comparison) -> _Picture:
    series = [member.projection.monthly["cumulative"] for member in found.members]
    low = min(0.0, *(float(each.min()) for each in series))
    high = max(0.0, *(float(each.max()) for each in series))
    room = (high - low) * _ROOM
    show = partial(short_money, currency=found.scenarios[0].currency)
    y = axis(low - room * (low < 0), high + room, show)
    return _Picture(found, y, max(horizon(member.projection) for member in found.members))


def _traces(picture: _Picture, ends: list[End], layout: Layout, theme: str) -> list[Trace]:
    """Return the traces, always eight and in this order: curves, circles, their words, names."""
    token, found = colours(theme), picture.found
    there = [
        line(
            list(range(len(series))),
            drawn(series),
            colour(member, theme),
            width=BOLD,
            dash=DASHES[member.number],
            hover=f"{plain(member.name)}  %{{customdata}}",
            customdata=[money(value, picture.currency) for value in series.tolist()],
        )
        for member, series in zip(found.members, picture.series, strict=True)
    ]
    empty = [line([], [], token["text"]) for _place in range(len(DASHES) - len(there))]
    places = [_crossing(picture, overtake) for overtake in found.overtakes]
    inner = _inner(picture, _plot(picture, layout["margin"]["l"] + layout["margin"]["r"]))
    circles: Trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _y in places],
        "y": [y for _x, y in places],
        "marker": {
            "size": 11, "color": token["page"], "line": {"color": token["net"], "width": BOLD}
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
    }  # fmt: skip
    last = 12 * picture.years
    return [
        *there,
        *empty,
        circles,
        words(inner, token["text"], halo=token["page"]),
        end_words(ends, last, picture.y, template.LEAST_PLOT_HEIGHT),
    ]


def _crossing(picture: _Picture, overtake: Overtake) -> tuple[float, float]:
    """Return where the two drawn lines cross, within the month of the overtaking."""
    ahead, behind = (picture.series[at] for at in (overtake.ahead, overtake.behind))
    at = overtake.month
    before, after = float(behind[at - 1] - ahead[at - 1]), float(ahead[at] - behind[at])
    share = before / (before + after) if before + after > 0 else 1.0
    y = ahead[at - 1] + share * (ahead[at] - ahead[at - 1])
    return round(at - 1 + share, 3), float(f"{y:.6g}")


def _plot(picture: _Picture, sides: int, *, small: bool = False) -> Plot:
    width = template.NARROW_WIDTH if small else template.WIDTH
    height = template.NARROW_HEIGHT if small else template.HEIGHT
    low, high = -picture.years / 10, 12 * picture.years
    tall = height - template.TOP - template.BOTTOM
    return Plot(Axis(low, high, [], []), picture.y, max(width - sides, 40), tall)


def _inner(picture: _Picture, plot: Plot) -> Spots:
    """Return the overtaking months as words beside their circles, where there is room."""
    spots: Spots = {"x": [], "y": [], "text": [], "textposition": []}
    taken: list[Box] = []
    for overtake in picture.found.overtakes:
        said = month(overtake.month)
        place = close_by(said, _crossing(picture, overtake), plot, picture.series, taken)
        if place is None:
            continue
        taken.append(place.box)
        spots["x"].append(round(place.x, 2))
        spots["y"].append(float(f"{place.y:.5g}"))
        spots["text"].append(f"<b>{said}</b>")
        spots["textposition"].append(place.side)
    return spots


def _ends(picture: _Picture, theme: str, letters: int) -> list[End]:
    """Return each curve's name and last value, which stand at its end."""
    text, found = colours(theme)["text"], []
    for member, series in zip(picture.found.members, picture.series, strict=True):
        last = float(series[-1])
        amount = short_money(last, picture.currency)
        found.append(End(f"{beside_swatch(member, theme, letters)}<br>{amount}", last, text))
    return found


def _right(picture: _Picture, letters: int) -> int:
    """Return the margin that holds the names, each beside its stroke."""
    names = [member.name for member in picture.found.members]
    return margin([in_lines(f"— {name}", letters + 2) for name in names], extra=24, bold=True)


def _title(found: Comparison) -> str:
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
    return _("{name} ends ahead with {x}", name=best.name, x=value)


def _notes(found: Comparison) -> tuple[str, ...]:
    """Return every overtaking in words: the circles."""
    said = [found.sentence(each).message for each in found.overtakes]
    more = len(said) - _MOST_SAID
    rest = [_("{n} more in the table.", n=number(more))] if more > 0 else []
    return (*said[:_MOST_SAID], *rest)


def _alt(picture: _Picture) -> str:
    found = picture.found
    rest = [
        _(
            "{name} ends at {x}.",
            name=member.name,
            x=spoken_money(float(member.projection.monthly["cumulative"][-1]), picture.currency),
        )
        for member in found.members
    ]
    return alternative(
        _("Line chart of cumulative net cash by month, one line a scenario."), _title(found), rest
    )


def _narrow(picture: _Picture, theme: str) -> Layout:
    show = partial(short_money, currency=picture.currency)
    few = fewer_ticks(picture.y, show, template.NARROW_TICKS)
    right = _right(picture, NARROW_LETTERS)
    ends = end_words(
        _ends(picture, theme, NARROW_LETTERS), 12 * picture.years, picture.y,
        template.LEAST_PLOT_HEIGHT,
    )  # fmt: skip
    sides = template.left_margin(picture.y.words) + right
    ticks = template.month_ticks(picture.years, narrow=True)
    return {
        "layout": template.narrow(ticks, few, margin__r=right),
        "data": {
            INNER_WORDS: dict(_inner(picture, _plot(picture, sides, small=True))),
            END_WORDS: {name: ends[name] for name in ("y", "text")},
        },
    }


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
