from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.files.cash_flow_table import CashFlowTableError, read_cash_flow_table


def read(text: str):
    return read_cash_flow_table(text.encode())


def problems(text: str | bytes) -> list[str]:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(CashFlowTableError) as refused:
        read_cash_flow_table(data)
    return str(refused.value).split("\n")


def test_benefits_and_costs_give_the_net_flow():
    table = read("period,benefits,costs\n0,0,100\n1,80,10\n2,80,10.5\n")
    assert table.benefits == (0.0, 80.0, 80.0)
    assert table.costs == (100.0, 10.0, 10.5)
    assert table.net == (-100.0, 70.0, 69.5)
    assert table.notices == ()


def test_a_net_flow_alone_has_neither_benefits_nor_costs():
    table = read("period,net\n2024,-100\n2025,120\n")
    assert table.net == (-100.0, 120.0)
    assert (table.benefits, table.costs) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "period,net\n0,-10.5\n1,20\n",
        "\ufeffperiod,net\r\n0,-10.5\r\n1,20\r\n",
        "Period ; NET\n0;-10,5\n1;20\n",
        "sep=;\nperiod;net\n0;-10,5\n1;20",
        "period\tnet\n0\t-10,5\n1\t20\n\n",
        "net,period\n-10.5,0\n20,1\n",
        '"period","net"\n"0","-10.5"\n\n,\n"1","20"\n',
        "period,net\r-4,\u221210.5\r-3,20\r",
        "period,net\n-4,-10.5\n-3,20\n".encode("utf-16"),
    ],
)
def test_the_same_table_is_read_however_it_is_written(text):
    data = text if isinstance(text, bytes) else text.encode()
    assert read_cash_flow_table(data).net == (-10.5, 20.0)


def test_costs_all_negative_are_read_as_positive_and_said_so():
    table = read("period,benefits,costs\n0,0,-100\n1,80,0\n2,80,-10\n")
    assert table.costs == (100.0, 0.0, 10.0)
    assert [str(notice) for notice in table.notices] == [
        "costs: all are written as negative amounts; they are read as positive."
    ]


def test_costs_of_both_signs_are_a_question():
    [question] = problems("period,benefits,costs\n0,0,100\n1,80,-20\n2,80,10\n")
    assert question == (
        "costs: some are positive and some are negative (line 3: -20). Write all costs as "
        "positive amounts; money that comes back is a benefit."
    )


def test_everything_wrong_is_said_at_once_by_line_and_column():
    text = "period,benefits,costs\n0,0,100\n2,abc,\n2.5,1e20,3\n3,4,NaN\n"
    assert problems(text) == [
        "Line 3: period 2 comes after 0. Periods rise by one.",
        "Line 4, period: “2.5” is not a whole number. Number the periods 0, 1, 2 and so on.",
        "Line 3, benefits: “abc” is not a number. Write it without a currency, like 1200.50.",
        "Line 3, costs: nothing is written. Write 0 where nothing is paid.",
        "Line 4, benefits: 1e20 is beyond 1e15, the most that is read.",
        "Line 5, costs: “NaN” is not a number. Write it without a currency, like 1200.50.",
    ]


@pytest.mark.parametrize(("periods", "line"), [("011", 4), ("021", 3), ("10", 3)])
def test_a_period_twice_left_out_or_out_of_order_is_refused(periods, line):
    text = "period,net\n" + "".join(f"{period},1\n" for period in periods)
    assert problems(text)[0].startswith(f"Line {line}: period ")


def test_a_row_with_a_cell_missing_is_named():
    assert problems("period,benefits,costs\n0,1,2\n1,2\n2,3,4,5\n") == [
        "Line 3: 2 cells, where the header names 3.",
        "Line 4: 4 cells, where the header names 3.",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", ""),
        ("\n\n", ""),
        ("year,net\n0,1\n", "year,net"),
        ("period,benefits\n0,1\n", "period,benefits"),
        ("period,net,net\n0,1,1\n", "period,net,net"),
        ("period,net,benefits,costs\n", "period,net,benefits,costs"),
        ("0,-100\n1,50\n", "0,-100"),
    ],
)
def test_a_header_that_names_other_columns_is_shown(text, line):
    columns = "The first line names the columns, period,benefits,costs or period,net."
    assert problems(text) == [f"{columns} Here it is “{line}”."]


QUESTION = "“1.200” can be 1.2 or 1200. Write it without a mark between thousands."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("period,net\n", "The table has a header and no periods."),
        ("period;net\n0;1.200\n", QUESTION),
        ('period,net\n0,"1\n', "Line 2: a quotation mark is not closed, or stands inside a cell."),
        (b"period,net\n0,\xff\n", "The table is not UTF-8 text. Save it as “CSV UTF-8”."),
        (b"PK\x03\x04", "This is an Excel workbook named .csv. Save it as CSV in Excel."),
        ("period,net\n" + "".join(f"{n},1\n" for n in range(601)),
         "The table has 601 periods; at most 600 are read."),
        (b"1" * 1_000_001, "The table has 1000001 bytes; at most 1000000 are read."),
    ],
)  # fmt: skip
def test_a_table_that_is_none_says_why(data, message):
    assert problems(data) == [message]


def test_a_long_list_of_problems_is_cut_and_counted():
    text = "period,net\n" + "".join(f"{n},x\n" for n in range(30))
    found = problems(text)
    assert (len(found), found[-1]) == (21, "And 10 more.")


header = st.sampled_from(
    ["period,net\n", "period;benefits;costs\n", "period\tnet\n", "sep=;\n", ""]
)


def says_why_or_reads(data: bytes) -> None:
    try:
        read_cash_flow_table(data)
    except CashFlowTableError as error:
        messages = str(error)
        assert messages


@given(header, st.text(alphabet="0123456789.,;\t\"'\n\r- eperiodnt\u202f\x00\x0b", max_size=60))
def test_no_text_crashes_the_reader(head, body):
    says_why_or_reads((head + body).encode())


@given(st.binary(max_size=60))
def test_no_bytes_crash_the_reader(data):
    says_why_or_reads(data)
