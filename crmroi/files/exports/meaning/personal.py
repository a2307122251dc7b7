"""Columns that identify people: hashed where they are keys, dropped where they are not.

A hash is salted by the session: the same person is the same key in every file of it, and no
other session can tell who that is. Names of companies, and codes, are not personal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b

import polars as pl

from crmroi.files.exports.meaning.columns import Assignment
from crmroi.files.exports.meaning.fields import KINDS, Type
from crmroi.files.exports.meaning.headings import names_a_person
from crmroi.files.exports.meaning.samples import Samples
from crmroi.files.exports.repeats import distinct

_DIGEST_BYTES = 6
_KEYS = {Type.NAME, Type.ID}


def personal_columns(
    headers: Iterable[str], assignment: Assignment, samples: Samples, kept: Iterable[str] = ()
) -> dict[str, str]:
    """Header to "hashed" or "dropped", for every column that identifies people."""
    types = {each.name: each.type for each in KINDS[assignment.kind].fields}
    keys = {header for name, header in assignment.mapping.items() if types[name] in _KEYS} | set(
        kept
    )
    return {
        header: "hashed" if header in keys else "dropped"
        for header in headers
        if _is_personal(header, assignment, samples)
    }


def _is_personal(header: str, assignment: Assignment, samples: Samples) -> bool:
    if samples.e_mails(header):
        return True
    if header not in assignment.mapping.values():
        return names_a_person(header, assignment.kind)
    meaning = assignment.chosen.get(header)
    if meaning is None:  # the column was told
        return names_a_person(header, assignment.kind) and not samples.codes(header)
    if meaning.word.person and meaning.word.rank > 2:
        return meaning.word.person == "yes" or not samples.codes(header)
    return bool(meaning.word.person) and not samples.codes(header)


def hashed(cells: pl.Series, salt: bytes) -> pl.Series:
    """Each name as 12 hexadecimal digits, whatever its case; empty cells as null."""
    texts, which = distinct(cells)
    plain = texts.str.strip_chars().str.to_lowercase()
    codes: Mapping[str, str] = {text: _digest(text, salt) for text in plain.to_list() if text}
    return plain.replace_strict(codes, default=None, return_dtype=pl.String).gather(which)


def _digest(text: str, salt: bytes) -> str:
    return blake2b(text.encode(), key=salt[:64], digest_size=_DIGEST_BYTES).hexdigest()
