"""Phrases that charts, tables and KPIs share."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from crmroi.text import N_, _, currency_symbol, money, round_money

_SLOT = "\0"  # stands for the amount, so that a phrase is looked up once for a whole series
_SHORTENED = 1e9


def short_money(x: float, currency: str, *, sign: bool = False) -> str:
    """Return an amount as labels show it: €109k."""
    return money(x, currency, compact=True, sign=sign)


def bare_money(x: float, currency: str, *, sign: bool = False) -> str:
    """Return an amount as labels show it where the currency's sign has no room: 109k."""
    symbol = re.escape(currency_symbol(currency))
    return re.sub(rf"{symbol}\s?(?=\d)|\s?{symbol}$", "", short_money(x, currency, sign=sign))


def spoken_money(x: float, currency: str) -> str:
    """Return an amount as sentences say it: three figures, written out up to a thousand million."""
    return money(round_money(x), currency, compact=abs(x) >= _SHORTENED)


def against_pinned(
    now: Sequence[float], pinned: Sequence[float], show: Callable[[float], str]
) -> list[str]:
    """Return the difference to the pinned case in words for each value; "" where it has none."""
    more, less = _("{x} more than pinned", x=_SLOT), _("{x} less than pinned", x=_SLOT)
    same = _("as pinned")
    found = []
    for ours, theirs in zip(now, pinned, strict=False):
        by = ours - theirs
        if -0.5 <= by <= 0.5:
            found.append(same)
        else:
            found.append((more if by > 0 else less).replace(_SLOT, show(abs(by))))
    return found + [""] * (len(now) - len(found))


def with_difference(
    texts: Sequence[str],
    now: Sequence[float],
    pinned: Sequence[float] | None,
    show: Callable[[float], str],
) -> list[str]:
    """Return texts with the difference to the pinned case after each, where there is one."""
    if pinned is None:
        return list(texts)
    return [
        f"{text}, {difference}" if difference else text
        for text, difference in zip(texts, against_pinned(now, pinned, show), strict=True)
    ]


IN_TABLE = N_("All values are in the table below the chart.")
"""Ends every text alternative: said where the chart has its table."""


def hover_amounts(now: Sequence[float], pinned: Sequence[float] | None, currency: str) -> list[str]:
    """Return what the hover box says of each amount: the figure in bold, and against the pin."""
    show = partial(money, currency=currency)
    return with_difference([f"<b>{show(value)}</b>" for value in now], now, pinned, show)


def alternative(kind: str, finding: str, rest: Sequence[str]) -> str:
    """Return a text alternative: kind of chart, finding, then the values, then where all are."""
    return " ".join([kind, f"{finding}.", *rest, _(IN_TABLE)])


def without_table(alt: str) -> str:
    """Return a text alternative as it reads where no table stands below the chart."""
    return alt.removesuffix(_(IN_TABLE)).rstrip()
