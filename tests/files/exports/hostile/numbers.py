"""Traps in amounts: marks, signs, currencies, powers, and cells that hold none."""

from __future__ import annotations

from collections.abc import Sequence

from crmroi.files.exports.table import Options
from tests.files.exports.hostile.trap import Trap, lines

_OPEN = "Nothing in the column “Amount” tells whether “{mark}” parts thousands or decimals."
_SEVERAL = (
    "“{column}” holds amounts in several currencies, which are never added. Choose the one to "
    "count."
)
_NONE_LOST = (
    "Deals were won and none was lost. Some CRMs archive lost deals and leave them out of an "
    "export: the win rate is then too good. Export the archived deals too."
)


def _of(*cells: str) -> bytes:
    """Deals won and lost in turn, by tabs, of the amounts in the cells."""
    stages = ("Won", "Lost")
    return lines(
        "Deal ID\tStage\tAmount", *(f"{n}\t{stages[n % 2]}\t{cell}" for n, cell in enumerate(cells))
    )


def _trap(
    title: str, cells: Sequence[str], amounts: Sequence[str | None], *remarks: str,
    currencies: tuple[str, ...] = (),
) -> Trap:  # fmt: skip
    report = {"currencies": currencies} if currencies else {}
    return Trap(title, _of(*cells), {"amount": amounts}, report=report, remarks=remarks)


_TWO = ["1234.50", "7.25"]

READ_SO = (
    _trap("decimal points", ["1234.50", "7.25"], _TWO),
    _trap("decimal commas", ["1234,50", "7,25"], _TWO),
    _trap("points for thousands", ["1.234,50", "7,25"], _TWO),
    _trap("commas for thousands", ["1,234.50", "7.25"], _TWO),
    _trap("blanks for thousands", ["1 234,50", "7,25"], _TWO),
    _trap("hard blanks for thousands", ["1\u00a0234,50", "7,25"], _TWO),
    _trap("narrow hard blanks for thousands", ["1\u202f234,50", "7,25"], _TWO),
    _trap("thin blanks for thousands", ["1\u2009234,50", "7,25"], _TWO),
    _trap("apostrophes for thousands", ["1'234.50", "7.25"], _TWO),
    _trap("curly apostrophes for thousands", ["1’234.50", "7.25"], _TWO),
    _trap("Indian groups", ["1,00,000.50", "12,34,567.00"], ["100000.50", "1234567.00"]),
    _trap("three digits after a comma that another cell shows to be decimal",
          ["12,345", "7,25"], ["12.345", "7.250"]),
    _trap("three digits after a comma beside two commas", ["12,345", "1,234,567"],
          ["12345", "1234567"]),
    _trap("signs of currencies before and after", ["€1.234,50", "7,25 €"], _TWO,
          currencies=("EUR",)),
    _trap("reais", ["R$ 1.234,50", "R$ 7,25"], _TWO, currencies=("BRL",)),
    _trap("pounds and a minus", ["£1,234.50", "-£7.25"], ["1234.50", "-7.25"], currencies=("GBP",)),
    _trap("francs by their code", ["CHF 1’234.50", "CHF 7.25"], _TWO, currencies=("CHF",)),
    _trap("dollars, of which there are many", ["$1,234.50", "$7.25"], _TWO),
    _trap("parentheses for what is negative", ["1,234.50", "(7.25)"], ["1234.50", "-7.25"]),
    _trap("parentheses and minuses around currencies",
          ["$1,234.50", "($7.25)", "-$7.25", "$-7.25", "$(7.25)"],
          ["1234.50", "-7.25", "-7.25", "-7.25", "-7.25"]),
    _trap("a hard blank before a currency", ["1\u202f234,50\u00a0€", "7,25\u00a0€"], _TWO,
          currencies=("EUR",)),
    _trap("many groups of thousands", ["1.234.567", "7.250"], ["1234567", "7250"]),
    _trap("an amount below one that shows the mark", ["0.125", "1.250"], ["0.125", "1.250"]),
    _trap("dashes for no cents", ["CHF 50.–", "1'234.-", "7.25"], ["50.00", "1234.00", "7.25"]),
    _trap("a minus behind", ["1234.50", "7.25-"], ["1234.50", "-7.25"]),
    _trap("the minus of printers", ["1234.50", "\u22127.25"], ["1234.50", "-7.25"]),
    _trap("a plus", ["+1234.50", "7.25"], _TWO),
    _trap("powers of ten", ["1.2345E+03", "7.25"], ["1234.500000000", "7.250000000"]),
    _trap("words for nothing", ["1234.50", "N/A", "-", "null", "", "7.25"],
          ["1234.50", None, None, None, None, "7.25"]),
    _trap("thousands and millions in letters", ["12k", "1.2M", "7.25"], [None, None, "7.25"],
          "2 cells of “Amount” tell their numbers in thousands or millions (12k, 1.2M) and are "
          "left empty: write them out."),
    _trap("words, formulas and errors",
          ["1234.50", "about 7", "=SUM(C2:C3)", "#REF!", "1.2.3", "7.25"],
          ["1234.50", None, None, None, None, "7.25"],
          "3 cells of “Amount” are not numbers and are left empty: rows 3, 4, 6."),
    Trap("an amount and its currency in two columns of one name",
         lines("Deal ID,Stage,Amount Currency,Amount", "1,Won,EUR,1234.50", "2,Lost,EUR,7.25"),
         {"amount": _TWO, "currency": ["EUR", "EUR"]}, report={"currencies": ("EUR",)}),
    Trap("an amount that shows no mark beside one that does",
         lines("Order ID;Order Date;Amount;Unit Price", "1;2026-01-31;1.234;7,25",
               "2;2026-02-28;2.345;8,25"),
         {"amount": ["1234", "2345"], "unit_price": ["7.25", "8.25"]}, name="orders.csv"),
    Trap("percent", lines("Deal ID,Status,Amount,Probability", "1,Won,1234.50,100%",
                          "2,Lost,7.25,0%"),
         {"amount": _TWO, "outcome": ["won", "lost"]}),
    Trap("a probability in percent that says what no status says",
         lines("Deal ID,Amount,Probability,Close Date", "1,1234.50,100%,2026-01-31",
               "2,7.25,63%,2026-02-28"),
         {"outcome": ["won", "open"]}, remarks=(_NONE_LOST,)),
)  # fmt: skip

ASKED = (
    Trap("1.234 alone", _of("1.234", "5.678"), {"amount": ["1234", "5678"]},
         asks=(_OPEN.format(mark="."),), choices=(".", ","), answer=Options(decimal=",")),
    Trap("12,345 alone", _of("12,345", "67,890"), {"amount": ["12.345", "67.890"]},
         asks=(_OPEN.format(mark=","),), choices=(".", ","), answer=Options(decimal=",")),
    Trap("both marks in one column", _of("1234.50", "7,25", "3"),
         {"amount": ["1234.50", None, "3.00"]},
         asks=("The column “Amount” has numbers with a decimal point (row 2) and with a decimal "
               "comma (row 3). Say which to keep; the others are left empty.",),
         choices=(".", ","), answer=Options(decimal="."),
         remarks=("1 cell of “Amount” is not a number and is left empty: row 3.",)),
    Trap("two currencies by their signs", _of("€1234.50", "£7.25"),
         {"amount": ["1234.50", None]},
         asks=(_SEVERAL.format(column="Amount"),), choices=("EUR", "GBP"),
         answer=Options(currency="EUR"),
         remarks=("1 amount is in another currency than EUR and is left empty.",)),
    Trap("two currencies by a column beside",
         lines("Deal - ID,Deal - Status,Deal - Value,Deal - Currency of Value", "1,Won,1234.50,EUR",
               "2,Lost,7.25,USD"),
         {"amount": ["1234.50", None]},
         asks=(_SEVERAL.format(column="Deal - Currency of Value"),), choices=("EUR", "USD"),
         answer=Options(currency="eur"),
         remarks=("1 amount is in another currency than EUR and is left empty.",)),
)  # fmt: skip

TRAPS = (*READ_SO, *ASKED)
