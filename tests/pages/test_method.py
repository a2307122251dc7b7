from __future__ import annotations

import json
import re
from html import unescape

import pytest

from crmroi.assumptions import Scenario, assumptions
from crmroi.assumptions.sources import SOURCES, Mark
from crmroi.files.share_link import to_link
from crmroi.model import LINES, MEASURES, THEMES
from crmroi.model.formulas import FORMULAS
from crmroi.model.method.glossary import GLOSSARY
from crmroi.model.method.words import COUNTED_ONCE, LEFT_OUT, SECTIONS
from crmroi.text import LANGUAGES, _, html_language
from tests.pages.visiting import visit, words_of

PAGE = "pages/method.py"


def text_of(at):
    """What the page says, formulas and HTML alike."""
    return words_of(at) + "\n" + "\n".join(unescape(item.value) for item in at.markdown)


def rows_of(at):
    return re.findall(r'<th scope="row" id="([\w.]+)">', words_of(at))


@pytest.fixture(params=LANGUAGES)
def page(request):
    return visit(PAGE, lang=request.param)


def test_every_assumption_is_in_the_table_with_its_help_and_its_default(page):
    assert rows_of(page) == list(assumptions())
    said = text_of(page)
    for item in assumptions().values():
        assert _(item.label) in said
        assert _(item.help) in said


def test_every_measure_line_and_formula_is_there_with_its_words(page):
    said = text_of(page)
    for item in (*MEASURES.values(), *LINES):
        assert _(item.label) in said
    for measure in MEASURES.values():
        assert _(measure.definition) in said
        assert f"$$\n{measure.latex}\n$$" in said
    for formula in FORMULAS.values():
        assert _(formula.title) in said
        assert _(formula.meaning) in said
        assert f"$$\n{formula.latex}\n$$" in said
    assert all(_(label) in said for label in THEMES.values())


def test_every_source_term_and_limit_is_there(page):
    said = text_of(page)
    for source in SOURCES.values():
        if source.mark is not Mark.ESTIMATE:
            assert _(source.text) in said
    for message in (*GLOSSARY, *GLOSSARY.values(), *LEFT_OUT, *COUNTED_ONCE):
        assert _(message) in said


def test_the_contents_lead_to_every_section(page):
    said = text_of(page)
    wide, folded = re.findall(r"<nav.*?</nav>", said)
    assert re.findall(r'href="#([\w-]+)"', wide) == list(SECTIONS)
    assert re.findall(r'href="#([\w-]+)"', folded) == list(SECTIONS)
    for anchor, section in SECTIONS.items():
        assert f'<h2 data-anchor="{anchor}">{_(section.title)}</h2>' in said


def test_every_link_leads_somewhere_and_no_anchor_stands_twice():
    said = text_of(visit(PAGE))
    anchors = re.findall(r'(?:data-anchor|\bid)="([\w.-]+)"', said)
    assert len(set(anchors)) == len(anchors)
    assert set(re.findall(r'href="#([\w.-]+)"', said)) <= set(anchors)


def test_the_figures_are_those_of_the_case_that_the_address_holds():
    scenario = Scenario().with_values({"team.users": 40, "finance.horizon_years": 3})
    said = text_of(visit(PAGE, s=to_link(scenario)))
    assert r"\sum_{t=0}^{36} G(t) = " in said
    assert r"\text{40} \times \text{€65/month} = \text{€2,600/month}" in said
    assert "<span><b>40</b></span>" in said  # other than the default
    assert "over 3\xa0years" in said


def test_a_search_leaves_the_assumptions_that_it_finds():
    at = visit(PAGE)
    count = len(assumptions())
    assert f"{count} of {count} assumptions" in words_of(at)
    at.text_input(key="method.search").set_value("discount").run()
    assert rows_of(at) == ["finance.discount_rate"]
    assert f"1 of {count} assumptions" in words_of(at)
    assert "Company" not in words_of(at)


def test_a_search_that_finds_nothing_says_so():
    at = visit(PAGE)
    at.text_input(key="method.search").set_value("xylophone").run()
    assert rows_of(at) == []
    assert "No assumption has this in its name or its help." in words_of(at)


def test_signs_of_a_currency_are_no_markup():
    said = text_of(visit(PAGE, s=to_link(Scenario(currency="USD"))))
    assert r"\text{\$65/month}" in said
    outside = re.sub(r"\$\$\n.*?\n\$\$", "", said, flags=re.DOTALL)
    for block in re.split(r"\n\n", outside):
        if "$" in block and not block.lstrip().startswith("<"):
            assert re.fullmatch(r"\$[^$]+\$(?:\s|$)*", block), block  # a letter of the notation


def test_the_page_keeps_language_and_case_in_the_address():
    at = visit(PAGE, lang="pt_BR")
    (frame,) = json.loads(at.get("bidi_component")[0].proto.json)
    assert frame["language"] == html_language() == "pt-BR"
    assert "lang=pt_BR" in frame["address"]


def test_the_page_is_drawn_with_few_elements():
    at = visit(PAGE)
    assert len(at.get("html")) + len(at.markdown) < 40


def test_the_language_can_be_changed_here_too():
    at = visit("pages/method.py")
    at.session_state["settings"] = True
    at.run()
    at.selectbox(key="language").set_value("fr").run()
    assert not at.exception
    assert "<h1>Méthode</h1>" in words_of(at)
