"""What a result should be read with: what the model can see, and a person may not have meant.

Values outside their plausible range are the assumptions' own warnings, and come first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

import numpy as np

from crmroi.assumptions import Scenario, assumptions
from crmroi.assumptions.plausibility import plausibility_warnings
from crmroi.model.case import Case
from crmroi.text import N_, Label, Notice, Quantity, Unit

WIDE_ADOPTION = 0.6
"""Adoption above this share needs people to be trained and led."""
LITTLE_TRAINING = 4.0
"""Hours per user below which training is hardly any."""


def warnings_of(scenario: Scenario, case: Case) -> tuple[Notice, ...]:
    """Everything to be warned of, plausible ranges first."""
    found = [notice for check in _CHECKS for notice in check(_Subject(scenario, case))]
    return (*plausibility_warnings(scenario), *found)


class _Subject:
    """A scenario and its case, and notices about them."""

    def __init__(self, scenario: Scenario, case: Case) -> None:
        self.scenario, self.case = scenario, case

    def value(self, key: str) -> float:
        """A numeric assumption."""
        value = self.scenario.value(key)
        if isinstance(value, str):
            raise TypeError(f"{key} is no number")
        return value

    def shown(self, key: str) -> Quantity:
        """The value of an assumption, to be shown with its unit."""
        return Quantity(self.value(key), assumptions()[key].unit, self.scenario.currency)

    def notice(self, key: str, template: str, **values: object) -> Notice:
        """A notice about the assumption with this key."""
        return Notice(key, self.scenario.value(key), template, values)

    @property
    def last_month(self) -> int:
        return 12 * self.scenario.finance.horizon_years


def _live_too_late(subject: _Subject) -> Iterator[Notice]:
    if subject.value("adoption.go_live_month") >= subject.last_month:
        yield subject.notice(
            "adoption.go_live_month",
            N_(
                "Go-live comes in {month}, no sooner than the end of the {years} counted:"
                " no gain can show. Lengthen the horizon or go live earlier."
            ),
            month=subject.shown("adoption.go_live_month"),
            years=subject.shown("finance.horizon_years"),
        )


def _full_use_too_late(subject: _Subject) -> Iterator[Notice]:
    if subject.scenario.adoption.curve == "immediate":
        return
    full_use = subject.value("adoption.go_live_month") + subject.value("adoption.ramp_months")
    if full_use > subject.last_month:
        yield subject.notice(
            "adoption.ramp_months",
            N_(
                "Full use comes in {month}, after the {years} counted."
                " Lengthen the horizon or shorten the ramp."
            ),
            month=Quantity(full_use, Unit.MONTH),
            years=subject.shown("finance.horizon_years"),
        )


def _nothing_to_maintain(subject: _Subject) -> Iterator[Notice]:
    costs = subject.scenario.costs
    if costs.maintenance_rate > 0 and costs.installation + costs.custom_development == 0:
        yield subject.notice(
            "costs.maintenance_rate",
            N_("Maintenance is {rate} of nothing: no installation or development is entered."),
            rate=Quantity(costs.maintenance_rate, Unit.SHARE),
        )


def _risk_twice(subject: _Subject) -> Iterator[Notice]:
    contingency, risk = "costs.contingency_rate", "finance.costs_risk"
    if subject.value(contingency) > 0 and subject.value(risk) > 0:
        yield subject.notice(
            contingency,
            N_(
                "Costs hold a contingency of {contingency} and are raised by {risk} for risk:"
                " the risk is counted twice. Keep one of the two."
            ),
            contingency=Quantity(subject.value(contingency), Unit.SHARE),
            risk=Quantity(subject.value(risk), Unit.SHARE),
        )


_UNPREPARED: Mapping[tuple[bool, bool], str] = MappingProxyType(
    {
        (True, False): N_(
            "{share} of users are to work in the CRM after {hours} of training each. Most failures"
            " are failures of adoption: plan more training or expect less use."
        ),
        (False, True): N_(
            "{share} of users are to work in the CRM with no change management. Most failures"
            " are failures of adoption: plan for it or expect less use."
        ),
        (True, True): N_(
            "{share} of users are to work in the CRM after {hours} of training each and with no"
            " change management. Most failures are failures of adoption: plan for both or expect"
            " less use."
        ),
    }
)
"""What to say by whether training is little and change management is none."""


def _adoption_unprepared(subject: _Subject) -> Iterator[Notice]:
    missing = (
        subject.value("costs.training_hours_per_user") < LITTLE_TRAINING,
        subject.value("costs.change_management") == 0,
    )
    if subject.value("adoption.target_rate") > WIDE_ADOPTION and any(missing):
        yield subject.notice(
            "adoption.target_rate",
            _UNPREPARED[missing],
            share=subject.shown("adoption.target_rate"),
            hours=subject.shown("costs.training_hours_per_user"),
        )


def _time_and_conversion(subject: _Subject) -> Iterator[Notice]:
    hours, uplift = "gains.hours_saved_per_user_per_week", "gains.conversion_uplift"
    if all(subject.value(key) > _plausible_middle(key) for key in (hours, uplift)):
        yield subject.notice(
            hours,
            N_(
                "{hours} saved and {uplift} on conversion are both high. Time freed for selling is"
                " how conversion rises: lower one of the two, or the gain is counted twice."
            ),
            hours=subject.shown(hours),
            uplift=subject.shown(uplift),
        )


def _plausible_middle(key: str) -> float:
    low, high = assumptions()[key].plausible or (0.0, 0.0)
    return (low + high) / 2


def _conversion_capped(subject: _Subject) -> Iterator[Notice]:
    uplift = "gains.conversion_uplift"
    if subject.value(uplift) > 0 and subject.case.drivers.conversion.max() >= 1.0:
        yield subject.notice(
            uplift,
            N_(
                "{label}: {uplift} on a conversion rate of {rate} reaches 100%, and cannot pass it."
                " Enter a smaller rise."
            ),
            label=Label(assumptions()[uplift].label),
            uplift=subject.shown(uplift),
            rate=subject.shown("business.conversion_rate"),
        )


def _lost_again(subject: _Subject) -> Iterator[Notice]:
    """Below 0, then at 0 or above, then below again."""
    case = subject.case
    below = case.cumulative[:, 0] < -case.zero[0]
    falls = np.flatnonzero(below[1:] & ~below[:-1]) + 1
    rises = np.flatnonzero(below[:-1] & ~below[1:]) + 1
    if not (len(rises) and len(falls) and falls[-1] > rises[0]):
        return
    lost = int(falls[falls > rises[0]][0])
    yield subject.notice(
        "finance.horizon_years",
        N_(
            "Costs are recovered in {recovered}, but lost again from {lost}: later months cost more"
            " than they gain. Look at what rises, or count fewer years."
        ),
        recovered=Quantity(int(rises[0]), Unit.MONTH),
        lost=Quantity(lost, Unit.MONTH),
    )


_CHECKS: tuple[Callable[[_Subject], Iterator[Notice]], ...] = (
    _live_too_late,
    _full_use_too_late,
    _nothing_to_maintain,
    _risk_twice,
    _adoption_unprepared,
    _time_and_conversion,
    _conversion_capped,
    _lost_again,
)
