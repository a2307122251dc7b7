"""Finding assumptions by what they are called, what they mean and their dotted name."""

from __future__ import annotations

from crmroi.assumptions import assumptions
from crmroi.text import N_, _
from crmroi.text.letters import bare

NOTHING_FOUND = N_("No assumption has this in its name or its help.")


def matching(wanted: str) -> tuple[str, ...]:
    """Return the keys of the assumptions that hold every word asked for; all if none is."""
    words = bare(wanted).split()
    return tuple(
        key
        for key, item in assumptions().items()
        if all(word in bare(f"{_(item.label)} {_(item.help)} {key}") for word in words)
    )
