"""What a notice says in other languages: its catalogue's entry, filled in, and not English.

A message that no catalogue has yet is shown in English; that it lacks is the catalogues' own test.
"""

from __future__ import annotations

from collections.abc import Iterable

from crmroi.text import LANGUAGES, Notice, speaking
from crmroi.text.messages import catalogue


def said_in_every_language(notices: Iterable[Notice]) -> None:
    """Assert that each notice is worded as the catalogue of each language has it."""
    for notice in notices:
        for code in LANGUAGES:
            if code != "en":
                _said_in(code, notice)


def _said_in(code: str, notice: Notice) -> None:
    known = catalogue(code)
    forms = known.plurals.get(notice.template) if notice.plural else None
    text = known.messages.get(notice.template) if forms is None else forms[_form(code, notice)]
    if text is None:
        return
    with speaking(code):
        assert notice.message == text.format(**notice.values)
        said = notice.message
    assert said != notice.message


def _form(code: str, notice: Notice) -> int:
    count = notice.values["n"]
    assert isinstance(count, int)
    return catalogue(code).form_of(count)
