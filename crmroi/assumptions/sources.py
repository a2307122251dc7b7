"""Where the defaults and ranges come from: each source once.

Most published figures are vendors' or benchmark pages' own: they are worded as claims, and list
prices as snapshots to be checked. A default that no source states is an own estimate, which may
say in view of what it was made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from types import MappingProxyType

from crmroi.text import N_, _


class Mark(StrEnum):
    """How far a figure was checked."""

    SEEN = N_("seen in the source named")
    SECOND_HAND = N_("seen in a secondary or vendor page")
    ESTIMATE = N_("own estimate")


@dataclass(frozen=True)
class Source:
    """A published figure, or an own estimate with what it was made in view of.

    ``text`` (an English message) says what the source states; ``where`` names the publication
    or its site, the same in every language. ``str()`` gives the whole in the language of the
    session; ``english`` gives it in English, for schemas and files.
    """

    key: str
    text: str
    where: str
    mark: Mark
    in_view_of: tuple[Source, ...] = ()

    def __str__(self) -> str:
        return _cite(self, _)

    @property
    def briefly(self) -> str:
        """What was published where, without what it states, in the language of the session."""
        if self.in_view_of:
            places = [seen.briefly for seen in self.in_view_of]
            return _(self.text).format(sources=_listed(places, _))
        return _(self.where or self.text)

    @property
    def english(self) -> str:
        """The citation in English."""
        return _cite(self, lambda text: text)


def _cite(source: Source, say: Callable[[str], str]) -> str:
    if source.in_view_of:
        cited = [_cite(seen, say) for seen in source.in_view_of]
        return say(source.text).format(sources=_listed(cited, say))
    return f"{say(source.text)} ({say(source.where)})" if source.where else say(source.text)


def _listed(texts: Sequence[str], say: Callable[[str], str]) -> str:
    return reduce(
        lambda first, second: say(N_("{first}; {second}")).format(first=first, second=second), texts
    )


def in_view_of(*sources: Source) -> Source:
    """An own estimate that leans on published figures without being any of them."""
    return Source(
        "own_estimate", N_("Own estimate, in view of: {sources}"), "", Mark.ESTIMATE, sources
    )


def entered(default: Source) -> Source:
    """That of a value which somebody gave: nobody's but theirs; the default's is named beside."""
    text = N_("Entered for this case. Default: {sources}")
    return Source("entered", text, "", Mark.ESTIMATE, (default,))


OWN_ESTIMATE = Source("own_estimate", N_("Own estimate"), "", Mark.ESTIMATE)

# Costs

SALESFORCE_PRICES = Source(
    "salesforce_prices",
    N_("Salesforce lists from 25 to 500 USD per user a month; list price, check with the vendor"),
    "redresscompliance.com; salesforcenegotiations.pages.dev",
    Mark.SEEN,
)

DYNAMICS_PRICES = Source(
    "dynamics_prices",
    N_(
        "Dynamics 365 Sales lists 65 and 105 USD per user a month; list price, check with the "
        "vendor"
    ),
    "thenegotiationexperts.com",
    Mark.SEEN,
)

PIPEDRIVE_PRICES = Source(
    "pipedrive_prices",
    N_(
        "Pipedrive lists 49 to 79 USD per user a month in its middle tiers; list price, check "
        "with the vendor"
    ),
    "intercom.help/pipedrive",
    Mark.SEEN,
)

RENEWAL_RISE = Source(
    "renewal_rise",
    N_("An adviser on licences says that renewals rise by 7% a year"),
    "redresscompliance.com",
    Mark.SEEN,
)

IMPLEMENTATION_MULTIPLE = Source(
    "implementation_multiple",
    N_("Implementation costs at least one to two times the software"),
    "Just Enough CRM, flylib",
    Mark.SEEN,
)

IMPLEMENTATION_UPPER = Source(
    "implementation_upper",
    N_("Implementation, training and integration cost three to five times the software"),
    "McKinsey 2002, scribd 91848377",
    Mark.SEEN,
)

MIGRATION_SHARE = Source(
    "migration_share",
    N_("A consultancy claims that data migration is 20 to 30% of the project"),
    "CalculateForce",
    Mark.SECOND_HAND,
)

COST_UNDERESTIMATE = Source(
    "cost_underestimate",
    N_("CRM costs are under-estimated by 40 to 75%"),
    "Gartner 2001, zdnet",
    Mark.SEEN,
)

MAINTENANCE_SHARE = Source(
    "maintenance_share",
    N_(
        "Maintenance and support of bought software cost about 20% of it a year; hosted "
        "licences usually include them"
    ),
    "Just Enough CRM, flylib; lexnetcg",
    Mark.SEEN,
)

INITIAL_TRAINING = Source(
    "initial_training",
    N_(
        "First training takes one to two days a user, up to four, with one trainer for three to "
        "four users"
    ),
    "CRM Automation, ebookreading",
    Mark.SEEN,
)

LOADED_WAGES = Source(
    "loaded_wages",
    N_(
        "Loaded hourly cost in the United States in December 2022: 94.74 USD for managers, "
        "83.14 for professionals, 40.13 for clerks"
    ),
    "EPA, omb.report",
    Mark.SEEN,
)

MANUAL_UPKEEP = Source(
    "manual_upkeep",
    N_("A vendor claims that a salesperson spends 4 to 5.5 hours a week to keep a CRM up by hand"),
    "gowarmcrm",
    Mark.SECOND_HAND,
)

# Adoption

ADOPTION_AVERAGE = Source(
    "adoption_average",
    N_("72% of sales professionals use the CRM on average"),
    "sarlaconsulting",
    Mark.SECOND_HAND,
)

ADOPTION_ABOVE_NINETY = Source(
    "adoption_above_ninety",
    N_("Fewer than 40% of 1,275 firms have more than 90% of their people in the CRM"),
    "CSO Insights 2006, crm-guru",
    Mark.SEEN,
)

ADOPTION_RAMP = Source(
    "adoption_ramp",
    N_(
        "A consultancy claims 10 to 25% of users at day 30, then 5 to 10 points a week, "
        "levelling off at 70 to 80%"
    ),
    "ryanconsulting.ai",
    Mark.SECOND_HAND,
)

IMPLEMENTATION_TIME = Source(
    "implementation_time",
    N_("Vendors claim 4 to 12 weeks to go live in small and medium companies"),
    "techunit; openmercato",
    Mark.SECOND_HAND,
)

TIMELINE_OVERRUN = Source(
    "timeline_overrun",
    N_("A vendor claims that projects take 50 to 100% longer than planned"),
    "flowccrm",
    Mark.SECOND_HAND,
)

# Gains

CONVERSION_CLAIM = Source(
    "conversion_claim",
    N_("A vendor claims 20 to 30% more leads converted (HubSpot)"),
    N_("benchmark pages"),
    Mark.SECOND_HAND,
)

CONVERSION_BEST = Source(
    "conversion_best",
    N_(
        "The best firms with a CRM raised lead conversion by 3.3% a year, against 0.2% for the "
        "others"
    ),
    "Aberdeen 2010",
    Mark.SEEN,
)

RETENTION_BEST = Source(
    "retention_best",
    N_("The best firms with a mobile CRM raised retention by 5.2% a year; the others lost 0.7%"),
    "Aberdeen 2010",
    Mark.SEEN,
)

REVENUE_CLAIM = Source(
    "revenue_claim",
    N_("A study paid for by a vendor claims 5 to 8% more revenue and 15 to 20% more productivity"),
    "Copilot for Sales, Total Economic Impact",
    Mark.SECOND_HAND,
)

EVIDENCE_MIXED = Source(
    "evidence_mixed",
    N_(
        "51 studies (n = 11,081) find a positive effect on average; in a single firm it can be "
        "nil or negative"
    ),
    "Indian Journal of Marketing 2025",
    Mark.SEEN,
)

ACQUISITION_CLAIM = Source(
    "acquisition_claim",
    N_("Benchmark pages claim that acquiring a customer costs 15 to 30% less within 12 months"),
    "salestq; publicdata.online",
    Mark.SECOND_HAND,
)

MANUAL_TASKS = Source(
    "manual_tasks",
    N_("A vendor claims 4 to 8 hours a week of manual tasks, 60 to 80% of them recoverable"),
    "amazingbusinessresults (Zoho)",
    Mark.SECOND_HAND,
)

RECAPTURE = Source(
    "recapture",
    N_("Of the time freed, salespeople put 70 to 90% to use, marketing at most 50%"),
    "Nucleus, baselinemag.com",
    Mark.SEEN,
)

RISK_EXAMPLE = Source(
    "risk_example",
    N_("An example takes 20% off a gain for risk"),
    "Total Economic Impact, intellum",
    Mark.SEEN,
)

# Finance

TEI_DISCOUNT = Source(
    "tei_discount",
    N_("Forrester discounts at 10% in its Total Economic Impact tables"),
    "SalesLoft, Total Economic Impact",
    Mark.SEEN,
)

CAPITAL_COST = Source(
    "capital_cost",
    N_("Cost of capital in the United States in January 2026: 7.1 to 8.2% in six sectors"),
    "Damodaran, pages.stern.nyu.edu",
    Mark.SEEN,
)

# Sectors

CONVERSION_BLENDED = Source(
    "conversion_blended",
    N_("Benchmark pages claim that 2 to 5% of all leads become customers"),
    "askedwell; conversionxperts; mintseo",
    Mark.SECOND_HAND,
)

CONVERSION_SHOP = Source(
    "conversion_shop",
    N_("2.7% of visits to online shops became orders in 2024"),
    N_("ECDB, by benchmark pages"),
    Mark.SECOND_HAND,
)

CYCLE_LENGTH = Source(
    "cycle_length",
    N_(
        "Benchmark pages claim sales cycles of 1 to 2 months in small business sales, 1 to 3 in "
        "services, 3 to 9 in manufacturing"
    ),
    "firstsales.io; thecroreport",
    Mark.SECOND_HAND,
)

CONTRACT_VALUE = Source(
    "contract_value",
    N_("The median yearly contract of software firms is 54,000 to 62,000 USD"),
    N_("KBCM, by benchmark pages"),
    Mark.SECOND_HAND,
)

ORDER_SHOP = Source(
    "order_shop",
    N_("The average online order was 144.52 USD in November 2024"),
    N_("Oberlo, by mintseo"),
    Mark.SECOND_HAND,
)

REPEAT_SHOP = Source(
    "repeat_shop",
    N_("27 to 28% of an online shop’s customers buy again"),
    "rivo.io; littlestream",
    Mark.SECOND_HAND,
)

RETENTION_SECTORS = Source(
    "retention_sectors",
    N_(
        "Customers kept in a year, 10,214 firms: software and B2B services 74%, e-commerce 62%, "
        "business consulting 85%, construction 79%, mean of all 76%"
    ),
    "First Page Sage 2025",
    Mark.SEEN,
)

CHURN_BUSINESS = Source(
    "churn_business",
    N_("Between 11% (utilities) and 56% (wholesale) of business customers are lost in a year"),
    "appliedbrandscience",
    Mark.SECOND_HAND,
)

MARGIN_SERVICES = Source(
    "margin_services",
    N_(
        "Gross margins: business and consumer services 30%, computer services 21%, information "
        "services 46%"
    ),
    N_("Damodaran, Europe, January 2019"),
    Mark.SEEN,
)

MARGIN_SOFTWARE = Source(
    "margin_software",
    N_("Software sold as a service has a gross margin of 72 to 78%"),
    "eaglerockcfo",
    Mark.SECOND_HAND,
)

MARGIN_APPAREL = Source(
    "margin_apparel",
    N_("Gross margin of apparel: 63%"),
    N_("Damodaran, Europe, January 2019"),
    Mark.SEEN,
)

MARGIN_MANUFACTURING = Source(
    "margin_manufacturing",
    N_("Gross margins: electrical equipment 31%, car parts 22%, building materials 33%"),
    N_("Damodaran, Europe, January 2019"),
    Mark.SEEN,
)

ACQUISITION_COST_SECTORS = Source(
    "acquisition_cost_sectors",
    N_(
        "Benchmark pages claim acquisition costs of 12,000 USD a customer in software, 70 to 87 "
        "in e-commerce, 5,000 in services and 11,000 in manufacturing; sources differ by a "
        "factor of 10 to 50"
    ),
    "etavrian 2026; phoenixstrategy; seowithdavid",
    Mark.SECOND_HAND,
)

RETURNS_SHARE = Source(
    "returns_share",
    N_("16.9% of retail sales in the United States were returned in 2024"),
    "NRF, chainstoreage",
    Mark.SEEN,
)

SOURCES: Mapping[str, Source] = MappingProxyType(
    {item.key: item for item in list(globals().values()) if isinstance(item, Source)}
)
"""Every source by its key, for the Method page."""
