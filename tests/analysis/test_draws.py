"""Draws: the same points for every scenario, even in every dimension."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from scipy.special import ndtri

from crmroi.analysis.draws import (
    MOST,
    blocks,
    draw,
    next_power_of_two,
    normal_scores,
)
from crmroi.analysis.pert import pert
from crmroi.analysis.ranges import with_ranges
from crmroi.assumptions import Scenario, assumptions
from crmroi.assumptions.entries import Triple
from tests.analysis.cases import RANGES, UNCERTAIN, ranges
from tests.support import ROOT


@pytest.mark.parametrize(("asked", "drawn"), [(1, 1), (2, 2), (3, 4), (1000, 1024), (1024, 1024)])
def test_as_many_are_drawn_as_the_next_power_of_two(asked: int, drawn: int) -> None:
    assert next_power_of_two(asked) == drawn
    assert len(draw(UNCERTAIN, asked)["adoption.target_rate"]) == drawn


@pytest.mark.parametrize("count", [0, -5, MOST + 1])
def test_no_draws_and_too_many_are_refused(count: int) -> None:
    with pytest.raises(ValueError, match=f"draws must lie from 1 to {MOST}, not {count}"):
        next_power_of_two(count)


@settings(max_examples=20)
@given(ranges())
def test_every_draw_lies_in_its_range_and_whole_ones_are_whole(given: dict[str, Triple]) -> None:
    drawn = draw(with_ranges(Scenario(), given), 64)
    assert list(drawn) == [key for key in assumptions() if key in given]
    for key, values in drawn.items():
        low, _mode, high = given[key]
        assert ((values >= low) & (values <= high)).all()
        if assumptions()[key].kind == "whole":
            assert (values == np.rint(values)).all()


def test_an_assumption_has_the_same_draws_whatever_else_is_uncertain() -> None:
    key = "gains.conversion_uplift"
    alone = draw(with_ranges(Scenario(), {key: RANGES[key]}), 512, seed=7)
    assert draw(UNCERTAIN, 512, seed=7)[key].tolist() == alone[key].tolist()


def test_blocks_do_not_show() -> None:
    pieces = list(normal_scores([3, 8], 1024, seed=2, block=128))
    assert len(pieces) == 8
    whole = next(normal_scores([3, 8], 1024, seed=2, block=1024))
    assert np.concatenate(pieces, axis=1).tolist() == whole.tolist()


def test_points_are_even_in_every_dimension() -> None:
    drawn = draw(UNCERTAIN, 1024)
    for key in ("adoption.target_rate", "costs.custom_development"):
        sixteenths = pert(ndtri(np.arange(1, 16) / 16), *RANGES[key])
        counts = np.bincount(np.searchsorted(sixteenths, drawn[key]), minlength=16)
        assert counts.tolist() == [64] * 16


def test_seeds_differ() -> None:
    key = "adoption.target_rate"
    assert (draw(UNCERTAIN, 64, seed=1)[key] != draw(UNCERTAIN, 64, seed=2)[key]).all()


def test_the_same_seed_gives_the_same_digits_in_a_new_process_too() -> None:
    code = (
        "from crmroi.analysis.draws import draw\n"
        "from tests.analysis.cases import UNCERTAIN\n"
        "print({key: values.tolist() for key, values in draw(UNCERTAIN, 32, 5).items()})"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        for _process in range(2)
    ]
    here = {key: values.tolist() for key, values in draw(UNCERTAIN, 32, 5).items()}
    assert told == [f"{here}\n"] * 2


def test_where_nothing_is_uncertain_there_are_still_as_many_cases() -> None:
    (block,) = blocks(Scenario(), 8, seed=1)
    assert {key: values.tolist() for key, values in block.items()} == {
        "finance.discount_rate": [0.1] * 8
    }
