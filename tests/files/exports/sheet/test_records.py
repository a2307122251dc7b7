from __future__ import annotations

import csv
import io

import polars as pl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crmroi.files.exports.sheet import blocks
from crmroi.files.exports.sheet.blocks import Body, read_blocks
from crmroi.files.exports.sheet.records import Cells, Dialect
from crmroi.files.exports.table import ReadingError

CELL = st.text(st.sampled_from('ab1 ,;"\n\té\u00a0'), max_size=6)
MESS = st.text(st.sampled_from('a1,,,"\n\n\t é\\'), max_size=60)
TABLES = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=12)
)

Read = tuple[list[tuple[object, ...]], list[tuple[int, tuple[str, ...]]], int]


def nothing_odd(_records: pl.DataFrame, *, trimmed: bool) -> dict[int, Cells]:
    return {}


def read(text: str, width: int, dialect: Dialect, size: int = 1 << 22) -> Read | str:
    """Rows of full width, the others, the last row number; or the words of a refusal."""
    body = Body("deals.csv", text.encode(), 0, 1, dialect, width)
    try:
        found = list(read_blocks(body, nothing_odd, size))
    except ReadingError as error:
        return str(error)
    rows = [row for block in found for row in block.frame.rows()]
    others = [other for block in found for other in block.odd.items()]
    return rows, others, found[-1].last_row if found else 0


def one_by_one(text: str, width: int, dialect: Dialect) -> Read | str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "_regular", lambda *_: None)
        return read(text, width, dialect)


@given(MESS, st.integers(2, 4), st.sampled_from([4, 16, 1000]))
def test_blocks_and_single_records_agree_on_any_text(text: str, width: int, size: int) -> None:
    dialect = Dialect(",")
    assert read(text, width, dialect, size) == one_by_one(text, width, dialect)


@given(
    TABLES,
    st.sampled_from(",;\t|"),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from([8, 40, 1000]),
)
def test_a_table_written_in_any_dialect_is_read_back_equal(
    table: list[list[str]], mark: str, end: str, quoting: int, size: int
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=mark, lineterminator=end, quoting=quoting).writerows(table)
    written = [(*cells, row) for row, cells in enumerate(table, 1)]
    expected = (written, [], len(table))
    assert read(text.getvalue(), len(table[0]), Dialect(mark), size) == expected
    assert one_by_one(text.getvalue(), len(table[0]), Dialect(mark)) == expected


def test_a_large_table_goes_the_fast_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "read_records", lambda *_: pytest.fail("one by one"))
    text = 'a,"b, c",d\r\n1,"2 ""x""\r\n3",4\r\n' * 1000
    found = read(text, 3, Dialect(","), 4000)
    assert not isinstance(found, str)
    assert found[0][:2] == [("a", "b, c", "d", 1), ("1", '2 "x"\r\n3', "4", 2)]
    assert found[2] == 2000


def test_only_the_block_with_a_short_record_goes_the_slow_way() -> None:
    lines = ["aaa,bbb,ccc"] * 100
    lines[50] = "aaa,bbb"
    found = read("\n".join(lines), 3, Dialect(","), 120)
    assert not isinstance(found, str)
    rows, others, last = found
    assert (len(rows), others, last) == (99, [(51, ("aaa", "bbb"))], 100)
    assert rows[-1] == ("aaa", "bbb", "ccc", 100)


def test_no_cell_is_null() -> None:
    body = Body("deals.csv", b'a,,\n"",,b\n', 0, 1, Dialect(","), 3)
    (block,) = read_blocks(body, nothing_odd)
    assert block.frame.null_count().sum_horizontal().item() == 0
    assert block.frame.schema == {"0": pl.String, "1": pl.String, "2": pl.String, "row": pl.Int64}


@given(
    st.text(st.sampled_from("a1,,,\n\n\t é\r\u2003"), max_size=60), st.sampled_from([4, 16, 1000])
)
@example("a,b\r\nc,d\r\n", 1000)
def test_cells_said_to_be_trimmed_have_no_blank_at_either_end(text: str, size: int) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").encode()
    for block in read_blocks(Body("deals.csv", lines, 0, 1, Dialect(","), 2), nothing_odd, size):
        cells = block.frame.drop("row")
        if block.trimmed:
            assert cells.equals(cells.select(pl.all().str.strip_chars()))


def test_what_is_looked_for_is_found_under_its_row_number() -> None:
    def ends_in_seven(records: pl.DataFrame, *, trimmed: bool) -> dict[int, Cells]:
        found = records.filter(pl.col("0").str.ends_with("7"))
        return dict(zip(found["row"], found.select("0", "1").rows(), strict=True))

    lines = [f"{row},b" for row in range(2, 40)]
    lines[20] += ",c"  # a block that goes the slow way
    body = Body("deals.csv", "\n".join(lines).encode(), 0, 2, Dialect(","), 2)
    found: dict[int, Cells] = {}
    for block in read_blocks(body, ends_in_seven, 40):
        found |= block.odd
    assert found == {row: (str(row), "b") for row in (7, 17, 27, 37)} | {22: ("22", "b", "c")}


NOT_CLOSED = (
    "Line {line}: a quotation mark opens a cell and is not closed as it should be. Close it, or "
    "write it twice where it belongs to the text."
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a,b\n1,"2\n3,4\n', 2),
        ('a,b\n1,"2 \n3,"4"\n5,6\n', 2),
        ('a,b\n"1\n1",2\n"3\n4","5\n6,7', 5),
        ("a,b\n1,2\n" + '3,"4\n' + "5,6\n" * 1200 + '7,"8"\n', 3),
    ],
)
def test_a_quote_that_is_not_closed_is_named_by_its_line(text: str, line: int) -> None:
    assert read(text, 2, Dialect(",")) == NOT_CLOSED.format(line=line)


def test_a_quote_inside_an_unquoted_cell_is_a_character() -> None:
    assert read('pipe 5",x\n"5"" pipe",y\n', 2, Dialect(",")) == (
        [('pipe 5"', "x", 1), ('5" pipe', "y", 2)], [], 2,
    )  # fmt: skip


def test_backslashes_keep_quotes_in_a_cell_where_the_dialect_has_them() -> None:
    text = 'a,"say \\"hi\\", then go"\n'
    assert read(text, 2, Dialect(",", backslash=True)) == ([("a", 'say "hi", then go', 1)], [], 1)


def test_a_cell_beyond_what_is_read_is_refused() -> None:
    limit = csv.field_size_limit()
    assert read("a,b\n1,x" + "y" * limit + '"\n1\n', 2, Dialect(",")) == (
        f"A cell holds more than {limit:,} characters. A quotation mark may be missing; else leave "
        "the column of long texts out of the export."
    )
