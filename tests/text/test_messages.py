from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crmroi.text import N_, _, _n, messages, speaking


@pytest.fixture
def french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """French with a small catalogue of the test's own."""
    (tmp_path / "fr.po").write_text(
        'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n'
        'msgid "{x} costs: {y}"\nmsgstr "l\'achat de {x} : {y}"\n'
        'msgid "waiting"\nmsgstr ""\n'
        'msgid "{n} day"\nmsgid_plural "{n} days"\n'
        'msgstr[0] "{n} jour"\nmsgstr[1] "{n} jours"\n'
        'msgid "{n} hour"\nmsgid_plural "{n} hours"\nmsgstr[0] "{n} heure"\nmsgstr[1] ""\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(messages, "CATALOGUES", tmp_path)
    _forget()
    with speaking("fr"):
        yield
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    for cached in (messages.catalogue, messages._template, messages._plural_template):
        cached.cache_clear()


def test_a_marked_message_is_unchanged() -> None:
    assert N_("{x} costs: {y}") == "{x} costs: {y}"


def test_english_is_what_is_written() -> None:
    assert _("{x} costs: {y}", x="CRM", y=2) == "CRM costs: 2"


def test_a_message_is_translated_set_and_filled_in(french: None) -> None:
    assert _("{x} costs: {y}", x="CRM", y=2) == "l’achat de CRM\u202f: 2"


def test_typography_leaves_what_is_filled_in_alone(french: None) -> None:
    assert _("{x} costs: {y}", x="l'a : b", y=2) == "l’achat de l'a : b\u202f: 2"


def test_a_message_without_translation_is_shown_in_english(french: None) -> None:
    assert _("waiting") == "waiting"
    assert _("never heard of {x}", x=1) == "never heard of 1"
    assert _n("{n} hour", "{n} hours", 2) == "2 hours"


def test_a_text_without_values_keeps_its_braces() -> None:
    assert _("a {b} c") == "a {b} c"


def test_a_value_may_have_any_name() -> None:
    assert _("{msgid} {n}", msgid=1, n=2) == "1 2"
    assert _n("{n} of {singular}", "{n} of {singular}", 3, singular="x", n="three") == "three of x"


@pytest.mark.parametrize(
    ("n", "english"),
    [(0, "0 days"), (1, "1 day"), (1.5, "1.5 days"), (2, "2 days"), (-1, "-1 days")],
)
def test_english_counts_only_one_as_one(n: float, english: str) -> None:
    assert _n("{n} day", "{n} days", n) == english


@pytest.mark.parametrize(
    ("n", "words"), [(0, "0 jour"), (1, "1 jour"), (1.5, "1.5 jour"), (2, "2 jours")]
)
def test_french_counts_all_below_two_as_one(french: None, n: float, words: str) -> None:
    assert _n("{n} day", "{n} days", n) == words


@pytest.mark.parametrize(("n", "words"), [(0, "0 mês"), (1, "1 mês"), (2, "2 meses")])
def test_portuguese_of_brazil_counts_all_below_two_as_one(n: float, words: str) -> None:
    with speaking("pt"):
        assert _n("{n} month", "{n} months", n) == words
