"""Words over a KPI's native chart: the go-live, the mean before it, and what stands at the end."""

from __future__ import annotations

from pptx.slide import Slide

from crmroi.charts.labels import dodge
from crmroi.charts.measured.history import History
from crmroi.charts.measured.series_words import before_texts, end_texts
from crmroi.charts.theme import colours
from crmroi.reports.deck.natives import TYPE, Picture
from crmroi.reports.deck.paper import Box
from crmroi.reports.deck.strokes import straight
from crmroi.reports.deck.writing import LINE, Style, wide, write
from crmroi.text import _

_WORD, _EXPECTED = Style(14, "with", bold=True), Style(14, "without")
_GAP, _PAD = 0.1, 0.05
_HIGH = LINE * TYPE.size / 72

End = tuple[str, float, Style]


def end_words(shown: History) -> list[End]:
    """Return what is written at the right, the value that it is written at, and how."""
    after, expected = (_plain(text) for text in end_texts(shown))
    found: list[End] = []
    if shown.after:
        found.append((after, shown.after.level, _WORD))
    if shown.expected:
        found.append((expected, shown.expected.counterfactual[-1], _EXPECTED))
    return found


def _plain(text: str) -> str:
    return text.replace("<br>", " ").replace("<b>", "").replace("</b>", "")


def name_ends(slide: Slide, picture: Picture, shown: History) -> None:
    """Write the words at the right, moved apart where they would touch."""
    ends, plot = end_words(shown), picture.plot
    middles = [72 * (picture.down(value) - plot.y) for _text, value, _style in ends]
    places = dodge(middles, [72 * _HIGH] * len(ends), 72 * plot.height)
    for (text, _value, style), place in zip(ends, places, strict=True):
        box = Box(plot.x + plot.width + _PAD, plot.y + place / 72 - _HIGH / 2,
                  wide(text, style) + _PAD, _HIGH)  # fmt: skip
        write(slide, box, [(text, style)], anchor="middle", name=text)


def name_start(slide: Slide, picture: Picture, shown: History) -> None:
    """Draw the go-live; left of it, above all points, stands the mean before."""
    place, plot = shown.go_live, picture.plot
    if place is None:
        return
    x = plot.x + (place + 0.5) / len(shown.months.months) * plot.width
    foot = plot.y + plot.height
    straight(slide, (x, plot.y), (x, foot), colours("light")["zero"], 1, name=_("Go-live"))
    word, right = _("Go-live"), plot.x + plot.width
    late = x + _GAP + wide(word, TYPE) > right
    left = x - _GAP
    if late:
        left = _before(slide, left, plot, word, TYPE) - _GAP
    else:
        box = Box(x + _GAP, plot.y + _PAD, wide(word, TYPE) + _PAD, _HIGH)
        write(slide, box, [(word, TYPE)], name=word)
    if shown.before is None:
        return
    for text in before_texts(shown):
        style = Style(TYPE.size, "text", bold=True)
        if left - wide(text, style) >= plot.x:
            _before(slide, left, plot, text, style)
            return


def _before(slide: Slide, end: float, plot: Box, text: str, style: Style) -> float:
    """Write words that end there, at the top of the plot; return where they begin."""
    width = wide(text, style) + _PAD
    box = Box(end - width, plot.y + _PAD, width, _HIGH)
    right = Style(style.size, style.token, style.bold, "right")
    write(slide, box, [(text, right)], name=text)
    return end - width
