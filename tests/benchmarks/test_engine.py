"""What the engine's benchmark races must say the same before it means anything which is faster."""

from __future__ import annotations

from benchmarks.engine import check_agreement, fields, plausible_columns


def test_batch_and_loop_agree_on_what_is_measured() -> None:
    columns = plausible_columns(20)
    check_agreement(columns, [fields(columns, index) for index in range(20)])
