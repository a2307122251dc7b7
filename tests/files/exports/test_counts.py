from __future__ import annotations

import pytest

from crmroi.files.exports.counts import LONG_LINE, cells_are_short, counts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b"a,b\nc,d\n", (2, 2)),
        (b"a,b\nc,d", (2, 2)),
        (b'"a,\n",b\n', (1, 1)),
        (b'a"b,c\n', None),
    ],
)
def test_records_and_delimiters_are_counted_outside_of_quotes(
    text: bytes, found: tuple[int, int] | None
) -> None:
    assert counts(text, ord(",")) == found


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
