from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.files.exports.meaning.fields import KINDS
from crmroi.files.exports.meaning.vocabulary import fold, headers, squeeze, table, values

HELPERS = {
    "other", "personal", "modified", "is_won", "is_lost", "is_closed", "probability", "closed_won",
    "closed_lost", "closed_expected", "amount_expected", "currency",
}  # fmt: skip
"""Meanings of headers that are no field of a table, but say something of one."""


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("  Créé\u00a0le * ", "cree le"),
        ("Date d’ajout", "date d ajout"),
        ("close_date", "close date"),
        ("Close--Date", "close date"),
        ("Straße", "strasse"),
        ("Probabilité, %", "probabilite %"),
        ("", ""),
    ],
)
def test_folding_leaves_the_words(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(max_size=40))
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_camel_case_and_underscores_are_the_same_word() -> None:
    assert squeeze("CloseDate") == squeeze("close_date") == squeeze("Close Date")


def test_every_header_belongs_to_known_tables_and_says_a_known_thing() -> None:
    for word in table():
        if word.what == "header":
            for kind in word.of:
                known = {field.name for field in KINDS[kind].fields} if kind != "*" else set()
                assert word.meaning in known | HELPERS, word


def test_every_field_has_a_header_in_five_languages() -> None:
    for kind in KINDS.values():
        for field in kind.fields:
            spoken = {
                word.language
                for word in table()
                if word.what == "header" and kind.name in word.of and word.meaning == field.name
            }
            assert spoken == {"en", "fr", "pt", "es", "de"}, (kind.name, field.name)


def test_no_word_stands_twice_in_the_table() -> None:
    rows = [(w.what, w.of, w.meaning, w.language, w.word) for w in table()]
    assert len(rows) == len(set(rows))


def test_a_header_that_crms_share_has_several_meanings() -> None:
    assert {word.meaning for word in headers()["status"]} >= {"status", "converted"}


def test_the_kinds_of_costs_are_those_of_the_field() -> None:
    kinds = KINDS["costs"].field("category").kinds
    assert set(values("category").values()) == set(kinds)
