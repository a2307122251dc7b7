"""When the CRM is used, and by how many."""

from __future__ import annotations

from typing import Literal

from crmroi.assumptions import sources as src
from crmroi.assumptions.declare import Group, Number, Whole, assume
from crmroi.assumptions.groups.ranges import FIVE_YEARS_OF_MONTHS, SHARE
from crmroi.assumptions.sources import OWN_ESTIMATE, in_view_of
from crmroi.text.messages import N_
from crmroi.text.units import Unit

Curve = Literal["logistic", "linear", "immediate"]


class Adoption(Group):
    """When the CRM is used, and by how many."""

    go_live_month: Whole = assume(
        3,
        unit=Unit.MONTH,
        allowed=FIVE_YEARS_OF_MONTHS,
        plausible=(0, 18),
        step=1,
        favours="low",
        label=N_("Go-live"),
        help=N_("Months from the decision until the CRM is used."),
        source=in_view_of(src.IMPLEMENTATION_TIME, src.TIMELINE_OVERRUN),
    )
    target_rate: Number = assume(
        0.75,
        unit=Unit.SHARE,
        allowed=SHARE,
        plausible=(0.4, 0.9),
        step=0.01,
        favours="high",
        label=N_("Users who work in it"),
        help=N_("Share who use the CRM once adopted; every gain depends on it."),
        source=in_view_of(src.ADOPTION_AVERAGE, src.ADOPTION_ABOVE_NINETY),
    )
    ramp_months: Whole = assume(
        9,
        unit=Unit.MONTHS,
        allowed=FIVE_YEARS_OF_MONTHS,
        plausible=(2, 24),
        step=1,
        favours="low",
        label=N_("Time to full use"),
        help=N_("Months from go-live to the target share."),
        source=in_view_of(src.ADOPTION_RAMP),
    )
    curve: Curve = assume(
        "logistic",
        unit=Unit.CHOICE,
        choices={
            "logistic": N_("S-curve"),
            "linear": N_("Straight line"),
            "immediate": N_("At once"),
        },
        label=N_("Adoption curve"),
        help=N_(
            "How use grows from go-live to the target: slow, fast, slow; evenly; or all at once."
        ),
        source=OWN_ESTIMATE,
    )
