from __future__ import annotations

import json
import subprocess
import sys

import pytest

from crmroi.analysis.draws import DRAWS, MOST, SEED
from crmroi.analysis.ranges import UNKNOWN_GROUPS, starting_ranges, with_ranges
from crmroi.analysis.simulation import simulate
from crmroi.assumptions import Scenario, assumptions
from crmroi.cli import main
from crmroi.model import project
from tests.support import ROOT

RANGES = {
    "adoption.target_rate": [0.4, 0.75, 0.9],
    "adoption.go_live_month": [1, 3, 12],
    "gains.hours_saved_per_user_per_week": [0, 1.5, 4],
}
KEYS = [
    "draws", "seed", "npv", "roi", "probability_npv_positive", "never_breaks_even",
    "paid_back_by_month", "first_order", "total_sobol", "standard_error", "warnings",
]  # fmt: skip
SPREAD = ["mean", "p5", "p10", "p25", "p50", "p75", "p90", "p95"]
FEW = ("--draws", "512")


def test_the_help_names_the_draws_and_the_seed_that_are_taken_unasked(capsys):
    with pytest.raises(SystemExit):
        main(["simulate", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert f"(default: {DRAWS})" in said
    assert f"(default: {SEED})" in said


@pytest.fixture
def ranges() -> dict[str, object]:
    """Ranges around the default case's own values."""
    scenario = Scenario()
    return {
        "uncertainty": {
            key: [low, scenario.value(key), high] for key, (low, _mode, high) in RANGES.items()
        }
    }


@pytest.fixture
def file(asked, ranges) -> str:
    return asked.file(ranges)


def test_json_holds_its_parts_in_order_and_in_full_digits(asked, file, ranges):
    found = asked.json("simulate", file, *FEW, "--seed", "7")
    scenario = with_ranges(Scenario(), ranges["uncertainty"])
    expected = simulate(scenario, draws=512, seed=7)
    assert list(found) == KEYS
    assert (found["draws"], found["seed"]) == (512, 7)
    for name, spread in (("npv", expected.npv), ("roi", expected.roi)):
        assert list(found[name]) == SPREAD
        assert list(found[name].values()) == [spread.mean, *spread.percentiles.values()]
    assert found["probability_npv_positive"] == expected.positive / 512
    assert found["never_breaks_even"] == expected.never / 512
    assert tuple(found["paid_back_by_month"]) == expected.paid_back_by_month
    assert len(found["paid_back_by_month"]) == 61
    assert set(found["first_order"]) == set(found["total_sobol"]) == set(RANGES)
    assert list(found["standard_error"]) == ["mean", "p10"]
    assert found["standard_error"]["mean"] > 0
    assert found["warnings"] == []


def test_draws_are_the_next_power_of_two_and_there_are_defaults(asked, file):
    assert asked.json("simulate", file, "--draws", "1000")["draws"] == 1024
    found = asked.json("simulate", file)
    assert (found["draws"], found["seed"]) == (DRAWS, SEED)


def test_the_same_seed_gives_the_same_digits_in_a_new_process_and_another_does_not(asked, file):
    here = asked.json("simulate", file, *FEW)
    ended = subprocess.run(
        [sys.executable, "-m", "crmroi", "simulate", file, *FEW, "--json", "--lang", "en"],
        cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=True,
    )  # fmt: skip
    assert json.loads(ended.stdout) == here
    assert asked.json("simulate", file, *FEW, "--seed", "2")["npv"] != here["npv"]


def test_with_ranges_of_no_width_every_quantile_is_the_answer_of_the_case(asked):
    today = Scenario().value("adoption.target_rate")
    still = asked.file({"uncertainty": {"adoption.target_rate": [today] * 3}})
    found = asked.json("simulate", still, *FEW)
    metrics = project(Scenario()).metrics
    assert found["npv"] == pytest.approx(dict.fromkeys(SPREAD, metrics["npv"]), rel=1e-12)
    assert found["roi"] == pytest.approx(dict.fromkeys(SPREAD, metrics["roi"]), rel=1e-12)
    assert [warning["field"] for warning in found["warnings"]] == ["uncertainty"]
    assert found["standard_error"] == pytest.approx({"mean": 0, "p10": 0}, abs=1e-6)


def test_a_file_without_ranges_is_drawn_from_plausible_ones_and_that_is_said(asked):
    found = asked.json("simulate", asked.file(), *FEW)
    leaning, warning = sorted(found["warnings"], key=lambda one: one["message"], reverse=True)
    assert leaning["message"].startswith("Three of four cases drawn are worth more than")
    assert warning == {
        "field": "uncertainty",
        "value": None,
        "message": "The scenario has no ranges (“uncertainty”), so each assumption of “adoption”, "
        "“gains” is drawn from its plausible range, today’s value the likeliest. Give it ranges "
        "of your own.",
    }
    scenario = with_ranges(Scenario(), starting_ranges(Scenario()))
    assert found["npv"]["mean"] == simulate(scenario, draws=512).npv.mean
    assert {key.split(".")[0] for key in found["total_sobol"]} == set(UNKNOWN_GROUPS)


def test_with_correlations_the_indices_are_null_and_that_is_said(asked, ranges):
    pair = ["adoption.target_rate", "gains.hours_saved_per_user_per_week", 0.5]
    found = asked.json("simulate", asked.file({**ranges, "correlation": [pair]}), *FEW)
    assert (found["first_order"], found["total_sobol"]) == (None, None)
    assert [warning["message"] for warning in found["warnings"]] == [
        "Assumptions that move together have no share of the spread of their own: with "
        "correlations no indices are computed. Remove the correlations to see them."
    ]


def test_correlations_that_contradict_each_other_are_bad_data_and_the_pairs_are_named(
    asked, ranges
):
    one, two, three = RANGES
    pairs = [[one, two, 0.9], [two, three, 0.9], [one, three, -0.9]]
    file = asked.file({**ranges, "correlation": pairs})
    [message] = asked.refused("simulate", file, *FEW, "--json")
    assert message.startswith(f"{file}: “correlation”: no numbers can move together like this (")
    told = [f"“{first}”, “{other}”: {strength}" for first, other, strength in pairs]
    assert f" ({'; '.join(told)}): the matrix is not positive definite. Weaken " in message


def test_a_case_that_costs_nothing_has_no_return_and_no_nan(asked):
    nothing = {"costs.custom_development": [0, 0, 0]}
    file = asked.file({"finance": {"costs_risk": 0}, "uncertainty": nothing, **_free()})
    found = asked.json("simulate", file, *FEW)
    assert found["roi"] == dict.fromkeys(SPREAD)
    assert found["warnings"][-1]["message"] == (
        "512 draws have no costs, and so no return (ROI): the ROI is that of the others."
    )


def _free() -> dict[str, object]:
    """What makes a case cost nothing: no price, and nobody's time."""
    costs = {item.name: 0 for item in assumptions().values() if item.group == "costs"}
    return {"costs": costs, "adoption": {"target_rate": 0}}


def test_the_summary_says_how_likely_how_far_when_and_why(asked, file):
    lines, err = asked.words("simulate", file, *FEW)
    assert err == []
    assert lines[3].startswith("Likely to be worth something (NPV above 0)  ")
    assert lines[4].startswith("Likely to pay for itself within the years counted  ")
    assert [line.split() for line in lines[5:7]] == [["Draws", "512"], ["Seed", "1"]]
    heads = ["Spread", "Pays for itself by", "Where the spread of the NPV comes from"]
    assert [line for line in lines if line in heads] == heads
    names = [line.strip().split("  ")[0] for line in lines[lines.index("Spread") + 2 :]]
    assert names[:10] == [
        "On average", "5% of draws below", "10% of draws below", "25% of draws below",
        "50% of draws below", "75% of draws below", "90% of draws below", "95% of draws below",
        "Standard error of the average", "Standard error of the 10% value",
    ]  # fmt: skip
    assert [line.split("  ")[1] for line in lines if line.startswith("  month")] == [
        f"month\u00a0{month}" for month in (12, 24, 36, 48, 60)
    ]


def test_warnings_of_the_summary_are_on_standard_error_after_the_name_of_the_file(asked):
    file = asked.file({"finance": {"gains_risk": 0.1}})
    _lines, err = asked.words("simulate", file, *FEW)
    assert all(line.startswith(f"{file}: ") for line in err)
    assert err[1].endswith("it is counted twice. Set it to 0.")


def test_it_speaks_the_language(asked, file):
    lines, _err = asked.words("simulate", file, *FEW, lang="fr")
    assert lines[1].startswith("Le CRM ")


def test_a_file_comes_from_standard_input(asked, ranges):
    text = json.dumps({"format": "crmroi/1", **ranges})
    assert asked.json("simulate", asked.typed_in(text), *FEW)["draws"] == 512


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--draws", "0", "argument --draws: '0' is not a whole number from 1 on"),
        ("--draws", "1e3", "argument --draws: '1e3' is not a whole number from 1 on"),
        ("--seed", "-1", "argument --seed: '-1' is not a whole number from 0 on"),
        (
            "--draws",
            str(MOST + 1),
            f"argument --draws: {MOST + 1} is more than can be drawn: at most {MOST}",
        ),
    ],
)
def test_draws_and_seed_are_whole_numbers(option, value, words, asked, file):
    said = asked.misused("simulate", file, f"{option}={value}")
    assert said == [f"crmroi simulate: {words}", "For help: crmroi simulate --help"]


def test_help_tells_the_defaults_and_what_is_drawn_without_ranges(capsys):
    with pytest.raises(SystemExit):
        main(["simulate", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert f"(default: {DRAWS})" in told
    assert f"(default: {SEED})" in told
    assert f"each assumption of {' and '.join(UNKNOWN_GROUPS)} is drawn" in told


def test_a_bad_file_is_told(asked):
    file = asked.file({"uncertainty": {"team.users": [9, 5, 1]}})
    [message] = asked.refused("simulate", file)
    assert message.startswith(f"{file}: ")
    assert "team.users" in message
