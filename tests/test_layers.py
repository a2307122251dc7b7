"""app.py and pages/ tell stories: Streamlit, our own ui and the server's start are all they know.
(The package's layers are import-linter's to check: see pyproject.toml.)"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import ROOT

STORIES = [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py"))]
ALLOWED = ("__future__", "streamlit", "crmroi.ui", "crmroi.start")


def imported_modules(source: str) -> Iterator[str]:
    """Every module a source imports, wherever in it; `from a import b` may mean the module a.b."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            if module == "crmroi":
                yield from (f"crmroi.{alias.name}" for alias in node.names)
            else:
                yield module


def strangers(source: str) -> list[str]:
    return [
        module
        for module in imported_modules(source)
        if not any(module == known or module.startswith(f"{known}.") for known in ALLOWED)
    ]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.name)
def test_a_page_imports_only_streamlit_and_our_ui(path: Path) -> None:
    assert strangers(path.read_text(encoding="utf-8")) == []


def test_an_import_of_anything_else_is_noticed_inside_a_function_too() -> None:
    source = """
import streamlit as st
from crmroi import ui, model
from crmroi.ui import page
def f():
    import pandas.io
    from . import secrets
    from crmroi.uicorn import g
"""
    assert strangers(source) == ["crmroi.model", "pandas.io", ".", "crmroi.uicorn"]
