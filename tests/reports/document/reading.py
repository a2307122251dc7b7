"""A document made and read again: its words without spaces, its pages, what it says of itself."""

from __future__ import annotations

import io
import re
from datetime import date
from functools import cache

import pikepdf
import pypdfium2

from crmroi.assumptions import Scenario
from crmroi.reports import Order
from crmroi.reports.document import make
from crmroi.reports.findings import Findings
from crmroi.text import language

DAY = date(2026, 11, 22)
_SPACES = re.compile(r"[\s\u00a0\u202f\u200b]+")


def order(*scenarios, **more):
    return Order(scenarios or (Scenario(),), DAY, **more)


def made(asked=None):
    """The bytes of a document."""
    return make(Findings(asked or order()), lambda _share: None)


def usual():
    """The bytes of that of the default case, in the language spoken now."""
    return _usual(language())


@cache
def _usual(_language):
    return made()


def bare(text):
    """A text without any spaces: lines break where they have room."""
    return _SPACES.sub("", text)


def page_texts(data):
    """The words of each page, without spaces."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [bare(_text_of(page)) for page in pdf]


def _text_of(page):
    words = page.get_textpage()
    try:
        return words.get_text_range()
    finally:
        words.close()
        page.close()


def words_of(data):
    return "".join(page_texts(data))


def opened(data):
    return pikepdf.open(io.BytesIO(data))


def bookmarks(data):
    with opened(data) as pdf, pdf.open_outline() as outline:
        return [item.title for item in outline.root], [
            child.title for item in outline.root for child in item.children
        ]


def alternatives(data):
    """The text alternatives of figures and formulas."""
    with opened(data) as pdf:
        return [
            str(each["/Alt"])
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        ]
