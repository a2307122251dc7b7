"""Runs one command: its arguments, its language, and how it ends.

Exit status: 0 good, 1 bad data, 2 usage; 130 when interrupted and 141 when nobody reads any more,
as a shell expects.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from crmroi.cli.arguments import build_parser
from crmroi.text.languages import speaking

INTERRUPTED = 130
NO_READER = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command of `argv` (default: the process's own) and return the exit status.

    A usage error leaves by SystemExit(2), as argparse does.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # "−" and "€" are not in every code page
            stream.reconfigure(encoding="utf-8")
    try:
        arguments = build_parser().parse_args(argv)
        # Loaded by name and only now: the model takes 0.4 s to import, a schema needs none of it.
        command = import_module(arguments.module)
        with speaking(arguments.lang):
            status: int = command.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still in the buffer would fail again when Python closes the stream at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NO_READER
    except KeyboardInterrupt:
        return INTERRUPTED
    return status
