"""What stands around an amount's figures, taken off: signs, currencies, percent, blanks.

What is left is a minus or none, figures, points and commas; or null for a text that is no number.
"""

from __future__ import annotations

import re
from typing import Final

import polars as pl

from crmroi.files.exports.cells import SPACES
from crmroi.text import is_currency

PLAIN: Final = r"^-?[0-9][0-9.,]*$"
"""Figures that have nothing around them."""

MAGNITUDE: Final = r"(?i)[0-9][\s\u00a0\u202f]*(?:k|m|mi|mil|mio|mn|bi|bn|md|mrd|tsd)\b"
"""An amount told in thousands or millions."""

_SIGNS: Final = {
    "US$": "USD", "R$": "BRL", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "MX$": "MXN", "€": "EUR", "£": "GBP", "₹": "INR", "Kč": "CZK",
    "zł": "PLN", "Fr.": "CHF", "FCFA": "XOF", "CFA": "XOF", "₺": "TRY", "₪": "ILS", "₩": "KRW",
    "₴": "UAH", "Ft": "HUF", "lei": "RON", "TL": "TRY", "$ CA": "CAD", "$\u00a0CA": "CAD",
    "$CA": "CAD", "RM": "MYR", "DH": "MAD", "Dhs": "AED", "S/": "PEN", "S/.": "PEN",
    "¥": "¥", "kr": "kr", "kr.": "kr", "Rs": "Rs", "Rs.": "Rs", "$": "$",
}  # fmt: skip
"""Signs to codes; a sign that several currencies share stands for itself."""

_LONGEST_FIRST = sorted(_SIGNS, key=lambda sign: (-len(sign), sign))
_MONEY = "|".join([*map(re.escape, _LONGEST_FIRST), "[A-Za-z]{3}"])
_MINUS = "[-\u2212\u2013]"
_GROUP = f"(?:{SPACES}|['\u2019])"
_BODY = rf"[1-9][0-9]{{0,2}}(?:{_GROUP}[0-9]{{3}})+(?:[.,][0-9]*)?|[0-9][0-9.,]*|[.,][0-9]+"
_NO_CENTS = r"([0-9][.,])[-\u2013\u2014]{1,2}"
"""As the Swiss and others write a whole amount: "50.–"; no minus."""
_AROUND = (
    rf"^(?P<open>\()?{SPACES}*(?P<sign>[+]|{_MINUS})?{SPACES}*(?P<before>{_MONEY})?"
    rf"{SPACES}*(?P<within>\()?{SPACES}*(?P<inner>[+]|{_MINUS})?{SPACES}*(?P<body>{_BODY})"
    rf"(?P<power>[eE][-+]?[0-9]{{1,3}})?{SPACES}*(?P<percent>%)?(?P<after>{_MONEY})?"
    rf"{SPACES}*(?P<trailing>{_MINUS})?(?P<close>\))?$"
)


_IN_HEADER: Final = re.compile(
    rf"(?:[(\[]\s*|(?<=\s))(?P<named>{'|'.join(map(re.escape, _LONGEST_FIRST))}|[A-Z]{{3}})[)\]]?$"
)


def currency_in_header(header: str) -> str:
    """The code of the currency that ends a header, as in "Amount (EUR)" or "Betrag in €"; "" where
    none does. A sign that several currencies share says nothing, nor do words all in capitals.
    """
    found = _IN_HEADER.search(header.strip())
    if found is None or (header.isupper() and found.group()[-1] not in ")]"):
        return ""
    code = _SIGNS.get(found["named"], found["named"])
    return code if is_currency(code) else ""


def strip_around(cells: pl.Series) -> pl.DataFrame:
    """The figures of each cell and what stood around them.

    Columns: `figures` (String, null where the cell is no number), `power` ("e3"; null without),
    `percent` (Boolean), `currency` (code or shared sign; null without).
    """
    plain = cells.str.contains(PLAIN)
    if plain.all():
        return _frame(cells)
    if not plain.any() and (alike := _alike(cells)) is not None:
        return alike
    texts = pl.select(pl.when(plain).then(cells)).to_series()
    found = _around(cells.filter(~plain))
    at = (~plain).fill_null(value=False).arg_true()
    read = _frame(texts)
    return pl.DataFrame([column.scatter(at, found[column.name]) for column in read])


def _frame(figures: pl.Series) -> pl.DataFrame:
    """Figures with nothing around them."""
    nothing = pl.lit(None, dtype=pl.String)
    return figures.alias("figures").to_frame().with_columns(
        power=nothing, percent=pl.lit(value=False), currency=nothing
    )  # fmt: skip


def _alike(cells: pl.Series) -> pl.DataFrame | None:
    """The same where one currency stands on the same side in every cell; None where it does not."""
    first = str(cells.drop_nulls()[0])
    digits = [at for at, letter in enumerate(first) if letter in "0123456789"]
    if not digits:
        return None
    before, after = first[: digits[0]], first[digits[-1] + 1 :]
    code = _around(pl.Series([first]))["currency"][0]
    if code is None or (before and after) or re.search(rf"[+()%]|{_MINUS}", before + after):
        return None
    figures = cells.str.strip_prefix(before) if before else cells.str.strip_suffix(after)
    whole = figures.str.len_bytes() + len((before + after).encode()) == cells.str.len_bytes()
    if not (whole.all() and figures.str.contains(PLAIN).all()):
        return None
    present = pl.when(pl.col("figures").is_not_null())
    return _frame(figures).with_columns(currency=present.then(pl.lit(code)))


def _around(cells: pl.Series) -> pl.DataFrame:
    """The same of cells that have something around their figures."""
    whole = cells.str.replace(_NO_CENTS, "${1}00")
    parts = whole.str.extract_groups(_AROUND).struct.unnest()
    signs = ["sign", "inner", "trailing", "open", "within"]
    written = pl.coalesce("after", "before")
    code = written.str.to_uppercase()
    codes = parts.select(code.drop_nulls().unique()).to_series().to_list()
    known = {one: one for one in codes if is_currency(one)} | {
        sign.upper(): code for sign, code in _SIGNS.items()
    }
    bracket = pl.coalesce("open", "within").is_not_null()
    minus = pl.any_horizontal(
        pl.col(signs[:3]).str.contains(_MINUS).fill_null(value=False), bracket
    )
    real = bracket == pl.col("close").is_not_null()
    real &= pl.sum_horizontal(pl.col(signs).is_not_null()) <= 1
    real &= ~(pl.col("percent").is_not_null() & written.is_not_null())
    real &= written.is_null() | code.is_in(list(known))
    body = pl.col("body").str.replace_all(_GROUP, "")
    signed = pl.when(minus).then(pl.concat_str([pl.lit("-"), body])).otherwise(body)
    return parts.select(
        figures=pl.when(real).then(signed),
        power=pl.when(real).then("power"),
        percent=pl.col("percent").is_not_null(),
        currency=pl.when(real).then(code.replace_strict(known, default=None)),
    )
