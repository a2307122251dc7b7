"""Messages: written in English where they are used, looked up when shown.

A declaration marks its text with `N_`; whoever shows it calls `_`, which translates into the
language of the session. The catalogues are .po files, read once per language: nothing compiled.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from gettext import c2py
from pathlib import Path

from babel.messages.pofile import read_po

from crmroi.text.languages import SOURCE, language
from crmroi.text.typography import typeset

CATALOGUES = Path(__file__).with_name("catalogues")
"""Where the .po files are, one per language other than English."""


def N_(msgid: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a message for the catalogues and return it unchanged."""
    return msgid


def N_n(singular: str, plural: str) -> tuple[str, str]:  # noqa: N802 - as N_
    """Mark a message that counts, for the catalogues, and return its two forms unchanged."""
    return singular, plural


def _(msgid: str, /, **values: object) -> str:
    """Return the message in the language spoken now, with its {placeholders} filled in.

    Without values the text is taken as it is, braces included. A message that the catalogue
    does not hold is shown in English.
    """
    template = _template(language(), msgid)
    return template.format(**values) if values else template


def _n(singular: str, plural: str, n: float, /, **values: object) -> str:
    """Return the message for `n` things; {n} is `n` unless `values` says how to write it."""
    template = _plural_template(language(), singular, plural, n)
    return template.format(**{"n": n, **values})


@dataclass(frozen=True)
class Catalogue:
    """The translations of one language: of messages, and the plural forms of counted ones."""

    messages: dict[str, str]
    plurals: dict[str, tuple[str, ...]]
    form_of: Callable[[int], int]


@cache
def catalogue(code: str) -> Catalogue:
    """Read the catalogue of a language, once. English is the source and has none."""
    if code == SOURCE:
        return Catalogue({}, {}, c2py("n != 1"))
    with (CATALOGUES / f"{code}.po").open("rb") as file:
        entries = read_po(file, locale=code)
    messages: dict[str, str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        forms = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
        typeset_forms = tuple(typeset(form, code) for form in forms)
        if not (entry.id and forms and all(forms)):
            continue  # the header, or not translated: English stands in
        if isinstance(entry.id, str):
            messages[entry.id] = typeset_forms[0]
        else:
            plurals[entry.id[0]] = typeset_forms
    return Catalogue(messages, plurals, c2py(entries.plural_expr))


@lru_cache(maxsize=8192)
def _template(code: str, msgid: str) -> str:
    found = catalogue(code).messages.get(msgid)
    return typeset(msgid, SOURCE) if found is None else found


@lru_cache(maxsize=8192)
def _plural_template(code: str, singular: str, plural: str, n: float) -> str:
    forms = catalogue(code).plurals.get(singular)
    if forms is None:
        return typeset(singular if n == 1 else plural, SOURCE)
    # French and Portuguese count 1.5 as one: the whole part decides.
    return forms[catalogue(code).form_of(int(abs(n)))]
