from __future__ import annotations

from crmroi.files.exports.reading import read_export
from crmroi.files.exports.table import Options
from crmroi.files.exports.writing import left_out_csv


def test_what_was_left_out_is_written_with_its_letters_mended() -> None:
    data = "Étape;Compte\nGagné;a\n".encode() + "Perdu;b\nGagné;Café;x\n".encode("cp1252")
    options = Options(encoding="repair")
    table = read_export(data, "deals.csv", options).table
    assert table is not None
    assert left_out_csv(data, table.report, options).splitlines() == [
        "Row,Why it was left out,Étape,Compte",
        "4,It has more or fewer cells than the header.,Gagné,Café,x",
    ]
