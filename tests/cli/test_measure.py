from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from crmroi.assumptions import Scenario
from crmroi.cli import main
from crmroi.files.exports.table import Question, ReadingError
from crmroi.files.scenario_file import write_scenario
from crmroi.measure.results import Adjusted, Realised, Return
from crmroi.text import Notice
from tests.cli.measured import compared, measurement, reading, table


@pytest.fixture
def export(tmp_path):
    """Write a file to read; what is in it is the fake reader's affair."""

    def write(name: str = "deals.csv") -> str:
        path = tmp_path / name
        path.write_text("a,b\n", encoding="utf-8")
        return str(path)

    return write


class Fake:
    """A reader and a measuring that answer what they are told, and keep what they are asked."""

    def __init__(self) -> None:
        self.readings: dict = {}
        self.asked_of_reader: dict = {}
        self.asked = None
        self.measurement = measurement()

    def read_export(self, _data, name, options):
        self.asked_of_reader[name] = options
        answer = self.readings.get(name) or reading(table())
        if isinstance(answer, Exception):
            raise answer
        return answer

    def measure(self, _tables, options):
        self.asked = options
        return self.measurement


@pytest.fixture
def fake(monkeypatch):
    from crmroi.cli import measure

    fake = Fake()
    monkeypatch.setattr(measure, "read_export", fake.read_export)
    monkeypatch.setattr(measure, "measure", fake.measure)
    return fake


def run(capsys, *arguments: str) -> tuple[int, str, list[str]]:
    status = main(["measure", "--lang", "en", *arguments])
    out, err = capsys.readouterr()
    return status, out, err.splitlines()


def usage_error(capsys, *arguments: str) -> str:
    with pytest.raises(SystemExit) as end:
        main(["measure", *arguments])
    assert end.value.code == 2
    *_usage, message, _help = capsys.readouterr().err.splitlines()
    return message


def test_json_has_its_parts_in_order(fake, export, capsys):
    status, out, messages = run(capsys, "--deals", export(), "--json")
    assert (status, messages) == (0, [])
    assert list(json.loads(out)) == [
        "tables", "kpis", "monthly", "before_after", "breakdown", "realised", "baseline",
        "uplifts", "remarks",
    ]  # fmt: skip


def test_json_tells_how_each_table_was_read(fake, export, capsys):
    _status, out, _messages = run(capsys, "--deals", export(), "--json")
    assert json.loads(out)["tables"] == {
        "deals": {
            "name": "deals.csv",
            "kind": "deals",
            "encoding": "utf-8",
            "delimiter": ";",
            "header_row": 1,
            "decimal": ",",
            "rows_read": 1204,
            "rows_used": 1200,
            "left_out": {"footer": {"count": 4, "rows": [1202, 1203, 1204, 1205]}},
            "mapping": {"stage": "Étape", "closed": "Date de clôture"},
            "columns": ["Étape", "Date de clôture", "Propriétaire", "Téléphone", "Origine"],
            "scales": {"satisfaction": {"low": 1, "high": 5, "words": False}},
            "personal_columns": {"Propriétaire": "hashed", "Téléphone": "dropped"},
            "currencies": ["EUR"],
            "remarks": ["Two forms of dates stand in one column."],
            "date_order": {"Date de clôture": "dmy"},
            "date_proof": {"Date de clôture": "a first number above 12"},
        }
    }


def test_json_tells_each_kpi_its_records_and_its_reason(fake, export, capsys):
    _status, out, _messages = run(capsys, "--deals", export(), "--json")
    kpis = json.loads(out)["kpis"]
    assert kpis["win_rate"] == {"value": 0.23, "n": 1180, "reason": None}
    assert kpis["cart_abandonment_rate"] == {
        "value": None, "n": 0, "reason": "There are no carts. Add the leads file.",
    }  # fmt: skip


def test_json_holds_null_where_there_is_no_number(fake, export, capsys):
    def refuse(token: str):
        raise AssertionError(token)

    _status, out, _messages = run(capsys, "--deals", export(), "--json")
    assert json.loads(out, parse_constant=refuse)["kpis"]["handling_minutes_mean"]["value"] is None


def test_json_tells_a_month_by_its_name(fake, export, capsys):
    _status, out, _messages = run(capsys, "--deals", export(), "--json")
    assert json.loads(out)["monthly"] == {"win_rate": {"2026-01": 0.25, "2026-02": None}}


def test_json_tells_before_and_after(fake, export, capsys):
    _status, out, _messages = run(capsys, "--deals", export(), "--json")
    compared = json.loads(out)["before_after"]["win_rate"]
    names = ("before", "after", "months", "change", "change_relative", "interval", "verdict")
    assert {name: compared[name] for name in names} == {
        "before": 0.2, "after": 0.26, "months": 12, "change": 0.06, "change_relative": 0.3,
        "interval": [0.01, 0.11], "verdict": "better",
    }  # fmt: skip
    adjusted = compared["adjusted"]
    assert {name: adjusted[name] for name in ("change", "interval", "method", "n", "reason")} == {
        "change": 0.05, "interval": [0.012, 0.088], "method": "GLS", "n": 24, "reason": None,
    }  # fmt: skip


def test_json_says_why_a_change_was_not_adjusted(fake, export, capsys):
    _status, out, _messages = run(capsys, "--deals", export(), "--json")
    adjusted = json.loads(out)["before_after"]["revenue"]["adjusted"]
    assert (adjusted["change"], adjusted["reason"]) == (None, "Too few months to adjust.")


def test_json_tells_parts_returns_and_what_goes_into_the_model(fake, export, capsys):
    _status, out, _messages = run(capsys, "--deals", export(), "--json")
    said = json.loads(out)
    assert said["breakdown"]["parts"][0] == {
        "name": "Fair", "kpis": {"win_rate": {"value": 0.4, "n": 100, "reason": None}},
        "small": False, "cost": 500.0, "roi": 1.5,
    }  # fmt: skip
    assert (said["realised"]["costs"], said["realised"]["simple"]["roi"]) == (9000.0, 1.22)
    assert said["baseline"]["business.leads_per_month"]["value"] == 50.0
    assert said["uplifts"]["gains.conversion_uplift"]["interval"] == [0.06, 0.44]


def test_a_summary_for_people(fake, export, capsys):
    path = export()
    status, out, messages = run(capsys, "--deals", path, "--go-live", "2026-01-01")
    assert status == 0
    assert messages == [
        f"{path}: Two forms of dates stand in one column.",
        "With 20 KPIs, one false “better” is to be expected.",
    ]
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert lines[:4] == [
        "Deals: deals.csv, 1,200 of 1,204 records used",
        "Left out: 4 records (rows 1202, 1203, 1204, 1205). It stands below the table: "
        "a report’s name, its date, its owner.",
        "Personal, known by a code only: Propriétaire",
        "Personal, not read: Téléphone",
    ]
    assert "Win rate 23% 1,180 20% 26% +6 points +5 points +1.2 points to +8.8 points" in lines
    assert "Win rate rose from 20% to 26%: more than chance explains." in lines
    assert "Too short to tell: Revenue." in lines
    assert "Revenue: Too few months to adjust." in lines
    assert "In 12 months the CRM returned 67% on its cost." in lines
    assert any(line.startswith("Fair 40% 150%") for line in lines)
    assert "Web (too few records to tell) 10%" in lines


def test_a_control_group_has_a_table_of_its_own(fake, export, capsys):
    beside = compared(controlled=Adjusted(0.04, 0.2, (-0.02, 0.09), (-0.05, 0.45)))
    fake.measurement = replace(fake.measurement, before_after={"win_rate": beside})
    _status, out, _messages = run(capsys, "--deals", export(), "--go-live", "2026-01-01")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    at = lines.index("Beside the control group")
    assert lines[at + 2] == "Win rate +4 points −2 points to +9 points"


def test_what_is_not_told_has_its_reason(fake, export, capsys):
    no_months = Notice("", None, "No whole month lies before the go-live.")
    apart = compared(window=None, change=None, verdict="none", reason=no_months)
    fake.measurement = replace(fake.measurement, before_after={"win_rate": apart, "revenue": apart})
    _status, out, _messages = run(capsys, "--deals", export(), "--go-live", "2026-01-01")
    assert "\nNot compared\n  Win rate; Revenue: No whole month lies before the go-live.\n" in out
    assert "\nNot calculated\n  There are no carts. Add the leads file.\n" in out


def test_a_return_that_cannot_be_told_has_its_reason_once(fake, export, capsys):
    no_margin = Notice("", None, "No margin is given.")
    fake.measurement = replace(
        fake.measurement,
        realised=Realised(12, None, "", Return(None, None, None, {}, no_margin),
                          Return(None, None, None, {}, no_margin)),
    )  # fmt: skip
    _status, out, _messages = run(capsys, "--deals", export())
    assert out.count("No margin is given.") == 1


def test_what_is_asked_of_the_reader(fake, export, capsys):
    fake.readings["won.csv"] = reading(table(control=[True]))
    status, _out, _messages = run(
        capsys,
        "--deals", export("won.csv"), "--costs", export("paid.csv"),
        "--map", "deals.closed=Date de clôture", "--map", "costs.campaign=",
        "--date-order", "dmy", "--date-order", "costs.Date de clôture=mdy",
        "--decimal", ",", "--encoding", "cp1252", "--delimiter", "tab",
        "--timezone", "Europe/Paris", "--currency", "EUR", "--cost-category", "A=b=crm",
        "--control", "Région=Ouest", "--by", "stage", "--json",
    )  # fmt: skip
    assert status == 0
    deals, costs = (fake.asked_of_reader[name] for name in ("won.csv", "paid.csv"))
    assert (deals.kind, costs.kind) == ("deals", "costs")
    assert (deals.mapping, costs.mapping) == ({"closed": "Date de clôture"}, {"campaign": ""})
    assert deals.date_orders == {"": "dmy"}
    assert costs.date_orders == {"": "dmy", "Date de clôture": "mdy"}
    assert (deals.decimal, deals.encoding, deals.delimiter) == (",", "cp1252", "\t")
    assert (deals.timezone, deals.currency) == ("Europe/Paris", "EUR")
    assert costs.cost_categories == {"A=b": "crm"}
    assert (deals.control, deals.keep) == (("Région", "Ouest"), ("stage",))


def test_each_run_hides_persons_behind_codes_of_its_own(fake, export, capsys):
    salts = set()
    for _run in range(2):
        run(capsys, "--deals", export(), "--costs", export("paid.csv"), "--json")
        assert len({options.salt for options in fake.asked_of_reader.values()}) == 1
        salts.add(fake.asked_of_reader["deals.csv"].salt)
    assert len(salts) == 2
    assert min(map(len, salts)) >= 16


def test_what_is_asked_of_the_measuring(fake, export, tmp_path, capsys):
    plan = tmp_path / "plan.json"
    plan.write_text(write_scenario(Scenario(name="Plan")), encoding="utf-8")
    run(
        capsys,
        "--deals", export(), "--go-live", "2026-01-01", "--window-months", "6",
        "--ramp-months", "2", "--scenario", str(plan), "--margin", "40%",
        "--licensed-users", "25", "--by", "étape", "--engine", "spark", "--json",
    )  # fmt: skip
    asked = fake.asked
    assert (asked.go_live, asked.window_months, asked.ramp_months) == (date(2026, 1, 1), 6, 2)
    assert (asked.scenario.name, asked.margin, asked.licensed_users) == ("Plan", 0.4, 25)
    assert (asked.by, asked.engine) == ("stage", "spark")


def test_a_column_that_no_file_has_is_said(fake, export, capsys):
    status, out, messages = run(
        capsys, "--deals", export(), "--by", "Shop", "--control", "Land=Nord"
    )
    assert (status, out) == (1, "")
    assert messages == [
        "--by: no file has a column “Shop”.",
        "--control: no record has this value in a column “Land”.",
    ]


def test_a_date_order_of_a_column_that_is_not_there_is_said(fake, export, capsys):
    status, out, messages = run(
        capsys, "--deals", export(), "--date-order", "deals.Created=dmy",
        "--date-order", "deals.Date de clôture=dmy", "--date-order", "deals.closed=dmy",
    )  # fmt: skip
    assert (status, out) == (1, "")
    assert messages == ["--date-order: the file of deals has no column “Created”."]


def test_all_that_is_wrong_with_all_files_is_said_together(fake, export, capsys):
    order = Question(
        "date_order", "Close Date", Notice("", None, "Which order?"), ("dmy", "mdy"),
        "--date-order", examples=("03/04/2025",),
    )  # fmt: skip
    fake.readings["costs.csv"] = reading(None, order)
    problems = [Notice("", None, "Too wide."), Notice("", None, "Too long.")]
    fake.readings["deals.csv"] = ReadingError(problems)
    deals, costs = export(), export("costs.csv")
    absent = deals.replace("deals", "absent")
    bad = export("plan.json")
    status, out, messages = run(
        capsys, "--deals", deals, "--costs", costs, "--leads", absent, "--scenario", bad, "--json"
    )
    assert (status, out) == (1, "")
    assert messages == [
        f"{bad}: Line 1, column 1: a value is missing or not JSON.",
        f"{absent}: This cannot be read: No such file or directory.",
        f"{deals}: Too wide.",
        f"{deals}: Too long.",
        f'{costs}: Which order? Answer it with: --date-order "costs.Close Date=dmy|mdy"',
    ]


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        (("date_order", "closed", ("dmy", "mdy")), "--date-order deals.closed=dmy|mdy"),
        (("cost_category", "SECRET", ("crm", "other")), "--cost-category NAME=crm|other"),
        (("currency", "Amount", ("SECRET", "EUR", "USD")), "--currency EUR|USD"),
        (("currency", "Amount", ("SECRET",)), "--currency C"),
        (("decimal", "Amount", (",", ".")), "--decimal ,|."),
        (("encoding", "", ("repair", "utf-8")), "--encoding repair|utf-8"),
        (("column", "closed", ("A", "B")), "--map deals.FIELD=COLUMN"),
    ],
)
def test_a_question_names_what_to_type_and_no_cell(question, typed, fake, export, capsys):
    key, subject, choices = question
    option = typed.split()[0]
    fake.readings["deals.csv"] = reading(
        None, Question(key, subject, Notice("", None, "So?"), choices, option, ("SECRET",))
    )
    path = export()
    status, _out, messages = run(capsys, "--deals", path)
    assert (status, messages) == (1, [f"{path}: So? Answer it with: {typed}"])


def test_a_fault_of_ours_shows_no_cell(fake, export, capsys):
    fake.readings["deals.csv"] = ValueError("could not parse 'SECRET' as i64")
    status, out, [message] = run(capsys, "--deals", export())
    assert (status, out) == (1, "")
    assert message.startswith("This is a fault of crmroi, not of your files: ValueError at cli/")
    assert "SECRET" not in message


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            [],
            "crmroi measure: an export is needed: --leads, --deals, --orders, --customers, "
            "--tickets, --survey, --activity, --costs",
        ),
        (
            ["--deals", "d.csv", "--map", "leads.created=X"],
            "crmroi measure: --map is about leads, but there is no --leads",
        ),
        (
            ["--deals", "d.csv", "--cost-category", "Ads=crm"],
            "crmroi measure: --cost-category is about costs, but there is no --costs",
        ),
        (
            ["--go-live", "1.3.2026"],
            "crmroi measure: argument --go-live: '1.3.2026' is not a date: write 2026-03-01",
        ),
        (
            ["--window-months", "0"],
            "crmroi measure: argument --window-months: '0' is not a whole number from 1 on",
        ),
        (
            ["--margin", "40"],
            "crmroi measure: argument --margin: '40' is not between 0% and 100%: write 0.1 or 10%",
        ),
        (
            ["--control", "Region"],
            "crmroi measure: argument --control: 'Region' has not the form COLUMN=VALUE",
        ),
        (
            ["--map", "deals.margin=X"],
            "crmroi measure: argument --map: 'margin' is not a field of deals: status, stage, "
            "created, closed, amount, currency, id, lead, customer, owner, team, source, product, "
            "region",
        ),
        (
            ["--map", "closed=X"],
            "crmroi measure: argument --map: 'closed=X' has not the form TABLE.FIELD=COLUMN",
        ),
        (
            ["--date-order", "dym"],
            "crmroi measure: argument --date-order: 'dym' is not a date order: dmy, mdy, ymd",
        ),
        (
            ["--date-order", "closed=dmy"],
            "crmroi measure: argument --date-order: 'closed=dmy' has not the form TABLE.COLUMN=dmy",
        ),
        (
            ["--encoding", "klingon"],
            "crmroi measure: argument --encoding: 'klingon' is not a known encoding",
        ),
        (
            ["--encoding", "hex"],
            "crmroi measure: argument --encoding: 'hex' is not a known encoding",
        ),
        (
            ["--delimiter", "--"],
            "crmroi measure: argument --delimiter: expected one argument",
        ),
        (
            ["--timezone", "Paris"],
            "crmroi measure: argument --timezone: 'Paris' is not a time zone: "
            "write one such as Europe/Paris",
        ),
        (
            ["--cost-category", "Ads=marketing"],
            "crmroi measure: argument --cost-category: 'marketing' is not a kind of costs: "
            "acquisition, crm, returns, other",
        ),
    ],
)
def test_what_is_typed_wrongly_is_said_before_a_file_is_read(arguments, message, capsys):
    assert usage_error(capsys, *arguments) == message
