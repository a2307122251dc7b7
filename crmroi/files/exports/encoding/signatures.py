"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

from pathlib import PurePath

from crmroi.text import N_, Notice

_WORKBOOK_CSV = N_(
    "This is an Excel workbook named .csv. Save it as CSV in Excel and drop it again."
)
_WORKBOOK = N_("This is an Excel workbook. Save it as CSV in Excel and drop it again.")
_OTHER_WORKBOOK = N_("This is a spreadsheet document. Save it as CSV and drop it again.")
_ARCHIVE = N_("This is a compressed archive. Unpack it and drop the CSV files that it holds.")
_HTML = N_("This is a web page (HTML), not CSV. Export it as CSV and drop it again.")
_XML = N_("This is XML, not CSV. Export it as CSV and drop it again.")
_JSON = N_("This is JSON, not CSV. Export it as CSV and drop it again.")
_PDF = N_("This is a PDF document, not CSV. Export the report as CSV and drop it again.")
_RTF = N_("This is a text document (RTF), not CSV. Export it as CSV and drop it again.")
_IMAGE = N_("This is an image, not CSV. Export the table as CSV and drop it again.")
_DATABASE = N_("This is a database file, not CSV. Export the table as CSV and drop it again.")

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", _PDF),
    (b"{\\rtf", _RTF),
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"II*\x00", _IMAGE),
    (b"MM\x00*", _IMAGE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"Rar!\x1a", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"\xfd7zXZ", _ARCHIVE),
    (b"(\xb5/\xfd", _ARCHIVE),
    (b"SQLite format 3\x00", _DATABASE),
    (b"PAR1", _DATABASE),
)
_HTML_STARTS = (b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<meta", b"<style")
_SPACE = b" \t\r\n"


def refused_binary(data: bytes, name: str) -> Notice | None:
    """Why the file cannot be a CSV, from its first bytes as they are; None if it may be one."""
    if data.startswith(_ZIP):
        return Notice(name, None, _zipped(data, name))
    if data.startswith(_COMPOUND):
        return Notice(name, None, _workbook(name))
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Notice(name, None, _IMAGE)
    if data[:2] == b"BM" and data[6:10] == b"\x00\x00\x00\x00":
        return Notice(name, None, _IMAGE)
    for start, message in _BINARY:
        if data.startswith(start):
            return Notice(name, None, message)
    return None


def refused_text(text: bytes, name: str) -> Notice | None:
    """Why the text (UTF-8, without a byte order mark) is no CSV; None if it may be one."""
    start = text[:1000].lstrip(_SPACE).lower()
    while start.startswith(b"<!--"):
        start = start.partition(b"-->")[2].lstrip(_SPACE)
    if start.startswith(_HTML_STARTS):
        return Notice(name, None, _HTML)
    if start.startswith(b"<?xml"):
        return Notice(name, None, _HTML if b"<html" in start else _XML)
    if start.startswith((b'{"', b"[{", b"{\n", b"{\r")):
        return Notice(name, None, _JSON)
    return None


def _zipped(data: bytes, name: str) -> str:
    # The names of a zip's members are plain in it: at their own heads and in its directory.
    head, tail = data[:4096], data[-65_536:]
    if b"opendocument.spreadsheet" in head:
        return _OTHER_WORKBOOK
    if b"[Content_Types].xml" in head or any(b"xl/" in part for part in (head, tail)):
        return _workbook(name)
    return _ARCHIVE


def _workbook(name: str) -> str:
    return _WORKBOOK_CSV if PurePath(name).suffix.lower() == ".csv" else _WORKBOOK
