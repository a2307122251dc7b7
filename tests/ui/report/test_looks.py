"""What is shown of a report is what is in it."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from pptx import Presentation

from crmroi.assumptions import Scenario
from crmroi.assumptions.presets import preset_scenario
from crmroi.reports import Order, make
from crmroi.reports.workbook.words import SHEETS
from crmroi.text import speaking
from crmroi.ui.report import looks
from crmroi.ui.report.looks import LOOKS, Preview
from tests.charts.measured_cases import GO_LIVE, MEASUREMENT

HOSTILE = "<script>alert(1)</script> & “B”"
ORDER = Order((Scenario(),), date(2026, 3, 2))


def look(order: Order, kind: str) -> Preview:
    return LOOKS[kind](order, lambda _share: None)  # type: ignore[index]


def words_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", " ", html))


def test_every_sheet_of_the_workbook_is_said_what_it_holds() -> None:
    assert list(looks._SHEETS) == list(SHEETS)


@pytest.mark.parametrize("language", ["en", "fr", "pt_BR"])
@pytest.mark.parametrize("several", [False, True])
def test_the_sheets_shown_are_those_of_the_file(language: str, several: bool) -> None:
    scenarios = (Scenario(), preset_scenario("e_commerce")) if several else (Scenario(),)
    order = Order(scenarios, ORDER.made_on, frozenset({"compare"}))
    with speaking(language):
        shown = [name for name, _said in look(order, "xlsx").parts]
        with ZipFile(BytesIO(make(order, "xlsx"))) as archive:
            book = archive.read("xl/workbook.xml").decode()
    assert shown == [unescape(name) for name in re.findall(r'<sheet name="([^"]*)"', book)]


def test_the_pages_of_the_document_are_pictures_told_apart() -> None:
    pages = look(ORDER, "pdf").pages
    assert {page.image[:4] for page in pages} == {b"\x89PNG"}
    assert [page.alt for page in pages][:1] == [f"Page 1 of {len(pages)}"]


def test_a_slide_is_shown_with_all_its_words_and_its_charts() -> None:
    order = Order((Scenario(),), ORDER.made_on, frozenset({"risk"}), "A. Maker", HOSTILE)
    shown = look(order, "pptx").slides
    slides = Presentation(BytesIO(make(order, "pptx"))).slides
    assert len(shown) == len(slides)
    for (said, html), slide in zip(shown, slides, strict=True):
        assert said.startswith(slide.shapes.title.text_frame.text)
        assert html.count("<img ") == sum(shape.has_chart for shape in slide.shapes)
        assert "elsewhere" not in html
        assert set(said.split()) <= set(words_of(html).split())
        assert "<script" not in html


def test_slides_with_scenarios_side_by_side_show_their_curves() -> None:
    scenarios = (Scenario(name="A"), preset_scenario("e_commerce"))
    shown = look(Order(scenarios, ORDER.made_on, frozenset({"compare"})), "pptx").slides
    assert not any("elsewhere" in html for _said, html in shown)


def test_slides_with_measured_kpis_show_their_months() -> None:
    parts, given = frozenset({"measure"}), {"measurement": MEASUREMENT, "go_live": GO_LIVE}
    shown = look(Order((Scenario(),), ORDER.made_on, parts, **given), "pptx").slides
    drawn = [html.count("<img ") for _said, html in shown]
    assert sum(drawn) == 5
    assert not any("elsewhere" in html for _said, html in shown)


def test_the_live_page_is_shown_by_its_charts_under_their_findings() -> None:
    passages = look(ORDER, "html").passages
    assert passages[0].title.startswith("Cash invested is recovered in ")
    assert all(passage.pictures[0].image.startswith("<svg") for passage in passages)


def test_the_months_are_shown_by_their_size_and_their_columns() -> None:
    [passage] = look(ORDER, "csv").passages
    head, *rows = make(ORDER, "csv").decode("utf-8-sig").splitlines()
    assert passage.title == f"{len(rows)} rows, {len(passage.lines)} columns"
    assert head.startswith(passage.lines[0])


def test_the_live_page_to_be_tried_is_that_of_the_file() -> None:
    assert look(ORDER, "html").live == make(ORDER, "html")
