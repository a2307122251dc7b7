from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

import crmroi.charts
from crmroi.charts import THEMES, colours, css_variables, draw
from crmroi.charts.theme import FILL, GAP_FILL, SCENARIO_COLOURS, TOKENS, tint
from tests.charts.cases import case
from tests.support import ROOT

FOLDER = Path(crmroi.charts.__file__).parent
LITERAL = re.compile(r"#[0-9A-Fa-f]{3,8}\b|\brgba?\(|\bhsla?\(")


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("token", ["text", "text-2", "muted", "accent", "gain", "cost", "net"])
def test_what_is_read_stands_out_from_page_and_panel(theme, token):
    colour = colours(theme)
    assert contrast(colour[token], colour["page"]) >= 4.5
    assert contrast(colour[token], colour["panel"]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    "token",
    [
        *("ghost", "hidden", "intangible", "without", "with", "edge", "zero"),
        *("short-term", "medium-term", "long-term"),
    ],
)
def test_marks_stand_out_from_the_page(theme, token):
    assert contrast(colours(theme)[token], colours(theme)["page"]) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_phases_are_told_apart_by_lightness(theme):
    colour = colours(theme)
    first, second, third = (colour[f"{name}-term"] for name in ("short", "medium", "long"))
    assert contrast(first, second) >= 1.3
    assert contrast(second, third) >= 1.3


def test_an_unknown_theme_is_refused():
    with pytest.raises(KeyError):
        colours("sepia")


def test_the_stylesheet_holds_every_token_in_both_themes():
    sheet = css_variables()
    for name, (light, dark) in TOKENS.items():
        assert f"--crm-{name}:light-dark({light},{dark});" in sheet


def test_no_colour_is_written_outside_the_theme():
    for path in FOLDER.glob("*.py"):
        if path.name != "theme.py":
            assert not LITERAL.search(path.read_text(encoding="utf-8")), path.name


@pytest.mark.parametrize("theme", THEMES)
def test_figures_hold_only_the_themes_colours(theme):
    colour = colours(theme)
    fills = [tint(colour[name], FILL) for name in ("gain", "cost")]
    known = {*colour.values(), *fills, tint(colour["with"], GAP_FILL), "rgba(0,0,0,0)"}
    for chart in draw(case(), case({"team.users": 40}), theme, discounted=True):
        text = json.dumps(chart.figure)
        assert set(re.findall(r"#[0-9A-Fa-f]{6}|rgba\([^)]*\)", text)) <= known


def test_streamlits_theme_has_the_same_colours():
    config = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
    pairs = {
        "backgroundColor": "page",
        "secondaryBackgroundColor": "panel",
        "textColor": "text",
        "primaryColor": "accent",
        "borderColor": "hairline",
        "greenColor": "gain",
        "orangeColor": "cost",
        "greenBackgroundColor": "gain-chip",
        "orangeBackgroundColor": "cost-chip",
    }
    for theme in THEMES:
        for setting, token in pairs.items():
            assert config[theme][setting] == colours(theme)[token], (theme, setting)
        assert tuple(config[theme]["chartCategoricalColors"]) == SCENARIO_COLOURS[theme]
