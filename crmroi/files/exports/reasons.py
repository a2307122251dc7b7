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
    "duplicate_record": N_("It says the same as another record of the same number."),
    "superseded_record": N_("A later record has the same number and says something else."),
    "nothing_read": N_("None of the columns that are read holds anything in it."),
}
"""By key, a sentence about one record."""
