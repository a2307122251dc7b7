from __future__ import annotations

import logging

import pytest

from crmroi.assumptions import ScenarioError
from crmroi.text import Notice
from crmroi.ui.long_work import LongWork

REFUSED = Notice("", None, "It is too long. Make it shorter.")
MARKER = "Zq7marker"


class Work(LongWork):
    """Fails as it is told to, or goes on until it is stopped."""

    def __init__(self, failure: Exception | None = None) -> None:
        super().__init__()
        self.failure, self.kept = failure, 0
        self._start()

    def _work(self) -> None:
        self.kept = 1
        if self.failure is not None:
            raise self.failure
        while True:
            self._heed_stop()


def ended(work: Work) -> Work:
    assert work.wait(60)
    assert work.ended
    return work


def test_it_goes_on_until_it_is_stopped_and_what_was_done_stays() -> None:
    work = Work()
    assert not work.wait(0.01)
    work.stop()
    assert ended(work).kept == 1
    assert work.problems == ()


def test_what_is_refused_is_told_in_its_own_words() -> None:
    assert ended(Work(ScenarioError([REFUSED]))).problems == (REFUSED,)


def test_what_nobody_foresaw_is_told_and_logged_by_kind_and_place_alone(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    [told] = ended(Work(ValueError(MARKER))).problems
    assert told.message.startswith(
        "A fault of crmroi, not of your figures: ValueError at ui/long_work.py:"
    )
    assert told.message.endswith(". Report this sentence as it stands: it holds nothing of yours.")
    assert "Work broken off: ValueError at ui/long_work.py:" in caplog.text
    assert MARKER not in repr(told) + caplog.text
