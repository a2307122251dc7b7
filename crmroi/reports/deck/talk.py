"""What all slides of one deck share, and how one begins: its title, what it shows, its notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from crmroi.reports.deck.paper import END, INNER, LEFT, TITLE, TOP, Box, add_slide
from crmroi.reports.deck.writing import SUBTITLE, Style, dress, headed, tall, write
from crmroi.reports.deck.writing import TITLE as TITLE_STYLE
from crmroi.reports.findings import Findings
from crmroi.text import _
from crmroi.text.calendar_months import whole_day

_UNDER_TITLE = 0.1
_UNDER_SUBTITLE = 0.15


@dataclass(frozen=True)
class Talk:
    """A deck while it is made."""

    deck: Deck
    findings: Findings

    @property
    def footer(self) -> str:
        """Which model made it, of which inputs, when."""
        model, inputs = self.findings.identity
        return _(
            "Model {model}, inputs {inputs}, {day}",
            model=model,
            inputs=inputs,
            day=whole_day(self.findings.order.made_on),
        )

    def begin(self, title: str, subtitle: str = "", notes: Sequence[str] = ()) -> Page:
        """Add a slide whose title is a finding; the notes are for who presents it."""
        slide = add_slide(self.deck, self.footer)
        style = headed(title, TITLE_STYLE, INNER)
        head(slide, title, style, TITLE)
        y = TOP + tall([(title, style)], INNER) + _UNDER_TITLE
        if subtitle:
            box = Box(LEFT, y, INNER, tall([(subtitle, SUBTITLE)], INNER))
            write(slide, box, [(subtitle, SUBTITLE)], name=_("What is shown"))
            y += box.height + _UNDER_SUBTITLE
        tell(slide, notes)
        return Page(slide, y)


@dataclass(frozen=True)
class Page:
    """A slide and where what stands under its title begins, in inches."""

    slide: Slide
    top: float

    @property
    def rest(self) -> Box:
        """What is left of it."""
        return Box(LEFT, self.top, INNER, END - self.top)


def head(slide: Slide, title: str, style: Style, box: Box) -> None:
    """Write the title."""
    shape: Any = slide.shapes.title
    frame = shape.text_frame
    frame.text = title
    dress(frame.paragraphs[0].runs[0].font, replace(style, bold=True))
    shape.left, shape.top, shape.width, shape.height = box.emu


def tell(slide: Slide, notes: Sequence[str]) -> None:
    """Write what who presents may read, a paragraph each."""
    said = [note for note in notes if note]
    if said:
        frame: Any = slide.notes_slide.notes_text_frame
        frame.text = "\n".join(said)
