"""The model serves other masters than a web page: it needs none of a web page's libraries."""

from __future__ import annotations

import subprocess
import sys

from tests.support import ROOT

WITHOUT_THE_SCREEN = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"streamlit", "plotly", "pandas"}:
            raise ModuleNotFoundError(f"{name} is kept away in this test", name=name)

sys.meta_path.insert(0, Absent())

from crmroi.assumptions.scenario import Scenario
from crmroi.model.projection import project

print(project(Scenario()).metrics["npv"])
"""


def test_the_model_projects_a_scenario_where_streamlit_plotly_and_pandas_are_absent() -> None:
    result = subprocess.run(
        [sys.executable, "-c", WITHOUT_THE_SCREEN],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert float(result.stdout) > 0
