"""The Measure page's own HTML. Every text is escaped here, and cells of a file above all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from crmroi.files.exports.table import Preview
from crmroi.text import _


def opening(title: str, said: str) -> str:
    """The title of a step and what it is for."""
    return f'<div class="measure-opening"><h1>{escape(title)}</h1><p>{escape(said)}</p></div>'


def opening_case(sentence: str) -> str:
    """The answer of the what-if, as it stands after what was taken over."""
    return f'<p class="case" role="status">{escape(sentence)}</p>'


def file_card(name: str, status: str, tone: str) -> str:
    """A file's name, and how it stands with it."""
    return f'<p class="file-card {tone}"><b>{escape(name)}</b> <span>{escape(status)}</span></p>'


def question(text: str, examples: Sequence[str]) -> str:
    """What is asked, with cells that show why."""
    shown = "".join(f"<code>{escape(cell)}</code>" for cell in examples)
    return f'<div class="question"><h2>{escape(text)}</h2><p>{shown}</p></div>'


def preview(found: Preview) -> str:
    """The first records as the file has them."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in found.columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in found.rows
    )
    name = escape(_("The first rows of the file"))
    return (
        f'<h2 class="preview-title">{name}</h2>'
        f'<div class="preview" tabindex="0" role="region" aria-label="{name}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def taken(cells: Mapping[str, str], remark: str, *, first: bool) -> str:
    """A measured value beside the one that it would replace; the first of several heads them."""
    shown = "".join(
        f"<div><small>{escape(name)}</small><b>{escape(text)}</b></div>"
        for name, text in cells.items()
    )
    note = f'<p class="notes">{escape(remark)}</p>' if remark else ""
    return f'<div class="taken{" first" if first else ""}">{shown}</div>{note}'
