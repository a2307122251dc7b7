"""Sizes written in English digits ("1,234.5"), whatever the language.

Rounding is Babel's: half to even, on the decimal a float prints as (0.125 and 2.675 are halves,
whatever their binary digits).
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

_SPECS = tuple(f",.{decimals}f" for decimals in range(16))
_ROUGH = 10
"""Decimals of a percentage beyond which the error of × 100 could be seen."""
_EXACT = 1e15
"""Beyond it a float's neighbours are too far apart for its short decimal to matter."""


def fixed(size: float, decimals: int) -> str:
    """Write a size in English digits, halves to even on the decimal that the float prints as."""
    if decimals and _is_half(size, decimals):
        step = Decimal(1).scaleb(-decimals)
        exact = Decimal(float.__repr__(size)).quantize(step, rounding=ROUND_HALF_EVEN)
        return format(exact, ",f")
    return format(size, _spec(decimals)) if decimals else whole(size)


def whole(size: float) -> str:
    """Write a size without decimals; beyond a float's digits come zeros, none of them made up."""
    if size < _EXACT:
        return format(size, ",.0f")
    return format(int(Decimal(float.__repr__(size))), ",")


def fixed_percent(size: float, decimals: int) -> str:
    """Write a share as a percentage, without its sign."""
    if _is_half(size, decimals + 2) or decimals > _ROUGH:
        step = Decimal(1).scaleb(-decimals)
        exact = Decimal(float.__repr__(size)).scaleb(2).quantize(step, rounding=ROUND_HALF_EVEN)
        return format(exact, ",f")
    # Rounded first, so that the error of × 100 cannot cross a half.
    return format(round(size, decimals + 2) * 100, _spec(decimals))


def _spec(decimals: int) -> str:
    return _SPECS[decimals] if decimals < len(_SPECS) else f",.{decimals}f"


def _is_half(size: float, decimals: int) -> bool:
    """Tell whether the decimal a float prints as lies half-way between two shown values."""
    text = float.__repr__(size)
    if "e" in text:
        return size < _EXACT and Decimal(text).as_tuple().exponent == -decimals - 1
    return text[-1] == "5" and len(text) - text.find(".") == decimals + 2
