"""The one table of words (`vocabulary.csv`): what headers and cells mean, in five languages.

Its columns: `what` ("header" or "value"); `of`, the tables that a header belongs to ("*" for all)
or the group of a value ("deal", "flag", "empty" …); `meaning`, the field or what the value says;
`rank` (a header: 1 says the field itself, 2 is usual, 3 stands in where there is none better; a
value: 1 counts as whole words anywhere in a cell, 2 only as the whole cell); `person` ("yes":
the column names people, "maybe": its cells decide); the language, the systems it was seen in, and
the word.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_NOT_A_WORD = re.compile(r"[^\w%]+|_+")


@dataclass(frozen=True, slots=True)
class Word:
    """One row of the table."""

    what: str
    of: tuple[str, ...]
    meaning: str
    rank: int
    person: str
    language: str
    systems: tuple[str, ...]
    word: str


def fold(text: str) -> str:
    """The words of a text alone: case, accents, marks and double blanks do not matter."""
    plain = text
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(_NOT_A_WORD.sub(" ", plain.casefold()).split())


def squeeze(text: str) -> str:
    """The letters and digits of a text: "CloseDate", "close_date" and "Close Date" are one."""
    return fold(text).replace(" ", "")


@cache
def table() -> tuple[Word, ...]:
    """All rows, in the order of the file."""
    file = files("crmroi.files.exports.meaning").joinpath("vocabulary.csv")
    text = file.read_text(encoding="utf-8")
    return tuple(_word(row) for row in csv.DictReader(text.splitlines()))


def _word(row: Mapping[str, str]) -> Word:
    return Word(
        row["what"],
        tuple(row["of"].split()),
        row["meaning"],
        int(row["rank"]),
        row["person"],
        row["language"],
        tuple(row["systems"].split()),
        row["word"],
    )


@cache
def headers() -> Mapping[str, tuple[Word, ...]]:
    """What each header may mean, by its squeezed text."""
    found: dict[str, list[Word]] = {}
    for word in table():
        if word.what == "header":
            found.setdefault(squeeze(word.word), []).append(word)
    return {key: tuple(words) for key, words in found.items()}


@cache
def values(group: str, rank: int = 0) -> Mapping[str, str]:
    """Meaning by folded word of a group of values ("deal", "flag", "category"); of one rank."""
    return {
        fold(word.word) or word.word: word.meaning
        for word in table()
        if word.what == "value" and group in word.of and rank in {0, word.rank}
    }


@cache
def written(group: str) -> Mapping[str, str]:
    """Meaning by word as it is written, in lower case: for words that are marks ("--", "#N/A")."""
    return {
        word.word.casefold(): word.meaning
        for word in table()
        if word.what == "value" and group in word.of
    }


@cache
def empty_words() -> tuple[str, ...]:
    """Words for nothing, in columns of dates, numbers and flags alone: "NA" may be Namibia."""
    cases = {case for word in written("empty") for case in (word, word.upper(), word.title())}
    return tuple(sorted(cases | {"", "NaN", "NaT"}))
