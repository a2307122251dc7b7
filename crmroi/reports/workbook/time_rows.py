"""Rows of time and adoption: when a line flows, by how much prices rise, who works in the CRM."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from crmroi.model.adoption import CURVES, PHASES, ramp
from crmroi.model.arrays import Array
from crmroi.model.formulas import TOPICS
from crmroi.model.names import WORDS
from crmroi.model.series import ALWAYS, ESCALATORS, EVEN, MONTH_0
from crmroi.reports.workbook.held import Held
from crmroi.reports.workbook.rows import Row, Section
from crmroi.reports.workbook.words import capital
from crmroi.text import _

CURVE_FORMULAS: Mapping[str, str] = MappingProxyType(
    {
        "logistic": "(1/(1+EXP(-10*({month}/ramp_months-0.5)))-1/(1+EXP(5)))"
        "/(1/(1+EXP(-5))-1/(1+EXP(5)))",
        "linear": "{month}/ramp_months",
        "immediate": "1",
    }
)
"""The share of the way to the target while the ramp lasts."""

SHAPE_ROWS: Mapping[str, str] = MappingProxyType({MONTH_0: "decision", ALWAYS: "always"})
"""The rows of the shapes that are called otherwise."""


def time_section(held: Held) -> Section:
    """Which months count, and what rises with the years."""
    months = held.months
    year = np.where(months > 0, (months - 1) // 12, 0.0)
    rows = [
        Row("elapsed", _("Months since the decision"), "whole", "{month}", months),
        Row("decision", _("At the decision"), "whole", "IF({month}=0,1,0)", 1.0 * (months == 0)),
        Row(
            "always",
            _("Month is counted"),
            "whole",
            "IF(AND({month}>0,{month}<=months_counted),1,0)",
            held.always,
        ),
        Row("year", _("Years passed"), "whole", "INT(MAX({month}-1,0)/12)", year),
        *_escalators(held),
        Row("live", _word("live"), "whole", "IF({month}>go_live_month,{always},0)", _live(held)),
        Row(
            "dip",
            _word("dip"),
            "whole",
            "IF({month}<=go_live_month+productivity_dip_months,{live},0)",
            held.running(held.case.factors.shapes["dip"]) * held.always,
        ),
        Row(
            "discount",
            _("Worth today of one unit"),
            "factor",
            "(1+discount_rate)^(-{month}/12)",
            (1 + held.value("discount_rate")) ** (-months / 12),
        ),
    ]
    return Section(_(TOPICS["time"]), tuple(rows))


def adoption_section(held: Held) -> Section:
    """The ramp, and adoption with the phases that follow it."""
    curve = list(CURVES)[int(held.value("curve"))]
    ramp_months = np.array([held.value("ramp_months")])
    choices = ",".join(CURVE_FORMULAS[name] for name in CURVES)
    return Section(
        _(TOPICS["adoption"]),
        (
            Row(
                "ramp",
                _("Ramp, by months of use"),
                "share",
                "IF({month}=0,0,IF({month}>=ramp_months,1,CHOOSE(curve_number," + choices + ")))",
                ramp(held.months, ramp_months, curve),
            ),
            *(_phase(held, name, lag) for name, lag in PHASES.items()),
        ),
    )


def series_formula(name: str) -> str:
    """A series as the product of its rows."""
    return "*".join(f"{{{SHAPE_ROWS.get(part, part)}}}" for part in name.split(" × "))


def _escalators(held: Held) -> list[Row]:
    return [
        Row(
            name,
            _word(name),
            "factor",
            f"{{always}}*(1+{rise})^{{year}}",
            held.running(held.case.factors.escalators[name]),
        )
        for name, rise in ESCALATORS.items()
        if name != EVEN
    ]


def _phase(held: Held, name: str, lag: str | None) -> Row:
    label = _("Users at work in the CRM") if lag is None else _word(name)
    late = f"-{lag}" if lag else ""
    formula = (
        f"IF(AND({{always}}=1,{{month}}-go_live_month{late}>0),"
        f"target_rate*INDEX({{ramp:}},1,{{month}}-go_live_month{late}+1),0)"
    )
    return Row(name, label, "share", formula, held.monthly(name))


def _live(held: Held) -> Array:
    return held.always * (held.months > held.value("go_live_month"))


def _word(name: str) -> str:
    return capital(_(WORDS[name]))
