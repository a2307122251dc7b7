from __future__ import annotations

import pytest

from tests.cli.asked import Asked


@pytest.fixture
def asked(tmp_path, capsys, monkeypatch) -> Asked:
    return Asked(tmp_path, capsys, monkeypatch)
