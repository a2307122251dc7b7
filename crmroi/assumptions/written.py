"""Values and names the way a file writes them, short enough to stand in a message."""

from __future__ import annotations

import json

from crmroi.text.phrases import quoted

_SHOWN = 60


def as_written(value: object) -> str:
    """A value the way a file writes it; numbers read from a file remember their own spelling."""
    return quoted(spelled(value)) if isinstance(value, str) else shorten(_spelled(value))


def spelled(name: str) -> str:
    """A name the way a file writes it, without its quotation marks."""
    return shorten(json.dumps(name, ensure_ascii=False)[1:-1])


def _spelled(value: object) -> str:
    raw = getattr(value, "raw", None)
    if raw is not None:
        return str(raw)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_spelled, value))}]"
    return json.dumps(value, ensure_ascii=False, default=str)


def bound(limit: float) -> str:
    """An end of a range the way a file would write it: 0, -0.5, 100000, 1e12."""
    return f"{limit:.12g}".replace("e+", "e")


def shorten(text: str) -> str:
    """Printable in any encoding, and short enough to read."""
    safe = text[:_SHOWN].encode("utf-8", "backslashreplace").decode("utf-8")
    return safe if len(text) <= _SHOWN else f"{safe}…"
