from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.files.exports.encoding.source import Source, decode
from crmroi.files.exports.table import Limits, Options, ReadingError

TEXT = "Étape;Montant\nGagné – à Zoë’s;12 €\n"
PLAIN = Options()


def read(data: bytes, options: Options = PLAIN, name: str = "deals.csv") -> Source:
    return decode(data, name, options)


def refusal(data: bytes, options: Options = PLAIN, name: str = "deals.csv") -> str:
    with pytest.raises(ReadingError) as refused:
        read(data, options, name)
    return str(refused.value)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 * 2 + TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-32"), "utf-32"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_the_encoding_is_found_from_the_bytes(data: bytes, encoding: str) -> None:
    source = read(data)
    assert source.text_bytes.decode() == TEXT
    assert source.encoding == encoding
    assert source.questions == ()


@pytest.mark.parametrize("encoding", ["cp850", "mac_roman", "cp1252", "utf-16"])
def test_an_encoding_that_is_named_is_taken(encoding: str) -> None:
    text = "Étape;Montant\nGagné à;12\n"
    source = read(text.encode(encoding), Options(encoding=encoding))
    assert source.text_bytes.decode() == text
    assert source.questions == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_never_end_in_a_carriage_return_alone(end: str) -> None:
    text = read(f"a,b{end}1,2{end}".encode()).text_bytes
    assert text.splitlines() == [b"a,b", b"1,2"]
    assert text.count(b"\r") == text.count(b"\r\n")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\r\ufeff"), min_size=1))
def test_any_utf_8_text_comes_back_as_it_is(text: str) -> None:
    text = "Stage,Amount\n" + text
    assert read(text.encode()).text_bytes.decode() == text


DAMAGED = [
    ("cp850", "The letters with accents are neither UTF-8 nor Windows-1252. Which encoding is it?"),
    (
        "mac_roman",
        "The letters with accents are neither UTF-8 nor Windows-1252. Which encoding is it?",
    ),
]


@pytest.mark.parametrize(("encoding", "words"), DAMAGED)
def test_letters_of_other_machines_are_asked_about(encoding: str, words: str) -> None:
    (question,) = read("Négociation,créé\n".encode(encoding)).questions
    assert (question.key, question.option) == ("encoding", "--encoding")
    assert encoding in question.choices
    assert str(question.notice) == words


def test_text_encoded_twice_is_offered_to_be_mended() -> None:
    twice = TEXT.encode().decode("cp1252").encode()
    (question,) = read(twice).questions
    assert question.choices == ("repair", "utf-8")
    assert str(question.notice) == (
        "Letters with accents were encoded twice and look like “Ã©”. Mend them, or keep them as "
        "they are?"
    )
    assert read(twice, Options(encoding="repair")).text_bytes.decode() == TEXT
    kept = read(twice, Options(encoding="utf-8"))
    assert (kept.text_bytes, kept.questions) == (twice, ())


def test_capitals_with_accents_are_not_taken_for_text_encoded_twice() -> None:
    text = "SITUAÇÃO,NÃO,ÂMBITO,Ängste,“à” – É\n"
    assert read(text.encode()).questions == ()
    assert read(text.encode(), Options(encoding="repair")).text_bytes.decode() == text


def test_a_stray_letter_in_utf_8_is_asked_about_and_can_be_mended() -> None:
    mixed = "créé,gagné,perdu à Orléans,".encode() + "é\n".encode("cp1252")
    (question,) = read(mixed).questions
    assert question.choices == ("repair", "cp1252")
    mended = read(mixed, Options(encoding="repair"))
    assert mended.text_bytes.decode() == "créé,gagné,perdu à Orléans,é\n"


BINARY = [
    (b"PK\x03\x04\x14\0[Content_Types].xml xl/workbook.xml", "deals.csv",
     "This is an Excel workbook named .csv. Save it as CSV in Excel and drop it again."),
    (b"PK\x03\x04\x14\0[Content_Types].xml xl/workbook.xml", "deals.xlsx",
     "This is an Excel workbook. Save it as CSV in Excel and drop it again."),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "deals.csv",
     "This is an Excel workbook named .csv. Save it as CSV in Excel and drop it again."),
    (b"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "deals.csv",
     "This is a spreadsheet document. Save it as CSV and drop it again."),
    (b"PK\x03\x04\x14\0deals.csv", "deals.csv",
     "This is a compressed archive. Unpack it and drop the CSV files that it holds."),
    (b"\x1f\x8b\x08\0", "deals.csv",
     "This is a compressed archive. Unpack it and drop the CSV files that it holds."),
    (b"%PDF-1.7\n", "deals.csv",
     "This is a PDF document, not CSV. Export the report as CSV and drop it again."),
    (b"\x89PNG\r\n\x1a\n", "deals.csv",
     "This is an image, not CSV. Export the table as CSV and drop it again."),
    (b"\xff\xd8\xff\xe0", "deals.csv",
     "This is an image, not CSV. Export the table as CSV and drop it again."),
    (b"SQLite format 3\0", "deals.csv",
     "This is a database file, not CSV. Export the table as CSV and drop it again."),
    (b"\n <!DOCTYPE html><html>", "deals.csv",
     "This is a web page (HTML), not CSV. Export it as CSV and drop it again."),
    (b"\xef\xbb\xbf<table><tr><td>Stage</td></tr></table>", "deals.xls",
     "This is a web page (HTML), not CSV. Export it as CSV and drop it again."),
    ("<html>".encode("utf-16"), "deals.csv",
     "This is a web page (HTML), not CSV. Export it as CSV and drop it again."),
    (b"<?xml version='1.0'?><Workbook/>", "deals.csv",
     "This is XML, not CSV. Export it as CSV and drop it again."),
    (b'[{"stage": "Won"}]', "deals.csv",
     "This is JSON, not CSV. Export it as CSV and drop it again."),
    (b"Stage,Amount\nWon,1\0\n", "deals.csv",
     "The file is not text: it holds zero bytes. Export it again as CSV and drop it again."),
    (b"", "deals.csv", "The file is empty. Export it again with its records."),
    (b" \r\n\n", "deals.csv", "The file is empty. Export it again with its records."),
    (b"\xef\xbb\xbf", "deals.csv", "The file is empty. Export it again with its records."),
    (b"\xff\xfeS\xd8S\0", "deals.csv",
     "The file begins as UTF-16 and is damaged. Export it again as CSV UTF-8."),
]  # fmt: skip


@pytest.mark.parametrize(("data", "name", "words"), BINARY)
def test_what_is_no_csv_is_refused_by_what_it_is(data: bytes, name: str, words: str) -> None:
    assert refusal(data, name=name) == words


def test_a_file_beyond_the_limit_is_refused() -> None:
    assert refusal(b"a" * 2001, Options(limits=Limits(bytes=2000))) == (
        "The file has 2,001 bytes; at most 2,000 are read. Export fewer columns or a shorter span "
        "of time."
    )


def test_an_encoding_that_does_not_exist_or_does_not_fit_is_refused() -> None:
    assert refusal(b"a,b\n", Options(encoding="klingon")) == (
        "“klingon” is not an encoding that is known. Name one such as utf-8, cp1252 or utf-16."
    )
    assert refusal(b"\xff,b\n", Options(encoding="utf-8")) == (
        "The file is not text in the encoding utf-8. Name another one."
    )


@given(st.binary(max_size=200), st.sampled_from(["", "repair", "cp1252", "utf-8", "utf-16"]))
def test_any_bytes_give_text_or_a_refusal(data: bytes, encoding: str) -> None:
    try:
        source = read(data, Options(encoding=encoding))
    except ReadingError as refused:
        assert refused.problems
    else:
        source.text_bytes.decode()
        assert b"\0" not in source.text_bytes


def test_the_text_is_not_shown_with_the_source() -> None:
    assert "Secret" not in repr(read(b"Stage,Owner\nWon,Secret\n"))
