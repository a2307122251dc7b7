"""What a case comes to, in words."""

from __future__ import annotations

import pytest

from crmroi.analysis.answers import Answer
from crmroi.charts.risk.naming import pays_back


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(1.0, 0.5, 19), "month\u00a019"),
        (Answer(1.0, 0.5, 0), "from the start"),
        (Answer(-1.0, -0.5, None), "never"),
        (Answer(0.0, None, 0), "no value"),
    ],
)
def test_a_case_says_when_it_pays_back(answer, said):
    assert pays_back(answer) == said
