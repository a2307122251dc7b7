from __future__ import annotations

from io import BytesIO

import pytest

from crmroi.assumptions import ScenarioError
from crmroi.text import Notice
from crmroi.ui import opening
from crmroi.ui.opening import opened, why_refused

REFUSED = Notice("", None, "It is no scenario.")


def dropped(monkeypatch: pytest.MonkeyPatch, file: BytesIO | None) -> None:
    monkeypatch.setattr(opening.st, "session_state", {"open": file})


def refuse(_data: bytes) -> str:
    raise ScenarioError([REFUSED])


def test_what_is_read_comes_without_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    dropped(monkeypatch, BytesIO(b"seven"))
    assert opened("open", bytes.decode) == ("seven", ())


def test_what_is_refused_comes_with_the_reasons_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    dropped(monkeypatch, BytesIO(b"seven"))
    assert opened("open", refuse) == (None, (REFUSED,))


def test_a_file_taken_away_again_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    dropped(monkeypatch, None)
    assert opened("open", refuse) == (None, ())


def test_a_refused_file_is_said_to_have_changed_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(opening.words, "note", said.append)
    monkeypatch.setattr(opening.words, "error", said.append)
    why_refused(())
    assert said == []
    why_refused([REFUSED])
    assert said == [
        "The file was not opened; nothing has changed. Open one that was saved here.",
        "It is no scenario.",
    ]
