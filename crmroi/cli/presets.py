"""`crmroi presets`: the sectors to start from."""

from __future__ import annotations

import argparse

from crmroi.assumptions.presets import PRESETS
from crmroi.cli.console import GOOD, write_table
from crmroi.text import _


def run(_arguments: argparse.Namespace) -> int:
    """Print the name of each preset and what it is of."""
    write_table([(name, _(preset.label)) for name, preset in PRESETS.items()], right=False)
    return GOOD
