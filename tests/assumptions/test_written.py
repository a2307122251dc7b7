from __future__ import annotations

import pytest

from crmroi.assumptions.written import as_written, spelled
from crmroi.text import speaking


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "“ten”"), ("fr", "«\u202ften\u202f»"), ("pt_BR", "“ten”")],
)
def test_a_text_stands_between_the_quotation_marks_of_the_language(language, shown):
    with speaking(language):
        assert as_written("ten") == shown


def test_a_name_stands_alone_and_what_is_no_text_as_a_file_writes_it():
    assert spelled("users") == "users"
    assert as_written([1, None, True]) == "[1, null, true]"
