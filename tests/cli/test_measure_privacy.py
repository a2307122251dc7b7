"""No cell of an upload is in a message, whatever becomes of the file."""

from __future__ import annotations

import csv
import io

import pytest

from crmroi.cli import main
from crmroi.files.exports.meaning.fields import KINDS

MARK = "Qx7SECRETq"

HEADERS = {
    "leads": ["Lead ID", "Created date", "Converted", "Lead source", "Lead owner", "Email"],
    "deals": ["Deal ID", "Status", "Stage", "Created", "Closed", "Amount", "Currency", "Owner"],
    "orders": ["Order number", "Order date", "Customer", "Amount", "Currency"],
    "customers": ["Customer ID", "Customer since", "Customer until", "Churned", "Phone"],
    "tickets": ["Ticket ID", "Created", "Resolved", "Handling time", "Satisfaction", "Agent"],
    "survey": ["Score", "Date", "Customer", "Comment"],
    "activity": ["Date", "User", "Customer", "Type"],
    "costs": ["Date", "Amount", "Category", "Currency", "Campaign"],
}
GOOD = {
    "leads": ["", "2025-03-01", "yes", "", "", ""],
    "deals": ["", "won", "", "2025-03-01", "2025-04-01", "12.50", "EUR", ""],
    "orders": ["", "2025-03-01", "", "12.50", "EUR"],
    "customers": ["", "2025-03-01", "", "no", ""],
    "tickets": ["", "2025-03-01", "2025-03-02", "12", "4", ""],
    "survey": ["9", "2025-03-01", "", ""],
    "activity": ["2025-03-01", "", "", ""],
    "costs": ["2025-03-01", "12.50", "crm", "EUR", ""],
}
"""A cell that each column can have; "" is any."""


def sheet(kind: str, spoilt: set[int]) -> str:
    """A file of two hundred records; the columns `spoilt` hold nothing but the mark."""
    rows = [
        [f"{MARK}{row}" if at in spoilt or not good else good for at, good in enumerate(GOOD[kind])]
        for row in range(200)
    ]
    text = io.StringIO()
    csv.writer(text).writerows([HEADERS[kind], *rows])
    return text.getvalue()


def every_sheet() -> list[tuple[str, set[int]]]:
    """Each kind with all cells spoilt, with no more than any text, and with each column spoilt."""
    return [
        (kind, spoilt)
        for kind, headers in HEADERS.items()
        for spoilt in (set(range(len(headers))), set(), *({at} for at in range(len(headers))))
    ]


@pytest.mark.parametrize(("kind", "spoilt"), every_sheet())
def test_no_cell_is_in_what_is_said(kind, spoilt, tmp_path, capsys):
    whole = len(spoilt) != 1
    for form in ["--json"], *([[]] if whole else []):
        says_no_cell(kind, spoilt, form, tmp_path, capsys)


def says_no_cell(kind, spoilt, form, tmp_path, capsys):
    path = tmp_path / "export.csv"
    path.write_text(sheet(kind, spoilt), encoding="utf-8")
    status = main(["measure", f"--{kind}", str(path), "--go-live", "2025-04-01", *form])
    out, err = capsys.readouterr()
    assert MARK not in out + err
    assert "fault of crmroi" not in err
    assert (status, bool(out)) in {(0, True), (1, False)}


def test_every_kind_of_table_is_tried():
    assert list(HEADERS) == list(KINDS)
