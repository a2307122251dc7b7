from __future__ import annotations

import pytest

from crmroi.text import currencies, currency_symbol, is_currency, speaking


@pytest.mark.parametrize("code", ["en", "fr", "pt"])
def test_the_five_common_currencies_come_first(code: str) -> None:
    with speaking(code):
        assert list(currencies())[:5] == ["EUR", "USD", "GBP", "BRL", "CHF"]


def test_the_others_follow_by_code() -> None:
    others = list(currencies())[5:]
    assert others == sorted(others)
    assert {"JPY", "KWD", "MAD", "XOF", "CAD", "INR"} <= set(others)


@pytest.mark.parametrize(
    ("code", "euro", "franc"),
    [
        ("en", "Euro", "Swiss Franc"),
        ("fr", "euro", "franc suisse"),
        ("pt", "Euro", "Franco suíço"),
    ],
)
def test_a_currency_is_named_in_the_language_spoken(code: str, euro: str, franc: str) -> None:
    with speaking(code):
        assert currencies()["EUR"] == euro
        assert currencies()["CHF"] == franc


def test_a_list_changed_by_its_reader_stays_whole_for_the_next() -> None:
    currencies().clear()
    assert "EUR" in currencies()


def test_currencies_of_the_past_and_of_nowhere_are_not_offered() -> None:
    assert not any(map(is_currency, ["FRF", "DEM", "XXX", "XTS", "eur", "", "EURO"]))
    assert all(map(is_currency, currencies()))


@pytest.mark.parametrize(
    ("code", "signs"),
    [
        ("en", ["€", "$", "£", "R$", "CHF", "¥"]),
        ("fr", ["€", "$US", "£GB", "R$", "CHF", "JPY"]),
        ("pt", ["€", "US$", "£", "R$", "CHF", "JP¥"]),
    ],
)
def test_a_currency_has_the_sign_of_the_language(code: str, signs: list[str]) -> None:
    with speaking(code):
        assert [currency_symbol(c) for c in ("EUR", "USD", "GBP", "BRL", "CHF", "JPY")] == signs
