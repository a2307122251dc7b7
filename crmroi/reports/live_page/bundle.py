"""Modules of JavaScript put together as one script, which a page can hold and a file can run.

A browser that opens a file from a disk loads no module beside it. So the modules are written one
after the other, those that others import first, their imports and the word `export` taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w.]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|let|async function|function) (\w+))", re.MULTILINE)
_TOP_LEVEL = re.compile(r"^(?:export )?(?:const|let|async function|function) (\w+)", re.MULTILINE)


class ClashError(ValueError):
    """Two modules give the same name at their top level: put together they would not run."""


def library(name: str, modules: Mapping[str, str]) -> str:
    """A script that defines `name`, an object of all that these modules export."""
    ordered = _in_order(modules)
    exported = sorted(found for text in ordered.values() for found in _EXPORT.findall(text))
    return (
        f'const {name} = (() => {{\n"use strict";\n{_joined(ordered)}\n'
        f"return Object.freeze({{ {', '.join(exported)} }});\n}})();"
    )


def program(modules: Mapping[str, str], *, on: str, known: Iterable[str]) -> str:
    """A script that runs these modules on the library named `on`, which holds the `known` ones."""
    library_modules = set(known)
    ordered = _in_order(modules, library_modules)
    taken = sorted({name for text in modules.values() for name in _taken(text, library_modules)})
    return (
        f'(() => {{\n"use strict";\nconst {{ {", ".join(taken)} }} = {on};\n'
        f"{_joined(ordered, taken)}\n}})();"
    )


def _taken(text: str, modules: set[str]) -> Iterable[str]:
    """The names that a module imports from these."""
    for names, module in _IMPORT.findall(text):
        if module in modules:
            yield from (name.strip() for name in names.split(",") if name.strip())


def _in_order(modules: Mapping[str, str], known: Iterable[str] = ()) -> dict[str, str]:
    """The modules, each after those that it imports."""
    done: dict[str, str] = {}
    outside = set(known)

    def add(name: str, importing: tuple[str, ...]) -> None:
        if name in done or name in outside:
            return
        if name in importing:
            raise ValueError(f"{' imports '.join((*importing, name))}: a circle cannot be ordered")
        for _names, module in _IMPORT.findall(modules[name]):
            add(module, (*importing, name))
        done[name] = modules[name]

    for name in modules:
        add(name, ())
    return done


def _joined(ordered: Mapping[str, str], taken: Iterable[str] = ()) -> str:
    seen = dict.fromkeys(taken, "the library")
    for module, text in ordered.items():
        for name in _TOP_LEVEL.findall(text):
            if name in seen:
                raise ClashError(f"{name} is in {seen[name]} and in {module}")
            seen[name] = module
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", text)).strip() for text in ordered.values())
