from __future__ import annotations

import pytest

from crmroi.files.exports.reading import read_export
from crmroi.files.exports.table import Options, Table
from crmroi.files.sample import SampleFile, other_sample_files, sample_files

every_file = pytest.mark.parametrize(
    "file", [*sample_files(), *other_sample_files()], ids=lambda file: file.name
)


def read(file: SampleFile) -> Table:
    reading = read_export(file.path.read_bytes(), file.name, Options())
    assert [question.notice.message for question in reading.questions] == []
    assert reading.table is not None
    return reading.table


@every_file
def test_a_file_is_read_and_its_kind_is_guessed(file):
    assert read(file).kind == file.kind


@every_file
def test_no_record_is_left_out_but_what_stands_below_a_table(file):
    left_out = read(file).report.left_out
    assert set(left_out) <= {"footer", "total", "empty_record"}
    assert sum(reason.count for reason in left_out.values()) == (
        7 if file.name == "salesforce_opportunities.csv" else 0
    )


@every_file
def test_addresses_are_dropped_and_codes_are_kept(file):
    table = read(file)
    assert table.report.personal_columns == (
        {"Respondent email": "dropped"} if file.name == "survey.csv" else {}
    )
    assert not any("@" in str(cell) for row in table.frame.iter_rows() for cell in row)
