from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support import SHARED, WHY_SKIPPED

# The same examples on every run: a red run is a change's fault, never chance's.
# HYPOTHESIS_PROFILE=explore looks further.
settings.register_profile(
    "steady",
    derandomize=True,
    database=None,
    deadline=None,  # two busy cores are slow now and then
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference cases beside this checkout."""
    if not SHARED.is_dir():
        pytest.skip(WHY_SKIPPED)
    return SHARED
