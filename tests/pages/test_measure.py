from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from crmroi.analysis.ranges import starting_ranges
from crmroi.assumptions import Scenario
from crmroi.files.sample import sample_files
from crmroi.ui.measure.result import FRONT_CARDS
from tests.pages.visiting import address_of, drawn, session_of, visit, words_of

PAGE = "pages/measure.py"
DEALS = (
    b"id,stage,created,close date,amount\n1,Won,2024-01-31,2024-02-28,5.0\n"
    b"2,Lost,2024-01-31,2024-02-28,\n"
)
TWO_CURRENCIES = (
    b"Deal ID,Stage,Amount,Amount Currency,Created,Closed\n"
    b"1,Won,100,EUR,2024-01-10,2024-03-15\n"
    b"2,Won,200,USD,2024-01-20,2024-04-01\n"
    b"3,Lost,300,EUR,2024-02-10,2024-05-20\n"
)
OPEN = b"id,stage,created,close date,amount\n1,Won,03/04/2024,05/06/2024,5.0\n"
MARKER = "Zq7marker"


def upload(at: AppTest, *files: tuple[str, bytes]) -> AppTest:
    at.file_uploader[0].set_value([(name, data, "text/csv") for name, data in files])
    return at.run()


def with_sample(**query: str) -> AppTest:
    at = visit(PAGE, **query)
    return at.button(key="measure.sample").click().run()


@pytest.fixture(scope="module")
def measured() -> AppTest:
    return with_sample()


def test_the_page_begins_with_files_and_offers_the_sample() -> None:
    at = visit(PAGE)
    assert session_of(at).uploads.step == "files"
    assert "Files stay on this machine, in this session’s memory." in words_of(at)
    assert at.button(key="measure.sample").label == "Use the sample"


def test_the_sample_leads_straight_to_the_result(measured: AppTest) -> None:
    assert not measured.exception
    uploads = session_of(measured).uploads
    assert uploads.step == "result"
    assert len(uploads.counted) == len(sample_files())
    assert "KPIs compared" in drawn(measured)["headline"]


def test_eight_cards_stand_in_front_and_every_kpi_behind_a_click() -> None:
    at = with_sample()
    assert len(drawn(at)["cards"]) == FRONT_CARDS
    at.toggle(key="measure.all").set_value(True).run()
    cards = {card["id"]: card for card in drawn(at)["cards"]}
    measured = session_of(at).uploads.answer[1].kpis
    assert set(measured) - set(cards) == {"leads_per_month", "tickets_per_month"}
    for name, card in cards.items():
        assert measured[name].value is not None or card["reason"], name


def test_the_first_card_with_a_verdict_is_the_one_that_is_looked_at(measured: AppTest) -> None:
    chosen = [card["id"] for card in drawn(measured)["cards"] if card["chosen"]]
    assert chosen == [session_of(measured).uploads.chosen]
    assert drawn(measured)["charts"][0]["id"] == "series"


def test_the_baseline_is_carried_into_the_case_with_its_uncertainty() -> None:
    at = with_sample()
    before = session_of(at).scenario
    at.button(key="use.baseline").click().run()
    after = session_of(at).scenario
    changed = {key for key, value in after.values().items() if value != before.values()[key]}
    assert {"business.leads_per_month", "business.conversion_rate"} <= changed
    assert all(key.startswith(("business.", "adoption.")) for key in changed)
    assert session_of(at).can_undo


def test_the_uplifts_are_carried_with_intervals_and_those_that_hold_zero_are_not_ticked() -> None:
    at = with_sample()
    uplifts = session_of(at).uploads.answer[1].uplifts
    for key, value in uplifts.items():
        assert at.checkbox(key=f"take.uplifts.{key}").value == value.telling
    at.button(key="use.uplifts").click().run()
    after = session_of(at).scenario
    told = {key: value for key, value in uplifts.items() if value.telling}
    assert told
    for key, value in told.items():
        assert after.value(key) == pytest.approx(value.value)
        assert key in after.uncertainty or value.interval is None
    assert set(starting_ranges(Scenario())) <= set(after.uncertainty)


def test_an_unticked_value_stays_as_it_is() -> None:
    at = with_sample()
    at.checkbox(key="take.baseline.business.leads_per_month").uncheck().run()
    at.button(key="use.baseline").click().run()
    assert session_of(at).scenario.business.leads_per_month == Scenario().business.leads_per_month


def test_a_refused_file_says_why_and_the_others_are_held() -> None:
    at = upload(visit(PAGE), ("deals.csv", DEALS), ("book.csv", b"PK\x03\x04" + b"\0" * 60))
    said = words_of(at)
    assert "Save it as CSV" in said or "Unpack it" in said
    assert list(session_of(at).uploads.counted) == ["deals"]
    assert session_of(at).uploads.step == "files"


def test_an_open_question_is_asked_with_a_cell_and_its_answer_is_the_reading() -> None:
    at = upload(visit(PAGE), ("deals.csv", OPEN))
    assert session_of(at).uploads.step == "check"
    assert (
        "Is 03/04/2024 the April\u00a03 or March\u00a04? Nothing in the column tells."
        in words_of(at)
    )
    for radio in list(at.radio):
        at.radio(key=radio.key).set_value("dmy")
    at.run()
    table = session_of(at).uploads.files[0].table
    assert str(table.frame["created"][0]) == "2024-04-03 00:00:00"


def test_an_answer_can_be_given_again() -> None:
    at = upload(visit(PAGE), ("deals.csv", TWO_CURRENCIES))
    (radio,) = at.radio
    radio.set_value("USD").run()
    assert session_of(at).uploads.files[0].table.frame["amount"].to_list() == [None, 200, None]
    (again,) = at.radio
    assert again.value == "USD"
    assert at.expander[0].label == "Your answers"
    again.set_value("EUR").run()
    assert session_of(at).uploads.files[0].table.frame["amount"].to_list() == [100, None, 300]
    assert at.radio[0].value == "EUR"


def test_the_kinds_of_table_are_asked_in_words_and_a_file_can_be_left_out() -> None:
    at = upload(visit(PAGE, lang="fr"), ("products.csv", b"product,series\nA,B\nC,D\n"))
    (radio,) = at.radio
    assert radio.options[:2] == ["Prospects", "Affaires"]
    radio.set_value("aside").run()
    (upload_,) = session_of(at).uploads.files
    assert upload_.aside
    assert not session_of(at).uploads.open_questions
    assert not at.radio
    at.segmented_control(key="measure.step").set_value("files").run()
    assert "1 question" not in words_of(at)


def test_a_table_whose_kind_is_asked_is_not_said_to_be_set_aside() -> None:
    at = upload(visit(PAGE), ("products.csv", b"product,series\nA,B\nC,D\n"))
    at.segmented_control(key="measure.step").set_value("files").run()
    assert at.selectbox(key="kind.products.csv").value is None


def test_the_result_says_which_file_it_is_without() -> None:
    at = upload(visit(PAGE), ("deals.csv", DEALS), ("empty.csv", b""))
    at.segmented_control(key="measure.step").set_value("result").run()
    assert "empty.csv could not be read and is not counted: step 1 says why." in words_of(at)


def test_in_front_stand_only_kpis_that_have_a_value() -> None:
    at = upload(visit(PAGE), ("deals.csv", DEALS))
    assert not [card["id"] for card in drawn(at)["cards"] if card["value"] == "no value"]
    at.toggle(key="measure.all").set_value(True).run()
    assert [card["id"] for card in drawn(at)["cards"] if card["value"] == "no value"]


def test_sums_in_the_bar_say_that_they_are_by_month(measured: AppTest) -> None:
    assert "Revenue per month" in [item["label"] for item in drawn(measured)["bar"]]


def test_a_file_of_the_same_kind_takes_the_place_of_the_one_before() -> None:
    at = upload(visit(PAGE), ("old.csv", DEALS), ("new.csv", DEALS))
    assert session_of(at).uploads.counted["deals"].name == "new.csv"


def test_a_column_can_be_mapped_otherwise() -> None:
    at = upload(visit(PAGE), ("deals.csv", DEALS))
    at.segmented_control(key="measure.step").set_value("check").run()
    at.selectbox(key="column.deals.csv.amount").set_value("").run()
    assert "amount" not in session_of(at).uploads.files[0].table.frame.columns


def test_forgetting_empties_the_session() -> None:
    at = with_sample()
    session_of(at).forget()
    at.run()
    assert session_of(at).uploads.files == []
    assert session_of(at).uploads.step == "files"


def test_no_cell_is_in_the_address_the_log_or_another_session(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "\n".join(f"{MARKER}{n},{MARKER},2024-01-{n:02d},{MARKER}" for n in range(1, 29))
    at = upload(visit(PAGE), ("deals.csv", f"id,stage,created,amount\n{rows}\n".encode()))
    other = visit(PAGE)
    assert MARKER not in str(address_of(at)) + str(drawn(other)) + words_of(other)
    assert MARKER not in caplog.text + "".join(capsys.readouterr())
    assert MARKER not in repr(session_of(at).uploads)


@pytest.mark.parametrize(("code", "said"), [("fr", "fichier"), ("pt-BR", "arquivo")])
def test_the_page_speaks_the_language_of_the_visitor(code: str, said: str) -> None:
    assert said in words_of(visit(PAGE, lang=code)).lower()
    at = with_sample(lang=code)
    assert "KPIs compared" not in drawn(at)["headline"]


def test_the_samples_of_the_other_systems_can_be_dropped_too() -> None:
    folder = Path(sample_files()[0].path).parent
    for path in sorted(folder.glob("*.csv")):
        at = upload(visit(PAGE), (path.name, path.read_bytes()))
        assert len(session_of(at).uploads.counted) == 1, path.name
