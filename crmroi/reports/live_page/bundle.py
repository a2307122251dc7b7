"""Modules of JavaScript put together as one script, which a page can hold and a file can run.

A browser that opens a file from a disk loads no module beside it. So each module becomes a function
that is called once, those that others import first, and what it exports is kept under its name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

SHELF = "crmroi"
"""The object that holds what each module exports, by the module's name."""

_IMPORT = re.compile(r'^import \{ ?([^}]*?),? ?\} from "\./([\w.]+)";', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|function) (\w+))", re.MULTILINE)


def script(modules: Mapping[str, str], before: Collection[str] = ()) -> str:
    """One script of these modules; those in `before` were put on the shelf by another script."""
    shelf = [] if before else [f"const {SHELF} = {{}};"]
    written = (_called(name, modules[name]) for name in _in_order(modules, before))
    return "\n".join(['"use strict";', *shelf, *written])


def _called(name: str, text: str) -> str:
    """A module as a function that is called once."""
    exported = ", ".join(_EXPORT.findall(text))
    body = _EXPORT.sub("", _IMPORT.sub(rf'const {{ \1 }} = {SHELF}["\2"];', text)).strip()
    return f'{SHELF}["{name}"] = (() => {{\n{body}\nreturn {{ {exported} }};\n}})();'


def _in_order(modules: Mapping[str, str], before: Collection[str]) -> list[str]:
    """The modules' names, each after those that it imports."""
    done: list[str] = []

    def add(name: str, importing: tuple[str, ...]) -> None:
        if name in done or name in before:
            return
        if name in importing:
            raise ValueError(f"{' imports '.join((*importing, name))}: a circle has no order")
        for _names, imported in _IMPORT.findall(modules[name]):
            add(imported, (*importing, name))
        done.append(name)

    for name in modules:
        add(name, ())
    return done
