"""`crmroi report`: a case as a workbook, a document, slides, a live page or a table of months."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from crmroi.analysis.comparable import FEWEST, MOST
from crmroi.assumptions import Scenario, ScenarioError
from crmroi.assumptions.presets import sector_of
from crmroi.cli.console import BAD_DATA, GOOD, read_input, say, unreadable, write_line
from crmroi.cli.faults import without_cells
from crmroi.cli.replacing import replacing
from crmroi.cli.scenarios import comparable, read_cases
from crmroi.files.exports.meaning.fields import KINDS as EXPORTS
from crmroi.model import project
from crmroi.reports import KINDS, PARTS, Kind, Logo, Order, Part, make
from crmroi.text import _, _n, number


@without_cells
def run(arguments: argparse.Namespace) -> int:
    """Write the report and say so; with a file that is bad, the messages of all and no more."""
    kind, asked = _kind(arguments), _parts(arguments)
    parts = asked & KINDS[kind].parts
    picture, good = _logo(arguments.logo)
    scenarios = read_cases(arguments, arguments.files)
    good = good and len(scenarios) == len(arguments.files) and comparable(scenarios)
    order = _order(arguments, scenarios, parts, picture) if good else None
    if order is None:
        return BAD_DATA
    _say_left_out(asked - parts)
    for name, scenario in zip(arguments.files, order.scenarios, strict=False):
        say((notice.message for notice in project(scenario).warnings), name)
    return _write(order, kind, arguments.output)


def _write(order: Order, kind: Kind, output: str) -> int:
    try:
        with replacing(Path(output)) as file:
            data = make(order, kind)
            file.write(data)
    except OSError as error:
        say([_("The result cannot be written: {reason}.", reason=error.strerror or error)], output)
        return BAD_DATA
    except ScenarioError as error:
        say((problem.message for problem in error.problems), output)
        return BAD_DATA
    size = _n("{size} byte", "{size} bytes", len(data), size=number(len(data)))
    write_line(_("{report}: {file}, {size}", report=_(KINDS[kind].label), file=output, size=size))
    return GOOD


def _kind(arguments: argparse.Namespace) -> Kind:
    """The kind of report that the ending names."""
    ending = Path(arguments.output).suffix.removeprefix(".").lower()
    for kind in KINDS:
        if kind == ending:
            return kind
    arguments.usage_error(
        f"--output: {arguments.output!r} must end in {', '.join(f'.{kind}' for kind in KINDS)}"
    )
    raise AssertionError("a usage error leaves")


def _parts(arguments: argparse.Namespace) -> frozenset[Part]:
    """The parts asked for, after what must be given for each of them."""
    typed = [name.strip() for name in arguments.parts.split(",") if name.strip()]
    for name in typed:
        if name not in PARTS:
            arguments.usage_error(f"--with: {name!r} is not one of {', '.join(PARTS)}")
    parts = frozenset(part for part in PARTS if part in typed)
    count = len(arguments.files)
    if "compare" in parts and not FEWEST <= count <= MOST:
        arguments.usage_error(f"--with compare: {count} given; it takes {FEWEST} to {MOST} files")
    if "compare" not in parts and count > 1:
        arguments.usage_error(
            f"{count} files given; a report is about one: --with compare sets them side by side"
        )
    _check_exports(arguments, "measure" in parts)
    return parts


def _check_exports(arguments: argparse.Namespace, wanted: bool) -> None:
    """Leave with a usage error where exports are given for nothing, or missing."""
    given = [f"--{kind}" for kind in EXPORTS if getattr(arguments, kind)]
    if given and not wanted:
        arguments.usage_error(f"{', '.join(given)}: shown only --with measure")
    if wanted:
        from crmroi.cli.measure_checks import check_usage  # noqa: PLC0415 - brings polars

        check_usage(arguments)


def _logo(name: str | None) -> tuple[Logo | None, bool]:
    """The picture of a file, None without one, and whether all is well; messages are said."""
    if name is None:
        return None, True
    from crmroi.reports.logo import MAX_BYTES, check  # noqa: PLC0415 - only where there is one

    try:
        return check(read_input(name, MAX_BYTES), Path(name).name), True
    except OSError as error:
        say([unreadable(error)], name)
    except ScenarioError as error:  # it names the file
        say(problem.message for problem in error.problems)
    return None, False


def _order(
    arguments: argparse.Namespace,
    scenarios: Sequence[Scenario],
    parts: frozenset[Part],
    picture: Logo | None,
) -> Order | None:
    """What is asked for; None, with its messages said, where an export is bad."""
    about = tuple(scenarios if "compare" in parts else scenarios[:1])
    measurement, currency = None, ""
    if "measure" in parts:
        from crmroi.cli.measure import measured, say_remarks  # noqa: PLC0415

        found = measured(arguments, about[0])
        if found is None:
            return None
        say_remarks(found)
        measurement, currency = found.measurement, found.currency
    sector = sector_of(about[0])
    return Order(
        scenarios=about,
        made_on=_today(),
        parts=parts,
        prepared_by=arguments.prepared_by,
        prepared_for=arguments.prepared_for,
        logo=picture,
        measurement=measurement,
        measured_in=currency,
        go_live=arguments.go_live,
        telling_kpis=sector.kpis if sector else (),
    )


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def _say_left_out(parts: frozenset[Part]) -> None:
    """Say what this kind of report has no place for, and which has."""
    for part in sorted(parts):
        endings = ", ".join(f".{kind}" for kind, report in KINDS.items() if part in report.parts)
        say(
            [
                _(
                    "“{part}” is left out: a report of this kind has no place for it. A file that"
                    " ends in {endings} has.",
                    part=_(PARTS[part]),
                    endings=endings,
                )
            ]
        )
