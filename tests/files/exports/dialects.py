"""Deals, and the many ways in which a CRM may write them: strategies for property tests."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from babel.dates import format_date
from hypothesis import strategies as st

FIELDS = ("id", "customer", "outcome", "amount", "created", "closed")

HEADERS = {
    ("salesforce", "en"): "Opportunity ID|Account Name|Stage|Amount|Created Date|Close Date",
    ("salesforce", "fr"): "ID|Nom du compte|Étape|Montant|Date de création|Date de clôture",
    ("salesforce", "pt"): "ID|Nome da conta|Fase|Valor|Data de criação|Data de fechamento",
    ("salesforce", "de"): "ID|Accountname|Opportunity-Phase|Betrag|Erstelldatum|Schlusstermin",
    ("salesforce", "es"): "ID|Nombre de la cuenta|Etapa|Importe|Fecha de creación|Fecha de cierre",
    ("warehouse", "en"): "id|account_id|stage_name|amount|created_date|close_date",
    ("hubspot", "en"): "Record ID|Associated Company|Deal Stage|Amount|Create Date|Close Date",
    ("pipedrive", "en"): "Deal - ID|Deal - Organization|Deal - Status|Deal - Value|"
    "Deal - Deal created|Deal - Deal closed on",
    ("zoho", "en"): "Record Id|Account Name|Stage|Amount|Created Time|Closing Date",
    ("dynamics", "en"): "(Do Not Modify) Opportunity|Account|Status|Actual Revenue|Created On|"
    "Actual Close Date",
    ("odoo", "en"): "ID|Company Name|Stage|Expected Revenue|Created on|Closed Date",
    ("suitecrm", "en"): "ID|Account Name|Sales Stage|Opportunity Amount|Date Created|"
    "Expected Close Date",
    ("espocrm", "fr"): "ID|Compte|Etape|Montant|Date de création|Date de fermeture",
    ("espocrm", "pt"): "ID|Conta|Estado|Montante|Criado em|Data de fecho",
    ("espocrm", "de"): "ID|Firma|Verkaufsphase|Betrag|Erstellt am|Abschlussdatum",
    ("espocrm", "es"): "ID|Cuenta|Etapa de ventas|Importe|Creado en|Fecha esperada de cierre",
}  # fmt: skip
"""By CRM and language, the headers of `FIELDS`."""

STAGES = {
    "en": ("Closed Won", "Closed Lost", "Negotiation"),
    "fr": ("Gagné", "Perdu", "En cours"),
    "pt": ("Ganho", "Perdido", "Em andamento"),
    "de": ("Gewonnen", "Verloren", "Angebot"),
    "es": ("Ganado", "Perdido", "Abierto"),
}
OUTCOMES = ("won", "lost", "open")

Deal = tuple[str, str, str, Decimal | None, datetime, datetime | None]
"""As `FIELDS` has them."""


@dataclass(frozen=True)
class Dialect:
    """One way of writing a table."""

    crm: tuple[str, str]
    delimiter: str
    encoding: str
    quoting: int
    line_end: str
    hint: bool
    title: bool
    decimal: str
    group: str
    currency: str
    negative: str
    date_form: str
    timed: bool

    @property
    def headers(self) -> tuple[str, ...]:
        return tuple(HEADERS[self.crm].split("|"))

    @property
    def order(self) -> str:
        """The order of day, month and year, where the form has one."""
        at = {letter: self.date_form.find(letter) for letter in "dmy"}
        return "".join(sorted(at, key=lambda letter: at[letter]))

    def write(self, deals: list[Deal]) -> bytes:
        """The deals as this dialect writes them."""
        text = io.StringIO(newline="")
        text.write(f"sep={self.delimiter}{self.line_end}" if self.hint else "")
        writer = csv.writer(
            text, delimiter=self.delimiter, quoting=self.quoting, lineterminator=self.line_end
        )  # type: ignore[call-overload]
        writer.writerows([["Deals of the year"], []] if self.title else [])
        writer.writerow(self.headers)
        writer.writerows(self._record(deal) for deal in deals)
        return text.getvalue().encode(self.encoding)

    def _record(self, deal: Deal) -> list[str]:
        code, customer, outcome, amount, created, closed = deal
        stage = STAGES[self.crm[1]][OUTCOMES.index(outcome)]
        return [code, customer, stage, self._amount(amount), self._date(created),
                self._date(closed)]  # fmt: skip

    def _amount(self, amount: Decimal | None) -> str:
        if amount is None:
            return ""
        plain = f"{abs(amount):,}".replace(",", "_").replace(".", self.decimal)
        figures = self.currency.format(plain.replace("_", self.group))
        return self.negative.format(figures) if amount < 0 else figures

    def _date(self, moment: datetime | None) -> str:
        if moment is None:
            return ""
        time = f" {moment:%H:%M}" if self.timed else ""
        if self.date_form == "serial":
            return str((moment.date() - date(1899, 12, 30)).days)
        if self.date_form == "words":
            return format_date(moment, "d MMM yyyy", locale=self.crm[1]) + time
        names = {"dd": "%d", "mm": "%m", "yyyy": "%Y", "yy": "%y"}
        parts = {"d": str(moment.day), "m": str(moment.month)}
        parts |= {name: moment.strftime(code) for name, code in names.items()}
        marks = [mark for mark in self.date_form if not mark.isalpha()]
        pieces = self.date_form.replace(marks[0], " ").split() if marks else ["yyyy", "mm", "dd"]
        return (marks[0] if marks else "").join(parts[piece] for piece in pieces) + time


_FORMS = [
    "yyyy-mm-dd", "yyyy/mm/dd", "yyyymmdd", "dd/mm/yyyy", "d/m/yyyy", "dd.mm.yyyy", "d.m.yyyy",
    "dd-mm-yyyy", "mm/dd/yyyy", "m/d/yyyy", "mm-dd-yyyy", "dd/mm/yy", "d.m.yy", "m/d/yy",
    "mm/dd/yy", "words", "serial",
]  # fmt: skip
_MARKS = [(".", ""), (",", ""), (".", ","), (",", "."), (",", " "), (",", "\u00a0"), (".", "'"),
          (",", "\u202f"), (".", "’")]  # fmt: skip
_WITHOUT_TIME = {"serial", "yyyymmdd"}


@st.composite
def dialects(draw: st.DrawFn) -> Dialect:
    """Any way of writing."""
    decimal, group = draw(st.sampled_from(_MARKS))
    form = draw(st.sampled_from(_FORMS))
    encodings = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]
    encodings += ["cp1252", "cp1252"] if group != "\u202f" else []
    return Dialect(
        draw(st.sampled_from(sorted(HEADERS))),
        draw(st.sampled_from(",;\t|")),
        draw(st.sampled_from(encodings)),
        draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
        draw(st.sampled_from(["\n", "\r\n"])),
        draw(st.booleans()),
        draw(st.booleans()),
        decimal,
        group,
        draw(st.sampled_from(["{}", "{}", "€{}", "{} €", "R$ {}", "{} EUR"])),
        draw(st.sampled_from(["-{}", "({})", "{}-", "- {}"])),
        form,
        draw(st.booleans()) and form not in _WITHOUT_TIME,
    )


_CUSTOMERS = st.text(st.sampled_from("abcXYZ éàçñü ,;|\t\"'\n.-=&ß"), min_size=1, max_size=12)


@st.composite
def tables(draw: st.DrawFn, *, timed: bool) -> list[Deal]:
    """Some deals; amounts of one column have as many digits after the mark."""
    count = draw(st.integers(1, 12))
    places = draw(st.sampled_from([0, 1, 2, 2, 3]))
    start = datetime(2001, 1, 1)  # noqa: DTZ001 - as files have them, without a zone
    deals = []
    for n in range(count):
        created = start + timedelta(minutes=draw(st.integers(0, 30 * 365 * 24 * 60)))
        closed = created + timedelta(minutes=draw(st.integers(0, 400 * 24 * 60)))
        if not timed:
            created, closed = (each.replace(hour=0, minute=0) for each in (created, closed))
        amount = Decimal(draw(st.integers(-(10**6), 10**9))).scaleb(-places)
        customer = draw(_CUSTOMERS.filter(lambda text: text.strip(" \t\n'") == text))
        outcome = draw(st.sampled_from(OUTCOMES))
        amounts, ends = st.sampled_from([amount, amount, None]), st.sampled_from([closed, None])
        end = draw(ends) if outcome == "open" else closed
        deals.append((f"{n:03}", customer, outcome, draw(amounts), created, end))
    return deals
