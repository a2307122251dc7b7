"""Our own faults, told without a cell of anybody's file.

What a library says of an error may quote the data that it met; where it happened does not.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from traceback import extract_tb

from crmroi.cli.console import BAD_DATA, say
from crmroi.text import _

_PACKAGE = Path(__file__).resolve().parents[1]


def without_cells(run: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """Let an unexpected error be told by its kind and its place, never by its words."""

    @wraps(run)
    def guarded(arguments: argparse.Namespace) -> int:
        try:
            return run(arguments)
        except OSError:
            raise  # of the output: the command line answers for it
        except Exception as error:  # noqa: BLE001 - whatever it is, its words may hold a cell
            say([_fault(error)])
            return BAD_DATA

    return guarded


def _fault(error: Exception) -> str:
    return _(
        "This is a fault of crmroi, not of your files: {kind} at {place}. "
        "Nothing of the files is in this message: report it as it stands.",
        kind=type(error).__name__,
        place=_place(error),
    )


def _place(error: Exception) -> str:
    """The last line of our own that ran: "measure/measuring.py:57"."""
    frames = extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    return f"{Path(ours[-1].filename).relative_to(_PACKAGE).as_posix()}:{ours[-1].lineno}"
