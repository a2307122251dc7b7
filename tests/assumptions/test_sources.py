"""Sources: cited with care, never what nobody has seen."""

from __future__ import annotations

import re

import pytest

from crmroi.assumptions import assumptions
from crmroi.assumptions.presets import PRESETS
from crmroi.assumptions.sources import OWN_ESTIMATE, SOURCES, Mark, Source, in_view_of
from crmroi.text import speaking

CITED = [source for source in SOURCES.values() if source is not OWN_ESTIMATE]
every_source = pytest.mark.parametrize("source", CITED, ids=lambda source: source.key)


def _leaves(source: Source) -> list[Source]:
    return list(source.in_view_of) or [source]


@every_source
def test_a_source_names_where_it_was_seen(source: Source) -> None:
    assert source.where
    assert source.mark in (Mark.SEEN, Mark.SECOND_HAND)


@every_source
def test_a_list_price_is_to_be_checked_with_the_vendor(source: Source) -> None:
    if source.key.endswith("_prices"):
        assert source.text.endswith("list price, check with the vendor")


@every_source
def test_what_a_vendor_says_is_told_as_a_claim(source: Source) -> None:
    if re.search(r"vendor|HubSpot|[Cc]onsultancy|Benchmark pages", source.text):
        assert re.search(r"claims?\b|check with the vendor", source.text)


def test_the_famous_figures_that_nobody_can_trace_are_not_used() -> None:
    texts = " ".join(source.text for source in CITED)
    assert not re.search(r"8\.71|\b29%|\b34%|\b42%|10,385", texts)
    assert not {0.29, 0.34, 0.42} & {
        item.default for item in assumptions().values() if item.group == "gains"
    }


def test_each_source_is_used() -> None:
    used = {leaf.key for item in assumptions().values() for leaf in _leaves(item.source)}
    for preset in PRESETS.values():
        used |= {leaf.key for source in preset.sources.values() for leaf in _leaves(source)}
    assert {source.key for source in CITED} == used - {"own_estimate"}


def test_a_key_is_its_sources_name() -> None:
    from crmroi.assumptions import sources

    assert all(getattr(sources, source.key.upper()) is source for source in CITED)


def test_an_own_estimate_says_so() -> None:
    assert str(OWN_ESTIMATE) == "Own estimate"


def test_an_own_estimate_says_what_it_was_made_in_view_of() -> None:
    first = Source("a", "Half of them", "Study A", Mark.SEEN)
    second = Source("b", "A vendor claims all", "b.example", Mark.SECOND_HAND)
    assert str(in_view_of(first)) == "Own estimate, in view of: Half of them (Study A)"
    assert str(in_view_of(first, second)) == (
        "Own estimate, in view of: Half of them (Study A); A vendor claims all (b.example)"
    )


def test_the_english_of_a_citation_does_not_depend_on_the_session() -> None:
    source = assumptions()["costs.licence_per_user_per_month"].source
    english = str(source)
    with speaking("fr"):
        assert source.english == english


def test_where_there_is_little_room_a_source_is_where_it_was_published() -> None:
    one, other = CITED[:2]
    assert one.briefly == one.where
    assert in_view_of(one, other).briefly == (
        f"Own estimate, in view of: {one.where}; {other.where}"
    )
    assert OWN_ESTIMATE.briefly == "Own estimate"
    with speaking("fr"):
        assert in_view_of(one).briefly == f"Notre estimation, au vu de\u202f: {one.where}"
