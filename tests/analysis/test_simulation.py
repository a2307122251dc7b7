"""How likely it pays: exact counts over draws, each of which is a scenario."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from crmroi.analysis import simulation
from crmroi.analysis.draws import draw
from crmroi.analysis.ranges import with_ranges
from crmroi.analysis.simulation import simulate
from crmroi.assumptions import Scenario, assumptions
from crmroi.assumptions.entries import Triple
from crmroi.model import project
from crmroi.model.arrays import Workspace
from tests.analysis.cases import UNCERTAIN, ranges
from tests.golden.__main__ import NOTHING
from tests.model.scenarios import EVERYTHING_ON, same, scenarios
from tests.support import ROOT


def drawn_scenario(scenario: Scenario, columns: dict[str, Any], place: int) -> Scenario:
    return scenario.with_values({key: values[place].item() for key, values in columns.items()})


@settings(max_examples=10)
@given(ranges())
def test_a_draws_scenario_run_alone_gives_the_same(given: dict[str, Triple]) -> None:
    scenario = with_ranges(EVERYTHING_ON, given)
    found = simulate(scenario, draws=32, seed=3)
    columns = draw(scenario, 32, seed=3)
    alone = [project(drawn_scenario(scenario, columns, place)) for place in range(32)]
    scale = max(each.metrics["total_costs"] for each in alone)
    npv = [each.metrics["npv"] for each in alone]
    assert same(found.npv_of_draws, npv, absolute=1e-10 * scale)
    assert same(found.npv.mean, np.mean(npv), absolute=1e-10 * scale)
    assert same(found.npv.percentiles[10], np.quantile(npv, 0.1), absolute=1e-10 * scale)
    assert found.roi.mean == pytest.approx(np.mean([each.metrics["roi"] for each in alone]))
    months = [each.metrics["break_even_month"] for each in alone]
    assert found.never == months.count(None)
    for month, share in enumerate(found.paid_back_by_month):
        assert share == sum(each is not None and each <= month for each in months) / 32


def test_probabilities_are_exact_counts() -> None:
    found = simulate(UNCERTAIN, draws=1024)
    assert found.positive == (found.npv_of_draws > 0).sum()
    assert found.probability_npv_positive == found.positive / 1024
    assert found.never_breaks_even == found.never / 1024
    assert found.never + found.paid_back[-1] == 1024
    assert 0 < found.positive < 1024
    assert found.paid_back_by_month[-1] + found.never_breaks_even == 1


@settings(max_examples=10)
@given(scenarios())
def test_ranges_of_no_width_give_the_one_answer_everywhere(scenario: Scenario) -> None:
    points = {key: scenario.value(key) for key, item in assumptions().items() if item.numeric}
    still = with_ranges(scenario, {key: (value,) * 3 for key, value in points.items()})
    metrics, dust = project(scenario).metrics, 1e-9 * project(scenario).metrics["total_costs"]
    for each in (scenario, still):
        found = simulate(each, draws=16)
        for value in (found.npv.mean, *found.npv.percentiles.values()):
            assert same(value, metrics["npv"], absolute=dust)
        for value in (found.roi.mean, *found.roi.percentiles.values()):
            assert same(value, metrics["roi"], relative=1e-8)
        for flows in found.fan.values():
            assert same(flows, project(scenario).monthly["cumulative"], absolute=dust)
        month = metrics["break_even_month"]
        assert found.never == (16 if month is None else 0)
        if month is not None:
            assert found.paid_back_by_month == tuple(
                float(at >= month) for at in range(len(found.paid_back))
            )


@settings(max_examples=10)
@given(ranges())
def test_the_fan_never_crosses_and_ends_where_the_draws_end(given: dict[str, Triple]) -> None:
    found = simulate(with_ranges(EVERYTHING_ON, given), draws=128)
    bands = list(found.fan.values())
    for lower, higher in pairwise(bands):
        assert (lower <= higher).all()
    assert list(found.fan) == sorted(found.fan)
    assert len({len(band) for band in bands} | {len(found.paid_back)}) == 1


def test_the_fan_is_made_of_the_quantiles_of_each_month() -> None:
    found = simulate(UNCERTAIN, draws=16)
    columns = draw(UNCERTAIN, 16)
    flows = [
        project(drawn_scenario(UNCERTAIN, columns, place)).monthly["cumulative"]
        for place in range(16)
    ]
    for percent, band in found.fan.items():
        np.testing.assert_allclose(band, np.quantile(flows, percent / 100, axis=0), atol=1e-6)


def test_draws_of_a_shorter_horizon_keep_what_they_ended_with() -> None:
    scenario = with_ranges(Scenario(), {"finance.horizon_years": (1, 1, 10)})
    found = simulate(scenario, draws=64)
    assert len(found.fan[50]) == len(found.paid_back) == 121
    shorter = simulate(with_ranges(Scenario(), {"finance.horizon_years": (1, 1, 1)}), draws=8)
    assert len(shorter.fan[50]) == 13


def test_the_fan_of_many_draws_is_that_of_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    first = simulate(UNCERTAIN, draws=256)
    monkeypatch.setattr(simulation, "FAN_DRAWS", 256)
    found = simulate(UNCERTAIN, draws=8192)
    assert (found.fan_draws, found.draws) == (256, 8192)
    for percent, band in found.fan.items():
        assert band.tolist() == first.fan[percent].tolist()


def test_threads_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    in_threads = simulate(UNCERTAIN, draws=16_384)

    def one_by_one(work: Callable[[Any, Workspace], int], pieces: Iterable[Any]) -> Iterator[int]:
        space = Workspace()
        return (work(piece, space) for piece in pieces)

    monkeypatch.setattr(simulation, "in_threads", one_by_one)
    alone = simulate(UNCERTAIN, draws=16_384)
    assert alone.npv_of_draws.tolist() == in_threads.npv_of_draws.tolist()
    assert (alone.npv, alone.roi) == (in_threads.npv, in_threads.roi)
    assert alone.paid_back.tolist() == in_threads.paid_back.tolist()
    for percent, band in alone.fan.items():
        assert band.tolist() == in_threads.fan[percent].tolist()


def test_it_can_be_stopped_and_keeps_what_was_done() -> None:
    told = []

    def once(done: int, wanted: int) -> bool:
        told.append((done, wanted))
        return False

    found = simulate(UNCERTAIN, draws=16_384, keep_going=once)
    assert found.stopped
    assert told == [(found.draws, 16_384)]
    assert len(found.npv_of_draws) == found.draws == found.fan_draws
    whole = simulate(UNCERTAIN, draws=16_384, keep_going=lambda _done, _wanted: True)
    assert not whole.stopped
    assert whole.npv_of_draws[: found.draws].tolist() == found.npv_of_draws.tolist()


def test_a_case_without_costs_has_no_roi() -> None:
    found = simulate(NOTHING, draws=4)
    assert found.roi.mean is None
    assert found.roi.without_value == 4
    assert found.probability_npv_positive == 0
    assert found.paid_back_by_month[0] == 1


def test_a_result_says_what_it_was_made_of() -> None:
    found = simulate(UNCERTAIN, draws=100, seed=9)
    assert found.scenario == UNCERTAIN
    assert (found.requested, found.draws, found.seed, found.model) == (100, 128, 9, "crmroi/1")
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.seed = 3
    with pytest.raises(ValueError, match="read-only"):
        found.npv_of_draws[0] = 0


def test_the_same_seed_gives_the_same_digits_twice_and_in_a_new_process() -> None:
    code = (
        "from crmroi.analysis.simulation import simulate\n"
        "from tests.analysis.cases import UNCERTAIN\n"
        "print(repr(simulate(UNCERTAIN, draws=2048, seed=4).npv))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    first, second = (simulate(UNCERTAIN, draws=2048, seed=4).npv for _ in range(2))
    assert told == f"{first!r}\n" == f"{second!r}\n"
    assert simulate(UNCERTAIN, draws=2048, seed=5).npv != first
