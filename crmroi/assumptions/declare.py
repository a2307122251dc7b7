"""How an assumption is declared: once, with its unit, ranges, words and source.

A field of a frozen pydantic group is made by :func:`assume`. Sliders, tooltips, validation, the
JSON schema, links, the tornado's ends and the Method page all read that one declaration, through
:func:`assumptions`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from numbers import Integral, Real
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.fields import FieldInfo

from crmroi.assumptions.sources import Source
from crmroi.text.units import Unit

Value = float | int | bool | str
"""What a field holds: a number, a whole number, true or false, or the name of a choice."""

Kind = Literal["number", "whole", "flag", "choice"]

Favours = Literal["high", "low"]
"""Which end of its range makes the case for the CRM look better."""


@dataclass(frozen=True)
class Assumption:
    """One declared assumption.

    ``allowed`` is what the model accepts, ``plausible`` (inside it) what the slider and the
    tornado span, both inclusive and in the field's own unit, shares as fractions. Both are
    ``None`` for flags and choices. ``label``, ``help`` and the labels of ``choices`` are English
    messages, translated when shown.
    """

    group: str
    name: str
    kind: Kind
    default: Value
    unit: Unit
    label: str
    help: str
    source: Source
    allowed: tuple[float, float] | None = None
    plausible: tuple[float, float] | None = None
    step: float | None = None
    choices: Mapping[str, str] | None = None
    favours: Favours | None = None

    @property
    def key(self) -> str:
        """The dotted name, ``group.name``: the key of files, links, controls and notices."""
        return f"{self.group}.{self.name}"

    @property
    def numeric(self) -> bool:
        """Whether the value is a number that can be ranged over."""
        return self.allowed is not None


def _plain_number(value: object) -> object:
    """A plain float of any real number; other things are left for pydantic to refuse."""
    if isinstance(value, bool) or not isinstance(value, Real):
        return value
    try:
        return float(value)
    except OverflowError:  # a whole number of hundreds of digits: out of every range
        return math.copysign(math.inf, value)


def _plain_whole(value: object) -> object:
    """A plain int of any whole number, however written (25, 25.0)."""
    if isinstance(value, bool) or not isinstance(value, Real):
        return value
    if isinstance(value, Integral):
        return int(value)
    number = float(value)
    return int(number) if number.is_integer() else number


Number = Annotated[float, BeforeValidator(_plain_number), Field(strict=True, allow_inf_nan=False)]
Whole = Annotated[int, BeforeValidator(_plain_whole), Field(strict=True)]
Flag = Annotated[bool, Field(strict=True)]


def assume(  # noqa: PLR0913 - a declaration names everything once
    default: Value,
    *,
    unit: Unit,
    label: str,
    help: str,
    source: Source,
    allowed: tuple[float, float] | None = None,
    plausible: tuple[float, float] | None = None,
    step: float | None = None,
    choices: Mapping[str, str] | None = None,
    favours: Favours | None = None,
) -> Any:
    """Declare the field that it is assigned to; group, name and kind follow from its place."""
    draft = Assumption(
        "", "", "number", default, unit, label, help, source, allowed, plausible, step, choices,
        favours,
    )  # fmt: skip
    schema: dict[str, Any] = {"unit": unit.value, "source": source.english}
    if plausible:
        schema["plausible"] = list(plausible)
    low, high = allowed or (None, None)
    field: Any = Field(
        default, ge=low, le=high, title=label, description=help, json_schema_extra=schema
    )
    field.metadata.append(draft)
    return field


class Group(BaseModel):
    """A frozen group of assumptions: a subclass declares its fields with :func:`assume`."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)

    declared: ClassVar[Mapping[str, Assumption]]

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        group = cls.__name__.lower()
        cls.declared = MappingProxyType(
            {name: _complete(group, name, field) for name, field in cls.model_fields.items()}
        )


def _complete(group: str, name: str, field: FieldInfo) -> Assumption:
    draft = next(item for item in field.metadata if isinstance(item, Assumption))
    return replace(draft, group=group, name=name, kind=_kind(field.annotation))


def _kind(annotation: object) -> Kind:
    if get_origin(annotation) is Literal:
        return "choice"
    kinds: dict[object, Kind] = {float: "number", int: "whole", bool: "flag"}
    return kinds[annotation]
