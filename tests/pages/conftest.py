from __future__ import annotations

from collections.abc import Iterator

import pytest

from crmroi.text import speaking


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    """A visit speaks its visitor's language; the next test starts in English."""
    with speaking("en"):
        yield
