"""The document says what the app says, to everybody, in every language, the same each time."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO

import pytest
from PIL import Image

from crmroi.assumptions import GROUPS, Scenario, assumptions
from crmroi.assumptions.ready_made import SOLUTIONS
from crmroi.charts import compare, risk, table
from crmroi.charts.outcome import Outcome
from crmroi.charts.words import IN_TABLE
from crmroi.model.formulas import TOPICS
from crmroi.model.lines import LINES
from crmroi.model.method.table import published
from crmroi.model.method.words import SECTIONS
from crmroi.reports import Order
from crmroi.reports.document import _document, make, pages
from crmroi.reports.document.typesetting import _compiler
from crmroi.reports.findings import Findings
from crmroi.reports.logo import check
from crmroi.text import LANGUAGES, _, html_language, money, speaking
from crmroi.text.calendar_months import whole_day
from tests.charts.cases import DEFAULT, OUTCOMES
from tests.charts.measured_cases import GO_LIVE, MEASUREMENT
from tests.reports.document.reading import (
    DAY,
    alternatives,
    bare,
    bookmarks,
    made,
    opened,
    order,
    page_texts,
    usual,
    words_of,
)

SET = tuple(solution.of(Scenario()) for solution in SOLUTIONS.values())
EVERYTHING = Order(
    SET, DAY, frozenset({"risk", "compare", "measure"}), "A. Martin", "Dupont & Fils",
    measurement=MEASUREMENT, go_live=GO_LIVE,
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_headline_numbers_and_every_measure_stand_in_it_as_the_app_shows_them(language):
    with speaking(language):
        findings = Findings(order())
        text = words_of(make(findings, lambda _share: None))
        assert bare(findings.headline) in text
        for kpi in findings.kpis:
            assert bare(kpi.label + kpi.value) in text
        for figure in findings.measures:
            assert bare(figure.label + figure.shown) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_assumption_stands_in_it_with_its_value_and_its_source(language):
    with speaking(language):
        text = words_of(usual())
        for item in assumptions().values():
            assert bare(_(item.label)) in text
        assert bare(_("Own estimate")) in text
        assert "[42]" in text


def test_a_changed_assumption_is_marked_and_its_note_is_told():
    scenario = Scenario(notes={"team.users": "Said by the head of sales."})
    text = words_of(made(order(scenario.with_values({"team.users": 40}))))
    assert (
        bare(
            "Users Note: Said by the head of sales. 40 not the default 25"
            "Entered for this case. Default: Own estimate"
        )
        in text
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_hidden_costs_and_intangibles_are_named_with_their_amounts(language):
    scenario = Scenario().with_values({"gains.include_intangibles": True})
    with speaking(language):
        findings = Findings(order(scenario))
        text = page_texts(make(findings, lambda _share: None))[1]
        totals = {**findings.projection.gains, **findings.projection.costs}
        for line in LINES:
            if line.hidden or line.kind == "intangible":
                assert bare(_(line.label) + money(totals[line.name], "EUR")) in text


def test_intangibles_that_are_not_counted_are_said_to_be_left_out():
    assert bare("Brand not counted") in page_texts(usual())[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figures_behind_the_charts_stand_in_the_appendix(language):
    with speaking(language):
        text = words_of(usual())
        for name in ("years", "waterfall", "cash"):
            for row in table(name, Findings(order()).projection).shown:
                assert bare("".join(row)) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_tagged_and_says_its_title_and_language(language):
    with speaking(language), opened(made(order(Scenario(name="Été 2026")))) as pdf:
        root = pdf.Root
        assert bool(root["/MarkInfo"]["/Marked"])
        assert root["/StructTreeRoot"]["/K"] is not None
        assert str(root["/Lang"]).lower() == html_language().lower()
        assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
        metadata = str(pdf.open_metadata())
        assert "Été 2026" in metadata
        assert 'part="1"' in metadata or "<pdfuaid:part>1" in metadata


def test_its_bookmarks_are_the_answer_and_its_chapters():
    first, second = bookmarks(made(EVERYTHING))
    assert first == [
        Findings(EVERYTHING).headline,
        "What must be true",
        "How likely it pays",
        "Scenarios side by side",
        "What the CRM’s own data say",
        "Appendix: all measures",
        "Appendix: the figures behind the charts",
        "Appendix: assumptions",
        "Appendix: formulas",
        "Appendix: sources",
    ]
    assert {chart.title for chart in list(Findings(EVERYTHING).charts.values())[:3]} <= {*second}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_picture_and_formula_has_words_for_those_who_hear_it(language):
    with speaking(language):
        told = alternatives(usual())
        charts = Findings(order()).charts
        for name in ("cash", "years", "waterfall"):
            words = charts[name].alt.removesuffix(_(IN_TABLE))
            assert f"{words}{_('All values are in the appendix.')}" in told
        assert not any(_(IN_TABLE) in alt for alt in told)
        assert any(alt.startswith("∑") for alt in told)


@pytest.mark.parametrize(
    ("language", "foot", "number"),
    [
        ("en", "November 22, 2026 · model {} · inputs {}", "Page {} of {}"),
        ("pt_BR", "22 de novembro de 2026 · modelo {} · premissas {}", "Página {} de {}"),
    ],
)
def test_every_page_names_the_day_the_model_the_inputs_and_its_number(language, foot, number):
    with speaking(language):
        findings = Findings(order())
        pages_of = page_texts(make(findings, lambda _share: None))
    for at, text in enumerate(pages_of, start=1):
        assert bare(foot.format(*findings.identity)) in text
        assert bare(number.format(at, len(pages_of))) in text


def test_the_case_takes_two_pages_before_the_appendix():
    with speaking("en"):
        texts = page_texts(usual())
    assert bare("What must be true") in texts[1]
    assert texts[2].startswith(bare("Appendix: all measures"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_parts_are_there_when_they_are_asked_for_and_only_then(language):
    with speaking(language):
        findings = Findings(EVERYTHING)
        everything = words_of(make(findings, lambda _share: None))
        nothing, comparison = words_of(usual()), findings.comparison
        opening = risk.opening(findings.simulation, findings.doubts)
        for sentence in (opening, compare.opening(comparison)):
            assert bare(sentence) in everything
            assert bare(sentence) not in nothing
        for row in compare.measure_rows(comparison):
            assert bare(row.label + "".join(row.values)) in everything


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("years", [1, 5])
def test_no_page_ends_with_a_heading_or_within_a_row(language, years):
    with speaking(language):
        found = Findings(order(Scenario().with_values({"finance.horizon_years": years})))
        pages = page_texts(make(found, lambda _share: None))
        led = [text for each in SECTIONS.values() for text in (each.title, *each.paragraphs)]
        led += [*TOPICS.values(), *GROUPS.values(), "Appendix: sources", "Appendix: formulas"]
        led.append("Under each formula in grey: the same with the figures of this case.")
        bodies = [text.rsplit(bare(whole_day(DAY)), 1)[0] for text in pages]
        rows = [re.sub("[-\ufffe]", "", text) for text in bodies]  # as a line's last hyphen is read
        assert [text for text in led for body in bodies if body.endswith(bare(_(text)))] == []
        told = [bare(each.text).replace("-", "") for each in published()]
        assert [text for text in told if not any(text in row for row in rows)] == []


def test_likelihood_says_the_ranges_it_was_drawn_from():
    drawn = {"team.users": (20, 25, 40), "adoption.go_live_month": (41, 41, 41)}
    asked = order(Scenario(uncertainty=drawn), parts=frozenset({"risk"}))
    text = words_of(made(asked))
    assert bare("Ranges that cases were drawn from The scenario’s own ranges.") in text
    assert bare("High Users 20 25 40") in text
    assert bare("month 41 month 41") not in text


def test_likelihood_says_what_to_know_before_it_is_quoted():
    findings = Findings(order(parts=frozenset({"risk"})))
    cautions = [notice.message for notice in findings.simulation.warnings]
    assert cautions
    text = words_of(make(findings, lambda _share: None))
    assert [caution for caution in cautions if bare(caution) not in text] == []


@pytest.mark.parametrize("outcome", Outcome)
def test_a_case_is_told_however_it_ends(outcome):
    findings = Findings(order(DEFAULT.with_values(dict(OUTCOMES[outcome]))))
    assert bare(findings.headline) in words_of(make(findings, lambda _share: None))


@pytest.mark.parametrize("years", [1, 10])
@pytest.mark.parametrize("currency", ["EUR", "BRL", "JPY"])
def test_short_and_long_cases_in_other_currencies_are_told(years, currency):
    case = Scenario(currency=currency).with_values({"finance.horizon_years": years})
    findings = Findings(order(case))
    assert bare(findings.headline) in words_of(make(findings, lambda _share: None))


def test_nothing_is_warned_of_while_it_is_set():
    document = _document(Findings(EVERYTHING), lambda _share: None)
    _made, warnings = _compiler(document).compile_with_warnings(
        format="pdf", pdf_standards=["ua-1"]
    )
    assert warnings == []


def test_the_same_findings_give_the_same_bytes():
    assert made() == usual()


def test_progress_rises_and_a_stop_is_heeded():
    heard: list[float] = []
    make(Findings(order()), heard.append)
    assert heard == sorted(heard)
    assert 0 <= heard[0] < heard[-1] <= 1

    def stop(_share):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        make(Findings(order()), stop)


def test_pages_are_shown_as_pictures_in_the_shape_of_a_sheet():
    shown = pages(Findings(order()))
    assert len(shown) == len(page_texts(usual()))
    for data in shown:
        width, height = Image.open(BytesIO(data)).size
        assert width > 600
        assert height / width == pytest.approx(297 / 210, rel=0.01)


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_logo_stands_on_it(kind):
    picture = BytesIO()
    Image.new("RGB", (60, 20), "red").save(picture, "PNG")
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1"><path d="M0 0h3v1z"/></svg>'
    )
    logo = check({"png": picture.getvalue(), "svg": drawing}[kind], f"logo.{kind}")
    data = made(order(logo=logo, prepared_by="A. Martin"))
    assert "Logo of A. Martin" in alternatives(data)
    assert bare("Prepared by A. Martin") in page_texts(data)[0]


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler is not installed")
def test_poppler_opens_it_without_a_complaint(tmp_path):
    path = tmp_path / "case.pdf"
    path.write_bytes(made(EVERYTHING))
    done = subprocess.run(
        ["pdftoppm", "-r", "30", "-png", str(path), str(tmp_path / "page")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    assert len(list(tmp_path.glob("page*.png"))) == len(page_texts(path.read_bytes()))
