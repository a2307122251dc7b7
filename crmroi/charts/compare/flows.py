"""The cumulative flows that are drawn, their axis, and where one crosses another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from crmroi.analysis.comparison import Comparison, Overtake
from crmroi.charts import template
from crmroi.charts.outcome import horizon
from crmroi.charts.placing import Box, Plot, close_by
from crmroi.charts.scale import Axis, Series, axis
from crmroi.charts.traces import Spots
from crmroi.charts.words import short_money
from crmroi.text import month

_ROOM = 0.04


@dataclass(frozen=True)
class Flows:
    """Scenarios compared, on one axis of amounts, over the longest horizon."""

    found: Comparison
    y: Axis
    years: int

    @property
    def currency(self) -> str:
        """The currency of all."""
        return self.found.scenarios[0].currency

    @property
    def series(self) -> list[Series]:
        """The cumulative net flow of each by month."""
        return [member.projection.monthly["cumulative"] for member in self.found.members]


def flows(found: Comparison) -> Flows:
    """Return the flows with an axis that holds them all, zero among them."""
    series = [member.projection.monthly["cumulative"] for member in found.members]
    low = min(0.0, *(float(each.min()) for each in series))
    high = max(0.0, *(float(each.max()) for each in series))
    room = (high - low) * _ROOM
    show = partial(short_money, currency=found.scenarios[0].currency)
    y = axis(low - room * (low < 0), high + room, show)
    return Flows(found, y, max(horizon(member.projection) for member in found.members))


def crossing(drawn: Flows, overtake: Overtake) -> tuple[float, float]:
    """Return where the two drawn lines cross, within the month of the overtaking."""
    ahead, behind = (drawn.series[at] for at in (overtake.ahead, overtake.behind))
    at = overtake.month
    before, after = float(behind[at - 1] - ahead[at - 1]), float(ahead[at] - behind[at])
    share = before / (before + after) if before + after > 0 else 1.0
    y = ahead[at - 1] + share * (ahead[at] - ahead[at - 1])
    return round(at - 1 + share, 3), float(f"{y:.6g}")


def month_words(
    drawn: Flows, overtakes: Sequence[Overtake], sides: int, *, small: bool = False
) -> Spots:
    """Return overtaking months as words beside their circles, where there is room.

    `sides` are the margins left and right of the plot, in pixels.
    """
    plot = _plot(drawn, sides, small=small)
    spots: Spots = {"x": [], "y": [], "text": [], "textposition": []}
    taken: list[Box] = []
    circles = [crossing(drawn, overtake) for overtake in overtakes]
    for at, overtake in enumerate(overtakes):
        said, others = month(overtake.month), circles[:at] + circles[at + 1 :]
        place = close_by(said, circles[at], plot, drawn.series, taken, others)
        if place is None:
            continue
        taken.append(place.box)
        spots["x"].append(round(place.x, 2))
        spots["y"].append(float(f"{place.y:.5g}"))
        spots["text"].append(f"<b>{said}</b>")
        spots["textposition"].append(place.side)
    return spots


def _plot(drawn: Flows, sides: int, *, small: bool) -> Plot:
    width = template.NARROW_WIDTH if small else template.WIDTH
    height = template.NARROW_HEIGHT if small else template.HEIGHT
    low, high = -drawn.years / 10, 12 * drawn.years
    tall = height - template.TOP - template.BOTTOM
    return Plot(Axis(low, high, [], []), drawn.y, max(width - sides, 40), tall)
