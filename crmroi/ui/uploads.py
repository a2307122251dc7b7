"""What a visitor has uploaded and what was answered about it: in this session's memory alone.

Light on purpose: every session holds one, and only the Measure page needs the libraries that read.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from secrets import token_bytes

from crmroi.charts import Table as Shown
from crmroi.files.exports.table import Options, Question, Reading, Table
from crmroi.measure.results import Measurement
from crmroi.text import Notice

STEPS = ("files", "check", "result")
ASIDE = "aside"
"""Stands among the kinds of tables for a file that is not to be counted."""


@dataclass
class Upload:
    """One file: its bytes, what was told about it, and how it was read."""

    name: str
    data: bytes = field(repr=False)
    options: Options
    reading: Reading | None = None
    """None until it is read, and after each answer."""
    refusal: tuple[Notice, ...] = ()
    """Why it cannot be read as a table."""
    aside: bool = False
    """Not to be counted: the visitor set it aside."""
    answers: dict[tuple[str, str], tuple[Question, str]] = field(default_factory=dict, repr=False)
    """What was asked and the choice made, by key and subject: each can be made again."""

    @property
    def table(self) -> Table | None:
        """The typed table, where everything is answered."""
        return self.reading.table if self.reading else None

    @property
    def questions(self) -> tuple[Question, ...]:
        """What the file leaves open."""
        return self.reading.questions if self.reading else ()

    @property
    def read(self) -> bool:
        """Whether there is nothing left to read."""
        return self.reading is not None or bool(self.refusal)

    def tell(self, options: Options) -> None:
        """Take another answer: the file is read again."""
        self.options, self.reading, self.refusal = options, None, ()


@dataclass(frozen=True)
class Asked:
    """What is asked of the tables, as the page holds it."""

    go_live: date | None = None
    window_months: int | None = None
    ramp_months: int = 0
    licensed_users: int | None = None
    by: str = ""
    """The field that KPIs are broken down by."""
    control: tuple[str, str] | None = None
    """The field and the value of those who had no CRM yet."""


@dataclass
class Uploads:
    """The files of one visitor, and what is asked of them."""

    files: list[Upload] = field(default_factory=list)
    salt: bytes = field(default_factory=lambda: token_bytes(16), repr=False)
    """People are hashed with it, so that a person is the same in every file of this session."""
    asked: Asked = field(default_factory=Asked)
    step: str = STEPS[0]
    shown: str = ""
    """The name of the file that is checked."""
    chosen: str = ""
    """The KPI whose chart is shown."""
    all_kpis: bool = False
    """Whether every KPI has its card on the page."""
    fresh: bool = False
    """Whether a file came in since the page last chose a step."""
    round: int = 0
    """Counts uploads: the drop zone is a new one after each, and empty."""
    problems: tuple[Notice, ...] = ()
    """Why nothing could be measured, or taken over."""
    taken: str = ""
    """What was carried into the what-if last: "baseline" or "uplifts"."""
    tables: dict[str, Shown] = field(default_factory=dict, repr=False)
    """What stands behind each picture shown, for its download."""
    answer: tuple[object, Measurement] | None = field(default=None, repr=False)
    """What was measured last, and of what."""

    def add(self, name: str, data: bytes, kind: str = "") -> None:
        """Take a file in; one of the same name takes the other's place."""
        self.files = [upload for upload in self.files if upload.name != name]
        self.files.append(Upload(name, data, Options(kind=kind, salt=self.salt)))
        self.fresh, self.shown = True, ""

    def remove(self, name: str) -> None:
        """Let a file go."""
        self.files = [upload for upload in self.files if upload.name != name]
        self.shown = ""

    def ask(self, **changes: object) -> None:
        """Ask otherwise of the same tables."""
        self.asked = replace(self.asked, **changes)  # type: ignore[arg-type] # the caller's fields

    @property
    def open_questions(self) -> list[Upload]:
        """The files that wait for an answer."""
        return [upload for upload in self.files if upload.questions and not upload.aside]

    @property
    def counted(self) -> dict[str, Upload]:
        """The file that is counted, by the kind of its table: the last one of its kind."""
        return {
            upload.table.kind: upload for upload in self.files if upload.table and not upload.aside
        }
