from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.reports.plain import LONGEST_NAME, noted, plain

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


@pytest.mark.parametrize(
    "name",
    [
        "Dupont & fils",
        "=1+1",
        "<script>",
        "#set text(red)",
        "R$ 5",
        "Ünïcode",
        "日本語",
        "👩\u200d👧",
    ],
)
def test_what_people_write_stays_as_it_is(name):
    assert plain(name) == name


def test_what_cannot_be_seen_is_left_out():
    assert plain(f"a{TURNING}b\x00\x1b[2J\ufeff\u200b\ue000") == "ab[2J"
    assert plain("half \ud800 letter") == "half letter"


def test_lines_become_one_and_spaces_single():
    assert plain(" a\r\n b\t\tc\u2028d ") == "a b c d"


def test_a_long_text_ends_in_an_ellipsis():
    found = plain("x" * 10_000)
    assert (len(found), found[-1]) == (LONGEST_NAME, "…")
    assert plain("word " * 100, 12) == "word word w…"
    assert plain("just so", 7) == "just so"


@given(st.text(max_size=400), st.integers(2, 200))
def test_it_is_one_visible_line_of_that_length_and_stays_so(text, longest):
    found = plain(text, longest)
    assert len(found) <= longest
    assert found == found.strip()
    assert not {unicodedata.category(letter) for letter in found.replace("\u200d", "")} & {
        "Cc", "Cf", "Cs", "Co", "Zl", "Zp",
    }  # fmt: skip
    assert plain(found, longest) == found


def test_a_note_is_named_as_one_and_none_is_nothing() -> None:
    assert noted("Asked on\nMonday") == "Note: Asked on Monday"
    assert len(noted("x" * 1000)) == len("Note: ") + 500
    assert [noted(""), noted("\u202e")] == ["", ""]
