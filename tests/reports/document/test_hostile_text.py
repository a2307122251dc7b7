"""What somebody typed is text in a document: no markup, no formula, no path, no way to break it."""

from __future__ import annotations

import pytest

from crmroi.assumptions import Scenario
from crmroi.reports.document import pages
from crmroi.reports.findings import Findings
from tests.reports.document.reading import bare, made, opened, order, page_texts, words_of

HOSTILE = [
    '#set text(red) #read("/etc/passwd")',
    "$x^2$ *bold* _it_ `raw` = Heading",
    "<script>alert(1)</script> &amp; </g>",
    "=1+1",
    "../../etc/passwd \\u{41} \\n // -- @ref <label>",
]


def test_names_and_notes_stand_there_as_they_were_typed():
    keys = ("team.users", "costs.installation", "gains.hours_saved_per_user_per_week",
            "adoption.go_live_month", "finance.discount_rate")  # fmt: skip
    scenario = Scenario(name=HOSTILE[0], notes=dict(zip(keys, HOSTILE, strict=True)))
    text = words_of(made(order(scenario, prepared_by=HOSTILE[1], prepared_for=HOSTILE[2])))
    assert bare(f"Business case of the CRM: {HOSTILE[0]}") in text
    assert bare(f"Prepared by {HOSTILE[1]}") in text
    assert bare(f"Prepared for {HOSTILE[2]}") in text
    for note in HOSTILE:
        assert bare(f"Note: {note}") in text


def test_scenarios_side_by_side_keep_their_names():
    asked = order(*(Scenario(name=name) for name in HOSTILE), parts=frozenset({"compare"}))
    text = words_of(made(asked))
    for name in HOSTILE:
        assert bare(name) in text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Cost 😀", "Cost [U+1F600]"),
        ("日本", "[U+65E5 U+672C]"),
        ("شركة", "[U+0634 U+0631 U+0643 U+0629]"),
        ("evil\u202egpj.exe", "evilgpj.exe"),
        ("two\nlines\x00", "two lines"),
        ("Łódź Ωμέγα Привет", "Łódź Ωμέγα Привет"),
    ],
)
def test_characters_without_a_letter_are_named_and_turning_marks_are_gone(name, shown):
    asked = order(Scenario().model_copy(update={"name": name}), prepared_by=name)
    first = page_texts(made(asked))[0]
    assert first.startswith(bare(f"Business case of the CRM: {shown}Prepared by {shown}"))


@pytest.mark.parametrize("letter", ["W", "i", "😀"])
def test_a_name_of_ten_thousand_letters_is_cut_and_stays_on_the_page(letter):
    name = letter * 10_000
    scenario = Scenario().model_copy(update={"name": name})
    asked = order(scenario, Scenario(), prepared_by=name, prepared_for=name,
                  parts=frozenset({"compare"}))  # fmt: skip
    data = made(asked)
    assert "…" in words_of(data)
    with opened(data) as pdf:
        assert len(str(pdf.docinfo.get("/Title", ""))) < 200
    assert len(pages(Findings(asked))) == len(opened(data).pages)
