"""Commands that tell a fault of ours without a cell of anybody's file."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import wraps

from crmroi.cli.console import BAD_DATA, say
from crmroi.files.exports.faults import fault


def without_cells(run: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """Let an unexpected error be told by its kind and its place, never by its words."""

    @wraps(run)
    def guarded(arguments: argparse.Namespace) -> int:
        try:
            return run(arguments)
        except OSError:
            raise  # of the output: the command line answers for it
        except Exception as error:  # noqa: BLE001 - any other would print words that may hold cells
            say([fault(error).message])
            return BAD_DATA

    return guarded
