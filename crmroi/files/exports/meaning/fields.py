"""The tables that a CRM exports, and the fields that are read from them: declared once.

A table's kind and its columns are recognised by the vocabulary (`vocabulary.csv`); what a field
becomes in the typed table is said here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from crmroi.text import N_


class Type(StrEnum):
    """What the cells of a field are, and the polars type that they become."""

    ID = "id"
    """Text, compared exactly: String."""
    NAME = "name"
    """Text to join or group by: String, ends trimmed."""
    MOMENT = "moment"
    """A date or a date with a time, in the zone chosen: Datetime("us"), without a zone."""
    MONEY = "money"
    """Decimal, with as many digits after the point as the column has."""
    NUMBER = "number"
    """Float64."""
    FLAG = "flag"
    """Boolean."""
    FLAG_OR_MOMENT = "flag_or_moment"
    """Boolean; where the cells are dates, also `<field>_on`: Datetime("us")."""
    OUTCOME = "outcome"
    """String: won, lost or open."""
    KIND = "kind"
    """String: one of the field's `kinds`."""


@dataclass(frozen=True)
class Field:
    """One field of a table: its name, what its cells are, what it is called on a screen."""

    name: str
    type: Type
    label: str
    kinds: tuple[str, ...] = ()
    """What a field of type KIND may say."""
    group: bool = False
    """Whether KPIs can be broken down by it."""


@dataclass(frozen=True)
class TableKind:
    """A kind of table: its fields, and the sets of fields of which one must be there whole."""

    name: str
    label: str
    fields: tuple[Field, ...]
    known_by: tuple[frozenset[str], ...]

    @property
    def dated_by(self) -> str:
        """The field that dates each of its records; empty where records of it may have no date."""
        of_all = frozenset.union(*self.known_by)
        return next((name for name in ("created", "date") if name in of_all), "")

    def field(self, name: str) -> Field:
        """The field of that name; KeyError if the table has none."""
        return {field.name: field for field in self.fields}[name]


_ID = Field("id", Type.ID, N_("Number"))
_CREATED = Field("created", Type.MOMENT, N_("Created"))
_CUSTOMER = Field("customer", Type.NAME, N_("Customer"))
_OWNER = Field("owner", Type.NAME, N_("Owner"), group=True)
_TEAM = Field("team", Type.NAME, N_("Team"), group=True)
_SOURCE = Field("source", Type.NAME, N_("Source"), group=True)
_PRODUCT = Field("product", Type.NAME, N_("Product"), group=True)
_REGION = Field("region", Type.NAME, N_("Region"), group=True)
_DATE = Field("date", Type.MOMENT, N_("Date"))
_AMOUNT = Field("amount", Type.MONEY, N_("Amount"))
_CURRENCY = Field("currency", Type.NAME, N_("Currency"))


def _known_by(*sets: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(names.split()) for names in sets)


_KINDS = (
    TableKind(
        "leads", N_("Leads"),
        (_CREATED, _ID, Field("converted", Type.FLAG_OR_MOMENT, N_("Converted")), _CUSTOMER,
         _SOURCE, _OWNER, _TEAM, _REGION),
        _known_by("created"),
    ),
    TableKind(
        "deals", N_("Deals"),
        (Field("status", Type.OUTCOME, N_("Status")), Field("stage", Type.OUTCOME, N_("Stage")),
         _CREATED, Field("closed", Type.MOMENT, N_("Closed")), _AMOUNT, _CURRENCY, _ID,
         Field("lead", Type.ID, N_("Lead")), _CUSTOMER, _OWNER, _TEAM, _SOURCE, _PRODUCT, _REGION),
        _known_by("status", "stage"),
    ),
    TableKind(
        "orders", N_("Orders"),
        (_DATE, _AMOUNT, _CURRENCY, Field("order", Type.ID, N_("Order number")), _CUSTOMER,
         Field("quantity", Type.NUMBER, N_("Quantity")),
         Field("unit_price", Type.MONEY, N_("Unit price")), _PRODUCT, _SOURCE, _REGION),
        _known_by("date amount", "date quantity unit_price"),
    ),
    TableKind(
        "customers", N_("Customers"),
        (Field("start", Type.MOMENT, N_("Customer since")),
         Field("end", Type.MOMENT, N_("Ended")), Field("churned", Type.FLAG, N_("Lost")), _ID,
         _SOURCE, _TEAM, _PRODUCT, _REGION),
        _known_by("start", "end", "churned"),
    ),
    TableKind(
        "tickets", N_("Tickets"),
        (_CREATED, _ID, Field("resolved", Type.MOMENT, N_("Resolved")),
         Field("handling_minutes", Type.NUMBER, N_("Handling time")),
         Field("satisfaction", Type.NUMBER, N_("Satisfaction")), _CUSTOMER,
         Field("agent", Type.NAME, N_("Agent"), group=True), _TEAM, _PRODUCT, _REGION),
        _known_by("created"),
    ),
    TableKind(
        "survey", N_("Survey"),
        (Field("score", Type.NUMBER, N_("Score")), _DATE,
         Field("kind", Type.KIND, N_("Kind"), kinds=("csat", "nps")), _CUSTOMER,
         Field("group", Type.NAME, N_("Group"), group=True), _TEAM, _REGION),
        _known_by("score date"),
    ),
    TableKind(
        "activity", N_("Activity"),
        (_DATE, Field("user", Type.NAME, N_("User"), group=True), _CUSTOMER,
         Field("kind", Type.NAME, N_("Kind"), group=True), _TEAM, _REGION),
        _known_by("date user", "date customer"),
    ),
    TableKind(
        "costs", N_("Costs"),
        (_DATE, _AMOUNT, _CURRENCY,
         Field("category", Type.KIND, N_("Category"),
               kinds=("acquisition", "crm", "returns", "other")),
         Field("campaign", Type.NAME, N_("Campaign"), group=True)),
        _known_by("date amount"),
    ),
)  # fmt: skip

KINDS: Mapping[str, TableKind] = {kind.name: kind for kind in _KINDS}
"""Every kind of table, by name, in the order in which a page lists them."""
