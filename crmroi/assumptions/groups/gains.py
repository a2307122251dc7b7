"""What the CRM could bring, at full adoption."""

from __future__ import annotations

from crmroi.assumptions import sources as src
from crmroi.assumptions.declare import Flag, Group, Number, Whole, assume
from crmroi.assumptions.groups.ranges import (
    ANY_AMOUNT,
    FIVE_YEARS_OF_MONTHS,
    HOURS_PER_WEEK,
    SHARE,
    UPLIFT,
)
from crmroi.assumptions.sources import OWN_ESTIMATE, in_view_of
from crmroi.text.messages import N_
from crmroi.text.units import Unit


class Gains(Group):
    """What the CRM could bring, at full adoption."""

    conversion_uplift: Number = assume(
        0.05,
        unit=Unit.UPLIFT,
        allowed=UPLIFT,
        plausible=(0, 0.3),
        step=0.01,
        favours="high",
        label=N_("More leads won"),
        help=N_("Rise of the conversion rate: +10% turns 15% into 16.5%."),
        source=in_view_of(src.CONVERSION_CLAIM, src.CONVERSION_BEST, src.EVIDENCE_MIXED),
    )
    order_value_uplift: Number = assume(
        0.02,
        unit=Unit.UPLIFT,
        allowed=UPLIFT,
        plausible=(0, 0.15),
        step=0.005,
        favours="high",
        label=N_("Larger orders"),
        help=N_("Rise of the average order."),
        source=in_view_of(src.REVENUE_CLAIM, src.EVIDENCE_MIXED),
    )
    repeat_order_uplift: Number = assume(
        0.03,
        unit=Unit.UPLIFT,
        allowed=UPLIFT,
        plausible=(0, 0.2),
        step=0.005,
        favours="high",
        label=N_("More repeat orders"),
        help=N_("Rise of the orders a year of a customer kept."),
        source=in_view_of(src.REVENUE_CLAIM, src.EVIDENCE_MIXED),
    )
    churn_reduction: Number = assume(
        0.05,
        unit=Unit.REDUCTION,
        allowed=(-5, 1),
        plausible=(0, 0.3),
        step=0.01,
        favours="high",
        label=N_("Fewer customers lost"),
        help=N_("Fall of the yearly loss: −10% turns a loss of 20% into 18%, about."),
        source=in_view_of(src.RETENTION_BEST, src.EVIDENCE_MIXED),
    )
    acquisition_saving: Number = assume(
        0.05,
        unit=Unit.REDUCTION,
        allowed=SHARE,
        plausible=(0, 0.3),
        step=0.01,
        favours="high",
        label=N_("Less spent on leads"),
        help=N_(
            "Spending no longer needed for the same number of leads. Better conversion is counted "
            "elsewhere."
        ),
        source=in_view_of(src.ACQUISITION_CLAIM),
    )
    hours_saved_per_user_per_week: Number = assume(
        2,
        unit=Unit.HOURS_PER_WEEK,
        allowed=HOURS_PER_WEEK,
        plausible=(0, 8),
        step=0.25,
        favours="high",
        label=N_("Time saved per user"),
        help=N_("Hours a week; only the share put to use counts."),
        source=in_view_of(src.MANUAL_TASKS),
    )
    productivity_recapture: Number = assume(
        0.5,
        unit=Unit.SHARE,
        allowed=SHARE,
        plausible=(0, 1),
        step=0.05,
        favours="high",
        label=N_("Saved time put to use"),
        help=N_("Share of the time saved that goes to other useful work."),
        source=in_view_of(src.RECAPTURE),
    )
    operating_cost_reduction: Number = assume(
        0.02,
        unit=Unit.REDUCTION,
        allowed=SHARE,
        plausible=(0, 0.15),
        step=0.005,
        favours="high",
        label=N_("Lower operating cost"),
        help=N_("Fall of the operating cost through automation."),
        source=OWN_ESTIMATE,
    )
    returns_reduction: Number = assume(
        0.02,
        unit=Unit.REDUCTION,
        allowed=SHARE,
        plausible=(0, 0.2),
        step=0.005,
        favours="high",
        label=N_("Fewer returns"),
        help=N_("Fall of the cost of returns."),
        source=OWN_ESTIMATE,
    )
    handling_time_reduction: Number = assume(
        0.1,
        unit=Unit.REDUCTION,
        allowed=SHARE,
        plausible=(0, 0.4),
        step=0.01,
        favours="high",
        label=N_("Less work per ticket"),
        help=N_("Fall of the working time on a ticket."),
        source=OWN_ESTIMATE,
    )
    short_term_lag_months: Whole = assume(
        0,
        unit=Unit.MONTHS,
        allowed=FIVE_YEARS_OF_MONTHS,
        plausible=(0, 12),
        step=1,
        favours="low",
        label=N_("Delay of work gains"),
        help=N_("Months from adoption to time saved and lower costs."),
        source=OWN_ESTIMATE,
    )
    medium_term_lag_months: Whole = assume(
        3,
        unit=Unit.MONTHS,
        allowed=FIVE_YEARS_OF_MONTHS,
        plausible=(0, 18),
        step=1,
        favours="low",
        label=N_("Delay of sales gains"),
        help=N_("Months from adoption to more and larger orders: at least your sales cycle."),
        source=in_view_of(src.CYCLE_LENGTH),
    )
    long_term_lag_months: Whole = assume(
        6,
        unit=Unit.MONTHS,
        allowed=FIVE_YEARS_OF_MONTHS,
        plausible=(0, 24),
        step=1,
        favours="low",
        label=N_("Delay of loyalty gains"),
        help=N_("Months from adoption to repeat orders and fewer customers lost."),
        source=OWN_ESTIMATE,
    )
    include_intangibles: Flag = assume(
        False,
        unit=Unit.FLAG,
        favours="high",
        label=N_("Count intangibles"),
        help=N_("Whether brand, employee and agility value count as gains."),
        source=OWN_ESTIMATE,
    )
    brand_value_per_year: Number = assume(
        6_000,
        unit=Unit.MONEY_PER_YEAR,
        allowed=ANY_AMOUNT,
        plausible=(0, 50_000),
        step=500,
        favours="high",
        label=N_("Value for the brand"),
        help=N_("What a better image could be worth in a year; counts only if intangibles count."),
        source=OWN_ESTIMATE,
    )
    employee_value_per_year: Number = assume(
        4_000,
        unit=Unit.MONEY_PER_YEAR,
        allowed=ANY_AMOUNT,
        plausible=(0, 50_000),
        step=500,
        favours="high",
        label=N_("Value for employees"),
        help=N_("What happier staff could be worth in a year; counts only if intangibles count."),
        source=OWN_ESTIMATE,
    )
    agility_value_per_year: Number = assume(
        5_000,
        unit=Unit.MONEY_PER_YEAR,
        allowed=ANY_AMOUNT,
        plausible=(0, 50_000),
        step=500,
        favours="high",
        label=N_("Value of agility"),
        help=N_(
            "What faster decisions could be worth in a year; counts only if intangibles count."
        ),
        source=OWN_ESTIMATE,
    )
    intangible_confidence: Number = assume(
        0.5,
        unit=Unit.SHARE,
        allowed=SHARE,
        plausible=(0, 1),
        step=0.05,
        favours="high",
        label=N_("Trust in intangibles"),
        help=N_("Share of the intangible values that counts."),
        source=OWN_ESTIMATE,
    )
