"""The Report page without a browser: choices, previews, files, what is forgotten."""

from __future__ import annotations

import json
import logging
from base64 import b64decode
from io import BytesIO
from threading import Event
from time import sleep
from zipfile import ZipFile

import pytest
from streamlit.testing.v1 import AppTest

from crmroi.assumptions import Scenario
from crmroi.assumptions.presets import preset_scenario
from crmroi.files.scenario_file import write_scenario
from crmroi.files.share_link import to_link
from crmroi.reports import KINDS, PARTS, making
from crmroi.reports.identity import identity
from crmroi.ui.comparing import Entry
from crmroi.ui.report import making as ui_making
from crmroi.ui.report.asked import order_of
from crmroi.ui.report.previews import _SAID
from tests.pages.visiting import address_of, drawn, session_of, visit, words_of

PAGE = "pages/report.py"
MARKER = "Zq7marker"
FIRST_BYTES = {
    "xlsx": b"PK\x03\x04",
    "pdf": b"%PDF-",
    "pptx": b"PK\x03\x04",
    "html": b"<!doctype html>",
    "csv": b"\xef\xbb\xbf",
}
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fea7d605b30000000049454e44ae426082"
)
"""The smallest PNG."""


def report(**query: str) -> AppTest:
    return settled(visit(PAGE, **query))


def settled(at: AppTest) -> AppTest:
    """Run the page once more when nothing is under way."""
    reporting = session_of(at).reporting
    for work in (reporting.making, reporting.preview):
        assert work is None or work.wait(120)
    at.run()
    assert not at.exception, at.exception
    return at


def tick(at: AppTest, *names: str) -> AppTest:
    """Tick kinds and parts, or take their ticks away."""
    for name in names:
        key = f"report.{'kind' if name in KINDS else 'part'}.{name}"
        box = at.checkbox(key=key)
        assert not box.disabled, name
        box.set_value(not box.value).run()
        assert not at.exception, at.exception
    return at


def only(at: AppTest, kind: str) -> AppTest:
    """Tick one kind and no other."""
    ticked = session_of(at).reporting.kinds
    return tick(at, *(name for name in KINDS if (name in ticked) is not (name == kind)))


def made(at: AppTest) -> AppTest:
    at.button(key="report.make").click().run()
    return settled(at)


def downloads(at: AppTest) -> list[str]:
    """The labels of what is offered to be saved."""
    return [button.proto.label for button in at.get("download_button")]


def compared(*scenarios: Scenario) -> AppTest:
    at = visit(PAGE)
    session_of(at).comparing.change([Entry(scenario) for scenario in scenarios])
    return at.run()


@pytest.fixture(scope="module")
def everything() -> AppTest:
    """A page on which every kind was made."""
    at = tick(visit(PAGE), *(kind for kind in KINDS if kind not in {"xlsx", "pdf"}))
    return made(at)


def test_workbook_and_document_are_ticked_at_first_and_every_kind_says_what_it_is() -> None:
    at = visit(PAGE)
    assert [at.checkbox(key=f"report.kind.{kind}").value for kind in KINDS] == [
        True, True, False, False, False,
    ]  # fmt: skip
    for kind in KINDS.values():
        assert kind.meaning in words_of(at)
    assert at.button(key="report.make").label == "Make and download 2 files"


def test_the_sentence_of_the_case_stands_above_with_the_hash_of_its_inputs() -> None:
    at = visit(PAGE, s=to_link(preset_scenario("e_commerce")))
    scenario = session_of(at).scenario
    assert drawn(at)["headline"] == drawn(at.switch_page("pages/what_if.py").run())["headline"]
    at.switch_page(PAGE).run()
    model, inputs = identity((scenario,))
    assert f"Model {model} · inputs {inputs}" in words_of(at)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_made_and_is_what_it_says(everything: AppTest, kind: str) -> None:
    [found] = [each for each in session_of(everything).reporting.making.files if each.kind == kind]
    assert found.data[:64].lower().startswith(FIRST_BYTES[kind].lower())
    assert found.name == f"crmroi-en.{kind}"
    assert any(
        label.startswith(f"{KINDS[kind].label} (.{kind}) · ") for label in downloads(everything)
    )


def test_several_files_are_offered_as_one_too_and_that_is_what_the_browser_saves(
    everything: AppTest,
) -> None:
    bundle = session_of(everything).reporting.making.bundle
    with ZipFile(BytesIO(bundle.data)) as archive:
        assert archive.namelist() == [f"crmroi-en.{kind}" for kind in KINDS]
    assert "5 files made." in words_of(everything)
    assert any(label.startswith("All 5 as one file (.zip) · ") for label in downloads(everything))


def test_the_browser_is_told_once_to_save_what_was_made(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Event()
    monkeypatch.setattr(ui_making, "make", lambda *_order: (gate.wait(60), b"made")[1])
    at = only(visit(PAGE), "csv")
    at.button(key="report.make").click().run()
    assert drawn(at)["file"] is None
    assert at.button(key="report.make").disabled
    assert "made." not in words_of(at)
    gate.set()
    assert session_of(at).reporting.making.wait(60)
    at.run()
    assert drawn(at)["file"]["press"] == "report-take"
    assert drawn(at.run())["file"] is None


def test_what_was_made_before_a_stop_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = Event()

    def endless(order, kind, progress):  # type: ignore[no-untyped-def]
        if kind == "xlsx":
            return b"made"
        begun.set()
        for at in range(6000):
            progress(at / 6000)
            sleep(0.01)
        raise AssertionError("nobody stopped it")

    monkeypatch.setattr(ui_making, "make", endless)
    at = visit(PAGE)
    at.button(key="report.make").click().run()
    assert begun.wait(60)
    at.run()
    at.button(key="progress.stop").click().run()
    settled(at)
    assert "Stopped after 1 of 2 files." in words_of(at)
    assert [label.split(" · ")[0] for label in downloads(at)][1:] == ["Workbook (.xlsx)"]


def test_one_file_needs_no_bundle() -> None:
    at = made(only(visit(PAGE), "csv"))
    assert session_of(at).reporting.making.bundle is None
    assert [label.split(" · ")[0] for label in downloads(at)] == [
        "Scenario file (.json)", "Months (.csv)",
    ]  # fmt: skip


def test_with_nothing_ticked_the_button_says_why_it_is_grey() -> None:
    at = tick(visit(PAGE), "xlsx", "pdf")
    button = at.button(key="report.make")
    assert button.disabled
    assert button.label == "Tick at least one file to make"


def test_a_part_that_cannot_go_in_says_why() -> None:
    at = visit(PAGE)
    assert [at.checkbox(key=f"report.part.{part}").disabled for part in PARTS] == [
        False, True, True,
    ]  # fmt: skip
    assert "Nothing is compared yet: the Compare page makes a set." in words_of(at)
    assert "Nothing was measured in this session: the Measure page does it." in words_of(at)


def test_a_part_that_no_chosen_report_has_a_place_for_says_so() -> None:
    at = only(visit(PAGE), "html")
    assert at.checkbox(key="report.part.risk").disabled
    assert "None of the reports chosen has a place for it." in words_of(at)


def test_a_part_ticked_before_comes_back_when_a_report_has_a_place_for_it_again() -> None:
    at = only(tick(visit(PAGE), "risk"), "html")
    assert order_of(session_of(at)).parts == frozenset()
    tick(at, "pdf")
    assert at.checkbox(key="report.part.risk").value
    assert order_of(session_of(at)).parts == {"risk"}


def test_the_set_goes_in_beside_the_case_under_names_that_tell_them_apart() -> None:
    at = tick(compared(Scenario(name="Standard"), preset_scenario("e_commerce")), "compare")
    names = [scenario.name for scenario in order_of(session_of(at)).scenarios]
    assert names == ["Standard", preset_scenario("e_commerce").name]  # the case is the first
    at.switch_page("pages/what_if.py").run()
    at.slider(key="team.users").set_value(40).run()
    at.switch_page(PAGE).run()
    names = [scenario.name for scenario in order_of(session_of(at)).scenarios]
    assert names == ["This case", "Standard", preset_scenario("e_commerce").name]


def test_a_full_set_leaves_no_place_for_the_case_and_says_what_to_do() -> None:
    users = (10, 20, 30, 40, 50)
    at = compared(*(Scenario().with_values({"team.users": each}) for each in users))
    assert at.checkbox(key="report.part.compare").disabled
    said = "The set and this case are 6 scenarios; a report takes 5. Remove one on the Compare page"
    assert said in words_of(at)


def test_a_set_in_another_currency_is_refused_in_its_own_words() -> None:
    dollars = Scenario(currency="USD")
    at = compared(dollars.with_values({"team.users": 9}), dollars)
    assert at.checkbox(key="report.part.compare").disabled
    assert "Amounts in EUR, USD cannot be compared." in words_of(at)


def test_what_was_measured_goes_in_with_its_currency_and_go_live() -> None:
    at = visit("pages/measure.py")
    at.button(key="measure.sample").click().run()
    at.switch_page(PAGE).run()
    tick(at, "measure")
    order, uploads = order_of(session_of(at)), session_of(at).uploads
    assert order.measurement is uploads.answer[1]
    assert order.go_live == uploads.asked.go_live
    assert order.measured_in


def test_names_language_and_ticks_are_kept_on_another_page() -> None:
    at = tick(visit(PAGE), "pptx", "risk")
    at.text_input(key="report.prepared_by").set_value("A. Maker").run()
    at.selectbox(key="report.language").set_value("fr").run()
    at.switch_page("pages/what_if.py").run()
    at.switch_page(PAGE).run()
    assert at.checkbox(key="report.kind.pptx").value
    assert at.checkbox(key="report.part.risk").value
    assert at.text_input(key="report.prepared_by").value == "A. Maker"
    assert at.selectbox(key="report.language").value == "fr"


def test_the_language_is_the_visitors_until_another_is_chosen() -> None:
    at = visit(PAGE, lang="pt_BR")
    assert at.selectbox(key="report.language").value == "pt_BR"
    assert order_of(session_of(at)).link == ""


def test_a_report_is_made_in_its_own_language_whatever_the_visitor_speaks() -> None:
    at = only(visit(PAGE), "csv")
    at.selectbox(key="report.language").set_value("fr").run()
    made(at)
    [found] = session_of(at).reporting.making.files
    assert found.name == "crmroi-fr.csv"
    assert "Mois" in found.data.decode("utf-8-sig").splitlines()[0]
    assert "1 file made." in words_of(at)


def test_a_file_is_called_after_its_case_safely() -> None:
    at = only(visit(PAGE), "csv")
    session_of(at).scenario = Scenario(name="../Été & Co: <CRM>\\n2026")
    made(at.run())
    assert session_of(at).reporting.making.files[0].name == "ete-co-crm-n2026-en.csv"


def test_files_are_stale_once_the_case_or_the_choices_changed() -> None:
    at = made(only(visit(PAGE), "csv"))
    assert "before your last change" not in words_of(at)
    at.text_input(key="report.prepared_for").set_value("B. Reader").run()
    assert "These files are made from the choices before your last change." in words_of(at)
    session_of(at).scenario = Scenario().with_values({"team.users": 9})
    at.run()
    assert "These files are made from the case before your last change." in words_of(at)
    assert "before your last change" not in words_of(made(at))


def test_a_refused_logo_says_why_beside_its_field_and_loses_nothing_typed() -> None:
    at = visit(PAGE)
    at.text_input(key="report.prepared_by").set_value("A. Maker").run()
    logo(at, ("logo.png", PIXEL, "image/png"))
    assert session_of(at).reporting.logo.format == "png"
    logo(at, ("notes.txt", b"hello", "text/plain"))
    assert (
        "notes.txt is neither a PNG picture nor an SVG drawing. Save the logo as one of them."
        in words_of(at)
    )
    assert session_of(at).reporting.logo is not None
    assert at.text_input(key="report.prepared_by").value == "A. Maker"
    at.button(key="report.logo.remove").click().run()
    assert session_of(at).reporting.logo is None
    assert "neither a PNG" not in words_of(at)


def logo(at: AppTest, file: tuple[str, bytes, str]) -> AppTest:
    at.file_uploader(key=f"report.logo.{session_of(at).reporting.round}").set_value(file).run()
    assert not at.exception, at.exception
    return at


def test_forgetting_empties_names_logo_and_files() -> None:
    at = made(only(visit(PAGE), "csv"))
    at.text_input(key="report.prepared_by").set_value(MARKER).run()
    logo(at, ("logo.png", PIXEL, "image/png"))
    session_of(at).forget()
    at.run()
    reporting = session_of(at).reporting
    assert (reporting.prepared_by, reporting.logo, reporting.making) == ("", None, None)
    assert at.text_input(key="report.prepared_by").value == ""
    assert [label.split(" · ")[0] for label in downloads(at)] == ["Scenario file (.json)"]


def test_names_are_in_no_address_no_scenario_file_and_no_log(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG)
    at = only(visit(PAGE), "csv")
    at.text_input(key="report.prepared_by").set_value(MARKER).run()
    logo(at, (f"{MARKER}.png", PIXEL, "image/png"))
    monkeypatch.setattr(ui_making, "make", broken)
    made(at)
    assert "Months: A fault of crmroi, not of your figures: ValueError at " in words_of(at)
    assert "report csv not made: ValueError at " in caplog.text
    session = session_of(at)
    places = [json.dumps(address_of(at)), write_scenario(session.scenario), caplog.text]
    assert [MARKER in place for place in [*places, repr(session)]] == [False] * 4


def broken(order, kind, progress):  # type: ignore[no-untyped-def] # stands for `make`
    raise ValueError(f"{order.prepared_by} cannot be drawn")


def test_what_one_report_cannot_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def partly(order, kind, progress):  # type: ignore[no-untyped-def]
        return broken(order, kind, progress) if kind == "html" else making.make(order, kind)

    monkeypatch.setattr(ui_making, "make", partly)
    at = made(tick(visit(PAGE), "xlsx", "pdf", "html", "csv"))
    assert "Live page: A fault of crmroi" in words_of(at)
    assert "1 file made." in words_of(at)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_shown_before_it_is_made(kind: str) -> None:
    at = settled(only(visit(PAGE), kind))
    preview = session_of(at).reporting.preview
    assert preview.problems == ()
    assert (
        preview.found.pages
        or preview.found.slides
        or preview.found.passages
        or (preview.found.parts)
    )
    assert _SAID[kind] in words_of(at)


def test_the_live_page_itself_is_shown_where_it_is_asked_for() -> None:
    at = settled(only(visit(PAGE), "html"))
    assert len(at.get("iframe")) == 0
    at.toggle(key="report.try").set_value(True).run()
    [frame] = at.get("iframe")
    kind, _comma, page = frame.proto.src.partition(",")
    assert kind == "data:text/html;charset=utf-8;base64"
    assert b64decode(page) == session_of(at).reporting.preview.found.live
    at.toggle(key="report.try").set_value(False).run()
    assert len(at.get("iframe")) == 0


def test_the_preview_is_in_the_language_of_the_report() -> None:
    at = visit(PAGE)
    at.selectbox(key="report.language").set_value("fr").run()
    settled(only(at, "xlsx"))
    assert "Hypothèses" in words_of(at)


def test_the_case_itself_can_be_taken_as_a_file_and_as_a_link() -> None:
    at = visit(PAGE)
    assert downloads(at) == ["Scenario file (.json)"]
    at.button(key="report.copy").click().run()
    assert "s=" + to_link(session_of(at).scenario) in drawn(at)["copy"]


@pytest.mark.parametrize("language", ["en", "fr", "pt_BR"])
def test_the_page_speaks(language: str) -> None:
    at = visit(PAGE, lang=language)
    assert drawn(at)["language"] == language.replace("_", "-")
