from __future__ import annotations

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from crmroi.files.exports.repeats import distinct


@given(st.lists(st.lists(st.none() | st.sampled_from(["", "a", "b ", "é"]), max_size=6)))
def test_distinct_texts_laid_out_by_cell_are_the_cells(parts: list[list[str | None]]) -> None:
    series = [pl.Series("x", part, dtype=pl.String) for part in parts]
    cells = pl.concat(series, rechunk=False) if series else pl.Series("x", [], dtype=pl.String)
    texts, which = distinct(cells)
    assert texts.gather(which).to_list() == cells.to_list()
    assert sorted(texts.to_list()) == sorted(cells.drop_nulls().unique().to_list())
