"""Each measure says what it is, in words, as a formula, and with today's figures."""

from __future__ import annotations

import re

import pytest

from crmroi.assumptions import Scenario
from crmroi.model import LINES, MEASURES, project, with_numbers
from crmroi.model.figures import STATUSES
from crmroi.model.finance import IRR_STATUSES
from crmroi.model.formulas import FORMULAS, TOPICS, line_latex, series_latex
from crmroi.model.names import WORDS, tex
from crmroi.text import speaking
from tests.golden.__main__ import CASES

BALANCED = [("{", "}"), ("(", ")"), (r"\left", r"\right"), (r"\begin", r"\end")]


def assert_is_latex(text: str) -> None:
    """What every printed formula keeps to."""
    plain = text.replace(r"\{", "").replace(r"\}", "")
    for opening, closing in BALANCED:
        assert plain.count(opening) == plain.count(closing), text
    assert "«" not in text
    assert not re.search(r"(?<!\\)[%$#]", text.replace(r"\#", "")), text
    assert "\u202f" not in text
    assert "\u00a0" not in text
    assert not re.search(r"\bnan\b", text)


def test_the_headline_measures_have_the_labels_of_the_page() -> None:
    names = ("roi", "npv", "break_even_month", "irr", "peak_funding")
    assert [MEASURES[name].label for name in names] == [
        "Return (ROI)",
        "Worth today (NPV)",
        "Pays for itself",
        "Yearly rate (IRR)",
        "Cash tied up",
    ]


@pytest.mark.parametrize("language", ["en", "fr", "pt_BR"])
def test_every_formula_can_be_printed_in_every_language(language: str) -> None:
    with speaking(language):
        for measure in MEASURES.values():
            assert_is_latex(measure.latex)
        for formula in FORMULAS.values():
            assert_is_latex(formula.latex)
        for line in LINES:
            assert_is_latex(line_latex(line))
            assert_is_latex(series_latex(line.series))


def test_every_formula_belongs_to_a_topic_and_every_word_is_used() -> None:
    assert {formula.topic for formula in FORMULAS.values()} == set(TOPICS)
    templates = [formula.template for formula in FORMULAS.values()]
    templates += [measure.template for measure in MEASURES.values()]
    used = set(re.findall(r"«(\w+)»", " ".join(templates)))
    assert set(WORDS) <= used


@pytest.mark.parametrize("language", ["en", "fr", "pt_BR"])
@pytest.mark.parametrize("case", CASES)
def test_every_measure_of_every_golden_case_shows_its_figures(case: str, language: str) -> None:
    _why, base, values = CASES[case]
    projection = project(base.with_values(values))
    with speaking(language):
        for name in MEASURES:
            assert_is_latex(with_numbers(name, projection))


@pytest.mark.parametrize(
    ("case", "name", "latex"),
    [
        ("nothing", "roi", r"\frac{\text{€0} - \text{€0}}{\text{€0}} = \text{no value}"),
        ("nothing", "irr", r"i^*: \; \text{no rate}"),
        ("flows-of-both-signs", "irr", r"i^*: \; \text{several rates}"),
        ("nothing", "break_even_month", r"\sum_{t=0}^{0} N(t) = \text{€0} \ge 0"),
    ],
)
def test_a_measure_without_a_value_says_why(case: str, name: str, latex: str) -> None:
    _why, base, values = CASES[case]
    assert with_numbers(name, project(base.with_values(values))) == latex


def test_todays_figures_are_those_of_the_case() -> None:
    projection = project(Scenario())
    gains, costs = (f"{projection.metrics[f'total_{side}']:,.0f}" for side in ("gains", "costs"))
    assert with_numbers("roi", projection) == (
        rf"\frac{{\text{{€{gains}}} - \text{{€{costs}}}}}{{\text{{€{costs}}}}} = "
        rf"\text{{{projection.metrics['roi']:.0%}}}".replace("%", r"\%")
    )
    month = projection.metrics["break_even_month"]
    before, reached = with_numbers("break_even_month", projection).split(r"\qquad")
    assert rf"\sum_{{t=0}}^{{{month - 1}}}" in before
    assert before.rstrip().endswith("< 0,")
    assert rf"\sum_{{t=0}}^{{{month}}}" in reached
    assert reached.endswith(r"\ge 0")


def test_a_case_that_never_pays_back_shows_what_is_missing() -> None:
    projection = project(Scenario().with_values({"business.gross_margin": 0}))
    assert re.fullmatch(
        r"\\sum_\{t=0\}\^\{60\} N\(t\) = -\\text\{€[\d,]+\} < 0",
        with_numbers("break_even_month", projection),
    )


def test_figures_are_escaped() -> None:
    assert tex("−R$\u00a08.200") == r"-\text{R\$~8.200}"
    assert tex("62\u202f%") == r"\text{62\,\%}"


def test_every_status_of_the_internal_rate_has_words() -> None:
    assert tuple(STATUSES) == IRR_STATUSES
