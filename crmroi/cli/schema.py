"""`crmroi schema`: the JSON Schema of a scenario file."""

from __future__ import annotations

import argparse

from crmroi.cli.console import GOOD, write_json
from crmroi.files.scenario_file import scenario_schema


def run(_arguments: argparse.Namespace) -> int:
    """Print the schema."""
    write_json(scenario_schema())
    return GOOD
