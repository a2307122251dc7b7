"""What the model accepts, where several fields accept the same: lowest and highest, inclusive."""

from __future__ import annotations

ANY_AMOUNT = (0, 1e12)
SHARE = (0, 1)
UPLIFT = (-1, 5)
UP_TO_FIVE_TIMES = (0, 5)
YEARLY_RISE = (-0.5, 1)
HOURS = (0, 2_000)
HOURS_PER_WEEK = (0, 60)
COUNT_TO_TEN_THOUSAND = (0, 10_000)
FIVE_YEARS_OF_MONTHS = (0, 60)
LONGEST_HORIZON = 10
"""The most years that a scenario counts."""
