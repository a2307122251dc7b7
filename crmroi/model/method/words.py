"""What the method says in sentences: its sections, what is left out, what is counted once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crmroi.model.formulas import TOPICS
from crmroi.text import N_


@dataclass(frozen=True)
class Section:
    """A heading and the paragraphs below it: messages."""

    title: str
    paragraphs: tuple[str, ...] = ()


SECTIONS: Mapping[str, Section] = MappingProxyType(
    {
        "compared": Section(
            N_("What is compared"),
            (
                N_(
                    "The company with the CRM is compared with the same company without it, month "
                    "by month. The difference, in the money of the day of the decision, is what "
                    "the CRM is worth."
                ),
                N_(
                    "There is no rule of thumb in between: every figure follows from the "
                    "assumptions by the formulas below."
                ),
            ),
        ),
        "measures": Section(
            N_("Measures"),
            (
                N_(
                    "What sums up a case. A ratio over zero has no value, and a cumulative flow "
                    "within a billionth of all costs counts as zero."
                ),
            ),
        ),
        "gains": Section(
            N_("Gains, line by line"),
            (
                N_(
                    "Each line is an amount times a series over the months. A name with a capital "
                    "is an assumption or a line; one in small letters is explained further down. "
                    "Totals are after risk adjustment."
                ),
            ),
        ),
        "costs": Section(
            N_("Costs, line by line"),
            (
                N_(
                    "Made like gains. “Hidden” marks what business cases often forget; people’s "
                    "time counts at what an hour costs."
                ),
            ),
        ),
        **{topic: Section(title) for topic, title in TOPICS.items()},
        "assumptions": Section(
            N_("Assumptions"),
            (
                N_(
                    "The plausible range is what is usually seen: a value outside it is allowed, "
                    "and warned of. A value outside the allowed range is refused; “or more” ends "
                    "where only a slip of the pen gets, at a million times a million."
                ),
            ),
        ),
        "sources": Section(
            N_("Sources"),
            (
                N_(
                    "Most published figures are vendors’ or benchmark pages’ own claims. They open "
                    "the talk; your own numbers make the case."
                ),
            ),
        ),
        "kpis": Section(
            N_("Measured KPIs"),
            (
                N_(
                    "What the Measure page computes from a CRM’s exports. Each figure has the "
                    "number of records behind it; one that cannot be computed says why."
                ),
                N_(
                    "Before and after are equal numbers of whole months on each side of the "
                    "go-live. The simple change is what the records say; the adjusted change "
                    "takes trend, season and the likeness of neighbouring months into account, by "
                    "generalised least squares with a step at the go-live."
                ),
                N_(
                    "The realised return is the margin on revenue beyond what was to be expected "
                    "without the CRM, and the returns and handling time saved, less what the CRM "
                    "cost to date, as a share of that cost."
                ),
            ),
        ),
        "left-out": Section(N_("What the model leaves out")),
        "counted-once": Section(N_("So that nothing is counted twice")),
        "glossary": Section(N_("Glossary")),
    }
)
"""Every section by its anchor, in the order of reading."""

LEFT_OUT: tuple[str, ...] = (
    N_("Taxes, financing, depreciation and residual value."),
    N_("What happens after the last month counted."),
    N_("The conversion of currencies: all amounts are in one."),
    N_(
        "The time between a lead and its order: leads convert in the month they arrive, and the "
        "delay of sales gains stands for the sales cycle."
    ),
    N_("Chance: a projection says what follows from the assumptions, and is no forecast."),
)
"""What a reader could expect to be in, and is not."""

COUNTED_ONCE: tuple[str, ...] = (
    N_(
        "Gross margin is the contribution margin: after delivery, commissions, returns and support "
        "of the extra customers."
    ),
    N_(
        "Acquisition spending saved is what is no longer needed for the same number of leads; "
        "better conversion is a line of its own."
    ),
    N_(
        "Time saved is work that disappears, ticket handling aside, and goes to work that the rise "
        "in sales does not count already."
    ),
    N_("Work per ticket is working time, not the time until it is solved."),
    N_("Extra time in the CRM is compared with the time that today’s tools take."),
    N_(
        "The project’s internal time belongs in change management, integrations in installation, "
        "a fee for premium support in the licence."
    ),
    N_("Count risk once: in the contingency, or in the risk adjustment of costs."),
)
"""Where the border between two figures lies."""
