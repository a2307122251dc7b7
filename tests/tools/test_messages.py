"""The command that brings the catalogues up to date: tools/messages.py."""

from __future__ import annotations

from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from crmroi.text import LANGUAGES
from crmroi.text.messages import CATALOGUES
from tools.messages import untranslated, unused, updated, written


@pytest.fixture
def used() -> Catalog:
    catalogue = Catalog()
    catalogue.add("72% of users")
    catalogue.add("new")
    catalogue.add(("{n} day", "{n} days"))
    return catalogue


@pytest.fixture
def known() -> Catalog:
    catalogue = Catalog(locale="fr")
    catalogue.add("72% of users", "72 % des utilisateurs")
    catalogue.add(("{n} day", "{n} days"), ("{n} jour", "{n} jours"))
    catalogue.add("gone", "parti")
    catalogue.add("gone before it was translated")
    return catalogue


def test_translations_are_kept_and_new_messages_wait(used: Catalog, known: Catalog) -> None:
    result = updated(used, known, drop=False)
    assert result["72% of users"].string == "72 % des utilisateurs"
    assert result["{n} day"].string == ("{n} jour", "{n} jours")
    assert untranslated(result) == ["new"]


def test_a_translation_used_nowhere_stays_until_told_otherwise(
    used: Catalog, known: Catalog
) -> None:
    assert unused(used, updated(used, known, drop=False)) == ["gone"]
    assert unused(used, updated(used, known, drop=True)) == []


def test_a_message_that_becomes_a_plural_is_translated_anew(known: Catalog) -> None:
    used = Catalog()
    used.add(("gone", "all gone"))
    result = updated(used, known, drop=True)
    assert untranslated(result) == ["('gone', 'all gone')"]


def test_a_file_is_sorted_and_holds_neither_dates_nor_places(used: Catalog, known: Catalog) -> None:
    text = written(updated(used, known, drop=True))
    assert text == (
        "# The messages of crmroi: Français. Spaces are ordinary ones: typography is set by code.\n"
        'msgid ""\nmsgstr ""\n'
        '"Language: fr\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
        'msgid "72% of users"\nmsgstr "72 % des utilisateurs"\n\n'
        'msgid "new"\nmsgstr ""\n\n'
        'msgid "{n} day"\nmsgid_plural "{n} days"\n'
        'msgstr[0] "{n} jour"\nmsgstr[1] "{n} jours"\n'
    )


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_a_catalogue_is_as_the_command_writes_it(code: str) -> None:
    text = (CATALOGUES / f"{code}.po").read_text(encoding="utf-8")
    catalogue = read_po(BytesIO(text.encode()), locale=code)
    assert written(updated(catalogue, catalogue, drop=False)) == text
