"""The people who will use the CRM."""

from __future__ import annotations

from crmroi.assumptions import sources as src
from crmroi.assumptions.declare import Group, Number, Whole, assume
from crmroi.assumptions.groups.ranges import ANY_AMOUNT, UP_TO_FIVE_TIMES
from crmroi.assumptions.sources import OWN_ESTIMATE, in_view_of
from crmroi.text.messages import N_
from crmroi.text.units import Unit


class Team(Group):
    """The people who will use the CRM."""

    users: Whole = assume(
        25,
        unit=Unit.PEOPLE,
        allowed=(1, 100_000),
        plausible=(1, 200),
        step=1,
        label=N_("Users"),
        help=N_("People who will work in the CRM; each needs a licence and training."),
        source=OWN_ESTIMATE,
    )
    hourly_cost: Number = assume(
        60,
        unit=Unit.MONEY_PER_HOUR,
        allowed=ANY_AMOUNT,
        plausible=(15, 150),
        step=1,
        label=N_("Cost of an hour"),
        help=N_("What an hour of a user costs the company, charges included."),
        source=in_view_of(src.LOADED_WAGES),
    )
    staff_turnover: Number = assume(
        0.15,
        unit=Unit.RATE_PER_YEAR,
        allowed=UP_TO_FIVE_TIMES,
        plausible=(0, 0.5),
        step=0.01,
        favours="low",
        label=N_("Staff turnover"),
        help=N_("Share of users replaced in a year; each newcomer is trained."),
        source=OWN_ESTIMATE,
    )
