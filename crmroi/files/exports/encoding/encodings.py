"""Which encoding a file is in: its marks, strict UTF-8, UTF-16, then Windows-1252.

Latin-1 never fails and so proves nothing; Windows-1252 leaves five bytes without a meaning, and
what then remains is asked. A guess from the frequency of letters was wrong on short files.
"""

from __future__ import annotations

import codecs
import io
import re
from dataclasses import dataclass, field
from itertools import islice

import numpy as np

from crmroi.files.exports.table import Question, ReadingError
from crmroi.text import N_, Notice

REPAIR = "repair"
_CHUNK = 1 << 18
_MOST_ACCENTS = 20_000
_ACCENTS = re.compile(rb"[\x80-\xff]+[a-z]?")
_OPTION = "--encoding"
_OTHERS = ("cp850", "mac_roman")
_FOREIGN = re.compile(rb"[A-Za-z][\x82-\x85\x87\x88\x8b\x8e][a-z]")
"""Before a small letter these are accented letters of DOS or of an old Macintosh; of
Windows-1252 they would be signs or capitals."""
_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_TWICE = re.compile(
    rb"\xc3[\x82-\x85](?:\xc2[\x80-\xbf]|[\xc5\xc6\xcb][\x80-\xbf]|\xe2[\x80-\x84][\x80-\xbf])"
    rb"|\xc3\xa2\xe2\x82\xac|\xc3\xa2\xe2\x80\x9a\xc2\xac"
)
"""UTF-8 read as Windows-1252 and written as UTF-8 again: “Ã©” for “é”."""
_FOREIGN_RUN = re.compile("[^\x00-\x7f]+")


@dataclass(frozen=True)
class Decoded:
    """UTF-8 bytes, and what they were."""

    text: bytes = field(repr=False)
    encoding: str
    remarks: tuple[Notice, ...] = ()
    questions: tuple[Question, ...] = ()


def by_name(data: bytes, name: str, encoding: str) -> Decoded:
    """The file read with the codec that was named. ReadingError where it cannot be."""
    try:
        codec = codecs.lookup(encoding)
        if codec.name == "utf-8":
            return Decoded(_checked(data), "utf-8")
        return Decoded(data.decode(encoding).encode("utf-8"), codec.name)
    except LookupError:
        template = N_(
            "“{encoding}” is not an encoding that is known. Name one such as utf-8, cp1252 or "
            "utf-16."
        )
    except ValueError:
        template = N_("The file is not text in the encoding {encoding}. Name another one.")
    raise ReadingError([Notice(name, encoding, template, {"encoding": encoding})])


def by_contents(data: bytes, name: str, *, repair: bool) -> Decoded:
    """The file read with the encoding that its bytes prove, or with the likeliest, and asked."""
    wide = _wide(data)
    if wide:
        try:
            return Decoded(data.decode(wide).encode("utf-8"), wide)
        except UnicodeError:
            template = N_("The file begins as UTF-16 and is damaged. Export it again as CSV UTF-8.")
            raise ReadingError([Notice(name, None, template)]) from None
    try:
        return Decoded(_checked(data), "utf-8")
    except UnicodeDecodeError:
        pass
    if repair:
        return Decoded(_mended(data), "utf-8")
    return _windows(data)


def repair_question(text: bytes) -> tuple[Question, ...]:
    """Whether to mend text that was encoded twice; nothing where it was not."""
    if text.isascii():
        return ()
    twice = _TWICE.search(text)
    if twice is None or repaired(twice.group()) == twice.group():
        return ()
    template = N_(
        "Letters with accents were encoded twice and look like “Ã©”. Mend them, or keep them as "
        "they are?"
    )
    notice = Notice("", None, template)
    return (Question("encoding", "", notice, (REPAIR, "utf-8"), _OPTION),)


def repaired(text: bytes) -> bytes:
    """UTF-8 text with every stretch that was encoded twice encoded once; the rest as it is."""
    return _FOREIGN_RUN.sub(_once, text.decode("utf-8")).encode("utf-8")


def _once(run: re.Match[str]) -> str:
    letters = run.group()
    try:
        return b"".join(_windows_byte(letter) for letter in letters).decode("utf-8")
    except UnicodeError:
        return letters


def _windows_byte(letter: str) -> bytes:
    # Windows writes the five bytes without a meaning as the controls of the same number.
    return bytes([ord(letter)]) if "\x80" <= letter <= "\x9f" else letter.encode("cp1252")


def _wide(data: bytes) -> str:
    """The UTF-16 or UTF-32 codec whose mark, or whose zero bytes, the file shows; "" if none."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = data[:4096]
    zeros = (sample[0::2].count(0), sample[1::2].count(0))
    half = len(sample) // 2
    if half and len(data) % 2 == 0:
        for mine, other, codec in ((1, 0, "utf-16-le"), (0, 1, "utf-16-be")):
            if zeros[mine] > 0.4 * half and zeros[other] < 0.05 * half:
                return codec
    return ""


def _checked(data: bytes) -> bytes:
    """The same bytes if they are UTF-8; UnicodeDecodeError if not. In chunks: text is large."""
    if data.isascii():
        return data
    decoder = codecs.getincrementaldecoder("utf-8")()
    view = memoryview(data)
    for start in range(0, len(data), _CHUNK):
        decoder.decode(view[start : start + _CHUNK])
    decoder.decode(b"", final=True)
    return data


def _windows(data: bytes) -> Decoded:
    text = _from_windows(data)
    accents = _accents(data)
    undefined = any(bytes([byte]) in data for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D))
    windows = () if undefined else ("cp1252",)
    if 5 * len(_SEQUENCE.findall(accents)) > 2 * len(re.findall(rb"[\x80-\xff]", accents)):
        template = N_(
            "Most of the file is UTF-8, and some letters of it are not. Mend those, or name "
            "another encoding?"
        )
        return Decoded(text, "cp1252", questions=(_asked(template, (REPAIR, *windows)),))
    if undefined or _FOREIGN.search(accents):
        template = N_(
            "The letters with accents are neither UTF-8 nor Windows-1252. Which encoding is it?"
        )
        return Decoded(text, "cp1252", questions=(_asked(template, (*_OTHERS, *windows)),))
    return Decoded(text, "cp1252")


def _accents(data: bytes) -> bytes:
    """The first letters with accents, each with the letters beside it."""
    found: list[bytes] = []
    end = 0
    for run in islice(_ACCENTS.finditer(data), _MOST_ACCENTS):
        start = run.start()
        before = data[max(start - 1, end) : start]
        found.append((before if before.isalpha() else b"") + run.group())
        end = run.end()
    return b" ".join(found)


def _asked(template: str, choices: tuple[str, ...]) -> Question:
    return Question("encoding", "", Notice("", None, template), choices, _OPTION)


def _from_windows(data: bytes) -> bytes:
    out = io.BytesIO()  # grows in place: the text is never there twice
    view = memoryview(data)
    for start in range(0, len(data), _CHUNK):
        chunk = view[start : start + _CHUNK]
        # They differ in the bytes 80 to 9F alone, and Latin-1 is far quicker to read.
        other = (np.frombuffer(chunk, np.uint8) & 0xE0 == 0x80).any()
        out.write(str(chunk, "cp1252" if other else "latin-1", "replace").encode("utf-8"))
    return out.getvalue()


def _mended(data: bytes) -> bytes:
    """UTF-8, and each byte that is not as Windows-1252 has it."""
    codecs.register_error("crmroi.windows", _as_windows)
    return data.decode("utf-8", "crmroi.windows").encode("utf-8")


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode("cp1252", "replace"), error.end
