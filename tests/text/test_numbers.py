from __future__ import annotations

import math
from timeit import repeat

import numpy as np
import pytest
from babel.numbers import (
    format_compact_currency,
    format_currency,
    format_decimal,
    format_percent,
)
from hypothesis import example, given
from hypothesis import strategies as st

from crmroi.text import (
    LANGUAGES,
    axis_money,
    currencies,
    money,
    month,
    months,
    number,
    percent,
    points,
    round_money,
    speaking,
    years,
)
from crmroi.text.numbers import decimals_needed
from crmroi.text.typography import MINUS, typeset_number

AMOUNTS = st.one_of(
    st.floats(-1e12, 1e12),
    st.integers(-(10**12), 10**12),
    st.decimals(-(10**7), 10**7, places=3).map(float),  # where halves are
)
SHARES = st.one_of(st.floats(-50, 50), st.decimals(-20, 20, places=5).map(float))
SPOKEN = st.sampled_from(list(LANGUAGES))


def plain(text: str) -> str:
    """Write the two no-break spaces as people see them in a test: ~ narrow, _ wide."""
    return text.replace("\u202f", "~").replace("\u00a0", "_")


def as_we_set_it(babel: str, language: str) -> str:
    text = typeset_number(babel, language)
    return text if any(letter in "123456789" for letter in text) else text.replace(MINUS, "")


WORD_BY_WORD = {
    ("en", "EUR"): ["€109,000", "−€8,200", "€1,234.50", "€109k", "−€1.25M", "€8.2k", "€2B"],
    ("en", "USD"): ["$109,000", "−$8,200", "$1,234.50", "$109k", "−$1.25M", "$8.2k", "$2B"],
    ("en", "GBP"): ["£109,000", "−£8,200", "£1,234.50", "£109k", "−£1.25M", "£8.2k", "£2B"],
    ("en", "BRL"): ["R$109,000", "−R$8,200", "R$1,234.50", "R$109k", "−R$1.25M", "R$8.2k", "R$2B"],
    ("en", "CHF"): [
        *("CHF_109,000", "−CHF_8,200", "CHF_1,234.50"),
        *("CHF_109k", "−CHF_1.25M", "CHF_8.2k", "CHF_2B"),
    ],
    ("en", "JPY"): ["¥109,000", "−¥8,200", "¥1,234", "¥109k", "−¥1.25M", "¥8.2k", "¥2B"],
    ("fr", "EUR"): [
        *("109~000~€", "−8~200~€", "1~234,50~€", "109~k€", "−1,25~M€", "8,2~k€", "2~Md€"),
    ],
    ("fr", "USD"): [
        *("109~000~$US", "−8~200~$US", "1~234,50~$US"),
        *("109~k$US", "−1,25~M$US", "8,2~k$US", "2~Md$US"),
    ],
    ("fr", "GBP"): [
        *("109~000~£GB", "−8~200~£GB", "1~234,50~£GB"),
        *("109~k£GB", "−1,25~M£GB", "8,2~k£GB", "2~Md£GB"),
    ],
    ("fr", "BRL"): [
        *("109~000~R$", "−8~200~R$", "1~234,50~R$"),
        *("109~k~R$", "−1,25~M~R$", "8,2~k~R$", "2~Md~R$"),
    ],
    ("fr", "CHF"): [
        *("109~000~CHF", "−8~200~CHF", "1~234,50~CHF"),
        *("109~k~CHF", "−1,25~M~CHF", "8,2~k~CHF", "2~Md~CHF"),
    ],
    ("fr", "JPY"): [
        *("109~000~JPY", "−8~200~JPY", "1~234~JPY"),
        *("109~k~JPY", "−1,25~M~JPY", "8,2~k~JPY", "2~Md~JPY"),
    ],
    ("pt_BR", "EUR"): [
        *("€_109.000", "−€_8.200", "€_1.234,50", "€_109_mil", "−€_1,25_mi", "€_8,2_mil", "€_2_bi"),
    ],
    ("pt_BR", "USD"): [
        *("US$_109.000", "−US$_8.200", "US$_1.234,50"),
        *("US$_109_mil", "−US$_1,25_mi", "US$_8,2_mil", "US$_2_bi"),
    ],
    ("pt_BR", "GBP"): [
        *("£_109.000", "−£_8.200", "£_1.234,50", "£_109_mil", "−£_1,25_mi", "£_8,2_mil", "£_2_bi"),
    ],
    ("pt_BR", "BRL"): [
        *("R$_109.000", "−R$_8.200", "R$_1.234,50"),
        *("R$_109_mil", "−R$_1,25_mi", "R$_8,2_mil", "R$_2_bi"),
    ],
    ("pt_BR", "CHF"): [
        *("CHF_109.000", "−CHF_8.200", "CHF_1.234,50"),
        *("CHF_109_mil", "−CHF_1,25_mi", "CHF_8,2_mil", "CHF_2_bi"),
    ],
    ("pt_BR", "JPY"): [
        *("JP¥_109.000", "−JP¥_8.200", "JP¥_1.234"),
        *("JP¥_109_mil", "−JP¥_1,25_mi", "JP¥_8,2_mil", "JP¥_2_bi"),
    ],
}


@pytest.mark.parametrize(("language", "currency"), WORD_BY_WORD)
def test_money_is_written_as_the_language_writes_it(language: str, currency: str) -> None:
    with speaking(language):
        shown = [
            money(109_000, currency),
            money(-8200, currency),
            money(1234.5, currency, decimals=2),
            money(109_243, currency, compact=True),
            axis_money(-1_250_000, currency),
            axis_money(8200, currency),
            axis_money(2e9, currency),
        ]
    assert [plain(text) for text in shown] == WORD_BY_WORD[language, currency]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["62%", "3.5%", "−12%", "+12%", "9.9%", "10%", "0%", "1,234%"]),
        ("fr", ["62~%", "3,5~%", "−12~%", "+12~%", "9,9~%", "10~%", "0~%", "1~234~%"]),
        ("pt", ["62%", "3,5%", "−12%", "+12%", "9,9%", "10%", "0%", "1.234%"]),
    ],
)
def test_shares_are_percentages_with_a_decimal_only_below_ten(
    language: str, words: list[str]
) -> None:
    with speaking(language):
        shown = [percent(x) for x in (0.62, 0.035)]
        shown += [percent(x, sign=True) for x in (-0.12, 0.12)]
        shown += [percent(x) for x in (0.0994, 0.0996, 0, 12.34)]
    assert [plain(text) for text in shown] == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["9_months", "1_month", "month_19", "5_years", "1_year", "1.5_years", "+14_points"]),
        ("fr", ["9_mois", "1_mois", "mois_19", "5_ans", "1_an", "1,5_an", "+14_points"]),
        ("pt", ["9_meses", "1_mês", "mês_19", "5_anos", "1_ano", "1,5_ano", "+14_pontos"]),
    ],
)
def test_spans_of_time_are_counted_in_words(language: str, words: list[str]) -> None:
    with speaking(language):
        shown = [months(9), months(1), month(19), years(5), years(1), years(1.5), points(14)]
    assert [plain(text) for text in shown] == words


@pytest.mark.parametrize(
    ("language", "words"), [("en", "no value"), ("fr", "sans valeur"), ("pt", "sem valor")]
)
@pytest.mark.parametrize("nothing", [None, math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_said(language: str, words: str, nothing: float | None) -> None:
    with speaking(language):
        for text in (
            *(money(nothing, "EUR"), money(nothing, "EUR", compact=True), axis_money(nothing, "X")),
            *(percent(nothing), number(nothing), months(nothing), years(nothing)),
            *(month(nothing), points(nothing)),
        ):
            assert text == words


@pytest.mark.parametrize(
    ("x", "shown"),
    [(0.4, "€0"), (999.4, "€999"), (999.6, "€1k"), (9996, "€10k"), (999_600, "€1M"), (1005, "€1k")],
)
def test_a_compact_amount_that_rounds_up_to_the_next_scale_is_written_in_it(
    x: float, shown: str
) -> None:
    assert axis_money(x, "EUR") == shown
    assert axis_money(-x, "EUR") == ("−" + shown if shown != "€0" else shown)


def test_compact_amounts_beyond_the_last_scale_are_grouped() -> None:
    assert axis_money(1.2345e18, "EUR") == "€1,230,000T"


def test_beyond_the_digits_that_a_float_holds_come_zeros() -> None:
    assert money(1.77e22, "EUR") == "€17,700,000,000,000,000,000,000"
    assert number(1e23) == "100,000,000,000,000,000,000,000"


def test_as_many_decimals_are_shown_as_asked_for() -> None:
    assert number(1e-20, decimals=20) == "0." + "0" * 19 + "1"
    assert percent(1e-20, decimals=18) == "0." + "0" * 17 + "1%"
    assert percent(0.9020242049347221, decimals=14) == "90.20242049347221%"


def test_a_number_that_rounds_to_zero_has_no_sign() -> None:
    assert money(-0.4, "EUR") == money(-0.0, "EUR", sign=True) == "€0"
    assert percent(-0.0004, decimals=0, sign=True) == "0%"
    assert number(-0.04, decimals=1) == "0.0"
    assert points(0) == "0\u00a0points"


def test_a_plus_is_shown_when_asked_for_where_the_minus_stands() -> None:
    assert money(8200, "EUR", sign=True) == "+€8,200"
    assert money(8200, "EUR", sign=True, compact=True) == "+€8.2k"
    with speaking("pt"):
        assert plain(money(8200, "BRL", sign=True)) == "+R$_8.200"
    with speaking("fr"):
        assert plain(money(8200, "EUR", sign=True)) == "+8~200~€"


def test_a_currency_never_shows_decimals_that_it_does_not_have() -> None:
    assert money(1234.567, "JPY", decimals=2) == "¥1,235"
    assert plain(money(1234.567, "KWD", decimals=None)) == "KWD_1,234.567"
    assert money(1234.567, "EUR", decimals=None) == "€1,234.57"


@pytest.mark.parametrize(
    ("x", "rounded"),
    [
        (109_243, 109_000),
        (-118_520, -119_000),
        (1_254_999, 1_250_000),
        (999.4, 999),
        (999.6, 1000),
        (12.3, 12),
        (0, 0),
        (-0.4, 0),
    ],
)
def test_headline_amounts_have_three_figures_or_whole_units(x: float, rounded: float) -> None:
    assert round_money(x) == rounded


@pytest.mark.parametrize(
    ("x", "needed"), [(3, 0), (2.5, 1), (2.501, 1), (2.55, 2), (2.999, 0), (-0.25, 2), (1e20, 0)]
)
def test_only_decimals_that_say_something_are_needed(x: float, needed: int) -> None:
    assert decimals_needed(x) == needed


def test_numbers_of_numpy_are_numbers() -> None:
    precise, short, whole = np.array([109_000.5]), np.array([0.5], "f4"), np.array([9])
    assert money(precise[0], "EUR", decimals=2) == "€109,000.50"
    assert money(1000 * whole[0], "EUR", compact=True) == "€9k"
    assert percent(short[0]) == "50%"
    assert months(whole[0]) == "9\u00a0months"


@given(AMOUNTS, SPOKEN, st.sampled_from(list(currencies())))
@example(2.675, "en", "EUR")
@example(0.125, "fr", "BRL")
@example(-0.001, "pt_BR", "CHF")
def test_money_is_written_as_babel_writes_it(x: float, language: str, currency: str) -> None:
    with speaking(language):
        shown = money(x, currency, decimals=None)
    assert shown == as_we_set_it(format_currency(x, currency, locale=language), language)


@given(AMOUNTS, SPOKEN, st.integers(0, 3))
@example(2.5, "en", 0)
@example(1.005, "en", 2)
@example(1e-7, "en", 3)
def test_numbers_are_written_as_babel_writes_them(x: float, language: str, decimals: int) -> None:
    pattern = "#,##0" + "." * bool(decimals) + "0" * decimals
    with speaking(language):
        shown = number(x, decimals=decimals)
    assert shown == as_we_set_it(format_decimal(x, pattern, locale=language), language)


@given(SHARES, SPOKEN, st.integers(0, 2))
@example(0.285, "en", 0)
@example(0.575, "fr", 0)
@example(0.00125, "en", 2)
@example(5e-05, "en", 2)
def test_percentages_are_written_as_babel_writes_them(
    x: float, language: str, decimals: int
) -> None:
    pattern = "#,##0" + "." * bool(decimals) + "0" * decimals
    pattern += "\u00a0%" if language == "fr" else "%"
    with speaking(language):
        shown = percent(x, decimals=decimals)
    assert shown == as_we_set_it(format_percent(x, pattern, locale=language), language)


@given(st.floats(1000, 9.99e14), st.booleans(), SPOKEN, st.sampled_from(list(currencies())))
def test_compact_amounts_are_written_as_babel_writes_them(
    x: float, negative: bool, language: str, currency: str
) -> None:
    rounded = round_money(-x if negative else x)
    figures_before_the_mark = (math.floor(math.log10(abs(rounded))) % 3) + 1
    babel = format_compact_currency(
        rounded, currency, locale=language, fraction_digits=3 - figures_before_the_mark
    )
    with speaking(language):
        assert axis_money(-x if negative else x, currency) == as_we_set_it(babel, language)


def test_formatting_takes_a_fraction_of_the_time_of_babel() -> None:
    def seconds(code: str) -> float:
        return min(repeat(code, number=300, repeat=5, globals=globals()))

    babel = seconds("format_currency(109_243.37, 'EUR', locale='fr')")
    assert seconds("money(109_243.37, 'EUR', decimals=2)") < babel / 4
