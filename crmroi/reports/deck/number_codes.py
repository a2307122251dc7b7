"""Number formats of native charts: amounts as our axes write them, in the language spoken now.

The marks between digits are the reader's own where his office decides them; where it asks, the
code names the language.
"""

from __future__ import annotations

from crmroi.text import language, money, number, percent

_LOCALES = {"en": "409", "fr": "40C", "pt_BR": "416"}
_SCALES = ((1e9, ",,,"), (1e6, ",,"), (1e3, ","))
"""What amounts are counted in, and the marks that divide by it."""


def money_code(step: float, currency: str) -> str:
    """Return the code for amounts whose ticks are a step apart: €100k where it is thousands."""
    scale, marks = _counted_in(step)
    point = "." if _decimals(step / scale) else ""
    digits = "#,##0" + point + "0" * _decimals(step / scale) + marks
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


def percent_code() -> str:
    """Return the code for shares: 0.25 is 25%."""
    _one, _mark, after = percent(0.01, decimals=0).partition("1")
    return f"0{_said(after.replace('%', ''))}%"


def _counted_in(step: float) -> tuple[float, str]:
    return next(((size, mark) for size, mark in _SCALES if step >= size), (1.0, ""))


def _decimals(step: float) -> int:
    """Return the decimals that a step needs: 2.5 has one."""
    return next((at for at in range(2) if abs(step * 10**at - round(step * 10**at)) < 1e-6), 2)


def _said(text: str) -> str:
    """Return what stands beside the digits, as words and nothing else."""
    return f'"{text}"' if text else ""
