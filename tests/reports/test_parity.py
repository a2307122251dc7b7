"""Every kind of report says the same of a case: to nine digits where numbers are stored, to the
digit shown where they are printed.

What a workbook and a live page compute anew is tested where they are; here stands what each holds.
"""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Mapping
from datetime import date
from html import unescape
from importlib import import_module
from itertools import cycle
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from crmroi.assumptions import Scenario
from crmroi.cli.evaluate import as_json
from crmroi.model import MEASURES, Projection, project
from crmroi.reports import KINDS, Kind, Order
from crmroi.reports.findings import Findings
from crmroi.reports.live_page.case import values
from crmroi.text import LANGUAGES, speaking
from tests.model.scenarios import same
from tests.reports.deck.decks import PDFTOTEXT, charts_of, opened, series_of
from tests.reports.document.reading import bare, words_of
from tests.reports.live_page.node import cases, random_cases

DAY = date(2026, 11, 22)
ALL = {**cases(), **random_cases(50)}
_CASE = re.compile(r'<script type="application/json" id="case">(.*?)</script>', re.DOTALL)
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def params() -> list[Any]:
    """Every case, the languages in turn."""
    return [
        pytest.param(scenario, lang, id=f"{name}, {lang}")
        for (name, scenario), lang in zip(ALL.items(), cycle(LANGUAGES), strict=False)
    ]


@pytest.mark.slow
@pytest.mark.parametrize(("scenario", "lang"), params())
def test_all_kinds_say_the_same(scenario: Scenario, lang: str) -> None:
    with speaking(lang):
        found = Findings(Order((scenario,), DAY))
        files = {kind: make_of(found, kind) for kind in KINDS}
        projection = found.projection
        measures = json.loads(json.dumps(as_json(projection)["metrics"]))
        assert measures == dict(projection.metrics)
        assert differing(cached(files["xlsx"]), projection) == []
        check_months(files["csv"], projection)
        check_deck(files["pptx"], found)
        assert missing(words(files["pdf"]), found) == []
        check_live_page(files["html"].decode(), found)


def differing(stored: Mapping[str, Any], projection: Projection) -> list[str]:
    """The measures that a file stores otherwise; no value is a word there.

    The IRR of a workbook is as exact as Excel's own function, and only where there is one.
    """
    wrong = []
    for name, value in projection.metrics.items():
        here = stored[name]
        if name == "irr_status" or (name == "irr" and projection.metrics["irr_status"] != "unique"):
            continue
        if value is None:
            good = not isinstance(here, float)
        elif name == "irr":
            good = isinstance(here, str) or here == pytest.approx(value, rel=1e-6)
        else:
            good = same(here, value)
        if not good:
            wrong.append(f"{name}: {here}, not {value}")
    return wrong


def cached(workbook: bytes) -> dict[str, float | str]:
    """What viewers show of each measure that do not compute."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as file:
        book = ET.fromstring(file.read("xl/workbook.xml"))  # noqa: S314 - our own
        places = {each.get("name"): each.text or "" for each in book.iter(f"{_MAIN}definedName")}
        sheet = places["measure_npv"].partition("!")[0].strip("'")
        order = [each.get("name") for each in book.iter(f"{_MAIN}sheet")]
        path = f"xl/worksheets/sheet{order.index(sheet) + 1}.xml"
        page = ET.fromstring(file.read(path))  # noqa: S314 - our own
    cells = {cell.get("r"): cell for cell in page.iter(f"{_MAIN}c")}
    found = {}
    for name in MEASURES:
        cell = cells[places[f"measure_{name}"].partition("!")[2].replace("$", "")]
        text = cell.findtext(f"{_MAIN}v") or ""
        found[name] = text if cell.get("t") == "str" else float(text)
    return found


def check_months(file: bytes, projection: Projection) -> None:
    rows = list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline="")))
    lines = len(projection.lines)
    amounts = [[float(cell) for cell in row[1:]] for row in rows[1:]]
    totals = [sum(column) for column in list(zip(*amounts, strict=True))[: lines + 2]]
    told = [*projection.gains.values(), *projection.costs.values()]
    told += [projection.metrics["total_gains"], projection.metrics["total_costs"]]
    assert totals == pytest.approx(told, rel=1e-9, abs=1e-6)
    last = amounts[-1][lines + 3 : lines + 5]
    ends = [projection.metrics["net_gain"], projection.metrics["npv"]]
    assert last == pytest.approx(ends, rel=1e-9, abs=1e-6)


def check_deck(file: bytes, found: Findings) -> None:
    deck = opened(file)
    first = deck.slides[0]
    said = " ".join(
        [shape.text_frame.text for shape in first.shapes if shape.has_text_frame]
        + [first.notes_slide.notes_text_frame.text]
    )
    assert missing(bare(said), found, mark=":") == []
    for kpi in found.kpis:
        assert f"{kpi.label}\n{kpi.value}" in said
    [curve, *_areas] = [series.values for series in charts_of(deck)[0].plots[1].series]
    assert curve[-1] == pytest.approx(found.projection.metrics["net_gain"], rel=1e-9, abs=1e-6)
    sums = list(series_of(charts_of(deck)[1]).values())
    net = pytest.approx(found.projection.metrics["net_gain"], rel=1e-9, abs=1e-6)
    assert sum(sums[-1]) == net


def check_live_page(file: str, found: Findings) -> None:
    held = _CASE.search(file)
    assert held is not None
    case = json.loads(held.group(1))
    assert case["values"] == json.loads(json.dumps(values(found.order.scenario)))
    text = bare(unescape(re.sub(r"<[^>]+>", "", file)))
    assert bare(found.headline) in text
    for kpi in found.kpis:
        assert bare(kpi.value) in text


def missing(text: str, found: Findings, mark: str = "") -> list[str]:
    """What of the answer, and of the measures after their names, a text without spaces lacks."""
    wanted = [f"{each.label}{mark}{each.shown}" for each in found.measures]
    return [each for each in (found.headline, *wanted) if bare(each) not in text]


def make_of(found: Findings, kind: Kind) -> bytes:
    """A report on findings that others are made of, too."""
    made: bytes = import_module(KINDS[kind].room).make(found, lambda _share: None)
    return made


def words(pdf: bytes) -> str:
    """The words of a document without spaces: by poppler, which is quick, where it is there."""
    if PDFTOTEXT is None:
        return words_of(pdf)
    command = [PDFTOTEXT, "-raw", "-", "-"]
    told = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return bare(told.stdout.decode())


def test_the_cases_are_those_kept_and_fifty_others() -> None:
    assert sum(name.startswith("random ") for name in ALL) == 50
    assert all(project(scenario).metrics["npv"] is not None for scenario in ALL.values())
