"""The messages that the sources use, collected: for the catalogues and the tests of them.

Not imported while the app runs.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog

SOURCES = ("app.py", "pages", "crmroi")
"""Where messages are used, from the root of the project."""

KEYWORDS = {"_": 1, "N_": 1, "_n": 2, "N_n": 2}
"""The functions whose first texts are a message: one, or one and many."""


def template(root: Path) -> Catalog:
    """Collect every message of the project under `root`, without translations.

    Raises ValueError for a message used both with and without a plural: a catalogue cannot hold
    both.
    """
    found = Catalog(charset="utf-8")
    for file in _python_files(root):
        for message in _messages(file):
            known = found.get(message)
            if known is not None and known.id != message:
                raise ValueError(f"{file}: {message!r} is also used as {known.id!r}")
            found.add(message)
    return found


def _messages(file: Path) -> Iterator[str | tuple[str, ...]]:
    """Yield what is a text itself: Babel's extractor takes `_(LABELS["key"])` for a message too."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"), str(file))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            count = KEYWORDS.get(node.func.id, 0)
            texts = tuple(
                each.value
                for each in node.args[:count]
                if isinstance(each, ast.Constant) and isinstance(each.value, str)
            )
            if texts and len(texts) == count:
                yield texts[0] if count == 1 else texts


def _python_files(root: Path) -> Iterator[Path]:
    for place in SOURCES:
        path = root / place
        yield from [path] if path.is_file() else sorted(path.rglob("*.py"))
