"""Where the uncertainty comes from: the share of it that each assumption explains."""

from __future__ import annotations

from collections.abc import Mapping

from crmroi.analysis.indices import Indices
from crmroi.charts.risk.naming import label
from crmroi.text import _, _n, percent
from crmroi.ui.risk.cards import Card

_SEEN = 0.005
"""The least share that has a row of its own."""


def shares_card(found: Indices | None, *, awaited: bool) -> Card:
    """Return the Sobol’ indices of the NPV, the largest first; words alone where there are none.

    `awaited` tells whether they are being computed.
    """
    first = None if found is None else found.first_order
    total = None if found is None else found.total_sobol
    if found is not None and total is not None and not any(total.values()):
        said = _("Every case is the same: give an assumption a range below.")
        return _card(_("Nothing is uncertain"), [], said)
    if first is None or total is None:
        return _card(_("Where the uncertainty comes from"), [], _why_none(found, awaited=awaited))
    seen = sorted((key for key in total if total[key] >= _SEEN), key=lambda key: -total[key])
    rows = [[label(key), _share(first[key]), _share(total[key])] for key in seen]
    rest = len(total) - len(seen)
    if rest:
        others = _n("{n} other, less than {share}", "{n} others, each less than {share}", rest,
                    n=rest, share=percent(_SEEN, decimals=1))  # fmt: skip
        rows.append([others, "", ""])
    return _card(_title(seen, total), rows, _together(first) if seen else "")


def _card(title: str, rows: list[list[str]], notes: str) -> Card:
    heads = [_("Assumption"), _("Alone"), _("With the others")]
    return {
        "id": "shares",
        "title": title,
        "subtitle": _(
            "Share of the spread (variance) of the NPV: first-order and total Sobol’ index"
        ),
        "table": {"columns": heads if rows else [], "rows": rows},
        "notes": notes,
    }


def _title(seen: list[str], total: Mapping[str, float]) -> str:
    if not seen:
        return _("Nothing is uncertain")
    return _("“{label}” explains {share} of the uncertainty",
             label=label(seen[0]), share=_share(total[seen[0]]))  # fmt: skip


def _together(first: Mapping[str, float]) -> str:
    return _(
        "Each alone, they explain {share} together; the rest is what they do to each other.",
        share=_share(min(sum(first.values()), 1.0)),
    )


def _why_none(found: Indices | None, *, awaited: bool) -> str:
    if found is not None:
        return " ".join(notice.message for notice in found.warnings)
    if awaited:
        return _("Being computed: the shares appear here by themselves.")
    return _("Drawing was stopped before the shares were computed.")


def _share(estimate: float) -> str:
    """Return an index as a percentage: an estimate a little below zero is none."""
    return percent(max(estimate, 0.0), decimals=0)
