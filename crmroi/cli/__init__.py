"""The command line: `python -m crmroi`, and the `crmroi` console script."""

from __future__ import annotations

from crmroi.cli.command_line import main

__all__ = ["main"]
