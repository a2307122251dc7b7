"""Runs the page's own script in Node, and cases to run it with."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from crmroi.assumptions import Assumption, Scenario, Value, assumptions
from crmroi.assumptions.presets import PRESETS, preset_scenario
from tests.support import SHARED

NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="Node is not installed here")
GOLDEN = Path(__file__).parents[2] / "golden"


def run(script: str, function: str, *arguments: Any) -> Any:
    """What a JavaScript function returns that knows all that the modules of a script export."""
    known = "Object.assign(globalThis, ...Object.values(crmroi));"
    call = f"({function})(...{json.dumps(arguments)})"
    source = f"{script}\n{known}\nprocess.stdout.write(JSON.stringify({call}));"
    done = subprocess.run(
        [str(NODE), "-"], input=source, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def cases() -> dict[str, Scenario]:
    """Our own golden cases, every ready-made one, and the reference cases where there are any."""
    files = [*sorted(GOLDEN.glob("*.json")), *sorted(SHARED.glob("cases/*.json"))]
    read = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in files}
    found = {name: Scenario.from_mapping(case["scenario"]) for name, case in read.items()}
    return found | {f"preset {name}": preset_scenario(name) for name in PRESETS}


def random_cases(count: int = 50, seed: int = 1) -> dict[str, Scenario]:
    """Cases of which any number of assumptions are anywhere in their plausible ranges."""
    chance = np.random.default_rng(seed)
    keys = list(assumptions())
    return {
        f"random {number}": Scenario().with_values(
            {
                key: _value(assumptions()[key], chance)
                for key in chance.permutation(keys)[: chance.integers(3, len(keys))].tolist()
            }
        )
        for number in range(count)
    }


def _value(item: Assumption, chance: np.random.Generator) -> Value:
    if item.kind == "flag":
        return bool(chance.random() < 0.5)
    if item.choices:
        return str(chance.choice(list(item.choices)))
    low, high = item.plausible or (0, 0)
    if item.kind == "whole":
        return int(chance.integers(int(low), int(high) + 1))
    return float(chance.uniform(low, high))
