"""The language of a page as data: its messages, how it writes numbers, how wide its letters are.

The page's scripts name a message by its English text, as all of this project does; what they name
is looked up here, once, in the language spoken now.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from crmroi.assumptions.groups.ranges import LONGEST_HORIZON
from crmroi.charts import cash_words, waterfall_words
from crmroi.charts.headline import HEADLINES
from crmroi.charts.labels import text_width
from crmroi.charts.yearly import BUCKETS
from crmroi.model.lines import THEMES
from crmroi.reports.live_page.scripts import answer_modules
from crmroi.text import _, currency_symbol, years
from crmroi.text.forms import forms
from crmroi.text.typography import glue

_MESSAGE = re.compile(r'(?<![\w.])_\(\s*("(?:[^"\\]|\\.)*")')
_ANY_LETTER = "0123456789 ,.-+−\u00a0\u202f"
_OTHER = "\u2603"
"""A letter of which no font says how wide it is."""


def spoken(currency: str) -> dict[str, Any]:
    """What `speak` in words.js takes, in the language spoken now."""
    said: dict[str, Any] = {
        "words": {msgid: _(msgid) for msgid in messages()},
        "tables": {
            "headline": {case.name: _(msgid) for case, msgid in HEADLINES.items()},
            "cash": {case.name: _(msgid) for case, msgid in cash_words.TITLES.items()},
            "waterfall": {theme: _(msgid) for theme, msgid in waterfall_words.TITLES.items()},
        },
        "themes": {theme: _(label) for theme, label in THEMES.items()},
        "buckets": {
            bucket.name: {"label": _(bucket.label), "short": _(bucket.short_label)}
            for bucket in BUCKETS
        },
        "years": [years(n) for n in range(LONGEST_HORIZON + 1)],
        "month": glue(_("month {m}")),
        "symbol": currency_symbol(currency),
        "forms": forms(currency),
    }
    return said | {"widths": _widths(_texts(said))}


@cache
def messages() -> tuple[str, ...]:
    """Every message that the page's scripts name, by its English text."""
    found = (json.loads(text) for js in answer_modules().values() for text in _MESSAGE.findall(js))
    return tuple(dict.fromkeys(found))


def _texts(said: object) -> Iterable[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, Mapping):
        for part in said.values():
            yield from _texts(part)
    elif isinstance(said, list):
        for part in said:
            yield from _texts(part)


def _widths(texts: Iterable[str]) -> dict[str, Any]:
    """Pixels of each letter that may come up in a chart, and how much wider a bold one is."""
    letters = sorted({letter for text in texts for letter in text} | set(_ANY_LETTER))
    return {
        "letters": {letter: text_width(letter) for letter in letters},
        "usual": text_width(_OTHER),
        "bold": text_width("0", bold=True) / text_width("0"),
    }
