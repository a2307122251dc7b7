from __future__ import annotations

from datetime import date
from threading import Event, Thread

import pytest

from crmroi.assumptions import Scenario, ScenarioError
from crmroi.reports import Kind, Order, Progress
from crmroi.text import Notice, language
from crmroi.ui.long_work import StoppedError
from crmroi.ui.report import making
from crmroi.ui.report.making import Making
from crmroi.ui.report.turns import my_turn

ORDER = Order((Scenario(name="Offer"),), date(2026, 3, 2))


def ended(work: Making) -> Making:
    assert work.wait(60)
    return work


def test_files_are_made_in_order_in_the_language_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "make", lambda _order, kind, _p: f"{kind} {language()}".encode())
    work = ended(Making(ORDER, ["xlsx", "csv"], "fr"))
    assert [made.data for made in work.files] == [b"xlsx fr", b"csv fr"]
    assert [made.name for made in work.files] == ["offer-fr.xlsx", "offer-fr.csv"]
    assert language() == "en"


def test_the_same_files_make_the_same_bundle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "make", lambda _order, kind, _p: kind.encode() * 1000)
    bundles = [ended(Making(ORDER, ["xlsx", "csv"], "en")).bundle for _time in range(2)]
    assert bundles[0] is not None
    assert bundles[0] == bundles[1]
    assert bundles[0].name == "offer-en.zip"
    assert len(bundles[0].data) < 1000


def test_the_share_done_grows_over_all_files(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def make(_order: Order, _kind: Kind, progress: Progress) -> bytes:
        for share in (0.0, 0.5, 7.0):
            progress(share)
            seen.append(work_at())
        return b""

    gate = Event()

    def work_at() -> float:
        assert gate.wait(60)
        return works[0].share

    monkeypatch.setattr(making, "make", make)
    works = [Making(ORDER, ["xlsx", "csv"], "en")]
    gate.set()
    ended(works[0])
    assert seen == [0.0, 0.25, 0.5, 0.5, 0.75, 1.0]


def test_what_is_refused_is_told_in_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_order: Order, kind: Kind, _progress: Progress) -> bytes:
        if kind == "pdf":
            raise ScenarioError([Notice("", None, "It is too long. Make it shorter.")])
        return b"made"

    monkeypatch.setattr(making, "make", refuse)
    work = ended(Making(ORDER, ["pdf", "csv"], "en"))
    assert [notice.message for notice in work.failures["pdf"]] == [
        "It is too long. Make it shorter."
    ]
    assert [made.kind for made in work.files] == ["csv"]
    assert not work.stopped


def test_a_session_keeps_no_more_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "LARGEST", 1_000_000)
    monkeypatch.setattr(making, "make", lambda *_order: bytes(600_000))
    work = ended(Making(ORDER, ["xlsx", "pdf"], "en"))
    assert [made.kind for made in work.files] == ["xlsx"]
    assert [notice.message for notice in work.failures["pdf"]] == [
        "This file would be the one too many: a session keeps 1 MB. Make fewer at once, or take a "
        "smaller logo."
    ]


def test_no_words_of_a_fault_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_order: object) -> bytes:
        raise ValueError("Zq7marker")

    monkeypatch.setattr(making, "make", fail)
    work = ended(Making(ORDER, ["pdf"], "en"))
    [told] = work.failures["pdf"]
    assert told.message.startswith("A fault of crmroi, not of your figures: ValueError at ui/")
    assert "Zq7marker" not in repr(told)


def test_a_bundle_that_cannot_be_packed_is_told_and_its_files_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_making: Making) -> bytes:
        raise ValueError("Zq7marker")

    monkeypatch.setattr(making, "make", lambda _order, kind, _p: kind.encode())
    monkeypatch.setattr(making, "_packed", fail)
    work = ended(Making(ORDER, ["xlsx", "csv"], "en"))
    [told] = work.problems
    assert told.message.startswith("A fault of crmroi, not of your figures: ValueError at ui/")
    assert [made.kind for made in work.files] == ["xlsx", "csv"]


def test_two_reports_are_not_made_at_the_same_time_and_waiting_can_be_given_up() -> None:
    inside, leave = Event(), Event()

    def hold() -> None:
        with my_turn(lambda: None):
            inside.set()
            assert leave.wait(60)

    holder = Thread(target=hold)
    holder.start()
    assert inside.wait(60)
    work = Making(ORDER, ["csv"], "en")
    assert not work.wait(0.3)
    work.stop()
    assert ended(work).stopped
    assert work.files == ()
    leave.set()
    holder.join()


def test_a_turn_ends_with_what_is_done_in_it() -> None:
    def give_up() -> None:
        raise AssertionError("somebody else is at work")

    with pytest.raises(StoppedError), my_turn(give_up):
        raise StoppedError
    with my_turn(give_up):
        pass
