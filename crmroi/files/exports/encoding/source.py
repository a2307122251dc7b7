"""From the bytes of an upload to UTF-8 text, or to the reason why it is no text."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

from crmroi.files.exports.encoding.encodings import (
    Decoded,
    by_contents,
    by_name,
    repair_question,
    repaired,
)
from crmroi.files.exports.encoding.signatures import refused_binary, refused_text
from crmroi.files.exports.table import Options, Question, ReadingError
from crmroi.text import N_, Notice, Quantity, Unit

_MARK = codecs.BOM_UTF8


@dataclass(frozen=True)
class Source:
    """A file as text: UTF-8 without a byte order mark; a line ends in LF or CR LF, never in CR."""

    name: str
    text_bytes: bytes = field(repr=False)
    encoding: str
    """The Python codec it was read with."""
    remarks: tuple[Notice, ...] = ()
    questions: tuple[Question, ...] = ()
    """With one, the text is a first try and good for a preview only."""


def decode(data: bytes, name: str, options: Options) -> Source:
    """The text of a file. `options.encoding` and `options.limits.bytes` are obeyed.

    Raises ReadingError for what is no text: workbooks, HTML, PDF, images, bytes without meaning,
    nothing at all, or more bytes than the limit.
    """
    _refuse(_too_large(data, name, options.limits.bytes) or refused_binary(data, name))
    decoded = _decoded(data, name, options.encoding)
    text = decoded.text
    while text.startswith(_MARK):  # a second mark is the trace of a file saved twice
        text = text[len(_MARK) :]
    _refuse(_without_text(text, name) or refused_text(text, name))
    if b"\r" in text:
        text = _line_ends(text)
    questions = decoded.questions
    if options.encoding == "repair":
        text = repaired(text)
    elif not (options.encoding or questions):
        questions = repair_question(text)
    return Source(name, text, decoded.encoding, decoded.remarks, questions)


def _refuse(problem: Notice | None) -> None:
    if problem is not None:
        raise ReadingError([problem])


def _too_large(data: bytes, name: str, most: int) -> Notice | None:
    if len(data) <= most:
        return None
    template = N_(
        "The file has {size} bytes; at most {limit} are read. Export fewer columns or a shorter "
        "span of time."
    )
    values = {"size": Quantity(len(data), Unit.COUNT), "limit": Quantity(most, Unit.COUNT)}
    return Notice(name, len(data), template, values)


def _decoded(data: bytes, name: str, encoding: str) -> Decoded:
    if encoding and encoding != "repair":
        return by_name(data, name, encoding)
    return by_contents(data, name, repair=encoding == "repair")


def _without_text(text: bytes, name: str) -> Notice | None:
    if not text or text.isspace():
        return Notice(name, None, N_("The file is empty. Export it again with its records."))
    if b"\x00" in text:
        template = N_(
            "The file is not text: it holds zero bytes. Export it again as CSV and drop it again."
        )
        return Notice(name, None, template)
    return None


def _line_ends(text: bytes) -> bytes:
    """The text with every CR that stands alone made LF: old Macintosh files, and mixed ones."""
    if text.count(b"\r") == text.count(b"\r\n"):
        return text
    return text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
