from __future__ import annotations

import io
import json
import math

import pytest

from crmroi.assumptions import Scenario, assumptions
from crmroi.cli import main
from crmroi.files.scenario_file import write_scenario
from crmroi.model import project
from crmroi.model.lines import LINES
from crmroi.model.measures import MEASURES
from tests.support import shared_files

MONTHLY = [
    "total_gains", "total_costs", "net", "cumulative", "adoption", "customers_with",
    "customers_without", "revenue_with", "revenue_without",
]  # fmt: skip


@pytest.fixture
def file(tmp_path):
    def write(text: str, name: str = "plan.json") -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def evaluated(capsys, *arguments: str):
    assert main(["evaluate", "--json", "--lang", "en", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return json.loads(out)


def refused(capsys, *arguments: str) -> list[str]:
    assert main(["evaluate", "--lang", "en", *arguments]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    return err.splitlines()


def assert_close(ours, expected, *, scale=0.0):
    """Equal to 1e-9 of the value, or of the largest of a series: its zeros are sums, too."""
    if isinstance(expected, dict):
        for name, value in expected.items():
            assert_close(ours[name], value)
    elif isinstance(expected, list):
        assert len(ours) == len(expected)
        largest = max(map(abs, expected))
        for mine, value in zip(ours, expected, strict=True):
            assert_close(mine, value, scale=largest)
    elif isinstance(expected, float):
        assert ours == pytest.approx(expected, rel=1e-9, abs=1e-9 * scale)
    else:
        assert ours == expected


@pytest.mark.parametrize("path", shared_files("cases/*.json"))
def test_a_reference_case_comes_out_to_a_billionth(path, file, capsys):
    case = json.loads(path.read_text(encoding="utf-8"))
    result = evaluated(capsys, file(json.dumps(case["scenario"])))
    expected = case["expected"]
    for part in ("metrics", "gains", "costs"):
        assert set(expected[part]) == set(result[part])
        assert_close(result[part], expected[part])
    for name, series in expected.items():
        if isinstance(series, list):
            assert_close(result["monthly"][name], series)


def test_json_holds_its_parts_in_order(file, capsys):
    result = evaluated(capsys, file(write_scenario(Scenario())))
    assert list(result) == ["metrics", "gains", "costs", "monthly", "warnings"]
    assert list(result["metrics"]) == list(MEASURES)
    assert list(result["gains"]) == [line.name for line in LINES if line.side == "gain"]
    assert list(result["costs"]) == [line.name for line in LINES if line.side == "cost"]
    assert list(result["monthly"]) == MONTHLY
    assert {len(series) for series in result["monthly"].values()} == {61}


def test_json_has_full_digits(file, capsys):
    result = evaluated(capsys, file(write_scenario(Scenario())))
    assert result["metrics"]["npv"] == project(Scenario()).metrics["npv"]


def test_warnings_travel_with_the_result(file, capsys):
    result = evaluated(capsys, file('{"format": "crmroi/1", "adoption": {"target_rate": 1}}'))
    warning = result["warnings"][0]
    assert list(warning) == ["field", "value", "message"]
    assert (warning["field"], warning["value"]) == ("adoption.target_rate", 1)
    assert "100%" in warning["message"]


def test_what_has_no_value_is_null_and_never_nan(file, capsys):
    path = file(json.dumps({"format": "crmroi/1", "adoption": {"target_rate": 0}}))
    assert main(["evaluate", path, "--json"]) == 0

    def refuse(token: str):
        raise AssertionError(token)

    result = json.loads(capsys.readouterr().out, parse_constant=refuse)
    assert result["metrics"]["break_even_month"] is None
    assert all(math.isfinite(x) for series in result["monthly"].values() for x in series)


def test_several_files_are_a_list_in_their_order_each_with_its_file(file, capsys):
    paths = [file(write_scenario(Scenario(name=name)), f"{name}.json") for name in "ba"]
    results = evaluated(capsys, *paths)
    assert [next(iter(result.items())) for result in results] == [("file", p) for p in paths]


def test_a_file_comes_from_standard_input(monkeypatch, capsys):
    text = write_scenario(Scenario())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert "metrics" in evaluated(capsys, "-")


def test_standard_input_can_be_read_once(capsys):
    with pytest.raises(SystemExit) as end:
        main(["evaluate", "-", "-"])
    assert end.value.code == 2
    assert capsys.readouterr().err.endswith("For help: crmroi evaluate --help\n")


def test_with_one_bad_file_all_messages_of_all_files_are_said_and_nothing_is_printed(file, capsys):
    good = file(write_scenario(Scenario()), "good.json")
    bad = file('{"format": "crmroi/1", "team": {"users": 0.50, "usrs": 1}}', "bad.json")
    worse = file("{", "worse.json")
    absent = str(good).replace("good", "absent")
    assert refused(capsys, "--json", bad, good, worse, absent) == [
        f"{bad}: team.users (Users): 0.50 is not possible. Enter 1 to 100000.",
        f"{bad}: “usrs” is not a field. Did you mean “users”?",
        f"{worse}: Line 1, column 2: a name in double quotes is missing (or a comma is too many).",
        f"{absent}: This cannot be read: No such file or directory.",
    ]


def test_a_folder_is_no_file(tmp_path, capsys):
    assert refused(capsys, str(tmp_path)) == [f"{tmp_path}: This cannot be read: Is a directory."]


def test_a_name_in_a_file_cannot_command_the_terminal(file, capsys):
    path = file('{"format": "crmroi/1", "\\u001b[31mred": 1}')
    [message] = refused(capsys, path)
    assert "\x1b" not in message
    assert "?[31mred" in message


@pytest.mark.parametrize("sign", ["\\u001b[31m", "\\n", "\\u202e", "\\u2066", "\\u2028", "\\u0085"])
def test_the_name_of_a_case_is_only_words_on_its_line(sign, file, capsys):
    path = file(f'{{"format": "crmroi/1", "name": "A{sign}B"}}')
    assert main(["evaluate", path, "--lang", "en"]) == 0
    title, headline, *_ = capsys.readouterr().out.split("\n")
    assert title in {"A?B", "A?[31mB"}
    assert headline.startswith("The CRM ")


def test_the_summary_says_the_answer_then_the_measures_then_the_lines(file, capsys):
    scenario = Scenario(name="Small plan")
    assert main(["evaluate", file(write_scenario(scenario)), "--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Small plan"
    assert lines[1].startswith("The CRM pays for itself in month\u00a0")
    assert lines[3].startswith("Total gains  ")
    assert len({len(line) for line in lines[3:] if line}) == 1  # aligned
    gains, costs = (next(n for n, x in enumerate(lines) if x.startswith(w)) for w in (
        "Gains ", "Costs "))  # fmt: skip
    assert gains < costs
    assert lines[costs + 1].startswith("  ")


def test_the_summary_speaks_the_language_and_says_warnings_on_standard_error(file, capsys):
    text = (
        '{"format": "crmroi/1", "finance": {"horizon_years": 1}, "adoption": {"go_live_month": 12}}'
    )
    path = file(text)
    assert main(["evaluate", path, "--lang", "fr"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[1].startswith("Le CRM ")
    assert "aucun" in out
    assert err.startswith(f"{path}: ")


@pytest.mark.parametrize(
    ("costs", "phrases"),
    [({}, ["no rate", "not within 5\u00a0years"]), ("none", ["no value", "Pays for itself"])],
)
def test_a_summary_without_a_value_says_which_way(costs, phrases, file, capsys):
    content = {"format": "crmroi/1", "adoption": {"target_rate": 0}}
    if costs == "none":
        content["costs"] = {
            item.name: 0 for item in assumptions().values() if item.group == "costs"
        }
    assert main(["evaluate", file(json.dumps(content)), "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert [phrase for phrase in phrases if phrase not in out] == []
