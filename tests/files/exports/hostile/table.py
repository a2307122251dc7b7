"""All traps."""

from __future__ import annotations

from tests.files.exports.hostile import dates, encodings, layouts, meanings, numbers

TRAPS = (
    *encodings.TRAPS,
    *layouts.TRAPS,
    *dates.TRAPS,
    *numbers.TRAPS,
    *meanings.TRAPS,
)
