"""What measuring says besides figures, and what it leaves out."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from crmroi.files.exports.meaning.fields import KINDS, Type
from crmroi.files.exports.table import Scale, Table
from crmroi.measure.kpis import AUXILIARY
from crmroi.measure.measuring import measure
from crmroi.measure.results import Measurement, Options
from tests.measure.company import company
from tests.measure.tables import table


def measured(*tables: Table, **options: Any) -> Measurement:
    return measure({one.kind: one for one in tables}, Options(**options))


def remarks(*tables: Table) -> list[str]:
    return [remark.message for remark in measured(*tables).remarks]


CELLS = {
    Type.MOMENT: ["2024-01-05", "2024-02-06"],
    Type.MONEY: [3, 4],
    Type.NUMBER: [5, 6],
    Type.FLAG: [True, False],
    Type.FLAG_OR_MOMENT: [True, False],
    Type.OUTCOME: ["won", "open"],
}
COLUMNS = {
    (kind.name, "outcome" if field.type is Type.OUTCOME else field.name): CELLS.get(
        field.type, ["a", "b"]
    )
    for kind in KINDS.values()
    for field in kind.fields
}


@settings(max_examples=100)
@given(st.sets(st.sampled_from(sorted(COLUMNS)), min_size=1, max_size=12), st.booleans())
def test_whatever_columns_its_tables_have_a_kpi_has_a_value_or_a_reason(
    chosen: set[tuple[str, str]], live: bool
) -> None:
    tables = [
        table(kind, **{name: COLUMNS[kind, name] for of, name in sorted(chosen) if of == kind})
        for kind in {kind for kind, _name in chosen}
    ]
    found = measured(*tables, go_live=date(2024, 2, 1) if live else None)
    assert [
        name for name, kpi in found.kpis.items() if (kpi.value is None) != bool(kpi.reason)
    ] == []


def test_a_survey_without_dates_has_its_score_and_no_months() -> None:
    found = measured(table("survey", scales={"score": Scale(0, 10)}, score=[10, 9, 3]))
    assert found.kpis["nps"].value == 100 / 3
    assert not found.monthly["nps"].months


def test_deals_of_which_nothing_says_whether_they_were_won_have_no_win_rate() -> None:
    found = measured(table("deals", created=["2024-01-05"], amount=[10]))
    assert found.kpis["leads"].value == 1
    for name, label in (("win_rate", "Win rate"), ("deals_won", "Deals won")):
        kpi = found.kpis[name]
        assert kpi.value is None
        assert kpi.reason is not None
        assert kpi.reason.message == (
            f"{label} cannot be calculated: “Deals” has no column for “Status”. Name the column, "
            "or add it to the export."
        )


def test_without_a_go_live_nothing_is_compared() -> None:
    found = measure(company(), Options())
    assert found.before_after == {}
    assert found.realised is None
    assert found.breakdown is None


def test_every_kpi_is_compared_and_none_that_is_auxiliary_is_shown() -> None:
    found = measure(company(), Options(go_live=date(2023, 7, 1), margin=0.4))
    assert set(found.before_after) == set(found.kpis)
    assert not set(found.kpis) & set(AUXILIARY)
    assert not set(found.monthly) & set(AUXILIARY)


def test_leads_too_young_to_have_been_won_are_counted() -> None:
    leads = table(
        "leads", created=["2025-01-01", "2025-01-25", "2025-01-26"],
        converted=[True, False, False], converted_on=["2025-01-11", None, None],
    )  # fmt: skip
    assert remarks(leads) == [
        "2 leads are younger than 10 days, the time in which nine of ten wins come: lead "
        "conversion by month leaves them out."
    ]


def test_records_that_end_before_they_begin_are_counted() -> None:
    deals = table(
        "deals", outcome=["won", "won"], created=["2025-01-10", "2025-01-10"],
        closed=["2025-01-05", "2025-01-10"],
    )  # fmt: skip
    assert remarks(deals) == [
        "Sales cycle: 1 ends before it begins. It has no duration and is left out of it; look at "
        "its dates."
    ]


def test_orders_without_an_amount_are_counted() -> None:
    orders = table("orders", date=["2025-01-01"] * 3, amount=[None, 1, None])
    assert remarks(orders) == [
        "2 orders have no amount: they count as orders, and not in the average order value."
    ]


def test_the_scale_of_satisfaction_is_said() -> None:
    survey = table("survey", scales={"score": Scale(1, 7)}, date=["2025-01-01"], score=[6])
    assert remarks(survey) == ["Satisfaction is on a scale of 1 to 7; satisfied is 6 or more."]


def test_a_retention_of_an_unknown_period_is_said_to_be_one() -> None:
    assert remarks(table("customers", churned=[True, False])) == [
        "Retention comes from a flag alone: nobody knows over which period."
    ]


def test_no_cell_shows_in_what_an_engine_prints_of_itself() -> None:
    found = repr(company()["deals"])
    assert "Customer 0" not in found
