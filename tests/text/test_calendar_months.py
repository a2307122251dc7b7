from __future__ import annotations

from datetime import date

import pytest

from crmroi.text import speaking
from crmroi.text.calendar_months import FULL, NAME, SHORT, YEAR, calendar_month, whole_day


@pytest.mark.parametrize(
    ("language", "form", "expected"),
    [
        ("en", FULL, "March 2026"),
        ("fr", FULL, "mars 2026"),
        ("pt_BR", FULL, "março de 2026"),
        ("en", SHORT, "Mar 2026"),
        ("pt_BR", SHORT, "mar. 2026"),
        ("fr", NAME, "mars"),
        ("en", YEAR, "2026"),
    ],
)
def test_a_month_is_written_in_the_language_spoken(language, form, expected):
    with speaking(language):
        assert calendar_month("2026-03", form) == expected.replace(" ", "\u00a0")


def test_what_is_no_month_is_refused():
    with pytest.raises(ValueError, match="month"):
        calendar_month("2026-13")


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "April 3, 2026"), ("fr", "3 avril 2026"), ("pt_BR", "3 de abril de 2026")],
)
def test_a_day_is_written_with_its_year(language, expected):
    with speaking(language):
        assert whole_day(date(2026, 4, 3)) == expected.replace(" ", "\u00a0")
