from __future__ import annotations

import json

import pytest

from benchmarks.report import Report


@pytest.fixture
def report() -> Report:
    report = Report("engine", "60 months")
    report.row("batch", scenarios_per_second=98_400, memory_mb=52.34)
    report.row("loop", scenarios_per_second=310)
    return report


def test_the_table_is_aligned_and_the_last_line_is_json(
    report: Report, capsys: pytest.CaptureFixture[str]
) -> None:
    report.at_least("batch_over_loop", 98_400 / 310, bar=200)

    assert report.end() == 0

    printed = capsys.readouterr().out
    assert printed.startswith(
        """
engine: 60 months

       scenarios per second  memory mb
batch                98,400       52.3
loop                    310          –

batch over loop: 317  (at least 200: met)

{"""
    )
    last = json.loads(printed.splitlines()[-1])
    assert last["rows"]["batch"] == {"scenarios_per_second": 98400.0, "memory_mb": 52.34}
    assert last["ratios"]["batch_over_loop"]["met"] is True


@pytest.mark.parametrize("value", [1.6, float("nan")])
def test_a_claim_that_is_not_met_is_said_and_fails(report: Report, value: float) -> None:
    report.at_most("page_over_dash", value, bar=1.5)

    assert f"page over dash: {value}  (at most 1.5: NOT met)" in report.table()
    assert report.end() == 1
