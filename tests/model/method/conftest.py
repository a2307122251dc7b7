from __future__ import annotations

from collections.abc import Iterator

import pytest

from crmroi.text import LANGUAGES, speaking


@pytest.fixture(params=LANGUAGES, autouse=True)
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each test speaks each language."""
    with speaking(request.param):
        yield request.param
