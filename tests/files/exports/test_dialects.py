"""A table in any dialect is read back equal; or what is open is asked, answered and read back."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from crmroi.files.exports.reading import read_export
from crmroi.files.exports.table import Options, Question, Table
from tests.files.exports.dialects import FIELDS, HEADERS, Deal, Dialect, dialects, tables


def told(options: Options, question: Question, dialect: Dialect) -> Options:
    """The options with a question answered by the truth, which is one of its choices."""
    truth = {
        "date_order": dialect.order,
        "decimal": dialect.decimal,
        "encoding": dialect.encoding,
        "kind": "deals",
    }[question.key]
    assert truth in question.choices
    if question.key == "date_order":
        return replace(options, date_orders={**options.date_orders, question.subject: truth})
    return replace(options, **{question.key: truth})


def read(data: bytes, dialect: Dialect) -> Table:
    """What is read once everything that is asked is answered; each thing is asked once."""
    options = Options()
    asked: set[tuple[str, str]] = set()
    while True:
        reading = read_export(data, "deals.csv", options)
        if reading.table is not None:
            return reading.table
        for question in reading.questions:
            assert (question.key, question.subject) not in asked
            asked.add((question.key, question.subject))
            options = told(options, question, dialect)


@settings(max_examples=3 * settings.default.max_examples)
@given(st.data(), dialects())
def test_a_table_in_any_dialect_is_read_back_equal(data: st.DataObject, dialect: Dialect) -> None:
    deals: list[Deal] = data.draw(tables(timed=dialect.timed))
    found = read(dialect.write(deals), dialect)
    assert found.report.left_out == {}
    assert found.frame.select(FIELDS).rows() == deals


def test_every_crm_and_language_names_all_fields() -> None:
    assert all(len(headers.split("|")) == len(FIELDS) for headers in HEADERS.values())
    assert {language for _crm, language in HEADERS} == {"en", "fr", "pt", "de", "es"}
