"""The scripts of a live page: one computes and words the answer, the other shows it.

The first needs no page, so that Node can run it too.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from crmroi.reports.live_page import declared
from crmroi.reports.live_page.bundle import script

_HERE = Path(__file__).parent
_STATIC = _HERE.parents[2] / "static"
_ANSWER = (
    *("adoption.js", "series.js", "customers.js"),
    *("zeros.js", "internal_rate.js", "measures.js", "projection.js"),
    *("words.js", "numbers.js", "answer.js"),
    *("scale.js", "labels.js", "placing.js", "drawing.js"),
    *("cash.js", "yearly.js", "waterfall.js", "tabled.js"),
)
_PAGE = ("plots.js", "page.js")
_SHARED = ("dom.js", "figures.js", "tables.js")
"""Modules that the app's own pages use."""


@cache
def answering() -> str:
    """The script of the model, the words and the charts."""
    return script({declared.NAME: declared.declared(), **answer_modules()})


@cache
def showing() -> str:
    """The script that draws, and follows the sliders."""
    shared = {name: (_STATIC / name).read_text(encoding="utf-8") for name in _SHARED}
    return script({**shared, **_read(_PAGE)}, before=(declared.NAME, *_ANSWER))


@cache
def plotly() -> str:
    """The smallest build of Plotly that draws these charts."""
    return (_STATIC / "plotly-basic.min.js").read_text(encoding="utf-8")


def answer_modules() -> dict[str, str]:
    """The hand-written modules of the first script, by name."""
    return _read(_ANSWER)


def _read(names: tuple[str, ...]) -> dict[str, str]:
    return {name: (_HERE / name).read_text(encoding="utf-8") for name in names}
