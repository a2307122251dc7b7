"""Reading what people type: numbers in their language, with the unit's words or without."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from babel.numbers import get_currency_symbol

from crmroi.text.currencies import currencies
from crmroi.text.languages import LANGUAGES, SOURCE, language, speaking
from crmroi.text.messages import N_, _
from crmroi.text.notice import Notice
from crmroi.text.numbers import decimal_mark, group_mark, number
from crmroi.text.typography import MINUS
from crmroi.text.units import Unit, show, unit_name
from crmroi.text.units import Quantity as _Quantity

_OTHER_WORDS: dict[Unit, str] = {
    Unit.HOURS: N_("hrs hr hour"),
    Unit.HOURS_PER_WEEK: N_("hrs hr hour"),
    Unit.HOURS_PER_YEAR: N_("hrs hr hour"),
    Unit.MINUTES: N_("mins minute"),
    Unit.PEOPLE: N_("person users user"),
}
"""Words people also write for a unit, beside those it is shown and named with."""

_SCALES = {"k": 3, "mil": 3, "m": 6, "mn": 6, "mi": 6, "mio": 6, "md": 9, "bi": 9, "bn": 9, "b": 9}
"""Powers of ten of what may follow an amount or a count ("109k", "1,25 M€", "R$ 109 mil")."""

_GROUP_SPACE = " "
_NUMBER = re.compile(r"[-+]?\s*(?:\d(?:[\d.,' ]*\d)?|[.,]\d+)")
_WORD = re.compile(r"[^\W\d_]+|[^\w\s]")
_MINUS_SIGNS = str.maketrans({MINUS: "-", "–": "-", "’": "'"})


class NotANumber(ValueError):
    """What was typed is not a number, or could be two. Its `notice` says so and what to do."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(notice.template)
        self.notice = notice

    def __str__(self) -> str:
        return self.notice.message


def parse(text: str, unit: Unit, code: str | None = None) -> float:
    """Read what a person typed for a value of a unit, in a language (the one spoken now if None).

    Spaces of any kind, the currency's sign, the percent sign and the unit's words may be there
    or not. Percentages are typed as such: "15" and "15 %" are 0.15. A reduction may be typed
    with its minus or without: "10" and "−10%" are both 0.1; "+10%" is −0.1.

    Raises NotANumber.
    """
    if unit in (Unit.CHOICE, Unit.FLAG):
        raise TypeError(f"a {unit} is chosen, not typed")
    with speaking(code or language()):
        return _parse(text, unit)


def _parse(text: str, unit: Unit) -> float:
    plain = " ".join(text.translate(_MINUS_SIGNS).split())
    if not plain:
        raise _problem(text, unit, N_("Nothing is entered. Write a number, like {example}."))
    if unit.is_money:
        plain = _currency_signs(language()).sub(" ", plain).strip()
    found = list(_NUMBER.finditer(plain))
    if len(found) != 1:
        raise _problem(text, unit)
    typed = found[0]
    rest = plain[: typed.start()] + " \0 " + plain[typed.end() :]
    power = _power(plain[typed.end() :], unit)
    words = [word.lower() for word in _WORD.findall(rest.replace("\0", ""))]
    if power:
        words.remove(_first_word(plain[typed.end() :]))
    if not set(words) <= _known_words(unit, language()):
        raise _problem(text, unit)
    sign, body = _split_sign(typed.group())
    value = _read(body, text, unit).scaleb(power - (2 if unit.is_percent else 0))
    negative = sign == "+" if unit is Unit.REDUCTION else sign == "-"
    return float(-value if negative else value) + 0.0


def _split_sign(typed: str) -> tuple[str, str]:
    sign = typed[0] if typed[0] in "+-" else ""
    return sign, typed.removeprefix(sign).strip()


def _first_word(after: str) -> str:
    """Return the word that directly follows the number, if a word does."""
    found = re.match(r"\s*([^\W\d_]+)", after)
    return found.group(1).lower() if found else ""


def _power(after: str, unit: Unit) -> int:
    """Return the power of ten that the word after the number stands for, 0 without one."""
    if not (unit.is_money or unit in (Unit.COUNT, Unit.COUNT_PER_MONTH)):
        return 0
    return _SCALES.get(_first_word(after), 0)


def _read(body: str, text: str, unit: Unit) -> Decimal:
    """Read digits with marks. One mark that could be either is read as the language's own."""
    marks = [letter for letter in body if not letter.isdigit()]
    if not marks:
        return Decimal(body)
    last = marks[-1]
    as_decimal = _decimal_reading(body, last) if last in ".," else None
    as_whole = _grouped(body)
    if as_decimal is not None and as_whole is not None:
        if last == decimal_mark():
            return as_decimal
        if last == group_mark():
            return as_whole
        raise _problem(
            text,
            unit,
            N_("“{text}” could be {whole} or {decimal}. Write the one you mean."),
            whole=str(as_whole),
            decimal=str(as_decimal.normalize()).replace(".", decimal_mark()),
        )
    read = as_whole if as_decimal is None else as_decimal
    if read is None:
        raise _problem(text, unit)
    return read


def _decimal_reading(body: str, mark: str) -> Decimal | None:
    """Read the last mark as the decimal one, or return None."""
    before, _mark, after = body.rpartition(mark)
    if mark in before or not after.isdigit():
        return None
    whole = _grouped(before) if before else Decimal(0)
    return None if whole is None else Decimal(f"{whole}.{after}")


def _grouped(body: str) -> Decimal | None:
    """Read a whole number whose thousands, if marked, are marked alike and right, or None."""
    if body.isdigit():
        return Decimal(body)
    if re.fullmatch(r"[1-9]\d{0,2}([., '])\d{3}(?:\1\d{3})*", body) is None:
        return None
    return Decimal(re.sub(r"\D", "", body))


def _problem(text: str, unit: Unit, template: str | None = None, **values: object) -> NotANumber:
    plain = N_("“{text}” is not a number here. Write it like {example}.")
    example = _Quantity(0.125 if unit.is_percent else 1200, unit)
    if not unit.is_percent:
        values["example"] = number(1200.5, decimals=1)
    else:
        values["example"] = example
    return NotANumber(Notice("", text, template or plain, {"text": text.strip(), **values}))


@lru_cache(maxsize=None)
def _known_words(unit: Unit, code: str) -> frozenset[str]:
    """Return the words and marks that may stand beside a number of this unit."""
    texts: list[str] = [_OTHER_WORDS.get(unit, "")]
    for spoken in {code, SOURCE}:
        with speaking(spoken):
            texts += [show(n, unit, "EUR") for n in (1, 2)]
            texts += [unit_name(unit, "EUR"), _(_OTHER_WORDS.get(unit, ""))]
    words = {word.lower() for text in texts for word in _WORD.findall(text)}
    return frozenset(words - set("+-−€")) | {".", "/"}


@lru_cache(maxsize=None)
def _currency_signs(code: str) -> re.Pattern[str]:
    """Match the signs and codes of all currencies, whole ones only."""
    signs = set("$€£¥₹") | set(currencies())
    signs |= {get_currency_symbol(c, locale=spoken) for c in currencies() for spoken in LANGUAGES}
    longest_first = sorted(signs, key=len, reverse=True)
    return re.compile("|".join(map(_whole, longest_first)), re.IGNORECASE)


def _whole(sign: str) -> str:
    """Match a sign only where its letters do not go on: CHF in "60 CHF", not R in "PER"."""
    before = r"(?<![^\W\d_])" if sign[0].isalpha() else ""
    after = r"(?![^\W\d_])" if sign[-1].isalpha() else ""
    return before + re.escape(sign) + after
