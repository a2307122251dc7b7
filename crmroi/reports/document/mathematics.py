"""The formulas of the method as typst sets them, and in one line of signs for those who hear them.

Formulas are declared as LaTeX. Of that only what they use is read; anything else is an error, so
that no formula is printed wrong.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crmroi.reports.document.signs import SIGNS

_SIGN = re.compile(r"\\[A-Za-z]+|\\.|\d+(?:\.\d+)?|\s+|.", re.DOTALL)
_SIZES = frozenset({r"\left", r"\right", r"\bigl", r"\bigr", r"\Bigl", r"\Bigr"})
"""How large brackets are is left to typst."""
_FRACTIONS = frozenset({r"\frac", r"\tfrac", r"\dfrac"})
_IN_TEXT: Mapping[str, str] = MappingProxyType(
    {"~": "\u00a0", r"\,": "\u202f", r"\textbackslash": "\\"}
)
_SPACES = re.compile(" +")
_CLOSE = tuple(
    (re.compile(place), close)
    for place, close in (
        (r"([(\[⌊{|]) ", r"\1"),
        (r" ([)\]⌋}|,!])", r"\1"),
        (r"(?<=\w) \((?=[\w ]{1,3}\))", "("),
    )
)
"""Where a line of signs has no space."""
_LONG = 64
"""A fraction with more signs above or below its line is written in one line, which can break."""


@dataclass(frozen=True)
class Formula:
    """One formula: `typst` in its mathematics, `plain` in a line of signs."""

    typst: str
    plain: str


def read(latex: str) -> list[Formula]:
    """Return a formula, or several where it has rows under each other.

    Raises ValueError for LaTeX that the method does not use.
    """
    found: list[Formula] = []
    reader = _Reader(_SIGN.findall(latex.strip()))
    while not reader.ended:
        found += reader.rows()
    return [formula for formula in found if formula.plain]


class _Reader:
    def __init__(self, signs: list[str]) -> None:
        self._signs, self._at = signs, 0

    @property
    def ended(self) -> bool:
        return self._at >= len(self._signs)

    def rows(self) -> list[Formula]:
        """Return the rows of what is aligned, or what comes before and after it, as formulas."""
        rows, pieces = [], self._pieces({r"\begin"})
        while pieces and pieces[0].plain == " ":
            del pieces[0]
        if pieces:
            rows.append(_joined(pieces))
        while not self.ended and self._signs[self._at] == r"\begin":
            self._next()
            kind = self._raw()
            if kind == "aligned":
                return rows + [_joined(self._flat(cells)) for cells in self._table()]
            rows = [_joined([*rows, self._cases(kind), *self._pieces({r"\begin"})])]
        return rows

    def _flat(self, cells: list[list[Formula]]) -> list[Formula]:
        return [piece for cell in cells for piece in cell]

    def _cases(self, kind: str) -> Formula:
        if kind != "cases":
            raise ValueError(f"unknown: {kind}")
        rows = [[_joined(cell) for cell in row] for row in self._table()]
        typst = ", ".join(" & quad ".join(cell.typst for cell in row) for row in rows)
        plain = "; ".join(": ".join(cell.plain for cell in reversed(row)) for row in rows)
        return Formula(f"cases({typst})", f"{{{plain}}}")

    def _table(self) -> list[list[list[Formula]]]:
        """Return rows of cells up to the end of an environment."""
        rows: list[list[list[Formula]]] = [[]]
        while True:
            rows[-1].append(self._pieces({"&", r"\\", r"\end"}))
            mark = self._next()
            if mark == r"\end":
                self._raw()
                return rows
            if mark == r"\\":
                rows.append([])

    def _pieces(self, ends: set[str]) -> list[Formula]:
        pieces: list[Formula] = []
        while not self.ended and self._signs[self._at] not in ends:
            sign = self._next()
            if sign.isspace() or sign in _SIZES:
                continue
            if sign in "_^":
                pieces.append(_attached(pieces.pop(), sign, self._group()))
            else:
                pieces.append(self._piece(sign))
        return pieces

    def _piece(self, sign: str) -> Formula:
        if sign == "{":
            return self._rest_of_group()
        if sign == r"\text":
            return _words(self._raw())
        if sign in _FRACTIONS:
            found = _fraction(self._group(), self._group())
            return _displayed(found) if sign == r"\dfrac" else found
        if sign in SIGNS:
            return Formula(*SIGNS[sign])
        if sign[0].isdigit():
            return _words(sign)  # in the letters of the figures put in
        if sign.isalpha():
            return Formula(sign, sign)
        raise ValueError(f"unknown: {sign}")

    def _group(self) -> Formula:
        sign = self._next()
        return self._rest_of_group() if sign == "{" else self._piece(sign)

    def _rest_of_group(self) -> Formula:
        pieces = self._pieces({"}"})
        self._next()
        return _joined(pieces)

    def _raw(self) -> str:
        """Return the text of a group as it is meant."""
        letters = []
        if self._next() != "{":
            raise ValueError("no group")
        while (sign := self._next()) != "}":
            if sign == r"\textbackslash":
                self._raw()
            escaped = sign[1:] if sign[0] == "\\" else sign
            letters.append(_IN_TEXT.get(sign, escaped))
        return "".join(letters)

    def _next(self) -> str:
        if self.ended:
            raise ValueError("ends too early")
        self._at += 1
        return self._signs[self._at - 1]


def _words(text: str) -> Formula:
    """Return words as what they are: letters in typst's mathematics would be factors."""
    return Formula(f"#w({json.dumps(text, ensure_ascii=False)})", text)


def _fraction(above: Formula, below: Formula) -> Formula:
    plain = f"{_bracketed(above.plain)} / {_bracketed(below.plain)}"
    if max(len(above.plain), len(below.plain)) > _LONG:
        return Formula(rf"{_grouped(above)} \/ {_grouped(below)}", plain)
    return Formula(f"frac({above.typst}, {below.typst})", plain)


def _displayed(formula: Formula) -> Formula:
    return Formula(f"display({formula.typst})", formula.plain)


def _grouped(formula: Formula) -> str:
    return f"( {formula.typst} )" if " " in formula.plain else formula.typst


def _bracketed(plain: str) -> str:
    return f"({plain})" if " " in plain else plain


def _attached(base: Formula, mark: str, script: Formula) -> Formula:
    plain = f"{base.plain}{mark}{_bracketed(script.plain)}"
    return Formula(f"{base.typst}{mark}({script.typst})", plain)


def _joined(pieces: list[Formula]) -> Formula:
    plain = _SPACES.sub(" ", " ".join(piece.plain for piece in pieces)).strip()
    for place, close in _CLOSE:
        plain = place.sub(close, plain)
    return Formula(" ".join(piece.typst for piece in pieces), plain)
