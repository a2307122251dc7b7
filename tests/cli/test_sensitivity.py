from __future__ import annotations

from crmroi.analysis.sensitivity import tornado
from crmroi.assumptions import Scenario, assumptions

KEYS = [
    "assumption", "low", "high", "npv_low", "npv_high", "roi_low", "roi_high", "break_even_low",
    "break_even_high",
]  # fmt: skip


def test_json_lists_every_numeric_assumption_widest_first_in_full_digits(asked):
    found = asked.json("sensitivity", asked.file())
    bars = tornado(Scenario()).bars
    assert {tuple(each) for each in found} == {tuple(KEYS)}
    assert [each["assumption"] for each in found] == [bar.assumption for bar in bars]
    assert {each["assumption"] for each in found} == {
        key for key, item in assumptions().items() if item.numeric
    }
    widths = [abs(each["npv_high"] - each["npv_low"]) for each in found]
    assert widths == sorted(widths, reverse=True)
    assert [each["npv_low"] for each in found] == [bar.at_low.npv for bar in bars]
    assert [each["roi_high"] for each in found] == [bar.at_high.roi for bar in bars]


def test_an_end_at_which_it_never_pays_for_itself_is_null(asked):
    found = asked.json("sensitivity", asked.file({"adoption": {"target_rate": 0}}))
    assert found[0]["break_even_low"] is None


def test_a_case_without_costs_has_no_return_and_no_nan(asked):
    costs = {item.name: 0 for item in assumptions().values() if item.group == "costs"}
    found = asked.json("sensitivity", asked.file({"costs": costs, "team": {"users": 1}}))
    assert [each for each in found if set(each) != set(KEYS)] == []


def test_the_files_own_ranges_are_the_ends(asked):
    file = asked.file({"uncertainty": {"adoption.target_rate": [0.5, 0.75, 0.8]}})
    [bar] = [
        each for each in asked.json("sensitivity", file)
        if each["assumption"] == "adoption.target_rate"
    ]  # fmt: skip
    assert (bar["low"], bar["high"]) == (0.5, 0.8)


def test_the_summary_says_the_answer_then_both_ends_then_how_many_do_nothing(asked):
    lines, err = asked.words("sensitivity", asked.file({"name": "Small plan"}))
    assert err == []
    assert lines[0] == "Small plan"
    assert lines[1].startswith("The CRM pays for itself in month\u00a0")
    assert lines[3].split("  ")[-2:] == ["Worth today (NPV), low", "Worth today (NPV), high"]
    assert len({len(line) for line in lines[3:] if "€" in line}) == 1  # aligned
    still = [bar for bar in tornado(Scenario()).bars if not bar.width]
    assert lines[-1] == f"Without effect on this case: {len(still)}."


def test_it_speaks_the_language(asked):
    lines, _err = asked.words("sensitivity", asked.file(), lang="fr")
    assert lines[1].startswith("Le CRM ")


def test_a_file_comes_from_standard_input(asked):
    assert asked.json("sensitivity", asked.typed_in())[0]["assumption"]


def test_a_bad_file_says_all_that_is_wrong_with_it(asked):
    file = asked.file('{"format": "crmroi/1", "team": {"users": 0.50, "usrs": 1}}')
    assert asked.refused("sensitivity", file, "--json") == [
        f"{file}: team.users (Users): 0.50 is not possible. Enter 1 to 100000.",
        f"{file}: “usrs” is not a field. Did you mean “users”?",
    ]
