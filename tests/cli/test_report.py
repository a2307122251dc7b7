from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import pytest

from crmroi.assumptions import Scenario, ScenarioError
from crmroi.assumptions.presets import PRESETS, preset_scenario
from crmroi.cli import main, report
from crmroi.files.scenario_file import write_scenario
from crmroi.reports import KINDS
from crmroi.text import Notice
from tests.cli.measured import measurement

UNDONE = {"name": "Later", "adoption": {"go_live_month": 60}}


@pytest.fixture
def made(monkeypatch):
    """What is asked to be made, and how it is answered."""
    orders = []

    def make(order, kind):
        orders.append((order, kind))
        return b"made"

    monkeypatch.setattr(report, "make", make)
    return orders


@pytest.fixture
def target(tmp_path):
    return lambda ending: str(tmp_path / f"left{ending}")


def names(output: Path) -> list[str]:
    """What stands beside a report, and itself."""
    return sorted(path.name for path in output.parent.iterdir())


@pytest.mark.parametrize("kind", KINDS)
def test_the_ending_says_what_is_made(kind, made, asked, target):
    output = target(f".{kind.upper()}")
    out, err = asked.words("report", asked.file(), "--output", output)
    assert [kind for _order, kind in made] == [kind]
    assert Path(output).read_bytes() == b"made"
    assert out == [f"{KINDS[kind].label}: {output}, 4 bytes"]
    assert err == []


def test_the_order_holds_the_case_the_names_and_the_day(made, asked, target):
    case = asked.file({"name": "Ours"})
    names = ["--prepared-by", "A. Maker", "--prepared-for", "<b>B & Sons</b>"]
    asked.words("report", case, "--output", target(".pdf"), *names)
    [(order, _kind)] = made
    assert order.scenarios == (Scenario(name="Ours"),)
    assert (order.prepared_by, order.prepared_for) == ("A. Maker", "<b>B & Sons</b>")
    assert abs((order.made_on - date.today()).days) <= 1  # noqa: DTZ011 - midnight may pass
    assert (order.parts, order.logo, order.measurement, order.link) == (frozenset(), None, None, "")


def test_a_logo_goes_in(made, asked, target, tmp_path):
    logo = tmp_path / "logo.svg"
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 4"><rect width="9"/></svg>'
    logo.write_text(drawing, encoding="utf-8")
    asked.words("report", asked.file(), "--output", target(".pdf"), "--logo", str(logo))
    assert made[0][0].logo.format == "svg"


def test_the_months_are_written_in_the_language_asked_for(asked, target):
    output = target(".csv")
    out, _err = asked.words("report", asked.file(), "--output", output, lang="fr")
    text = Path(output).read_text(encoding="utf-8-sig")
    assert text.startswith("Mois,")
    assert len(text.splitlines()) == 62
    assert f"{Path(output).stat().st_size:,}".replace(",", "\u202f") in out[0]


def test_the_scenario_comes_from_standard_input_too(made, asked, target):
    asked.words("report", asked.typed_in(), "--output", target(".html"))
    assert made[0][0].scenario == Scenario()


def test_what_is_unusual_about_the_case_is_said(made, asked, target):
    case = asked.file(UNDONE)
    _out, err = asked.words("report", case, "--output", target(".csv"))
    assert err
    assert all(line.startswith(f"{case}: ") for line in err)


class TestParts:
    def test_several_scenarios_are_set_side_by_side(self, made, asked, target):
        files = [asked.file({"name": "A"}, "a.json"), asked.file({"name": "B"}, "b.json")]
        asked.words("report", *files, "--output", target(".pdf"), "--with", "risk, compare")
        [(order, _kind)] = made
        assert [scenario.name for scenario in order.scenarios] == ["A", "B"]
        assert order.parts == {"risk", "compare"}

    def test_what_a_kind_has_no_place_for_is_left_out_and_said(self, made, asked, target):
        files = [asked.file({}, "a.json"), asked.file({}, "b.json")]
        output = target(".csv")
        _out, err = asked.words("report", *files, "--output", output, "--with", "risk,compare")
        [(order, _kind)] = made
        assert (order.parts, len(order.scenarios)) == (frozenset(), 1)
        assert err == [
            "“Scenarios side by side” is left out: a report of this kind has no place for it. "
            "A file that ends in .xlsx, .pdf, .pptx has.",
            "“How likely it pays” is left out: a report of this kind has no place for it. "
            "A file that ends in .pdf, .pptx has.",
        ]

    @pytest.mark.usefixtures("made")
    def test_two_currencies_cannot_be_compared(self, asked, target):
        files = [asked.file({}, "a.json"), asked.file({"currency": "BRL"}, "b.json")]
        output = target(".pdf")
        assert asked.refused("report", *files, "--output", output, "--with", "compare") == [
            "Amounts in EUR, BRL cannot be compared. Enter all scenarios in one currency."
        ]
        assert not Path(output).exists()

    @pytest.mark.parametrize("count", [1, 6])
    def test_a_comparison_takes_two_to_five_files(self, count, asked, target):
        files = [asked.file({}, f"{at}.json") for at in range(count)]
        usage = ["--output", target(".pdf"), "--with", "compare"]
        assert asked.misused("report", *files, *usage)[0] == (
            f"crmroi report: --with compare: {count} given; it takes 2 to 5 files"
        )

    def test_files_that_nothing_would_show_are_a_usage_error(self, asked, target):
        files = [asked.file({}, f"{at}.json") for at in range(3)]
        assert asked.misused("report", *files, "--output", target(".pdf"))[0] == (
            "crmroi report: 3 files given; a report is about one: "
            "--with compare sets them side by side"
        )

    def test_a_part_that_is_none_names_those_there_are(self, asked, target):
        usage = ["--output", target(".pdf"), "--with", "risk,luck"]
        assert asked.misused("report", asked.file(), *usage)[0] == (
            "crmroi report: --with: 'luck' is not one of risk, compare, measure"
        )


class TestExports:
    @pytest.fixture
    def exports(self, monkeypatch, tmp_path):
        from crmroi.cli import measure
        from tests.cli.measured import reading, table

        monkeypatch.setattr(measure, "read_export", lambda *_read: reading(table()))
        monkeypatch.setattr(measure, "measure", lambda *_asked: measurement())
        path = tmp_path / "deals.csv"
        path.write_text("a,b\n", encoding="utf-8")
        return ["--deals", str(path), "--go-live", "2026-03-01"]

    def test_what_was_measured_goes_in_with_its_currency_and_its_go_live(
        self, made, exports, asked, target
    ):
        case = asked.file({"currency": "BRL"})
        usage = ["--output", target(".pptx"), "--with", "measure", *exports]
        _out, err = asked.words("report", case, *usage)
        [(order, _kind)] = made
        assert order.measurement == measurement()
        assert (order.measured_in, order.go_live) == ("EUR", date(2026, 3, 1))
        assert any("With 20 KPIs" in line for line in err)

    def test_kpis_that_tell_most_in_the_sector_of_the_case_come_first(
        self, made, exports, asked, target
    ):
        sector = PRESETS["e_commerce"]
        case = asked.file(write_scenario(preset_scenario("e_commerce")), "sector.json")
        usage = ["--output", target(".pptx"), "--with", "measure", *exports]
        asked.words("report", case, *usage)
        asked.words("report", asked.file(), *usage)
        assert [order.telling_kpis for order, _kind in made] == [sector.kpis, ()]

    def test_to_measure_an_export_is_needed(self, asked, target):
        usage = ["--output", target(".pdf"), "--with", "measure"]
        assert asked.misused("report", asked.file(), *usage)[0].startswith(
            "crmroi report: an export is needed: --leads, --deals, "
        )

    def test_exports_that_nothing_would_show_are_a_usage_error(self, exports, asked, target):
        usage = ["--output", target(".pdf"), *exports]
        assert asked.misused("report", asked.file(), *usage)[0] == (
            "crmroi report: --deals: shown only --with measure"
        )

    def test_where_there_is_no_place_for_it_nothing_is_read(self, made, exports, asked, target):
        usage = ["--output", target(".csv"), "--with", "measure", *exports]
        asked.words("report", asked.file(), *usage)
        assert made[0][0].measurement is None


class TestBadData:
    def test_every_bad_file_is_told_and_nothing_is_written(self, made, asked, target):
        files = [asked.file("{", "a.json"), asked.file({"currency": "EURO"}, "b.json")]
        output = target(".pdf")
        told = asked.refused("report", *files, "--output", output, "--with", "compare")
        assert [line.startswith(file) for line, file in zip(told, files, strict=True)] == [True] * 2
        assert made == []
        assert not Path(output).exists()

    @pytest.mark.usefixtures("made")
    def test_a_logo_that_is_not_there_is_told(self, asked, target):
        usage = ["--output", target(".pdf"), "--logo", "missing.png"]
        assert asked.refused("report", asked.file(), *usage) == [
            "missing.png: This cannot be read: No such file or directory."
        ]

    @pytest.mark.usefixtures("made")
    def test_a_logo_that_does_more_than_draw_is_told(self, asked, target, tmp_path):
        logo = tmp_path / "logo.svg"
        logo.write_text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', encoding="utf-8")
        usage = ["--output", target(".pdf"), "--logo", str(logo)]
        assert asked.refused("report", asked.file(), *usage) == [
            "logo.svg holds more than a drawing: <script>. Save it as plain SVG without it."
        ]

    def test_what_the_making_finds_wrong_is_told(self, monkeypatch, asked, target):
        def make(_order, _kind):
            raise ScenarioError([Notice("correlation", None, "They contradict each other.")])

        monkeypatch.setattr(report, "make", make)
        output = target(".pdf")
        assert asked.refused("report", asked.file(), "--output", output) == [
            f"{output}: They contradict each other."
        ]
        assert names(Path(output)) == ["case.json"]


class TestOutput:
    @pytest.mark.parametrize("name", ["left.doc", "left", "xlsx", ""])
    def test_an_ending_that_is_none_names_those_there_are(self, name, asked):
        assert asked.misused("report", asked.file(), "--output", name)[0] == (
            f"crmroi report: --output: {name!r} must end in .xlsx, .pdf, .pptx, .html, .csv"
        )

    @pytest.mark.usefixtures("made")
    def test_a_folder_is_not_overwritten(self, asked, tmp_path):
        folder = tmp_path / "left.pdf"
        folder.mkdir()
        assert asked.refused("report", asked.file(), "--output", str(folder)) == [
            f"{folder}: The result cannot be written: Is a directory."
        ]

    def test_a_place_that_is_not_there_is_told_before_the_work(self, made, asked, tmp_path):
        output = tmp_path / "nowhere" / "left.pdf"
        assert asked.refused("report", asked.file(), "--output", str(output)) == [
            f"{output}: The result cannot be written: No such file or directory."
        ]
        assert made == []

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such devices")
    @pytest.mark.usefixtures("made")
    def test_a_device_is_left_alone(self, asked, tmp_path):
        link = tmp_path / "left.pdf"
        link.symlink_to("/dev/null")
        assert asked.refused("report", asked.file(), "--output", str(link)) == [
            f"{link}: The result cannot be written: File exists."
        ]

    def test_an_older_file_stays_until_the_new_one_is_whole(self, monkeypatch, asked, target):
        output = Path(target(".pdf"))
        output.write_bytes(b"older")

        def make(_order, _kind):
            assert output.read_bytes() == b"older"
            raise RuntimeError("=secret cell")

        monkeypatch.setattr(report, "make", make)
        case = asked.file()
        assert main(["report", case, "--output", str(output), "--lang", "en"]) == 1
        said = asked.capsys.readouterr().err
        assert "RuntimeError" in said
        assert "secret" not in said
        assert output.read_bytes() == b"older"
        assert names(output) == ["case.json", "left.pdf"]

    @pytest.mark.usefixtures("made")
    def test_a_name_cannot_command_the_terminal(self, asked, target):
        output = target("\x1b[2J.csv")
        out, _err = asked.words("report", asked.file(), "--output", output)
        assert "\x1b" not in out[0]


def test_measures_are_read_back_from_what_was_written(asked, target):
    """The same case, evaluated and left behind."""
    case, output = asked.file(), target(".csv")
    metrics = asked.json("evaluate", case)["metrics"]
    asked.words("report", case, "--output", output)
    last = Path(output).read_text(encoding="utf-8-sig").splitlines()[-1].split(",")
    assert repr(json.loads(json.dumps(metrics["npv"])))[:12] in ",".join(last)
