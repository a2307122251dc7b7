"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file that takes this place once all is written; after an error nothing has changed.

    It is opened first, so that a place that cannot be written to is known before the work. Raises
    OSError, also for a folder and for what is no ordinary file, such as a device.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if path.exists() and not path.is_file():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    place = path.resolve()  # what a link leads to is replaced, not the link
    new = place.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with new.open("xb") as file:
            yield file
        new.replace(place)
    finally:
        new.unlink(missing_ok=True)
