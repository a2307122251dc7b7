"""Reading what a command is given, and writing what it answers."""

from __future__ import annotations

import errno
import json
import math
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from crmroi.text import Notice, _

STANDARD_INPUT = "-"
GOOD, BAD_DATA = 0, 1
_UNSEEN = dict.fromkeys(
    [
        *range(0x20),
        *range(0x7F, 0xA0),
        *[0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)],
        *range(0xD800, 0xE000),
    ],
    "?",
)
"""What commands the terminal, breaks a line or turns its direction, and halves of characters."""


def read_input(name: str, limit: int) -> bytes:
    """The bytes of a file or of standard input, one more than `limit` at most. Raises OSError."""
    if name == STANDARD_INPUT:
        if sys.stdin is None:  # started with it closed
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return sys.stdin.buffer.read(limit + 1)
    with Path(name).open("rb") as file:
        return file.read(limit + 1)


def file_title(name: str) -> str:
    """What a file is called in front of people, as it was typed."""
    return _("standard input") if name == STANDARD_INPUT else name


def unreadable(error: OSError) -> str:
    """Why a file cannot be read, in one sentence."""
    return _("This cannot be read: {reason}.", reason=error.strerror or error)


def one_line(text: str) -> str:
    """A name that somebody else chose, so that it is no more than words on this line."""
    return text.translate(_UNSEEN)


def say(messages: Iterable[str], source: str = "") -> None:
    """Write messages on standard error, each after the name of the file it is about."""
    shown = file_title(source)
    for message in messages:
        line = f"{shown}: {message}" if shown else message
        sys.stderr.write(one_line(line) + "\n")


def write_line(text: str) -> None:
    """Write one line on standard output."""
    sys.stdout.write(one_line(text) + "\n")


def write_json(value: object) -> None:
    """Write a value on standard output; a number without a value is null, never NaN."""
    text = json.dumps(_finite(value), ensure_ascii=False, allow_nan=False, indent=2)
    sys.stdout.write(text + "\n")


def noticed(notices: Iterable[Notice]) -> list[dict[str, object]]:
    """Notices as JSON holds them, in the language spoken now."""
    return [
        {"field": notice.field, "value": notice.value, "message": notice.message}
        for notice in notices
    ]


def write_section(name: str) -> None:
    """Write the name of a section of a summary, after a blank line."""
    sys.stdout.write(f"\n{name}\n")


def write_table(rows: Sequence[Sequence[str]], *, right: bool = True) -> None:
    """Write rows in aligned columns: names to the left, values to the right (or to the left)."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    side = ">" if right else "<"
    for name, *values in rows:
        cells = [f"{value:{side}{width}}" for value, width in zip(values, widths[1:], strict=True)]
        sys.stdout.write("  ".join([f"{name:<{widths[0]}}", *cells]).rstrip() + "\n")


def _finite(value: object) -> object:
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return value
