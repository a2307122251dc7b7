"""What the CRM costs, once and every month."""

from __future__ import annotations

from crmroi.assumptions import sources as src
from crmroi.assumptions.declare import Group, Number, Whole, assume
from crmroi.assumptions.groups.ranges import (
    ANY_AMOUNT,
    COUNT_TO_TEN_THOUSAND,
    FIVE_YEARS_OF_MONTHS,
    HOURS,
    HOURS_PER_WEEK,
    SHARE,
    UP_TO_FIVE_TIMES,
    YEARLY_RISE,
)
from crmroi.assumptions.sources import OWN_ESTIMATE, in_view_of
from crmroi.text.messages import N_
from crmroi.text.units import Unit


class Costs(Group):
    """What the CRM costs, once and every month."""

    installation: Number = assume(
        10_000,
        unit=Unit.MONEY,
        allowed=ANY_AMOUNT,
        plausible=(0, 200_000),
        step=1_000,
        favours="low",
        label=N_("Installation"),
        help=N_("Set-up and integrations by the integrator, paid once."),
        source=in_view_of(src.IMPLEMENTATION_MULTIPLE, src.IMPLEMENTATION_UPPER),
    )
    custom_development: Number = assume(
        10_000,
        unit=Unit.MONEY,
        allowed=ANY_AMOUNT,
        plausible=(0, 200_000),
        step=1_000,
        favours="low",
        label=N_("Custom development"),
        help=N_("Paid once, at the decision; drives maintenance."),
        source=in_view_of(src.IMPLEMENTATION_MULTIPLE, src.IMPLEMENTATION_UPPER),
    )
    data_migration: Number = assume(
        4_000,
        unit=Unit.MONEY,
        allowed=ANY_AMOUNT,
        plausible=(0, 100_000),
        step=500,
        favours="low",
        label=N_("Data migration"),
        help=N_("Cleaning and loading of today’s data, paid once."),
        source=in_view_of(src.MIGRATION_SHARE),
    )
    hardware: Number = assume(
        2_000,
        unit=Unit.MONEY,
        allowed=ANY_AMOUNT,
        plausible=(0, 100_000),
        step=500,
        favours="low",
        label=N_("Hardware"),
        help=N_("Machines, screens and telephones bought for the CRM."),
        source=OWN_ESTIMATE,
    )
    change_management: Number = assume(
        8_000,
        unit=Unit.MONEY,
        allowed=ANY_AMOUNT,
        plausible=(0, 100_000),
        step=500,
        favours="low",
        label=N_("Change management"),
        help=N_(
            "Winning people over, and the project’s internal time. Without it adoption often fails."
        ),
        source=OWN_ESTIMATE,
    )
    training_hours_per_user: Number = assume(
        12,
        unit=Unit.HOURS,
        allowed=HOURS,
        plausible=(2, 32),
        step=1,
        favours="low",
        label=N_("Training per user"),
        help=N_("Hours before go-live; counts wage and trainer."),
        source=in_view_of(src.INITIAL_TRAINING),
    )
    trainer_cost_per_user_hour: Number = assume(
        20,
        unit=Unit.MONEY_PER_USER_HOUR,
        allowed=ANY_AMOUNT,
        plausible=(0, 100),
        step=1,
        favours="low",
        label=N_("Trainer per user hour"),
        help=N_("Trainer’s fee for an hour, divided by the people in the room."),
        source=in_view_of(src.INITIAL_TRAINING),
    )
    contingency_rate: Number = assume(
        0.15,
        unit=Unit.SHARE,
        allowed=UP_TO_FIVE_TIMES,
        plausible=(0, 0.75),
        step=0.01,
        favours="low",
        label=N_("Contingency"),
        help=N_("Added to all set-up costs for what is forgotten."),
        source=in_view_of(src.COST_UNDERESTIMATE),
    )
    licence_per_user_per_month: Number = assume(
        65,
        unit=Unit.MONEY_PER_USER_MONTH,
        allowed=ANY_AMOUNT,
        plausible=(0, 500),
        step=1,
        favours="low",
        label=N_("Licence per user"),
        help=N_("Price paid each month for each user, before tax."),
        source=in_view_of(src.SALESFORCE_PRICES, src.DYNAMICS_PRICES, src.PIPEDRIVE_PRICES),
    )
    maintenance_rate: Number = assume(
        0.2,
        unit=Unit.RATE_PER_YEAR,
        allowed=SHARE,
        plausible=(0, 0.3),
        step=0.01,
        favours="low",
        label=N_("Maintenance"),
        help=N_("Paid each year, as a share of installation and custom development."),
        source=in_view_of(src.MAINTENANCE_SHARE),
    )
    infrastructure_per_month: Number = assume(
        100,
        unit=Unit.MONEY_PER_MONTH,
        allowed=ANY_AMOUNT,
        plausible=(0, 10_000),
        step=50,
        favours="low",
        label=N_("Infrastructure"),
        help=N_("Servers, backups and connections to other systems."),
        source=OWN_ESTIMATE,
    )
    administrator_fte: Number = assume(
        0.35,
        unit=Unit.FTE,
        allowed=COUNT_TO_TEN_THOUSAND,
        plausible=(0, 5),
        step=0.05,
        favours="low",
        label=N_("Administrators"),
        help=N_("People who run the CRM, in full-time posts."),
        source=OWN_ESTIMATE,
    )
    administrator_salary_per_year: Number = assume(
        65_000,
        unit=Unit.MONEY_PER_YEAR,
        allowed=ANY_AMOUNT,
        plausible=(20_000, 150_000),
        step=1_000,
        favours="low",
        label=N_("Administrator’s cost"),
        help=N_("Yearly cost of a full-time post, charges included."),
        source=OWN_ESTIMATE,
    )
    continuing_training_hours_per_user_per_year: Number = assume(
        4,
        unit=Unit.HOURS_PER_YEAR,
        allowed=HOURS,
        plausible=(0, 40),
        step=1,
        favours="low",
        label=N_("Later training"),
        help=N_("Hours a year for each user after go-live."),
        source=OWN_ESTIMATE,
    )
    future_customisation_per_year: Number = assume(
        3_000,
        unit=Unit.MONEY_PER_YEAR,
        allowed=ANY_AMOUNT,
        plausible=(0, 100_000),
        step=500,
        favours="low",
        label=N_("Future customisation"),
        help=N_("Changes asked for once the CRM is in use; often forgotten."),
        source=OWN_ESTIMATE,
    )
    usage_hours_per_user_per_week: Number = assume(
        2,
        unit=Unit.HOURS_PER_WEEK,
        allowed=HOURS_PER_WEEK,
        plausible=(0, 6),
        step=0.25,
        favours="low",
        label=N_("Extra time to use it"),
        help=N_("Hours a week to keep the CRM up, beyond today’s tools; often forgotten."),
        source=in_view_of(src.MANUAL_UPKEEP),
    )
    productivity_dip_hours_per_user_per_week: Number = assume(
        2,
        unit=Unit.HOURS_PER_WEEK,
        allowed=HOURS_PER_WEEK,
        plausible=(0, 20),
        step=0.5,
        favours="low",
        label=N_("Dip after go-live"),
        help=N_("Hours a week lost while habits change; often forgotten."),
        source=OWN_ESTIMATE,
    )
    productivity_dip_months: Whole = assume(
        2,
        unit=Unit.MONTHS,
        allowed=FIVE_YEARS_OF_MONTHS,
        plausible=(0, 12),
        step=1,
        favours="low",
        label=N_("Length of the dip"),
        help=N_("Months after go-live in which work is slower."),
        source=OWN_ESTIMATE,
    )
    price_increase_per_year: Number = assume(
        0.03,
        unit=Unit.RATE_PER_YEAR,
        allowed=YEARLY_RISE,
        plausible=(0, 0.1),
        step=0.005,
        label=N_("Rise of supplier prices"),
        help=N_("Yearly rise of licences, running costs and running savings."),
        source=in_view_of(src.RENEWAL_RISE),
    )
    wage_increase_per_year: Number = assume(
        0.03,
        unit=Unit.RATE_PER_YEAR,
        allowed=YEARLY_RISE,
        plausible=(0, 0.1),
        step=0.005,
        label=N_("Rise of wages"),
        help=N_("Yearly rise of the cost of people’s time, spent and saved."),
        source=OWN_ESTIMATE,
    )
