"""The sample: exports of a company that does not exist, kept beside the package in a checkout."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "sample_data"
"""Where a checkout has the sample; an installed package does not bring it."""


@dataclass(frozen=True)
class SampleFile:
    """One export: the kind of table that it holds, and where it is."""

    kind: str
    path: Path

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        return self.path.name


def sample_files() -> tuple[SampleFile, ...]:
    """The files that are read together, one of each kind; none outside a checkout."""
    return tuple(file for file, together in _files() if together)


def other_sample_files() -> tuple[SampleFile, ...]:
    """The sample's deals as other systems export them; none outside a checkout."""
    return tuple(file for file, together in _files() if not together)


def sample_go_live() -> date:
    """The first day with the CRM. KeyError outside a checkout, as for all below."""
    return date.fromisoformat(_manifest()["go_live"])


def sample_licensed_users() -> int:
    """The users whom the company pays licences for."""
    return int(_manifest()["licensed_users"])


def sample_control() -> tuple[str, str]:
    """The column, and its value, of those who had no CRM yet."""
    column, value = _manifest()["control"]
    return column, value


def _files() -> list[tuple[SampleFile, bool]]:
    return [
        (SampleFile(entry["kind"], FOLDER / entry["file"]), entry["in_sample"])
        for entry in _manifest().get("files", [])
    ]


@cache
def _manifest() -> dict[str, Any]:
    path = FOLDER / "sample.json"
    if not path.exists():
        return {}
    manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return manifest
