"""What can be typed after `crmroi report`.

Parts and endings are checked by the command itself: reports, which declare them, take long to load.
"""

from __future__ import annotations

import argparse

from crmroi.cli.measure_arguments import add_export_arguments


def add_report_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add = parser.add_argument
    add(
        "files",
        metavar="FILE",
        nargs="+",
        help="a scenario file; - reads standard input. Several with --with compare: the report is "
        "about the first",
    )
    add(
        "--output",
        required=True,
        metavar="FILE",
        help="the file to write; its ending says what it is: .xlsx a workbook, .pdf a document, "
        ".pptx slides, .html a live page, .csv the months",
    )
    add(
        "--with",
        dest="parts",
        default="",
        metavar="PARTS",
        help="what goes in beside the case, comma-separated: risk (how likely it pays), compare "
        "(scenarios side by side), measure (what exports say)",
    )
    add("--prepared-by", default="", metavar="NAME", help="who made it, to stand on it")
    add("--prepared-for", default="", metavar="NAME", help="whom it is for, to stand on it")
    add("--logo", metavar="FILE", help="a picture to stand on it, PNG or SVG")
    add_export_arguments(parser, "exports, for --with measure")
