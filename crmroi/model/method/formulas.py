"""The measures and the formulas that are no lines: in words, as LaTeX, with a case's figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from crmroi.model.customers import LEVERS
from crmroi.model.figures import with_numbers
from crmroi.model.formulas import FORMULAS, TOPICS
from crmroi.model.measures import MEASURES
from crmroi.model.method.parts import Entry
from crmroi.model.method.put_in import Figures
from crmroi.model.names import in_words, tex
from crmroi.model.projection import Projection
from crmroi.text import N_, _, money, number

NOTATION: Mapping[str, str] = MappingProxyType(
    {
        "t": N_("the month; month 0 is the decision"),
        "H": N_("the last month counted"),
        r"G(t),\; C(t)": N_("the gains and the costs of month t, after risk adjustment"),
        "N(t)": N_("the net flow of month t: gains less costs"),
        r"N^+(t),\; N^-(t)": N_("the net flow where it comes in, and where it goes out"),
        r"r,\; i": N_("the discount rate of a year, and of a month"),
        "i^*": N_("the rate of a month at which the case would be worth nothing today"),
    }
)
"""The letters of the formulas, as LaTeX, and what each stands for."""


def measures(projection: Projection) -> tuple[Entry, ...]:
    """Every measure."""
    return tuple(
        Entry(
            anchor=name,
            title=_(measure.label),
            text=_(measure.definition),
            latex=measure.latex,
            figures=with_numbers(name, projection),
        )
        for name, measure in MEASURES.items()
    )


def topics(projection: Projection) -> dict[str, tuple[Entry, ...]]:
    """Every other formula by its topic (`TOPICS`), in the order of reading."""
    figures = Figures(projection.scenario)
    return {topic: _about(topic, projection, figures) for topic in TOPICS}


def _about(topic: str, projection: Projection, figures: Figures) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            anchor=f"{topic}-{name}",
            title=_(formula.title),
            text=_(formula.meaning),
            latex=formula.latex,
            figures=_WRITERS[name](projection) if name in _WRITERS else figures.in_formula(name),
        )
        for name, formula in FORMULAS.items()
        if formula.topic == topic
    )


def _customers(projection: Projection) -> str:
    """How many there are in the end."""
    last = len(projection.months) - 1
    counts = {
        company: tex(number(float(projection.monthly[f"customers_{company}"][last])))
        for company in ("without", "with")
    }
    return r", \qquad ".join(
        rf"{in_words('customers')}_{{{in_words(company)}}}({last}) = {count}"
        for company, count in counts.items()
    )


def _shares(projection: Projection) -> str:
    """What the levers gain over all months, after risk adjustment, and together."""
    currency = projection.scenario.currency
    shares = [projection.gains[lever] for lever in LEVERS]
    total = tex(money(sum(shares), currency))
    return " + ".join(tex(money(share, currency)) for share in shares) + f" = {total}"


def _curve(projection: Projection) -> str:
    """Which of the curves it is."""
    return rf"{in_words('curve')}(x): \; {in_words(projection.scenario.adoption.curve)}"


_WRITERS: Mapping[str, Callable[[Projection], str]] = MappingProxyType(
    {"customers": _customers, "curve": _curve, "shapley": _shares}
)
"""The formulas whose figures are more than values put in."""
