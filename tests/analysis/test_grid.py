"""The weighted grid: scores, totals, and how firm the winner is."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crmroi.analysis.grid import CRITERIA, Grid, scored
from crmroi.analysis.ranking import ranking

SIMPLE = Grid(
    ("Custom", "Standard"),
    {"cost": 50, "fit": 30, "support": 20},
    {"cost": (2, 5), "fit": (5, 3), "support": (3, 3)},
)

SCORES = st.floats(1, 5).map(lambda score: round(score, 1))


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    solutions = draw(st.integers(2, 5))
    weights = draw(
        st.lists(st.integers(0, 10), min_size=1, max_size=6).filter(lambda each: sum(each) > 0)
    )
    row = st.tuples(*[SCORES] * solutions)
    return Grid(
        tuple(f"Solution {place}" for place in range(solutions)),
        {f"criterion {at}": weight for at, weight in enumerate(weights)},
        {f"criterion {at}": draw(row) for at in range(len(weights))},
    )


def test_totals_are_means_of_the_scores_by_weight() -> None:
    found = ranking(SIMPLE)
    assert found.totals == pytest.approx((0.5 * 2 + 0.3 * 5 + 0.2 * 3, 0.5 * 5 + 0.3 * 3 + 0.6))
    assert (found.ranks, found.winners) == ((2, 1), (1,))
    assert found.warnings == ()


def test_the_smallest_change_of_one_weight_is_worked_out() -> None:
    """On cost, Standard leads by 3; on the rest it is behind by 2 × 30 ÷ 50 = 1.2."""
    flip = ranking(SIMPLE).flip
    assert flip is not None
    assert (flip.criterion, flip.share, flip.winner) == ("cost", 0.5, 0)
    assert flip.tie_at == pytest.approx(1.2 / 4.2)
    assert flip.beyond == 0.28


@given(grids())
def test_past_the_flip_another_wins_and_before_it_none_does(grid: Grid) -> None:
    found = ranking(grid)
    assume(found.flip is not None)
    flip = found.flip
    assert flip is not None
    past = ranking(grid.with_share(flip.criterion, flip.beyond))
    assert found.winners[0] not in past.winners
    assert flip.winner in past.winners
    change = abs(flip.tie_at - flip.share)
    for criterion, share in grid.shares.items():
        for near in (share - 0.999 * change, share + 0.999 * change):
            if 0 <= near <= 1 and len(grid.shares) > 1:
                assert found.winners[0] in ranking(grid.with_share(criterion, near)).winners


@given(grids())
def test_where_no_flip_is_named_no_weight_changes_the_winner(grid: Grid) -> None:
    found = ranking(grid)
    assume(found.flip is None and len(found.winners) == 1)
    for criterion in grid.weights if len(grid.weights) > 1 else ():
        for share in (0, 0.01, 0.25, 0.5, 0.75, 0.99, 1):
            assert found.winners[0] in ranking(grid.with_share(criterion, share)).winners


@given(grids(), st.floats(0, 1))
def test_other_weights_keep_their_proportions(grid: Grid, share: float) -> None:
    first, *others = grid.weights
    assume(others and sum(grid.weights[name] for name in others) > 0)
    changed = grid.with_share(first, share)
    assert changed.shares[first] == pytest.approx(share)
    assert sum(changed.weights.values()) == pytest.approx(sum(grid.weights.values()))
    for name in others:
        before = grid.weights[name] / sum(grid.weights[other] for other in others)
        assert changed.shares[name] == pytest.approx((1 - share) * before)


def test_a_winner_on_every_criterion_cannot_be_flipped() -> None:
    grid = Grid(("A", "B"), {"cost": 1, "fit": 1}, {"cost": (4, 3), "fit": (5, 5)})
    assert ranking(grid).flip is None


def test_of_equals_none_is_the_winner_alone() -> None:
    grid = Grid(("A", "B", "C"), {"cost": 1, "fit": 1}, {"cost": (4, 3, 1), "fit": (3, 4, 1)})
    found = ranking(grid)
    assert (found.ranks, found.winners, found.flip) == ((1, 1, 3), (0, 1), None)


def test_a_criterion_with_a_missing_score_counts_for_none() -> None:
    grid = Grid(
        ("A", "B"),
        {"total_cost": 1, "fit": 1, "own": 2},
        {"total_cost": (4, None), "fit": (2, 3), "own": (None, None)},
    )
    found = ranking(grid)
    assert found.totals == (2, 3)
    assert [warning.message for warning in found.warnings] == [
        f"A solution has no score for {name}, so it counts for none. Enter the missing score."
        for name in ("Total cost", "own")
    ]


def test_with_no_criterion_that_counts_there_is_no_winner() -> None:
    found = ranking(Grid(("A",), {"fit": 1}, {"fit": (None,)}))
    assert (found.totals, found.ranks, found.winners, found.flip) == ((), (), (), None)


def test_weights_that_are_all_zero_count_alike() -> None:
    grid = Grid(("A", "B"), {"cost": 0, "fit": 0}, {"cost": (4, 3), "fit": (2, 5)})
    assert ranking(grid).totals == (3, 4)


@pytest.mark.parametrize(
    ("values", "better", "scores"),
    [
        ((100, 200, 150), "low", (5, 1, 3)),
        ((0.2, 0.4, 0.25), "high", (1, 5, 2)),
        ((7, 7), "low", (3, 3)),
        ((None, 1, 2), "high", (None, 1, 5)),
        ((None, None), "low", (None, None)),
    ],
)
def test_figures_of_the_model_are_scored_in_proportion(values, better, scores) -> None:
    assert scored(values, better) == pytest.approx(scores)


@pytest.mark.parametrize(
    ("weights", "scores", "message"),
    [
        ({"fit": 1}, {}, "scores for the criteria that have weights"),
        ({"fit": -1}, {"fit": (1, 2)}, "fit: a weight is 0 or more, not -1"),
        ({"fit": 1}, {"fit": (1,)}, "fit: a score is needed for each solution"),
        ({"fit": 1}, {"fit": (0, 6)}, "fit: a score lies from 1 to 5"),
    ],
)
def test_a_grid_that_cannot_be_is_refused(weights, scores, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Grid(("A", "B"), weights, scores)


def test_the_weights_to_start_from_are_a_whole() -> None:
    assert sum(weight for _label, weight in CRITERIA.values()) == pytest.approx(1)
