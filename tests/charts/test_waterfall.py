from __future__ import annotations

import math
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.charts.balance import balance, quantum, whole
from crmroi.charts.labels import widest
from crmroi.charts.outcome import Outcome
from crmroi.charts.scale import Axis
from crmroi.charts.template import NARROW_WIDTH, WIDTH
from crmroi.charts.waterfall import FILLS, waterfall
from crmroi.charts.waterfall_words import TITLES
from crmroi.model.lines import LINES
from crmroi.model.projection import project
from crmroi.text import LANGUAGES, speaking
from tests.charts.cases import DEFAULT, NO_SALES_GAINS, OUTCOMES, case, exact, short
from tests.charts.narrow import narrowed
from tests.model.scenarios import EVERYTHING_ON, scenarios

AMOUNTS = st.lists(st.floats(-1e9, 1e9), max_size=14)


def bars(chart):
    """The bars from top to bottom: name, start, end, word."""
    names = chart.figure["layout"]["yaxis"]["ticktext"]
    found = {}
    for trace in chart.figure["data"]:
        for y, base, length, word in zip(
            trace["y"], trace["base"], trace["x"], trace["text"], strict=True
        ):
            low, high = sorted((base, base + length))
            found[y] = (names[y], low, high, word)
    return [found[y] for y in sorted(found)]


@given(scenarios())
def test_the_themes_sum_to_the_net_gain(scenario):
    projection = project(scenario)
    total = math.fsum(entry.amount for entry in balance(projection))
    size = projection.metrics["total_gains"] + projection.metrics["total_costs"]
    assert total == pytest.approx(projection.metrics["net_gain"], abs=1e-15 * size)


@given(AMOUNTS)
def test_rounded_figures_sum_exactly(amounts):
    net = math.fsum(amounts)
    unit = quantum([*amounts, net])
    rounded, total = whole(amounts, net, unit)
    if amounts:
        assert sum(rounded) == total
    assert abs(total * unit - net) <= unit


@given(scenarios())
def test_each_bar_begins_where_the_last_one_ends_and_the_net_at_zero(scenario):
    *steps, net = bars(waterfall(project(scenario)))
    reached = 0.0
    for _name, low, high, _word in steps:
        assert reached in (pytest.approx(low, abs=1e-6), pytest.approx(high, abs=1e-6))
        reached = low + high - reached
    assert reached in (pytest.approx(net[1], abs=1e-6), pytest.approx(net[2], abs=1e-6))
    assert 0 in net[1:3]


@given(scenarios())
def test_every_bar_is_inside_the_plot(scenario):
    chart = waterfall(project(scenario))
    low, high = chart.figure["layout"]["xaxis"]["range"]
    for _name, start, end, _word in bars(chart):
        assert low <= start <= end <= high


@pytest.mark.parametrize("currency", ["EUR", "USD", "BRL", "CHF"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"finance.horizon_years": 1},
        {"adoption.target_rate": 0.1},
        {"team.users": 20_000},
        {"gains.conversion_uplift": -0.2, "gains.include_intangibles": True},
    ],
)
def test_no_word_at_a_bars_end_reaches_out_of_the_picture(changes, language, currency):
    scenario = DEFAULT.with_values(changes).model_copy(update={"currency": currency})
    with speaking(language):
        chart = waterfall(project(scenario))
    for picture, width in ((chart.figure, WIDTH), (narrowed(chart), NARROW_WIDTH)):
        layout, margin = picture["layout"], picture["layout"]["margin"]
        axis = Axis(*layout["xaxis"]["range"], [], [])
        plot = width - margin["l"] - margin["r"]
        for _name, low, high, word in bars(replace(chart, figure=picture)):
            wide = widest([word], bold=word.startswith("<b>"))
            if high <= 0:
                assert axis.pixels(low, plot) - wide > -4  # the gap to the names
            else:
                assert axis.pixels(high, plot) + wide < plot + margin["r"]


def test_on_a_small_screen_long_amounts_leave_their_currency_to_the_ticks():
    scenario = DEFAULT.with_values({"finance.horizon_years": 1})
    with speaking("pt_BR"):
        chart = waterfall(project(scenario.model_copy(update={"currency": "BRL"})))
    words = [word for *_rest, word in bars(replace(chart, figure=narrowed(chart)))]
    assert words[-1] == "<b>−152\xa0mil</b>"
    assert "< 1\xa0mil" in words
    assert not any("R$" in word for word in words)
    assert any("R$" in word for word in narrowed(chart)["layout"]["xaxis"]["ticktext"])
    assert all("R$" in word for *_rest, word in bars(chart))


def test_gains_come_by_size_then_costs_by_size_then_hidden_then_the_net():
    entries = balance(project(EVERYTHING_ON))
    gains = [entry.amount for entry in entries if entry.gain]
    costs = [entry.amount for entry in entries if not entry.gain and not entry.hidden]
    assert gains == sorted(gains, reverse=True)
    assert costs == sorted(costs)
    assert [entry.gain for entry in entries] == sorted((e.gain for e in entries), reverse=True)
    assert entries[-1].hidden
    assert bars(waterfall(project(EVERYTHING_ON)))[-1][0] == "Net gain"


def test_the_shown_figures_add_up_to_the_shown_net():
    *steps, net = bars(waterfall(case()))

    def thousands(word):
        return int(re.sub(r"[^\d−]", "", word).replace("−", "-"))

    assert all(word.endswith(("k", "k</b>")) for *_rest, word in [*steps, net])
    assert sum(thousands(word) for *_rest, word in steps) == thousands(net[3])


def test_an_amount_too_small_for_the_unit_says_so():
    words = [word for *_rest, word in bars(waterfall(case({"business.average_order_value": 1e9})))]
    assert "< €1B" in words


def test_words_of_bars_left_of_zero_stand_at_their_left():
    chart = waterfall(case(NO_SALES_GAINS))
    net = chart.figure["data"][list(FILLS).index("net")]
    assert net["base"] == [0]
    assert net["x"] == [pytest.approx(case(NO_SALES_GAINS).metrics["net_gain"], rel=0.01)]


def test_hidden_is_hatched_and_intangible_dotted():
    assert (FILLS["hidden"], FILLS["intangible"]) == ("/", ".")
    chart = waterfall(project(EVERYTHING_ON))
    shapes = [trace["marker"]["pattern"]["shape"] for trace in chart.figure["data"]]
    assert shapes == list(FILLS.values())
    assert chart.notes == (
        "Hatched: hidden costs, which business cases forget. "
        "Dotted: intangibles, which are not cash.",
    )


@pytest.mark.parametrize(
    ("ending", "finding"),
    [
        (Outcome.NOTHING, "Nothing to compare yet"),
        (Outcome.NO_GAINS, "Only costs are counted, no gains"),
        (Outcome.NO_COSTS, "Only gains are counted, no costs"),
        (Outcome.NEVER, "Costs exceed gains by {short}"),
        (Outcome.BREAKS_EVEN, "Repeat orders bring {share} of the gain"),
    ],
)
def test_the_title_is_the_finding(ending, finding):
    projection = case(OUTCOMES[ending])
    largest = projection.gains["repeat_orders"] / (projection.metrics["total_gains"] or 1)
    words = {"short": short(abs(projection.metrics["net_gain"])), "share": f"{largest:.0%}"}
    assert waterfall(projection).title == finding.format(**words)


def test_every_theme_of_gains_has_its_title():
    assert set(TITLES) == {line.theme for line in LINES if line.side == "gain"}


def test_the_hover_names_the_bar_its_share_and_the_difference_to_the_pin():
    now = case()
    amount = now.gains["repeat_orders"]
    share = f"{amount / now.metrics['total_gains']:.0%} of the gains"
    assert waterfall(now, case(NO_SALES_GAINS)).figure["data"][0]["customdata"][0] == (
        f"Repeat orders<br><b>+{exact(amount)}</b>, {share}<br>{exact(amount)} more than pinned"
    )


def test_names_and_rows_have_room():
    chart = waterfall(project(EVERYTHING_ON))
    rows = len(bars(chart))
    assert chart.figure["layout"]["height"] >= 24 * rows
    assert chart.narrow["layout"]["height"] >= 24 * rows
