from __future__ import annotations

import pytest

from crmroi.files.exports.sheet.counts import LONG_LINE, Counts, cells_are_short, counts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b"a,b\nc,d\n", Counts(2, 2, trimmed=True)),
        (b"a,b\r\nc,d", Counts(2, 2, trimmed=True)),
        (b'"a,\n",b\n', Counts(1, 1)),
        (b'a"b,c\n', None),
    ],
)
def test_records_and_delimiters_are_counted_outside_of_quotes(
    text: bytes, found: Counts | None
) -> None:
    assert counts(text, ord(",")) == found


@pytest.mark.parametrize(
    "text",
    [
        b" a,b\n",
        b"a ,b\n",
        b"a,\tb\n",
        b"a,b \n",
        b"a,b \r\n",
        b"a,b\n c,d",
        b"a,b ",
        "é,b\n".encode(),
    ],
)
@pytest.mark.parametrize("before", [0, 1, 7])
def test_a_blank_beside_a_delimiter_is_seen(text: bytes, before: int) -> None:
    whole = b"a,b\n" * ((1 << 16) * before - before) + text  # also where two chunks meet
    found = counts(whole, ord(","))
    assert found is not None
    assert not found.trimmed


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (b"", True),
        (b"a,b\n" * 20_000, True),
        (b"a" * LONG_LINE, True),
        (b"a,b\n" * 9000 + b"a" * (LONG_LINE + 1) + b"\n" + b"a,b\n" * 9000, False),
        (b"a,b\n" * 9000 + b"a" * (LONG_LINE + 1), False),
        (b'"a",b\n', False),
    ],
)
def test_cells_are_short_where_no_line_is_long_and_no_quote_joins_lines(
    text: bytes, short: bool
) -> None:
    assert cells_are_short(text) is short
