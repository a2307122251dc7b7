"""An amount as LaTeX, as Excel and JavaScript formulas, and as a NumPy function: one writing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

import sympy
from sympy import Add, Integer, Mul, Pow, Symbol

from crmroi.model.arrays import Array, Values
from crmroi.model.lines import CONSTANTS, LINE, LINES
from crmroi.model.names import in_words

Naming = Callable[[str], str]
"""What stands for a symbol of this name."""

_SUM, _PRODUCT, _ATOM = range(3)  # how tightly a printed expression holds together


class _Notation:
    """How products and quotients are written."""

    def __init__(self, naming: Naming, times: str, fraction: str, brackets: str) -> None:
        self.naming, self.times, self.fraction, self.brackets = naming, times, fraction, brackets

    def text(self, expression: sympy.Basic) -> str:
        return self._text(expression)[0]

    def _text(self, expression: sympy.Basic) -> tuple[str, int]:
        match expression:
            case Symbol():
                return self.naming(expression.name), _ATOM
            case Integer():
                return str(expression), _ATOM
            case Add():
                return " + ".join(self.text(term) for term in expression.args), _SUM
            case Mul():
                return self._product(expression)
        raise TypeError(f"An amount is made of products and sums only, not of {expression!r}")

    def _product(self, expression: Mul) -> tuple[str, int]:
        above, below = _factors(expression)
        over = self.times.join(self._factor(factor) for factor in above)
        if not below:
            return over, _PRODUCT
        under = self.times.join(self._factor(factor) for factor in below)
        if len(below) > 1:
            under = self.brackets.format(under)
        return self.fraction.format(over=over, under=under), _PRODUCT

    def _factor(self, expression: sympy.Basic) -> str:
        text, tightness = self._text(expression)
        return text if tightness > _SUM else self.brackets.format(text)


def _factors(expression: sympy.Basic) -> tuple[list[sympy.Basic], list[sympy.Basic]]:
    """The factors above and below the line of a product, in the order of writing."""
    above: list[sympy.Basic] = []
    below: list[sympy.Basic] = []
    for factor in expression.args:
        if isinstance(factor, Pow) and factor.exp == -1:
            below.append(factor.base)
        elif isinstance(factor, Mul):
            inner_above, inner_below = _factors(factor)
            above += inner_above
            below += inner_below
        else:
            above.append(factor)
    return above, below


def latex(expression: sympy.Expr, naming: Naming = in_words) -> str:
    """The expression as LaTeX; `naming` gives that of a symbol by its name."""
    return _Notation(naming, r" \times ", r"\frac{{{over}}}{{{under}}}", r"\left({}\right)").text(
        expression
    )


def excel(expression: sympy.Expr, naming: Naming = str) -> str:
    """The expression as an Excel formula, without "=".

    Symbols are named cells of the same name: assumptions, `weeks_per_month`, and lines for what
    names a line. True and false must be cells of 1 and 0.
    """
    return _Notation(naming, "*", "{over}/{under}", "({})").text(expression)


def javascript(expression: sympy.Expr, naming: Naming = str) -> str:
    """The expression in JavaScript; `naming` gives that of a symbol by its name.

    True and false must be numbers of 1 and 0.
    """
    return _Notation(naming, " * ", "{over} / {under}", "({})").text(expression)


@lru_cache(maxsize=1)
def _amounts() -> tuple[Sequence[str], Callable[..., Sequence[Array]]]:
    expressions = [in_assumptions(line.amount) for line in LINES]
    symbols = sorted(set().union(*(each.free_symbols for each in expressions)), key=str)
    names = [symbol.name for symbol in symbols]
    # Sums and products need no function: naming NumPy here would bring in all of it, f2py too.
    return names, sympy.lambdify(symbols, expressions, modules=[{}], cse=True)


def in_assumptions(amount: sympy.Expr) -> sympy.Expr:
    """The amount with other lines' names replaced by their amounts."""
    lines: Mapping[Symbol, sympy.Expr] = {
        symbol: LINE[symbol.name].amount
        for symbol in amount.free_symbols
        if symbol.name in LINE and LINE[symbol.name].amount != symbol
    }
    return amount.xreplace(lines)


def amounts(values: Values) -> dict[str, Array]:
    """The amount of each line by its name, (1,) or (scenarios,), not yet adjusted for risk."""
    names, compute = _amounts()
    results = compute(*(CONSTANTS.get(name, values.get(name)) for name in names))
    return {line.name: result for line, result in zip(LINES, results, strict=True)}
