"""Columns of scores: the scale is found from the values.

`4/5` and `4 - Satisfied` tell a number, stars are counted, and words (good, bad) are 1 and 0: the
mean is then the share of good ones. A survey that nobody answered is no score.
"""

from __future__ import annotations

import math
from typing import Final

import polars as pl

from crmroi.files.exports.cells import NOT_A_SCORE, row_numbers, trimmed, unread_remarks
from crmroi.files.exports.dates.words import plain
from crmroi.files.exports.meaning.vocabulary import fold, values
from crmroi.files.exports.table import Options, Scale
from crmroi.files.exports.typed import Scores
from crmroi.files.exports.values.numbers import read_numbers
from crmroi.text import N_, Notice

_DEFAULT = Options()

_HIGHEST = 1e15
"""Above it a number is no score: doubles no longer tell it from the next."""

_TO_TEN = ("nps", "recommend", "recommand", "recomend", "weiterempf")
"""Parts of a header that ask how likely one is to recommend: always 0 to 10."""

_SCALES: Final = (Scale(1, 5), Scale(1, 7), Scale(0, 10), Scale(0, 100))

OUTSIDE = N_("“{column}” holds scores that no usual scale has; 0 to {high} is taken.")


def read_scores(
    cells: pl.Series,
    header: str,
    options: Options = _DEFAULT,
    rows: pl.Series | None = None,
) -> Scores:
    """The scores of a column on the scale that its values show."""
    texts = trimmed(cells)
    distinct = texts.unique(maintain_order=True).drop_nulls()
    told = distinct.str.to_lowercase()
    worded = _of_words(told)
    rated = len(worded) - int(worded["unrated"].sum())
    if rated and 2 * worded["score"].count() >= rated:
        scores, unrated = worded["score"], worded["unrated"]
        scale: Scale | None = Scale(0, 1, words=True)
        question = None
        remarks: tuple[Notice, ...] = ()
    else:
        unrated = worded["unrated"]
        bare, steps = _bare(told)
        numbers = read_numbers(bare.set(unrated, None), header, options)
        scores = numbers.series.set((numbers.series < 0).fill_null(value=False), None)
        question = numbers.question
        percent = told.str.ends_with("%")
        scores = scores * pl.select(pl.when(percent).then(100.0).otherwise(1.0)).to_series()
        scores = scores.set((scores > _HIGHEST).fill_null(value=False), None)
        scale, remarks = _scale(scores, steps, header, percent=bool(percent.any()))
    series = texts.replace_strict(distinct, scores, default=None, return_dtype=pl.Float64)
    nobody = texts.is_in(distinct.filter(unrated).to_list()).fill_null(value=False)
    unread = texts.is_not_null() & series.is_null() & ~nobody
    if question:
        unread = pl.repeat(value=False, n=len(series), eager=True)
    said = unread_remarks(header, unread, row_numbers(cells, rows), NOT_A_SCORE)
    return Scores(series.alias(cells.name), scale, unread, question, said + remarks)


def _of_words(told: pl.Series) -> pl.DataFrame:
    """Good as 1 and bad as 0, and which say that nobody rated."""
    known = values("satisfaction")
    said = [known.get(fold(text) or text) for text in told]
    score = [{"good": 1.0, "bad": 0.0}.get(meaning or "") for meaning in said]
    return pl.DataFrame(
        {"score": score, "unrated": [meaning == "none" for meaning in said]},
        schema={"score": pl.Float64, "unrated": pl.Boolean},
    )


def _bare(told: pl.Series) -> tuple[pl.Series, int | None]:
    """The number that a score tells, as text; and of how many, where that is written."""
    stars = told.str.contains("^[★⭐☆✩\ufe0f ]+$")
    counted = told.str.count_matches("[★⭐]").cast(pl.String)
    out_of = told.str.extract(r"^[0-9.,]+ ?(?:/|out of|sur|de|von) ?([0-9]{1,3})$").cast(pl.Int64)
    if stars.any():
        out_of = out_of.append(pl.Series([5]))
    number = told.str.extract(r"^([0-9.,]+)(?: ?(?:/|out of|sur|de|von) ?[0-9]{1,3})?$")
    labelled = told.str.extract(r"^([0-9]{1,3}) ?[-–—:=.)(] ?\D+$")  # "4 - Satisfied"
    percent = told.str.extract(r"^([0-9.,]+ ?%)$")
    bare = pl.coalesce(pl.when(stars).then(counted), number, labelled, percent, pl.lit("?"))
    steps = out_of.max()
    return pl.select(bare).to_series(), int(steps) if isinstance(steps, int) else None


def _scale(
    scores: pl.Series, steps: int | None, header: str, *, percent: bool
) -> tuple[Scale | None, tuple[Notice, ...]]:
    """The smallest usual scale that holds every value; the one written, where it is."""
    low, high = scores.min(), scores.max()
    if not isinstance(low, float) or not isinstance(high, float):
        return None, ()
    if steps is not None and steps >= high:
        return Scale(0 if low < 1 or steps >= 10 else 1, steps), ()
    if percent:
        return Scale(0, 100), ()
    asked = any(part in plain(header) for part in _TO_TEN) and high <= 10
    scales = _SCALES[2:] if asked else _SCALES
    for scale in scales:
        if scale.low <= low and high <= scale.high:
            return scale, ()
    top = _round_up(high)
    return Scale(0, top), (Notice(header, None, OUTSIDE, {"column": header, "high": f"{top:g}"}),)


def _round_up(high: float) -> float:
    """The next of 1, 2, 5, 10, 20 …: the highest score need not be the best there is.

    Nor is it told: in a column that was taken for scores it may be anything.
    """
    power = 10.0 ** math.floor(math.log10(high))
    return next(step * power for step in (1, 2, 5, 10) if high <= step * power)
