"""Names that come from an upload, made fit for a picture."""

from __future__ import annotations

from html import escape

WIDE, NARROW = 24, 14
"""Letters in a line of a name, on a wide and on a small screen."""
_LINES = 2


def in_lines(name: str, wide: int = WIDE) -> str:
    """Return a name for a chart: at most two lines, cut where it must be, harmless as markup.

    A name that is cut stands whole in the hover box and in the table.
    """
    lines = [""]
    for word in name.split():
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= wide or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    kept = [line if len(line) <= wide else line[: wide - 1] + "…" for line in lines[:_LINES]]
    if len(lines) > _LINES:
        kept[-1] = kept[-1][: wide - 1].rstrip("…") + "…"
    return "<br>".join(escape(line, quote=False) for line in kept)


def plain(name: str) -> str:
    """Return a whole name for a hover box, harmless as markup."""
    return escape(name, quote=False)
