"""The assumptions as rows of a table, and the sources with what leans on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crmroi.assumptions import GROUPS, Assumption, Scenario, Value, assumptions
from crmroi.assumptions.groups.ranges import ANY_AMOUNT
from crmroi.assumptions.presets import PRESETS, sources_of
from crmroi.assumptions.sources import SOURCES, Mark, Source
from crmroi.text import N_, Span, _, show, unit_name
from crmroi.text.phrases import listed

HEADS = (
    N_("Assumption"),
    N_("Today"),
    N_("Default"),
    N_("Plausible"),
    N_("Allowed"),
    N_("Source"),
)
"""The heads of the table; `Row` holds the cells in this order, and more."""

NO_LIMIT = ANY_AMOUNT[1]
"""The end of a range that is there to catch slips of the pen: shown as "or more"."""


@dataclass(frozen=True)
class Cited:
    """A published source: what it states, where, how far it was checked, what leans on it."""

    anchor: str
    text: str
    where: str
    mark: str
    used_by: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """One assumption, worded in the language that was spoken when it was listed.

    `source` is that of today's value.
    """

    key: str
    label: str
    help: str
    unit: str
    today: str
    default: str
    plausible: str
    allowed: str
    source: Source

    @property
    def changed(self) -> bool:
        """Whether today's value is shown otherwise than the default."""
        return self.today != self.default


def rows(scenario: Scenario) -> dict[str, tuple[Row, ...]]:
    """Every assumption as a row, by the label of its group."""
    sources = sources_of(scenario)
    return {
        _(label): tuple(
            _row(item, scenario, sources[item.key])
            for item in assumptions().values()
            if item.group == group
        )
        for group, label in GROUPS.items()
    }


def published() -> tuple[Cited, ...]:
    """Every published source, in the order in which they are declared."""
    return tuple(
        Cited(f"source-{key}", _(source.text), _(source.where), _(source.mark), _users(source))
        for key, source in SOURCES.items()
        if source.mark is not Mark.ESTIMATE
    )


def named(source: Source, link: Callable[[str, str], str], escape: Callable[[str], str]) -> str:
    """A source in a few words, as markup: what it says is said once, under `published`.

    `link` makes a link of an anchor and a text, `escape` makes a text safe.
    """
    if source.mark is not Mark.ESTIMATE:
        return link(f"source-{source.key}", _(source.where))
    links = (named(seen, link, escape) for seen in source.in_view_of)
    return escape(_(source.text)).format(sources=listed(links))


def _row(item: Assumption, scenario: Scenario, source: Source) -> Row:
    currency = scenario.currency

    def shown(value: Value) -> str:
        return show(item.choices[str(value)] if item.choices else value, item.unit, currency)

    def span(ends: tuple[float, float] | None) -> str:
        if ends is None:
            return _all_values(item)
        low, high = ends
        if high >= NO_LIMIT:
            return _("{value} or more", value=shown(low))
        return str(Span(low, high, item.unit, currency))

    return Row(
        key=item.key,
        label=_(item.label),
        help=_(item.help),
        unit=unit_name(item.unit, currency),
        today=shown(scenario.value(item.key)),
        default=shown(item.default),
        plausible=span(item.plausible),
        allowed=span(item.allowed),
        source=source,
    )


def _all_values(item: Assumption) -> str:
    """What a choice or a flag may be."""
    if item.choices:
        return ", ".join(_(label) for label in item.choices.values())
    return unit_name(item.unit, "")


def _users(source: Source) -> tuple[str, ...]:
    """The labels of the assumptions whose default, here or in a sector, leans on a source."""
    leaning = {item.key for item in assumptions().values() if _leans(item.source, source)}
    for preset in PRESETS.values():
        leaning |= {key for key, its_source in preset.sources.items() if _leans(its_source, source)}
    return tuple(_(item.label) for item in assumptions().values() if item.key in leaning)


def _leans(on: Source, source: Source) -> bool:
    return on is source or any(_leans(seen, source) for seen in on.in_view_of)
