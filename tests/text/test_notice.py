from __future__ import annotations

import pytest

from crmroi.text import Label, Notice, Quantity, Span, Unit, speaking

ADOPTION = Notice(
    "adoption.target_rate",
    0.98,
    "Adoption of {value} is above what is usually seen ({usual}). The result may be too good.",
    {"value": Quantity(0.98, Unit.SHARE), "usual": Span(0.4, 0.9, Unit.SHARE)},
)


def test_a_notice_is_worded_in_the_language_of_the_moment() -> None:
    assert ADOPTION.message == (
        "Adoption of 98% is above what is usually seen (40–90%). The result may be too good."
    )
    with speaking("fr"):
        assert "98\u202f%" in ADOPTION.message
        assert "(40–90\u202f%)" in ADOPTION.message


def test_a_label_inside_a_notice_is_translated_when_shown() -> None:
    notice = Notice("", None, "{field} is here", {"field": Label("no value")})
    assert notice.message == "no value is here"
    with speaking("fr"):
        assert notice.message == "sans valeur is here"


def test_a_notice_that_counts_has_one_and_many() -> None:
    def lost(n: int) -> Notice:
        return Notice("", n, "{n} value is lost", {"n": n}, plural="{n} values are lost")

    assert lost(1).message == "1 value is lost"
    assert lost(2).message == "2 values are lost"


def test_a_notice_that_counts_needs_its_count() -> None:
    notice = Notice("", None, "{n} value", {"n": "two"}, plural="{n} values")
    with pytest.raises(TypeError, match=r"the count of '\{n\} value' is 'two', not a number"):
        _ = notice.message


def test_a_notice_as_text_is_its_message() -> None:
    assert str(Notice("", None, "Nothing is entered")) == "Nothing is entered"


def test_what_was_typed_is_shown_as_it_is_braces_included() -> None:
    assert Notice("", "{x}", "“{text}” is here", {"text": "{x}"}).message == "“{x}” is here"
