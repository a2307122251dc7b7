"""Modules become one script that runs as they would."""

from __future__ import annotations

import pytest

from crmroi.reports.live_page.bundle import script
from tests.reports.live_page.node import needs_node, run


@needs_node
def test_each_module_runs_after_those_that_it_imports_and_keeps_its_own_names() -> None:
    modules = {
        "total.js": 'import { twice } from "./twice.js";\nconst by = 10;\n'
        "export const total = (x) => twice(x) + by;\n",
        "twice.js": "const by = 2;\nexport function twice(x) {\n  return by * x;\n}\n",
    }
    assert run(script(modules), "total", 4) == 18


@needs_node
def test_a_second_script_takes_from_the_first() -> None:
    first = script({"one.js": "export const one = () => 1;\n"})
    modules = {"two.js": 'import { one } from "./one.js";\nexport const two = () => one() + 1;\n'}
    assert run(f"{first}\n{script(modules, before=['one.js'])}", "two") == 2


def test_modules_that_import_each_other_are_refused() -> None:
    modules = {
        "a.js": 'import { b } from "./b.js";\n',
        "b.js": 'import { a } from "./a.js";\n',
    }
    with pytest.raises(
        ValueError, match=r"^a\.js imports b\.js imports a\.js: a circle has no order$"
    ):
        script(modules)
