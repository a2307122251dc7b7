"""What a page may import without waiting for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.support import ROOT


def test_scipy_is_loaded_by_a_simulation_and_not_by_its_import() -> None:
    rooms = sorted(path.stem for path in Path(ROOT, "crmroi", "analysis").glob("*.py"))
    modules = [f"crmroi.analysis.{room}" for room in rooms if room != "__init__"]
    code = f"import sys, {', '.join(modules)}; print('scipy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
