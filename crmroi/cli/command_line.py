"""Runs one command: its arguments, its language, and how it ends.

Exit status: 0 good, 1 bad data, 2 usage; 130 when interrupted and 141 when nobody reads any more,
as a shell expects.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from crmroi.cli.arguments import build_parser
from crmroi.cli.console import BAD_DATA, say
from crmroi.text import _
from crmroi.text.languages import speaking

INTERRUPTED = 130
NO_READER = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command of `argv` (default: the process's own) and return the exit status.

    A usage error leaves by SystemExit(2), as argparse does.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # "−" and "€" are not in every code page; the name of a file may be no text at all
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        arguments = build_parser().parse_args(argv)
        with speaking(arguments.lang):
            return _run(arguments)
    except BrokenPipeError:
        _give_up_output()
        return NO_READER
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: argparse.Namespace) -> int:
    # Loaded by name and only now: the model takes 0.4 s to import, a schema needs none of it.
    command = import_module(arguments.module)
    try:
        status: int = command.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:  # a full disk: what a command reads, it answers for itself
        _give_up_output()
        say([_("The result cannot be written: {reason}.", reason=error.strerror or error)])
        return BAD_DATA
    return status


def _give_up_output() -> None:
    """What is still in the buffer would fail again when Python closes the stream at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
