from __future__ import annotations

import json
import logging
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from crmroi.files.exports.reading import read_export
from crmroi.files.exports.table import Options, Reading, ReadingError, Table
from crmroi.files.exports.writing import clean_csv, left_out_csv
from tests.support import ROOT

SALT = Options(salt=b"a session's")
DEALS = "Deal ID,Deal Owner,Account Name,Stage,Amount,Created Date,Close Date\n"


def read(text: str, name: str = "export.csv", options: Options = SALT) -> Reading:
    return read_export(text.encode(), name, options)


def table(text: str, name: str = "export.csv", options: Options = SALT) -> Table:
    reading = read(text, name, options)
    assert not reading.questions, [question.notice.message for question in reading.questions]
    assert reading.table is not None
    return reading.table


def remarks(found: Table) -> list[str]:
    return [remark.message for remark in found.report.remarks]


def test_deals_are_read_to_typed_columns_and_a_report() -> None:
    found = table(DEALS + "1,Jane Doe,Acme,Closed Won,10.50,2026-01-01,2026-01-31\n")
    row = found.frame.row(0, named=True)
    assert found.kind == "deals"
    assert row["outcome"] == "won"
    assert row["amount"] == Decimal("10.50")
    assert row["created"] == datetime(2026, 1, 1)  # noqa: DTZ001 - in the zone chosen
    assert row["customer"] == "Acme"
    assert row["row"] == 2
    assert found.report.personal_columns == {"Deal Owner": "hashed"}
    assert found.report.mapping["closed"] == "Close Date"
    assert (found.report.rows_read, found.report.rows_used) == (1, 1)


def test_a_person_is_the_same_key_in_every_file_of_a_session_and_in_no_other() -> None:
    one = table(DEALS + "1,Jane Doe,Acme,Won,1,2026-01-01,2026-01-31\n")
    other = table("Lead ID,Lead Owner,Created Date\n1,JANE DOE ,2026-01-01\n", "leads.csv")
    elsewhere = table(
        DEALS + "1,Jane Doe,Acme,Won,1,2026-01-01,2026-01-31\n", options=Options(salt=b"another")
    )
    assert one.frame["owner"].to_list() == other.frame["owner"].to_list()
    assert one.frame["owner"].to_list() != elsewhere.frame["owner"].to_list()


def test_owners_written_as_codes_stay_readable() -> None:
    found = table(DEALS + "1,Owner 07,Acme,Won,1,2026-01-01,2026-01-31\n")
    assert found.frame["owner"].to_list() == ["Owner 07"]
    assert found.report.personal_columns == {}


def test_personal_columns_that_are_no_key_are_dropped_and_named() -> None:
    found = table(
        "Deal ID,Stage,Contact Email,Phone,First Name,Notes here\n"
        "1,Won,a@b.co,+351 912 345 678,Jane,c@d.co\n2,Lost,,,,\n"
    )
    assert found.report.personal_columns == {
        "Contact Email": "dropped", "Phone": "dropped", "First Name": "dropped",
        "Notes here": "dropped",
    }  # fmt: skip
    assert set(found.frame.columns) == {"stage", "id", "outcome", "row"}


def test_a_status_goes_before_a_stage() -> None:
    found = table("Deal ID,Status,Stage\n1,Won,Negotiation\n2,Lost,Closed Won\n3,,Closed Won\n")
    assert found.frame["outcome"].to_list() == ["won", "lost", "won"]


def test_flags_say_what_no_status_says() -> None:
    found = table("id,amount,is_closed,is_won\n1,5,true,true\n2,5,true,false\n3,5,false,false\n",
                  "deals.csv")  # fmt: skip
    assert found.frame["outcome"].to_list() == ["won", "lost", "open"]


def test_unknown_stages_count_as_open_and_are_counted() -> None:
    found = table("Deal ID,Stage\n1,Won\n2,Lost\n3,Zzyzx\n4,\n")
    assert found.frame["outcome"].to_list() == ["won", "lost", "open", "open"]
    assert remarks(found) == [
        "1 record has in “Stage” no known word for won, lost or open: it counts as open.",
        "1 deal has neither a status nor a stage: it counts as open.",
    ]


def test_a_stage_column_without_any_outcome_is_asked_about() -> None:
    reading = read("Deal ID,Stage\n1,Zzyzx\n")
    (question,) = reading.questions
    assert reading.table is None
    assert (question.key, question.option) == ("outcome", "--map")
    assert question.notice.message == (
        "“Stage” says of no deal that it was won or lost. Name the column that does."
    )


def test_wins_without_losses_are_remarked_on() -> None:
    found = table("Deal ID,Stage\n1,Won\n2,Open\n")
    assert remarks(found) == [
        "Deals were won and none was lost. Some CRMs archive lost deals and leave them out of an "
        "export: the win rate is then too good. Export the archived deals too."
    ]


def test_what_happened_goes_before_what_was_expected() -> None:
    found = table(
        "Topic,Status,Est. Close Date,Actual Close Date,Est. Revenue,Actual Revenue\n"
        "T,Won,2026-03-31,2026-02-28,10.5,9.5\n"
        "T,Lost,2026-03-31,2026-02-28,10.5,8.5\n", "deals.csv",
    )  # fmt: skip
    assert found.report.mapping["closed"] == "Actual Close Date"
    assert found.report.mapping["amount"] == "Actual Revenue"


def test_the_days_of_won_and_of_lost_deals_are_one_field() -> None:
    found = table(
        "Deal - ID,Deal - Status,Deal - Won time,Deal - Lost time,Deal - Expected close date\n"
        "1,Won,2026-02-28,,2026-03-31\n2,Lost,,2026-01-31,2026-03-31\n"
    )
    assert [str(day.date()) for day in found.frame["closed"]] == ["2026-02-28", "2026-01-31"]


def test_an_amount_paid_goes_before_other_totals() -> None:
    found = table(
        "Order ID,Order Date,Subtotal,Total,Amount Paid,Quantity,Unit Price\n"
        "1,2026-01-31,9.5,10.5,8.5,2,5.5\n"
    )
    assert found.report.mapping["amount"] == "Amount Paid"
    assert found.frame["amount"].to_list() == [Decimal("8.5")]


def test_quantity_times_price_stands_in_for_an_amount() -> None:
    found = table("Order ID,Order Date,Quantity,Unit Price\n1,2026-01-31,2,5.25\n")
    assert found.frame["amount"].to_list() == [Decimal("10.5")]
    assert remarks(found) == [
        "No column holds the amounts: they are the quantity × the unit price."
    ]


def test_two_currencies_are_asked_about_and_never_added() -> None:
    text = "Deal ID,Stage,Amount,Currency\n1,Won,10.5,EUR\n2,Lost,20.5,USD\n"
    (question,) = read(text).questions
    assert (question.key, question.option) == ("currency", "--currency")
    assert question.choices == ("EUR", "USD")
    found = table(text, options=Options(currency="eur"))
    assert found.frame["amount"].to_list() == [Decimal("10.5"), None]
    assert found.report.currencies == ("EUR",)
    assert remarks(found) == ["1 amount is in another currency than EUR and is left empty."]


@pytest.mark.parametrize(
    ("header", "currencies"),
    [
        ("Amount (EUR)", ("EUR",)),
        ("Amount [€]", ("EUR",)),
        ("Amount (R$)", ("BRL",)),
        ("Amount (US$)", ("USD",)),
        ("Amount ($)", ()),
        ("Amount (net)", ()),
        ("Amount", ()),
    ],
)
def test_a_header_may_name_the_currency_of_its_amounts(
    header: str, currencies: tuple[str, ...]
) -> None:
    found = table(f"Id,Stage,Close Date,{header}\n1,Won,2024-01-31,10.50\n2,Lost,2024-02-28,7.25\n")
    assert found.report.currencies == currencies
    assert found.frame["amount"].to_list() == [Decimal("10.50"), Decimal("7.25")]


def test_what_the_cells_say_of_their_currency_goes_before_the_header() -> None:
    found = table("Id,Stage,Close Date,Amount (EUR)\n1,Won,2024-01-31,£10.50\n")
    assert found.report.currencies == ("GBP",)


def test_a_currency_may_be_named_by_its_code_its_name_or_its_sign() -> None:
    text = "Deal ID,Stage,Amount,Currency\n1,Won,1.5,EUR\n2,Lost,2.5,Euro\n3,Lost,2.5,€\n"
    assert table(text).report.currencies == ("EUR",)


def test_the_same_record_twice_is_one_and_of_two_that_differ_the_newest_counts() -> None:
    found = table(
        "Deal ID,Stage,Modified at\n"
        "1,Won,2026-03-01\n1,Lost,2026-02-01\n2,Lost,2026-02-01\n2,Lost,2026-02-01\n"
    )
    assert found.frame["outcome"].to_list() == ["won", "lost"]
    assert {reason: left.rows for reason, left in found.report.left_out.items()} == {
        "duplicate_record": (5,), "superseded_record": (3,),
    }  # fmt: skip


def test_ids_are_compared_exactly_and_shortened_ones_are_remarked_on() -> None:
    found = table("Deal ID,Stage\n001,Won\n1,Lost\n1.23E+17,Lost\n")
    assert found.frame["id"].to_list() == ["001", "1", "1.23E+17"]
    assert remarks(found) == [
        "“Deal ID” holds numbers that a spreadsheet has shortened (like 1.23E+17): different "
        "numbers may have become equal. Export the file again without opening it in one."
    ]


def test_spend_by_channel_is_acquisition_and_says_so() -> None:
    found = table("month,channel,spend\n2026-01-01,Web,10.5\n", "marketing_spend.csv")
    assert found.frame["category"].to_list() == ["acquisition"]
    assert remarks(found) == [
        "No column says what the costs are for; by the names of its columns they are spent on "
        "winning customers, and count as acquisition."
    ]


def test_a_category_that_is_no_known_word_is_asked_about() -> None:
    text = "Date,Category,Amount\n2026-01-31,Google Ads,1.5\n2026-01-31,Zzyzx,2.5\n"
    (question,) = read(text, "costs.csv").questions
    assert (question.key, question.subject, question.examples) == (
        "cost_category", "Zzyzx", ("Zzyzx",),
    )  # fmt: skip
    assert "Zzyzx" not in repr(question)
    told = table(text, "costs.csv", Options(cost_categories={"zzyzx": "crm"}))
    assert told.frame["category"].to_list() == ["acquisition", "crm"]


def test_what_is_told_goes_before_what_is_found() -> None:
    text = "Deal ID,Stage,Amount,Budget here\n1,Won,1.5,2.5\n2,Lost,1.5,2.5\n"
    found = table(text, options=Options(mapping={"amount": "budget here", "id": ""}))
    assert found.report.mapping == {"stage": "Stage", "amount": "Budget here"}


def test_a_column_that_is_not_there_cannot_be_told() -> None:
    with pytest.raises(ReadingError) as raised:
        read("Deal ID,Stage\n1,Won\n", options=Options(kind="deals", mapping={"amount": "Nil"}))
    assert str(raised.value) == "The file has no column “Nil”. Name one of its columns."


def test_a_control_group_and_further_columns_are_kept() -> None:
    found = table(
        "Deal ID,Stage,Sales Team,Colour\n1,Won,North,red\n2,Lost,South,blue\n",
        options=Options(control=("team", "south"), keep=("Colour", "Nil")),
    )
    assert found.frame["control"].to_list() == [False, True]
    assert found.frame["Colour"].to_list() == ["red", "blue"]


def test_a_survey_of_two_kinds_has_the_scale_of_its_satisfaction() -> None:
    found = table(
        "Survey date,Survey type,Score\n2026-01-31,NPS,10\n2026-01-31,NPS,0\n"
        "2026-01-31,CSAT,5\n2026-01-31,CSAT,1\n"
    )
    assert found.frame["kind"].to_list() == ["nps", "nps", "csat", "csat"]
    assert (found.report.scales["score"].low, found.report.scales["score"].high) == (1, 5)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Date,Amount", ""), ("Nome;Conta;Estado;Montante;Data de fecho;Criado em", "deals"),
        ("InvoiceNo,Quantity,InvoiceDate,UnitPrice,CustomerID", "orders"),
        ("Case Number,Subject,Status,Date/Time Opened,Date/Time Closed", "tickets"),
        ("customerID,tenure,Churn", "customers"), ("Date de réponse;Note;Client", "survey"),
        ("Activity - Done,Activity - Due date,Activity - Assigned to user", "activity"),
        ("Month,Campaign,Ad spend", "costs"), ("Lead Owner,Lead Status,Create Date", "leads"),
    ],
)  # fmt: skip
def test_the_kind_is_told_by_the_headers(words: str, kind: str) -> None:
    mark = ";" if ";" in words else ","
    reading = read(f"{words}\n{mark.join(_CELLS.get(w, '3') for w in words.split(mark))}\n")
    sure = not any(question.key == "kind" for question in reading.questions)
    assert (reading.kind if sure else "") == kind


_CELLS = {
    "Date": "2026-01-31", "Estado": "Ganho", "Data de fecho": "2026-01-31", "Churn": "No",
    "Criado em": "2026-01-31", "InvoiceDate": "2026-01-31", "Date/Time Opened": "2026-01-31",
    "Date/Time Closed": "2026-01-31", "Date de réponse": "2026-01-31", "Month": "2026-01-31",
    "Activity - Due date": "2026-01-31", "Create Date": "2026-01-31", "Lead Status": "New",
}  # fmt: skip


def test_a_file_of_no_kind_is_asked_about_in_words() -> None:
    reading = read("product,series,sales_price\nA,B,550\n", "products.csv")
    (question,) = reading.questions
    assert (reading.kind, question.key) == ("", "kind")
    assert question.notice.message == (
        "None of its columns says what the table is: no date, stage, score or amount is named. "
        "Say what it holds, or leave the file out."
    )


MARKER = "Qx7marker"


@pytest.mark.parametrize(
    "header",
    [
        DEALS, "Order ID,Order Date,Amount,Currency,Customer\n", "Date,Category,Amount\n",
        "Lead ID,Created Date,Lead Status,Email\n", "Score,Survey Date,Survey Type\n",
        "Ticket ID,Created Date,Resolved Date,CSAT,Time Spent,Agent\n", "Date,User,Activity type\n",
        "Customer ID,Signup Date,Churned\n", "A,B,C\n",
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["", "deals", "costs", "orders"])
def test_no_cell_is_printed_anywhere(
    header: str, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    width = header.count(",") + 1
    record = ",".join(f"{MARKER}{n}" for n in range(width)) + "\n"
    try:
        reading = read(header + record * 3, options=Options(kind=kind, salt=b"s"))
    except ReadingError as error:
        said = [str(error), repr(error), repr(error.problems)]
    else:
        said = [repr(reading), *(question.notice.message for question in reading.questions)]
        if reading.table is not None:
            said += remarks(reading.table)
    assert not any(MARKER in text for text in [*said, caplog.text])


def test_a_preview_masks_people() -> None:
    reading = read(DEALS + "1,Jane Doe,Acme,Won,1,2026-01-01,2026-01-31\n")
    assert reading.preview.rows[0][:3] == ("1", "•••", "Acme")


def test_the_cleaned_table_is_safe_in_a_spreadsheet() -> None:
    found = table(DEALS + "1,Owner 1,=1+1,Won,-1.50,2026-01-01,2026-01-31\n"
                  "2,Owner 2,\uff1d1,Lost,2.50,2026-01-01,2026-01-31\n")  # fmt: skip
    text = clean_csv(found)
    assert ",'=1+1," in text
    assert ",'\uff1d1," in text
    assert ",-1.50," in text


def test_the_records_left_out_are_given_back_with_their_reason() -> None:
    data = b"Deal ID,Stage\n1,Won\n1,Won\n2,Lost\n"
    reading = read_export(data, "deals.csv", SALT)
    assert reading.table is not None
    assert left_out_csv(data, reading.table.report).splitlines() == [
        "Row,Why it was left out,Deal ID,Stage",
        "3,It says the same as another record of the same number.,1,Won",
    ]


def real(shared: Path, name: str) -> Table:
    path = shared / "data" / name
    return read_found(read_export(path.read_bytes(), path.name, SALT))


def read_found(reading: Reading) -> Table:
    assert reading.questions == ()
    assert reading.table is not None
    return reading.table


def test_maven_crm_reads_without_a_question(shared: Path) -> None:
    found = real(shared, "maven_crm/sales_pipeline.csv")
    expected = json.loads((shared / "data/maven_crm/expected.json").read_text())
    counts = dict(found.frame["outcome"].value_counts().iter_rows())
    assert counts == {name: expected[name] for name in ("won", "lost", "open")}
    assert found.report.personal_columns == {"sales_agent": "hashed"}


def test_support_tickets_read_without_a_question(shared: Path) -> None:
    found = real(shared, "support_tickets/customer_support_tickets.csv")
    assert found.kind == "tickets"
    assert "handling_minutes" not in found.frame.columns
    assert found.frame["resolved"].count() == 3724


def test_nps_survey_reads_without_a_question(shared: Path) -> None:
    found = real(shared, "nps_survey/nps_survey.csv")
    assert found.report.mapping["date"] == "surveyed_at"
    assert found.frame["kind"].unique().to_list() == ["nps"]


def test_taskflow_reads_without_a_question(shared: Path) -> None:
    assert real(shared, "taskflow_cac/customers.csv").kind == "customers"
    spend = real(shared, "taskflow_cac/marketing_spend.csv")
    assert spend.frame["amount"].sum() == Decimal("393114.46")


@pytest.mark.parametrize(
    "name",
    ["maven_crm/accounts.csv", "maven_crm/products.csv", "maven_crm/sales_teams.csv",
     "taskflow_cac/plans.csv"],
)  # fmt: skip
def test_files_of_no_kind_are_asked_about(shared: Path, name: str) -> None:
    path = shared / "data" / name
    reading = read_export(path.read_bytes(), path.name, SALT)
    assert (reading.kind, reading.questions[0].key) == ("", "kind")


def test_a_data_dictionary_is_refused(shared: Path) -> None:
    data = (shared / "data/maven_crm/data_dictionary.csv").read_bytes()
    with pytest.raises(ReadingError, match="Two tables"):
        read_export(data, "data_dictionary.csv", SALT)


@pytest.mark.parametrize("path", sorted((ROOT / "sample_data").glob("*.csv")), ids=lambda p: p.name)
def test_every_sample_reads_without_a_question(path: Path) -> None:
    read_found(read_export(path.read_bytes(), path.name, SALT))
