from __future__ import annotations

import pytest

from crmroi.text.typography import glue, typeset, typeset_number


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Rien à comparer : choisissez", "Rien à comparer\u202f: choisissez"),
        ("il manque {x} ; au rythme", "il manque {x}\u202f; au rythme"),
        ("3 avril ou 4 mars ?", "3 avril ou 4 mars\u202f?"),
        ("Attention !", "Attention\u202f!"),
        ("une adoption de 98 %", "une adoption de 98\u202f%"),
        ("il coûte 60 € par mois", "il coûte 60\u202f€ par mois"),
        ("{n} %", "{n}\u202f%"),
        ("« {name} » n'existe pas", "«\u202f{name}\u202f» n’existe pas"),
        ("«{name}»", "«\u202f{name}»"),
        ("l'écran d'{x}", "l’écran d’{x}"),
        ("plus de 1 200 personnes", "plus de 1\u202f200 personnes"),
        ("de 3 à 5 ans, en 2024", "de 3 à 5 ans, en 2024"),
        ("déjà\u00a0: fait", "déjà\u202f: fait"),
        ("https://exemple.fr à 10:30", "https://exemple.fr à 10:30"),
    ],
)
def test_french_spaces_are_narrow_and_its_apostrophe_curly(typed: str, set_: str) -> None:
    assert typeset(typed, "fr") == set_


@pytest.mark.parametrize("language", ["en", "fr", "pt_BR"])
def test_setting_a_text_twice_changes_nothing(language: str) -> None:
    once = typeset("« L'un : 1 200 % » et R$ 5 ; l'autre ?", language)
    assert typeset(once, language) == once


def test_english_and_portuguese_keep_their_spaces() -> None:
    assert typeset("today's: 5% ?", "en") == "today’s: 5% ?"
    assert typeset("até R$ 1.200: 5%", "pt_BR") == "até R$\u00a01.200: 5%"


def test_an_apostrophe_that_closes_nothing_is_left_alone() -> None:
    assert typeset("the users' share of 5' 10", "en") == "the users' share of 5' 10"


@pytest.mark.parametrize(
    ("babel", "language", "ours"),
    [
        ("-€1.25M", "en", "−€1.25M"),
        ("€109K", "en", "€109k"),
        ("KWD1.2K", "en", "KWD\u00a01.2k"),
        ("R$60", "en", "R$60"),
        ("-8\u202f200\u00a0€", "fr", "−8\u202f200\u202f€"),
        ("109\u00a0k\u00a0€", "fr", "109\u202fk€"),
        ("1,25\u00a0Md\u00a0$US", "fr", "1,25\u202fMd$US"),
        ("109\u00a0k\u00a0CHF", "fr", "109\u202fk\u202fCHF"),
        ("-R$\u00a01,25\u00a0mi", "pt_BR", "−R$\u00a01,25\u00a0mi"),
    ],
)
def test_numbers_of_babel_are_set_our_way(babel: str, language: str, ours: str) -> None:
    assert typeset_number(babel, language) == ours


def test_number_and_unit_do_not_part() -> None:
    assert glue("2.5 h/week") == "2.5\u00a0h/week"
