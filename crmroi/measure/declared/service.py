"""KPIs of tickets, surveys and the work in the CRM."""

from __future__ import annotations

from crmroi.measure.declared.kpi import Kpi, Source
from crmroi.measure.formulas import Found, OverMonths, Ratio, Total
from crmroi.text import N_, Unit

_ADD_TICKETS = N_("{kpi} cannot be calculated: no tickets. Add the tickets file.")
_ADD_ANSWERS = N_(
    "{kpi} cannot be calculated: no rated answers. Add the survey file, or tickets with a rating."
)
_ADD_SURVEY = N_("{kpi} cannot be calculated: no survey. Add the survey file.")
_ADD_ACTIVITY = N_("{kpi} cannot be calculated: no activity. Add the activity file.")
_ADD_CONTACTS = N_(
    "{kpi} cannot be calculated: no customers, or none of their activity, tickets or orders. Add"
    " the customers file and one of these."
)
_NONE_RESOLVED = N_("{kpi} cannot be calculated: no ticket has both dates.")
_NONE_HANDLED = N_("{kpi} cannot be calculated: no ticket has a handling time.")
_NONE_RATED = N_("{kpi} cannot be calculated: no answer is rated.")
_NO_NPS = N_("{kpi} cannot be calculated: the survey has no answers on the scale of 0 to 10.")
_WORDS = N_(
    "{kpi} cannot be calculated: the answers are words, not scores. The satisfied share is given."
)
_NO_LICENCES = N_(
    "{kpi} cannot be calculated: it takes the number of licensed users. Enter that number."
)

_TICKET_SCORE = Source(
    "tickets", Ratio("tickets.score", "tickets.scored"), ("satisfaction",), empty=_NONE_RATED
)
_TICKET_SHARE = Source(
    "tickets", Ratio("tickets.satisfied", "tickets.rated"), ("satisfaction",), empty=_NONE_RATED
)
_SCORE_NAME = N_("Mean of the rated answers, on their scale.")
_SHARE_NAME = N_(
    "Rated answers in the top two steps of the scale ÷ rated answers; of words, the good ones ÷"
    " good and bad ones."
)

SERVICE_KPIS = (
    Kpi(
        "csat_mean", N_("Satisfaction score"), _SCORE_NAME,
        Unit.COUNT, "up", _ADD_ANSWERS,
        (
            Source("survey", Ratio("survey.score", "survey.scored"), ("score",), empty=_WORDS),
            _TICKET_SCORE,
        ),
        falls_back=True,
    ),
    Kpi(
        "csat_satisfied_share", N_("Satisfied customers (CSAT)"), _SHARE_NAME,
        Unit.SHARE, "up", _ADD_ANSWERS,
        (
            Source(
                "survey", Ratio("survey.satisfied", "survey.rated"), ("score",), empty=_NONE_RATED
            ),
            _TICKET_SHARE,
        ),
        falls_back=True,
    ),
    Kpi(
        "tickets.csat_mean", N_("Satisfaction score of tickets"), _SCORE_NAME,
        Unit.COUNT, "up", _ADD_TICKETS, (_TICKET_SCORE,), beside="csat_mean",
    ),
    Kpi(
        "tickets.csat_satisfied_share", N_("Satisfied customers by tickets"), _SHARE_NAME,
        Unit.SHARE, "up", _ADD_TICKETS, (_TICKET_SHARE,), beside="csat_satisfied_share",
    ),
    Kpi(
        "nps", N_("Net promoter score (NPS)"),
        N_("100 × (share of the answers 9 and 10 − share of the answers 0 to 6)."),
        Unit.COUNT, "up", _ADD_SURVEY,
        (
            Source(
                "survey", Ratio("survey.promoters_net", "survey.nps_answers", times=100.0),
                ("score",), empty=_NO_NPS,
            ),
        ),
    ),
    Kpi(
        "tickets", N_("Tickets"), N_("Tickets created."),
        Unit.COUNT, "", _ADD_TICKETS, (Source("tickets", Total("tickets.records")),),
        per_month=True,
    ),
    Kpi(
        "tickets_per_month", N_("Tickets per month"), N_("Tickets created in a month."),
        Unit.COUNT_PER_MONTH, "", _ADD_TICKETS,
        (
            Source("tickets", OverMonths("tickets.records"), ("created",)),
        ),
    ),
    Kpi(
        "resolution_hours_median", N_("Time to resolution, median"),
        N_("Median hours from created to resolved, of resolved tickets: elapsed time, not work."),
        Unit.HOURS, "down", _ADD_TICKETS,
        (
            Source(
                "tickets", Found("tickets.hours_median", "tickets.resolved"), ("resolved",),
                empty=_NONE_RESOLVED,
            ),
        ),
    ),
    Kpi(
        "resolution_hours_mean", N_("Time to resolution, mean"),
        N_("Mean hours from created to resolved, of resolved tickets: elapsed time, not work."),
        Unit.HOURS, "down", _ADD_TICKETS,
        (
            Source(
                "tickets", Ratio("tickets.hours", "tickets.resolved"), ("resolved",),
                empty=_NONE_RESOLVED,
            ),
        ),
    ),
    Kpi(
        "handling_minutes_mean", N_("Handling time"),
        N_("Mean minutes worked on a ticket, of those whose handling time is recorded."),
        Unit.MINUTES, "down", _ADD_TICKETS,
        (
            Source(
                "tickets", Ratio("tickets.minutes", "tickets.handled"), ("handling_minutes",),
                empty=_NONE_HANDLED,
            ),
        ),
    ),
    Kpi(
        "engagement_rate", N_("Engaged customers"),
        N_("Customers with an activity, a ticket or an order in the month ÷ customers by then."),
        Unit.SHARE, "up", _ADD_CONTACTS,
        (
            Source(
                "",
                OverMonths(
                    "contacts.engaged", "contacts.customers", "contacts.records", empty=None
                ),
            ),
        ),
    ),
    Kpi(
        "interactions_per_customer", N_("Interactions per customer"),
        N_(
            "Activities, tickets and orders of customers ÷ customers; of a month or a window: per"
            " month."
        ),
        Unit.COUNT, "up", _ADD_CONTACTS,
        (
            Source(
                "", Ratio("contacts.records", "contacts.known"),
                dated=OverMonths(
                    "contacts.records", "contacts.customers", "contacts.records", empty=None
                ),
            ),
        ),
    ),
    Kpi(
        "active_users", N_("Active users"),
        N_("Users with activity in the month; over several months the mean."),
        Unit.COUNT, "up", _ADD_ACTIVITY,
        (
            Source(
                "activity", OverMonths("activity.users", n="activity.records"), ("user",),
            ),
        ),
    ),
    Kpi(
        "adoption_rate", N_("Adoption"),
        N_("Users with activity in the month ÷ licensed users."),
        Unit.SHARE, "up", _ADD_ACTIVITY,
        (
            Source(
                "activity",
                OverMonths("activity.users", "activity.licences", "activity.records"),
                ("user",), empty=_NO_LICENCES,
            ),
        ),
    ),
    Kpi(
        "handling_minutes", N_("Minutes of handling"),
        N_("Minutes worked on tickets, of those whose handling time is recorded."),
        Unit.MINUTES, "down", _ADD_TICKETS,
        (
            Source(
                "tickets", Total("tickets.minutes", "tickets.handled"), ("handling_minutes",),
            ),
        ),
        per_month=True, auxiliary=True,
    ),
)  # fmt: skip
"""KPIs of tickets, surveys and work in the CRM, in a page's order; the auxiliary ones last."""
