"""What of Plotly's figures can be drawn, and what may be left out of a picture that stands still.

A name or a value that is in neither list is refused: nothing of a chart vanishes unseen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from crmroi.charts.chart import Figure

_ANY = None
"""Any value can be drawn."""
Allowed = Mapping[str, Sequence[Any] | None]


class UnknownPartError(NotImplementedError):
    """A figure holds something that is not drawn; charts and drawing must be brought together."""


_TEXT: Allowed = {
    "text": _ANY,
    "textfont.color": _ANY,
    "textfont.size": _ANY,
    "textfont.shadow": _ANY,
    "cliponaxis": _ANY,
}
_PLACE: Allowed = {"x": _ANY, "y": _ANY}
_UNMOVED: Allowed = dict.fromkeys(("customdata", "hovertemplate", "hoverinfo", "legendrank"), _ANY)
"""Shown when one points at a trace."""

TRACES: Mapping[str, Allowed] = {
    "scatter": {
        "type": _ANY,
        "mode": ("lines", "markers", "markers+text"),
        **_PLACE,
        **_TEXT,
        "textposition": tuple(
            f"{down} {across}"
            for down in ("top", "middle", "bottom")
            for across in ("left", "center", "right")
        ),
        "line.color": _ANY,
        "line.width": _ANY,
        "line.dash": _ANY,
        "fill": ("none", "tozeroy", "tonexty"),
        "fillcolor": _ANY,
        "marker.size": _ANY,
        "marker.color": _ANY,
        "marker.opacity": (0,),
        "marker.symbol": ("circle", "circle-open", "diamond"),
        "marker.line.color": _ANY,
        "marker.line.width": _ANY,
        **_UNMOVED,
    },
    "bar": {
        "type": _ANY,
        "orientation": ("h", "v"),
        **_PLACE,
        **_TEXT,
        "base": _ANY,
        "width": _ANY,
        "marker.color": _ANY,
        "marker.line.color": _ANY,
        "marker.line.width": _ANY,
        "marker.pattern.shape": ("", "/", "."),
        "marker.pattern.fillmode": ("overlay",),
        "marker.pattern.fgcolor": _ANY,
        "marker.pattern.size": (6,),
        "marker.pattern.solidity": (0.2,),
        "textposition": ("outside", "inside"),
        "insidetextanchor": ("middle",),
        "textangle": (0,),
        "constraintext": ("none",),
        **_UNMOVED,
    },
}

_AXIS: Allowed = {
    "range": _ANY,
    "tickvals": _ANY,
    "ticktext": _ANY,
    "ticklabelstandoff": _ANY,
    "type": ("linear",),
    "automargin": (False,),
    "tickangle": (0,),
    "ticklabeloverflow": ("allow", "hide past div"),  # left out where the sheet would cut it
    "tickmode": ("array",),
    "showgrid": _ANY,
    "gridcolor": _ANY,
    "gridwidth": _ANY,
    "zeroline": _ANY,
    "zerolinecolor": _ANY,
    "zerolinewidth": _ANY,
    "zerolinelayer": ("above traces", "below traces"),
    "showline": _ANY,
    "linecolor": _ANY,
    "ticks": ("", "outside"),
    "ticklen": _ANY,
    "tickcolor": _ANY,
    **dict.fromkeys(("fixedrange", "labelalias", "showspikes", "spikemode"), _ANY),
    **dict.fromkeys(("spikesnap", "spikedash", "spikethickness", "spikecolor"), _ANY),
}
LAYOUT: Allowed = {
    **{f"{name}.{key}": allowed for name in ("xaxis", "yaxis") for key, allowed in _AXIS.items()},
    **{f"margin.{side}": _ANY for side in "lrtb"},
    "margin.pad": (0,),
    "height": _ANY,
    "font.color": _ANY,
    "font.size": _ANY,
    "font.family": _ANY,
    "barmode": ("relative", "stack", "overlay"),
    "bargap": _ANY,
    "showlegend": (False,),
    "paper_bgcolor": ("rgba(0,0,0,0)",),
    "plot_bgcolor": ("rgba(0,0,0,0)",),
    **dict.fromkeys(("hovermode", "hoverdistance", "dragmode", "uirevision", "separators"), _ANY),
    **{f"hoverlabel.{name}": _ANY for name in ("bgcolor", "bordercolor", "align")},
    **{f"hoverlabel.font.{name}": _ANY for name in ("family", "size", "color")},
}
_PARTED = frozenset({"labelalias"})
"""Names whose own value is a mapping with keys of any name."""


def check(figure: Figure) -> None:
    """Raise UnknownPartError, with all their names, if a figure holds parts that are not drawn."""
    unknown = [f"layout.{found}" for found in _unknown(figure["layout"], LAYOUT)]
    for trace in figure["data"]:
        kind = trace.get("type", "scatter")
        known = TRACES.get(kind)
        unknown += (
            [kind] if known is None else [f"{kind}.{each}" for each in _unknown(trace, known)]
        )
    if unknown:
        raise UnknownPartError(", ".join(dict.fromkeys(unknown)))


def _unknown(part: Mapping[str, Any], known: Allowed) -> Iterator[str]:
    for name, value in _leaves(part, ""):
        if name not in known:
            yield name
        elif (allowed := known[name]) is not None:
            values = value if isinstance(value, list | tuple) else [value]
            yield from (f"{name}={one!r}" for one in values if one not in allowed)


def _leaves(part: Mapping[str, Any], before: str) -> Iterator[tuple[str, Any]]:
    for key, value in part.items():
        name = f"{before}{key}"
        if isinstance(value, Mapping) and key not in _PARTED:
            yield from _leaves(value, f"{name}.")
        else:
            yield name, value
