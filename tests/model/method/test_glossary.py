"""The glossary."""

from __future__ import annotations

from crmroi.model.method.glossary import GLOSSARY, glossary
from crmroi.text.letters import bare


def test_the_glossary_is_in_the_order_of_the_alphabet_spoken() -> None:
    found = glossary()
    assert len(found) == len(GLOSSARY)
    assert [term for term, _meaning in found] == sorted(
        (term for term, _meaning in found), key=bare
    )
