from __future__ import annotations

import pytest

from crmroi.files.exports.meaning.headings import known, meanings, names_a_person


@pytest.mark.parametrize(
    ("header", "kind", "meaning"),
    [
        ("Deal - Organization", "deals", "customer"),
        ("Negócio - Negócio fechado em", "deals", "closed"),
        ("Affaire - Date de gain", "deals", "closed_won"),
        ("Activité - Attribué à l’utilisateur", "activity", "user"),
        ("Organization - Name", "deals", "customer"),
        ("property_closedate", "deals", "closed"),
        ("Deal Owner.id", "deals", "owner"),
        ("CloseDate", "deals", "closed"),
        ("Close Date (2)", "deals", "closed"),
        ("Associated Company (Primary)", "deals", "customer"),
        ("(Do Not Modify) Opportunity", "deals", "id"),
        ("Amount (EUR)", "deals", "amount"),
        ("Total Amount Currency", "deals", "currency"),
        ("X Currency", "deals", "currency"),
        ("\ufeffDeal ID*", "deals", "id"),
        ("resolution_hours", "tickets", "other"),
        ("first_response_minutes", "tickets", "other"),
        ("Time tracked", "tickets", "handling_minutes"),
        ("Handle time in minutes", "tickets", "handling_minutes"),
        ("surveyed_at", "survey", "date"),
    ],
)
def test_a_header_is_found_whole_or_taken_apart(header: str, kind: str, meaning: str) -> None:
    assert meanings(header, kind)[0].word.meaning == meaning
    assert known(header)


@pytest.mark.parametrize("header", ["", "X", "Unnamed: 0", "2026-01-31", "Acme"])
def test_other_texts_are_not_known(header: str) -> None:
    assert not known(header)


@pytest.mark.parametrize(
    "header",
    ["E-mail", "Person - Email", "Prénom", "Telefone", "Contact Name", "Deal owner", "Vorname"],
)
def test_these_name_people(header: str) -> None:
    assert names_a_person(header, "deals")


@pytest.mark.parametrize("header", ["Account Name", "Deal ID", "Stage", "Organization - Name"])
def test_these_do_not(header: str) -> None:
    assert not names_a_person(header, "deals")
