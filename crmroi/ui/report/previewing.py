"""What a report will look like, drawn in a thread of its own: the page does not wait for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from crmroi.reports import Kind, Order
from crmroi.text import speaking
from crmroi.ui.long_work import LongWork
from crmroi.ui.report.turns import REPORT_FAULT, my_turn

if TYPE_CHECKING:
    from crmroi.ui.report.looks import Preview

_ANY_DAY = date(2000, 1, 1)


class Previewing(LongWork):
    """One kind of report looked at before it is made."""

    fault_said = REPORT_FAULT

    def __init__(self, order: Order, kind: Kind, language: str) -> None:
        super().__init__()
        self.order, self.kind, self.language = order, kind, language
        self.found: Preview | None = None
        self._start()

    def shows(self, order: Order, kind: Kind, language: str) -> bool:
        """Whether it is of this report."""
        same = (self.kind, self.language) == (kind, language)
        return same and same_order(self.order, order)

    def _work(self) -> None:
        from crmroi.ui.report.looks import LOOKS  # noqa: PLC0415 - brings what draws

        with my_turn(self._heed_stop), speaking(self.language):
            self.found = LOOKS[self.kind](self.order, lambda _share: self._heed_stop())


def same_order(one: Order, other: Order) -> bool:
    """Whether two orders ask for the same, on whatever day, linked from wherever."""
    return _undated(one) == _undated(other)


def _undated(order: Order) -> Order:
    return replace(order, made_on=_ANY_DAY, link="")
