"""Probabilities as people read them: “8 cases out of 10” first, “80%” second."""

from __future__ import annotations

from crmroi.analysis.sceptic import Scepticism
from crmroi.analysis.simulation import Simulation
from crmroi.text import _, _n, percent

_FEW, _NEAR = 0.05, 0.01
_MOST_DECIMALS = 6
_TEN = 10


def cases(share: float) -> str:
    """Return a share of all cases in words: "8 cases out of 10"; never all or none by rounding."""
    if share <= 0:
        return _("no case")
    if share >= 1:
        return _("all cases")
    if share < _FEW:
        return _("fewer than 1 case out of 20")
    if share > 1 - _FEW:
        return _("more than 19 cases out of 20")
    k = min(max(round(_TEN * share), 1), _TEN - 1)
    return _n("{k} case out of 10", "{k} cases out of 10", k, k=k)


def short_chance(share: float) -> str:
    """Return a share of all cases for a small place: "8 of 10"."""
    if share <= 0 or share >= 1:
        return _("never") if share <= 0 else _("always")
    if not _FEW <= share <= 1 - _FEW:
        return _("1 of 20") if share < _FEW else _("19 of 20")
    return _("{k} of 10", k=min(max(round(_TEN * share), 1), _TEN - 1))


def pays_back(simulation: Simulation) -> float:
    """Return the share of draws that break even within their horizon."""
    return 1.0 - simulation.never_breaks_even


def all_alike(simulation: Simulation) -> bool:
    """Tell whether every case drawn is worth the same: nothing is uncertain that matters."""
    drawn = simulation.npv_of_draws
    return bool(drawn.min() == drawn.max())


def share_said(share: float) -> str:
    """Return a share as a percentage that says 0 or 100 for none or all alone."""
    near = 0 < share < _NEAR or 1 - _NEAR < share < 1
    decimals = 1 if near else 0
    while near and decimals < _MOST_DECIMALS and round(100 * share, decimals) in (0, 100):
        decimals += 1
    return percent(share, decimals=decimals)


def breaking(doubts: Scepticism) -> str:
    """Return which doubt breaks the case first, as a sentence."""
    worst = doubts.first_to_break
    if worst is None or doubts.today.npv < 0:
        return doubts.sentence.message
    name = _(worst.label)
    return _("First to break it: {doubt}.", doubt=name[:1].lower() + name[1:])


def opening(simulation: Simulation | None, doubts: Scepticism) -> str:
    """Return the answer of the page: how often it pays back, and what breaks it first."""
    broken = breaking(doubts)
    if simulation is None:
        return broken
    often = _("It pays back in {cases}.", cases=cases(pays_back(simulation)))
    return f"{often} {broken}"
