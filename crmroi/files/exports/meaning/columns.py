"""Which column is which field, once the kind of the table is known.

A header may have several meanings and a field several headers: the best of each is taken, a
column that holds something before an empty one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crmroi.files.exports.meaning.fields import KINDS
from crmroi.files.exports.meaning.headings import Meaning, meanings
from crmroi.files.exports.meaning.samples import Samples
from crmroi.files.exports.meaning.vocabulary import fold
from crmroi.files.exports.table import Options, ReadingError
from crmroi.text import N_, Notice

_STANDS_IN = {"closed_won": "closed", "closed_lost": "closed", "closed_expected": "closed",
              "amount_expected": "amount"}  # fmt: skip
_NOT_READ = {"other", "personal"}


@dataclass(frozen=True)
class Assignment:
    """The columns of a table of one kind.

    `further`: headers that fill a field where its first column is empty. `helpers`: headers of
    what is no field but says something of one (is_won, is_closed, probability, modified).
    `evidence`: what the headers tell of the table's kind; 1 for each that one kind alone has.
    """

    kind: str
    mapping: Mapping[str, str]
    further: Mapping[str, tuple[str, ...]]
    helpers: Mapping[str, str]
    chosen: Mapping[str, Meaning]
    evidence: float
    remarks: tuple[Notice, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether the table has what its kind is known by."""
        has = set(self.mapping)
        if {"is_won", "probability"} & set(self.helpers):
            has.add("status")
        return any(names <= has for names in KINDS[self.kind].known_by)


def assign(headers: Sequence[str], kind: str, samples: Samples) -> Assignment:
    """The likeliest column of each field of a kind."""
    found = _best(headers, kind, samples)
    names = [each.name for each in KINDS[kind].fields]
    first, further = _stand_ins(kind, found)
    mapping = {name: first[name] for name in names if name in first}
    helpers = {
        name: header
        for name, (header, _meaning) in found.items()
        if name not in names and name not in _STANDS_IN and name not in _NOT_READ
    }
    return Assignment(
        kind,
        mapping,
        further,
        helpers,
        dict(found.values()),
        _evidence(headers, kind),
        _remarks(found, mapping),
    )


def told(assignment: Assignment, headers: Sequence[str], options: Options) -> Assignment:
    """The assignment with what was told about it. Raises ReadingError for names it has not."""
    if not options.mapping:
        return assignment
    mapping, further = dict(assignment.mapping), dict(assignment.further)
    problems: list[Notice] = []
    for name, asked in options.mapping.items():
        header = _same(asked, headers)
        known = name in {each.name for each in KINDS[assignment.kind].fields}
        if not known or (asked and header is None):
            problems.append(_no_field(assignment.kind, name) if not known else _no_column(asked))
            continue
        further.pop(name, None)
        mapping = {key: value for key, value in mapping.items() if key != name and value != header}
        if header is not None:
            mapping[name] = header
    if problems:
        raise ReadingError(problems)
    order = [each.name for each in KINDS[assignment.kind].fields]
    return Assignment(
        assignment.kind,
        {name: mapping[name] for name in order if name in mapping},
        further,
        assignment.helpers,
        assignment.chosen,
        assignment.evidence,
        tuple(each for each in assignment.remarks if each.field not in options.mapping),
    )


def find_column(asked: str, headers: Sequence[str], assignment: Assignment) -> str | None:
    """The header that a field's name or a header names; None where the file has neither."""
    return assignment.mapping.get(asked) or _same(asked, headers)


def _same(asked: str, headers: Iterable[str]) -> str | None:
    """The header that is asked for: as it stands, else the one with the same words."""
    by_words = {fold(header): header for header in headers}
    return asked if asked in by_words.values() else by_words.get(fold(asked)) if asked else None


def _best(headers: Sequence[str], kind: str, samples: Samples) -> dict[str, tuple[str, Meaning]]:
    """Of each meaning the best header, each header once."""
    options = [
        (not samples.fit(header, meaning.word.meaning, kind), meaning.word.rank, meaning.loss,
         not samples.filled(header), at, header, meaning)
        for at, header in enumerate(headers)
        for meaning in meanings(header, kind)
        if meaning.word.meaning not in _NOT_READ
    ]  # fmt: skip
    options.sort(key=lambda option: (option[0], option[3], *option[1:3], option[4]))
    found: dict[str, tuple[str, Meaning]] = {}
    taken: set[str] = set()
    for unfit, *_order, header, meaning in options:
        if not unfit and header not in taken and meaning.word.meaning not in found:
            found[meaning.word.meaning] = (header, meaning)
            taken.add(header)
    return found


def _stand_ins(
    kind: str, found: Mapping[str, tuple[str, Meaning]]
) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """What happened before what is expected: the columns of `closed` and of `amount` in order."""
    first = {name: header for name, (header, _meaning) in found.items()}
    if kind != "deals":
        return first, {}
    if "amount" not in first and "amount_expected" in first:
        first["amount"] = first["amount_expected"]
    usual = "closed" in found and found["closed"][1].word.rank > 1
    moments = [first[name] for name in ("closed_won", "closed_lost") if name in first]
    if "closed" in first and not (usual and len(moments) == 2):
        moments = [*moments, first["closed"]] if usual else [first["closed"], *moments]
    if not moments and "closed_expected" in first:
        moments = [first["closed_expected"]]
    if moments:
        first["closed"] = moments[0]
    return first, {"closed": tuple(moments[1:])} if len(moments) > 1 else {}


def _evidence(headers: Sequence[str], kind: str) -> float:
    shares = [[meaning.share for meaning in meanings(header, kind)] for header in headers]
    return sum(max(each, default=0.0) for each in shares)


_EXPECTED_AMOUNT = N_(
    "“{column}” holds expected amounts: no column holds the amounts themselves. Average values "
    "and revenue are as good as the expectations."
)
_EXPECTED_DATE = N_(
    "“{column}” holds the days on which deals were expected to close: no column holds the days "
    "on which they did. The sales cycle and the months are as good as the expectations."
)


def _remarks(
    found: Mapping[str, tuple[str, Meaning]], mapping: Mapping[str, str]
) -> tuple[Notice, ...]:
    remarks = []
    pairs = (("amount", _EXPECTED_AMOUNT), ("closed", _EXPECTED_DATE))
    for name, template in pairs:
        expected = found.get(f"{name}_expected")
        if expected and mapping.get(name) == expected[0]:
            remarks.append(Notice(name, None, template, {"column": expected[0]}))
    return tuple(remarks)


def _no_field(kind: str, name: str) -> Notice:
    template = N_("“{name}” is not a field of {kind}. Its fields are: {fields}.")
    fields = ", ".join(each.name for each in KINDS[kind].fields)
    return Notice(name, name, template, {"name": name, "kind": kind, "fields": fields})


def _no_column(asked: str) -> Notice:
    template = N_("The file has no column “{column}”. Name one of its columns.")
    return Notice("", asked, template, {"column": asked})
