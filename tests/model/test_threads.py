"""Work in threads: answers in order, nothing begun that nobody waits for, buffers of their own."""

from __future__ import annotations

import threading
from itertools import count

import pytest

from crmroi.model.arrays import Workspace
from crmroi.model.threads import in_threads, workers


def test_answers_come_in_the_order_of_the_items() -> None:
    second = threading.Event()

    def work(item: int, _work: Workspace) -> int:
        if item == 1 or workers() == 1:
            second.set()
        second.wait(60)
        return 10 * item

    assert list(in_threads(work, range(50))) == [10 * item for item in range(50)]


def test_what_nobody_waits_for_is_not_begun_and_nothing_is_under_way_afterwards() -> None:
    begun, ended = [], []

    def work(item: int, _work: Workspace) -> None:
        begun.append(item)
        threading.Event().wait(0.01)
        ended.append(item)

    found = in_threads(work, count())
    next(found)
    found.close()
    assert sorted(begun) == sorted(ended)
    known = len(begun)
    assert known < 20
    threading.Event().wait(0.05)
    assert len(begun) == known


def test_what_goes_wrong_is_raised_in_its_turn() -> None:
    def work(item: int, _work: Workspace) -> int:
        if item == 2:
            raise LookupError("item 2")
        return item

    found = in_threads(work, range(9))
    assert [next(found), next(found)] == [0, 1]
    with pytest.raises(LookupError, match="item 2"):
        next(found)


def test_no_two_at_once_have_the_same_buffers() -> None:
    def work(item: int, space: Workspace) -> bool:
        mine = space.array("mine", 1)
        mine[0] = item
        threading.Event().wait(0.002)
        return mine[0] == item

    assert all(in_threads(work, range(20)))
