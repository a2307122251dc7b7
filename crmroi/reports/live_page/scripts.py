"""The scripts of a live page: the library that computes and words, the program that draws."""

from __future__ import annotations

from pathlib import Path

from crmroi.reports.live_page import declared
from crmroi.reports.live_page.bundle import library

_HERE = Path(__file__).parent
_MODEL = (
    "adoption.js",
    "series.js",
    "customers.js",
    "zeros.js",
    "internal_rate.js",
    "measures.js",
    "projection.js",
)
LIBRARY = "crmroi"
"""What the library is called in the page."""


def model_library() -> str:
    """The script that defines `crmroi`: the model and the words, without a page to show them."""
    written = {name: (_HERE / name).read_text(encoding="utf-8") for name in _MODEL}
    return library(LIBRARY, {declared.NAME: declared.declared(), **written})
