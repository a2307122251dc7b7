from __future__ import annotations

import io
import json

import pytest

from crmroi.cli import main
from tests.support import SHARED, WHY_SKIPPED

PUBLISHED = SHARED / "published" / "worked_examples.json"

TABLE = "period,benefits,costs\n0,0,100\n1,80,10\n2,80,10\n"
NAMES = [
    "npv", "roi", "discounted_roi", "pv_benefits", "pv_costs", "irr", "irr_per_period",
    "irr_status", "irr_roots", "mirr", "payback_periods", "discounted_payback_periods",
]  # fmt: skip


@pytest.fixture
def table(tmp_path):
    def write(text: str) -> str:
        path = tmp_path / "table.csv"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def test_json_holds_every_measure_in_order_and_full_digits(table, capsys):
    assert main(["cash-flow", table(TABLE), "--rate", "0.1", "--json"]) == 0
    out, err = capsys.readouterr()
    result = json.loads(out)
    assert list(result) == NAMES
    assert result["npv"] == -100 + 70 / 1.1 + 70 / 1.1**2
    assert err == ""


def test_the_summary_is_aligned_and_speaks_the_language(table, capsys):
    assert main(["cash-flow", table(TABLE), "--rate", "10%", "--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Worth today (NPV)")
    assert lines[0].endswith(" 21.49")
    assert len({len(line) for line in lines}) == 1


def test_a_table_comes_from_standard_input(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TABLE.encode())))
    assert main(["cash-flow", "-", "--rate", "0.1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["roi"] == pytest.approx(1 / 3)


def test_a_bad_table_says_all_on_standard_error_and_prints_nothing(table, capsys):
    path = table("period,net\n0,x\n2,1\n")
    assert main(["cash-flow", path, "--rate", "0.1", "--json", "--lang", "en"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        f"{path}: Line 3: period 2 comes after 0. Periods rise by one.",
        f"{path}: Line 2, net: “x” is not a number. Write it without a currency, like 1200.50.",
    ]


def test_a_table_that_is_not_there_is_bad_data(tmp_path, capsys):
    path = str(tmp_path / "none.csv")
    assert main(["cash-flow", path, "--rate", "0.1", "--lang", "en"]) == 1
    assert capsys.readouterr().err == (f"{path}: This cannot be read: No such file or directory.\n")


def test_negative_costs_are_read_as_positive_and_said_on_standard_error(table, capsys):
    path = table("period,benefits,costs\n0,0,-100\n1,150,0\n")
    assert main(["cash-flow", path, "--rate", "0", "--json", "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["npv"] == 50
    assert err == (
        f"{path}: costs: all are written as negative amounts; they are read as positive.\n"
    )


@pytest.mark.parametrize("rate", ["abc", "nan", "inf", "-0.95", "12", "", "%"])
def test_a_rate_that_is_none_is_a_usage_error_that_names_the_help(table, rate, capsys):
    with pytest.raises(SystemExit) as end:
        main(["cash-flow", table(TABLE), f"--rate={rate}"])
    assert end.value.code == 2
    assert capsys.readouterr().err.endswith("For help: crmroi cash-flow --help\n")


def test_a_rate_above_one_is_taken_and_questioned(table, capsys):
    assert main(["cash-flow", table(TABLE), "--rate", "8", "--json", "--lang", "en"]) == 0
    assert capsys.readouterr().err == ("--rate: 800% a year. A rate of 8% is written 0.08 or 8%.\n")


def test_no_rate_is_a_usage_error(table):
    with pytest.raises(SystemExit) as end:
        main(["cash-flow", table(TABLE)])
    assert end.value.code == 2


def examples() -> list[dict]:
    if not PUBLISHED.exists():
        return []
    known = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    return [example for example in known if example["cash_flows"]["net"]]


NAMED_HERE = {
    "npv": "npv",
    "pv_benefits": "pv_benefits",
    "pv_costs": "pv_costs",
    "roi_tei": "discounted_roi",
    "irr": "irr",
    "irr_annual": "irr",
    "irr_monthly": "irr_per_period",
    "irr_all_real": "irr_roots",
    "mirr": "mirr",
    "payback_years": "payback_periods",
    "discounted_payback_years": "discounted_payback_periods",
}


def csv_of(flows: dict) -> str:
    columns = ["benefits", "costs"] if flows["benefits"] else ["net"]
    series = [[flows[c]["initial"], *flows[c]["years"]] for c in columns]
    rows = (
        ",".join(map(repr, (period, *values)))
        for period, values in enumerate(zip(*series, strict=True))
    )
    return "\n".join([",".join(["period", *columns]), *rows])


@pytest.mark.skipif(not PUBLISHED.exists(), reason=WHY_SKIPPED)
@pytest.mark.parametrize("example", examples(), ids=lambda example: example["name"])
def test_a_published_example_comes_out_as_published(example, table, capsys):
    path = table(csv_of(example["cash_flows"]))
    options = ["--json"]
    if "Year 1" in example["convention"] or "Excel NPV" in example["convention"]:
        options += ["--first-flow", "end-of-period"]
    if "monthly" in example["convention"]:
        options += ["--period", "month"]
    for name in ("finance_rate", "reinvest_rate"):
        if name in example:
            options += [f"--{name.replace('_', '-')}={example[name]}"]

    def measured(rate: float) -> dict:
        assert main(["cash-flow", path, f"--rate={rate!r}", *options]) == 0
        return json.loads(capsys.readouterr().out)

    result = measured(example.get("rate_annual", 0.1))
    for name, expected in example["expected"].items():
        tolerance = example["tolerance"].get(name)
        if name in NAMED_HERE:
            ours = result[NAMED_HERE[name]]
        elif name.startswith("npv@monthly"):
            ours = measured((1 + float(name.removeprefix("npv@monthly"))) ** 12 - 1)["npv"]
        elif name == "irr_count":
            ours, tolerance = len(result["irr_roots"]), 0
        else:
            assert name in {"total_benefits", "total_costs", "net_total"}  # not measured here
            continue
        assert ours == (None if expected is None else pytest.approx(expected, abs=tolerance)), name
