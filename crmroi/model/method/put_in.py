"""Values put into a formula: what stands for a name once a case is known, as LaTeX."""

from __future__ import annotations

from crmroi.assumptions import Assumption, Scenario
from crmroi.model.formulas import FORMULAS, series_latex
from crmroi.model.lines import CONSTANTS, SALES, Line
from crmroi.model.names import WORDS, assumptions_by_field, fill, in_words, tex
from crmroi.model.printing import amounts, latex
from crmroi.model.series import MONTH_0
from crmroi.model.values import values_of
from crmroi.text import Unit, _, number, percent, show
from crmroi.text.numbers import decimals_needed

_SAID_BY_THE_FORMULA = frozenset({Unit.MONTH, Unit.MONTHS, Unit.YEARS, Unit.FLAG})
"""Units that a formula needs no words for: "t > 3", not "t > month 3"."""


class Figures:
    """A case's values and amounts, as LaTeX."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._amounts = amounts(values_of(scenario))

    def in_amount(self, line: Line) -> str:
        """The amount of a line with values in it, and what it comes to before risk adjustment.

        Empty where it is an assumption that is paid once: its total says the same.
        """
        put_in = latex(line.amount, self._of)
        if line.series == SALES:
            return rf"{put_in} \times {series_latex(SALES)}"
        if line.amount.is_Symbol:
            return "" if line.series == MONTH_0 else put_in
        unit = Unit.MONEY if line.series == MONTH_0 else Unit.MONEY_PER_MONTH
        return f"{put_in} = {self._amount(line.name, unit)}"

    def in_formula(self, name: str) -> str:
        """A formula (`FORMULAS`) with values in it; empty where it holds no assumption."""
        template = FORMULAS[name].template
        if not any(f"«{field}»" in template for field in assumptions_by_field().keys() - WORDS):
            return ""
        return fill(template, self._of)

    def _of(self, name: str) -> str:
        """An assumption's value, a line's amount; other names stay words."""
        if name in CONSTANTS:
            return _constant()
        if name in WORDS:
            return in_words(name)
        item = assumptions_by_field().get(name)
        return self._amount(name) if item is None else self._value(item)

    def _amount(self, line: str, unit: Unit = Unit.MONEY) -> str:
        whole = round(float(self._amounts[line][0]))
        return tex(show(whole, unit, self.scenario.currency))

    def _value(self, item: Assumption) -> str:
        value = self.scenario.value(item.key)
        if isinstance(value, str):
            return tex(_((item.choices or {})[value]))
        if item.unit.is_percent:  # a reduction of 5% is "−5%" on a slider, and 5% in a formula
            shown = percent(value, decimals=decimals_needed(value * 100))
        elif item.unit in _SAID_BY_THE_FORMULA:
            shown = number(value)
        else:
            shown = show(value, item.unit, self.scenario.currency)
        return rf"\left({tex(shown)}\right)" if value < 0 else tex(shown)


def _constant() -> str:
    """52/12, as its own formula has it: there is no other constant."""
    return FORMULAS["weeks"].template.partition(" = ")[2]
