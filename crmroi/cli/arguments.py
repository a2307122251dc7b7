"""What can be typed: commands, options and their help.

The help is English, as argparse's own words are; results and messages speak the chosen language.
"""

from __future__ import annotations

import argparse
import os
import sys
from functools import partial
from typing import NoReturn

from crmroi.cli.analysis_arguments import add_analyses
from crmroi.cli.measure_arguments import add_measure_arguments
from crmroi.cli.report_arguments import add_report_arguments
from crmroi.cli.typed import rate_of
from crmroi.text.languages import LANGUAGES, language, match, speaking

_LANGUAGE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_EPILOG = (
    "Results go to standard output, messages to standard error. "
    "Exit status: 0 good, 1 bad data, 2 usage."
)


class _Parser(argparse.ArgumentParser):
    """A parser whose errors say where help is."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {message}\nFor help: {self.prog} --help\n")


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; `module` names the module that runs a command."""
    parser = _Parser(
        prog="crmroi",
        description="What a CRM costs, what it gains and when it pays for itself.",
        epilog=_EPILOG,
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _evaluate(_command(commands, "evaluate", "project the scenario of one file or several"))
    add_analyses(partial(_command, commands))
    _cash_flow(_command(commands, "cash-flow", "measure the cash-flow table of any study"))
    measured = _command(commands, "measure", "measure what CRM exports say, before and after")
    add_measure_arguments(measured)
    reported = _command(commands, "report", "leave behind a workbook, a document, slides or more")
    add_report_arguments(reported)
    _command(commands, "schema", "print the JSON Schema of a scenario file")
    _command(commands, "presets", "list the sector presets")
    preset = _command(commands, "preset", "print a sector preset as a scenario file")
    preset.add_argument("name", metavar="NAME", help="a name that 'presets' lists")
    _command(commands, "demo", "open the app in a browser")
    return parser


def _command(
    commands: argparse._SubParsersAction[_Parser], name: str, help: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name,
        help=help,
        description=help[0].upper() + help[1:] + ".",
        epilog=_EPILOG,
        allow_abbrev=False,
    )
    parser.set_defaults(module="crmroi.cli." + name.replace("-", "_"), usage_error=parser.error)
    parser.add_argument(
        "--lang",
        type=_language,
        default=_environment_language(),
        metavar="LANG",
        help=f"language of summaries and messages: {', '.join(LANGUAGES)} "
        "(default: that of LC_ALL, LC_MESSAGES or LANG, else English)",
    )
    return parser


def _evaluate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", metavar="FILE", nargs="+", help="a scenario file; - reads standard input"
    )
    parser.add_argument("--json", action="store_true", help="print everything, in full digits")


def _cash_flow(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "table",
        metavar="TABLE.csv",
        help="period,benefits,costs or period,net; periods rise by one; - reads standard input",
    )
    parser.add_argument(
        "--rate",
        type=rate_of,
        required=True,
        metavar="R",
        help="discount rate, effective annual: 0.1 or 10%%",
    )
    parser.add_argument("--period", choices=("year", "month"), default="year", help="default: year")
    parser.add_argument(
        "--first-flow",
        choices=("now", "end-of-period"),
        default="now",
        help="when the first period's flow falls: now (default), or at the end of that period, "
        "as in Excel's NPV",
    )
    parser.add_argument(
        "--finance-rate",
        type=rate_of,
        metavar="F",
        help="annual rate at which the MIRR finances outlays (default: R)",
    )
    parser.add_argument(
        "--reinvest-rate",
        type=rate_of,
        metavar="F",
        help="annual rate at which the MIRR reinvests gains (default: R)",
    )
    parser.add_argument("--json", action="store_true", help="print every measure, in full digits")


def _language(text: str) -> str:
    try:
        with speaking(text):
            return language()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not one of {', '.join(LANGUAGES)}") from None


def _environment_language() -> str:
    """The language of the shell, as gettext finds it: "fr_FR.UTF-8"; "C" is English."""
    return match(next(filter(None, map(os.environ.get, _LANGUAGE_VARIABLES)), None))
