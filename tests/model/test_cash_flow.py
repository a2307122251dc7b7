from __future__ import annotations

import numpy as np
import numpy_financial as npf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.model.cash_flow import Rates, cash_flow_measures, payback


def measure(net, rate=0.1, *, finance=None, reinvest=None, period="year", first_flow="now"):
    rates = Rates(
        rate, rate if finance is None else finance, rate if reinvest is None else reinvest, period
    )
    return cash_flow_measures(net, None, None, rates, first_flow)


def excel_npv(rate, *flows):
    return measure(flows, rate, first_flow="end-of-period")["npv"]


# The examples of Excel's own documentation of NPV, IRR and MIRR.


def test_excel_npv_of_a_first_flow_at_the_end_of_the_first_year():
    assert excel_npv(0.1, -10_000, 3_000, 4_200, 6_800) == pytest.approx(1188.44, abs=0.005)


@pytest.mark.parametrize(
    ("flows", "npv"),
    [
        ((-40_000, 8_000, 9_200, 10_000, 12_000, 14_500), 1922.06),
        ((-40_000, 8_000, 9_200, 10_000, 12_000, 14_500, -9_000), -3749.47),
    ],
)
def test_excel_npv_of_an_outlay_now(flows, npv):
    assert measure(flows, 0.08)["npv"] == pytest.approx(npv, abs=0.005)


@pytest.mark.parametrize(
    ("years", "irr"), [(2, -0.443506941334740), (4, -0.0212448482734550), (5, 0.0866309480365316)]
)
def test_excel_irr(years, irr):
    flows = (-70_000, 12_000, 15_000, 18_000, 21_000, 26_000)[: years + 1]
    result = measure(flows)
    assert result["irr"] == pytest.approx(irr, abs=1e-12)
    assert (result["irr_status"], result["irr_roots"]) == ("unique", [result["irr"]])


@pytest.mark.parametrize(
    ("years", "reinvest", "mirr"),
    [(5, 0.12, 0.1260941303659051), (3, 0.12, -0.0480446552), (5, 0.14, 0.1347591053)],
)
def test_excel_mirr(years, reinvest, mirr):
    flows = (-120_000, 39_000, 30_000, 21_000, 37_000, 46_000)[: years + 1]
    result = measure(flows, finance=0.1, reinvest=reinvest)
    assert result["mirr"] == pytest.approx(mirr, abs=1e-8)


def test_two_internal_rates_are_both_told_and_neither_is_the_answer():
    result = measure((-1.6, 10, -10))
    assert result["irr_roots"] == pytest.approx([0.25, 4.0])
    assert (result["irr"], result["irr_per_period"], result["irr_status"]) == (
        None, None, "multiple",
    )  # fmt: skip


@pytest.mark.parametrize("net", [(1, -1, 1), (-100, -40), (5, 5), (0, 0), (0,), (-1,)])
def test_a_flow_without_an_internal_rate_says_none(net):
    result = measure(net)
    assert (result["irr"], result["irr_status"], result["irr_roots"]) == (None, "none", [])


def test_benefits_and_costs_give_returns_and_present_values():
    result = cash_flow_measures(
        (-100.0, 90.0), (0.0, 110.0), (100.0, 20.0), Rates(0.1, 0.1, 0.1), "now"
    )
    assert result["roi"] == pytest.approx(-10 / 120)
    assert result["pv_benefits"] == pytest.approx(100)
    assert result["pv_costs"] == pytest.approx(100 + 20 / 1.1)
    assert result["discounted_roi"] == pytest.approx(result["npv"] / result["pv_costs"])


def test_a_net_flow_alone_has_no_return_on_costs():
    result = measure((-100, 110))
    assert [result[name] for name in ("roi", "discounted_roi", "pv_benefits", "pv_costs")] == [
        None
    ] * 4


def test_without_costs_there_is_no_return_rather_than_an_infinite_one():
    result = cash_flow_measures((5.0, 5.0), (5.0, 5.0), (0.0, 0.0), Rates(0.1, 0.1, 0.1), "now")
    assert (result["roi"], result["discounted_roi"]) == (None, None)


def test_months_use_the_twelfth_root_of_the_annual_rate():
    flows = (-2200, 752.97, 752.97, 752.97)
    result = measure(flows, 1.02**12 - 1, period="month")
    assert result["npv"] == pytest.approx(-28.52241, abs=1e-4)
    assert result["irr_per_period"] == pytest.approx(0.0133299, abs=1e-6)
    assert result["irr"] == pytest.approx((1 + result["irr_per_period"]) ** 12 - 1)
    assert result["irr_roots"] == [result["irr"]]
    assert result["mirr"] == pytest.approx((1 + npf.mirr(flows, 0.02, 0.02)) ** 12 - 1)


def test_a_first_flow_at_the_end_of_its_period_moves_values_by_one_period_and_no_rates():
    now, later = (measure((-100, 60, 70), first_flow=first) for first in ("now", "end-of-period"))
    assert later["npv"] == pytest.approx(now["npv"] / 1.1)
    assert later["payback_periods"] == pytest.approx(now["payback_periods"] + 1)
    assert [later[name] for name in ("irr", "mirr")] == [now[name] for name in ("irr", "mirr")]


@pytest.mark.parametrize(
    ("net", "periods"),
    [
        ((-1000, 400, 400, 400), 2.5),
        ((-53150, 939796), 53150 / 939796),
        ((-100, 100), 1.0),
        ((-100, 150, -100, 100), 2.5),  # the last upward crossing counts
        ((-100, 60), None),
        ((100, -50, 20), 0.0),
        ((0, 0), 0.0),
        ((50, -100, 50), 2.0),
        ((-0.3, 0.1, 0.1, 0.1), 3.0),  # a sum that is 0 but for rounding
    ],
)
def test_payback_is_linear_within_the_period_of_the_last_upward_crossing(net, periods):
    assert payback(np.array(net, float)) == (None if periods is None else pytest.approx(periods))


def test_what_no_number_can_hold_is_refused():
    with pytest.raises(OverflowError):
        measure([1e15] * 600, -0.9)


amounts = st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=12)


@given(amounts)
def test_npv_at_a_rate_of_zero_is_the_sum(net):
    assert measure(net, 0.0)["npv"] == pytest.approx(sum(net), abs=1e-5)


@given(st.lists(st.floats(1, 1e6), min_size=1, max_size=12), st.floats(1, 1e6))
def test_npv_at_the_internal_rate_is_zero(gains, outlay):
    net = [-outlay, *gains]
    irr = measure(net)["irr"]
    if irr is not None and irr <= 10:
        assert measure(net, irr)["npv"] == pytest.approx(0, abs=1e-8 * (outlay + sum(gains)))
