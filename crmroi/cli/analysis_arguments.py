"""What can be typed after the commands that ask a question of scenarios."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from crmroi.cli.typed import whole_from

_Command = Callable[[str, str], argparse.ArgumentParser]


def add_analyses(command: _Command) -> None:
    """Add the commands; `command` makes the parser of one from its name and its help."""
    _scenario(command("sensitivity", "list what moves the answer, most first"))
    _solve(command("solve", "find what one assumption must be for a goal to be met"))
    _simulate(command("simulate", "draw what is uncertain, to see how likely it pays"))
    compared = command("compare", "set two to five scenarios side by side")
    compared.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help="scenario files, the first the one that the others are held against; "
        "- reads standard input",
    )
    _json(compared)


def _solve(parser: argparse.ArgumentParser) -> None:
    _scenario(parser)
    parser.add_argument(
        "--for",
        dest="assumption",
        required=True,
        metavar="GROUP.FIELD",
        help="the assumption to solve for, such as adoption.target_rate",
    )
    parser.add_argument(
        "--goal",
        default="npv=0",
        metavar="GOAL",
        help="npv=X or roi=X, to be reached, or break_even_month=N, not to be passed "
        "(default: npv=0)",
    )


def _simulate(parser: argparse.ArgumentParser) -> None:
    _scenario(parser)
    parser.description = (
        f"{parser.description} The file's uncertainty says what is drawn; where it says nothing, "
        "each assumption of adoption and gains is drawn from its plausible range around the "
        "file's value, and a warning says so."
    )
    parser.add_argument(
        "--draws",
        type=whole_from(1),
        metavar="N",
        help="draws, rounded up to a power of two (default: 16384)",
    )
    parser.add_argument(
        "--seed",
        type=whole_from(0),
        metavar="S",
        help="the same seed gives the same digits (default: 1)",
    )


def _scenario(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a scenario file; - reads standard input")
    _json(parser)


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print everything, in full digits")
