"""Which kind of table a file is: from its headers, their cells and the file's name.

A header counts for a kind by how few kinds have it: "opportunity id" says deals alone, "date"
says little. A word in the file's name counts for one header and a half.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath

from crmroi.files.exports.meaning.columns import Assignment, assign
from crmroi.files.exports.meaning.fields import KINDS
from crmroi.files.exports.meaning.samples import Samples
from crmroi.files.exports.meaning.vocabulary import fold, values
from crmroi.files.exports.table import Question
from crmroi.files.exports.values.categories import category
from crmroi.files.exports.values.outcomes import outcome
from crmroi.text import N_, Notice

_NAME_COUNTS = 1.5
_ENOUGH = 1.0
"""Evidence below which no guess is made: one header that one kind alone has."""
_AHEAD = 0.5
"""By how much the likeliest kind must be ahead of the next."""


def guess_kind(
    headers: Sequence[str], samples: Samples, name: str
) -> tuple[Assignment | None, Question | None]:
    """The assignment of the likeliest kind, and a question where that is not sure.

    No assignment at all where the columns are of no kind.
    """
    ranked = sorted(
        ((_evidence(each, samples, name), each) for each in _possible(headers, samples)),
        key=lambda pair: -pair[0],
    )
    if not ranked:
        return None, _question(_NONE, name, tuple(KINDS))
    best, likeliest = ranked[0]
    next_best = ranked[1][0] if len(ranked) > 1 else 0.0
    if best >= _ENOUGH and best - next_best >= _AHEAD:
        return likeliest, None
    first = tuple(each.kind for _score, each in ranked)
    choices = (*first, *(kind for kind in KINDS if kind not in first))
    return likeliest, _question(_UNSURE, name, choices)


def _possible(headers: Sequence[str], samples: Samples) -> list[Assignment]:
    found = (assign(headers, kind, samples) for kind in KINDS)
    return [each for each in found if each.is_known]


def _evidence(assignment: Assignment, samples: Samples, name: str) -> float:
    """What the headers, the cells and the file's name say of the kind."""
    words = fold(PurePath(name).stem).split()
    named = any(kind == assignment.kind for word in words for kind in _kinds_of(word))
    told = _told_by_cells(assignment, samples)
    return assignment.evidence + (_NAME_COUNTS if named else 0.0) + (1.0 if told else 0.0)


def _told_by_cells(assignment: Assignment, samples: Samples) -> bool:
    """Whether cells hold words of one kind alone: deals that are won, known costs."""
    speaks: dict[str, Callable[[str], bool]] = {
        "status": lambda cell: outcome(cell) in {"won", "lost"},
        "stage": lambda cell: outcome(cell) in {"won", "lost"},
        "converted": lambda cell: fold(cell) in _CONVERTED,
        "category": lambda cell: category(cell) is not None,
    }
    return any(
        any(map(speaks[name], samples.cells(header)))
        for name, header in assignment.mapping.items()
        if name in speaks
    )


_CONVERTED = {"converted", "closed converted", "converti", "convertido", "umgewandelt"}


def _kinds_of(word: str) -> list[str]:
    return [kind for kind in KINDS if word in _file_words(kind)]


def _file_words(kind: str) -> set[str]:
    return {word for word, meaning in values("file").items() if meaning == kind}


_NONE = N_(
    "None of its columns says what the table is: no date, stage, score or amount is named. Say "
    "what it holds, or leave the file out."
)
_UNSURE = N_("Its columns could be those of several tables. Say what it holds.")


def _question(template: str, name: str, choices: tuple[str, ...]) -> Question:
    options = ", ".join(f"--{kind}" for kind in choices)
    return Question("kind", "", Notice(name, None, template), choices, options)
