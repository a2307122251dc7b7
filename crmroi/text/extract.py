"""The messages that the sources use, collected: for the catalogues and the tests of them.

Not imported while the app runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file

SOURCES = ("app.py", "pages", "crmroi")
"""Where messages are used, from the root of the project."""

KEYWORDS = {"_": None, "N_": None, "_n": (1, 2), "N_n": (1, 2)}
"""The functions whose first text is a message, or whose first two are one and many."""


def template(root: Path) -> Catalog:
    """Collect every message of the project under `root`, without translations.

    Raises ValueError for a message used both with and without a plural: a catalogue cannot hold
    both.
    """
    found = Catalog(charset="utf-8")
    for file in _python_files(root):
        for _line, message, _comments, _context in extract_from_file("python", file, KEYWORDS):
            known = found.get(message)
            if known is not None and known.id != message:
                raise ValueError(f"{file}: {message!r} is also used as {known.id!r}")
            found.add(message)
    return found


def _python_files(root: Path) -> Iterator[Path]:
    for place in SOURCES:
        path = root / place
        yield from [path] if path.is_file() else sorted(path.rglob("*.py"))
