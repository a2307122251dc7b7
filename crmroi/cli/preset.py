"""`crmroi preset NAME`: a sector to start from, as a scenario file."""

from __future__ import annotations

import argparse
import sys

from crmroi.assumptions.presets import PRESETS, preset_scenario
from crmroi.cli.console import GOOD
from crmroi.files.scenario_file import write_scenario


def run(arguments: argparse.Namespace) -> int:
    """Print the scenario file of a preset."""
    if arguments.name not in PRESETS:
        arguments.usage_error(f"no preset {arguments.name!r}; there are {', '.join(PRESETS)}")
    sys.stdout.write(write_scenario(preset_scenario(arguments.name)))
    return GOOD
