"""What a visitor asks of a report, and the files made last: in this session's memory alone.

Light on purpose: every session holds one, and only the Report page needs what makes reports.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crmroi.text import Notice

if TYPE_CHECKING:
    from crmroi.reports import Kind, Logo, Part
    from crmroi.ui.report.making import Making
    from crmroi.ui.report.previewing import Previewing

FIRST_KINDS: tuple[Kind, ...] = ("xlsx", "pdf")
"""What is ticked on the first visit."""


@dataclass
class Reporting:
    """The choices of the page. Names and logo are here and nowhere else."""

    kinds: frozenset[Kind] = frozenset(FIRST_KINDS)
    parts: frozenset[Part] = frozenset()
    language: str = ""
    """That of the report; empty: the visitor's own."""
    prepared_by: str = field(default="", repr=False)
    prepared_for: str = field(default="", repr=False)
    logo: Logo | None = field(default=None, repr=False)
    logo_name: str = field(default="", repr=False)
    logo_problems: tuple[Notice, ...] = field(default=(), repr=False)
    """Why the last picture could not be taken."""
    round: int = 0
    """Counts uploads: the drop zone is a new one after each, and empty."""
    previewed: str = ""
    """The kind that is looked at; empty, or not ticked: the first that is."""
    trying: bool = False
    """Whether the live page is worked in its preview."""
    making: Making | None = field(default=None, repr=False)
    """Under way, or the last one ended: its files are offered."""
    preview: Previewing | None = field(default=None, repr=False)
    """Being drawn, or the last one drawn."""
    seen: Previewing | None = field(default=None, repr=False)
    """The last one that has something to show."""

    def stop(self) -> None:
        """Do no more of what is under way."""
        for work in (self.making, self.preview):
            if work is not None:
                work.stop()
