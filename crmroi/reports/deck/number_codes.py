"""Number formats of native charts: amounts as our axes write them, in the language spoken now.

The marks between digits are the reader's own where his office decides them; where it asks, the
code names the language.
"""

from __future__ import annotations

from crmroi.text import Unit, language, money, number, percent
from crmroi.text.typography import MINUS

_LOCALES = {"en": "409", "fr": "40C", "pt_BR": "416"}
_SCALES = ((1e9, ",,,"), (1e6, ",,"), (1e3, ","))
"""What amounts are counted in, and the marks that divide by it."""


def money_code(step: float, currency: str) -> str:
    """Return the code for amounts whose ticks are a step apart: €100k where it is thousands."""
    scale, marks = _counted_in(step)
    digits = f"#,##{_digits(step / scale)}{marks}"
    before, _one, after = money(scale, currency, compact=True).partition("1")
    minus, _one, _after = money(-scale, currency, compact=True).partition("1")
    locale = f"[$-{_LOCALES[language()]}]"
    return f"{locale}{_said(before)}{digits}{_said(after)};{_said(minus)}{digits}{_said(after)};0"


def money_word(amount: float, step: float, currency: str) -> str:
    """Return an amount as `money_code` shows it in the language spoken now."""
    scale, _marks = _counted_in(step)
    sample = -scale if amount < 0 else scale
    before, _one, after = money(sample, currency, compact=True).partition("1")
    return before + number(abs(amount) / scale, decimals=_decimals(step / scale)) + after


def percent_code(step: float = 0.01) -> str:
    """Return the code for shares whose ticks are a step apart: 0.25 is 25%."""
    _one, _mark, after = percent(0.01, decimals=0).partition("1")
    return f"{_digits(100 * step)}{_said(after.replace('%', ''))}%"


def unit_code(step: float, one: str, unit: Unit, currency: str) -> str:
    """Return the code for values of a unit whose ticks are a step apart; `one` is how it says 1."""
    if unit.is_money:
        return money_code(step, currency)
    if unit.is_percent:
        return percent_code(step)
    before, _one, after = one.partition("1")
    digits = f"#,##{_digits(step)}{_said(after)}"
    locale = f"[$-{_LOCALES[language()]}]"
    return f"{locale}{_said(before)}{digits};{_said(MINUS + before)}{digits};0"


def _counted_in(step: float) -> tuple[float, str]:
    return next(((size, mark) for size, mark in _SCALES if step >= size), (1.0, ""))


def _digits(step: float) -> str:
    decimals = _decimals(step)
    return "0." + "0" * decimals if decimals else "0"


def _decimals(step: float) -> int:
    """Return the decimals that a step needs: 2.5 has one."""
    return next((at for at in range(2) if abs(step * 10**at - round(step * 10**at)) < 1e-6), 2)


def _said(text: str) -> str:
    """Return what stands beside the digits, as words and nothing else."""
    return f'"{text}"' if text else ""
