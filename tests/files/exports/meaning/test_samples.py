from __future__ import annotations

import polars as pl
import pytest

from crmroi.files.exports.meaning.samples import Samples


def fits(cells: list[str], meaning: str, kind: str = "tickets") -> bool:
    return Samples(pl.DataFrame({"X": cells})).fit("X", meaning, kind)


@pytest.mark.parametrize(
    "cell",
    ["2026-01-31 09:00", "31.01.2026", "Jan-26", "01.2026", "31 janv. 2026", "20260131", "46053",
     "46053.25", "1769817600000", "20260131T103000Z"],
)  # fmt: skip
def test_a_moment_is_one(cell: str) -> None:
    assert fits([cell], "resolved")


@pytest.mark.parametrize(
    "cell",
    ["17.25326", "90", "1650", "27:30", "27:30:00", "00:05:30.25", "27h", "90 min", "1d 3h",
     "2 hours, 5 min.", "PT27H", "true", "a1@b2.example"],
)  # fmt: skip
def test_a_length_of_time_is_no_moment(cell: str) -> None:
    assert not fits([cell], "resolved")


def test_words_for_nothing_do_not_speak_against_amounts_and_moments() -> None:
    assert fits(["N/A", "-", "null", "7.25"], "amount", "deals")
    assert fits(["N/A", "-", "null", "2026-01-31"], "resolved")
    assert fits(["N/A", "-"], "amount", "deals")
    assert not fits(["abc", "def", "7.25"], "amount", "deals")
