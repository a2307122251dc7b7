"""The table of assumptions and the sources, as the Method page and the docs list them."""

from __future__ import annotations

from crmroi.assumptions import Scenario, assumptions
from crmroi.assumptions.sources import OWN_ESTIMATE, SOURCES, Mark, entered, in_view_of
from crmroi.model.method.table import Row, named, published, rows
from crmroi.text import speaking


def every_row(scenario: Scenario) -> dict[str, Row]:
    return {row.key: row for of_group in rows(scenario).values() for row in of_group}


def test_every_assumption_has_a_row_with_its_ranges() -> None:
    found = every_row(Scenario())
    assert list(found) == list(assumptions())
    for row in found.values():
        assert all((row.label, row.help, row.unit, row.default, row.plausible, row.allowed))
        assert not row.changed


def test_a_changed_value_is_told_from_its_default() -> None:
    scenario = Scenario().with_values({"team.users": 26})
    changed = [key for key, row in every_row(scenario).items() if row.changed]
    assert changed == ["team.users"]


def test_a_range_whose_end_only_catches_slips_is_open_above(spoken: str) -> None:
    found = every_row(Scenario())
    assert "000" not in found["costs.installation"].allowed
    if spoken == "en":
        assert found["costs.installation"].allowed == "€0 or more"
        assert found["team.users"].allowed == "1–100,000"
        assert found["gains.include_intangibles"].allowed == "yes or no"
        assert found["adoption.curve"].allowed == "S-curve, Straight line, At once"


def test_every_published_source_is_listed_with_who_leans_on_it() -> None:
    cited = published()
    assert [source.anchor for source in cited] == [
        f"source-{key}" for key, source in SOURCES.items() if source.mark is not Mark.ESTIMATE
    ]
    assert all(source.used_by for source in cited)


def test_a_source_is_named_by_its_mark_and_linked() -> None:
    with speaking("en"):
        first, second = list(SOURCES.values())[1:3]
        link = "<{}|{}>".format
        assert named(OWN_ESTIMATE, link, str.upper) == "OWN ESTIMATE"
        assert named(first, link, str) == f"<source-{first.key}|{first.where}>"
        assert named(in_view_of(first, second), link, str) == (
            f"Own estimate, in view of: <source-{first.key}|{first.where}>; "
            f"<source-{second.key}|{second.where}>"
        )
        assert named(entered(in_view_of(first)), link, str) == (
            "Entered for this case. Default: Own estimate, in view of: "
            f"<source-{first.key}|{first.where}>"
        )


def test_a_row_names_the_source_of_todays_value() -> None:
    found = every_row(Scenario().with_values({"team.users": 26}))
    assert found["team.users"].source == entered(OWN_ESTIMATE)
    assert found["team.hourly_cost"].source is assumptions()["team.hourly_cost"].source
