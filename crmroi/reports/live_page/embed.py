"""Data and scripts inside HTML: nothing in them can end the element that they stand in."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from typing import Any

import numpy as np

_IN_JSON = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def as_json(value: object) -> str:
    """Data as JSON that holds no sign of markup."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return text.translate(_IN_JSON)


def as_script(text: str) -> str:
    """A script in which no text ends the element or starts a comment of HTML."""
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def allowed(script: str) -> str:
    """The source by which a content security policy allows just this script."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def data_address(data: bytes, mime: str) -> str:
    """An address that holds what it leads to."""
    return f"data:{mime};base64,{b64encode(data).decode()}"


def _plain(value: Any) -> object:
    """What charts hold beside plain data: read-only mappings, arrays and numbers of NumPy."""
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    return dict(value)
