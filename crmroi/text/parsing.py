"""Reading what people type: numbers in their language, with the unit's words or without."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from math import isfinite, log10

from babel.numbers import get_currency_symbol

from crmroi.text.currencies import currencies
from crmroi.text.forms import SCALES, decimal_mark, group_mark, scale_word
from crmroi.text.languages import LANGUAGES, SOURCE, language, speaking
from crmroi.text.messages import N_, _
from crmroi.text.notice import Notice
from crmroi.text.numbers import number, percent
from crmroi.text.typography import MINUS
from crmroi.text.units import Unit, show, unit_name

_NOTHING = N_("Nothing is entered. Write a number, like {example}.")
_NO_NUMBER = N_("“{text}” is not a number. Write it like {example}.")
_MORE_THAN_A_NUMBER = N_("“{text}” is more than a number. Write it like {example}.")
_TWO_READINGS = N_("“{text}” could be {whole} or {decimal}. Write the one you mean.")

_OTHER_WORDS: dict[Unit, str] = {
    Unit.HOURS: N_("hrs hr hour"),
    Unit.HOURS_PER_WEEK: N_("hrs hr hour"),
    Unit.HOURS_PER_YEAR: N_("hrs hr hour"),
    Unit.MINUTES: N_("mins minute"),
    Unit.PEOPLE: N_("person users user"),
}
"""Words people also write for a unit, beside those it is shown and named with."""

_OTHER_SCALES = {"k": 3, "m": 6, "mn": 6, "mio": 6}
"""Powers of ten that people write after an amount in any language, beside its own words."""

_LONGEST = 40
"""How much of a typed text a message repeats."""

_NUMBER = re.compile(r"[-+]? ?(?:\d(?:[\d.,' ]*\d)?|[.,]\d+)")
_GROUPED = re.compile(r"[1-9]\d{0,2}([., '])\d{3}(?:\1\d{3})*")
_WORD = re.compile(r"[^\W\d_]+|[^\w\s]")
_FIRST_WORD = re.compile(r" ?([^\W\d_]+)")
_SAME = str.maketrans({MINUS: "-", "–": "-", "’": "'"})


class NotANumber(ValueError):  # noqa: N818 - the name says what is so, as messages do
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
    with its minus or without: "10" and "−10%" are both 0.1; "+10%" is −0.1. A mark that could
    part thousands or decimals is read as the language writes it.

    Raises NotANumber.
    """
    if unit in (Unit.CHOICE, Unit.FLAG):
        raise TypeError(f"a {unit} is chosen, not typed")
    with speaking(code or language()):
        plain = " ".join(text.translate(_SAME).split())
        if not plain:
            raise _problem(_NOTHING, text, unit)
        if unit.is_money:
            plain = " ".join(_currency_signs().sub(" ", plain).split())
        return _value(plain, text, unit)


def _value(plain: str, text: str, unit: Unit) -> float:
    """Read a text that holds one number, words of its unit, and nothing else."""
    typed, power = _one_number(plain, text, unit)
    sign = typed[0] if typed[0] in "+-" else ""
    digits = typed.removeprefix(sign).strip()
    size = float(_read(digits, text, unit).scaleb(power))
    if not isfinite(size):
        raise _problem(_NO_NUMBER, text, unit)
    negative = sign == "+" if unit is Unit.REDUCTION else sign == "-"
    return -size if negative and size else size


def _one_number(plain: str, text: str, unit: Unit) -> tuple[str, int]:
    """Return the one number of a text as typed, and the power of ten it is counted in."""
    found = list(_NUMBER.finditer(plain))
    if not found:
        raise _problem(_NO_NUMBER, text, unit)
    before, after = plain[: found[0].start()], plain[found[0].end() :]
    power = -2 if unit.is_percent else 0
    word = _FIRST_WORD.match(after)
    if word and word.group(1).lower() in _scales(unit, language()):
        power = _scales(unit, language())[word.group(1).lower()]
        after = after[word.end() :]
    words = {word.lower() for side in (before, after) for word in _WORD.findall(side)}
    if len(found) > 1 or not words <= _known_words(unit, language()):
        raise _problem(_MORE_THAN_A_NUMBER, text, unit)
    return found[0].group(), power


def _read(digits: str, text: str, unit: Unit) -> Decimal:
    """Read digits with marks. One mark that could be either is read as the language's own."""
    marks = re.sub(r"\d", "", digits)
    as_decimal = _decimal(digits, marks[-1]) if marks and marks[-1] in ".," else None
    as_whole = _whole(digits)
    if as_decimal is not None and as_whole is not None:
        if marks[-1] not in (decimal_mark(), group_mark()):
            raise _two_readings(as_whole, as_decimal, text)
        return as_decimal if marks[-1] == decimal_mark() else as_whole
    read = as_whole if as_decimal is None else as_decimal
    if read is None:
        raise _problem(_NO_NUMBER, text, unit)
    return read


def _decimal(digits: str, mark: str) -> Decimal | None:
    """Read the last mark as the decimal one, or return None where it cannot be."""
    before, _mark, after = digits.rpartition(mark)
    whole = _whole(before or "0")
    return None if whole is None or mark in before else Decimal(f"{whole}.{after}")


def _whole(digits: str) -> Decimal | None:
    """Read a whole number whose thousands, if marked, are marked alike and right, or None."""
    if digits.isdecimal():
        return Decimal(digits)
    return Decimal(re.sub(r"\D", "", digits)) if _GROUPED.fullmatch(digits) else None


def _problem(template: str, text: str, unit: Unit) -> NotANumber:
    typed = text.strip()
    shown = typed if len(typed) <= _LONGEST else typed[:_LONGEST] + "…"
    return NotANumber(Notice("", text, template, {"text": shown, "example": _example(unit)}))


def _two_readings(whole: Decimal, decimal: Decimal, text: str) -> NotANumber:
    other = str(decimal.normalize()).replace(".", decimal_mark())
    values = {"text": text.strip(), "whole": str(whole), "decimal": other}
    return NotANumber(Notice("", text, _TWO_READINGS, values))


def _example(unit: Unit) -> str:
    """Write a number the way this unit's are typed in the language spoken now."""
    if unit.is_percent:
        return percent(0.125, decimals=1)
    if unit.is_money:
        return number(1200.5, decimals=2)
    whole = unit in (Unit.COUNT, Unit.PEOPLE, Unit.MONTH, Unit.MONTHS, Unit.YEARS)
    return number(12) if whole else number(2.5, decimals=1)


@cache
def _scales(unit: Unit, code: str) -> dict[str, int]:
    """Return the powers of ten of the words that may follow a number ("109k", "1,25 M€")."""
    if not unit.is_money:
        return {}
    with speaking(code):
        own = {scale_word(scale).lower(): round(log10(scale)) for scale in SCALES}
    return _OTHER_SCALES | own


@cache
def _known_words(unit: Unit, code: str) -> frozenset[str]:
    """Return the words and marks that may stand beside a number of this unit."""
    texts: list[str] = []
    for spoken in {code, SOURCE}:
        with speaking(spoken):
            texts += [show(n, unit, "EUR") for n in (1, 2)]
            texts += [unit_name(unit, "EUR"), _(_OTHER_WORDS.get(unit, ""))]
    words = {word.lower() for text in texts for word in _WORD.findall(text)}
    return frozenset(words.difference("+€", MINUS)) | {".", "/"}


@cache
def _currency_signs() -> re.Pattern[str]:
    """Match the signs and codes of all currencies in all our languages, the longest first."""
    signs = {"$", "€", "£", "¥", *currencies()}
    signs |= {get_currency_symbol(c, locale=spoken) for c in currencies() for spoken in LANGUAGES}
    longest_first = sorted(signs, key=lambda sign: (-len(sign), sign))
    return re.compile("|".join(map(_apart_from_letters, longest_first)), re.IGNORECASE)


def _apart_from_letters(sign: str) -> str:
    """Match a sign only where its letters do not go on: "60 CHF", not "60 CHFs"."""
    before = r"(?<![^\W\d_])" if sign[0].isalpha() else ""
    after = r"(?![^\W\d_])" if sign[-1].isalpha() else ""
    return before + re.escape(sign) + after
