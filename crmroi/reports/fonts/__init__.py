"""The letters of reports: IBM Plex Sans, the whole of it, under the SIL Open Font License 1.1."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
FAMILY, BOLD_FAMILY = "IBM Plex Sans", "IBM Plex Sans SmBld"
"""What the files call themselves: the semibold weight is a family of its own."""
REGULAR = FOLDER / "IBMPlexSans-Regular.ttf"
SEMIBOLD = FOLDER / "IBMPlexSans-SemiBold.ttf"
