"""How the case is counted."""

from __future__ import annotations

from crmroi.assumptions import sources as src
from crmroi.assumptions.declare import Group, Number, Whole, assume
from crmroi.assumptions.groups.ranges import LONGEST_HORIZON, SHARE, UP_TO_FIVE_TIMES
from crmroi.assumptions.sources import OWN_ESTIMATE, in_view_of
from crmroi.text.messages import N_
from crmroi.text.units import Unit


class Finance(Group):
    """How the case is counted."""

    horizon_years: Whole = assume(
        5,
        unit=Unit.YEARS,
        allowed=(1, LONGEST_HORIZON),
        plausible=(1, LONGEST_HORIZON),
        step=1,
        label=N_("Years counted"),
        help=N_("Longer shows more gain; finance often asks for 3 to 5."),
        source=OWN_ESTIMATE,
    )
    discount_rate: Number = assume(
        0.1,
        unit=Unit.SHARE,
        allowed=SHARE,
        plausible=(0, 0.25),
        step=0.005,
        label=N_("Discount rate"),
        help=N_("Yearly rate at which later money counts less."),
        source=in_view_of(src.TEI_DISCOUNT, src.CAPITAL_COST),
    )
    gains_risk: Number = assume(
        0,
        unit=Unit.SHARE,
        allowed=SHARE,
        plausible=(0, 0.5),
        step=0.05,
        favours="low",
        label=N_("Risk taken off gains"),
        help=N_("Share taken off every gain for risk."),
        source=in_view_of(src.RISK_EXAMPLE),
    )
    costs_risk: Number = assume(
        0,
        unit=Unit.SHARE,
        allowed=UP_TO_FIVE_TIMES,
        plausible=(0, 0.75),
        step=0.05,
        favours="low",
        label=N_("Risk added to costs"),
        help=N_("Share added to every cost for risk. Set this or the contingency, not both."),
        source=in_view_of(src.COST_UNDERESTIMATE),
    )
