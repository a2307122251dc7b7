"""What several tests share: the reference cases beside the checkout, and texts made plain."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
WHY_SKIPPED = "the reference cases are not beside this checkout"


def shared_files(pattern: str) -> list[Any]:
    """Parameters, one for each reference file; a single skipped one where there are none."""
    found = sorted(SHARED.glob(pattern))
    if not found:
        return [pytest.param(None, id="none", marks=pytest.mark.skip(reason=WHY_SKIPPED))]
    return [pytest.param(path, id=path.relative_to(SHARED).as_posix()) for path in found]


def in_plain_spaces(text: str) -> str:
    """A text without the no-break spaces that hold numbers and units together."""
    return text.replace("\u00a0", " ")
