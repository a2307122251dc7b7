"""Notices: what is so, why it matters, what to do. Errors and warnings alike.

A notice holds a message and its values, not a text: it is worded when shown, in the language of
that moment.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from crmroi.text.messages import N_, _, _n


@dataclasses.dataclass(frozen=True)
class Label:
    """A message inside a message: the name of a field, a choice. Translated when shown."""

    msgid: str

    def __str__(self) -> str:
        return _(self.msgid)

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


@dataclasses.dataclass(frozen=True)
class Notice:
    """One thing to say about one field.

    `field` is its dotted name ("adoption.target_rate"; empty when no field is meant), `value`
    what it holds or what was typed, `template` a message marked with `N_` and `values` what its
    {placeholders} stand for: numbers, texts, `Quantity`, `Label`. A message that counts has a
    `plural` too, and its count is the value `n`.
    """

    field: str
    value: object
    template: str
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)
    plural: str = ""

    @property
    def message(self) -> str:
        """The notice in words, in the language spoken now."""
        if self.plural:
            count = self.values["n"]
            if not isinstance(count, (int, float)):
                raise TypeError(f"the count of {self.template!r} is {count!r}, not a number")
            return _n(self.template, self.plural, count, **self.values)
        return _(self.template, **self.values)

    def __str__(self) -> str:
        return self.message


def first(notices: Sequence[Notice], most: int) -> tuple[Notice, ...]:
    """The first notices, at most so many, and then how many more there are."""
    more = len(notices) - most
    rest = [Notice("", more, N_("And {n} more."), {"n": more})] if more > 0 else []
    return (*notices[:most], *rest)
