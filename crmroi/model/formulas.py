"""Every formula of the model as LaTeX that is no line and no measure: time, adoption, sales, risk.

The lines print themselves (`line_latex`), the measures hold their own (`measures.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crmroi.model.lines import SALES, Line
from crmroi.model.names import fill, in_words
from crmroi.model.printing import latex
from crmroi.model.series import MONTH_0
from crmroi.text import N_


@dataclass(frozen=True)
class Formula:
    """One formula: `title` and `meaning` are messages."""

    topic: str
    title: str
    meaning: str
    template: str
    """LaTeX in which a «name» stands for its words."""

    @property
    def latex(self) -> str:
        """The formula in the language spoken now."""
        return fill(self.template)


TOPICS: Mapping[str, str] = MappingProxyType(
    {
        "time": N_("Time"),
        "adoption": N_("Adoption"),
        "sales": N_("Sales, with the CRM and without"),
        "levers": N_("The four levers"),
        "risk": N_("Risk"),
    }
)
"""What the formulas are about, in the order of reading."""

FORMULAS: Mapping[str, Formula] = MappingProxyType(
    {
        "horizon": Formula(
            "time",
            N_("Horizon"),
            N_("Month 0 is the decision: one-off costs are paid then. Other flows fall at the end"
               " of their month, from month 1 to the horizon."),
            r"t = 0, 1, \dots, H, \qquad H = 12 \times «horizon_years»",
        ),
        "live": Formula(
            "time",
            N_("In use"),
            N_("1 from the month after go-live on, else 0."),
            r"«live»(t) = \begin{cases} 1 & t > «go_live_month»"
            r" \\ 0 & «else» \end{cases}",
        ),
        "dip": Formula(
            "time",
            N_("Dip after go-live"),
            N_("1 in the months after go-live in which work is slower, else 0."),
            r"«dip»(t) = \begin{cases} 1 & «go_live_month» < t \le"
            r" «go_live_month» + «productivity_dip_months» \\ 0 & «else» \end{cases}",
        ),
        "price": Formula(
            "time",
            N_("Prices, wages, selling prices"),
            N_("Each rises once a year."),
            r"\begin{aligned}"
            r" «price»(t) &= (1 + «price_increase_per_year»)^{y} \\"
            r" «wage»(t) &= (1 + «wage_increase_per_year»)^{y} \\"
            r" «selling»(t) &= (1 + «selling_price_increase_per_year»)^{y}"
            r" \end{aligned} \qquad y = \left\lfloor \tfrac{t - 1}{12} \right\rfloor",
        ),
        "weeks": Formula(
            "time",
            N_("Weeks of a month"),
            N_("A month has 52 ÷ 12 weeks."),
            r"«weeks_per_month» = \frac{52}{12}",
        ),
        "adoption": Formula(
            "adoption",
            N_("Adoption"),
            N_("The share of users who work in the CRM."),
            r"«adoption»(t) = «target_rate» \times"
            r" «ramp»(t - «go_live_month»)",
        ),
        "ramp": Formula(
            "adoption",
            N_("Ramp"),
            N_("How far the way to the target is gone, s months after go-live."),
            r"«ramp»(s) = \begin{cases} 0 & s \le 0 \\"
            r" «curve»(s / «ramp_months») & 0 < s < «ramp_months» \\"
            r" 1 & «else» \end{cases}",
        ),
        "curve": Formula(
            "adoption",
            N_("Curve"),
            N_("Logistic (slow, fast, slow), linear, or immediate."),
            r"«curve»(x) = \begin{cases} \dfrac{L(x) - L(0)}{L(1) - L(0)} & «logistic» \\"
            r" x & «linear» \\ 1 & «immediate» \end{cases}"
            r" \qquad L(x) = \frac{1}{1 + e^{-10 (x - 1/2)}}",
        ),
        "phases": Formula(
            "adoption",
            N_("Three phases"),
            N_("Gains follow adoption at a lag: work soon, conversion and order value later,"
               " loyalty last."),
            r"\begin{aligned}"
            r" «short»(t) &= «adoption»(t - «short_term_lag_months») \\"
            r" «medium»(t) &= «adoption»(t - «medium_term_lag_months») \\"
            r" «long»(t) &= «adoption»(t - «long_term_lag_months») \end{aligned}",
        ),
        "customers": Formula(
            "sales",
            N_("Customers"),
            N_("Those kept and those won. Month 0 starts with the customers of today."),
            r"\begin{aligned}"
            r" «kept»(t) &= «customers»(t - 1) \times (1 - «churn»(t)) \\"
            r" «new»(t) &= «leads_per_month» \times «conversion»(t) \\"
            r" «customers»(t) &= «kept»(t) + «new»(t) \end{aligned}",
        ),
        "revenue": Formula(
            "sales",
            N_("Revenue"),
            N_("Each new customer’s first order, and the repeat orders of those kept."),
            r"«revenue»(t) = \bigl(«new»(t) + «kept»(t) \times"
            r" «frequency»(t)\bigr) \times «order_value»(t) \times «selling»(t)",
        ),
        "without": Formula(
            "sales",
            N_("Without the CRM"),
            N_("The company stays as it is today."),
            r"\begin{aligned}"
            r" «conversion» &= «conversion_rate» \\"
            r" «order_value» &= «average_order_value» \\"
            r" «frequency» &= «orders_per_customer_per_year» / 12 \\"
            r" «churn» &= 1 - «retention_rate»^{1/12} \end{aligned}",
        ),
        "with": Formula(
            "sales",
            N_("With the CRM"),
            N_("Each lever moves one of the four."),
            r"\begin{aligned}"
            r" «conversion»(t) &= \min(1,\; «conversion» \times"
            r" (1 + «conversion_uplift» \times «medium»(t))) \\"
            r" «order_value»(t) &= «order_value» \times"
            r" (1 + «order_value_uplift» \times «medium»(t)) \\"
            r" «frequency»(t) &= «frequency» \times"
            r" (1 + «repeat_order_uplift» \times «long»(t)) \\"
            r" «churn»(t) &= \min(1,\; «churn» \times"
            r" (1 - «churn_reduction» \times «long»(t))) \end{aligned}",
        ),
        "gain": Formula(
            "sales",
            N_("Gain from sales"),
            N_("The contribution margin of the revenue that the CRM adds."),
            r"«gross_margin» \times"
            r" («revenue»_{«with»}(t) - «revenue»_{«without»}(t))",
        ),
        "shapley": Formula(
            "levers",
            N_("A lever’s share (Shapley value)"),
            N_("The levers act on each other. A lever’s share is its mean contribution over all 24"
               " orders in which the four could be pulled; the shares add up to the gain."),
            r"\varphi_k(t) = \sum_{S \subseteq \{1,2,3,4\} \setminus \{k\}}"
            r" \frac{|S|!\,(3 - |S|)!}{4!}\,\bigl(G_{S \cup \{k\}}(t) - G_S(t)\bigr)",
        ),
        "risk": Formula(
            "risk",
            N_("Risk adjustment"),
            N_("Every gain and every cost, as in Forrester’s Total Economic Impact."),
            r"\begin{aligned} G(t) &= (1 - «gains_risk») \times \sum «gains»(t) \\"
            r" C(t) &= (1 + «costs_risk») \times \sum «costs»(t) \end{aligned}",
        ),
    }
)  # fmt: skip
"""Each formula by its name."""


def series_latex(name: str) -> str:
    """A series as LaTeX: what the amount of a line is multiplied by in month t."""
    if name == MONTH_0:
        return "t = 0"
    if name == SALES:
        return r"\varphi(t)"
    factors = (f"{in_words(factor)}(t)" for factor in name.split(" × "))
    return r" \times ".join(factors) + r", \; t \ge 1"


def line_latex(line: Line) -> str:
    """The amount of a line as LaTeX, in words."""
    return latex(line.amount)
