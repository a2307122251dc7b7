"""Facts of tickets and surveys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ibis
from ibis import _

from crmroi.files.exports.table import Scale
from crmroi.measure.facts.engine import Engine
from crmroi.measure.facts.relation import Relation

if TYPE_CHECKING:
    import ibis.expr.types as ir

_HOUR = 3.6e9
"""Microseconds of an hour."""
NPS_SCALE = Scale(0, 10)
_SCALES = (Scale(1, 5), Scale(1, 7), NPS_SCALE, Scale(0, 100))
_UPPER = 0.75
"""Of a scale of percent, from here on answers are in the upper two of five steps (0, 25 … 100)."""


def satisfied_from(scale: Scale) -> float:
    """The least score in the top two steps of a scale; of words, the good one."""
    if scale.words:
        return 1.0
    if scale.high - scale.low > NPS_SCALE.high:
        return scale.low + _UPPER * (scale.high - scale.low)
    return scale.high - 1.0


def tickets(engine: Engine, scale: Scale | None) -> Relation:
    """Tickets by the date created; hours are those that passed, minutes those worked."""
    rows = engine.tables["tickets"].mutate(day=_.created_day, month=_.created_month)
    facts: dict[str, Any] = {"records": _.count()}
    if {"created_us", "resolved_us"} <= set(rows.columns):
        rows = rows.mutate(hours=(_.resolved_us - _.created_us) / _HOUR)
        # Resolved before it was created: a slip, which has no length. (Spark takes no median
        # `where`.)
        timed = (_.hours >= 0).ifelse(_.hours, None)
        facts |= {
            "hours": timed.sum(),
            "hours_median": timed.median(),
            "resolved": timed.count(),
            "backwards": _.hours.count(where=_.hours < 0),
        }
    if "handling_minutes" in rows.columns:
        facts |= {"minutes": _.handling_minutes.sum(), "handled": _.handling_minutes.count()}
    if "satisfaction" in rows.columns:
        facts |= _rated(_.satisfaction, scale or SCALE_UNKNOWN)
    return Relation(engine, "tickets", rows, facts)


SCALE_UNKNOWN = Scale(1, 5)
"""Of scores whose scale was not told."""


def survey(engine: Engine, scale: Scale | None) -> tuple[Relation, Scale | None]:
    """Answers by date, and the scale of those that rate satisfaction, if any do."""
    rows = engine.tables["survey"].mutate(day=_.date_day, month=_.date_month)
    scale = scale or SCALE_UNKNOWN
    nps = scale == NPS_SCALE
    if "kind" in rows.columns:
        rows = rows.mutate(nps=(_.kind == "nps").fill_null(nps))
    else:
        rows = rows.mutate(nps=ibis.literal(nps))
    rows = rows.mutate(
        answer=_.nps.ifelse(_.score, None), rating=_.nps.ifelse(None, _.score)
    )  # a column each, so that a kind without answers counts nothing
    facts: dict[str, Any] = {
        "records": _.count(),
        "nps_answers": _.answer.count(),
        "promoters_net": _.answer.count(where=_.answer >= 9) - _.answer.count(where=_.answer <= 6),
    }
    rated = _scale_of_ratings(engine, rows, scale)
    if rated is not None:
        facts |= _rated(_.rating, rated)
    return Relation(engine, "survey", rows, facts), rated


def _rated(score: Any, scale: Scale) -> dict[str, Any]:
    scored = score.count(where=ibis.literal(False)) if scale.words else score.count()
    return {
        "score": score.sum(),
        "scored": scored,
        "satisfied": score.count(where=score >= satisfied_from(scale)),
        "rated": score.count(),
    }


def _scale_of_ratings(engine: Engine, rows: ir.Table, scale: Scale) -> Scale | None:
    """The scale of the answers that rate satisfaction: the column's, unless others share it."""
    asked = rows.aggregate(best=_.rating.max(), others=_.answer.count())
    found = engine.rows(asked)[0]
    if found["best"] is None:
        return None
    if not found["others"]:
        return scale
    return next((known for known in _SCALES if found["best"] <= known.high), _SCALES[-1])
