"""The signs of the method's formulas."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SIGNS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        r"\sum": ("sum", "∑"),
        r"\times": ("times", "×"),
        r"\ge": ("gt.eq", "≥"),
        r"\le": ("lt.eq", "≤"),
        r"\dots": ("dots", "…"),
        r"\varphi": ("phi", "φ"),
        r"\in": ("in", "∈"),
        r"\subseteq": ("subset.eq", "⊆"),
        r"\setminus": ("without", "\u2216"),
        r"\cup": ("union", "\u222a"),
        r"\min": ("min", "min"),
        r"\max": ("max", "max"),
        r"\lfloor": ("⌊", "⌊"),
        r"\rfloor": ("⌋", "⌋"),
        r"\{": ("{", "{"),
        r"\}": ("}", "}"),
        r"\#": (r"\#", "#"),
        r"\,": ("thin", " "),
        r"\;": ("thick", " "),
        r"\quad": ("quad", " "),
        r"\qquad": ("quad quad", " "),
        "~": ("space.nobreak", " "),
        "/": (r"\/", "/"),
        ",": ("comma", ","),
        "*": ("ast", "*"),
        **{sign: (sign, sign) for sign in "+-=<>()[]|!:"},
    }
)
"""Signs as typst and as plain letters."""
