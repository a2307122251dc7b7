"""Native charts, drawn from cells: they move when an assumption does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlsxwriter.utility import quote_sheetname, xl_range_abs

from crmroi.charts.yearly import BUCKETS
from crmroi.model.lines import LINES, THEMES
from crmroi.reports.workbook.book import Book
from crmroi.reports.workbook.formats import picture_format, years_format
from crmroi.reports.workbook.rows import FIRST, LAST
from crmroi.reports.workbook.styles import COLOURS, FONT
from crmroi.reports.workbook.years_sheet import DECISION, HEAD, LABEL, ROOM, TOTAL, Years
from crmroi.text import _

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart

Properties = dict[str, object]
_PATTERNS = {"/": "wide_upward_diagonal", ".": "percent_25"}
_SIZE = 9


def cash_picture(book: Book) -> Chart:
    """The curve of cumulative net cash, plain and discounted."""
    chart = book.workbook.add_chart({"type": "scatter", "subtype": "straight"})
    months = quote_sheetname(book.months.sheet)
    for name, colour, dash, width in (
        ("cumulative", "net", "solid", 2.5),
        ("discounted_cumulative", "ghost", "dash", 1.5),
    ):
        at = book.places.at(name)[1]
        last = book.places.at("last_shown")[1]
        chart.add_series(
            {
                "name": f"={months}!$A${at + 1}",
                "categories": f"={months}!{xl_range_abs(last, FIRST, last, LAST)}",
                "values": f"={months}!{xl_range_abs(at, FIRST, at, LAST)}",
                "line": {"color": COLOURS[colour], "width": width, "dash_type": dash},
                "marker": {"type": "none"},
            }
        )
    _dress(chart, book)
    axis = {"min": 0, "major_unit": 12, "name": _("Months since the decision")}
    chart.set_x_axis({**_axis("0"), **axis, "label_position": "low", "name_font": _font()})
    chart.set_legend({"position": "top", "font": _font()})
    return chart


def years_picture(book: Book, years: Years) -> Chart:
    """Gains and costs of each year by kind, and the net as a diamond."""
    chart = book.workbook.add_chart({"type": "column", "subtype": "stacked"})
    last = DECISION + book.held.years
    for bucket in BUCKETS:
        series = _of_years(years, f"bucket {bucket.name}", last)
        fill = _fill(bucket.fill, bucket.shape)
        chart.add_series({**series, **fill, "border": {"color": COLOURS[bucket.edge]}, "gap": 60})
    net = book.workbook.add_chart({"type": "line"})
    marker = {
        "type": "diamond",
        "size": 9,
        "fill": {"color": COLOURS["net"]},
        "border": {"color": COLOURS["page"]},
    }
    series = _of_years(years, "net", last)
    net.add_series({**series, "line": {"none": True}, "marker": marker})
    chart.combine(net)
    _dress(chart, book)
    chart.set_x_axis({**_axis(years_format()), "label_position": "low"})
    chart.set_legend({"position": "bottom", "font": _font()})
    return chart


def themes_picture(book: Book, years: Years) -> Chart:
    """What each theme brings or costs over all years, the net gain last."""
    chart = book.workbook.add_chart({"type": "bar"})
    chart.add_series(_theme_bars(book, years))
    _keep_room(chart, book, years)
    _dress(chart, book)
    low = {**_axis("General"), "reverse": True, "label_position": "low"}
    low["major_gridlines"] = {"visible": False}
    chart.set_y_axis(low)  # the axis of names, which stands upright in a bar chart
    across = {**_axis(_amounts(book)), "visible": False}
    across["major_gridlines"] = {"visible": False}
    chart.set_x_axis(across)
    chart.set_legend({"none": True})
    return chart


def _theme_bars(book: Book, years: Years) -> Properties:
    """A bar for each theme, its amount at its end."""
    return {
        "name": _("Amount"),
        "categories": _themes(book, years, LABEL),
        "values": _themes(book, years, TOTAL),
        "points": [_theme_fill(theme) for theme in [*THEMES, "net"]],
        "gap": 40,
        "overlap": 100,
        "data_labels": {
            "value": True,
            "position": "outside_end",
            "num_format": _amounts(book),
            "font": _font(),
        },
    }


def _keep_room(chart: Chart, book: Book, years: Years) -> None:
    """Add bars that nobody sees, longer than the others, from a hidden column."""
    unseen = {"fill": {"none": True}, "border": {"none": True}}
    chart.add_series({"values": _themes(book, years, ROOM), **unseen})
    chart.show_hidden_data()


def _themes(book: Book, years: Years, column: int) -> str:
    """The cells of all themes and of the net gain in a column of the sheet of years."""
    first, last = years.at[f"theme {next(iter(THEMES))}"], years.at["theme net"]
    return f"={quote_sheetname(book.titles['years'])}!{xl_range_abs(first, column, last, column)}"


def _amounts(book: Book) -> str:
    """The format of amounts, by the size of what is gained and paid in all."""
    metrics = book.projection.metrics
    sizes = [abs(float(metrics[name] or 0.0)) for name in ("total_gains", "total_costs")]
    return picture_format(book.currency, max(sizes))


def _of_years(years: Years, name: str, last: int) -> Properties:
    sheet = quote_sheetname(years.book.titles["years"])
    at = years.at[name]
    return {
        "name": f"={sheet}!$A${at + 1}",
        "categories": f"={sheet}!{xl_range_abs(HEAD, DECISION, HEAD, last)}",
        "values": f"={sheet}!{xl_range_abs(at, DECISION, at, last)}",
    }


def _theme_fill(theme: str) -> Properties:
    if theme == "net":
        return _fill("net", "")
    if theme == "intangibles":
        return _fill("intangible", ".")
    line = next(line for line in LINES if line.theme == theme)
    return _fill("hidden", "/") if line.hidden else _fill(line.side, "")


def _fill(token: str, shape: str) -> Properties:
    """A plain colour, or a pattern of it on paper."""
    if not shape:
        return {"fill": {"color": COLOURS[token]}}
    pattern = {"pattern": _PATTERNS[shape], "fg_color": COLOURS["page"], "bg_color": COLOURS[token]}
    return {"pattern": pattern}


def _font() -> Properties:
    return {"name": FONT, "size": _SIZE, "bold": False, "color": COLOURS["text-2"]}


def _axis(number: str) -> Properties:
    return {
        "num_font": _font(),
        "num_format": number,
        "line": {"color": COLOURS["zero"]},
        "major_tick_mark": "none",
        "major_gridlines": {"visible": False},
    }


def _dress(chart: Chart, book: Book) -> None:
    """What all pictures have: paper, and the axis of amounts. Their titles are cells above them."""
    chart.set_title({"none": True})
    chart.set_chartarea({"border": {"none": True}, "fill": {"color": COLOURS["page"]}})
    chart.set_plotarea({"fill": {"none": True}})
    grid = {"visible": True, "line": {"color": COLOURS["grid"], "width": 0.75}}
    axis = {**_axis(_amounts(book)), "major_gridlines": grid, "line": {"none": True}}
    chart.set_y_axis(axis)
