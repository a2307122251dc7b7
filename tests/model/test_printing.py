"""One writing of an amount, three printers: what Excel computes is what NumPy computes."""

from __future__ import annotations

import formulas
import numpy as np
import pytest
import sympy

from crmroi.model.lines import CONSTANTS, LINE, LINES
from crmroi.model.printing import amounts, excel, javascript, latex
from crmroi.model.values import values_of
from crmroi.text import speaking
from tests.model.scenarios import EVERYTHING_ON


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
@pytest.mark.filterwarnings("ignore")
def test_the_excel_formula_evaluates_to_what_numpy_computes(line) -> None:
    generator = np.random.default_rng(len(line.name))
    values = {name: generator.uniform(0, 100, 1) for name in values_of(EVERYTHING_ON)}
    computed = amounts(values)
    cells = {name: float(value[0]) for name, value in values.items()} | CONSTANTS
    cells |= {name: float(amount[0]) for name, amount in computed.items() if name not in cells}
    formula = formulas.Parser().ast(f"={excel(line.amount)}")[1].compile()
    found = formula(*(cells[name.lower()] for name in formula.inputs))
    assert float(found) == pytest.approx(computed[line.name][0], rel=1e-12)


@pytest.mark.parametrize(
    ("name", "formula"),
    [
        ("licences", "users*licence_per_user_per_month"),
        ("maintenance", "maintenance_rate*(installation + custom_development)/12"),
        (
            "time_saved",
            "users*hours_saved_per_user_per_week*weeks_per_month*hourly_cost*productivity_recapture",
        ),
        (
            "contingency",
            "contingency_rate*(installation + custom_development + data_migration + hardware"
            " + change_management + initial_trainer + initial_training_time)",
        ),
    ],
)
def test_factors_stay_in_the_order_in_which_they_are_written(name: str, formula: str) -> None:
    assert excel(LINE[name].amount) == formula


def test_several_divisors_are_bracketed() -> None:
    a, b, c = sympy.symbols("a b c")
    with sympy.evaluate(False):
        assert excel(a / b / c) == "a/(b*c)"


def test_only_products_and_sums_are_printed() -> None:
    with pytest.raises(TypeError, match=r"^An amount is made of products and sums only, not of "):
        excel(sympy.sin(sympy.Symbol("users")))


def test_latex_names_things_by_their_label() -> None:
    assert latex(LINE["maintenance"].amount) == (
        r"\frac{\text{Maintenance} \times \left(\text{Installation} + \text{Custom development}"
        r"\right)}{12}"
    )


def test_latex_can_name_symbols_otherwise() -> None:
    assert latex(LINE["licences"].amount, lambda name: name[0]) == r"u \times l"


def test_latex_follows_the_language() -> None:
    with speaking("fr"):
        french = latex(LINE["licences"].amount)
    assert french.count(r"\text{") == 2


@pytest.mark.parametrize(
    ("name", "formula"),
    [
        ("maintenance", "maintenance_rate * (installation + custom_development) / 12"),
        ("legacy_tools", "legacy_tools_cost_per_month"),
    ],
)
def test_javascript_keeps_the_order_of_writing_too(name: str, formula: str) -> None:
    assert javascript(LINE[name].amount) == formula
