"""Why records of a file were not used, in words: a report names a reason by its key."""

from __future__ import annotations

from collections.abc import Mapping

from crmroi.text import N_

REASONS: Mapping[str, str] = {
    "empty_record": N_("Nothing is written in it."),
    "footer": N_("It stands below the table: a report's name, its date, its owner."),
    "total": N_("It sums up other records."),
    "repeated_header": N_("It repeats the header."),
    "group_line": N_("It names a group of records."),
    "ragged_record": N_("It has more or fewer cells than the header."),
}
"""By key, a sentence about one record."""
