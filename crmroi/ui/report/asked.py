"""What is asked: the order that the choices of the page and the session come to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from crmroi.analysis.comparable import FEWEST, MOST, refuse_incomparable
from crmroi.analysis.ranges import around_today
from crmroi.assumptions import Scenario, ScenarioError
from crmroi.assumptions.presets import PRESETS
from crmroi.reports import KINDS, PARTS, Kind, Order, Part
from crmroi.text import _, speaking
from crmroi.ui.address import share_link
from crmroi.ui.visit import Session

_THIS_MACHINE = {"", "localhost", "127.0.0.1", "::1"}


def kinds_of(current: Session) -> tuple[Kind, ...]:
    """Return the kinds that are ticked, in their order."""
    return tuple(kind for kind in KINDS if kind in current.reporting.kinds)


def language_of(current: Session) -> str:
    """Return the language of the report."""
    return current.reporting.language or current.language


def takers(current: Session, part: Part) -> tuple[Kind, ...]:
    """Return the ticked kinds that have a place for a part."""
    return tuple(kind for kind in kinds_of(current) if part in KINDS[kind].parts)


def hindrance(current: Session, part: Part) -> str:
    """Return why a part cannot go in, and what to do; "" where it can."""
    why = {"compare": _not_compared, "measure": _not_measured}.get(part)
    said = why(current) if why else ""
    if not said and not takers(current, part):
        return _("None of the reports chosen has a place for it.")
    return said


def _not_compared(current: Session) -> str:
    if len(current.comparing.entries) < FEWEST:
        return _("Nothing is compared yet: the Compare page makes a set.")
    scenarios = side_by_side(current)
    if len(scenarios) > MOST:
        return _(
            "The set and this case are {n} scenarios; a report takes {most}. Remove one on the "
            "Compare page.", n=len(scenarios), most=MOST,
        )  # fmt: skip
    try:
        refuse_incomparable(scenarios)
    except ScenarioError as refused:
        return " ".join(problem.message for problem in refused.problems)
    return ""


def _not_measured(current: Session) -> str:
    if current.uploads.answer is not None:
        return ""
    if current.uploads.problems:
        return " ".join(problem.message for problem in current.uploads.problems)
    return _("Nothing was measured in this session: the Measure page does it.")


def side_by_side(current: Session) -> tuple[Scenario, ...]:
    """Return the case, then the others of the set: the report is about the first."""
    comparing, case = current.comparing, current.scenario
    others = [entry.scenario for entry in comparing.entries]
    same = comparing.editing
    if same is None:
        same = next((at for at, each in enumerate(others) if _alike(each, case)), None)
    name = case.name
    if same is not None:
        known = others.pop(same)
        name = name or known.name
    if not name or name in {each.name for each in others}:
        name = _("This case")
    return (case.model_copy(update={"name": name}), *others)


def _alike(one: Scenario, other: Scenario) -> bool:
    return one.currency == other.currency and one.values() == other.values()


def order_of(current: Session) -> Order:
    """Return the order, its words in the language of the report."""
    reporting = current.reporting
    parts = frozenset(
        part for part in PARTS if part in reporting.parts and not hindrance(current, part)
    )
    with speaking(language_of(current)):
        scenarios = side_by_side(current) if "compare" in parts else (current.scenario,)
    order = Order(
        tuple(map(around_today, scenarios)),
        datetime.now(UTC).astimezone().date(),
        parts,
        reporting.prepared_by,
        reporting.prepared_for,
        reporting.logo,
        link=_link(current),
    )
    return _with_measured(current, order) if "measure" in parts else order


def _with_measured(current: Session, order: Order) -> Order:
    """Add what the CRM's data say; what cannot be measured (any more) is left out."""
    from crmroi.ui.measure.reading import measured, measured_currency  # noqa: PLC0415 - reads files

    found = measured(current)
    if found is None:
        return replace(order, parts=order.parts - {"measure"})
    return replace(
        order,
        measurement=found,
        measured_in=measured_currency(current),
        go_live=current.uploads.asked.go_live,
        telling_kpis=preset.kpis if (preset := PRESETS.get(current.preset)) else (),
    )


def _link(current: Session) -> str:
    """Return the link to the case, "" where only this machine could follow it."""
    link = share_link(current)
    return "" if (urlsplit(link).hostname or "") in _THIS_MACHINE else link
