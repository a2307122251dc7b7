"""Native charts in the manner of our own: quiet axes, no box of legends, words beside the marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pptx.chart.chart import Chart as Native
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.slide import Slide
from pptx.util import Pt

from crmroi.charts import Chart
from crmroi.charts.theme import colours
from crmroi.charts.words import without_table
from crmroi.reports.deck.colour import rgb
from crmroi.reports.deck.markup import element
from crmroi.reports.deck.paper import Box
from crmroi.reports.deck.scale import Scale
from crmroi.reports.deck.sheet import Sheet
from crmroi.reports.deck.writing import Style, dress

TYPE = Style(14, "text-2")
"""Words and numbers on axes."""
PATTERNS = {"/": MSO_PATTERN.WIDE_UPWARD_DIAGONAL, ".": MSO_PATTERN.PERCENT_20}
"""Our hatches by their sign on screen."""


@dataclass(frozen=True)
class Picture:
    """A native chart, the place of its plot on the slide, its axis."""

    native: Any
    plot: Box
    scale: Scale

    def down(self, value: float) -> float:
        """Return how far down the slide a value stands on an upright axis, in inches."""
        return self.plot.y + (1 - self.scale.share(value)) * self.plot.height


@dataclass(frozen=True)
class Frame:
    """Where a chart stands on a slide, where its plot stands within, and its axis."""

    box: Box
    plot: Box
    scale: Scale


def add_picture(
    slide: Slide, kind: XL_CHART_TYPE, sheet: Sheet, frame: Frame, chart: Chart
) -> Picture:
    """Add a native chart; title and words of `chart` become its name and its alternative."""
    shapes: Any = slide.shapes
    added = shapes.add_chart(kind, *frame.box.emu, sheet)
    label = added.element.xpath("./p:nvGraphicFramePr/p:cNvPr")[0]
    label.set("descr", without_table(chart.alt))
    label.set("title", chart.title)
    added.name = chart.title
    native: Any = added.chart
    native.has_legend = False
    native.has_title = False
    dress(native.font, TYPE)
    _place(native, frame.box, frame.plot)
    _values(native, frame.scale, sheet.code)
    _names(native)
    return Picture(native, frame.plot, frame.scale)


def on_lines(native: Native, count: int) -> None:
    """Draw the first series, so many of them, as lines over the areas or columns of the others."""
    root: Any = native.element
    plot = root.xpath(".//c:areaChart | .//c:barChart")[0]
    axes = "".join(f'<c:axId val="{each.get("val")}"/>' for each in plot.xpath("./c:axId"))
    inside = '<c:grouping val="standard"/><c:varyColors val="0"/><c:marker val="1"/>'
    lines = element("c:lineChart", inside + axes)
    plot.addnext(lines)
    mark = lines.xpath("./c:marker")[0]
    for series in plot.xpath("./c:ser")[:count]:
        for bars_only in series.xpath("./c:invertIfNegative"):
            series.remove(bars_only)
        series.append(element("c:smooth", val="0"))
        mark.addprevious(series)


def stroke(series: Any, colour: str, width: float, dash: Any = None, opacity: float = 1.0) -> None:
    """Draw a series as a line without marks."""
    series.smooth = False
    series.format.line.color.rgb = rgb(colour)
    series.format.line.width = Pt(width)
    if dash is not None:
        series.format.line.dash_style = dash
    series.marker.style = XL_MARKER_STYLE.NONE
    _fade(series, "./c:spPr/a:ln/a:solidFill/a:srgbClr", opacity)


def paint(shape: Any, colour: str, pattern: str = "", opacity: float = 1.0) -> None:
    """Fill a bar, or all of a series: patterned where we tell it apart by that, too."""
    fill = shape.format.fill
    if pattern:
        fill.patterned()
        fill.pattern = PATTERNS[pattern]
        fill.fore_color.rgb = rgb(colours("light")["page"])
        fill.back_color.rgb = rgb(colour)
        shape.format.line.color.rgb = rgb(colour)
        shape.format.line.width = Pt(0.75)
    else:
        fill.solid()
        fill.fore_color.rgb = rgb(colour)
        _fade(shape, "./c:spPr/a:solidFill/a:srgbClr", opacity)


def _fade(shape: Any, place: str, opacity: float) -> None:
    if opacity < 1:
        [tinted] = shape.format._element.xpath(place)  # noqa: SLF001 - there is no other way
        tinted.append(element("a:alpha", val=str(round(opacity * 100_000))))


def name_every(native: Any, every: int) -> None:
    """Name every so many of the categories, from the first, and turn no word."""
    axis = native.element.xpath(".//c:catAx")[0]
    for tag in ("tickLblSkip", "tickMarkSkip"):
        for old in axis.xpath(f"./c:{tag}"):
            axis.remove(old)
        skip = element(f"c:{tag}", val=str(every))
        axis.xpath("./c:noMultiLvlLbl")[0].addprevious(skip)
    dress(native.category_axis.tick_labels.font, TYPE)
    body = axis.xpath("./c:txPr/a:bodyPr")[0]
    body.set("rot", "600")
    body.set("vert", "horz")


def from_top(native: Any) -> None:
    """Let rows run from the top down, the axis of values at the foot."""
    native.category_axis.reverse_order = True
    native.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.NEXT_TO_AXIS
    native.element.xpath(".//c:valAx/c:crosses")[0].set("val", "max")


def from_edge(native: Native) -> None:
    """Let lines begin on the axis, not half a category beside it."""
    root: Any = native.element
    axis = root.xpath(".//c:valAx")[0]
    axis.xpath("./c:crossBetween")[0].set("val", "midCat")


def _place(native: Any, box: Box, plot: Box) -> None:
    """Fix the place of the plot within the chart."""
    shares = {
        "x": (plot.x - box.x) / box.width,
        "y": (plot.y - box.y) / box.height,
        "w": plot.width / box.width,
        "h": plot.height / box.height,
    }
    sizes = "".join(f'<c:{name} val="{share:.5f}"/>' for name, share in shares.items())
    inside = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    layout = element("c:layout", f"<c:manualLayout>{inside}{sizes}</c:manualLayout>")
    area = native.element.xpath(".//c:plotArea")[0]
    for old in area.xpath("./c:layout"):
        area.remove(old)
    area.insert(0, layout)


def _values(native: Any, scale: Scale, code: str) -> None:
    light, axis = colours("light"), native.value_axis
    markup = native.element.xpath(".//c:valAx")[0]
    for old in markup.xpath("./c:crossBetween"):
        markup.remove(old)
    markup.xpath("./c:crosses")[0].addnext(element("c:crossBetween", val="between"))
    axis.minimum_scale, axis.maximum_scale = scale.low, scale.high
    axis.major_unit = scale.step
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = rgb(light["grid"])
    axis.major_gridlines.format.line.width = Pt(0.75)
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.tick_labels.number_format = code
    axis.tick_labels.number_format_is_linked = False
    axis.format.line.fill.background()


def _names(native: Any) -> None:
    light, axis = colours("light"), native.category_axis
    axis.has_major_gridlines = False
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.format.line.color.rgb = rgb(light["zero"])
    axis.format.line.width = Pt(1.25)
