"""A chart as a narrow screen has it."""

from __future__ import annotations

import copy


def narrowed(chart):
    """The figure with its narrow overrides laid over it, as the browser does."""
    figure = copy.deepcopy(chart.figure)
    for part, overrides in [(figure["layout"], chart.narrow["layout"])] + [
        (figure["data"][int(at)], trace) for at, trace in chart.narrow["data"].items()
    ]:
        for name, value in overrides.items():
            *path, last = name.split(".")
            inner = part
            for key in path:
                inner = inner[key]
            inner[last] = value
    return figure
