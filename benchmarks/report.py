"""How every benchmark ends: a table to read, then one line of JSON to compare.

report = Report("engine", "60 months, all measures and the IRR")
report.row("crmroi, batch", scenarios_per_second=98_400)
report.row("a loop with numpy-financial", scenarios_per_second=310)
report.at_least("batch_over_loop", 98_400 / 310, bar=200)
sys.exit(report.end())
"""

from __future__ import annotations

import json
import os
import platform
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Claim:
    """A figure and its bar. Only a claim made within one run, on one machine, means anything."""

    value: float
    bar: float
    at_most: bool

    @property
    def met(self) -> bool:
        """Whether the figure keeps to its bar; NaN never does."""
        return self.value <= self.bar if self.at_most else self.value >= self.bar

    def __str__(self) -> str:
        word = "at most" if self.at_most else "at least"
        return (
            f"{figure(self.value)}  ({word} {figure(self.bar)}: {'met' if self.met else 'NOT met'})"
        )


@dataclass
class Report:
    """Rows of figures, one for each thing measured, and claims about them.

    A figure's name carries its unit (`p95_ms`, `memory_mb`).
    """

    name: str
    title: str
    rows: dict[str, dict[str, float]] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)

    def row(self, label: str, **figures: float) -> None:
        """Add what was measured of one thing."""
        self.rows[label] = {name: float(value) for name, value in figures.items()}

    def at_most(self, name: str, value: float, *, bar: float) -> None:
        """Claim that a figure, a ratio as a rule, is no more than its bar."""
        self.claims[name] = Claim(float(value), float(bar), at_most=True)

    def at_least(self, name: str, value: float, *, bar: float) -> None:
        """Claim that a figure, a ratio as a rule, is no less than its bar."""
        self.claims[name] = Claim(float(value), float(bar), at_most=False)

    def end(self) -> int:
        """Print table and JSON; return the exit status: 0 where every claim is met, else 1."""
        print(self.table())
        print(json.dumps(self.as_json()), flush=True)
        return 0 if all(claim.met for claim in self.claims.values()) else 1

    def as_json(self) -> dict[str, object]:
        """The figures and ratios as one object."""
        return {
            "benchmark": self.name,
            "machine": {"cores": os.cpu_count(), "python": platform.python_version()},
            "rows": self.rows,
            "ratios": {
                name: {
                    "value": claim.value,
                    "at_most" if claim.at_most else "at_least": claim.bar,
                    "met": claim.met,
                }
                for name, claim in self.claims.items()
            },
        }

    def table(self) -> str:
        """The same as text, columns aligned."""
        names = list(dict.fromkeys(name for figures in self.rows.values() for name in figures))
        head = ["", *(name.replace("_", " ") for name in names)]
        body = [
            [label, *(figure(figures[name]) if name in figures else "–" for name in names)]
            for label, figures in self.rows.items()
        ]
        widths = [max(map(len, column)) for column in zip(head, *body, strict=True)]
        lines = [
            "  ".join(
                cell.ljust(width) if i == 0 else cell.rjust(width)
                for i, (cell, width) in enumerate(zip(cells, widths, strict=True))
            ).rstrip()
            for cells in [head, *body]
        ]
        claims = [f"{name.replace('_', ' ')}: {claim}" for name, claim in self.claims.items()]
        return "\n".join(["", f"{self.name}: {self.title}", "", *lines, "", *claims, ""])


def figure(value: float) -> str:
    """A number to read: whole from 1,000 up, else three significant figures."""
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
