from __future__ import annotations

from crmroi.text.letters import bare


def test_case_and_accents_do_not_count() -> None:
    assert bare("Élargir à São Paulo") == bare("ELARGIR a sao paulo")


def test_other_differences_count() -> None:
    assert bare("lead") != bare("leads")
