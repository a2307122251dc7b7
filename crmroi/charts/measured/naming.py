"""Names that come from an upload, made fit for a picture."""

from __future__ import annotations

from crmroi.charts.labels import plain
from crmroi.files.exports.meaning.fields import KINDS
from crmroi.text import _

WIDE, NARROW = 24, 14
"""Letters in a line of a name, on a wide and on a small screen."""
_LINES = 2


def column_label(name: str) -> str:
    """Return what a field is called that KPIs are broken down by; its name where none is known."""
    labels = (field.label for kind in KINDS.values() for field in kind.fields if field.name == name)
    label = next(labels, "")
    return _(label) if label else name


def in_lines(name: str, wide: int = WIDE, most: int = _LINES) -> str:
    """Return a name for a chart: at most `most` lines, cut where it must be, harmless as markup.

    A name that is cut stands whole in the hover box and in the table.
    """
    lines = [""]
    for word in name.split():
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= wide or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    kept = [line if len(line) <= wide else line[: wide - 1] + "…" for line in lines[:most]]
    if len(lines) > most:
        kept[-1] = kept[-1][: wide - 1].rstrip("…") + "…"
    return "<br>".join(plain(line) for line in kept)
