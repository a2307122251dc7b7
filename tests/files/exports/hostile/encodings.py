"""Traps in the bytes: marks, encodings, zeros, and what is no text at all."""

from __future__ import annotations

import codecs

from crmroi.files.exports.table import Limits, Options
from tests.files.exports.hostile.trap import HEAD, READ, RECORDS, Trap, deals, lines

_TABBED = "\n".join((HEAD, *RECORDS, "")).replace(",", "\t")
_FRENCH = "Étape;Montant;Compte\nGagné;12,50 €;Zoë’s – à côté\nPerdu;8,00 €;Café\n"
_READ_FRENCH = {
    "outcome": ["won", "lost"],
    "amount": ["12.50", "8.00"],
    "customer": ["Zoë’s – à côté", "Café"],
}
_ASK_DOS = "The letters with accents are neither UTF-8 nor Windows-1252. Which encoding is it?"
_ASK_TWICE = (
    "Letters with accents were encoded twice and look like “Ã©”. Mend them, or keep them as they "
    "are?"
)
_ASK_STRAY = (
    "Most of the file is UTF-8, and some letters of it are not. Mend those, or name another "
    "encoding?"
)
_WORKBOOK = "This is an Excel workbook named .csv. Save it as CSV in Excel and drop it again."
_ZEROS = "The file is not text: it holds zero bytes. Export it again as CSV and drop it again."
_EMPTY = "The file is empty. Export it again with its records."
_HTML = "This is a web page (HTML), not CSV. Export it as CSV and drop it again."
_IMAGE = "This is an image, not CSV. Export the table as CSV and drop it again."
_ARCHIVE = "This is a compressed archive. Unpack it and drop the CSV files that it holds."
_XLSX = b"PK\x03\x04\x14\0\6\0[Content_Types].xml\0xl/workbook.xml"

READ_SO = (
    Trap(
        "a byte order mark before a quoted header",
        codecs.BOM_UTF8 + lines('"Deal ID",Stage,Amount,Close Date', *RECORDS),
        READ, report={"encoding": "utf-8", "columns": tuple(HEAD.split(","))},
    ),
    Trap("two byte order marks", codecs.BOM_UTF8 * 2 + deals(), READ, report={"encoding": "utf-8"}),
    Trap(
        "a byte order mark before the line of Excel",
        codecs.BOM_UTF8 + lines("sep=,", HEAD, *RECORDS), READ, report={"header_row": 1},
    ),
    Trap(
        "UTF-16, little-endian, by tabs, as Excel writes Unicode text",
        codecs.BOM_UTF16_LE + _TABBED.encode("utf-16-le"), READ,
        report={"encoding": "utf-16", "delimiter": "\t"}, name="deals.txt",
    ),
    Trap(
        "UTF-16, big-endian", codecs.BOM_UTF16_BE + _TABBED.encode("utf-16-be"), READ,
        report={"encoding": "utf-16", "delimiter": "\t"},
    ),
    Trap(
        "UTF-16 without its mark", _TABBED.encode("utf-16-le"), READ,
        report={"encoding": "utf-16-le"},
    ),
    Trap(
        "big-endian UTF-16 without its mark", _TABBED.encode("utf-16-be"), READ,
        report={"encoding": "utf-16-be"},
    ),
    Trap(
        "Windows-1252 with a euro sign, a curly apostrophe and a dash", _FRENCH.encode("cp1252"),
        _READ_FRENCH, report={"encoding": "cp1252", "delimiter": ";", "decimal": ","},
    ),
    Trap("UTF-8 with the same letters", _FRENCH.encode(), _READ_FRENCH),
    Trap("lines that end in a carriage return alone", deals().replace(b"\n", b"\r"), READ),
    Trap(
        "records that end in CR LF with bare LF inside a cell",
        lines("Deal ID,Stage,Account", '1,Won,"a\nb"', "2,Lost,c").replace(b"\n", b"\r\n")
        .replace(b"a\r\nb", b"a\nb"),
        {"id": ["1", "2"], "customer": ["a\nb", "c"]},
    ),
    Trap("no line end after the last record", deals().rstrip(), READ),
)  # fmt: skip

ASKED = (
    Trap(
        "DOS letters", "Étape;Compte\nGagné;Résidence\nPerdu;Côté\n".encode("cp850"),
        {"outcome": ["won", "lost"], "customer": ["Résidence", "Côté"]},
        asks=(_ASK_DOS,), choices=("cp850", "mac_roman"),
        answer=Options(encoding="cp850"),
    ),
    Trap(
        "letters of an old Macintosh",
        "Étape;Compte\nGagné;Résidence\nPerdu;Côté\n".encode("mac_roman"),
        {"outcome": ["won", "lost"], "customer": ["Résidence", "Côté"]},
        asks=(_ASK_DOS,), choices=("cp850", "mac_roman", "cp1252"),
        answer=Options(encoding="mac_roman"),
    ),
    Trap(
        "text encoded twice",
        "Étape;Compte\nGagné;Adélaïde €\nPerdu;Côté\n".encode().decode("cp1252").encode(),
        {"outcome": ["won", "lost"], "customer": ["Adélaïde €", "Côté"]},
        asks=(_ASK_TWICE,), choices=("repair", "utf-8"), answer=Options(encoding="repair"),
    ),
    Trap(
        "UTF-8 with one letter of Windows-1252",
        "Étape;Compte\nGagné;Résidence à côté\nPerdu;".encode() + "Café\n".encode("cp1252"),
        {"outcome": ["won", "lost"], "customer": ["Résidence à côté", "Café"]},
        asks=(_ASK_STRAY,), choices=("repair", "cp1252"), answer=Options(encoding="repair"),
    ),
)  # fmt: skip

REFUSED = (
    Trap("an Excel workbook named .csv", _XLSX, refused=_WORKBOOK),
    Trap(
        "an Excel workbook", _XLSX, name="deals.xlsx",
        refused="This is an Excel workbook. Save it as CSV in Excel and drop it again.",
    ),
    Trap("an old Excel workbook named .csv", codecs.decode("d0cf11e0a1b11ae10000", "hex"),
         refused=_WORKBOOK),
    Trap(
        "a spreadsheet of OpenDocument",
        b"PK\x03\x04\x14\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        refused="This is a spreadsheet document. Save it as CSV and drop it again.",
    ),
    Trap("a zip of CSV files", b"PK\x03\x04\x14\0\0\0deals.csv" + deals(), refused=_ARCHIVE),
    Trap("a compressed CSV", b"\x1f\x8b\x08\0\0\0\0\0", refused=_ARCHIVE),
    Trap("a web page", b"<!DOCTYPE html>\n<html><body>Log in</body></html>", refused=_HTML),
    Trap(
        "an old .xls of Salesforce, which is a table of HTML",
        b"\n <table><tr><th>Stage</th></tr><tr><td>Won</td></tr></table>", refused=_HTML,
        name="report.xls",
    ),
    Trap("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", refused=(
        "This is a PDF document, not CSV. Export the report as CSV and drop it again.")),
    Trap("a PNG", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", refused=_IMAGE),
    Trap("a JPEG", b"\xff\xd8\xff\xe0\0\x10JFIF", refused=_IMAGE),
    Trap("JSON", b'[{"id": 1, "stage": "Won"}]',
         refused="This is JSON, not CSV. Export it as CSV and drop it again."),
    Trap("XML", b"<?xml version='1.0'?><Workbook/>",
         refused="This is XML, not CSV. Export it as CSV and drop it again."),
    Trap("zeros among the letters", deals().replace(b"Won", b"W\0n"), refused=_ZEROS),
    Trap("nothing but zeros", bytes(64), refused=_ZEROS),
    Trap("nothing", b"", refused=_EMPTY),
    Trap("nothing but a byte order mark", codecs.BOM_UTF8, refused=_EMPTY),
    Trap("nothing but empty lines", b"\r\n \r\n\t\r\n", refused=_EMPTY),
    Trap(
        "UTF-16 cut in the middle of a letter",
        codecs.BOM_UTF16_LE + _TABBED.encode("utf-16-le")[:-1],
        refused="The file begins as UTF-16 and is damaged. Export it again as CSV UTF-8.",
    ),
    Trap(
        "an encoding that nobody knows", deals(), options=Options(encoding="klingon"),
        refused="“klingon” is not an encoding that is known. Name one such as utf-8, cp1252 or "
        "utf-16.",
    ),
    Trap(
        "an encoding that does not fit", _FRENCH.encode("cp1252"),
        options=Options(encoding="utf-8"),
        refused="The file is not text in the encoding utf-8. Name another one.",
    ),
    Trap(
        "more bytes than the limit", deals(), options=Options(limits=Limits(bytes=90)),
        refused="The file has 93 bytes; at most 90 are read. Export fewer columns or a shorter "
        "span of time.",
    ),
)  # fmt: skip

TRAPS = (*READ_SO, *ASKED, *REFUSED)
