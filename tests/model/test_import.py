"""The model is light to import: the command line pays for it on every run."""

from __future__ import annotations

import subprocess
import sys

from tests.support import ROOT

HEAVY = ("scipy", "pandas", "streamlit", "plotly", "matplotlib", "hypothesis")


def test_importing_the_model_brings_in_nothing_heavy() -> None:
    code = f"import sys, crmroi.model; print([n for n in {HEAVY} if n in sys.modules])"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
