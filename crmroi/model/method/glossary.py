"""The terms of the trade, each explained in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from crmroi.text import N_, _
from crmroi.text.letters import bare

GLOSSARY: Mapping[str, str] = MappingProxyType(
    {
        N_("Adoption"): N_("The share of users who really work in the CRM. Every gain follows it."),
        N_("Benefit–cost ratio"): N_(
            "Gains for each unit of costs, both in today’s money. Above 1, the case pays."
        ),
        N_("Break-even"): N_(
            "The month from which all gains so far cover all costs so far, to the end: the case "
            "has paid for itself."
        ),
        N_("Cash tied up (peak funding)"): N_(
            "The deepest point of the cumulative net flow: the most that has to be paid in advance."
        ),
        N_("Change management"): N_(
            "What is done so that people want to work in a new way: talks, key users, time."
        ),
        N_("Churn"): N_("The share of customers lost in a period: 1 less retention."),
        N_("Contingency"): N_("A reserve on the set-up costs for what nobody thought of."),
        N_("Contribution margin"): N_(
            "What a further sale leaves after the costs that it causes: goods, delivery, "
            "commissions, returns, support."
        ),
        N_("Conversion rate"): N_("The share of leads that become customers."),
        N_("CRM"): N_(
            "Customer relationship management: software in which sales, marketing and service "
            "keep what they know of customers."
        ),
        N_("Discount rate"): N_(
            "How much less a year later counts: the cost of capital, or what the money would earn "
            "elsewhere."
        ),
        N_("FTE"): N_("Full-time equivalent: 0.5 is one person at half time."),
        N_("Go-live"): N_("The month in which the CRM is first used."),
        N_("Hidden costs"): N_(
            "Costs that business cases often forget: the time to keep the CRM up, the dip after "
            "go-live, later changes, reserves."
        ),
        N_("Horizon"): N_("The years counted. What comes later is left out."),
        N_("Intangibles"): N_(
            "Gains without a price, such as a better image. Counted only on demand, and in part."
        ),
        N_("IRR"): N_(
            "Internal rate of return: the discount rate at which the NPV is zero. Not every case "
            "has one, and some have several."
        ),
        N_("Lead"): N_("A person or company that could become a customer."),
        N_("MIRR"): N_(
            "Modified internal rate of return: as the IRR, but gains are reinvested at the "
            "discount rate and not at the IRR itself."
        ),
        N_("NPV"): N_(
            "Net present value: all flows in the money of the day of the decision, added up. Above "
            "zero, the case is worth more than it costs."
        ),
        N_("Own estimate"): N_("A value that no source states, made in view of those named."),
        N_("Payback"): N_("The time until break-even."),
        N_("PERT"): N_(
            "A way to draw values between a low, a likely and a high one, the likely one most "
            "often: used where chance is simulated."
        ),
        N_("Plausible range"): N_("What is usually seen. Sliders span it."),
        N_("Ramp"): N_("The months from go-live until the target adoption is reached."),
        N_("Retention"): N_("The share of customers who are still customers a year later."),
        N_("Risk adjustment"): N_(
            "A share taken off every gain and added to every cost, so that the case is careful."
        ),
        N_("ROI"): N_(
            "Return on investment: what is left of the gains after costs, as a share of the costs."
        ),
        N_("Shapley value"): N_(
            "A fair way to share what several causes gain together: each gets its mean "
            "contribution over all orders in which they could come."
        ),
        N_("TCO"): N_(
            "Total cost of ownership: all costs over the horizon, one-off and running, visible and "
            "hidden."
        ),
        N_("Total Economic Impact (TEI)"): N_(
            "Forrester’s way to make a business case, with risk taken off gains and added to costs."
        ),
        N_("Uplift"): N_("A relative rise: +10% turns 15% into 16.5%."),
    }
)
"""Each term and what it means: messages."""


def glossary() -> tuple[tuple[str, str], ...]:
    """Every term and what it means, in the language spoken now and in its alphabet's order."""
    shown = ((_(term), _(meaning)) for term, meaning in GLOSSARY.items())
    return tuple(sorted(shown, key=lambda entry: bare(entry[0])))
