from __future__ import annotations

import pytest

from crmroi.files.exports.values.amount_texts import currency_in_header


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("Betrag in €", "EUR"),
        ("Amount in USD", "USD"),
        ("Total EUR ", "EUR"),
        ("AMOUNT (EUR)", "EUR"),
        ("Preis in Fr.", "CHF"),
        ("TOTAL ALL", ""),
        ("TRY amount", ""),
        ("Amount EUR/USD", ""),
        ("Amount (¥)", ""),
        ("Valeur en k€", ""),
        ("", ""),
    ],
)
def test_the_currency_that_ends_a_header_is_found(header: str, code: str) -> None:
    assert currency_in_header(header) == code
