"""What stands for a name in a printed formula: words of the language spoken now, as LaTeX."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from crmroi.assumptions import Assumption, assumptions
from crmroi.model.lines import LINE
from crmroi.text import N_, _

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "weeks_per_month": N_("weeks per month"),
        "live": N_("in use"),
        "dip": N_("dip"),
        "price": N_("price rise"),
        "wage": N_("wage rise"),
        "selling": N_("selling price rise"),
        "adoption": N_("adoption"),
        "ramp": N_("ramp"),
        "curve": N_("curve"),
        "short": N_("short term"),
        "medium": N_("medium term"),
        "long": N_("long term"),
        "customers": N_("customers"),
        "kept": N_("kept"),
        "new": N_("new"),
        "revenue": N_("revenue"),
        "conversion": N_("conversion"),
        "order_value": N_("order value"),
        "frequency": N_("repeat orders per month"),
        "churn": N_("monthly loss"),
        "with": N_("with"),
        "without": N_("without"),
        "gains": N_("gains"),
        "costs": N_("costs"),
        "cash": N_("cash"),
        "logistic": N_("S-curve"),
        "linear": N_("straight line"),
        "immediate": N_("at once"),
        "else": N_("else"),
        "for_all": N_("for all"),
    }
)
"""What is no assumption and no line."""

_IN_TEXT = MappingProxyType(
    {
        "\u00a0": "~",
        "\u202f": r"\,",
        "\\": r"\textbackslash{}",
        **{sign: f"\\{sign}" for sign in "%$#&_{}"},
    }
)
_SPECIAL = re.compile("[" + re.escape("".join(_IN_TEXT)) + "]")
_NAME = re.compile(r"«(\w+)»")


def tex(text: str) -> str:
    """Words or a figure as LaTeX text; a minus sign in front becomes mathematics."""
    sign, plain = ("-", text[1:]) if text.startswith("−") else ("", text)
    return rf"{sign}\text{{{_SPECIAL.sub(lambda found: _IN_TEXT[found[0]], plain)}}}"


def in_words(name: str) -> str:
    """The words for a symbol, as LaTeX: the label of an assumption or a line, or a word."""
    if name in WORDS:
        return tex(_(WORDS[name]))
    assumption = assumptions_by_field().get(name)
    return tex(_(assumption.label if assumption else LINE[name].label))


def fill(template: str, naming: Callable[[str], str] = in_words) -> str:
    """LaTeX with each «name» replaced by its words, or by what `naming` gives for it."""
    return _NAME.sub(lambda found: naming(found[1]), template)


@cache
def assumptions_by_field() -> Mapping[str, Assumption]:
    """Every assumption by its field name, which is its symbol: "users" of "team.users"."""
    return {assumption.name: assumption for assumption in assumptions().values()}
