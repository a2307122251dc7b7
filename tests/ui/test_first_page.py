"""The first page waits for nothing that only reports need."""

from __future__ import annotations

import subprocess
import sys

from tests.support import ROOT

HEAVY = ("matplotlib", "typst", "pptx", "lxml", "xlsxwriter", "crmroi.reports", "crmroi.ui.report")
CODE = f"""
import sys
from streamlit.testing.v1 import AppTest

at = AppTest.from_file("app.py", default_timeout=60).run()
assert not at.exception, at.exception
print([name for name in {HEAVY} if name in sys.modules])
"""


def test_the_what_if_page_imports_nothing_that_makes_reports() -> None:
    result = subprocess.run(
        [sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
