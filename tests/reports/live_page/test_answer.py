"""The page says and draws what the app says and draws, in each of its languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import numpy as np
import pytest

from crmroi.assumptions import Scenario
from crmroi.charts import Chart, draw, headline, kpis, table
from crmroi.charts.measure_words import shown_measures, worded
from crmroi.model import project
from crmroi.reports.live_page.case import values
from crmroi.reports.live_page.scripts import answering
from crmroi.reports.live_page.spoken import messages, spoken
from crmroi.text import LANGUAGES, money, month, number, percent, round_money, speaking, years
from crmroi.text.extract import template
from tests.charts.cases import DEFAULT, OUTCOMES
from tests.reports.live_page.node import cases, needs_node, random_cases, run
from tests.support import ROOT

pytestmark = [needs_node, pytest.mark.parametrize("language", LANGUAGES)]

ANSWER = """(said, cases) => {
    speak(said);
    return cases.map(project).map(projection => ({
        headline: headline(projection),
        figures: figures(projection),
        measures: measuresInWords(projection),
        charts: Object.entries({ cash, years: yearly, waterfall }).map(([id, chart]) =>
            ({ ...chart(projection), id, table: tableOf(id, projection) })),
    }));
}"""

NUMBERS = [
    *(0, 0.4, 0.5, 1.5, 2.5, 7, 35, 99.5, 499.5, 998.5, 999, 999.4, 999.5, 999.9, 1000, 1004.5),
    *(1005, 1015, 1125, 2500, 9995, 12_345, 99_950, 112_500, 123_456.789, 999_499, 999_500),
    *(1_000_000, 1_245_000, 1_255_000, 12_500_000, 999_500_000, 1_234_567_890, 9.995e9, 4.2e12),
    *(999.4e12, 1.5e15, 1.125e20, 3.3e21, 1e-7, 5e-9, 123_456_789_012_345.6),
]  # fmt: skip
SHARES = [
    *(0, 0.0004, 0.0005, 0.00049, 0.005, 0.0125, 0.035, 0.0355, 0.0985, 0.09949, 0.0995, 0.1),
    *(0.145, 0.285, 0.29, 0.625, 0.615, 0.62, 1, 1.005, 2.675, 10, 12.345, 1e-9, 123_456.785),
]  # fmt: skip


def every_case() -> list[Scenario]:
    """Golden and ready-made cases, random ones, and one that ends in each way a case can end."""
    endings = [DEFAULT.with_values(dict(changes)) for changes in OUTCOMES.values()]
    found = [*endings, *cases().values(), *random_cases(20).values()]
    return [scenario.model_copy(update={"currency": "EUR"}) for scenario in found]


def answers(scenarios: list[Scenario], language: str) -> list[dict[str, Any]]:
    """What the page says and draws of each, in a language."""
    with speaking(language):
        said = spoken(scenarios[0].currency)
    found: list[dict[str, Any]] = run(answering(), ANSWER, said, [*map(values, scenarios)])
    return found


@pytest.mark.parametrize("currency", ["EUR", "USD", "GBP", "BRL", "CHF", "JPY", "TND"])
def test_amounts_are_written_as_in_the_app(language: str, currency: str) -> None:
    write = """(said, amounts) => { speak(said); return amounts.map(x => [
        money(x), money(x, { sign: true }), money(x, { compact: true }),
        money(x, { compact: true, sign: true }), money(roundMoney(x))]); }"""
    amounts = [*NUMBERS, *(-x for x in NUMBERS)]
    with speaking(language):
        show = partial(money, currency=currency)
        assert run(answering(), write, spoken(currency), amounts) == [
            [
                show(x),
                show(x, sign=True),
                show(x, compact=True),
                show(x, compact=True, sign=True),
                show(round_money(x)),
            ]
            for x in amounts
        ]


def test_many_amounts_are_written_as_in_the_app(language: str) -> None:
    chance = np.random.default_rng(3)
    drawn = np.concatenate([chance.normal(size=2000) * 10 ** chance.uniform(0, 10, 2000)])
    amounts = [*drawn.tolist(), *np.round(drawn).tolist(), *np.round(drawn, 1).tolist()]
    write = """(said, amounts) => { speak(said); return amounts.map(x =>
        [money(x), money(x, { compact: true }), money(roundMoney(x))]); }"""
    with speaking(language):
        assert run(answering(), write, spoken("EUR"), amounts) == [
            [money(x, "EUR"), money(x, "EUR", compact=True), money(round_money(x), "EUR")]
            for x in amounts
        ]


def test_percentages_are_written_as_in_the_app(language: str) -> None:
    chance = np.random.default_rng(4)
    drawn = chance.normal(size=2000)
    shares = [*SHARES, *(-x for x in SHARES), *drawn.tolist(), *np.round(drawn, 3).tolist()]
    shares += np.arange(0, 0.2, 0.0005).round(4).tolist()
    write = "(said, shares) => { speak(said); return shares.map(x => percent(x)); }"
    with speaking(language):
        assert run(answering(), write, spoken("EUR"), shares) == [percent(x) for x in shares]


def test_months_years_and_what_has_no_value_are_written_as_in_the_app(language: str) -> None:
    write = """said => { speak(said); return [
        [0, 1, 19, 1200].map(m => month(number(m))), [1, 2, 5, 10].map(n => years(n)),
        [money(null), percent(null), number(null)]]; }"""
    with speaking(language):
        assert run(answering(), write, spoken("EUR")) == [
            [month(m) for m in (0, 1, 19, 1200)],
            [years(n) for n in (1, 2, 5, 10)],
            [money(None, "EUR"), percent(None), number(None)],
        ]


def test_the_sentence_and_the_five_figures_are_the_apps(language: str) -> None:
    scenarios = every_case()
    for scenario, found in zip(scenarios, answers(scenarios, language), strict=True):
        with speaking(language):
            projection = project(scenario)
            assert found["headline"] == headline(projection)
            assert found["figures"] == {
                kpi.id: {"value": kpi.value, "reason": kpi.reason} for kpi in kpis(projection)
            }


def test_the_charts_and_the_words_around_them_are_the_apps(language: str) -> None:
    scenarios = every_case()
    for scenario, found in zip(scenarios, answers(scenarios, language), strict=True):
        with speaking(language):
            bases = draw(project(DEFAULT))[:3]
            charts = draw(project(scenario))[:3]
        for base, chart, drawn in zip(bases, charts, found["charts"], strict=True):
            assert_same_chart(drawn, chart, base)


def test_every_measure_and_the_tables_below_the_charts_are_the_apps(language: str) -> None:
    scenarios = every_case()
    for scenario, found in zip(scenarios, answers(scenarios, language), strict=True):
        with speaking(language):
            projection = project(scenario)
            expected = {name: worded(projection, name) for name in shown_measures()}
            assert [*differences(found["measures"], expected)] == []
            for chart in found["charts"]:
                numbers = table(chart["id"], projection)
                assert chart["table"]["columns"] == [column.name for column in numbers.columns]
                assert [*differences(chart["table"]["rows"], numbers.shown)] == []


def assert_same_chart(found: Mapping[str, Any], chart: Chart, base: Chart) -> None:
    words = (chart.title, chart.subtitle, chart.alt, " ".join(chart.notes))
    assert tuple(found[name] for name in ("title", "subtitle", "alt", "notes")) == words
    if chart.empty:
        return
    drawn = overlaid(base.figure, found["moved"])
    assert [*differences(drawn["data"], chart.figure["data"])] == []
    assert [*differences(drawn["layout"], chart.figure["layout"])] == []
    narrow, expected = overlaid(drawn, found["narrow"]), overlaid(chart.figure, chart.narrow)
    narrow["layout"]["dragmode"] = expected["layout"]["dragmode"]
    assert [*differences(narrow["data"], expected["data"])] == []
    assert [*differences(narrow["layout"], expected["layout"])] == []


def overlaid(figure: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """A figure with dotted names laid over it, as static/figures.js does it."""
    data = [placed(trace, over["data"].get(str(at), {})) for at, trace in enumerate(figure["data"])]
    return {"data": data, "layout": placed(figure["layout"], over["layout"])}


def placed(base: Mapping[str, Any], names: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(base)
    for name, value in names.items():
        first, _dot, rest = name.partition(".")
        found[first] = placed(found.get(first) or {}, {rest: value}) if rest else value
    return found


def differences(found: Any, expected: Any, path: str = "", scale: float = 0.0) -> Iterator[str]:
    """Where two parts of a figure differ; numbers count as the same where nobody could see it."""
    if isinstance(expected, Mapping):
        for name in found.keys() | expected.keys():
            yield from differences(found.get(name), expected.get(name), f"{path}.{name}")
    elif isinstance(expected, list | tuple):
        if len(found) != len(expected):
            yield f"{path}: {len(found)} values, not {len(expected)}"
        scale = max((abs(x) for x in expected if isinstance(x, int | float)), default=0.0)
        for at, (one, other) in enumerate(zip(found, expected, strict=False)):
            yield from differences(one, other, f"{path}[{at}]", scale)
    elif isinstance(expected, int | float) and isinstance(found, int | float):
        if abs(found - expected) > 1e-3 * max(scale, abs(expected)) + 0.006:
            yield f"{path}: {found}, not {expected}"
    elif found != expected and not same_words(str(found), str(expected)):
        yield f"{path}: {found!r}, not {expected!r}"


def same_words(found: str, expected: str) -> bool:
    """Whether two texts are the same, an exact amount perhaps with its last half rounded otherwise:
    55,738.5 added up in another order may be a hair more."""
    amounts = re.compile(r"\d+(?:[.,\u202f]\d{3})*")
    one, other = (
        [int(re.sub(r"\D", "", x)) for x in amounts.findall(t)] for t in (found, expected)
    )
    return amounts.sub("#", found) == amounts.sub("#", expected) and all(
        abs(x - y) <= (x > 999) for x, y in zip(one, other, strict=True)
    )


def test_every_message_that_the_page_names_is_one_of_the_apps(language: str) -> None:
    assert language in LANGUAGES
    known = {message.id for message in template(ROOT)}
    assert [text for text in messages() if text not in known] == []
