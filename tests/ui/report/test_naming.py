from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.text import LANGUAGES
from crmroi.ui.report.naming import stem


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("", "crmroi-en"),
        ("Offre d’été n° 2", "offre-dete-n-2-en"),
        ("../../etc/passwd", "etc-passwd-en"),
        ("con", "con-en"),
        ("客户", "crmroi-en"),
        ("=1+1", "1-1-en"),
        ("x" * 10_000, f"{'x' * 60}-en"),
    ],
)
def test_a_file_is_called_after_its_case(name: str, called: str) -> None:
    assert stem(name, "en") == called


@given(name=st.text(), language=st.sampled_from(list(LANGUAGES)))
def test_no_name_leads_out_of_a_folder_or_hides_an_ending(name: str, language: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", stem(name, language), re.ASCII)
    assert len(stem(name, language)) <= 66
