"""What the letters of reports hold, and what stands for the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.reports.fonts import FOLDER, REGULAR, SEMIBOLD
from crmroi.reports.fonts.holding import held


@pytest.mark.parametrize(
    "text",
    [
        "€1,234.56 −12% “x” – … 1 234 €",
        "Œuvre à l’été, ação, ñ, ß, Łódź, Привет, Ελλάδα",
        "≥ ≤ → ✓",
    ],
)
def test_letters_of_the_languages_are_held_as_they_are(text):
    assert held(text) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Go 😀!", "Go [U+1F600]!"),
        ("日本", "[U+65E5 U+672C]"),
        ("👩\u200d💻", "[U+1F469 U+1F4BB]"),
        ("e\u0301te\u0301", "été"),
        ("line\nline", "line\nline"),
    ],
)
def test_a_character_without_a_letter_is_named(text, said):
    assert held(text) == said


@given(st.text())
def test_what_is_held_is_held_for_good(text):
    assert held(held(text)) == held(text)


def test_the_fonts_come_with_their_licence():
    assert REGULAR.is_file()
    assert SEMIBOLD.is_file()
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "IBMPlexSans-OFL-1.1.txt").read_text("utf-8")
