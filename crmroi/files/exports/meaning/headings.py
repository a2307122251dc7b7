"""Taking a header apart: `Entity - Field`, `Entity_Field`, `Field (Entity)`, `property_x`, `.id`.

A header is looked up in the vocabulary as it stands first, then in ever shorter forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crmroi.files.exports.meaning.vocabulary import Word, fold, headers, squeeze, values

_REPEATED = re.compile(r"\s*(?:\(\d+\)|\.\d+|_\d+)$")
_IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
_PREFIXES = ("property ", "properties ", "standard ", "custom ", "field ")
_UNIT = re.compile(
    r" (?:in|en|em) (?:minutes|minutos|minuten|hours|hrs|heures|horas|stunden|seconds)$"
)
_ID = re.compile(r"\s*[._\s](?:id|guid)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a header may mean in one kind of table.

    `loss` counts what was taken off the header to find it: the whole header loses nothing.
    `share` is what it tells of the table's kind: 1 where one kind alone has the word.
    """

    word: Word
    loss: int
    share: float


@dataclass(frozen=True, slots=True)
class Form:
    """A header, whole or in part: the entity that it names, and the field's words."""

    entity: str
    words: str
    loss: int


def meanings(header: str, kind: str) -> tuple[Meaning, ...]:
    """What a header may mean in a table of that kind, the likeliest first."""
    found: list[Meaning] = []
    for form in _forms(header):
        if form.entity and not _belongs(form.entity, kind):
            found += _of_another(form, kind)
        else:
            found += _listed(form, kind)
        if found:
            break
    return tuple(sorted(found, key=lambda meaning: meaning.word.rank))


def known(header: str) -> bool:
    """Whether a header is in the vocabulary, whole or taken apart."""
    return any(
        squeeze(form.words) in headers() or (form.entity and squeeze(form.words) in _NAMES)
        for form in _forms(header)
        if form.words
    )


def names_a_person(header: str, kind: str) -> bool:
    """Whether a column of that name holds what identifies a person: a name, e-mail, phone."""
    for form in _forms(header):
        if form.entity == "person" and form.loss and squeeze(form.words) not in _IDS:
            return True
        words = _words(form.words, kind)
        if any(word.meaning == "personal" or word.person == "yes" for word in words):
            return form.entity != "company" or squeeze(form.words) not in _NAMES
        if words:
            return False
    return False


_NAMES = {"name", "title", "nom", "nome", "nombre", "titre", "titulo", "titel", "bezeichnung"}
_IDS = {"id", "number", "numero", "nummer", "code", "codigo"}


def _words(words: str, kind: str) -> list[Word]:
    """What words may mean in a table of that kind; each meaning once."""
    found = headers().get(squeeze(words), ())
    own = (word for word in found if kind in word.of or "*" in word.of)
    return list({(word.meaning, word.rank): word for word in own}.values())


def _forms(header: str) -> Iterator[Form]:
    """The header whole, then without its repeat mark, its entity, its brackets, its prefix."""
    whole = header.replace("\ufeff", "").strip().strip("*").strip()
    yield Form("", fold(whole), 0)
    once = _REPEATED.sub("", whole)
    if once != whole:
        yield Form("", fold(once), 1)
    yield from _split_at_dash(once)
    bare = _IN_BRACKETS.sub(" ", once).strip()
    if bare != once:
        yield Form("", fold(bare), 1)
        yield from _split_at_dash(bare)
    yield from _without_prefix(fold(bare))
    without_unit = _UNIT.sub("", fold(bare))
    if without_unit != fold(bare):
        yield Form("", without_unit, 1)
    without_id = _ID.sub("", bare)
    if without_id != bare:
        yield Form("", fold(without_id), 2)
    if fold(bare).endswith(" currency"):
        yield Form("", "currency", 2)


def _split_at_dash(text: str) -> Iterator[Form]:
    entity, dash, rest = text.partition(" - ")
    named = values("entity").get(fold(entity), "")
    if dash and named:
        yield Form(named, fold(f"{entity} {rest}"), 1)
        yield Form(named, fold(rest), 1)
        yield from _shorter(named, fold(rest))


def _shorter(entity: str, words: str) -> Iterator[Form]:
    """`Deal - Contact person: Email` and the like: the words before the last, then the last."""
    first, blank, rest = words.partition(" ")
    if blank:
        yield Form(entity, rest, 2)
        yield Form(entity, first, 3)


def _without_prefix(words: str) -> Iterator[Form]:
    for prefix in _PREFIXES:
        if words.startswith(prefix):
            yield Form("", words.removeprefix(prefix), 1)
    entity, blank, rest = words.partition(" ")
    named = values("entity").get(entity, "")
    if blank and named:
        yield Form(named, rest, 1)


def _belongs(entity: str, kind: str) -> bool:
    own = {"customers": {"company", "person"}, "leads": {"person"}}
    return entity == kind or entity in own.get(kind, set())


def _listed(form: Form, kind: str) -> list[Meaning]:
    words = headers().get(squeeze(form.words), ())
    kinds = {name for word in words for name in word.of if name != "*"}
    share = 1.0 / max(len(kinds), 1)
    return [
        Meaning(word, form.loss, share if form.loss < 2 else share / 2)
        for word in _words(form.words, kind)
    ]


def _of_another(form: Form, kind: str) -> list[Meaning]:
    """`Organization - Name` in a table of deals is the deal's customer."""
    if form.entity != "company" or squeeze(form.words) not in _NAMES | _IDS:
        return []
    found = _words("account name", kind)
    return [Meaning(word, form.loss, 0.0) for word in found if word.meaning in {"customer", "id"}]
