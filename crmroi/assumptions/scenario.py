"""A scenario: what a company is like, what a CRM costs it, how it is adopted, what it gains."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from crmroi.assumptions import entries
from crmroi.assumptions.declare import Group, Value
from crmroi.assumptions.entries import FORMAT
from crmroi.assumptions.groups.adoption import Adoption
from crmroi.assumptions.groups.business import Business
from crmroi.assumptions.groups.costs import Costs
from crmroi.assumptions.groups.finance import Finance
from crmroi.assumptions.groups.gains import Gains
from crmroi.assumptions.groups.team import Team
from crmroi.assumptions.problems import ScenarioError, problems_of
from crmroi.assumptions.register import GROUP_TYPES, assumptions
from crmroi.assumptions.renamed import key_of_today, with_new_names
from crmroi.assumptions.unknown import unknown_key
from crmroi.text.notice import Notice


class Scenario(BaseModel):
    """One scenario; ``Scenario()`` is the default case. Frozen: a change makes a new one.

    Made by hand it raises pydantic's errors; :meth:`from_mapping` and :meth:`with_values` raise
    :class:`ScenarioError`, which words all problems.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        title="CRM scenario",
        json_schema_extra={"required": ["format"]},
    )

    format: Annotated[Literal["crmroi/1"], BeforeValidator(entries.known_format)] = FORMAT
    name: Annotated[str, BeforeValidator(entries.plain_text)] = ""
    currency: Annotated[str, BeforeValidator(entries.known_currency)] = Field(
        "EUR",
        description="The ISO 4217 code of every amount",
        json_schema_extra={"pattern": "^[A-Z]{3}$"},
    )
    business: Business = Business()
    team: Team = Team()
    costs: Costs = Costs()
    adoption: Adoption = Adoption()
    gains: Gains = Gains()
    finance: Finance = Finance()
    uncertainty: Annotated[
        Mapping[str, tuple[float, float, float]], BeforeValidator(entries.ranges)
    ] = Field({}, description="For simulations: low, likeliest and high by dotted name")
    correlation: Annotated[tuple[tuple[str, str, float], ...], BeforeValidator(entries.pairs)] = (
        Field((), description="For simulations: rank correlations between two dotted names")
    )
    notes: Annotated[Mapping[str, str], BeforeValidator(entries.remarks)] = Field(
        {}, description="Who said so, and when, by dotted name"
    )

    def __hash__(self) -> int:
        groups = tuple(getattr(self, group) for group in GROUP_TYPES)
        ranges, notes = frozenset(self.uncertainty.items()), frozenset(self.notes.items())
        return hash((self.name, self.currency, groups, ranges, self.correlation, notes))

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any]) -> Self:
        """The scenario that a file's object describes; fields left out take their default.

        Raises ScenarioError with every problem at once. Numbers may be of a class that
        remembers how the file spelled them (``raw``): messages then show that.
        """
        problems: list[Notice] = [] if "format" in mapping else [entries.missing_format()]
        given = with_new_names(mapping, problems)
        try:
            scenario = cls.model_validate(given)
        except ValidationError as error:
            others = [name for name in cls.model_fields if name not in GROUP_TYPES]
            problems += problems_of(error, given, others=others)
        if problems:
            raise ScenarioError(problems)
        return scenario

    def value(self, key: str) -> Value:
        """The value of the assumption with this dotted name; KeyError if there is none."""
        item = assumptions()[key]
        value: Value = getattr(getattr(self, item.group), item.name)
        return value

    def values(self) -> dict[str, Value]:
        """Every assumption's value by dotted name, in declared order."""
        return {
            f"{group}.{name}": value
            for group in GROUP_TYPES
            for name, value in getattr(self, group).__dict__.items()
        }

    def with_values(self, values: Mapping[str, object]) -> Self:
        """The scenario with some assumptions changed; only their groups are validated again.

        Raises ScenarioError with every problem at once.
        """
        changes: dict[str, dict[str, object]] = {}
        problems: list[Notice] = []
        for key, value in values.items():
            item = assumptions().get(key_of_today(key))
            if item is None:
                problems.append(unknown_key(key, value))
            else:
                changes.setdefault(item.group, {})[item.name] = value
        changed: dict[str, Group] = {}
        for group, given in changes.items():
            try:
                changed[group] = GROUP_TYPES[group].model_validate(
                    {**getattr(self, group).__dict__, **given}
                )
            except ValidationError as error:
                problems += problems_of(error, {group: given}, group=group)
        if problems:
            raise ScenarioError(problems)
        return self.model_copy(update=changed)
