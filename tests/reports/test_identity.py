from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from crmroi.assumptions import Scenario, assumptions
from crmroi.files.scenario_file import read_scenario, write_scenario
from crmroi.reports.identity import identity

ONE, OTHER = Scenario(name="One"), Scenario(name="Other")
PLAUSIBLE = {key: item.plausible for key, item in assumptions().items() if item.plausible}


def test_it_names_the_model_and_twelve_digits():
    found = identity([ONE])
    assert found.model == "crmroi/1"
    assert re.fullmatch("[0-9a-f]{12}", found.inputs)


def test_it_is_the_same_for_the_same_inputs_read_again():
    assert identity([read_scenario(write_scenario(ONE))]) == identity([ONE])


def test_everything_that_is_put_in_counts():
    changed = [
        OTHER,
        ONE.model_copy(update={"currency": "BRL"}),
        ONE.model_copy(update={"notes": {"team.users": "the sales director"}}),
        ONE.model_copy(update={"uncertainty": {"team.users": (10.0, 20.0, 30.0)}}),
    ]
    assert len({identity([each]).inputs for each in [ONE, *changed]}) == 5


def test_so_do_the_number_of_scenarios_and_their_order():
    sets = [[ONE], [ONE, OTHER], [OTHER, ONE], [ONE, ONE]]
    assert len({identity(each).inputs for each in sets}) == 4


@given(st.sampled_from(sorted(PLAUSIBLE)))
def test_any_assumption_that_changes_changes_it(key):
    low, high = PLAUSIBLE[key]
    other = high if ONE.value(key) != high else low
    assert identity([ONE.with_values({key: other})]) != identity([ONE])
