"""The Method page's HTML: entries with their formulas, tables, lists. Every text is escaped here.

Formulas are drawn by Streamlit's Markdown (KaTeX), so that an entry is HTML with `$$` blocks in
it, blank lines around them; the rest is plain HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from crmroi.model.method.parts import Entry
from crmroi.model.method.table import HEADS, Cited, Row, named
from crmroi.text import _


def heading(level: int, anchor: str, title: str, beside: str = "") -> str:
    """A heading that can be linked to, with a figure beside it."""
    figure = f' <span class="beside">{escape(beside)}</span>' if beside else ""
    return f'<h{level} data-anchor="{anchor}">{escape(title)}{figure}</h{level}>'


def opening(title: str, said: str, case: str) -> str:
    """The title of the page, what it is, and the case that it has the figures of."""
    return f'<h1>{escape(title)}</h1>{paragraphs([said])}<p class="case">{escape(case)}</p>'


def paragraphs(texts: Iterable[str]) -> str:
    """Paragraphs, one below the other."""
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def entry(item: Entry, level: int) -> str:
    """One thing explained: left what it is, right its formula and the formula with figures."""
    facts = "".join(f'<span class="fact">{escape(fact)}</span>' for fact in item.facts)
    total = f'<b class="total">{escape(item.total)}</b>' if item.total else ""
    said = (
        heading(level, item.anchor, item.title)
        + (f'<p class="facts">{facts}{total}</p>' if facts or total else "")
        + f"<p>{escape(item.text)}</p>"
    )
    figures = f'<p class="today">{escape(_("Today"))}</p>\n\n{_formula(item.figures)}'
    return (
        f'<div class="entry"><div class="said">{said}</div><div class="formulas">\n\n'
        f"{_formula(item.latex)}{figures if item.figures else ''}</div></div>"
    )


def _formula(latex: str) -> str:
    return f"$$\n{latex}\n$$\n\n"


def notation(letters: Mapping[str, str]) -> str:
    """What each letter stands for: the letter is LaTeX."""
    rows = (
        f"<dt>\n\n${letter}$\n\n</dt><dd>{escape(_(said))}</dd>" for letter, said in letters.items()
    )
    return f'<dl class="terms notation">{"".join(rows)}</dl>'


def terms(entries: Iterable[tuple[str, str]]) -> str:
    """Terms, each with what it means."""
    rows = "".join(f"<dt>{escape(term)}</dt><dd>{escape(said)}</dd>" for term, said in entries)
    return f'<dl class="terms">{rows}</dl>'


def points(texts: Iterable[str]) -> str:
    """A list of sentences."""
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"


def assumptions_table(groups: Mapping[str, Sequence[Row]]) -> str:
    """The assumptions, each group under its name; on a small screen each row is a card."""
    heads = [_(head) for head in HEADS]
    bodies = "".join(
        f'<tbody><tr class="group"><th colspan="{len(heads)}" scope="rowgroup">{escape(group)}</th>'
        f"</tr>{''.join(_row(row, heads) for row in rows)}</tbody>"
        for group, rows in groups.items()
        if rows
    )
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    return f'<table class="assumptions"><thead><tr>{head}</tr></thead>{bodies}</table>'


def _row(row: Row, heads: Sequence[str]) -> str:
    first = (
        f'<th scope="row" id="{row.key}"><b>{escape(row.label)}</b><p>{escape(row.help)}</p>'
        f'<p class="key"><code>{_breakable(row.key)}</code> · {escape(row.unit)}</p></th>'
    )
    today = f"<b>{escape(row.today)}</b>" if row.changed else escape(row.today)
    ranges = (escape(text) for text in (row.default, row.plausible, row.allowed))
    cells = "".join(
        f'<td data-head="{escape(head)}"><span>{cell}</span></td>'
        for head, cell in zip(
            heads[1:], (today, *ranges, named(row.source, _link, escape)), strict=True
        )
    )
    return f"<tr>{first}{cells}</tr>"


def _link(anchor: str, text: str) -> str:
    return f'<a href="#{anchor}">{escape(text)}</a>'


def _breakable(key: str) -> str:
    """A dotted name that may end a line where a word of it ends."""
    return key.replace("_", "_<wbr>").replace(".", ".<wbr>")


def sources_list(cited: Iterable[Cited]) -> str:
    """The published sources: what each states, where, how far it was checked, what leans on it."""
    return f'<ul class="sources">{"".join(_cited(source) for source in cited)}</ul>'


def _cited(source: Cited) -> str:
    used_by = escape(" · ".join(source.used_by))
    return (
        f'<li id="{source.anchor}">{escape(source.text)} <cite>({escape(source.where)})</cite>'
        f'<p><span class="fact">{escape(source.mark)}</span> {used_by}</p></li>'
    )


def contents(sections: Mapping[str, str]) -> str:
    """Links to the sections: a column beside the text, folded above it on a small screen."""
    links = "".join(f"<li>{_link(anchor, title)}</li>" for anchor, title in sections.items())
    said = escape(_("Contents"))
    return (
        f'<nav class="contents wide" aria-label="{said}"><p>{said}</p><ul>{links}</ul></nav>'
        f'<details class="contents folded"><summary>{said}</summary>'
        f'<nav aria-label="{said}"><ul>{links}</ul></nav></details>'
    )
