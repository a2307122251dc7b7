"""Colours and type, declared once: charts draw with them, the stylesheet is written from them.

Each token has its value on the light and on the dark page. Contrast with the page: text, gain,
cost, net and the two company lines at least 4.5, other marks at least 3 or edged with a line
that has it. Gain and cost are equal in grey on purpose: sign and word tell them apart there.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

THEMES = ("light", "dark")

TOKENS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # surfaces and text
        "page": ("#FFFFFF", "#0F141C"),
        "panel": ("#F5F7FA", "#171E29"),
        "text": ("#16202E", "#E9EDF4"),
        "text-2": ("#4A5669", "#B9C3D3"),
        "muted": ("#5F6B7E", "#9AA6B9"),
        "accent": ("#1F4FD1", "#8AAAFF"),
        "on-accent": ("#FFFFFF", "#0F141C"),
        "hairline": ("#D5DBE5", "#313C4D"),
        "edge": ("#7C889B", "#74829A"),
        "grid": ("#E6EAF0", "#252E3B"),
        "zero": ("#5F6B7E", "#9AA6B9"),
        # money
        "gain": ("#0B7A6B", "#3FC1AD"),
        "gain-chip": ("#E3F4F0", "#0F2F2B"),
        "gain-time": ("#8CCBC1", "#1F6F66"),
        "intangible": ("#3E9C8F", "#2C9485"),
        "cost": ("#B9480E", "#F28C52"),
        "cost-chip": ("#FDEBE1", "#3A2214"),
        "cost-time": ("#EBAF8C", "#8A4F2C"),
        "hidden": ("#D0703A", "#C8693A"),
        "net": ("#16202E", "#E9EDF4"),
        # cases and companies
        "with": ("#1F4FD1", "#8AAAFF"),
        "without": ("#647083", "#94A0B4"),
        "ghost": ("#7D8799", "#8592A8"),
        # the phases in which gains mature: the accent in three lightnesses
        "short-term": ("#12307F", "#D3DFFF"),
        "medium-term": ("#1F4FD1", "#8AAAFF"),
        "long-term": ("#6E90EA", "#5E7CCB"),
        # messages
        "warning": ("#8A5A00", "#F2C14E"),
        "warning-ground": ("#FFF4DC", "#33290F"),
        "error": ("#B3261E", "#FF8A80"),
        "error-ground": ("#FDEBE9", "#3A1917"),
    }
)
"""Each colour by name: (light, dark)."""

SCENARIO_COLOURS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "light": ("#1F4FD1", "#C0307F", "#A67A00", "#551A8B", "#3E8CB0"),
        "dark": ("#8AAAFF", "#F56B9E", "#E8B93C", "#A04CF0", "#B5EEF0"),
    }
)
"""Scenarios side by side, in this order; each also has its own dash."""

FONT = "'IBM Plex Sans', sans-serif"
FONT_SIZE = 13
FILL = 0.12
"""Opacity of the tint between a line and zero."""
GAP_FILL = 0.08
"""Opacity of the tint between two lines."""
CLEAR = "rgba(0,0,0,0)"


@cache
def colours(theme: str) -> Mapping[str, str]:
    """Return every token's colour in a theme, "light" or "dark"; KeyError for another."""
    column = dict(zip(THEMES, (0, 1), strict=True))[theme]
    return MappingProxyType({name: pair[column] for name, pair in TOKENS.items()})


def tint(colour: str, opacity: float) -> str:
    """Return a colour `#RRGGBB` at an opacity, as CSS and Plotly both read it."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"


def css_variables() -> str:
    """Return the tokens as CSS custom properties (`--crm-gain`, …) that follow `color-scheme`.

    Scenarios are counted from 1: `--crm-scenario-1`.
    """
    pairs = zip(*(SCENARIO_COLOURS[theme] for theme in THEMES), strict=True)
    scenarios = {f"scenario-{number}": pair for number, pair in enumerate(pairs, start=1)}
    named = {**TOKENS, **scenarios}
    lines = [f"--crm-{name}:light-dark({light},{dark});" for name, (light, dark) in named.items()]
    return ":root{" + "".join(lines) + "}"
