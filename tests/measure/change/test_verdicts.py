from __future__ import annotations

from dataclasses import replace

import pytest

from crmroi.measure.change.verdicts import MANY_KPIS, VERDICTS, sentence, verdict
from crmroi.measure.results import Adjusted, BeforeAfter, Window
from crmroi.text import Notice, Unit

BOTH = BeforeAfter(
    before=0.182, after=0.231, n_before=900, n_after=950,
    window=Window(("2023-01", "2023-12"), ("2024-01", "2024-12"), 12), per_month=False,
    before_per_month=None, after_per_month=None, change=0.049, change_relative=0.27,
    interval=(0.01, 0.08), interval_relative=(0.05, 0.4),
    adjusted=Adjusted(change=0.04, change_relative=0.2, interval=(0.01, 0.07)),
    controlled=None, verdict="better",
)  # fmt: skip


def said(both: BeforeAfter, unit: Unit = Unit.SHARE) -> str:
    return str(sentence("Win rate", both, unit, "EUR")).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("better", "interval", "months", "expected"),
    [
        ("up", (0.1, 0.2), 6, "better"),
        ("up", (-0.2, -0.1), 6, "worse"),
        ("down", (-0.2, -0.1), 6, "better"),
        ("down", (0.1, 0.2), 6, "worse"),
        ("", (0.1, 0.2), 6, "changed"),
        ("up", (-0.1, 0.2), 6, "unclear"),
        ("up", (0.0, 0.0), 6, "unclear"),
        ("up", (0.1, 0.2), 5, "short"),
        ("up", None, 1, "short"),
        ("up", None, 6, "none"),
        ("up", None, 0, "none"),
    ],
)
def test_a_verdict_follows_from_the_interval_and_the_direction(
    better: str, interval: tuple[float, float] | None, months: int, expected: str
) -> None:
    assert verdict(better, interval, months) == expected
    assert VERDICTS[expected]


def test_a_rise_is_said_with_its_figures() -> None:
    assert said(BOTH) == "Win rate rose from 18% to 23%: more than chance explains."


def test_a_fall_of_what_should_fall_is_said_too() -> None:
    fall = replace(BOTH, before=41.26, after=33.0, adjusted=replace(BOTH.adjusted, change=-5.0))
    assert said(fall, Unit.MINUTES) == (
        "Win rate fell from 41.3 min to 33 min: more than chance explains."
    )


def test_a_rise_that_is_less_than_the_trend_promised_is_said_against_the_trend() -> None:
    adjusted = Adjusted(change=-0.04, change_relative=-0.15, interval=(-0.06, -0.01))
    assert said(replace(BOTH, adjusted=adjusted, verdict="worse")) == (
        "Win rate went from 18% to 23%. Against its trend and season that is a change of −15%: "
        "more than chance explains."
    )


def test_what_chance_explains_is_not_called_a_change() -> None:
    assert said(replace(BOTH, verdict="unclear")) == (
        "Win rate went from 18% to 23%: not distinguishable from no change."
    )


def test_too_short_says_why() -> None:
    assert said(replace(BOTH, verdict="short")) == (
        "Win rate went from 18% to 23%: too short to tell, since a side has fewer than 6 whole "
        "months with a value."
    )


def test_a_sum_is_said_by_month() -> None:
    by_month = replace(
        BOTH, before=12.0, per_month=True, before_per_month=10_499.6, after_per_month=12_300.0
    )
    assert said(by_month, Unit.MONEY_PER_MONTH) == (
        "Win rate rose from €10,500/month to €12,300/month: more than chance explains."
    )


def test_what_was_not_compared_gives_its_reason() -> None:
    why = Notice("", None, "Because.")
    assert said(replace(BOTH, verdict="none", reason=why)) == "Because."
    assert said(replace(BOTH, verdict="none")) == "Win rate could not be compared."


def test_many_verdicts_come_with_a_warning() -> None:
    assert MANY_KPIS == (
        "Each interval misses the truth one time in twenty: of twenty KPIs that did not change, "
        "one false “better” or “worse” is to be expected. Trust what several say together."
    )
