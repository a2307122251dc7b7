"""Names that come from an upload, made fit for a picture."""

from __future__ import annotations

from html import escape

_WIDE = 24
"""Letters in a line of a name."""
_LINES = 2


def shown_name(name: str) -> str:
    """Return a name for a chart: at most two lines, cut where it must be, harmless as markup."""
    lines = [""]
    for word in name.split():
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= _WIDE or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    kept = [line if len(line) <= _WIDE else line[: _WIDE - 1] + "…" for line in lines[:_LINES]]
    if len(lines) > _LINES:
        kept[-1] = kept[-1][: _WIDE - 1].rstrip("…") + "…"
    return "<br>".join(escape(line, quote=False) for line in kept)


def plain(name: str) -> str:
    """Return a whole name for a hover box, harmless as markup."""
    return escape(name, quote=False)
