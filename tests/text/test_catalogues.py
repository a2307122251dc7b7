"""The catalogues: whole, in step with the sources, and typed the way typography expects."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from crmroi.text import LANGUAGES
from crmroi.text.extract import template
from crmroi.text.messages import CATALOGUES
from crmroi.text.typography import typeset
from tests.support import ROOT

TRANSLATED = [code for code in LANGUAGES if code != "en"]
FRENCH_MARK = re.compile(r"(?<!\u202f)[;:!?%€»](?!//)")

every_catalogue = pytest.mark.parametrize("code", TRANSLATED)


@cache
def used() -> Catalog:
    return template(ROOT)


@cache
def known(code: str) -> Catalog:
    return read_po(BytesIO((CATALOGUES / f"{code}.po").read_bytes()), locale=code)


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def words(text: object) -> list[str]:
    """The texts of a message or of its translation: one, or one and many."""
    if isinstance(text, str):
        return [text]
    return list(text) if isinstance(text, (list, tuple)) else []


def used_texts() -> list[str]:
    return [text for message in messages(used()) for text in words(message.id)]


def translations(code: str) -> list[tuple[str, str]]:
    """Every text in English with its translation; a plural form stands beside the plural."""
    return [
        (words(message.id)[min(form, len(words(message.id)) - 1)], text)
        for message in messages(known(code))
        for form, text in enumerate(words(message.string))
        if text
    ]


def placeholders(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}


@every_catalogue
def test_every_message_used_is_in_the_catalogue(code: str) -> None:
    assert [m.id for m in messages(used()) if m.id not in known(code)] == []


@every_catalogue
def test_every_message_in_the_catalogue_is_used(code: str) -> None:
    assert [m.id for m in messages(known(code)) if m.id not in used()] == []


@every_catalogue
def test_one_and_many_are_told_apart_where_the_sources_do(code: str) -> None:
    both = [(m.id, used().get(m.id)) for m in messages(known(code))]
    assert [ours for ours, source in both if source is not None and source.id != ours] == []


@every_catalogue
def test_every_message_is_translated(code: str) -> None:
    waiting = [m.id for m in messages(known(code)) if not all(words(m.string) or [""])]
    assert waiting == []


@every_catalogue
def test_nothing_is_half_translated(code: str) -> None:
    assert [m.id for m in messages(known(code)) if m.fuzzy] == []
    assert list(known(code).obsolete) == []


@every_catalogue
def test_a_translation_has_the_placeholders_of_its_message(code: str) -> None:
    for message in messages(known(code)):
        of_one, of_many = placeholders(words(message.id)[0]), placeholders(words(message.id)[-1])
        forms = [placeholders(text) for text in words(message.string) if text]
        assert all(of_one & of_many <= form <= of_one | of_many for form in forms), message.id


@every_catalogue
def test_a_translation_begins_and_ends_like_its_message(code: str) -> None:
    for english, text in translations(code):
        assert text == text.strip() or english != english.strip(), text
        if " " in english:  # a single word may become an abbreviation
            assert english.endswith(".") == text.endswith("."), text


@every_catalogue
def test_catalogues_hold_ordinary_spaces_and_set_quotes(code: str) -> None:
    for _english, text in translations(code):
        assert "\u00a0" not in text, text
        assert "\u202f" not in text, text
        assert "  " not in text, text
        assert '"' not in text, text
        assert "..." not in text, text


def test_french_texts_have_a_space_where_a_narrow_one_belongs() -> None:
    for _english, text in translations("fr"):
        shown = re.sub(r"\{\w+\}", "x", typeset(text, "fr"))
        assert FRENCH_MARK.search(shown[1:]) is None or "://" in shown, text
        assert re.search(r"«(?!\u202f)", shown) is None, text
        assert "“" not in shown, text
        assert "'" not in shown, text


def test_portuguese_texts_have_no_space_before_a_mark() -> None:
    for _english, text in translations("pt_BR"):
        assert re.search(r"\s[;:!?%]", text) is None, text
        assert "«" not in text, text


def test_english_is_typed_as_it_is_shown() -> None:
    for english in used_texts():
        assert '"' not in english, english
        assert "..." not in english, english
        assert re.search(r"(?<![\w–-])-\d", english) is None, f"{english}: the minus is −"


def test_every_placeholder_of_a_message_has_a_name() -> None:
    for english in used_texts():
        if "{" in english:
            names = placeholders(english)
            assert all(re.fullmatch(r"[a-z_]+", name) for name in names), english
