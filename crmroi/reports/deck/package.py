"""The file of a deck: the same bytes for the same slides."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx.presentation import Presentation as Deck

from crmroi.reports.deck.sheet import moment
from crmroi.text import html_language


def describe(deck: Deck, title: str, subject: str, author: str, made_on: date) -> None:
    """Say what the file is, whose and of when."""
    about = deck.core_properties
    about.title, about.subject, about.author = title[:255], subject[:255], author[:255]
    about.last_modified_by, about.keywords, about.comments = author[:255], "", ""
    about.language = html_language()
    about.created = about.modified = moment(made_on).replace(tzinfo=None)
    about.revision = 1


def bytes_of(deck: Deck, made_on: date) -> bytes:
    """Return the file; its parts carry the day it was made on instead of the clock."""
    out = BytesIO()
    deck.save(out)
    return _fixed(out.getvalue(), made_on)


def _fixed(package: bytes, made_on: date) -> bytes:
    stamp = (max(made_on.year, 1980), made_on.month, made_on.day, 0, 0, 0)
    out = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, stamp)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
            new.writestr(entry, _without_clock(name, old.read(name), made_on))
    return out.getvalue()


def _without_clock(name: str, part: bytes, made_on: date) -> bytes:
    """Return a part of the package as of that day; a workbook within it as well."""
    if name.endswith(".xlsx"):
        return _fixed(part, made_on)
    if name == "docProps/core.xml":
        return re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", _written(made_on), part)
    return part


def _written(day: date) -> bytes:
    return moment(day).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
