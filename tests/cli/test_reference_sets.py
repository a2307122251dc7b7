"""Four real exports through the command line, against answers that others worked out."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from crmroi.cli import main
from tests.support import shared_files

RATE, MONEY = 1e-4, 0.01


def measured(*arguments: str) -> dict:
    printed = io.StringIO()
    with redirect_stdout(printed):
        assert main(["measure", "--lang", "en", "--json", *arguments]) == 0
    return json.loads(printed.getvalue())


class Reference:
    """A set, its expected figures, and what our command says of it."""

    def __init__(self, folder: Path, said: dict) -> None:
        self.expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        self.said = said

    def kpi(self, name: str) -> float:
        return self.said["kpis"][name]["value"]

    def monthly(self, ours: str, theirs: str, within: float) -> None:
        """Every month, and no month more."""
        expected = self.expected[theirs]["all"]
        assert list(self.said["monthly"][ours]) == list(expected)
        assert self.said["monthly"][ours] == pytest.approx(expected, abs=within)

    def windows(self, ours: str, theirs: str, within: float) -> None:
        compared, expected = self.said["before_after"][ours], self.expected["before_after"]
        both = (compared["before"], compared["after"])
        assert both == pytest.approx(
            (expected["before"][theirs], expected["after"][theirs]), abs=within
        )


@pytest.fixture(scope="module")
def folder(shared):
    return shared / "data"


@pytest.fixture(scope="module")
def maven(folder):
    here = folder / "maven_crm"
    said = measured(
        "--deals", str(here / "sales_pipeline.csv"),
        "--go-live", "2017-08-01", "--window-months", "5",
    )  # fmt: skip
    return Reference(here, said)


def test_deals_won_lost_and_open(maven):
    expected = maven.expected
    counts = [maven.kpi(f"deals_{outcome}") for outcome in ("won", "lost", "open")]
    assert counts == [expected["won"], expected["lost"], expected["open"]]
    assert maven.said["tables"]["deals"]["rows_used"] == expected["rows"]


def test_deals_rates_and_money(maven):
    expected = maven.expected
    assert maven.kpi("win_rate") == pytest.approx(expected["win_rate"], abs=RATE)
    assert maven.kpi("average_deal_value") == pytest.approx(expected["mean_won_value"], abs=MONEY)
    assert maven.kpi("revenue") == pytest.approx(expected["won_revenue"], abs=MONEY)
    assert maven.kpi("sales_cycle_days") == expected["sales_cycle_days_won"]["median"]


@pytest.mark.parametrize(
    ("ours", "theirs", "within"),
    [
        ("revenue", "monthly_won_revenue", MONEY),
        ("deals_won", "monthly_won_count", 0),
        ("win_rate", "monthly_win_rate", RATE),
    ],
)
def test_deals_by_month(ours, theirs, within, maven):
    maven.monthly(ours, theirs, within)


@pytest.mark.parametrize(
    ("ours", "theirs", "within"),
    [
        ("deals_won", "won", 0),
        ("deals_lost", "lost", 0),
        ("win_rate", "win_rate", RATE),
        ("revenue", "won_revenue", MONEY),
        ("average_deal_value", "mean_won_value", MONEY),
        ("sales_cycle_days", "median_cycle_days_won", 0),
    ],
)
def test_deals_before_and_after(ours, theirs, within, maven):
    maven.windows(ours, theirs, within)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("deals_won", "won"),
        ("win_rate", "win_rate"),
        ("revenue", "won_revenue"),
        ("average_deal_value", "mean_won_value"),
    ],
)
def test_how_much_deals_changed(ours, theirs, maven):
    change = maven.said["before_after"][ours]["change_relative"]
    expected = maven.expected["before_after"]["change"][theirs]["pct"] / 100
    assert change == pytest.approx(expected, abs=RATE)


@pytest.fixture(scope="module")
def support(folder):
    here = folder / "support_tickets"
    said = measured(
        "--tickets", str(here / "customer_support_tickets.csv"),
        "--go-live", "2024-07-01", "--window-months", "6",
    )  # fmt: skip
    return Reference(here, said)


def test_tickets_and_how_long_they_took(support):
    hours = support.expected["resolution_hours_resolved"]
    assert support.kpi("tickets") == support.expected["rows"]
    assert support.kpi("resolution_hours_median") == pytest.approx(hours["median"], abs=RATE)
    assert support.kpi("resolution_hours_mean") == pytest.approx(hours["mean"], abs=RATE)


def test_how_satisfied_they_left_people(support):
    csat = support.expected["csat"]
    assert support.kpi("csat_mean") == pytest.approx(csat["mean"], abs=RATE)
    assert support.kpi("csat_satisfied_share") == pytest.approx(csat["share_4_5"], abs=RATE)
    assert support.said["kpis"]["csat_mean"]["n"] == csat["n"]


@pytest.mark.parametrize(
    ("ours", "theirs", "within"),
    [
        ("tickets", "monthly_tickets", 0),
        ("csat_mean", "monthly_csat_mean_by_created", RATE),
        ("resolution_hours_median", "monthly_median_resolution_hours_by_created", RATE),
    ],
)
def test_tickets_by_month(ours, theirs, within, support):
    support.monthly(ours, theirs, within)


@pytest.mark.parametrize(
    ("ours", "theirs", "within"),
    [
        ("tickets", "tickets", 0),
        ("csat_mean", "csat_mean", RATE),
        ("resolution_hours_median", "median_resolution_hours", RATE),
    ],
)
def test_tickets_before_and_after(ours, theirs, within, support):
    support.windows(ours, theirs, within)


@pytest.fixture(scope="module")
def nps(folder):
    here = folder / "nps_survey"
    said = measured(
        "--survey", str(here / "nps_survey.csv"),
        "--go-live", "2018-02-01", "--window-months", "6",
    )  # fmt: skip
    return Reference(here, said)


def test_the_net_promoter_score(nps):
    assert nps.kpi("nps") == pytest.approx(nps.expected["nps"], abs=RATE)
    assert nps.said["kpis"]["nps"]["n"] == nps.expected["rows"]


def test_the_net_promoter_score_by_month(nps):
    nps.monthly("nps", "monthly_nps", RATE)


def test_the_net_promoter_score_before_and_after(nps):
    nps.windows("nps", "nps", RATE)
    compared = nps.said["before_after"]["nps"]
    expected = nps.expected["before_after"]
    assert (compared["n_before"], compared["n_after"]) == (
        expected["before"]["responses"],
        expected["after"]["responses"],
    )


@pytest.fixture(scope="module")
def taskflow(folder):
    here = folder / "taskflow_cac"
    said = measured(
        "--customers", str(here / "customers.csv"),
        "--costs", str(here / "marketing_spend.csv"),
        "--go-live", "2024-01-01", "--window-months", "12",
    )  # fmt: skip
    return Reference(here, said)


def test_what_a_customer_cost(taskflow):
    ours = taskflow.kpi("customer_acquisition_cost")
    assert ours == pytest.approx(taskflow.expected["cac_total"], abs=MONEY)
    assert taskflow.kpi("new_customers") == taskflow.expected["customers"]


def test_what_a_customer_cost_by_month(taskflow):
    taskflow.monthly("customer_acquisition_cost", "monthly_cac", MONEY)
    taskflow.monthly("new_customers", "monthly_new_customers", 0)


def test_what_a_customer_cost_before_and_after(taskflow):
    taskflow.windows("customer_acquisition_cost", "cac", MONEY)
    taskflow.windows("new_customers", "new_customers", 0)


@pytest.mark.parametrize("path", shared_files("data/*/data_dictionary.csv"))
@pytest.mark.parametrize("kind", ["deals", "customers"])
def test_a_sheet_of_two_tables_is_refused_in_words(kind, path, capsys):
    assert main(["measure", "--lang", "en", f"--{kind}", str(path)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"{path}: ")
    assert "fault" not in err
