from __future__ import annotations

import math

import pytest

from crmroi.analysis.comparable import MOST
from crmroi.assumptions import Scenario
from crmroi.model import project
from crmroi.model.lines import LINES
from crmroi.model.measures import MEASURES

LATER = {"name": "Later", "costs": {"licence_per_user_per_month": 0, "custom_development": 30000}}


@pytest.fixture
def pair(asked) -> list[str]:
    return [asked.file({"name": "Sooner"}, "a.json"), asked.file(LATER, "b.json")]


def test_json_holds_each_ones_measures_and_lines_under_its_file(asked, pair):
    found = asked.json("compare", *pair)
    assert list(found) == ["scenarios", "overtakes", "difference", "warnings"]
    first, other = found["scenarios"]
    assert [(each["file"], each["name"]) for each in (first, other)] == list(
        zip(pair, ["Sooner", "Later"], strict=True)
    )
    projection = project(Scenario())
    assert first["metrics"] == projection.metrics
    assert list(first["metrics"]) == list(MEASURES)
    assert first["costs"] == projection.costs
    assert first["gains"] == projection.gains
    assert other["costs"]["licences"] == 0
    for total, years in (("costs", "costs_by_year"), ("gains", "gains_by_year")):
        for line, amount in first[total].items():
            assert len(first[years][line]) == 6  # month 0, then five years
            assert math.fsum(first[years][line]) == pytest.approx(amount, rel=1e-12)


def test_the_difference_adds_up_line_by_line(asked, pair):
    [difference] = asked.json("compare", *pair)["difference"]
    assert (difference["from"], difference["to"]) == tuple(pair)
    assert list(difference["lines"]) == [line.name for line in LINES]
    for measure in ("net_gain", "npv"):
        before, after = difference[measure]
        steps = math.fsum(line[measure] for line in difference["lines"].values())
        assert steps == pytest.approx(after - before, abs=1e-9)
    assert difference["lines"]["licences"]["net_gain"] > 0


def test_overtakings_name_their_month_and_both_files(asked, pair):
    found = asked.json("compare", *pair)
    first, other = (project(scenario) for scenario in (Scenario(), Scenario.from_mapping(
        {"format": "crmroi/1", **LATER})))  # fmt: skip
    lead = other.monthly["cumulative"] - first.monthly["cumulative"]
    month = next(month for month, ahead in enumerate(lead) if ahead > 0)
    assert lead[0] < 0
    assert found["overtakes"] == [{"month": month, "ahead": pair[1], "behind": pair[0]}]


def test_up_to_five_are_compared_each_with_the_first(asked):
    files = [asked.file({"team": {"users": 10 + at}}, f"{at}.json") for at in range(MOST)]
    found = asked.json("compare", *files)
    assert [each["file"] for each in found["scenarios"]] == files
    assert [each["to"] for each in found["difference"]] == files[1:]
    assert {each["from"] for each in found["difference"]} == {files[0]}


def test_scenarios_that_are_not_counted_alike_are_a_warning(asked, pair):
    longer = asked.file({"finance": {"horizon_years": 3}}, "c.json")
    [warning] = asked.json("compare", pair[0], longer)["warnings"]
    assert warning["field"] == "finance.horizon_years"
    assert warning["message"] == (
        "Years counted is not the same in all scenarios: part of the difference comes from how "
        "they are counted. Enter the same value in all."
    )
    _lines, err = asked.words("compare", pair[0], longer)
    assert err == [warning["message"]]


def test_warnings_of_one_scenario_are_its_own(asked, pair):
    bold = asked.file({"adoption": {"target_rate": 1}}, "c.json")
    found = asked.json("compare", pair[0], bold)
    assert [len(each["warnings"]) > 0 for each in found["scenarios"]] == [False, True]
    _lines, err = asked.words("compare", pair[0], bold)
    assert err == [f"{bold}: {each['message']}" for each in found["scenarios"][1]["warnings"]]


def test_the_summary_sets_measures_and_lines_side_by_side_then_tells_the_difference(asked, pair):
    lines, err = asked.words("compare", *pair)
    assert err == []
    assert lines[0].split() == ["Sooner", "Later"]
    assert lines[1].startswith("Total gains  ")
    assert len({len(line) for line in lines[: lines.index("Overtaking, in cumulative cash")]
                if line}) == 1  # fmt: skip
    [overtake] = [line for line in lines if " overtakes " in line]
    assert overtake.startswith("  Later overtakes Sooner in month\u00a0")
    at = lines.index("What makes the difference of Later from Sooner")
    assert lines[at + 1].split("  ")[-2:] == ["Worth today (NPV)", " Net gain"]
    assert lines[at + 2].startswith("  From  ")
    assert lines[-1].startswith("  To  ")
    assert "+€" in lines[at + 3]


def test_scenarios_without_a_name_of_their_own_go_by_their_files(asked):
    twins = [asked.file({"name": "Twin", "team": {"users": n}}, f"{n}.json") for n in (10, 20)]
    lines, _err = asked.words("compare", *twins, asked.typed_in())
    assert lines[0].split("  ")[-3:] == [*(f"Twin ({file})" for file in twins), "standard input"]


@pytest.mark.parametrize("sign", ["\\u001b[31m", "\\n", "\\u202e"])
def test_a_name_is_only_words_wherever_it_stands(sign, asked, pair):
    strange = asked.file(f'{{"format": "crmroi/1", "name": "A{sign}B", "team": {{"users": 3}}}}',
                         "c.json")  # fmt: skip
    lines, _err = asked.words("compare", pair[1], strange)
    assert lines[0].split()[-1] in {"A?B", "A?[31mB"}
    assert not any(letter in line for line in lines for letter in "\x1b\u202e")


def test_it_speaks_the_language(asked, pair):
    lines, _err = asked.words("compare", *pair, lang="fr")
    assert "Rendement (ROI)" in "".join(lines)


def test_all_problems_of_all_files_are_told_together(asked, pair):
    bad = asked.file({"team": {"users": 0}}, "bad.json")
    dollars = asked.file({"currency": "USD"}, "dollars.json")
    absent = pair[0].replace("a.json", "absent.json")
    assert asked.refused("compare", pair[0], bad, dollars, absent) == [
        f"{bad}: team.users (Users): 0 is not possible. Enter 1 to 100000.",
        f"{absent}: This cannot be read: No such file or directory.",
        "Amounts in EUR, USD cannot be compared. Enter all scenarios in one currency.",
    ]


@pytest.mark.parametrize("count", [1, MOST + 1])
def test_two_to_five_files_are_compared(count, asked, pair):
    assert asked.misused("compare", *pair[:1] * count) == [
        f"crmroi compare: {count} given; compare takes 2 to 5 files",
        "For help: crmroi compare --help",
    ]


def test_standard_input_can_be_read_once(asked):
    said, _help = asked.misused("compare", "-", "-")
    assert said == "crmroi compare: standard input (-) can be read only once"
