"""The files of an order, made one after the other in a thread of their own."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from crmroi.assumptions import ScenarioError
from crmroi.reports import KINDS, Kind, Order, make
from crmroi.text import N_, Notice, number, speaking
from crmroi.ui.faults import logged
from crmroi.ui.long_work import LongWork, StoppedError
from crmroi.ui.report.naming import stem
from crmroi.ui.report.turns import REPORT_FAULT, my_turn

LARGEST = 64_000_000
"""Bytes of files that a session keeps."""
_TOO_LARGE = N_(
    "This file would be the one too many: a session keeps {most} MB. Make fewer at once, or take a "
    "smaller logo."
)


@dataclass(frozen=True)
class Made:
    """A file to be taken away."""

    name: str
    mime: str
    data: bytes = field(repr=False)
    kind: Kind | None = None
    """None of several in one."""


class Making(LongWork):
    """Files being made: no page waits for them, and what was made before a stop stays."""

    fault_said = REPORT_FAULT

    def __init__(self, order: Order, kinds: Sequence[Kind], language: str) -> None:
        super().__init__()
        self.order, self.kinds, self.language = order, tuple(kinds), language
        self.stem = stem(order.scenario.name, language)
        """What the files are called, without their endings."""
        self.files: tuple[Made, ...] = ()
        self.bundle: Made | None = None
        """All of them in one, where there are several."""
        self.failures: dict[Kind, tuple[Notice, ...]] = {}
        """Why one could not be made."""
        self.share = 0.0
        """How much is done, 0 to 1."""
        self.taken = False
        """Whether it was seen that it ended, and the browser was told to save the files."""
        self._start()

    @property
    def stopped(self) -> bool:
        """Whether it ended because somebody asked for that, with files missing."""
        return self.ended and len(self.files) + len(self.failures) < len(self.kinds)

    @property
    def now(self) -> Kind:
        """What is being made."""
        place = len(self.files) + len(self.failures)
        return self.kinds[min(place, len(self.kinds) - 1)]

    def _work(self) -> None:
        # After a stop, what was made by then is packed too.
        with suppress(StoppedError), my_turn(self._heed_stop), speaking(self.language):
            for kind in self.kinds:
                self._make(kind)
        if len(self.files) > 1:
            self.bundle = Made(f"{self.stem}.zip", "application/zip", _packed(self))

    def _make(self, kind: Kind) -> None:
        place = self.kinds.index(kind)

        def progress(share: float) -> None:
            self._heed_stop()
            self.share = (place + min(max(share, 0.0), 1.0)) / len(self.kinds)

        progress(0.0)
        try:
            data = make(self.order, kind, progress)
        except StoppedError:
            raise
        except ScenarioError as refused:
            self.failures[kind] = refused.problems
        except Exception as error:  # noqa: BLE001 - whatever one kind meets, the others are made
            self.failures[kind] = (logged(error, f"report {kind} not made", REPORT_FAULT),)
        else:
            self._keep(kind, data)

    def _keep(self, kind: Kind, data: bytes) -> None:
        if sum(len(each.data) for each in self.files) + len(data) > LARGEST:
            most = number(LARGEST // 1_000_000)
            self.failures[kind] = (Notice("", None, _TOO_LARGE, {"most": most}),)
        else:
            made = Made(f"{self.stem}.{kind}", KINDS[kind].mime, data, kind)
            self.files = (*self.files, made)


def _packed(making: Making) -> bytes:
    """Return the files as one, dated with the day of the order."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for made in making.files:
            archive.writestr(_entry(made.name, making.order.made_on), made.data, ZIP_DEFLATED)
    return packed.getvalue()


def _entry(name: str, day: date) -> ZipInfo:
    return ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
