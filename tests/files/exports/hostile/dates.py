"""Traps in dates: orders, forms, zones, words, counts, and cells that hold none."""

from __future__ import annotations

from collections.abc import Sequence

from crmroi.files.exports.table import Options
from tests.files.exports.hostile.trap import Trap, lines

_ORDER = "Nothing in the column “Close Date” tells whether its dates are day first or month first."
_HEAD = "Deal ID;Stage;Close Date"
_ZONE = "The times of “Close Date” name their zone; they are brought to {zone}."


def _dated(*cells: str, head: str = _HEAD) -> bytes:
    """Deals won and lost in turn, closed as the cells say."""
    stages = ("Won", "Lost")
    return lines(head, *(f"{n};{stages[n % 2]};{cell}" for n, cell in enumerate(cells)))


def _trap(
    title: str, cells: Sequence[str], closed: Sequence[str | None], *remarks: str, order: str = "",
    options: Options | None = None,
) -> Trap:  # fmt: skip
    report = {"orders": {"Close Date": order}} if order else {}
    options = options or Options()
    return Trap(
        title, _dated(*cells), {"closed": closed}, report=report, remarks=remarks, options=options
    )


_TWO = ["2026-01-31", "2026-03-04"]

FORMS = (
    _trap("ISO", ["2026-01-31", "2026-03-04"], _TWO, order="ymd"),
    _trap("a first number above 12", ["31/01/2026", "04/03/2026"], _TWO, order="dmy"),
    _trap("a second number above 12", ["01/31/2026", "03/04/2026"], _TWO, order="mdy"),
    _trap("points", ["31.01.2026", "04.03.2026"], _TWO, order="dmy"),
    _trap("no noughts", ["1/31/2026", "3/4/2026"], _TWO, order="mdy"),
    _trap("dashes and years of two digits", ["31-1-26", "4-3-26"], _TWO, order="dmy"),
    _trap("years of two digits in two centuries", ["31/01/68", "04/03/69"],
          ["2068-01-31", "1969-03-04"], order="dmy"),
    _trap("a year of two digits that comes first", ["98-01-31", "98-03-04"],
          ["1998-01-31", "1998-03-04"], order="ymd"),
    _trap("figures without marks", ["20260131", "20260304"], _TWO, order="ymd"),
    _trap("months of English", ["Jan 31, 2026", "4 March 2026"], _TWO),
    _trap("months of French", ["31 janv. 2026", "4 mars 2026", "15 août 2026", "1er févr. 2026"],
          [*_TWO, "2026-08-15", "2026-02-01"]),
    _trap("months of Portuguese", ["31 de jan. de 2026", "4 de março de 2026", "15 ago 2026"],
          [*_TWO, "2026-08-15"]),
    _trap("months of German", ["31. Jan. 2026", "4. März 2026", "15. Dez. 2026"],
          [*_TWO, "2026-12-15"]),
    _trap("months of Spanish", ["31 de enero de 2026", "4 mar. 2026", "15 dic 2026"],
          [*_TWO, "2026-12-15"]),
    _trap("months without a day", ["Jan-26", "Mar-26"], ["2026-01-01", "2026-03-01"]),
    _trap("quarters", ["2026-Q1", "2026-Q2"], ["2026-01-01", "2026-04-01"]),
    _trap("days as spreadsheets count them", ["41670", "41702"],
          ["2014-01-31", "2014-03-04"],
          "The dates of “Close Date” are counted in days from 1900. A file from an old Mac may "
          "count from 1904: then each is 1,462 days later."),
    _trap("days counted with their time", ["41670.5", "41702.25"],
          ["2014-01-31 12:00:00", "2014-03-04 06:00:00"],
          "The dates of “Close Date” are counted in days from 1900. A file from an old Mac may "
          "count from 1904: then each is 1,462 days later."),
    _trap("milliseconds since 1970", ["1769817600000", "1772582400000"], _TWO),
    _trap("a time without seconds", ["31.1.2026 8:26", "4.3.2026 19:58"],
          ["2026-01-31 08:26:00", "2026-03-04 19:58:00"], order="dmy"),
    _trap("noon and midnight of English", ["1/31/2026 12:00 AM", "3/4/2026 12:30 PM"],
          ["2026-01-31", "2026-03-04 12:30:00"], order="mdy"),
    _trap("noon and midnight of Spanish", ["31/1/2026 12:00 a. m.", "4/3/2026 1:30 p. m."],
          ["2026-01-31", "2026-03-04 13:30:00"], order="dmy"),
    _trap("a T, fractions and no zone", ["2026-01-31T08:26:01.000000", "2026-03-04T00:00:00.5"],
          ["2026-01-31 08:26:01", "2026-03-04 00:00:00.500000"]),
    _trap("noughts, nines and words for no date",
          ["31/01/2026", "0000-00-00", "01/01/1900", "31/12/9999", "N/A", "-", "04/03/2026"],
          ["2026-01-31", None, None, None, None, None, "2026-03-04"],
          "2 cells of “Close Date” hold a date that stands for none (such as 1900-01-01) and "
          "count as empty."),
    _trap("days that no month has", ["31/01/2026", "31/02/2026", "soon"],
          ["2026-01-31", None, None],
          "2 cells of “Close Date” are not dates and are left empty: rows 3, 4."),
)  # fmt: skip

ZONES = (
    _trap("instants that end in Z", ["2026-01-31T23:30:00Z", "2026-03-04T12:00:00Z"],
          ["2026-01-31 23:30:00", "2026-03-04 12:00:00"]),
    _trap("instants brought over the end of a month",
          ["2026-01-31T23:30:00Z", "2026-03-04T12:00:00Z"],
          ["2026-02-01 00:30:00", "2026-03-04 13:00:00"], _ZONE.format(zone="Europe/Paris"),
          options=Options(timezone="Europe/Paris")),
    _trap("instants with offsets", ["2026-02-01 00:30:00 +0100", "2026-03-04 12:00:00+00:00"],
          ["2026-01-31 23:30:00", "2026-03-04 12:00:00"], _ZONE.format(zone="UTC")),
    _trap("instants with the abbreviations of their zones",
          ["2026-02-01 00:30:00 CET", "2026-07-04 12:00:00 CEST"],
          ["2026-01-31 23:30:00", "2026-07-04 10:00:00"], _ZONE.format(zone="UTC")),
    _trap("instants of UTC in words", ["2026-01-31 23:30:00 UTC", "2026-03-04 12:00:00 UTC"],
          ["2026-01-31 23:30:00", "2026-03-04 12:00:00"]),
    _trap("midnights in Z, which are dates", ["2026-01-31T00:00:00Z", "2026-03-04T00:00:00.000Z"],
          _TWO, options=Options(timezone="America/Sao_Paulo")),
)  # fmt: skip

FILES = (
    Trap("an order that a column beside shows",
         _dated("04/03/2026;31/01/2026", "05/03/2026;28/02/2026", head=f"{_HEAD};Created Date"),
         {"closed": ["2026-03-04", "2026-03-05"], "created": ["2026-01-31", "2026-02-28"]},
         report={"orders": {"Close Date": "dmy", "Created Date": "dmy"}}),
    Trap("an order that what came first shows",
         _dated(*(f"0{day}/0{month + 1}/2026;{day + 8:02}/0{month}/2026"
                  for day in (2, 3, 4) for month in range(2, 9)), head=f"{_HEAD};Created Date"),
         {"row": list(range(2, 23))},
         report={"orders": {"Close Date": "dmy", "Created Date": "dmy"}}),
    Trap("orders that differ between two columns",
         _dated("31/01/2026;01/30/2026", "28/02/2026;01/29/2026", head=f"{_HEAD};Created Date"),
         {"closed": ["2026-01-31", "2026-02-28"], "created": ["2026-01-30", "2026-01-29"]},
         report={"orders": {"Close Date": "dmy", "Created Date": "mdy"}},
         remarks=("“Close Date” is day first and “Created Date” is month first, in the same "
                  "file.",)),
    Trap("a column that a spreadsheet converted by half",
         _dated("01/05/2026", "02/03/2026", "3/18/26", "4/30/26"),
         {"closed": ["2026-01-05", "2026-02-03", "2026-03-18", "2026-04-30"]},
         report={"orders": {"Close Date": "mdy"}}),
    Trap("a resolution that is a length of time, and no moment",
         lines("Ticket ID,Created Date,Resolution time", "1,2026-01-30 08:00,27:30:00",
               "2,2026-01-30 08:00,17.25"),
         {"id": ["1", "2"]}, name="tickets.csv",
         report={"mapping": {"id": "Ticket ID", "created": "Created Date"}}),
    Trap("a resolution that is a moment in a column called time",
         lines("Ticket ID,Created Date,Time to Resolution",
               "1,2026-01-30 08:00,2026-01-31 09:00", "2,2026-01-30 08:00,"),
         {"resolved": ["2026-01-31 09:00:00", None]}, name="tickets.csv"),
)  # fmt: skip

ASKED = (
    Trap("an order that nothing shows", _dated("03/04/2026", "05/06/2026"),
         {"closed": ["2026-04-03", "2026-06-05"]}, asks=(_ORDER,), choices=("dmy", "mdy"),
         answer=Options(date_orders={"": "dmy"})),
    Trap("the same, answered by its column", _dated("03/04/2026", "05/06/2026"),
         {"closed": ["2026-03-04", "2026-05-06"]}, asks=(_ORDER,), choices=("dmy", "mdy"),
         answer=Options(date_orders={"Close Date": "mdy"})),
    Trap("both orders in one column", _dated("31/01/2026", "01/31/2026", "03/04/2026"),
         {"closed": ["2026-01-31", None, "2026-04-03"]},
         asks=("The column “Close Date” has dates day first (row 2) and month first (row 3), and "
               "most could be either. Say which to keep; the others are left empty.",),
         choices=("dmy", "mdy"), answer=Options(date_orders={"Close Date": "dmy"}),
         remarks=("1 cell of “Close Date” is not a date and is left empty: row 3.",)),
    Trap("a year of two digits that may be first or last",
         _dated("10-11-12", "10-12-11", "10-10-10"),
         {"closed": ["2010-11-12", "2010-12-11", "2010-10-10"]},
         asks=("Nothing in the column “Close Date” tells whether the year of its dates comes first "
               "or last.",),
         choices=("dmy", "mdy", "ymd"), answer=Options(date_orders={"closed": "ymd"})),
)  # fmt: skip

REFUSED = (
    Trap("a time zone that there is not", _dated("2026-01-31T23:30:00Z", "2026-03-04T12:00:00Z"),
         options=Options(timezone="Moon/Base"),
         refused="“Moon/Base” is not a time zone. Write one such as Europe/Paris."),
)  # fmt: skip

TRAPS = (*FORMS, *ZONES, *FILES, *ASKED, *REFUSED)
