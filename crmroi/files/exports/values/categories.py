"""What costs are for, and what surveys ask: by the vocabulary, else asked."""

from __future__ import annotations

import re

import polars as pl

from crmroi.files.exports.meaning.fields import KINDS
from crmroi.files.exports.meaning.vocabulary import fold, values
from crmroi.files.exports.table import Question, ReadingError
from crmroi.files.exports.values.scores import read_scores
from crmroi.files.exports.values.sheets import Sheets, Typed
from crmroi.text import N_, Notice

OPTION = "--cost-category"
WHOLE = "*"
"""The name of the category of a table that names none."""
_ASKED = N_("A category in “{column}” is no known word. Say what its costs are for.")
_NO_CATEGORY = N_(
    "No column says what the costs are for. Say it for all of them, as the category “{name}”, or "
    "name the column."
)
_ADVERTISING = N_(
    "No column says what the costs are for; by the names of its columns they are spent on winning "
    "customers, and count as acquisition."
)
_NO_KIND = N_("“{kind}” is not a kind of costs. The kinds are: {kinds}.")
_BLANK = N_("Costs without a category count as other.")


def read_categories(sheet: Sheets, typed: Typed) -> None:
    """Add `category`: acquisition, crm, returns or other."""
    header = sheet.assignment.mapping.get("category")
    told = _told(sheet)
    if header is None:
        _one_category(sheet, typed)
        return
    cells = sheet.cells(header).str.strip_chars()
    words = [word for word in cells.unique().sort().to_list() if word]
    known = {word: said for word in words if (said := told.get(fold(word)) or category(word))}
    for word in words:
        if word not in known:
            notice = Notice("category", None, _ASKED, {"column": header})
            choices = KINDS["costs"].field("category").kinds
            typed.questions.append(
                Question("cost_category", word, notice, choices, OPTION, (word,))
            )
    if (cells.is_null() | (cells.str.len_bytes() == 0)).any():
        typed.remarks.append(Notice("category", None, _BLANK))
    read = cells.replace_strict(known, default="other", return_dtype=pl.String)
    typed.columns["category"] = read


def category(name: str) -> str | None:
    """What costs of a category are for; None where no word of it is known, or two differ."""
    words = fold(name)
    whole = values("category").get(words)
    if whole is not None:
        return whole
    found = {
        meaning
        for word, meaning in values("category", 1).items()
        if re.search(rf"\b{re.escape(word)}\b", words)
    }
    return found.pop() if len(found) == 1 else None


def _told(sheet: Sheets) -> dict[str, str]:
    kinds = KINDS["costs"].field("category").kinds
    known = {"kinds": ", ".join(kinds)}
    problems = [
        Notice("category", kind, _NO_KIND, {"kind": kind, **known})
        for kind in sheet.options.cost_categories.values()
        if kind not in kinds
    ]
    if problems:
        raise ReadingError(problems)
    return {fold(name): kind for name, kind in sheet.options.cost_categories.items()}


def _one_category(sheet: Sheets, typed: Typed) -> None:
    """A table of spend by channel is acquisition; any other is asked about as a whole."""
    count = sheet.frame.height
    kind = sheet.options.cost_categories.get(WHOLE)
    if kind is None and sheet.advertising:
        kind = "acquisition"
        typed.remarks.append(Notice("category", None, _ADVERTISING))
    if kind is None:
        notice = Notice("category", None, _NO_CATEGORY, {"name": WHOLE})
        choices = KINDS["costs"].field("category").kinds
        question = Question("cost_category", WHOLE, notice, choices, OPTION)
        typed.questions.append(question)
    typed.columns["category"] = pl.repeat(kind or "other", count, eager=True, dtype=pl.String)


def read_survey_kinds(sheet: Sheets, typed: Typed) -> None:
    """Add `kind`: what the column says, else the score's header, else the scale (0–10 is nps)."""
    header = sheet.assignment.mapping.get("kind")
    scored = sheet.assignment.mapping.get("score", "")
    scale = typed.scales.get("score")
    usual = survey_kind(scored)
    if usual is None and scale is not None:
        usual = "nps" if (scale.low, scale.high) == (0.0, 10.0) else "csat"
    if header is None:
        kinds = pl.repeat(usual, sheet.frame.height, eager=True, dtype=pl.String)
    else:
        cells = sheet.cells(header)
        words = {word: survey_kind(word) or usual for word in cells.unique().to_list() if word}
        kinds = cells.replace_strict(words, default=usual, return_dtype=pl.String)
    typed.columns["kind"] = kinds
    _scale_of_csat(sheet, typed, scored)


def _scale_of_csat(sheet: Sheets, typed: Typed, scored: str) -> None:
    """Where both kinds of answers are in one column, its scale is that of satisfaction.

    That of recommending is always 0–10.
    """
    kinds = typed.columns["kind"]
    if scored and kinds.n_unique() > 1:
        answers = (kinds == "csat").fill_null(value=False)
        found = read_scores(sheet.cells(scored).filter(answers), scored, sheet.options)
        if found.scale is not None:
            typed.scales["score"] = found.scale


def survey_kind(words: str) -> str | None:
    """Whether words speak of recommending (nps) or of satisfaction (csat)."""
    tokens = f" {fold(words)} "
    found = {kind for word, kind in values("survey_kind").items() if f" {word} " in tokens}
    return found.pop() if len(found) == 1 else None
