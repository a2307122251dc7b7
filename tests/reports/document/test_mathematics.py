"""Formulas for typst: every one of the method can be read, and nothing that is not known."""

from __future__ import annotations

import pytest

from crmroi.model.method import formulas, lines
from crmroi.reports.document.mathematics import Formula, read
from crmroi.text import LANGUAGES, speaking
from tests.charts.cases import OUTCOMES, case


def entries(projection):
    yield from formulas.measures(projection)
    for found in formulas.topics(projection).values():
        yield from found
    for side in ("gain", "cost"):
        for theme in lines.themes(side, projection):
            yield from theme.entries


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_formula_of_the_method_is_read_whole(language):
    with speaking(language):
        for changes in OUTCOMES.values():
            for entry in entries(case(changes)):
                for latex in (entry.latex, entry.figures):
                    assert bool(read(latex)) == bool(latex)
                    assert not any("\\" in one.plain for one in read(latex))
        for letter in formulas.NOTATION:
            assert len(read(letter)) == 1


@pytest.mark.parametrize(
    ("latex", "typst", "plain"),
    [
        (
            r"\sum_{t=0}^{H} \frac{N(t)}{(1 + i)^t}",
            'sum_(t = #w("0"))^(H) frac(N ( t ), ( #w("1") + i )^(t))',
            "∑_(t = 0)^H N(t) / ((1 + i)^t)",
        ),
        (r"\text{Users} \times \text{50\%}", '#w("Users") times #w("50%")', "Users × 50%"),
        (r"\text{2~h\,x}", '#w("2\u00a0h\u202fx")', "2\u00a0h\u202fx"),
        (r"\text{a\textbackslash{}b \# \{\}}", r'#w("a\\b # {}")', "a\\b # {}"),
        (r"\text{say \"hi\"}".replace(r"\"", '"'), r'#w("say \"hi\"")', 'say "hi"'),
    ],
)
def test_a_formula_becomes_mathematics_of_typst_and_a_line_of_signs(latex, typst, plain):
    assert read(latex) == [Formula(typst, plain)]


def test_rows_become_formulas_of_their_own():
    found = read(r"\begin{aligned} a &= b \\ c &= d \end{aligned} \qquad y = 1")
    assert [one.plain for one in found] == ["a = b", "c = d", "y = 1"]


def test_cases_say_their_conditions_first():
    (found,) = read(r"f(t) = \begin{cases} 1 & t > 3 \\ 0 & \text{else} \end{cases}")
    assert found.plain == "f(t) = {t > 3: 1; else: 0}"
    assert found.typst == ('f ( t ) = cases(#w("1") & quad t > #w("3"), #w("0") & quad #w("else"))')


def test_a_long_fraction_is_written_in_a_line_that_can_break():
    long = r" \times ".join(rf"\text{{{name}}}" for name in ("a" * 30, "b" * 30, "c" * 30))
    (found,) = read(rf"\frac{{{long}}}{{12}}")
    assert "frac" not in found.typst
    assert found.plain.endswith(") / 12")


@pytest.mark.parametrize(
    "latex", [r"\int_0^1", r"\begin{matrix} a \end{matrix}", r"\text{never", r"\frac{1}"]
)
def test_what_the_method_does_not_use_is_refused(latex):
    with pytest.raises(ValueError, match=r"unknown|ends too early"):
        read(latex)
