"""Our own faults, told without a cell of anybody's file.

What a library says of an error may quote the data that it met; where it happened does not.
"""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb

from crmroi.text import N_, Notice

_PACKAGE = Path(__file__).resolve().parents[2]
_FAULT = N_(
    "This is a fault of crmroi, not of your files: {kind} at {place}. "
    "Nothing of the files is in this message: report it as it stands."
)


def fault(error: Exception) -> Notice:
    """What can be said of an unexpected error: its kind and its place, never its words."""
    return Notice("", None, _FAULT, {"kind": type(error).__name__, "place": _place(error)})


def _place(error: Exception) -> str:
    """The last line of our own that ran: "measure/measuring.py:57"."""
    frames = extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    return f"{Path(ours[-1].filename).relative_to(_PACKAGE).as_posix()}:{ours[-1].lineno}"
