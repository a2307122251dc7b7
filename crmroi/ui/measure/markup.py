"""The Measure page's own HTML. Every text is escaped here, and cells of a file above all."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from crmroi.files.exports.table import Preview
from crmroi.text import _

_LONG = 36
"""Letters from which a cell of the file takes several lines."""


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
    body = "".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in found.rows)
    name = escape(_("The first rows of the file"))
    return (
        f'<h2 class="preview-title">{name}</h2>'
        f'<div class="preview" tabindex="0" role="region" aria-label="{name}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cell(text: str) -> str:
    """A cell of the file; a long one takes several lines."""
    kind = ' class="long"' if len(text) > _LONG else ""
    return f"<td{kind}>{escape(text)}</td>"


def taken_heads(heads: Sequence[str]) -> str:
    """What the columns of measured values are; a small screen has it beside each value instead."""
    shown = "".join(f"<small>{escape(head)}</small>" for head in heads)
    return f'<div class="taken heads" aria-hidden="true">{shown}</div>'


def taken(heads: Sequence[str], cells: Sequence[str], remark: str) -> str:
    """A measured value beside the one that it would replace."""
    shown = "".join(
        f"<div><small>{escape(head)}</small><b>{escape(text)}</b></div>"
        for head, text in zip(heads, cells, strict=True)
    )
    note = f'<p class="notes">{escape(remark)}</p>' if remark else ""
    return f'<div class="taken">{shown}</div>{note}'
